import type { Preset } from './preset.js';
import { serviceNowStates } from './states.js';

/** ServiceNow's system default, and the day-first forms met in exports; a month-first instance declares its own `format`. */
const times = ['%Y-%m-%d %H:%M:%S', '%d/%m/%Y %H:%M', '%d/%m/%Y %H:%M:%S', '%d-%m-%Y %H:%M:%S'];

/** The incident table by its raw column names, as exported by list or read from an event log. */
export const servicenow: Preset = {
  name: 'servicenow',
  kind: 'incidents',
  about: {
    en: 'ServiceNow, incident table by its raw column names, or a log with a row per update',
    ja: 'ServiceNow のインシデント（列名は内部名）。更新ごとに1行のログも含む',
  },
  how: {
    en: 'Export the incident list as CSV with the raw column names. An export with labels instead of these, or in another date format, needs its own columns and format',
    ja: 'インシデントの一覧を、列名を内部名のまま CSV で書き出します。ラベル名や別の日付形式で書き出したものは columns と format を書いてください',
  },
  signature: [['number'], ['opened_at'], ['incident_state', 'state']],
  missing: ['?'],
  columns: {
    incident_id: { from: ['number'] },
    system_id: { from: ['cmdb_ci', 'business_service'] },
    occurred_at: { from: ['opened_at'], format: times },
    restored_at: { from: ['resolved_at'], format: times },
    closed_at: { from: ['closed_at'], format: times },
    state: { from: ['incident_state', 'state'], map: serviceNowStates },
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
  // The query builder stops there.
  caps: [10_000],
};
