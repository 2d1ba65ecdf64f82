import { type Contract, date, id, required, scope, text } from '../contract.js';

export const acceptances: Contract = {
  kind: 'acceptances',
  grain: { ja: '1行は1件のリスク受容', en: 'One row is one acceptance of a risk' },
  key: ['acceptance_id'],
  columns: [
    required(id('acceptance_id')),
    required(scope('scope', 'group', 'company', 'unit', 'system', 'layer', 'flow', 'theme', 'supplier')),
    required(text('subject')),
    text('reason'),
    text('approved_by'),
    date('approved_on'),
    required(date('ends_on')),
  ],
  references: [],
};
