/** What holds of any systems under any configuration that is accepted. Each table's own checks run too: a broken one throws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drivers as driversSchema } from '../../src/config/risk.js';
import { configOf, type Placed, withRolledUp } from './tables.js';

const months = ['2026-01', '2026-02', '2026-03'];
const driverInputs = Object.entries(configOf().risk.drivers).map(
  ([driver, { inputs }]) => [driver, Object.keys(inputs)] as const,
);
const names = driverInputs.flatMap(([driver, inputs]) => inputs.map((input) => `${driver}.${input}`));

const level = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 4 });
const inputs = fc.dictionary(fc.constantFrom(...names), level, { maxKeys: 8, noNullPrototype: true });
/** One system over the months: in each it is there or not, in any unit, of any importance. */
const life = fc.array(
  fc.option(
    fc.record({
      unit: fc.constantFrom('a/1', 'a/2', 'b/1'),
      importance: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: 6 }),
      inputs,
      suppliers: fc.subarray(['x', 'y']),
    }),
    { freq: 5 },
  ),
  { minLength: months.length, maxLength: months.length },
);
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

const placedOf = (lives: readonly Life[]): Placed[] =>
  lives.flatMap((list, i) =>
    list.flatMap((then, m) =>
      then === null ? [] : [{ month: months[m]!, system: `s${i}`, company: then.unit.slice(0, 1), ...then }],
    ),
  );

/** As a configuration writes them: with at most three decimals. */
const decimal = (min: number, max = 1_000_000) => fc.integer({ min, max }).map((n) => n / 1000);
const weight = fc.oneof(fc.constant(0), fc.constant(1), decimal(0));
const risk = fc.record({
  drivers: fc.dictionary(
    fc.constantFrom(...driverInputs.map(([driver]) => driver)),
    fc.record({ weight, required: fc.boolean(), used: fc.boolean() }),
    { noNullPrototype: true },
  ),
  importance_factors: fc
    .array(fc.oneof(fc.integer({ min: 1, max: 5 }), decimal(1)), {
      minLength: 4,
      maxLength: 4,
    })
    .map((factors) => factors.sort((a, b) => a - b)),
  unknown_importance: fc.integer({ min: 1, max: 4 }),
  roll_up: fc.record({
    less: fc
      .array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 3, maxLength: 3 })
      .map((less) => [...less, 0]),
    share: fc.option(decimal(1, 1000)),
  }),
});

/** Plain numbers of what SQL made, to reckon anew with. */
interface Level {
  readonly month: string;
  readonly id: string;
  readonly counted: number;
  readonly factor: number;
  readonly level: number | null;
  readonly score: number | null;
}
interface Scope {
  readonly month: string;
  readonly kind: string;
  readonly id: string;
  readonly company: string | null;
  readonly counts: string;
  readonly level: number | null;
  readonly by_worst: number | null;
  readonly score: number | null;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('any systems under any accepted configuration', () => {
  it('keep the identities of risk', { timeout: 240_000 }, async () => {
    let [critical, compared] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 8 }), risk, async (lives, rules) => {
        const placed = placedOf(lives);
        fc.pre(placed.length > 0);
        await withRolledUp(
          configOf(rules),
          placed,
          async ({ db }) => {
            const levels = await db.rows<Level>(
              'SELECT month, system_id AS id, counted, factor, level, score FROM mart.risk_levels ORDER BY ALL',
            );
            const terms = await db.rows<{ month: string; id: string; contribution: number | null }>(
              'SELECT month, system_id AS id, contribution FROM mart.risk_drivers ORDER BY ALL',
            );
            const scopes = await db.rows<Scope>(
              `SELECT month, scope_kind AS kind, scope_id AS id, company_id AS company, [level_0, level_1, level_2, level_3, level_4, no_data]::VARCHAR AS counts, level, by_worst, score
               FROM mart.risk_scopes ORDER BY ALL`,
            );
            const parts = await db.rows<{ month: string; kind: string; id: string; value: number }>(
              'SELECT month, scope_kind AS kind, scope_id AS id, value FROM mart.risk_move_parts ORDER BY ALL',
            );
            const members = await db.rows<{ month: string; kind: string; id: string; system: string }>(
              'SELECT month, scope_kind AS kind, scope_id AS id, system_id AS system FROM mart.risk_members',
            );
            expect(levels.map((l) => `${l.month} ${l.id}`)).toEqual(
              placed.map((p) => `${p.month} ${p.system}`).sort(),
            );

            // Contributions add up to the score.
            for (const l of levels) {
              const own = terms.filter((t) => t.month === l.month && t.id === l.id);
              expect(sum(own.map((t) => t.contribution ?? 0))).toBeCloseTo(l.score ?? 0, 9);
            }

            // Counts of units add up to companies and the group; each system stands in one unit.
            const counts = (month: string, kind: string, company?: string): number[] =>
              scopes
                .filter(
                  (s) =>
                    s.month === month && s.kind === kind && (company === undefined || s.company === company),
                )
                .map((s) => JSON.parse(s.counts) as number[])
                .reduce((a, b) => a.map((n, i) => n + b[i]!), [0, 0, 0, 0, 0, 0]);
            for (const month of months) {
              const of = [0, 1, 2, 3, 4, null].map(
                (at) => levels.filter((l) => l.month === month && l.level === at).length,
              );
              for (const kind of ['system', 'unit', 'company', 'group'])
                expect(counts(month, kind)).toEqual(of);
              for (const company of ['a', 'b'])
                expect(counts(month, 'unit', company)).toEqual(counts(month, 'company', company));
            }
            for (const l of levels)
              expect(
                members.filter((m) => m.kind === 'unit' && m.month === l.month && m.system === l.id),
              ).toHaveLength(1);

            // Parts add up to the difference, of every scope and pair of months in which it has systems.
            for (const now of scopes) {
              const before = scopes.find(
                (s) =>
                  s.kind === now.kind && s.id === now.id && s.month === months[months.indexOf(now.month) - 1],
              );
              const own = parts.filter(
                (p) => p.month === now.month && p.kind === now.kind && p.id === now.id,
              );
              if (!before) expect(own).toEqual([]);
              else {
                compared++;
                expect(
                  Math.abs(sum(own.map((p) => p.value)) - ((now.score ?? 0) - (before.score ?? 0))),
                ).toBeLessThan(1e-9);
              }
            }

            // The mean, reckoned anew; and no critical system of the highest importance is hidden at any tier.
            for (const scope of scopes) {
              const within = levels.filter((l) =>
                members.some(
                  (m) =>
                    m.month === scope.month &&
                    m.kind === scope.kind &&
                    m.id === scope.id &&
                    m.system === l.id &&
                    l.month === m.month,
                ),
              );
              const mean =
                sum(within.map((l) => l.factor * (l.score ?? 0))) / sum(within.map((l) => l.factor));
              expect(scope.score ?? 0).toBeCloseTo(mean, 9);
              if (within.some((l) => l.counted === 4 && l.level === 4)) {
                critical++;
                expect([scope.level, scope.by_worst]).toEqual([4, 4]);
              }
            }
          },
          { months },
        );
      }),
      { numRuns: 60 },
    );
    // The cases were there to be seen.
    expect(critical).toBeGreaterThan(20);
    expect(compared).toBeGreaterThan(100);
  });
});

describe('the configuration', () => {
  it('is refused where it hides a critical system of the highest importance', () => {
    for (const top of [1, 4, null])
      expect(() => configOf({ roll_up: { less: [null, null, 1, top] } })).toThrow();
  });

  it('is what these properties range over: every driver, and no other', () => {
    expect(driverInputs.map(([driver]) => driver)).toEqual(Object.keys(driversSchema.parse({})));
  });
});
