import { type Contract, month, required, scope, text, time } from '../contract.js';

export const submissions: Contract = {
  kind: 'submissions',
  grain: { ja: '1行は1範囲の1か月の報告の提出', en: 'One row is the submission of one scope for one month' },
  key: ['scope', 'month'],
  columns: [
    required(scope('scope', 'unit', 'system', 'supplier')),
    required(month('month')),
    required(time('due_at')),
    time('submitted_at'),
    text('by'),
  ],
  references: [],
};
