/** G: an extract of the quality system, gzipped. Short English headers, grades SS, M and S. */
import type { FileStyle } from '../kernel/sink.js';
import type { Incident } from '../model.js';
import {
  actionColumns,
  actionLayout,
  type Columns,
  field,
  inWords,
  type Layout,
  moment,
  plainLayout,
} from './layout.js';

const UTF8: FileStyle = { encoding: 'utf-8', delimiter: ',', newline: '\n' };
const RANK = { critical: 'SS', heavy: 'M', other: 'S' } as const;
const STATE = {
  open: 'new',
  in_progress: 'work',
  on_hold: 'hold',
  restored: 'recovered',
  closed: 'done',
  canceled: 'canceled',
} as const;
const YES = { true: 'Y', false: 'N' } as const;
const TIME = '%Y%m%d%H%M';

const columns: Columns<Incident> = [
  ['no', (i) => i.id],
  ['time', moment('occurred', TIME)],
  ['rank', (i) => RANK[i.severity]],
  ['state', (i) => inWords(STATE, i.state)],
  ['system', (i) => i.systemId],
  ['subject', field('title')],
  ['unit', (i) => i.system.unit],
  ['origin', field('product_class')],
  ['phase', field('process_class')],
  ['theme', field('theme')],
  ['customer_impact', field('customers_affected', YES)],
  ['business_impact', field('operations_affected', YES)],
  ['availability', field('availability_impact')],
  ['scope', field('impact_scope')],
  ['users', field('affected_users')],
  ['amount', field('affected_amount')],
  ['symptom', field('symptom')],
  ['symptom_class', field('symptom_class')],
  ['place', field('place')],
  ['found_at', moment('detected', TIME)],
  ['recovered_at', moment('restored', TIME)],
  ['closed_at', moment('closed', TIME)],
  ['root_cause', field('root_cause')],
  ['injection', field('injection_cause')],
  ['escape', field('escape_cause')],
  ['maker', field('supplier')],
  ['same_as', (i) => i.recursOf],
  ['provisional_fix', field('provisional_fix')],
  ['fix_result', field('provisional_result')],
];

export const g: Layout = {
  incidents: plainLayout('quality_extract.csv.gz', { ...UTF8, gzip: true }, columns),
  actions: actionLayout(UTF8, actionColumns('%Y-%m-%d')),
};
