import { type Contract, date, month, required, text } from '../contract.js';

export const approvals: Contract = {
  kind: 'approvals',
  grain: { ja: '1行は1か月の1つの版の承認', en: 'One row is the approval of one edition of one month' },
  key: ['month', 'edition'],
  columns: [
    required(month('month')),
    required(text('edition')),
    text('prepared_by'),
    date('prepared_on'),
    text('checked_by'),
    date('checked_on'),
    text('approved_by'),
    date('approved_on'),
  ],
  references: [],
};
