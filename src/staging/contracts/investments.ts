import { type Contract, id, integer, month, number, oneOf, required } from '../contract.js';

export const investments: Contract = {
  kind: 'investments',
  grain: {
    ja: '1行は1会社の1年度（または1か月、1事業部、1システム）のソフトウェア投資',
    en: 'One row is the software investment of one company in one fiscal year, or of a month, unit or system of it',
  },
  key: ['company_id', 'fiscal_year', 'month', 'unit_id', 'system_id', 'basis'],
  columns: [
    required(id('company_id')),
    required(integer('fiscal_year', 1970, 2200)),
    required(number('software_amount', 0)),
    month('month'),
    id('unit_id'),
    id('system_id'),
    oneOf('basis', 'budget', 'actual'),
  ],
  references: [
    { column: 'company_id', to: 'companies', key: 'company_id' },
    { column: 'unit_id', to: 'units', key: 'unit_id' },
    { column: 'system_id', to: 'systems', key: 'system_id' },
  ],
};
