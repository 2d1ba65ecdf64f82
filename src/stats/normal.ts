/** The standard normal distribution. */
import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';
import { holdProbability } from './arguments.js';

export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z is not a number');
  return cdf(z, 0, 1);
}

/** Below this stdlib's quantile is −∞: the tail's own expansion begins the search. */
const farTail = 1e-15;
/** Newton's method doubles the digits with each step. */
const steps = 5;

/** Full double precision over all p (stdlib's own is off by 7e-10 at 1e-9); −∞ and ∞ at 0 and 1. */
export function normalQuantile(p: number): number {
  holdProbability('p', p);
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  // ln Φ(z) ≈ −z²/2, far out.
  let z = p >= farTail ? quantile(p, 0, 1) : -Math.sqrt(-2 * Math.log(p));
  for (let step = 0; step < steps; step++) {
    const got = cdf(z, 0, 1);
    z -= (Math.log(got / p) * got) / (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI));
  }
  return z;
}
