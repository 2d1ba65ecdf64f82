/** Which other systems an incident of the common ground harmed: a row per incident and system. */
import { formatTime, MINUTE } from '../kernel/calendar.js';
import { randomOf } from '../kernel/random.js';
import type { Incident, System } from '../model.js';
import type { Cell } from './table.js';

/** Failures of what everything stands on, and how often they reach further systems. */
const COMMON: readonly string[] = ['data_center', 'power', 'network'];
const REACH = 0.35;

/** Rows of incident_systems for an incident; none for most. */
export function* linksOf(seed: string, incident: Incident, systems: readonly System[]): Generator<Cell[]> {
  const { id, severity, fields, occurred, restored, dirt } = incident;
  if (dirt || severity === 'other' || restored === undefined || !COMMON.includes(fields.symptom_class ?? ''))
    return;
  const random = randomOf(`${seed}/links/${id}`);
  if (!random.chance(REACH)) return;
  const others = systems.filter((s) => s.id !== incident.system.id);
  const last = restored - occurred - 2 * MINUTE;
  yield [id, incident.system.id, '', '', 'source'];
  const reached = new Set<string>();
  for (let i = random.integer(1, 4); i > 0; i--) reached.add(random.pick(others).id);
  for (const system of reached) {
    const from = occurred + Math.floor((last * random.next()) / 2 / MINUTE) * MINUTE;
    yield [
      id,
      system,
      formatTime(from, '%Y-%m-%d %H:%M'),
      formatTime(restored, '%Y-%m-%d %H:%M'),
      'affected',
    ];
  }
}
