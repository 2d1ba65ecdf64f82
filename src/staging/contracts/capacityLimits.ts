import { type Contract, id, oneOf, real, required, text } from '../contract.js';

export const capacityLimits: Contract = {
  kind: 'capacity_limits',
  grain: {
    ja: '1行は1システム・1指標・1部品のしきい値',
    en: 'One row is the limits of one metric of one system and component',
  },
  key: ['system_id', 'metric', 'component'],
  columns: [
    required(id('system_id')),
    required(text('metric')),
    text('component'),
    real('warn'),
    real('limit'),
    oneOf('direction', 'above', 'below'),
  ],
  references: [{ column: 'system_id', to: 'systems', key: 'system_id' }],
};
