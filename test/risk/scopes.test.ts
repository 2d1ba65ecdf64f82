/** From systems to units, companies and the group, by hand. */
import { describe, expect, it } from 'vitest';
import { configOf, type Placed, withRolledUp } from './tables.js';

const month = '2026-01';
/** A system at a level, or without data. */
const at = (level: number | null, importance: number, name: string, place: Partial<Placed> = {}): Placed => ({
  month,
  system: name,
  importance,
  inputs: { 'changes.failed_changes': level },
  ...place,
});
const several = (n: number, level: number | null, importance: number, prefix: string): Placed[] =>
  Array.from({ length: n }, (_, i) => at(level, importance, `${prefix}${i}`));

interface Scope {
  readonly systems: number;
  readonly no_data: number;
  readonly level: number | null;
  readonly worst: number | null;
  readonly by_worst: number | null;
  readonly by_share: number | null;
  readonly deciding: string | null;
  readonly score: number | null;
  readonly coverage: number | null;
}
interface Figure {
  readonly metric: string;
  readonly value: number | null;
  readonly status: string;
  readonly coverage: number | null;
  readonly source_rows: number;
}

const scopeOf = (placed: readonly Placed[], risk: object = {}, kind = 'group', id = 'group') =>
  withRolledUp(configOf(risk), placed, async ({ db }) => {
    const [scope] = await db.rows<Scope>(
      `SELECT * EXCLUDE (month, scope_kind, scope_id, company_id) FROM mart.risk_scopes WHERE scope_kind = $kind AND scope_id = $id`,
      { kind, id },
    );
    const figures = await db.rows<Figure>(
      `SELECT metric, value, status, coverage, source_rows FROM mart.risk_figures WHERE scope_kind = $kind AND scope_id = $id`,
      { kind, id },
    );
    return { ...scope!, figures: Object.fromEntries(figures.map(({ metric, ...f }) => [metric, f])) };
  });

describe('one red system of the highest importance among nineteen green', () => {
  const red = [at(4, 4, 'red'), ...several(19, 0, 2, 'green')];

  it('makes its unit, its company and the group red, though it is 8 % of them', async () => {
    // Shares: 2 of 2 + 19 × 1.2 = 24.8, so 8.1 % reach critical: by the share it is none. Its score is 100, the mean 200 ÷ 24.8.
    for (const [kind, id] of [
      ['unit', 'u'],
      ['company', 'a'],
      ['group', 'group'],
    ] as const)
      expect(await scopeOf(red, {}, kind, id)).toMatchObject({
        systems: 20,
        level: 4,
        worst: 4,
        by_worst: 4,
        by_share: 0,
        deciding: 'top',
        score: expect.closeTo(200 / 24.8, 10),
        coverage: 1,
      });
  });

  it('does so under the weakest rule that is accepted', async () => {
    const risk = { roll_up: { less: [null, null, null, 0], share: null }, importance_factors: [1, 1, 1, 1] };
    expect(await scopeOf(red, risk)).toMatchObject({ level: 4, by_share: null, deciding: 'top' });
  });

  it('of importance 3 counts one less; of 2 only by its share', async () => {
    expect(await scopeOf([at(4, 3, 'red'), ...several(19, 0, 2, 'green')])).toMatchObject({
      level: 3,
      worst: 4,
      by_worst: 3,
      deciding: 'next',
    });
    expect(await scopeOf([at(4, 2, 'red'), ...several(19, 0, 2, 'green')])).toMatchObject({
      level: 0,
      worst: 4,
      by_worst: null,
      by_share: 0,
      deciding: 'share',
    });
  });
});

describe('the share', () => {
  it('is reached at exactly its value, of importance factors with decimals too', async () => {
    // 1 of 5 systems of factor 1.2 is exactly 20 %; 1 of 6 is less. Five times 1.2 is not 6 in doubles added one by one.
    expect(await scopeOf([at(3, 2, 'x'), ...several(4, 1, 2, 'y')])).toMatchObject({
      by_share: 3,
      level: 3,
      deciding: 'share',
    });
    expect(await scopeOf([at(3, 2, 'x'), ...several(5, 1, 2, 'y')])).toMatchObject({ by_share: 1, level: 1 });
    const risk = { importance_factors: [0.1, 0.3, 0.7, 1.1], roll_up: { share: 0.3 } };
    // 3 × 0.1 of 10 × 0.1.
    expect(await scopeOf([...several(3, 2, 1, 'x'), ...several(7, 0, 1, 'y')], risk)).toMatchObject({
      by_share: 2,
    });
  });

  it('is of the systems with a level: those without data do not thin it out', async () => {
    // 1 of 5 with a level, beside twenty of which nothing is known.
    const placed = [at(3, 2, 'x'), ...several(4, 1, 2, 'y'), ...several(20, null, 2, 'z')];
    expect(await scopeOf(placed)).toMatchObject({ systems: 25, no_data: 20, by_share: 3 });
  });

  it('counts a system at a greater level as reaching the lesser ones', async () => {
    // Of factors 1: one at 4, one at 3, one at 2, seven at 0: 10 %, 20 %, 30 %.
    const placed = [at(4, 1, 'a'), at(3, 1, 'b'), at(2, 1, 'c'), ...several(7, 0, 1, 'd')];
    expect(await scopeOf(placed)).toMatchObject({ by_share: 3 });
  });

  it('weighs importance: one of importance 4 is as two of 1', async () => {
    // 2 of 2 + 8 = 20 %, of importance 4 by the worst anyway; with one of importance 3: 1.5 of 9.5 = 15.8 %.
    expect(await scopeOf([at(2, 4, 'x'), ...several(8, 0, 1, 'y')])).toMatchObject({ by_share: 2 });
    expect(await scopeOf([at(2, 3, 'x'), ...several(8, 0, 1, 'y')])).toMatchObject({
      by_share: 0,
      by_worst: 1,
    });
  });
});

describe('a scope', () => {
  it('without data in any system has none, unless one of importance 4 wants a required driver', async () => {
    const unknown = (importance: number): Placed => ({
      ...at(null, importance, `s${importance}`),
      inputs: { 'harm.impact_minutes': null, 'open.open_days': null },
    });
    const none = await scopeOf([unknown(1), unknown(2), unknown(3)]);
    expect(none).toMatchObject({
      systems: 3,
      no_data: 3,
      level: null,
      deciding: null,
      score: null,
      coverage: 0,
    });
    expect(none.figures).toEqual({
      risk_level: { value: null, status: 'no_data', coverage: 0, source_rows: 3 },
      risk_score: { value: null, status: 'no_data', coverage: 0, source_rows: 3 },
      risk_coverage: { value: 0, status: '', coverage: 0, source_rows: 3 },
    });
    const floored = await scopeOf([unknown(1), unknown(2), unknown(3), unknown(4)]);
    expect(floored).toMatchObject({ no_data: 3, level: 2, worst: 2, deciding: 'top', score: null });
    expect(floored.figures.risk_level).toMatchObject({ value: 2, status: '', coverage: 0 });
  });

  it('whose systems the rule counts none of has no level, which is not a level of none', async () => {
    const risk = { roll_up: { share: null } };
    const scope = await scopeOf([at(4, 1, 's')], risk);
    expect(scope).toMatchObject({ level: null, worst: 4, deciding: null });
    expect(scope.figures.risk_level).toMatchObject({ value: null, status: 'not_applicable' });
  });

  it('never goes below none for what the worst is less', async () => {
    const risk = { roll_up: { less: [3, 2, 1, 0], share: null } };
    expect(await scopeOf([at(1, 2, 's'), at(0, 1, 't')], risk)).toMatchObject({ level: 0, by_worst: 0 });
  });

  it('that is a system has its own level and score, whatever the rule takes off', async () => {
    const scope = await scopeOf([at(3, 1, 's')], {}, 'system', 's');
    // 100 × 1 ÷ 2 × 3 ÷ 4.
    expect(scope).toMatchObject({ level: 3, deciding: null, score: 37.5 });
    expect(scope.figures.risk_level).toEqual({ value: 3, status: '', coverage: 1, source_rows: 1 });
  });

  it('has a mean that is weighted by importance, what has no data as 0', async () => {
    // Importance 4 at 2: 50; importance 1 at 4: 50; importance 2 without data: 0. (2×50 + 1×50 + 0) ÷ (2 + 1 + 1.2); known 2 of 3.
    expect(await scopeOf([at(2, 4, 'a'), at(4, 1, 'b'), at(null, 2, 'c')])).toMatchObject({
      score: expect.closeTo(150 / 4.2, 10),
      coverage: expect.closeTo(2 / 3, 12),
    });
  });

  it('may run through units: a supplier has the systems behind which it stands', async () => {
    const placed = [
      at(4, 4, 'a', { suppliers: ['x'], unit: 'u1' }),
      at(0, 4, 'b', { suppliers: ['x', 'y'], unit: 'u2' }),
    ];
    expect(await scopeOf(placed, {}, 'supplier', 'x')).toMatchObject({ systems: 2, level: 4 });
    expect(await scopeOf(placed, {}, 'supplier', 'y')).toMatchObject({ systems: 1, level: 0 });
  });

  it('counts its systems by importance and level; what is not known stands apart', async () => {
    const placed = [at(4, 4, 'a'), at(4, 4, 'b'), { ...at(4, 4, 'c'), importance: null }, at(null, 1, 'd')];
    const cells = await withRolledUp(configOf(), placed, ({ db }) =>
      db.rows(
        `SELECT importance, level, systems, counted FROM mart.risk_matrix WHERE scope_kind = 'group' ORDER BY ALL NULLS LAST`,
      ),
    );
    expect(cells).toEqual([
      { importance: 1, level: null, systems: 1, counted: 1 },
      { importance: 4, level: 4, systems: 2, counted: 4 },
      { importance: null, level: 4, systems: 1, counted: 4 },
    ]);
  });
});
