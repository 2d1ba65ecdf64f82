import { type Contract, date, id, integer, oneOf, required, text } from '../contract.js';

export const risks: Contract = {
  kind: 'risks',
  grain: { ja: '1行は1件のリスク', en: 'One row is one risk' },
  key: ['risk_id'],
  columns: [
    required(id('risk_id')),
    required(id('system_id')),
    required(date('identified_on')),
    text('title'),
    integer('likelihood', 1, 5),
    integer('impact', 1, 5),
    oneOf('treatment', 'avoid', 'reduce', 'transfer', 'accept'),
    text('owner'),
    date('due_on'),
    oneOf('status', 'open', 'closed'),
    text('reported_by'),
  ],
  references: [{ column: 'system_id', to: 'systems', key: 'system_id' }],
};
