import { type Contract, id, integer, number, oneOf, required, scope, text } from '../contract.js';

export const kpi: Contract = {
  kind: 'kpi',
  grain: {
    ja: '1行は指標の木の1節点の1年度・1四半期',
    en: 'One row is one node of the indicator tree in one fiscal year and quarter',
  },
  key: ['node_id', 'fiscal_year', 'fiscal_quarter'],
  columns: [
    required(id('node_id')),
    required(scope('scope', 'group', 'company', 'unit', 'system', 'layer', 'flow', 'theme', 'supplier')),
    required(text('metric')),
    id('parent_id'),
    integer('fiscal_year', 1970, 2200),
    integer('fiscal_quarter', 1, 4),
    number('target'),
    oneOf('level', 'kgi', 'kpi'),
    text('note'),
  ],
  references: [{ column: 'parent_id', to: 'kpi', key: 'node_id' }],
};
