import { aspects } from '../../config/aspects.js';
import { type Contract, id, integer, month, oneOf, required, text, time } from '../contract.js';

export const observations: Contract = {
  kind: 'observations',
  grain: {
    ja: '1行は1システムの1か月の1観点の評価',
    en: 'One row is the judgement of one aspect of one system in one month',
  },
  key: ['system_id', 'month', 'aspect'],
  columns: [
    required(id('system_id')),
    required(month('month')),
    required(oneOf('aspect', ...aspects)),
    required(integer('status', 0, 3)),
    text('note'),
    time('reported_at'),
  ],
  references: [{ column: 'system_id', to: 'systems', key: 'system_id' }],
};
