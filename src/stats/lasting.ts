/** Whether counts have stayed above those of a baseline: the exact test of two rates, allowing for overdispersion. */
import { type CountPoint, fitCounts } from './controlChart/counts.js';
import { betaQuantile, normalQuantile } from './distributions.js';
import { compareRates } from './rates.js';

/** As the alarm limits of a funnel (src/stats/funnel.ts); one-sided, since only what lies above is ever named. */
export const alarmLevel = 0.998;

export interface LastingRise {
  readonly count: number;
  readonly baselineCount: number;
  /** What the baseline's rate would have given over the recent months. */
  readonly expected: number;
  /** Index of dispersion of the months about the rates of their own periods. */
  readonly dispersion: number;
  /** By which both counts are divided: 1 or more. */
  readonly divisor: number;
  /** The rates' ratio cannot be said to lie below this: one-sided, at `alarmLevel`, after the division. */
  readonly lower: number;
  /** Whether that is above 1. */
  readonly above: boolean;
}

/**
 * Counts of variance φ × mean are as good as a φ-th of them, Poisson (quasi-likelihood: McCullagh & Nelder 1989, 4.5), so both sums are
 * divided by φ, the recent one rounded down and the baseline's up, and compared by the exact conditional test (methods.md). φ is the index
 * of dispersion of both periods, each about its own rate, so that a rise is not taken for scatter, times (t/z)² at the alarm level, since it
 * is estimated from few months; never under 1. Simulated in test/stats/lasting.test.ts.
 */
export function compareWithBaseline(
  recent: readonly CountPoint[],
  baseline: readonly CountPoint[],
): LastingRise {
  const sum = (points: readonly CountPoint[], of: keyof CountPoint): number =>
    points.reduce((total, p) => total + p[of], 0);
  const [count, baselineCount] = [sum(recent, 'count'), sum(baseline, 'count')];
  const [exposure, baselineExposure] = [sum(recent, 'exposure'), sum(baseline, 'exposure')];
  const freedom = [recent.length - 1, baseline.length - 1] as const;
  const dispersion =
    (fitCounts(recent).dispersion * freedom[0] + fitCounts(baseline).dispersion * freedom[1]) /
    (freedom[0] + freedom[1]);
  const divisor = Math.max(1, dispersion * allowanceFor(freedom[0] + freedom[1]));
  const { lower } = compareRates(
    { count: Math.floor(count / divisor), exposure },
    { count: Math.ceil(baselineCount / divisor), exposure: baselineExposure },
    twoSided,
  );
  const expected = (baselineCount * exposure) / baselineExposure;
  return { count, baselineCount, expected, dispersion, divisor, lower, above: lower > 1 };
}

/** The two-sided level of which either side is the one-sided one. */
const twoSided = 2 * alarmLevel - 1;

/** (t/z)²: Student's t with so many degrees of freedom at the alarm level, from the beta distribution, against the normal's. */
function allowanceFor(freedom: number): number {
  let allowance = allowances.get(freedom);
  if (allowance === undefined) {
    const x = betaQuantile(1 - twoSided, freedom / 2, 0.5);
    allowance = (freedom * (1 - x)) / x / normalQuantile(alarmLevel) ** 2;
    allowances.set(freedom, allowance);
  }
  return allowance;
}
const allowances = new Map<number, number>();
