import { type Contract, id, required, text } from '../contract.js';

export const companies: Contract = {
  kind: 'companies',
  grain: { ja: '1行は1社', en: 'One row is one company' },
  key: ['company_id'],
  columns: [
    required(id('company_id')),
    required(text('name_ja')),
    text('name_en'),
    text('sector'),
    text('scheme'),
  ],
  references: [],
};
