/** Rates of several units drawn towards the rate of all, the more the less each has been exposed. */
import { pooledRate } from './funnel.js';
import type { Counted } from './rates.js';

/**
 * Marshall 1991, Applied Statistics 40, 283–294, the global estimator: m = Σy/Σn; s² = Σn(y/n − m)²/Σn; between-variance
 * A = s² − m/n̄; each rate is m + A/(A + m/n) · (y/n − m). All are the pooled rate where A ≤ 0: nothing but chance is seen.
 */
export function empiricalBayesRates(units: readonly Counted[]): number[] {
  const m = pooledRate(units);
  const exposure = units.reduce((sum, unit) => sum + unit.exposure, 0);
  const squares = units.reduce((sum, u) => sum + u.exposure * (u.count / u.exposure - m) ** 2, 0);
  const between = squares / exposure - (m * units.length) / exposure;
  if (!(between > 0)) return units.map(() => m);
  return units.map((u) => m + (between / (between + m / u.exposure)) * (u.count / u.exposure - m));
}
