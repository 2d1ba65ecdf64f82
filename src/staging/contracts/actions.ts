import { type Contract, date, id, oneOf, required, text } from '../contract.js';

export const actions: Contract = {
  kind: 'actions',
  grain: { ja: '1行は1つの対策', en: 'One row is one action' },
  key: ['action_id'],
  columns: [
    required(id('action_id')),
    required(id('incident_id')),
    required(oneOf('kind', 'provisional', 'prevention', 'rollout')),
    text('content'),
    text('owner'),
    date('planned_on'),
    date('due_on'),
    date('approved_on'),
    date('done_on'),
    date('verified_on'),
    id('rollout_system_id'),
  ],
  references: [
    { column: 'incident_id', to: 'incidents', key: 'incident_id' },
    { column: 'rollout_system_id', to: 'systems', key: 'system_id' },
  ],
};
