import type { Preset } from './preset.js';

/** ServiceNow's system default, and the day-first forms met in exports; a month-first instance declares its own `format`. */
const times = ['%Y-%m-%d %H:%M:%S', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d-%m-%Y %H:%M:%S'];

/** States by label and by code (incident_state choice list). A code without a label, like -100, says nothing: missing. */
const states = {
  New: 'open',
  'In Progress': 'in_progress',
  Active: 'in_progress',
  'On Hold': 'on_hold',
  'Awaiting User Info': 'on_hold',
  'Awaiting Problem': 'on_hold',
  'Awaiting Vendor': 'on_hold',
  'Awaiting Evidence': 'on_hold',
  Resolved: 'restored',
  Closed: 'closed',
  Canceled: 'canceled',
  Cancelled: 'canceled',
  '1': 'open',
  '2': 'in_progress',
  '3': 'on_hold',
  '6': 'restored',
  '7': 'closed',
  '8': 'canceled',
  '-100': '',
};

/** The incident table by its raw column names, as exported by list or read from an event log. */
export const servicenow: Preset = {
  name: 'servicenow',
  kind: 'incidents',
  missing: ['?'],
  columns: {
    incident_id: { from: ['number'] },
    system_id: { from: ['cmdb_ci', 'business_service'] },
    occurred_at: { from: ['opened_at'], format: times },
    restored_at: { from: ['resolved_at'], format: times },
    closed_at: { from: ['closed_at'], format: times },
    state: { from: ['incident_state', 'state'], map: states },
    title: { from: ['short_description'] },
    symptom: { from: ['u_symptom'] },
    place: { from: ['location'] },
    found_how: { from: ['contact_type'] },
    severity: { from: ['priority'] },
    supplier: { from: ['vendor'] },
    recurs_of: { from: ['parent_incident'] },
  },
  order: [
    { column: 'sys_mod_count', as: 'number' },
    { column: 'sys_updated_at', as: 'time', format: times },
    { column: 'sys_updated_on', as: 'time', format: times },
    { column: 'sys_created_at', as: 'time', format: times },
    { column: 'reassignment_count', as: 'number' },
    { column: 'reopen_count', as: 'number' },
  ],
};
