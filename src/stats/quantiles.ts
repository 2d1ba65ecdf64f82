/** Quantiles: the point where a distribution reaches a probability, found on the cdf itself. */
import type { Tails } from './incomplete.js';

/** A step of less than this share of the point is lost in its last digits. */
const settled = 2 ** -51;
/** Newton settles within ten; halving a bracket of all doubles within 1,100. */
const mostSteps = 2000;

/**
 * The x > 0 at which a continuous distribution reaches `p`, 0 < p < 1, from a first guess. Newton's method on ln F (or ln of the
 * upper tail, the smaller of both being asked) against ln x, within a bracket that each step narrows. `slope` is x · density(x).
 */
export function quantileOf(
  p: number,
  guess: number,
  tails: (x: number) => Tails,
  slope: (x: number) => number,
  most: number = Number.MAX_VALUE,
): number {
  const byLower = p <= 0.5;
  const wanted = byLower ? p : 1 - p;
  let low = 0;
  let high = most;
  let x = guess > 0 && guess < most ? guess : Math.min(1, most / 2);
  for (let step = 0; step < mostSteps; step++) {
    const { lower, upper } = tails(x);
    const got = byLower ? lower : upper;
    const short = byLower ? got < wanted : got > wanted;
    if (got === wanted) return x;
    if (short) low = x;
    else high = x;
    const by = (Math.log(wanted / got) * got) / slope(x);
    let next = x * Math.exp(byLower ? by : -by);
    // Also false for NaN: where the density has vanished, the bracket is halved, by ratio as long as it has no end.
    if (!(next > low && next < high))
      next = high === Number.MAX_VALUE ? x * 2 : low === 0 ? high / 2 : (low + high) / 2;
    if (Math.abs(next - x) <= settled * x || next <= Number.MIN_VALUE) return next;
    x = next;
  }
  throw new RangeError(`no quantile of ${p} found`);
}

/** Where F(k) equals p but for rounding, k is the quantile; R allows as much. */
const rounding = 64 * 2 ** -52;

/** The least whole k ≥ 0 with cdf(k) ≥ p; exact, by doubling steps from a guess and then halving. */
export function countQuantileOf(p: number, guess: number, cdf: (k: number) => number): number {
  const wanted = p * (1 - rounding);
  const reached = (k: number): boolean => cdf(k) >= wanted;
  let low = Math.max(0, Math.floor(guess));
  let step = 1;
  let high = low;
  if (reached(low)) {
    while (low > 0 && reached(low)) {
      high = low;
      low = Math.max(0, low - step);
      step *= 2;
    }
    if (reached(low)) return low;
  } else
    while (!reached(high)) {
      low = high;
      high += step;
      step *= 2;
      if (high > Number.MAX_SAFE_INTEGER) throw new RangeError(`the quantile of ${p} is no exact number`);
    }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}
