/** A judged series as rows of `mart.signals` and `mart.signal_points`. */
import { isOfGaps } from '../stats/controlChart/chart.js';
import {
  type Assurance,
  type Better,
  markAssurance,
  markVariation,
  type Variation,
} from '../stats/controlChart/marks.js';
import type { Metric } from './metric.js';
import { type CalendarMonth, type JudgedSeries, placePoints, type Series } from './series.js';

/** One row per headline metric and scope of the reported month. Of a chart of gaps, centre and limits are days; the value is the month's own. */
export interface SignalRow {
  readonly month: string;
  readonly metric: string;
  readonly scope_kind: string;
  readonly scope_id: string;
  /** `none`, or the kind of chart (chart.ts). */
  readonly chart: string;
  /** Null where the month isn't judged. */
  readonly variation: Variation | null;
  /** Null without a monthly target, too. */
  readonly assurance: Assurance | null;
  /** What decided; null for common variation. */
  readonly rule: string | null;
  /** Why it isn't judged. */
  readonly reason: string | null;
  readonly value: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly baseline_from: string | null;
  readonly baseline_to: string | null;
  readonly baseline_months: number;
  readonly trial: boolean;
  /** The baseline's counts vary more than a Poisson process can: limits by Laney's method, or gaps between months with events. */
  readonly widened: boolean;
  readonly dispersion: number | null;
  readonly dispersion_bound: number | null;
  readonly widening: number | null;
  readonly rebased_from: string | null;
  readonly rebase_reason: string | null;
}

interface Named {
  readonly scope_kind: string;
  readonly scope_id: string;
}

const betterOf = ({ direction }: Metric): Better => (direction === 'higher_is_better' ? 'higher' : 'lower');

export function signalRow(
  metric: Metric,
  scope: Named,
  series: Series,
  { segments, why }: JudgedSeries,
  calendar: readonly CalendarMonth[],
): SignalRow {
  const { indices, outcome, rebased } = segments.at(-1)!;
  const { chart, baseline } = outcome;
  const reported = series.months.at(-1);
  const judged = why === undefined ? chart : undefined;
  const limits = chart?.limits;
  const target = reported?.target ?? null;
  const monthOf = (i: number | undefined): string | null => (i === undefined ? null : calendar[i]!.month);
  return {
    month: calendar.at(-1)!.month,
    metric: metric.id,
    ...scope,
    chart: chart?.kind ?? 'none',
    variation: judged ? markVariation(judged.finding, judged.kind, betterOf(metric)) : null,
    // For yearly caps of counts the status takes its place; their limits are of a month.
    assurance:
      judged?.kind === 'xmr' && limits && target !== null
        ? markAssurance(limits, target, betterOf(metric))
        : null,
    rule: judged?.finding?.rule ?? null,
    reason: why ?? null,
    value: reported?.value ?? null,
    centre: limits?.centre ?? null,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
    baseline_from: chart ? monthOf(indices[0]) : null,
    baseline_to: chart ? monthOf(indices[baseline.months - 1]) : null,
    baseline_months: baseline.months,
    trial: chart !== undefined && baseline.trial,
    widened: chart?.kind.includes('_') ?? false,
    dispersion: chart?.dispersion ?? null,
    dispersion_bound: chart?.dispersionBound ?? null,
    widening: chart?.widening ?? null,
    rebased_from: rebased?.from ?? null,
    rebase_reason: rebased?.reason ?? null,
  };
}

/**
 * One row per point that a chart shows: a month that can be judged, with the limits of its own segment; of a chart of gaps, each gap in
 * the month in which it ended, and the open one in the last. Flags look back from the reported month; `variation` is null for a
 * long gap that has ended, which is no good news.
 */
export function* pointRows(
  metric: Metric,
  scope: Named,
  { segments }: JudgedSeries,
  calendar: readonly CalendarMonth[],
) {
  let position = 0;
  for (const segment of segments) {
    const { chart, baseline } = segment.outcome;
    if (!chart) continue;
    const places = placePoints(segment, chart, calendar);
    const lastOfBaseline = segment.indices[baseline.months - 1]!;
    for (const [i, { value, limits, part, endedOn }] of chart.points.entries()) {
      const ended = isOfGaps(chart.kind) && endedOn !== undefined;
      yield {
        metric: metric.id,
        ...scope,
        position: position++,
        month: calendar[places[i]!]!.month,
        value,
        centre: limits.centre,
        lower: limits.lower,
        upper: limits.upper,
        baseline: places[i]! <= lastOfBaseline,
        rule: part?.rule ?? null,
        variation:
          part && ended && part.side === 1 ? null : markVariation(part, chart.kind, betterOf(metric)),
        open: isOfGaps(chart.kind) && endedOn === undefined,
      };
    }
  }
}
