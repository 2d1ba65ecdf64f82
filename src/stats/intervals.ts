/** Exact 95 % intervals of counts and shares. */
import { betaQuantile, gammaQuantile } from './distributions.js';

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** methods.md: 95 % intervals. */
export const confidence = 0.95;

/**
 * Of the mean of a Poisson count `x` (a whole number ≥ 0). Garwood 1936, Biometrika 28, 437–442: χ²(α/2; 2x)/2 and
 * χ²(1 − α/2; 2x + 2)/2; half of a χ² with 2k degrees of freedom is a gamma of shape k.
 */
export function poissonInterval(x: number, level = confidence): Interval {
  const tail = (1 - level) / 2;
  return {
    lower: x === 0 ? 0 : gammaQuantile(tail, x),
    upper: gammaQuantile(1 - tail, x + 1),
  };
}

/** Of a share of `part` in `whole` > 0. Clopper & Pearson 1934, Biometrika 26, 404–413. */
export function binomialInterval(part: number, whole: number, level = confidence): Interval {
  const tail = (1 - level) / 2;
  return {
    lower: part === 0 ? 0 : betaQuantile(tail, part, whole - part + 1),
    upper: part === whole ? 1 : betaQuantile(1 - tail, part + 1, whole - part),
  };
}
