import { boolean, type Contract, date, id, integer, minutes, required, scope, text } from '../contract.js';

export const drills: Contract = {
  kind: 'drills',
  grain: { ja: '1行は1回の訓練', en: 'One row is one drill' },
  key: ['drill_id'],
  columns: [
    required(id('drill_id')),
    required(scope('scope', 'group', 'company', 'unit', 'system', 'layer', 'flow', 'theme', 'supplier')),
    required(date('held_on')),
    text('scenario'),
    boolean('announced'),
    integer('participants', 0),
    minutes('call_out_minutes', 0),
    text('findings'),
    date('improvements_due_on'),
    date('improvements_done_on'),
  ],
  references: [],
};
