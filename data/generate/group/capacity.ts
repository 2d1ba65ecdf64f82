/** Hourly use of ten systems over the last four months, gzipped, with their limits. What is planted: planted.ts, CAPACITY. */
import { formatTime } from '../kernel/calendar.js';
import { randomOf } from '../kernel/random.js';
import { CAPACITY, type CapacityPlan } from '../planted.js';
import { type Cell, type Counts, writeTable } from './table.js';

const HOUR = 3_600_000;
const FIRST = Date.parse('2026-07-01T00:00:00Z');
const LAST = Date.parse('2026-11-05T08:00:00Z');
/** Share of samples that never arrived. */
const LOST = 0.004;

/** Load by hour of day, against the day's mean; weekends have less where people work by day. */
const BY_DAY = [
  0.6, 0.55, 0.5, 0.5, 0.55, 0.6, 0.7, 0.85, 1.1, 1.4, 1.5, 1.45, 1.2, 1.35, 1.45, 1.45, 1.4, 1.3, 1.1, 0.95,
  0.85, 0.8, 0.75, 0.7,
];

function* samplesOf(seed: string, plan: CapacityPlan): Generator<Cell[]> {
  const random = randomOf(`${seed}/capacity/${plan.system}/${plan.metric}`);
  for (let at = FIRST; at <= LAST; at += HOUR) {
    const noise = random.normal();
    if (random.chance(LOST)) continue;
    const time = new Date(at);
    const weekend = [0, 6].includes(time.getUTCDay());
    const daily = 1 + plan.swing * (BY_DAY[time.getUTCHours()]! * (weekend ? 0.75 : 1) - 1);
    const grown = plan.level + (plan.perDay * (at - FIRST)) / (24 * HOUR);
    const shifted =
      plan.shift &&
      at >= Date.parse(`${plan.shift.from}:00Z`) &&
      (!plan.shift.to || at < Date.parse(`${plan.shift.to}:00Z`))
        ? plan.shift.by
        : 0;
    const value = Math.max(0, grown * daily + shifted + plan.noise * noise);
    yield [plan.system, plan.metric, formatTime(at, '%Y-%m-%d %H:%M'), value.toFixed(1), '', '%'];
  }
}

export function writeCapacity(out: string, seed: string): Counts {
  const rows = function* (): Generator<Cell[]> {
    for (const plan of CAPACITY) yield* samplesOf(seed, plan);
  };
  return {
    ...writeTable(out, 'group/capacity.csv.gz', 'system_id,metric,at,value,component,unit', rows()),
    ...writeTable(
      out,
      'group/capacity_limits.csv',
      'system_id,metric,component,warn,limit,direction',
      CAPACITY.map((p) => [p.system, p.metric, '', p.warn, p.limit, 'above']),
    ),
  };
}
