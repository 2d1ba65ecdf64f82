import { type Contract, id, required, text } from '../contract.js';

export const checklistItems: Contract = {
  kind: 'checklist_items',
  grain: { ja: '1行は点検表の1項目', en: 'One row is one item of the checklist' },
  key: ['item_id'],
  columns: [required(id('item_id')), required(text('category')), text('theme'), text('text')],
  references: [],
};
