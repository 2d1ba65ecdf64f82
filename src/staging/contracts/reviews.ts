import { type Contract, date, id, oneOf, required, text } from '../contract.js';

export const reviews: Contract = {
  kind: 'reviews',
  grain: {
    ja: '1行は運用側による1回の開発審査',
    en: 'One row is one review of development by the operations side',
  },
  key: ['review_id'],
  columns: [
    required(id('review_id')),
    required(id('system_id')),
    required(date('held_on')),
    text('phase'),
    oneOf('result', 'passed', 'conditional', 'stopped'),
    text('findings'),
    text('by'),
  ],
  references: [{ column: 'system_id', to: 'systems', key: 'system_id' }],
};
