import { type Contract, id, oneOf, required, time } from '../contract.js';

export const incidentSystems: Contract = {
  kind: 'incident_systems',
  grain: { ja: '1行は1障害が害した1システム', en: 'One row is one system that one incident harmed' },
  key: ['incident_id', 'system_id'],
  columns: [
    required(id('incident_id')),
    required(id('system_id')),
    time('harm_from'),
    time('harm_to'),
    oneOf('role', 'source', 'affected'),
  ],
  references: [
    { column: 'incident_id', to: 'incidents', key: 'incident_id' },
    { column: 'system_id', to: 'systems', key: 'system_id' },
  ],
};
