/** What must hold of any series: no mark on a month that can't be judged, no word from one that can't on another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricOf } from '../../src/metrics/registry.js';
import { judgeSeries, needsEvents, type Series, type SeriesMonth } from '../../src/metrics/series.js';
import { pointRows, signalRow } from '../../src/metrics/signalRows.js';
import { headlines } from '../../src/metrics/signals.js';

const incidents = metricOf('incidents');
const scope = { scope_kind: 'system', scope_id: 's1' };
const calendar = (length: number) =>
  Array.from({ length }, (_, i) => ({
    month: `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    from: 30 * i,
    to: 30 * (i + 1),
  }));

interface Plan {
  readonly counts: readonly number[];
  readonly incomplete: readonly boolean[];
  readonly rebased: number | undefined;
}
const plan: fc.Arbitrary<Plan> = fc.integer({ min: 1, max: 45 }).chain((length) =>
  fc.record({
    counts: fc
      .integer({ min: 0, max: 12 })
      .chain((mean) =>
        fc.array(fc.integer({ min: 0, max: 2 * mean }), { minLength: length, maxLength: length }),
      ),
    incomplete: fc.array(
      fc.nat(9).map((n) => n === 0),
      { minLength: length, maxLength: length },
    ),
    rebased: fc.option(fc.nat(length - 1), { nil: undefined }),
  }),
);

function judge({ counts, incomplete, rebased }: Plan) {
  const months = calendar(counts.length);
  const series: Series = {
    chart: 'count',
    months: counts.map(
      (value, i): SeriesMonth => ({ value, complete: !incomplete[i], status: '', target: null }),
    ),
    life: undefined,
    rebases: rebased === undefined ? [] : [{ from: months[rebased]!.month, reason: 'r' }],
  };
  // One event a day from the month's first day on, as many as were counted.
  const events = counts.flatMap((count, i) => Array.from({ length: count }, (_, n) => 30 * i + n));
  const judged = judgeSeries(series, months, needsEvents(series, months) ? events : []);
  return {
    row: signalRow(incidents, scope, series, judged, months),
    points: [...pointRows(incidents, scope, judged, months)],
  };
}

describe('any series', () => {
  it('has a mark or a reason why not, never both, and no mark on an incomplete month', () =>
    fc.assert(
      fc.property(plan, (p) => {
        const { row } = judge(p);
        expect(row.variation === null).toBe(row.reason !== null);
        if (p.incomplete.at(-1))
          expect(row).toMatchObject({ variation: null, rule: null, reason: 'incomplete' });
        // No "better" or "worse" without a rule that fired, and the other way round.
        expect(row.rule !== null).toBe(row.variation === 'better' || row.variation === 'worse');
      }),
      { numRuns: 500 },
    ));
  it('draws no incomplete month, and none of them has a say in the others', () =>
    fc.assert(
      fc.property(plan, fc.integer({ min: 0, max: 24 }), (p, other) => {
        const { row, points } = judge(p);
        const months = calendar(p.counts.length).map((m) => m.month);
        const hidden = months.filter((_, i) => p.incomplete[i]);
        expect(points.filter((point) => hidden.includes(point.month))).toEqual([]);
        const changed = judge({ ...p, counts: p.counts.map((n, i) => (p.incomplete[i] ? other : n)) });
        expect(changed.points).toEqual(points);
        expect({ ...changed.row, value: null }).toEqual({ ...row, value: null });
      }),
      { numRuns: 500 },
    ));
  it('rests on a baseline of at most 24 months from the newest start, the judged one apart', () =>
    fc.assert(
      fc.property(plan, (p) => {
        const { row } = judge(p);
        const months = calendar(p.counts.length).map((m) => m.month);
        const first = p.rebased ?? 0;
        const whole = months.filter((_, i) => i >= first && !p.incomplete[i]);
        expect(row.baseline_months).toBeLessThanOrEqual(24);
        expect(row.trial).toBe(row.chart !== 'none' && row.baseline_months < 12);
        if (row.chart === 'none') return;
        expect([row.baseline_from, row.baseline_to]).toEqual([whole[0], whole[row.baseline_months - 1]]);
        if (whole.length >= 13 && row.reason === null) expect(row.baseline_to! < row.month).toBe(true);
      }),
      { numRuns: 500 },
    ));
});

describe('headlines', () => {
  it('have a direction, without which nothing is better or worse', () =>
    expect(headlines.filter((m) => m.direction === 'neither')).toEqual([]));
  it('of counts name the moment of an event', () => {
    const counts = headlines.filter((m) => m.headline?.chart === 'count');
    expect(counts.map((m) => m.measure.kind)).toEqual(counts.map(() => 'pooled'));
  });
});
