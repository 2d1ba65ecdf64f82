/** Why a level is what it is: every input leads to the very rows of the exports that made it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { judgeRisk } from '../../src/risk/index.js';
import { rowsOf } from '../../src/risk/rows/index.js';
import { readScopeWhys, type ScopeWhy } from '../../src/risk/scopeWhy.js';
import { readSystemWhys, type SystemWhy, thresholdOf } from '../../src/risk/why.js';
import { inputsInUse, type RowList, readRowLists, rowKey } from '../../src/risk/whyRows.js';
import { type Files, withStaged } from '../loaders/project.js';
import { configOf, withRolledUp } from './tables.js';
import { whyProject } from './whyProject.js';

interface Read {
  readonly systems: ReadonlyMap<string, SystemWhy>;
  readonly rows: ReadonlyMap<string, RowList>;
  /** `kind key file:line` of the rows of an input. */
  of(system: string, input: string): string[];
}

const months = ['2025-05', '2026-02', '2026-03', '2026-04'] as const;

/** One build, read as of each month's end, and April once more with a limit. */
const readAll = (files: Files): Promise<Map<string, Read>> =>
  withStaged(files, async ({ db, config, loaded, rejects }) => {
    expect(rejects).toEqual([]);
    const period = await buildMarts(db, config, { month: '2026-04' });
    await createFigures(db, loaded.mapped, () => judgeRisk(db, config, period));
    const paths = new Map(loaded.receipts.map((r) => [r.file, r.path]));
    const read = async (month: string, limit: { limit?: number } = {}): Promise<Read> => {
      const rows = await readRowLists(db, config, { month, asOf: period.asOf, ...limit });
      return {
        systems: await readSystemWhys(db, config.risk, month),
        rows,
        of: (system, input) =>
          (rows.get(rowKey(system, input))?.rows ?? []).map(
            (r) => `${r.kind} ${r.key} ${r.file === null ? '-' : paths.get(r.file)}:${r.line ?? ''}`,
          ),
      };
    };
    const found = new Map<string, Read>([['cut', await read('2026-04', { limit: 1 })]]);
    for (const month of months) found.set(month, await read(month));
    return found;
  });

let reads: Map<string, Read>;
let april: Read;
beforeAll(async () => {
  reads = await readAll(whyProject());
  april = reads.get('2026-04')!;
}, 120_000);

describe('rows behind an input', () => {
  it('are declared for every input of the configuration', () => {
    for (const input of inputsInUse(configOf())) expect(() => rowsOf(input), input).not.toThrow();
    expect(() => rowsOf('nothing')).toThrow();
  });

  // File and line as the project writes them; the header is line 1. I5 is canceled, so it harmed nobody; I4 is s2's.
  it.each<[string, string[]]>([
    // The cap of the year, and its incidents of the year to date (from April): I6 was last year's.
    ['cap_chance', ['cap  targets.csv:2', 'incident I1 i.csv:2', 'incident I3 i.csv:4']],
    // The rules look back over 7 months, October to April: I6 is older. Latest first.
    ['incidents_worse', ['incident I3 i.csv:4', 'incident I1 i.csv:2', 'incident I2 i.csv:3']],
    // "disk full" and "Disk Full" are one cause.
    ['recurring_cause', ['incident I1 i.csv:2', 'incident I2 i.csv:3']],
    // Critical before heavy (I3 has been down for over an hour).
    ['gravest_class', ['incident I1 i.csv:2', 'incident I3 i.csv:4']],
    // 10 days of I3 before 2 hours of I1.
    ['impact_minutes', ['incident I3 i.csv:4', 'incident I1 i.csv:2']],
    ['stop_share', ['incident I3 i.csv:4', 'incident I1 i.csv:2', 'profile s1 systems.csv:2']],
    ['open_class', ['incident I3 i.csv:4']],
    ['open_days', ['incident I3 i.csv:4']],
    ['actions_overdue', ['action A1 actions.csv:2']],
    ['overdue_days', ['action A1 actions.csv:2']],
    ['regulator_overdue', ['incident I3 i.csv:4']],
    ['days_to_limit', ['capacity cpu capacity_limits.csv:2']],
    ['over_warn_days', ['capacity cpu capacity_limits.csv:2']],
    ['sla_breaches', ['service_level availability service_levels.csv:2']],
    ['failed_changes', ['change C1 changes.csv:2', 'change C2 changes.csv:3']],
    ['changes_causing_incidents', ['change C2 changes.csv:3']],
    ['last_review', ['review R2 reviews.csv:3']],
    ['attitude', ['supplier 北辰 system_suppliers.csv:2']],
    ['contract_days', ['supplier 北辰 system_suppliers.csv:2']],
    ['worst_status', ['observation security observations.csv:3', 'observation trouble observations.csv:2']],
    ['bad_aspects', ['observation security observations.csv:3']],
    ['profile_age_days', ['profile s1 systems.csv:2']],
    ['drill_days', ['drill D1 drills.csv:3']],
    ['switchover_days', ['profile s1 systems.csv:2']],
    ['risk_score', ['risk K1 risks.csv:2']],
    ['treatment_days', ['risk K1 risks.csv:2']],
    ['lapsed_exceptions', ['exception E1 exceptions.csv:2']],
  ])('%s', (input, rows) => {
    expect(april.of('s1', input)).toEqual(rows);
  });

  it('of counted inputs are as many as the value says, of every system and month', () => {
    const counted = [
      'recurring_cause',
      'actions_overdue',
      'regulator_overdue',
      'capacity_signs',
      'sla_breaches',
      'failed_changes',
      'changes_causing_incidents',
      'bad_aspects',
      'lapsed_exceptions',
    ];
    let seen = 0;
    for (const month of months) {
      const { systems, rows } = reads.get(month)!;
      for (const { systemId, drivers } of systems.values())
        for (const { inputs } of drivers)
          for (const { input, value, state } of inputs) {
            if (!counted.includes(input) || state !== '') continue;
            const total = rows.get(rowKey(systemId, input))?.total ?? 0;
            // One incident of a cause is no cause that came again.
            const said = input === 'recurring_cause' && value === 1 ? 0 : value;
            expect([month, systemId, input, total]).toEqual([month, systemId, input, said]);
            if (total > 0) seen++;
          }
    }
    expect(seen).toBeGreaterThan(8);
  });

  it('of a past month are those that stood then: I3 was not yet, I2 had harmed', () => {
    const february = reads.get('2026-02')!;
    expect(february.of('s1', 'gravest_class')).toEqual(['incident I2 i.csv:3']);
    expect(february.of('s1', 'open_class')).toEqual([]);
    expect(february.of('s1', 'actions_overdue')).toEqual([]);
    expect(february.of('s1', 'last_review')).toEqual(['review R1 reviews.csv:2']);
    // E1 ended on 1 February: by the 28th it had lapsed; K1's day was yet to come.
    expect(february.of('s1', 'lapsed_exceptions')).toEqual(['exception E1 exceptions.csv:2']);
    expect(february.of('s1', 'treatment_days')).toEqual([]);
    expect(february.of('s1', 'risk_score')).toEqual(['risk K1 risks.csv:2']);
  });

  it('are cut to the limit, and all counted', () => {
    const cut = reads.get('cut')!;
    expect(cut.of('s1', 'gravest_class')).toEqual(['incident I1 i.csv:2']);
    expect(cut.rows.get(rowKey('s1', 'gravest_class'))!.total).toBe(2);
  });

  it('say nothing of drivers that are not in use', async () => {
    const without = (await readAll(whyProject('{ drivers: { open: { used: false } } }'))).get('2026-04')!;
    expect(without.of('s1', 'open_class')).toEqual([]);
    expect(without.systems.get('s1')!.drivers.map((d) => d.driver)).not.toContain('open');
    expect(without.systems.get('s1')!.drivers).toHaveLength(11);
  }, 120_000);
});

describe('a system', () => {
  it('has its drivers in the methods’ order, inputs in the configuration’s, contributions that add up', () => {
    const { drivers, score, level } = april.systems.get('s1')!;
    expect(drivers.map((d) => d.driver)).toEqual(Object.keys(configOf().risk.drivers));
    for (const { driver, inputs } of drivers)
      expect(inputs.map((i) => i.input)).toEqual(Object.keys(configOf().risk.drivers[driver]!.inputs));
    expect(drivers.reduce((sum, d) => sum + d.contribution, 0)).toBeCloseTo(score!, 9);
    expect(level).toBe(Math.max(...drivers.map((d) => d.level ?? 0)));
  });
});

describe('a threshold', () => {
  const { risk } = configOf();
  it.each([
    // From 7 days low, 30 watch, 90 high, 180 critical.
    ['open', 'open_days', 3, { kind: 'from', level: 3, bound: 90 }],
    ['open', 'open_days', 0, { kind: 'from', level: 1, bound: 7 }],
    // Never low or watch: the first that is not reached is high.
    ['open', 'regulator_overdue', 0, { kind: 'from', level: 3, bound: 1 }],
    // Less time is worse.
    ['capacity', 'days_to_limit', 4, { kind: 'down_to', level: 4, bound: 7 }],
    ['harm', 'gravest_class', 3, { kind: 'finding', level: 3, bound: 0 }],
  ])('of %s %s at %d', (driver, input, level, expected) => {
    expect(thresholdOf(risk, driver, input, level)).toEqual(expected);
  });
  it('is none where none is set', () => {
    expect(thresholdOf(risk, 'nothing', 'at_all', 1)).toBeUndefined();
    const none = configOf({ drivers: { open: { open_days: [null, null, null, null] } } }).risk;
    expect(thresholdOf(none, 'open', 'open_days', 0)).toBeUndefined();
  });
});

describe('a scope', () => {
  const month = '2026-04';
  const at = (system: string, importance: number, level: number | null) => ({
    month,
    system,
    importance,
    inputs: { 'open.open_days': level },
  });
  const scopeOf = (placed: ReturnType<typeof at>[], risk: object = {}): Promise<ScopeWhy> =>
    withRolledUp(
      configOf(risk),
      placed,
      async ({ db, config }) => (await readScopeWhys(db, config.risk, month)).get('group group')!,
    );
  const ids = ({ deciders }: ScopeWhy) => deciders.map((d) => d.systemId);

  it('at the level of its top system names it, and the others of top importance at that level alone', async () => {
    const why = await scopeOf([at('x', 4, 4), at('y', 4, 3), at('z', 1, 4), at('w', 4, 4)]);
    expect([why.level, why.deciding, ids(why)]).toEqual([4, 'top', ['w', 'x']]);
  });
  it('that both a top system and one of importance 3 would put there is there for the top one', async () => {
    // x at 3 counts as 3; y at 4 counts as 3 too.
    const why = await scopeOf([at('x', 4, 3), at('y', 3, 4)]);
    // By the share y alone, 1.5 of 3.5, would make it 4: so no share is asked.
    expect([why.level, why.deciding]).toEqual([4, 'share']);
    const worst = await scopeOf([at('x', 4, 3), at('y', 3, 4)], { roll_up: { share: null } });
    expect([worst.level, worst.deciding, ids(worst)]).toEqual([3, 'top', ['x']]);
  });
  it('at a level less names the system of importance 3', async () => {
    // Ten of importance 1 keep the share of x, 1.5 of 11.5, under 20 %.
    const quiet = Array.from({ length: 10 }, (_, i) => at(`q${i}`, 1, 0));
    const why = await scopeOf([at('x', 3, 4), ...quiet]);
    expect([why.level, why.deciding, ids(why), why.deciders[0]!.level]).toEqual([3, 'next', ['x'], 4]);
    expect(why.reached[4]).toBeCloseTo(1.5 / 11.5, 12);
  });
  it('by its share names all who reach it; systems without data have no part', async () => {
    // Of importance 1: 3 of 10 at high; weights are equal. One more has no data.
    const quiet = Array.from({ length: 7 }, (_, i) => at(`q${i}`, 1, 0));
    const loud = ['a', 'b', 'c'].map((id) => at(id, 1, 3));
    const why = await scopeOf([...loud, ...quiet, at('n', 1, null)]);
    expect([why.level, why.deciding, ids(why), why.noData]).toEqual([3, 'share', ['a', 'b', 'c'], 1]);
    expect(why.reached).toEqual([1, 0.3, 0.3, 0.3, 0]);
  });
  it('without any data has no deciders', async () => {
    const why = await scopeOf([at('x', 1, null)]);
    expect([why.level, why.deciding, ids(why), why.reached]).toEqual([null, null, [], []]);
  });
});
