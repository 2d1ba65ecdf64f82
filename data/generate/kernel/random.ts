/**
 * Repeatable random numbers: sfc32 (Chris Doty-Humphrey, PractRand) seeded through splitmix32 from a text.
 * Only +, ×, sqrt, log and exp are used, and results are rounded to minutes or counts before they are written.
 */
export interface Random {
  /** Uniform in (0, 1). */
  next(): number;
  chance(p: number): boolean;
  /** Integer in [low, high]. */
  integer(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  weighted<T>(list: readonly T[], weight: (item: T) => number): T;
  normal(): number;
  gamma(shape: number): number;
  poisson(mean: number): number;
  /** Negative binomial with this mean and variance ÷ mean; Poisson at or under 1. */
  count(mean: number, dispersion: number): number;
  lognormal(median: number, sigma: number): number;
}

/** A stream of its own for each text, so that a change in one company leaves the others' rows alone. */
export function randomOf(text: string): Random {
  const next = sfc32(text);
  const normal = (): number => {
    for (;;) {
      const u = 2 * next() - 1;
      const v = 2 * next() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s); // Marsaglia's polar method
    }
  };
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * Math.exp(Math.log(next()) / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) * (1 + c * x) * (1 + c * x);
      if (v > 0 && Math.log(next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v; // Marsaglia–Tsang 2000
    }
  };
  const poisson = (mean: number): number => {
    let total = 0;
    for (let left = mean; left > 0; left -= POISSON_STEP) {
      const floor = Math.exp(-Math.min(left, POISSON_STEP));
      for (let p = next(); p > floor; p *= next()) total += 1; // Knuth, in steps that don't underflow
    }
    return total;
  };
  const weighted = <T>(list: readonly T[], weight: (item: T) => number): T => {
    let at = next() * list.reduce((sum, item) => sum + weight(item), 0);
    for (const item of list) {
      at -= weight(item);
      if (at < 0) return item;
    }
    return list[list.length - 1] as T;
  };
  return {
    next,
    normal,
    gamma,
    poisson,
    weighted,
    chance: (p) => next() < p,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    count: (mean, dispersion) => {
      if (dispersion <= 1) return poisson(mean);
      const shape = mean / (dispersion - 1);
      return poisson((mean * gamma(shape)) / shape);
    },
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}

const POISSON_STEP = 30;
/** Rounds that PractRand's own seeding throws away. */
const WARM_UP = 15;

function sfc32(text: string): () => number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193); // FNV-1a
  const splitmix = (): number => {
    h = (h + 0x9e3779b9) | 0;
    let t = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
    t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
    return (t ^ (t >>> 15)) | 0;
  };
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), splitmix()];
  const draw = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return ((t >>> 0) + 0.5) / 4294967296;
  };
  for (let i = 0; i < WARM_UP; i++) draw();
  return draw;
}
