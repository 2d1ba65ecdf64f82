/**
 * Probability masses of Poisson and binomial counts to full double precision, for real counts of any size.
 * Loader 2000, "Fast and accurate computation of binomial probabilities": Stirling's error and the deviance are worked out apart,
 * so that no two huge logarithms are subtracted.
 */

/** From here on five terms of Stirling's series leave less than 1e-16 (DLMF 5.11.1). */
const seriesFrom = 16;

/** ln Γ(n + 1) − (½ ln 2πn + n ln n − n), for real n > 0. */
export function stirlingError(n: number): number {
  let sum = 0;
  let m = n;
  // ln Γ(m + 2) = ln Γ(m + 1) + ln(m + 1), written for the error.
  for (; m < seriesFrom; m++) sum += (m + 0.5) * Math.log1p(1 / m) - 1;
  const s = m * m;
  return sum + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * s)) / s) / s) / s) / m;
}

/** Nearer than this share of their sum, x and the mean would cancel; a series in their difference does not. */
const nearBy = 0.1;

/** x ln(x / mean) + mean − x ≥ 0: half the deviance of a Poisson count. */
export function halfDeviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= nearBy * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = difference / (x + mean);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 1; ; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    // Also where it is no number, so that nothing runs for ever.
    if (!(Math.abs(next - sum) > 0)) return next;
    sum = next;
  }
}

/** mean^x e^−mean / Γ(x + 1), x ≥ 0 and mean > 0 real. */
export function poissonMass(x: number, mean: number): number {
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - halfDeviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** Γ(x + y + 1) / (Γ(x + 1) Γ(y + 1)) p^x q^y, x and y ≥ 0 real, q = 1 − p. */
export function binomialMass(x: number, y: number, p: number, q: number): number {
  const n = x + y;
  if (x === 0) return Math.exp(n * (p < q ? Math.log1p(-p) : Math.log(q)));
  if (y === 0) return Math.exp(n * (q < p ? Math.log1p(-q) : Math.log(p)));
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(y) - halfDeviance(x, n * p) - halfDeviance(y, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * y));
}
