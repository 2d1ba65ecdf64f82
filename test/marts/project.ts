/** A project of systems with service hours, their incidents, and holidays; times are local to its zone. */
import type { Files } from '../loaders/project.js';

export interface Service {
  readonly timezone?: string;
  /** Local. */
  readonly asOf: string;
  /** `system_id,unit_id,service_hours,valid_from,valid_to`; the hours quoted where they have commas. */
  readonly systems: readonly string[];
  /** `incident_id,system_id,occurred_at,restored_at,state,availability_impact`. */
  readonly incidents: readonly string[];
  /** `incident_id,system_id,harm_from,harm_to`. */
  readonly named?: readonly string[];
  /** `date,calendar`; without it there is no such input. */
  readonly holidays?: readonly string[];
  /** Columns of the incidents besides. */
  readonly header?: string;
}

const lines = (head: string, rows: readonly string[]): string => `${[head, ...rows].join('\n')}\n`;

export const serviceProject = (p: Service): Files => ({
  'kado.yaml': `timezone: ${p.timezone ?? 'UTC'}\nas_of: ${p.asOf}\ncompanies: [{ id: a, name: A }]\nsources: { units: u.csv, systems: s.csv, incidents: i.csv${p.named ? ', incident_systems: { path: n.csv, allow_empty: true }' : ''}${p.holidays ? ', holidays: h.csv' : ''} }\n`,
  'u.csv': 'unit_id,company_id,name_ja\nu1,a,u1\nu2,a,u2\n',
  's.csv': lines(
    'system_id,unit_id,service_hours,valid_from,valid_to,name_ja',
    p.systems.map((s) => `${s},名`),
  ),
  'i.csv': lines(
    p.header ?? 'incident_id,system_id,occurred_at,restored_at,state,availability_impact',
    p.incidents,
  ),
  ...(p.named && { 'n.csv': lines('incident_id,system_id,harm_from,harm_to', p.named) }),
  ...(p.holidays && { 'h.csv': lines('date,calendar', p.holidays) }),
});
