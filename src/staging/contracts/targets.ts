import { type Contract, integer, number, required, scope, text } from '../contract.js';

export const targets: Contract = {
  kind: 'targets',
  grain: {
    ja: '1行は1範囲・1年度・1指標・1重大さの目標',
    en: 'One row is the target of one scope, fiscal year, metric and severity',
  },
  key: ['scope', 'fiscal_year', 'metric', 'severity'],
  columns: [
    required(scope('scope', 'company', 'unit', 'system', 'layer', 'flow', 'theme')),
    required(integer('fiscal_year', 1970, 2200)),
    required(text('metric')),
    text('severity'),
    number('cap', 0),
    number('improvement_rate', 0, 1),
    number('measures_effect', 0),
    number('special_factor'),
    text('note'),
  ],
  references: [],
};
