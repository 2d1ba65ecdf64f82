/** A: the event log of a ServiceNow instance. One row per update, day-first dates, `?` for missing, fields of its own as `u_…`. */
import { asOf, formatTime, MINUTE } from '../kernel/calendar.js';
import type { FileStyle } from '../kernel/sink.js';
import type { Incident } from '../model.js';
import { actionColumns, actionLayout, field, type Layout } from './layout.js';

const UTF8: FileStyle = { encoding: 'utf-8', delimiter: ',', newline: '\n' };
const PRIORITY = { critical: '1 - Critical', heavy: '2 - High', other: '3 - Moderate' } as const;
const IMPACT = { critical: '1 - High', heavy: '2 - Medium', other: '3 - Low' } as const;
const CATEGORY = {
  application: 'Software',
  platform: 'Hardware',
  network: 'Network',
  operations_document: 'Documentation',
  operator: 'Human error',
  external_service: 'Vendor service',
  facility: 'Facility',
} as const;
const PHASE = {
  development: 'Development',
  migration: 'Transition',
  rollout: 'Roll-out',
  operation: 'Operation',
} as const;
const SCOPE = {
  person: '1 user',
  department: '1 department',
  departments: 'Multiple departments',
  company: 'Enterprise',
  outside: 'Customers',
} as const;
const YES = { true: '1', false: '0' } as const;

/** The tool's own columns, then this bank's. Those from `resolved_at` on are `?` until the incident is closed or restored. */
const HEADER =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at,short_description,u_detected_at,u_called_out_at,u_symptom_class,u_continuity,u_known,u_scope,u_affected_users,u_business_volume,u_affected_amount,u_availability,u_confidentiality,u_integrity,u_customers,u_operations,u_workaround,u_media,u_regulator,u_regulator_first,u_regulator_final,u_disclosed_at,u_responsibility,u_analyst,u_method,u_root_cause,u_injection_cause,u_escape_cause,u_course,u_phase,u_recurs_of,u_provisional_fix,u_provisional_result,u_closure_approved_by'.split(
    ',',
  );

interface Update {
  readonly state: string;
  readonly at: number;
}

/** New → Active (→ On Hold) → Resolved → Closed, as far as it came by as-of. */
function updatesOf(incident: Incident): readonly Update[] {
  const { registered, restored, closed } = incident;
  const list: Update[] = [{ state: 'New', at: registered }];
  if (incident.state === 'canceled') return [...list, { state: 'Canceled', at: registered + 47 * MINUTE }];
  list.push({ state: 'Active', at: registered + 6 * MINUTE });
  if (incident.state === 'on_hold') list.push({ state: 'On Hold', at: registered + 900 * MINUTE });
  if (restored !== undefined)
    list.push({ state: 'Resolved', at: Math.max(restored, registered + 9 * MINUTE) });
  if (closed !== undefined) list.push({ state: 'Closed', at: Math.max(closed, registered + 15 * MINUTE) });
  return list.filter((update) => update.at < asOf);
}

const time = (at: number | undefined): string => formatTime(at, '%d/%m/%Y %H:%M');

function rowOf(incident: Incident, update: Update, count: number): string[] {
  const { state } = update;
  const over = state === 'Resolved' || state === 'Closed';
  const final = state === 'Closed' || state === 'Canceled';
  const text = (name: string, words?: Readonly<Record<string, string>>): string =>
    field(name, words)(incident);
  const cells: Readonly<Record<string, string>> = {
    number: incident.id,
    incident_state: state,
    active: String(!final),
    reassignment_count: String(Math.min(count, 2)),
    reopen_count: '0',
    sys_mod_count: String(count),
    made_sla: String(incident.severity === 'other'),
    caller_id: `Caller ${(incident.occurred / MINUTE) % 997}`,
    opened_by: 'Service desk',
    opened_at: incident.occurredText ?? time(incident.occurred),
    sys_created_by: 'Service desk',
    sys_created_at: time(incident.registered),
    sys_updated_by: text('found_by'),
    sys_updated_at: time(update.at),
    contact_type: text('found_how'),
    location: text('place'),
    category: text('product_class', CATEGORY),
    u_symptom: text('symptom'),
    cmdb_ci: incident.systemId,
    impact: IMPACT[incident.severity],
    urgency: IMPACT[incident.severity],
    priority: PRIORITY[incident.severity],
    assignment_group: incident.system.owner,
    assigned_to: text('analyst'),
    knowledge: 'false',
    u_priority_confirmation: 'true',
    notify: 'Do Not Notify',
    vendor: text('supplier'),
    resolved_by: over ? incident.system.owner : '',
    resolved_at: over ? time(incident.restored) : '',
    closed_at: state === 'Closed' ? time(incident.closed) : '',
    short_description: text('title'),
    u_detected_at: time(incident.detected),
    u_called_out_at: time(incident.times.called_out_at),
    u_symptom_class: text('symptom_class'),
    u_continuity: text('continuity'),
    u_known: text('known', YES),
    u_scope: text('impact_scope', SCOPE),
    u_affected_users: text('affected_users'),
    u_business_volume: text('business_volume'),
    u_affected_amount: text('affected_amount'),
    u_availability: text('availability_impact'),
    u_confidentiality: text('confidentiality_impact'),
    u_integrity: text('integrity_impact'),
    u_customers: text('customers_affected', YES),
    u_operations: text('operations_affected', YES),
    u_workaround: text('manual_workaround', YES),
    u_media: text('media_reported', YES),
    u_regulator: text('regulator_required', YES),
    u_regulator_first: time(incident.times.regulator_first_at),
    u_regulator_final: time(incident.times.regulator_final_at),
    u_disclosed_at: time(incident.times.disclosed_at),
    u_responsibility: text('responsibility'),
    u_phase: text('process_class', PHASE),
    u_recurs_of: incident.recursOf,
    u_provisional_fix: text('provisional_fix'),
    u_provisional_result: over ? text('provisional_result') : '',
    ...(final
      ? {
          closed_code: state === 'Closed' ? 'Solved' : 'Not an incident',
          u_analyst: text('analyst'),
          u_method: text('analysis_method'),
          u_root_cause: text('root_cause'),
          u_injection_cause: text('injection_cause'),
          u_escape_cause: text('escape_cause'),
          u_course: text('course'),
          u_closure_approved_by: text('closure_approved_by'),
        }
      : {}),
  };
  return HEADER.map((name) => cells[name] || '?');
}

export const a: Layout = {
  incidents: {
    path: () => 'incident_event_log.csv',
    style: UTF8,
    header: HEADER,
    rows: (incident) => updatesOf(incident).map((update, i) => rowOf(incident, update, i)),
  },
  actions: actionLayout(UTF8, actionColumns('%Y-%m-%d')),
};
