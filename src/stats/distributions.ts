/**
 * Cumulative distributions and quantiles, as R's p… and q… functions name their arguments. Relative error within 1e-9 of R over
 * counts from 0 to 1e8 (test/stats). Impossible arguments throw RangeError.
 */
import betaGuess from '@stdlib/stats-base-dists-beta-quantile';
import gammaGuess from '@stdlib/stats-base-dists-gamma-quantile';
import { holdCount, holdNotNegative, holdPositive, holdProbability } from './arguments.js';
import { betaTails, gammaTails, type Tails } from './incomplete.js';
import { normalQuantile } from './normal.js';
import { countQuantileOf, quantileOf } from './quantiles.js';
import { binomialMass, poissonMass } from './saddlePoint.js';

export { normalCdf, normalQuantile } from './normal.js';

/** P(X ≤ k) and P(X > k) of a Poisson count. DLMF 8.4.10. */
function poissonTails(k: number, mean: number): Tails {
  holdCount('k', k);
  holdNotNegative('mean', mean);
  const { lower, upper } = gammaTails(k + 1, mean);
  return { lower: upper, upper: lower };
}
export const poissonCdf = (k: number, mean: number): number => poissonTails(k, mean).lower;
/** P(X > k), exact where it is tiny. */
export const poissonUpper = (k: number, mean: number): number => poissonTails(k, mean).upper;
/** P(X = k). */
export function poissonPoint(k: number, mean: number): number {
  holdCount('k', k);
  holdNotNegative('mean', mean);
  return mean === 0 ? Number(k === 0) : poissonMass(k, mean);
}

/** P(X ≤ k) and P(X > k) of successes in n tries. DLMF 8.17.5. */
function binomialTails(k: number, n: number, p: number): Tails {
  holdCount('k', k);
  holdCount('n', n);
  holdProbability('p', p);
  if (k >= n) return { lower: 1, upper: 0 };
  const { lower, upper } = betaTails(k + 1, n - k, p, 1 - p);
  return { lower: upper, upper: lower };
}
export const binomialCdf = (k: number, n: number, p: number): number => binomialTails(k, n, p).lower;
export const binomialUpper = (k: number, n: number, p: number): number => binomialTails(k, n, p).upper;
/** P(X = k). */
export function binomialPoint(k: number, n: number, p: number): number {
  holdCount('k', k);
  holdCount('n', n);
  holdProbability('p', p);
  if (k > n) return 0;
  if (p === 0 || p === 1) return Number(k === n * p);
  return binomialMass(k, n - k, p, 1 - p);
}

/** P(X ≤ k) and P(X > k) of failures before `shape` successes, the shape any number above 0. DLMF 8.17.24 continued to real shapes. */
function negativeBinomialTails(k: number, shape: number, probability: number): Tails {
  holdCount('k', k);
  holdPositive('shape', shape);
  holdProbability('probability', probability);
  if (probability === 0) throw new RangeError('probability is 0: the count has no distribution');
  return betaTails(shape, k + 1, probability, 1 - probability);
}
export const negativeBinomialCdf = (k: number, shape: number, probability: number): number =>
  negativeBinomialTails(k, shape, probability).lower;
export const negativeBinomialUpper = (k: number, shape: number, probability: number): number =>
  negativeBinomialTails(k, shape, probability).upper;

/** 0 < p < 1 of a count; 0 is reached by every count, 1 by none. */
function holdInner(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`p is ${p}; it must be between 0 and 1`);
}

/** The least k with P(X ≤ k) ≥ p. */
export function negativeBinomialQuantile(p: number, shape: number, probability: number): number {
  holdInner(p);
  const mean = (shape * (1 - probability)) / probability;
  const guess = mean + normalQuantile(p) * Math.sqrt(mean / probability);
  return countQuantileOf(p, guess, (k) => negativeBinomialCdf(k, shape, probability));
}

export function poissonQuantile(p: number, mean: number): number {
  holdInner(p);
  return countQuantileOf(p, mean + normalQuantile(p) * Math.sqrt(mean), (k) => poissonCdf(k, mean));
}

export function binomialQuantile(p: number, n: number, probability: number): number {
  holdInner(p);
  const mean = n * probability;
  const guess = mean + normalQuantile(p) * Math.sqrt(mean * (1 - probability));
  return countQuantileOf(p, Math.min(guess, n), (k) => binomialCdf(k, n, probability));
}

/** Of scale 1. */
export function gammaCdf(x: number, shape: number): number {
  holdNotNegative('x', x);
  holdPositive('shape', shape);
  return gammaTails(shape, x).lower;
}

export function gammaQuantile(p: number, shape: number): number {
  holdProbability('p', p);
  holdPositive('shape', shape);
  if (p === 0 || p === 1) return p === 0 ? 0 : Number.POSITIVE_INFINITY;
  return quantileOf(
    p,
    gammaGuess(p, shape, 1),
    (x) => gammaTails(shape, x),
    (x) => shape * poissonMass(shape, x),
  );
}

export function betaCdf(x: number, a: number, b: number): number {
  holdProbability('x', x);
  holdPositive('a', a);
  holdPositive('b', b);
  return betaTails(a, b, x, 1 - x).lower;
}

export function betaQuantile(p: number, a: number, b: number): number {
  holdProbability('p', p);
  holdPositive('a', a);
  holdPositive('b', b);
  if (p === 0 || p === 1) return p;
  return quantileOf(
    p,
    betaGuess(p, a, b),
    (x) => betaTails(a, b, x, 1 - x),
    (x) => (((a * b) / (a + b)) * binomialMass(a, b, x, 1 - x)) / (1 - x),
    1,
  );
}

export const chiSquaredCdf = (x: number, df: number): number => gammaCdf(x / 2, df / 2);
/** P(X > x), exact where it is tiny. */
export function chiSquaredUpper(x: number, df: number): number {
  holdNotNegative('x', x);
  holdPositive('df', df);
  return gammaTails(df / 2, x / 2).upper;
}
export const chiSquaredQuantile = (p: number, df: number): number => 2 * gammaQuantile(p, df / 2);
