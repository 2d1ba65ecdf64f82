/** Harm and availability of any incidents, against a count of minutes one by one, in a month whose clocks change. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../cases/figures.js';
import { serviceProject } from './project.js';

/** New York, March 2026: −5 hours until the 8th, 07:00Z, then −4. As of the 25th, 12:00 there. */
const minute = 60_000;
const change = Date.UTC(2026, 2, 8, 7);
const begins = Date.UTC(2026, 2, 1, 5);
const valued = Date.UTC(2026, 2, 25, 16);
const localOf = (at: number): Date => new Date(at - (at < change ? 5 : 4) * 60 * minute);

/** Days of the local clock on which the minute's window began, by the plainest rules; the 20th, a Friday, is the holiday. */
const holiday = (d: Date): boolean => d.getUTCDate() === 20 && d.getUTCMonth() === 2;
const weekday = (d: Date): number => d.getUTCDay() || 7;
const hour = (d: Date): number => d.getUTCHours() + d.getUTCMinutes() / 60;
const before = (d: Date): Date => new Date(d.getTime() - 24 * 60 * minute);
const serves: Readonly<Record<string, readonly [hours: string, served: (d: Date) => boolean]>> = {
  s1: ['24x7', () => true],
  s2: ['weekdays 08:00-20:30', (d) => weekday(d) <= 5 && !holiday(d) && hour(d) >= 8 && hour(d) < 20.5],
  s3: [
    'mon-sat 22:00-06:00 except holidays',
    (d) => {
      const start = hour(d) >= 22 ? d : hour(d) < 6 ? before(d) : undefined;
      return start !== undefined && weekday(start) <= 6 && !holiday(start);
    },
  ],
  s4: ['土日祝 9:00〜17:00', (d) => (weekday(d) > 5 || holiday(d)) && hour(d) >= 9 && hour(d) < 17],
};
const systems = Object.keys(serves);
const all = Array.from({ length: (valued - begins) / minute }, (_, i) => begins + i * minute);
const serviceOf = new Map(systems.map((s) => [s, all.filter((at) => serves[s]![1](localOf(at)))]));

/** 25 February to 29 March, in steps of 7 minutes: nothing falls on the hour only. */
const moment = fc.integer({ min: 0, max: 6700 }).map((step) => Date.UTC(2026, 1, 25) + step * 7 * minute);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const incident = fc.record({
  occurred: moment,
  /** Often within hours, so that overlaps are of few hours too. */
  restored: maybe(fc.oneof(moment, fc.integer({ min: 0, max: 600 }))),
  state: fc.constantFrom('open', 'closed', 'canceled'),
  system: fc.constantFrom(...systems),
  impact: fc.constantFrom('', '0', '1', '3'),
  named: fc.uniqueArray(
    fc.record({ system: fc.constantFrom(...systems, 's9'), from: maybe(moment), to: maybe(moment) }),
    {
      maxLength: 3,
      selector: (n) => n.system,
    },
  ),
});
type Incident = typeof incident extends fc.Arbitrary<infer T> ? T : never;

const iso = (ms: number | undefined): string => (ms === undefined ? '' : new Date(ms).toISOString());
const restoredOf = (i: Incident): number | undefined =>
  i.restored !== undefined && i.restored <= 600 ? i.occurred + i.restored * minute : i.restored;

/** The interval in which the incident harmed the system, or nothing that can be told. */
function intervalOf(i: Incident, system: string): readonly [number, number] | undefined {
  const named = i.named.find((n) => n.system === system);
  if (i.state === 'canceled' || i.occurred > valued || (system !== i.system && !named)) return undefined;
  const restored = restoredOf(i);
  const from = Math.max(named?.from ?? i.occurred, i.occurred);
  let end: number | undefined;
  if (named?.to !== undefined) end = named.to > valued ? Number.POSITIVE_INFINITY : named.to;
  else if (restored !== undefined && restored <= valued) end = restored < i.occurred ? undefined : restored;
  // Restored after as-of: not yet. Closed without a time: over, nobody knows when.
  else end = restored === undefined && i.state === 'closed' ? undefined : Number.POSITIVE_INFINITY;
  return end === undefined || end < from ? undefined : [from, end];
}
const within = (at: number, interval: readonly [number, number] | undefined): boolean =>
  interval !== undefined && at >= interval[0] && at < interval[1];

describe('any incidents', () => {
  it('take the minutes of service that one counts one by one', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(incident, { minLength: 1, maxLength: 12 }), async (list) => {
        const f = await figuresOf(
          serviceProject({
            timezone: 'America/New_York',
            asOf: iso(valued),
            systems: systems.map((s) => `${s},u1,${serves[s]![0]},,`),
            // The first pins the column and the first month, and harms nothing.
            incidents: [
              `I,s1,${iso(Date.UTC(2026, 1, 25))},${iso(Date.UTC(2026, 1, 25))},closed,1`,
              ...list.map(
                (i, n) => `I${n},${i.system},${iso(i.occurred)},${iso(restoredOf(i))},${i.state},${i.impact}`,
              ),
            ],
            named: list.flatMap((i, n) =>
              i.named.map((m) => `I${n},${m.system},${iso(m.from)},${iso(m.to)}`),
            ),
            holidays: ['2026-03-20,'],
          }),
          { month: '2026-03' },
        );
        for (const system of systems) {
          const stops = list.flatMap((i) => (Number(i.impact) >= 1 ? [intervalOf(i, system)] : []));
          const service = serviceOf.get(system)!;
          const down = service.filter((at) => stops.some((interval) => within(at, interval)));
          const { value } = f.of(`2026-03/availability/system:${system}`);
          expect(value, system).toBeCloseTo(1 - down.length / service.length, 12);
        }
        const harmed = list.map((i) => systems.map((s) => intervalOf(i, s)));
        const minutes = harmed.map(
          (ofOne) => all.filter((at) => ofOne.some((interval) => within(at, interval))).length,
        );
        const total = minutes.reduce((a, b) => a + b, 0);
        expect(f.of('2026-03/impact_minutes/group:group').value).toBeCloseTo(total, 6);
      }),
      { numRuns: 20 },
    );
  });
});
