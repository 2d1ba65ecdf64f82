/** Charts of monthly counts: c where opportunity is constant, u where it isn't, both widened by Laney's method where a Poisson process can't be. */
import { chiSquaredQuantile } from '../distributions.js';
import type { Chart } from './chart.js';
import { judgePoints, type Limits, nearShare, type Side, stepsOf } from './rules.js';

/** Three standard deviations of a Poisson count. Shewhart 1931; Montgomery, Introduction to Statistical Quality Control, ch. 7. */
export const countSigmas = 3;
/** Beyond this quantile of χ² the baseline isn't Poisson (methods.md). */
export const dispersionQuantile = 0.975;
/** The mean of the absolute difference of two standard normal values, 2/√π, as tables have it (d2 for two values). */
export const meanRangeOfTwo = 1.128;

export interface CountPoint {
  readonly count: number;
  /** The opportunity: for a month, its days. */
  readonly exposure: number;
}

export interface CountModel {
  readonly rate: number;
  readonly dispersion: number;
  readonly dispersionBound: number;
  readonly widening: number;
}

/**
 * Index of dispersion Σ (x − ūn)²/(ūn) ÷ (k − 1), against χ²(0.975; k − 1) ÷ (k − 1) (Fisher 1950; Cox & Lewis 1966, 6.3). Beyond it,
 * σz is the mean moving range of the standardised counts ÷ 1.128 (Laney 2002, Quality Engineering 14, 531–537), never under 1.
 */
export function fitCounts(baseline: readonly CountPoint[]): CountModel {
  const count = baseline.reduce((sum, p) => sum + p.count, 0);
  const exposure = baseline.reduce((sum, p) => sum + p.exposure, 0);
  const rate = count / exposure;
  const freedom = baseline.length - 1;
  const dispersionBound = dispersionBoundOf(freedom);
  if (rate === 0 || freedom < 1) return { rate, dispersion: 1, dispersionBound, widening: 1 };
  const z = baseline.map((p) => (p.count - rate * p.exposure) / Math.sqrt(rate * p.exposure));
  const dispersion = z.reduce((sum, v) => sum + v * v, 0) / freedom;
  if (dispersion <= dispersionBound) return { rate, dispersion, dispersionBound, widening: 1 };
  const ranges = z.slice(1).map((v, i) => Math.abs(v - z[i]!));
  const widening = Math.max(1, ranges.reduce((sum, v) => sum + v, 0) / freedom / meanRangeOfTwo);
  return { rate, dispersion, dispersionBound, widening };
}

/** Half of a χ² with k degrees of freedom is a gamma of shape k/2. Asked for each of thousands of scopes: each k is worked out once. */
function dispersionBoundOf(freedom: number): number {
  if (freedom < 1) return Number.POSITIVE_INFINITY;
  let bound = bounds.get(freedom);
  if (bound === undefined) {
    bound = chiSquaredQuantile(dispersionQuantile, freedom) / freedom;
    bounds.set(freedom, bound);
  }
  return bound;
}
const bounds = new Map<number, number>();

/**
 * In counts: ūn ± 3 σz √(ūn), the lower floored at 0. "Near" is two thirds of the way to the limit before it was floored: the floor is
 * no property of the process, and a share of the way to it would call every quiet month of a small system a signal.
 */
export function limitCounts({ rate, widening }: CountModel, exposure: number): Limits {
  const centre = rate * exposure;
  const reach = countSigmas * widening * Math.sqrt(centre);
  return {
    centre,
    lower: Math.max(0, centre - reach),
    upper: centre + reach,
    nearLower: centre - reach * nearShare,
    nearUpper: centre + reach * nearShare,
  };
}

/** A count rises only if its rate does too: a longer month is no rise, and a reader who sees 3 after 3 is told of none. */
function stepsOfCounts(points: readonly CountPoint[]): Side[] {
  const counts = stepsOf(points.map((p) => p.count));
  const rates = stepsOf(points.map((p) => p.count / p.exposure));
  return counts.map((step, i) => (step === rates[i] ? step : 0));
}

/** The chart of complete months; limits from the first `baseline` of them. The last point is the judged one. */
export function chartCounts(points: readonly CountPoint[], baseline: number): Chart {
  const model = fitCounts(points.slice(0, baseline));
  const limits = points.map((p) => limitCounts(model, p.exposure));
  const values = points.map((p) => p.count);
  const judged = judgePoints(values, limits, stepsOfCounts(points));
  const constant = points.every((p) => p.exposure === points[0]!.exposure);
  const widened = model.dispersion > model.dispersionBound;
  return {
    kind: `${constant ? 'c' : 'u'}${widened ? '_laney' : ''}`,
    dispersion: model.dispersion,
    dispersionBound: model.dispersionBound,
    widening: model.widening,
    limits: limits.at(-1)!,
    points: values.map((value, i) => ({ value, limits: limits[i]!, ...judged[i]! })),
    finding: judged.at(-1)?.fired,
  };
}
