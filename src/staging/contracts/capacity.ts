import { type Contract, id, real, required, text, time } from '../contract.js';

export const capacity: Contract = {
  kind: 'capacity',
  grain: {
    ja: '1行は1システム・1指標・1部品の1時点の値',
    en: 'One row is one value of one metric of one system and component at one moment',
  },
  key: ['system_id', 'metric', 'component', 'at'],
  columns: [
    required(id('system_id')),
    required(text('metric')),
    required(time('at')),
    required(real('value')),
    text('component'),
    text('unit'),
  ],
  references: [{ column: 'system_id', to: 'systems', key: 'system_id' }],
};
