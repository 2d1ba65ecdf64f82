/** What a report on a month says of its headlines: from CSV to mart.signals, each expected mark by hand. */
import { describe, expect, it, vi } from 'vitest';
import { formatPlace, KadoError } from '../../src/errors.js';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import type { SignalRow } from '../../src/metrics/signalRows.js';
import { createSignals } from '../../src/metrics/signals.js';
import { withoutRisk } from '../cases/figures.js';
import { type Files, withStaged } from '../loaders/project.js';

// Each test runs the pipeline up to five times.
vi.setConfig({ testTimeout: 90_000 });

/** `count` incidents in a month, at noon from its first day on, restored after `minutes`. */
function incidentsOf(system: string, month: string, count: number, minutes = 30): string[] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, n) => {
    const at = Date.UTC(year, number - 1, 1 + n, 12);
    const iso = (ms: number): string => new Date(ms).toISOString();
    return `${system}-${month}-${n},${system},${iso(at)},${iso(at + minutes * 60_000)}`;
  });
}
const monthOf = (i: number): string => new Date(Date.UTC(2024, 3 + i, 1)).toISOString().slice(0, 7);

interface Plan {
  /** System → incidents by month, from April 2024. */
  readonly counts: Readonly<Record<string, readonly number[]>>;
  readonly yaml?: string;
  readonly covers?: readonly string[];
  readonly systems?: string;
}

function project({ counts, yaml = '', covers, systems }: Plan): Files {
  const length = Math.max(...Object.values(counts).map((list) => list.length));
  const end = new Date(Date.UTC(2024, 3 + length, 0)).toISOString().slice(0, 10);
  const ends = new Date(Date.UTC(2024, 3 + length, 1)).toISOString().slice(0, 10);
  const entries = (covers ?? [`2024-04-01, to: ${end}`]).map(
    (c, i) => `    - { path: i${i}.csv, covers: { from: ${c} }, allow_empty: true }\n`,
  );
  const header = 'incident_id,system_id,occurred_at,restored_at\n';
  const lines = Object.entries(counts).flatMap(([system, list]) =>
    list.flatMap((count, i) => incidentsOf(system, monthOf(i), count)),
  );
  return {
    'kado.yaml': `timezone: UTC\nas_of: ${ends}T00:00:00Z\nsources:\n  systems: s.csv\n  incidents:\n${entries.join('')}${yaml}`,
    's.csv':
      systems ??
      `system_id,unit_id,name_ja\n${Object.keys(counts)
        .map((id) => `${id},u1,${id}\n`)
        .join('')}`,
    'i0.csv': `${header}${lines.join('\n')}\n`,
    ...Object.fromEntries(entries.slice(1).map((_, i) => [`i${i + 1}.csv`, header])),
  };
}

type Look = (sql: string) => Promise<void>;
interface Signals {
  of(scope: string, metric?: string): SignalRow;
  readonly points: readonly { readonly [column: string]: unknown }[];
}

const signalsOf = (plan: Plan, month: string, before: (run: Look) => Promise<void> = async () => {}) =>
  withStaged(project(plan), async ({ db, config, loaded }): Promise<Signals> => {
    await buildMarts(db, config, { month });
    await createFigures(db, loaded.mapped, withoutRisk(db));
    await before(db.run);
    await createSignals(db, config);
    const rows = await db.rows<SignalRow>('SELECT * FROM mart.signals');
    const points = await db.rows<{ [column: string]: unknown }>(
      `SELECT * FROM mart.signal_points WHERE metric = 'incidents' AND scope_kind = 'system' ORDER BY position`,
    );
    const of: Signals['of'] = (scope, metric = 'incidents') =>
      rows.find((r) => `${r.scope_kind}:${r.scope_id}` === scope && r.metric === metric)!;
    return { of, points };
  });

/** Twelve months around 10 a month: Σ 120 in 365 days, φ far under its bound. */
const year = [10, 11, 9, 10, 12, 8, 10, 9, 11, 10, 9, 11];

describe('a reported month', () => {
  it('is worse beyond the limits of the year before it', async () => {
    const { of, points } = await signalsOf({ counts: { s1: [...year, 20] } }, '2025-04');
    // 30 days at 120/365 a day: 9.863 + 3√9.863 = 19.285.
    const row = of('system:s1');
    expect(row).toMatchObject({
      chart: 'u',
      variation: 'worse',
      rule: 'outside',
      reason: null,
      value: 20,
      baseline_from: '2024-04',
      baseline_to: '2025-03',
      baseline_months: 12,
      trial: false,
      widened: false,
      assurance: null,
    });
    expect(row.centre).toBeCloseTo(9.863, 3);
    expect(row.upper).toBeCloseTo(19.285, 3);
    expect(points).toHaveLength(13);
    expect(points.at(-1)).toMatchObject({
      month: '2025-04',
      value: 20,
      baseline: false,
      rule: 'outside',
      variation: 'worse',
    });
    expect(points[0]).toMatchObject({ month: '2024-04', baseline: true, rule: null, variation: 'common' });
    // The same incidents are the group's, the company's and the unit's.
    expect([of('group:group').variation, of('unit:u1').variation]).toEqual(['worse', 'worse']);
    expect(of('system:s1', 'restore_minutes_median').reason).toBe('hardly_varies');
  });

  it('stays common within them', async () => {
    const { of } = await signalsOf({ counts: { s1: [...year, 19] } }, '2025-04');
    expect(of('system:s1')).toMatchObject({ variation: 'common', rule: null });
  });

  it('is not judged while it is incomplete, whatever it holds', async () => {
    const covers = ['2024-04-01, to: 2025-04-29'];
    const { of, points } = await signalsOf({ counts: { s1: [...year, 20] }, covers }, '2025-04');
    expect(of('system:s1')).toMatchObject({ variation: null, rule: null, reason: 'incomplete', value: 20 });
    expect(points.map((p) => p.month)).not.toContain('2025-04');
  });

  it('is not judged with five months, and on trial with six', async () => {
    const five = await signalsOf({ counts: { s1: year.slice(0, 5) } }, '2024-08');
    expect(five.of('system:s1')).toMatchObject({ chart: 'none', variation: null, reason: 'too_few_months' });
    const six = await signalsOf({ counts: { s1: year.slice(0, 6) } }, '2024-09');
    expect(six.of('system:s1')).toMatchObject({ variation: 'common', trial: true, baseline_months: 6 });
  });

  it('goes on with a run of bad months over one that is incomplete', async () => {
    // From May 2025 on, six months at 13 to 15 and one (August) of which two weeks are missing.
    const counts = { s1: [...year, 9, 13, 14, 13, 0, 14, 13, 15, 13] };
    const covers = ['2024-04-01, to: 2025-07-31', '2025-08-15, to: 2025-12-31'];
    const { of, points } = await signalsOf({ counts, covers }, '2025-12');
    expect(points.map((p) => p.month)).not.toContain('2025-08');
    expect(of('system:s1')).toMatchObject({ variation: 'worse', rule: 'shift' });
    const sooner = await signalsOf({ counts, covers }, '2025-11');
    expect(sooner.of('system:s1').variation).toBe('common');
  });
});

describe('rare events', () => {
  const rare = [1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1];
  it('are judged by the days between them', async () => {
    // 8 in 365 days, then 7 at daily gaps: the seventh gap is short, and so are six before it.
    const { of, points } = await signalsOf({ counts: { s1: [...rare, 8] } }, '2025-04');
    expect(of('system:s1')).toMatchObject({ chart: 'g', variation: 'worse', rule: 'shift', value: 8 });
    // 15 gaps that ended; the open one (22 days since 8 April) is not long yet: the median is 31 days.
    expect(points).toHaveLength(15);
    expect(points.at(-1)).toMatchObject({ month: '2025-04', value: 1, open: false, variation: 'worse' });
    const fewer = await signalsOf({ counts: { s1: [...rare, 6] } }, '2025-04');
    expect(fewer.of('system:s1').variation).toBe('common');
  });
  it('that stop coming are better once the open gap is beyond its limit', async () => {
    // 16 in 730 days: p = 0.02145, 0.99865 quantile 304 days. The last was on 1 March 2026.
    const quiet = (months: number) => ({ counts: { s1: [...rare, ...rare, ...Array(months).fill(0)] } });
    const soon = await signalsOf(quiet(9), '2026-12'); // 31 December: 305 days
    expect(soon.of('system:s1')).toMatchObject({ variation: 'better', rule: 'outside', upper: 304 });
    expect(soon.points.at(-1)).toMatchObject({ value: 305, open: true, month: '2026-12' });
    const sooner = await signalsOf(quiet(8), '2026-11');
    expect(sooner.of('system:s1').variation).toBe('common');
  });
  it('that never came have no rate', async () => {
    const { of } = await signalsOf({ counts: { s1: [...year, 9], s2: Array(13).fill(0) } }, '2025-04');
    expect(of('system:s2')).toMatchObject({ chart: 'none', reason: 'no_events', variation: null });
  });
});

describe('a system', () => {
  const systems = (from: string, to: string) =>
    `system_id,unit_id,name_ja,valid_from,valid_to\ns1,u1,s1,,\ns2,u1,s2,${from},${to}\n`;
  it('has no history before it was there', async () => {
    const counts = { s1: [...year, ...year], s2: [...Array(12).fill(0), ...year] };
    const { of } = await signalsOf({ counts, systems: systems('2025-04-01', '') }, '2026-03');
    expect(of('system:s2')).toMatchObject({
      baseline_from: '2025-04',
      baseline_months: 12,
      variation: 'common',
    });
  });
  it('does not improve by being gone', async () => {
    const counts = { s1: [...year, ...year], s2: [...year, ...Array(12).fill(0)] };
    const { of } = await signalsOf({ counts, systems: systems('', '2025-03-31') }, '2026-03');
    expect(of('system:s2')).toMatchObject({ variation: null, reason: 'out_of_service' });
  });
});

describe('a re-basing', () => {
  const counts = { s1: [...year, ...year.map((n) => n + 9)] };
  const rebase = (scope: string, from = '2025-04', metric = 'incidents') =>
    `signals:\n  rebase:\n    - { scope: "${scope}", metric: ${metric}, from: ${from}, reason: 窓口の統合 }\n`;
  it('draws limits anew from its month on, and says why', async () => {
    const without = await signalsOf({ counts }, '2026-03');
    expect(without.of('system:s1')).toMatchObject({ variation: 'worse', rebased_from: null });
    const { of, points } = await signalsOf({ counts, yaml: rebase('system:s1') }, '2026-03');
    expect(of('system:s1')).toMatchObject({
      variation: 'common',
      baseline_from: '2025-04',
      baseline_to: '2026-03',
      rebased_from: '2025-04',
      rebase_reason: '窓口の統合',
    });
    // The chart of one metric and scope, no other.
    expect(of('system:s1', 'impact_minutes').rebased_from).toBeNull();
    // Earlier points keep the limits that they had.
    expect(points).toHaveLength(24);
    expect(points[0]!.centre).toBeCloseTo((30 * 120) / 365, 9);
    expect(points[12]!.centre).toBeCloseTo((30 * 228) / 365, 9);
    expect(of('group:group').variation).toBe('worse');
  });
  it('of a month to come does nothing yet', async () => {
    const { of } = await signalsOf({ counts, yaml: rebase('system:s1', '2026-04') }, '2026-03');
    expect(of('system:s1')).toMatchObject({ variation: 'worse', rebased_from: null });
  });
  it('of what is not there is refused, with its place', async () => {
    const fault = await signalsOf(
      { counts, yaml: rebase('system:s9', '2025-04', 'records') },
      '2026-03',
    ).catch((e: unknown) => e);
    const problems = fault instanceof KadoError ? fault.problems : [];
    expect(problems.map(({ code, place }) => `${code} ${place && formatPlace(place)}`)).toEqual([
      'rebase_unknown_metric kado.yaml:9:29',
      'rebase_unknown_scope kado.yaml:9:9',
    ]);
  });
});

describe('assurance', () => {
  it('is said of values with a monthly target, by the limits', async () => {
    const plan = { counts: { s1: [...year, 9] } };
    const setTarget = (target: number) => (run: Look) =>
      run(`UPDATE mart.figures SET target = ${target} WHERE metric = 'impact_minutes'`);
    const met = await signalsOf(plan, '2025-04', setTarget(1000));
    // 30 minutes each: the months have 240 to 360 minutes.
    expect(met.of('system:s1', 'impact_minutes')).toMatchObject({
      chart: 'xmr',
      assurance: 'consistently_met',
    });
    const missed = await signalsOf(plan, '2025-04', setTarget(10));
    expect(missed.of('system:s1', 'impact_minutes').assurance).toBe('consistently_missed');
    const either = await signalsOf(plan, '2025-04', setTarget(300));
    expect(either.of('system:s1', 'impact_minutes').assurance).toBe('hit_and_miss');
  });
});
