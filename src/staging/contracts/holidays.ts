import { type Contract, date, required, text } from '../contract.js';

export const holidays: Contract = {
  kind: 'holidays',
  grain: { ja: '1行は1つの暦の1日の休日', en: 'One row is one holiday of one calendar' },
  key: ['calendar', 'date'],
  columns: [required(date('date')), text('name'), text('calendar')],
  references: [],
};
