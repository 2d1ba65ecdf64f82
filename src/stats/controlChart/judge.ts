/** From the complete months of one series to its chart, or the reason why there is none. The pipeline and the reference simulation both come here. */
import { type Baseline, chooseBaseline, leastMonths } from './baseline.js';
import type { Chart } from './chart.js';
import { type CountPoint, chartCounts, fitCounts } from './counts.js';
import { chartGaps, type GapSpan, rareMean, thinEvents } from './gaps.js';
import { chartValues } from './individuals.js';

/** `no_events`: a baseline without any has no rate. `hardly_varies`: too many of its values are the same (pileShare). */
export type NoChart = 'too_few_months' | 'no_events' | 'hardly_varies';

export interface Outcome {
  readonly baseline: Baseline;
  readonly chart?: Chart;
  readonly why?: NoChart;
}

const baselineCount = (points: readonly CountPoint[], { months }: Baseline): number =>
  points.slice(0, months).reduce((sum, p) => sum + p.count, 0);

/** Whether the chart is of days between events, for which the events' days are needed. */
export function isRare(points: readonly CountPoint[], judged: boolean): boolean {
  const baseline = chooseBaseline(points.length, judged);
  return baselineCount(points, baseline) < rareMean * baseline.months;
}

/** `judged`: the last point is the month to judge; else it is only drawn. `span` is asked for where events are rare. */
export function judgeCounts(points: readonly CountPoint[], judged: boolean, span: () => GapSpan): Outcome {
  const baseline = chooseBaseline(points.length, judged);
  if (points.length < leastMonths) return { baseline, why: 'too_few_months' };
  const count = baselineCount(points, baseline);
  if (count === 0) return { baseline, why: 'no_events' };
  if (count >= rareMean * baseline.months) return { baseline, chart: chartCounts(points, baseline.months) };
  return { baseline, chart: chartRare(points.slice(0, baseline.months), span()) };
}

/** Limits from the rate of events; of months with any, where the baseline's counts vary more than a Poisson process can. */
function chartRare(baseline: readonly CountPoint[], span: GapSpan): Chart {
  const { rate, dispersion, dispersionBound } = fitCounts(baseline);
  if (dispersion <= dispersionBound) return { ...chartGaps(span, rate), dispersion, dispersionBound };
  const days = baseline.reduce((sum, p) => sum + p.exposure, 0);
  const eventful = baseline.filter((p) => p.count > 0).length;
  const thinned = { ...span, events: thinEvents(span) };
  return { ...chartGaps(thinned, eventful / days), kind: 'g_thinned', dispersion, dispersionBound };
}

export function judgeValues(values: readonly number[], judged: boolean): Outcome {
  const baseline = chooseBaseline(values.length, judged);
  if (values.length < leastMonths) return { baseline, why: 'too_few_months' };
  const chart = chartValues(values, baseline.months);
  return chart ? { baseline, chart } : { baseline, why: 'hardly_varies' };
}
