import { type Contract, date, id, integer, number, oneOf, required, scope, text } from '../contract.js';

export const measures: Contract = {
  kind: 'measures',
  grain: { ja: '1行は1件の品質向上施策', en: 'One row is one improvement measure' },
  key: ['measure_id'],
  columns: [
    required(id('measure_id')),
    required(integer('kind', 1, 5)),
    required(scope('scope', 'group', 'company', 'unit', 'system', 'layer', 'flow', 'theme', 'supplier')),
    text('name'),
    text('owner'),
    date('starts_on'),
    date('ends_on'),
    oneOf('status', 'planned', 'running', 'done', 'dropped'),
    number('expected_effect'),
    text('severity'),
  ],
  references: [],
};
