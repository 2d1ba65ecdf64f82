import { type Contract, date, id, required, text } from '../contract.js';

export const units: Contract = {
  kind: 'units',
  grain: {
    ja: '1行は1事業部の1つの有効期間',
    en: 'One row is one business unit over one period of validity',
  },
  key: ['unit_id', 'valid_from'],
  columns: [
    required(id('unit_id')),
    required(id('company_id')),
    required(text('name_ja')),
    text('name_en'),
    text('owner'),
    date('valid_from'),
    date('valid_to'),
  ],
  references: [{ column: 'company_id', to: 'companies', key: 'company_id' }],
};
