/** One model's series, judged as the pipeline judges them: how many of them are called better or worse, and by which rule. */

import { type ChartKind, isOfGaps } from '../src/stats/controlChart/chart.js';
import { judgeCounts, judgeValues, type Outcome } from '../src/stats/controlChart/judge.js';
import { type Finding, rules } from '../src/stats/controlChart/rules.js';
import { median } from './median.js';
import { daysOf, drawSeries, type Event, type Model, streamOf } from './models.js';

/** The reported month, counted from the first: right after a baseline of one year, of two, and a year later. */
export const judgedMonths = [13, 25, 37] as const;

export interface Result {
  readonly model: string;
  readonly month: number;
  readonly series: number;
  /** Series of which a chart could be made; the others are not judged. */
  readonly judged: number;
  /** By kind of chart. */
  readonly charts: Readonly<Record<string, number>>;
  /** Series whose mark isn't common, all and by the rule that decided. */
  readonly signals: number;
  readonly byRule: Readonly<Record<string, number>>;
  /** Of these, towards more of what is counted or measured. */
  readonly up: number;
}

export function simulate(model: Model, series: number): Result[] {
  const random = streamOf(model, 'reference');
  const tallies = judgedMonths.map((month) => ({
    model: model.id,
    month,
    series,
    judged: 0,
    charts: {} as Record<string, number>,
    signals: 0,
    byRule: Object.fromEntries(rules.map((rule) => [rule, 0])) as Record<string, number>,
    up: 0,
  }));
  for (let i = 0; i < series; i++) {
    const months = drawSeries(model, random, judgedMonths.at(-1)!);
    for (const tally of tallies) {
      const { chart } = judge(model, months.slice(0, tally.month));
      if (!chart) continue;
      tally.judged++;
      tally.charts[chart.kind] = (tally.charts[chart.kind] ?? 0) + 1;
      if (!chart.finding) continue;
      tally.signals++;
      tally.byRule[chart.finding.rule]!++;
      if (isMore(chart.finding, chart.kind)) tally.up++;
    }
  }
  return tallies;
}

const isMore = ({ side }: Finding, kind: ChartKind): boolean => (isOfGaps(kind) ? side < 0 : side > 0);

/** Starts of months in days from the first. */
const starts = Array.from({ length: judgedMonths.at(-1)! + 1 }, (_, n) =>
  Array.from({ length: n }, (_, m) => daysOf(m)).reduce((sum, d) => sum + d, 0),
);

function judge({ headline }: Model, months: readonly (readonly Event[] | number)[]): Outcome {
  if (headline === 'value') return judgeValues(months as number[], true);
  const events = months as readonly (readonly Event[])[];
  if (headline === 'impact_minutes')
    return judgeValues(
      events.map((list) => list.reduce((sum, e) => sum + e.minutes, 0)),
      true,
    );
  if (headline === 'restore_minutes_median') {
    // A month without one has no median and is passed over; the last one then isn't judged.
    const medians = events.map((list) => median(list.map((e) => e.minutes)));
    const last = medians.at(-1) !== undefined;
    const outcome = judgeValues(
      medians.filter((m) => m !== undefined),
      last,
    );
    return last ? outcome : { baseline: outcome.baseline, why: 'too_few_months' };
  }
  const points = events.map((list, month) => ({ count: list.length, exposure: daysOf(month) }));
  return judgeCounts(points, true, () => ({
    events: events.flatMap((list, month) => list.map((e) => starts[month]! + e.day).sort((a, b) => a - b)),
    months: events.map((_, month) => [starts[month]!, starts[month + 1]!] as const),
  }));
}
