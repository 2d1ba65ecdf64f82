import { boolean, type Contract, id, oneOf, required, time } from '../contract.js';

export const changes: Contract = {
  kind: 'changes',
  grain: { ja: '1行は1件の変更', en: 'One row is one change' },
  key: ['change_id'],
  columns: [
    required(id('change_id')),
    required(id('system_id')),
    required(time('at')),
    oneOf('kind', 'release', 'patch', 'configuration', 'emergency', 'standard'),
    oneOf('result', 'succeeded', 'failed', 'rolled_back', 'caused_incident'),
    boolean('planned'),
    id('caused_incident_id'),
  ],
  references: [
    { column: 'system_id', to: 'systems', key: 'system_id' },
    { column: 'caused_incident_id', to: 'incidents', key: 'incident_id' },
  ],
};
