import { boolean, type Contract, date, id, month, oneOf, required, scope, text } from '../contract.js';

export const decisions: Contract = {
  kind: 'decisions',
  grain: { ja: '1行は1件の決定事項', en: 'One row is one matter for decision' },
  key: ['decision_id'],
  columns: [
    required(id('decision_id')),
    required(month('month')),
    required(oneOf('body', 'capacity', 'quality', 'executive')),
    required(text('subject')),
    scope('scope', 'group', 'company', 'unit', 'system', 'layer', 'flow', 'theme', 'supplier'),
    boolean('escalate'),
    text('decision'),
    date('decided_on'),
    date('due_on'),
    date('done_on'),
  ],
  references: [],
};
