/** Movement since the month before, by hand. */
import { describe, expect, it } from 'vitest';
import { configOf, type Placed, withRolledUp } from './tables.js';

const [january, february] = ['2026-01', '2026-02'] as const;
const both = { months: [january, february] };
const at = (month: string, inputs: Placed['inputs'], more: Partial<Placed> = {}): Placed => ({
  month,
  system: 's',
  importance: 4,
  inputs,
  ...more,
});
const one = (level: number | null): Placed['inputs'] => ({ 'changes.failed_changes': level });

const kindsOf = (placed: readonly Placed[], incomplete: readonly string[] = []) =>
  withRolledUp(
    configOf(),
    placed,
    async ({ db }) => {
      const rows = await db.rows<{ month: string; system_id: string; kind: string; complete: boolean }>(
        'SELECT month, system_id, kind, complete FROM mart.risk_moves ORDER BY ALL',
      );
      return rows.map((r) => `${r.month} ${r.system_id} ${r.kind}${r.complete ? '' : ' (incomplete)'}`);
    },
    { ...both, incomplete },
  );

type Part = readonly [part: string, driver: string | null, value: number];
const partsOf = (placed: readonly Placed[], kind: string, id: string, risk: object = {}): Promise<Part[]> =>
  withRolledUp(
    configOf(risk),
    placed,
    async ({ db }) => {
      const rows = await db.rows<{ system_id: string; part: string; driver: string | null; value: number }>(
        'SELECT system_id, part, driver, value FROM mart.risk_move_parts WHERE scope_kind = $kind AND scope_id = $id ORDER BY ALL',
        { kind, id },
      );
      return rows.map((r): Part => [`${r.system_id} ${r.part}`, r.driver, Number(r.value.toFixed(9))]);
    },
    both,
  );

describe('a system', () => {
  it.each([
    [1, 3, 'worse'],
    [3, 1, 'better'],
    [2, 2, 'same'],
    [null, 2, 'told'],
    [2, null, 'untold'],
    [null, null, 'same'],
  ] as const)('from %s to %s is %s', async (before, now, kind) => {
    const more = { importance: 3 };
    expect(await kindsOf([at(january, one(before), more), at(february, one(now), more)])).toEqual([
      `2026-02 s ${kind}`,
    ]);
  });

  it('is new or gone by being there; the first month has no month before', async () => {
    expect(
      await kindsOf([at(january, one(1), { system: 'old' }), at(february, one(4), { system: 'young' })]),
    ).toEqual(['2026-02 old gone', '2026-02 young new']);
  });

  it('under another unit of the group is neither new nor gone', async () => {
    const placed = [
      at(january, one(1), { unit: 'u1', company: 'a' }),
      at(february, one(1), { unit: 'u2', company: 'b' }),
    ];
    expect(await kindsOf(placed)).toEqual(['2026-02 s same']);
  });

  it('is not better in an incomplete month, nor after one; worse it is', async () => {
    for (const month of [january, february])
      expect(await kindsOf([at(january, one(3)), at(february, one(1))], [month])).toEqual([
        '2026-02 s unclear (incomplete)',
      ]);
    expect(await kindsOf([at(january, one(1)), at(february, one(3))], [february])).toEqual([
      '2026-02 s worse (incomplete)',
    ]);
  });

  it('is not better for want of the data that stood above its level', async () => {
    const before = { ...one(3), 'capacity.days_to_limit': 1 };
    expect(await kindsOf([at(january, before), at(february, { ...before, ...one(null) })])).toEqual([
      '2026-02 s unclear',
    ]);
    // The driver that is lost was no worse than the system is now.
    expect(
      await kindsOf([at(january, before), at(february, { ...one(1), 'capacity.days_to_limit': null })]),
    ).toEqual(['2026-02 s better']);
    // It no longer applies: no supplier, no cap. That is no want of data.
    expect(await kindsOf([at(january, before), at(february, { 'capacity.days_to_limit': 1 })])).toEqual([
      '2026-02 s better',
    ]);
  });
});

describe('the parts of a difference', () => {
  it('are a level’s where the driver has data in both months', async () => {
    // One driver of one, factor 2 of 2: 25 points a level. From 1 to 3: +50.
    expect(await partsOf([at(january, one(1)), at(february, one(3))], 'system', 's')).toEqual([
      ['s level', 'changes', 50],
    ]);
  });

  it('are of coverage where data comes or goes, its weight being there all along', async () => {
    // Two drivers: 12.5 points a level. Capacity from no data to 4: +50.
    const rest = one(2);
    const placed = [
      at(january, { ...rest, 'capacity.days_to_limit': null }),
      at(february, { ...rest, 'capacity.days_to_limit': 4 }),
    ];
    expect(await partsOf(placed, 'system', 's')).toEqual([['s coverage', 'capacity', 50]]);
    expect(
      await partsOf(
        [placed[1]!, placed[0]!].map((p, i) => ({ ...p, month: both.months[i]! })),
        'system',
        's',
      ),
    ).toEqual([['s coverage', 'capacity', -50]]);
  });

  it('are of what applies where a driver comes in, of all drivers’ shares too', async () => {
    // Before: changes at 2, share 1: 50 points. Then capacity applies at 4, share ½ each: 25 + 50 = 75. Capacity: 50 less 0.
    // Changes: level 2 × 25 points × (½ − 1) = −25.
    const placed = [at(january, one(2)), at(february, { ...one(2), 'capacity.days_to_limit': 4 })];
    expect(await partsOf(placed, 'system', 's')).toEqual([
      ['s applicability', 'capacity', 50],
      ['s applicability', 'changes', -25],
    ]);
  });

  it('are of importance where its factor changes, at the mean of the levels', async () => {
    // From factor 1.5 at level 1 (18.75) to 2 at level 3 (75). Level: mean weight (18.75 + 25) ÷ 2 × 2 = 43.75; factor: mean level 2 × 25 × 0.5 ÷ 2 = 12.5.
    const placed = [at(january, one(1), { importance: 3 }), at(february, one(3))];
    expect(await partsOf(placed, 'system', 's')).toEqual([
      ['s importance', 'changes', 12.5],
      ['s level', 'changes', 43.75],
    ]);
  });

  it('of a group tell who came and who left, against the mean of the two months', async () => {
    // January: a at 2 (50), b at 0; mean 25. February: a at 2, c at 4 (100); mean 75. M̄ = 50, all shares ½.
    // b gone: −½ (0 − 50) = 25; c new: ½ (100 − 50) = 25; a nothing.
    const placed = [
      at(january, one(2), { system: 'a' }),
      at(january, one(0), { system: 'b' }),
      at(february, one(2), { system: 'a' }),
      at(february, one(4), { system: 'c' }),
    ];
    expect(await partsOf(placed, 'group', 'group')).toEqual([
      ['b gone', null, 25],
      ['c new', null, 25],
    ]);
  });

  it('of a group tell what a greater share of the whole does', async () => {
    // January: a alone at 4 (100). February: b at 0 beside it; mean 50, M̄ = 75.
    // b new: ½ (0 − 75) = −37.5; a's share from 1 to ½: −½ (100 − 75) = −12.5.
    const placed = [
      at(january, one(4), { system: 'a' }),
      at(february, one(4), { system: 'a' }),
      at(february, one(0), { system: 'b' }),
    ];
    expect(await partsOf(placed, 'group', 'group')).toEqual([
      ['a share', null, -12.5],
      ['b new', null, -37.5],
    ]);
  });

  it('of a group take a system’s own parts at its mean share of the two months', async () => {
    // January: a alone at 0. February: a at 4 (100), b at 0 beside it; mean 50, M̄ = 25.
    // a's level: (1 + ½) ÷ 2 × 100 = 75; its share: −½ (50 − 25) = −12.5; b new: ½ (0 − 25) = −12.5. Together 50.
    const placed = [
      at(january, one(0), { system: 'a' }),
      at(february, one(4), { system: 'a' }),
      at(february, one(0), { system: 'b' }),
    ];
    expect(await partsOf(placed, 'group', 'group')).toEqual([
      ['a level', 'changes', 75],
      ['a share', null, -12.5],
      ['b new', null, -12.5],
    ]);
  });

  it('see a system that changes its unit come and go in the units, not in the group', async () => {
    const rest = [january, february].flatMap((month) => [
      at(month, one(0), { system: 'x', unit: 'u1' }),
      at(month, one(0), { system: 'y', unit: 'u2' }),
    ]);
    const placed = [...rest, at(january, one(4), { unit: 'u1' }), at(february, one(4), { unit: 'u2' })];
    expect(await partsOf(placed, 'group', 'group')).toEqual([]);
    // u1: from 50 to 0, M̄ = 25: −½ (100 − 25) = −37.5 gone, and x's share from ½ to 1: ½ (0 − 25) = −12.5.
    expect(await partsOf(placed, 'unit', 'u1')).toEqual([
      ['s gone', null, -37.5],
      ['x share', null, -12.5],
    ]);
  });
});
