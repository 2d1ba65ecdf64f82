import { type Contract, id, month, oneOf, real, required, text } from '../contract.js';

export const serviceLevels: Contract = {
  kind: 'service_levels',
  grain: { ja: '1行は1システムの1か月の1指標', en: 'One row is one indicator of one system in one month' },
  key: ['system_id', 'month', 'indicator'],
  columns: [
    required(id('system_id')),
    required(month('month')),
    required(text('indicator')),
    real('target'),
    real('actual'),
    text('unit'),
    oneOf('direction', 'higher', 'lower'),
  ],
  references: [{ column: 'system_id', to: 'systems', key: 'system_id' }],
};
