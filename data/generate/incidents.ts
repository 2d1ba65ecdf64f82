/** A company's incidents month by month, in the order in which they were entered; one month is held at a time. */
import { causeOf } from './causes.js';
import { asOf, clock, drawMoment, fiscalYearOf, MINUTE, monthOf, months, season } from './kernel/calendar.js';
import { type Random, randomOf } from './kernel/random.js';
import type { CompanyEntry, Grade, Incident, System } from './model.js';
import { INCIDENTS, NOISE, type PlantedIncident, SHIFTS } from './planted.js';
import { recordOf } from './record.js';

export interface Volume {
  readonly seed: string;
  /** Multiplies the incidents of every month. */
  readonly incidents: number;
}

/** Chance of a grade on a system of importance 3; importance 4 has twice and more, 1 and 2 less. */
const GRADE_CHANCE = { critical: 0.006, heavy: 0.046 } as const;
const IMPORTANCE_FACTOR = { 1: 0.1, 2: 0.4, 3: 0.8, 4: 1.7 } as const;
const CANCELED_SHARE = 0.035;
const RECURRENCE_SHARE = 0.02;

export function* incidentsOf(
  company: CompanyEntry,
  systems: readonly System[],
  volume: Volume,
): Generator<Incident> {
  const waiting = new Map<string, Incident[]>();
  const last = new Map<string, Incident>();
  let number = 0;
  for (const month of months) {
    const random = randomOf(`${volume.seed}/${company.id}/${month}`);
    for (const incident of monthIncidents(random, company, systems, month, volume, last)) {
      const entered = monthOf(incident.registered);
      const list = waiting.get(entered);
      if (list) list.push(incident);
      else waiting.set(entered, [incident]);
    }
    yield* enter(month);
  }
  yield* enter(monthOf(asOf));

  function* enter(month: string): Generator<Incident> {
    const list = (waiting.get(month) ?? []).filter((incident) => incident.registered < asOf);
    waiting.delete(month);
    for (const incident of list.sort((x, y) => x.registered - y.registered)) {
      incident.id = incidentId(company, ++number, incident.registered);
      incident.recursOf = incident.earlier?.id ?? '';
      incident.earlier = undefined; // or the whole chain would stay in memory
      yield incident;
    }
  }
}

/** Each tool numbers in its own way. */
export function incidentId(company: CompanyEntry, number: number, registered: number): string {
  const year = fiscalYearOf(registered);
  const padded = (width: number): string => String(number).padStart(width, '0');
  switch (company.id) {
    case 'a':
      return `INC${padded(7)}`;
    case 'b':
      return String(20_000 + number * 3);
    case 'd':
      return `IR-${year}-${padded(4)}`;
    case 'f':
      return `F${year % 100}-${padded(4)}`;
    default:
      return `${company.id.toUpperCase()}-${padded(5)}`;
  }
}

function monthIncidents(
  random: Random,
  company: CompanyEntry,
  systems: readonly System[],
  month: string,
  volume: Volume,
  last: Map<string, Incident>,
): Incident[] {
  const here = INCIDENTS.filter((p) => p.system.startsWith(`${company.id}-`) && p.at.startsWith(month));
  const planted = here.filter((p) => p.shows === undefined);
  const shift = SHIFTS.filter((s) => s.company === company.id && month >= s.from).reduce(
    (f, s) => f * s.factor,
    1,
  );
  const mean = company.mean * season(month) * shift * volume.incidents;
  const laid = NOISE[company.id]?.[month];
  const count =
    laid === undefined
      ? random.count(mean, company.dispersion)
      : Math.round(laid * volume.incidents) - planted.length;
  const draw = (canceled: boolean): Incident => {
    const system = random.weighted(systems, (s) => s.weight);
    const grade = canceled ? 'other' : drawGrade(random, system);
    const at = drawMoment(random, month, company.sector);
    const earlier = !canceled && random.chance(RECURRENCE_SHARE) ? last.get(system.id) : undefined;
    const [cause, detail] =
      earlier?.severity === grade && earlier.occurred < at
        ? (earlier.cause.split('/') as [string, string])
        : [];
    const same = cause === undefined ? {} : { cause: causeOf(cause), detail: detail! };
    const incident = recordOf(random, company, {
      at,
      system,
      grade,
      canceled,
      prompt: laid !== undefined,
      ...same,
    });
    if (cause !== undefined) incident.earlier = earlier;
    if (!canceled) last.set(system.id, incident);
    return incident;
  };
  const list = [
    ...Array.from({ length: count }, () => draw(false)),
    ...Array.from({ length: random.poisson(mean * CANCELED_SHARE) }, () => draw(true)),
    ...planted.map((p) => plantedRecord(random, company, systems, p, last)),
  ];
  for (const shown of here.filter((p) => p.shows !== undefined)) {
    // A stream of its own, so that the other rows stay as they were drawn.
    const own = randomOf(`${volume.seed}/${shown.system}/${shown.at}`);
    makeRoom(list, clock(shown.at), last);
    list.push(plantedRecord(own, company, systems, shown, last));
  }
  return list;
}

/** Takes out the ordinary small incident nearest to a moment, so that one more leaves the month's count as it was drawn. */
function makeRoom(list: Incident[], at: number, last: Map<string, Incident>): void {
  const named = new Set(list.map((incident) => incident.earlier));
  const [nearest] = list
    .filter((i) => i.severity === 'other' && i.state === 'closed' && !i.earlier && !named.has(i))
    .sort((x, y) => Math.abs(x.occurred - at) - Math.abs(y.occurred - at));
  if (nearest === undefined) return;
  list.splice(list.indexOf(nearest), 1);
  if (last.get(nearest.system.id) === nearest) last.delete(nearest.system.id);
}

function drawGrade(random: Random, system: System): Grade {
  const at = random.next() / IMPORTANCE_FACTOR[system.importance];
  return at < GRADE_CHANCE.critical
    ? 'critical'
    : at < GRADE_CHANCE.critical + GRADE_CHANCE.heavy
      ? 'heavy'
      : 'other';
}

function plantedRecord(
  random: Random,
  company: CompanyEntry,
  systems: readonly System[],
  planted: PlantedIncident,
  last: Map<string, Incident>,
): Incident {
  const incident = recordOf(random, company, {
    at: clock(planted.at),
    system: systems.find((s) => s.id === planted.system)!,
    grade: planted.severity,
    cause: causeOf(planted.cause),
    detail: planted.detail,
    minutes: planted.minutes,
    fields: planted.fields ?? {},
    ...(planted.supplier === undefined ? {} : { supplier: planted.supplier }),
  });
  if (planted.series === undefined) return incident;
  // Its analysis was written each time, in the same words: that is what makes the recurrence plain to see.
  incident.fields = { ...incident.fields, root_cause: `${planted.detail}の接続プールが戻されず枯渇した` };
  incident.earlier = last.get(planted.series);
  incident.registered = incident.detected + 9 * MINUTE;
  last.set(planted.series, incident);
  return incident;
}
