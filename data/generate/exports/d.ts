/** D: the airline's incident register. UTF-8 with a byte order mark, semicolons, times with their zone. */
import type { FileStyle } from '../kernel/sink.js';
import type { Incident } from '../model.js';
import {
  actionColumns,
  actionLayout,
  type Columns,
  field,
  further,
  inWords,
  type Layout,
  moment,
  plainLayout,
} from './layout.js';

const BOM: FileStyle = { encoding: 'utf-8-bom', delimiter: ';', newline: '\r\n' };
const RANK = { critical: '緊急', heavy: '重', other: '軽' } as const;
const STATUS = {
  open: 'Open',
  in_progress: 'Working',
  on_hold: 'Waiting',
  restored: 'Recovered',
  closed: 'Closed',
  canceled: 'Void',
} as const;
const YES = { true: 'yes', false: 'no' } as const;
const TIME = '%Y-%m-%dT%H:%M:%S+09:00';

const columns: Columns<Incident> = [
  ['Incident No', (i) => i.id],
  ['System', (i) => i.systemId],
  ['Rank', (i) => RANK[i.severity]],
  ['Status', (i) => inWords(STATUS, i.state)],
  ['Title', field('title')],
  ['Occurred', moment('occurred', TIME)],
  ['Detected', moment('detected', TIME)],
  ['Called out', further('called_out_at', TIME)],
  ['Recovered', moment('restored', TIME)],
  ['Closed', moment('closed', TIME)],
  ['Entered', moment('registered', TIME)],
  ['Found by', field('found_by')],
  ['Found how', field('found_how')],
  ['Place', field('place')],
  ['Symptom', field('symptom')],
  ['Symptom class', field('symptom_class')],
  ['Continuity', field('continuity')],
  ['Scope', field('impact_scope')],
  ['Users', field('affected_users')],
  ['Volume', field('business_volume')],
  ['Amount', field('affected_amount')],
  ['Availability', field('availability_impact')],
  ['Customers', field('customers_affected', YES)],
  ['Flights', field('operations_affected', YES)],
  ['Workaround', field('manual_workaround', YES)],
  ['Media', field('media_reported', YES)],
  ['Fault of', field('responsibility')],
  ['Analyst', field('analyst')],
  ['Root cause', field('root_cause')],
  ['Injection cause', field('injection_cause')],
  ['Escape cause', field('escape_cause')],
  ['Product class', field('product_class')],
  ['Process class', field('process_class')],
  ['Vendor', field('supplier')],
  ['Recurrence of', (i) => i.recursOf],
  ['Provisional fix', field('provisional_fix')],
  ['Result', field('provisional_result')],
];

export const d: Layout = {
  incidents: plainLayout('incident_register.csv', BOM, columns),
  actions: actionLayout(BOM, actionColumns('%Y-%m-%d')),
};
