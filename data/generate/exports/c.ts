/** C: a register that was built for Kado. The contract's own headers and values, so kado.yaml needs no mapping. */
import type { FileStyle } from '../kernel/sink.js';
import type { Incident } from '../model.js';
import {
  actionColumns,
  actionLayout,
  type Columns,
  field,
  further,
  type Layout,
  moment,
  plainLayout,
} from './layout.js';

const UTF8: FileStyle = { encoding: 'utf-8', delimiter: ',', newline: '\n' };
const TIME = '%Y-%m-%d %H:%M';
const text = (name: string): readonly [string, (i: Incident) => string] => [name, field(name)];

const columns: Columns<Incident> = [
  ['incident_id', (i) => i.id],
  ['system_id', (i) => i.systemId],
  ['occurred_at', moment('occurred', TIME)],
  ['detected_at', moment('detected', TIME)],
  ['called_out_at', further('called_out_at', TIME)],
  ['restored_at', moment('restored', TIME)],
  ['closed_at', moment('closed', TIME)],
  ['state', (i) => i.state],
  ...[
    'title',
    'found_by',
    'found_how',
    'symptom',
    'symptom_class',
    'place',
    'continuity',
    'known',
    'theme',
  ].map(text),
  ...['impact_scope', 'affected_users', 'business_volume', 'affected_amount', 'availability_impact'].map(
    text,
  ),
  ...['confidentiality_impact', 'integrity_impact', 'customers_affected', 'operations_affected'].map(text),
  ...['manual_workaround', 'media_reported', 'regulator_required'].map(text),
  ['regulator_first_at', further('regulator_first_at', TIME)],
  ['regulator_final_at', further('regulator_final_at', TIME)],
  ['disclosed_at', further('disclosed_at', TIME)],
  text('responsibility'),
  ['severity', (i) => i.severity],
  ...['analyst', 'analysis_method', 'root_cause', 'injection_cause', 'escape_cause', 'course'].map(text),
  ...['product_class', 'process_class', 'supplier'].map(text),
  ['recurs_of', (i) => i.recursOf],
  ...['provisional_fix', 'provisional_result', 'closure_approved_by'].map(text),
];

export const c: Layout = {
  incidents: plainLayout('incidents.csv', UTF8, columns),
  actions: actionLayout(UTF8, actionColumns('%Y-%m-%d')),
};
