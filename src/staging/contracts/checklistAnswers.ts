import { type Contract, date, id, oneOf, required } from '../contract.js';

export const checklistAnswers: Contract = {
  kind: 'checklist_answers',
  grain: { ja: '1行は1項目への1システムの答え', en: 'One row is the answer of one system to one item' },
  key: ['item_id', 'system_id'],
  columns: [
    required(id('item_id')),
    required(id('system_id')),
    required(oneOf('state', 'yes', 'no', 'na')),
    date('checked_on'),
  ],
  references: [
    { column: 'item_id', to: 'checklist_items', key: 'item_id' },
    { column: 'system_id', to: 'systems', key: 'system_id' },
  ],
};
