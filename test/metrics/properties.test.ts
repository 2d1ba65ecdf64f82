/** What must hold of any data: sums over the tiers, open incidents as a person would count them, no order of rows that matters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScopeKind } from '../../src/metrics/figure.js';
import { metrics } from '../../src/metrics/registry.js';
import { type Figures, figuresOf } from '../cases/figures.js';
import type { Files } from '../loaders/project.js';

const asOf = Date.UTC(2026, 5, 20, 12);
const minute = 60_000;
/** January to August 2026 in steps of 6 hours: month ends, as-of itself and what lies after it are all hit. */
const moment = fc
  .integer({ min: 0, max: 4 * 240 })
  .map((step) => Date.UTC(2026, 0, 1) + step * 6 * 60 * minute);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const incident = fc.record({
  occurred: moment,
  restored: maybe(moment),
  closed: maybe(moment),
  state: fc.constantFrom('open', 'in_progress', 'restored', 'closed', 'canceled', ''),
  place: fc.constantFrom('s1,,', 's2,,', 's3,,', 's9,,', ',u1,', ',u2,', ',,a', ',,b', ',,'),
  severity: fc.constantFrom('heavy', 'other', ''),
  minutes: maybe(fc.integer({ min: 0, max: 100_000 })),
});
type Incident = typeof incident extends fc.Arbitrary<infer T> ? T : never;

const iso = (ms: number | undefined): string => (ms === undefined ? '' : new Date(ms).toISOString());
const line = (i: Incident, n: number): string =>
  `I${n},${iso(i.occurred)},${iso(i.restored)},${iso(i.closed)},${i.state},${i.place},${i.severity},${i.minutes ?? ''}`;
/** The first record pins the first month; it was over at once. */
const first = `first,${iso(Date.UTC(2026, 0, 1))},${iso(Date.UTC(2026, 0, 1))},,closed,s1,,,other,`;
const files = (lines: readonly string[]): Files => ({
  'kado.yaml':
    'timezone: UTC\nas_of: 2026-06-20T12:00:00Z\ncompanies: [{ id: a, name: A }, { id: b, name: B }]\nsources: { units: u.csv, systems: s.csv, incidents: i.csv }\n',
  'u.csv':
    'unit_id,company_id,name_ja,valid_from,valid_to\nu1,a,u1,,2026-03-31\nu1,b,u1,2026-04-01,\nu2,b,u2,,\n',
  's.csv': 'system_id,unit_id,name_ja,valid_from\ns1,u1,s1,\ns2,u2,s2,\ns3,u1,s3,\ns3,u2,s3,2026-02-10\n',
  'i.csv': `incident_id,occurred_at,restored_at,closed_at,state,system_id,unit_id,company_id,severity,impact_minutes\n${[first, ...lines].join('\n')}\n`,
});
const compute = (lines: readonly string[]): Promise<Figures> => figuresOf(files(lines), { month: '2026-06' });
const incidents = fc.array(incident, { maxLength: 40 });

/** methods.md, "Counting incidents", in the plainest words: counting, not restored or closed, at month end or as-of. */
function countOpen(list: readonly Incident[], month: number): number {
  const valued = Math.min(Date.UTC(2026, month + 1, 1), asOf);
  return list.filter((i) => {
    if (i.state === 'canceled' || i.occurred > asOf) return false;
    // An incident of the very moment at which a month ends is the next month's.
    if (i.occurred > valued || i.occurred >= Date.UTC(2026, month + 1, 1)) return false;
    const ends = [i.restored, i.closed].filter((end) => end !== undefined);
    if (ends.length === 0) return i.state !== 'restored' && i.state !== 'closed';
    return ends.every((end) => end > valued);
  }).length;
}

const kinds: readonly ScopeKind[] = ['group', 'company', 'unit', 'system'];

describe('any incidents', () => {
  const additive = metrics.filter((m) => m.unit === 'count' || /^impact_(minutes|index)$/.test(m.id));
  it('add up over the tiers, and are open as one counts them by hand', { timeout: 90_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(incidents, async (list) => {
        const { list: figures, series } = await compute(list.map(line));
        const opened = [0, 1, 2, 3, 4, 5].map((month) => countOpen(list, month));
        expect(series('open_incidents', 'group:group')).toEqual(opened);
        const sums = new Map<string, number>();
        for (const f of figures) {
          const key = `${f.month} ${f.metric} ${f.breakdown}|${f.scope_kind}`;
          sums.set(key, (sums.get(key) ?? 0) + (f.value ?? 0));
        }
        for (const { id } of additive)
          for (const breakdown of ['', 'grade:heavy', 'grade:other'])
            for (const month of ['2026-02', '2026-04', '2026-06']) {
              const key = `${month} ${id} ${breakdown}`;
              const [group, ...parts] = kinds.map((kind) => sums.get(`${key}|${kind}`) ?? 0);
              for (const part of parts) expect(part, key).toBeCloseTo(group!, 6);
            }
      }),
      { numRuns: 15 },
    );
  });

  it('give the same figures in any order of rows', { timeout: 90_000 }, async () => {
    const shuffled = incidents.chain((list) => {
      const lines = list.map(line);
      return fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }));
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lines, other]) => {
        expect((await compute(other)).list).toEqual((await compute(lines)).list);
      }),
      { numRuns: 8 },
    );
  });
});
