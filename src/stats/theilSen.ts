/** A robust straight line through a series, and when it reaches a limit. */
import { normalQuantile } from './distributions.js';
import { median, quantileOfSorted, sortNumbers } from './robust.js';

/** methods.md: "90 % interval from its order statistics". */
export const trendConfidence = 0.9;

export interface Line {
  /** Change of y per unit of x. */
  readonly slope: number;
  readonly intercept: number;
}

export interface Trend extends Line {
  /** The lines of the slope's lower and upper bound, each through the middle of the values; null where too few pairs bound it. */
  readonly lower: Line | null;
  readonly upper: Line | null;
}

/**
 * Theil 1950 (Proc. KNAW 53): the median of the slopes between all pairs. Its interval is that of Sen 1968, JASA 63, 1379–1389: of the N
 * sorted slopes those with the ranks (N − C) ÷ 2 and (N + C) ÷ 2 + 1, C = z √Var(S), Kendall's variance with tied y
 * (Kendall 1975, Rank Correlation Methods, ch. 4), ranks rounded outwards. The line runs through the median of y − slope · x
 * (Hollander & Wolfe, Nonparametric Statistical Methods, ch. 9). It takes the values to be independent: those of a series that
 * swings slowly bound the slope less closely than this says. No two x may be equal; fewer than two points have no trend.
 */
export function theilSen(
  x: readonly number[],
  y: readonly number[],
  level = trendConfidence,
): Trend | undefined {
  const n = x.length;
  if (n < 2) return undefined;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let pairs = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) slopes[pairs++] = (y[j]! - y[i]!) / (x[j]! - x[i]!);
  sortNumbers(slopes);
  const away = normalQuantile(1 - (1 - level) / 2) * Math.sqrt(kendallVariance(y));
  const rank = Math.floor((pairs - away) / 2);
  const through = (slope: number): Line => ({ slope, intercept: median(y.map((v, i) => v - slope * x[i]!)) });
  return {
    ...through(quantileOfSorted(slopes, 0.5)),
    lower: rank < 1 ? null : through(slopes[rank - 1]!),
    upper: rank < 1 ? null : through(slopes[pairs - rank]!),
  };
}

/** Var(S) under no trend: (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)) ÷ 18 over groups of t equal y. */
export function kendallVariance(y: readonly number[]): number {
  const term = (t: number): number => t * (t - 1) * (2 * t + 5);
  const groups = new Map<number, number>();
  for (const value of y) groups.set(value, (groups.get(value) ?? 0) + 1);
  let sum = term(y.length);
  for (const t of groups.values()) sum -= term(t);
  return sum / 18;
}

/** In units of x from `now`: the line's own, the soonest and the latest within the interval; `latest` null: perhaps never. */
export interface Crossing {
  readonly value: number;
  readonly soonest: number;
  readonly latest: number | null;
}

/**
 * How long after `now` (no x lies behind it) the line reaches the limit, coming from below where `direction` is `above`, and from above
 * where it is `below`. Undefined where the interval of the slope includes no approach. A line that has reached its limit by now needs no
 * approach: 0, however it runs, for a full disk is no disk without a date.
 */
export function crossLimit(
  trend: Trend,
  limit: number,
  direction: 'above' | 'below',
  now: number,
): Crossing | undefined {
  const turn = direction === 'above' ? 1 : -1;
  // Seen from below.
  const gap = ({ slope, intercept }: Line): number => turn * (limit - (intercept + slope * now));
  const rise = ({ slope }: Line): number => turn * slope;
  const [slow, fast] = turn === 1 ? [trend.lower, trend.upper] : [trend.upper, trend.lower];
  const wait = (line: Line | null): number | null => {
    if (line === null) return null;
    if (gap(line) <= 0) return 0;
    return rise(line) > 0 ? gap(line) / rise(line) : null;
  };
  if (gap(trend) <= 0) return { value: 0, soonest: 0, latest: wait(slow) };
  if (slow === null || rise(slow) <= 0) return undefined;
  return { value: wait(trend)!, soonest: wait(fast)!, latest: wait(slow) };
}
