import { type Contract, date, id, required, text } from '../contract.js';

export const exceptions: Contract = {
  kind: 'exceptions',
  grain: { ja: '1行は標準からの1件の例外', en: 'One row is one exception from a standard' },
  key: ['exception_id'],
  columns: [
    required(id('exception_id')),
    required(id('system_id')),
    required(text('standard')),
    text('reason'),
    text('approved_by'),
    date('approved_on'),
    date('ends_on'),
  ],
  references: [{ column: 'system_id', to: 'systems', key: 'system_id' }],
};
