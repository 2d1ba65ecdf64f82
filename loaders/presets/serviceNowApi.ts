import type { Preset } from './preset.js';
import { serviceNowStates } from './states.js';

/** With `sysparm_display_value=all` each field is an object of a value and its display value; otherwise it is its value. */
const field = (name: string): string[] => [`${name}.value`, name];
/** What people call a thing, where the answer has it; its key otherwise. */
const label = (name: string): string[] => [`${name}.display_value`, `${name}.value`, name];

/** The Table API speaks UTC, whatever the caller's zone, and doesn't say so in the text. */
const utc = 'UTC';

/** The incident table as the Table API gives it: JSON, references as `{link, value}`. */
export const serviceNowApi: Preset = {
  name: 'servicenow-api',
  kind: 'incidents',
  about: {
    en: 'ServiceNow Table API, table incident (JSON, times in UTC)',
    ja: 'ServiceNow Table API の incident テーブル（JSON、日時は UTC）',
  },
  how: {
    en: "Save the answer of /api/now/table/incident with sysparm_display_value=false or all; with true, times come in the user's zone and would be read as UTC",
    ja: '/api/now/table/incident の応答を sysparm_display_value=false または all で保存します。true では日時が利用者の時間帯になり、UTC として読むと誤ります',
  },
  signature: [field('number'), field('opened_at')],
  formats: ['json', 'ndjson'],
  missing: [],
  columns: {
    incident_id: { from: field('number') },
    system_id: { from: [...field('cmdb_ci'), ...field('business_service')] },
    occurred_at: { from: field('opened_at'), timezone: utc },
    restored_at: { from: field('resolved_at'), timezone: utc },
    closed_at: { from: field('closed_at'), timezone: utc },
    state: { from: [...field('incident_state'), ...field('state')], map: serviceNowStates },
    title: { from: field('short_description') },
    symptom: { from: field('u_symptom') },
    place: { from: label('location') },
    found_how: { from: label('contact_type') },
    severity: { from: label('priority') },
    supplier: { from: label('vendor') },
    recurs_of: { from: field('parent_incident') },
  },
  order: [
    ...field('sys_mod_count').map((column) => ({ column, as: 'number' as const })),
    ...field('sys_updated_on').map((column) => ({ column, as: 'time' as const, timezone: utc })),
  ],
  caps: [10_000],
};
