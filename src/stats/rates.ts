/** Two Poisson rates compared: the exact conditional (binomial) test and the exact interval of their ratio. */
import { holdCount, holdPositive } from './arguments.js';
import { binomialCdf, binomialPoint, binomialUpper } from './distributions.js';
import { binomialInterval, confidence } from './intervals.js';

export { rateInterval } from './intervals.js';

/** Events over so much exposure: months, systems, an amount of money. */
export interface Counted {
  readonly count: number;
  readonly exposure: number;
}

export interface RateComparison {
  /** The first rate ÷ the second; null where the second has no event. */
  readonly ratio: number | null;
  readonly lower: number;
  /** null: no upper bound, the second having no event. */
  readonly upper: number | null;
  /** Two-sided; 1 where neither has an event, which tells nothing. */
  readonly p: number;
}

/**
 * Given the sum of both counts, the first is binomial with the share of its exposure, if the rates are equal: Przyborowski and
 * Wilenski 1940, Biometrika 31, 313–323. The interval is Clopper and Pearson's of that share, turned into a ratio. As R's poisson.test.
 */
export function compareRates(first: Counted, second: Counted, level = confidence): RateComparison {
  for (const { count, exposure } of [first, second]) {
    holdCount('count', count);
    holdPositive('exposure', exposure);
  }
  const sum = first.count + second.count;
  if (sum === 0) return { ratio: null, lower: 0, upper: null, p: 1 };
  const relative = second.exposure / first.exposure;
  const ratio = second.count === 0 ? null : (first.count / second.count) * relative;
  const share = binomialInterval(first.count, sum, level).lower;
  // Of the two shares the smaller one is held to all its digits.
  const lesser = first.exposure <= second.exposure ? first : second;
  // The upper bound from the other's lower one: near 1 the share itself would keep too few digits.
  const other = binomialInterval(second.count, sum, level).lower;
  return {
    ratio,
    lower: (share / (1 - share)) * relative,
    upper: other === 0 ? null : ((1 - other) / other) * relative,
    p: binomialTest(lesser.count, sum, lesser.exposure / (first.exposure + second.exposure)),
  };
}

/** Points as likely as the observed one but for rounding count as such (R's binom.test). */
const asLikely = 1 + 1e-7;

/**
 * The exact two-sided test of x successes in n at probability p, by the method of small p-values: the chance of all outcomes that are
 * no likelier than the observed one. As R's binom.test; by halving, since the masses fall on either side of the mean.
 */
export function binomialTest(x: number, n: number, p: number): number {
  const mean = n * p;
  if (x === mean) return 1;
  const limit = binomialPoint(x, n, p) * asLikely;
  const unlikely = (k: number): boolean => binomialPoint(k, n, p) <= limit;
  if (x < mean) {
    // The first count above the mean that is no likelier; none if n itself is likelier.
    const from = firstWhere(Math.ceil(mean), n + 1, unlikely);
    return Math.min(1, binomialCdf(x, n, p) + (from > n ? 0 : binomialUpper(from - 1, n, p)));
  }
  const firstLikely = firstWhere(0, Math.floor(mean) + 1, (k) => !unlikely(k));
  const above = x === 0 ? 1 : binomialUpper(x - 1, n, p);
  return Math.min(1, above + (firstLikely === 0 ? 0 : binomialCdf(firstLikely - 1, n, p)));
}

/** The first k in [from, to) from which `holds`; `to` if none. What holds of one k holds of those above. */
function firstWhere(from: number, to: number, holds: (k: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
