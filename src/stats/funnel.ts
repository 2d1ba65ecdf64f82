/** A funnel: whether one of several rates differs from the rate of all by more than chance. */
import { holdCount, holdPositive } from './arguments.js';
import { poissonQuantile } from './distributions.js';
import type { Interval } from './intervals.js';
import type { Counted } from './rates.js';

/** Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202: limits of about two and three standard deviations. */
const warningLevel = 0.95;
const alarmLevel = 0.998;
/** methods.md: with fewer, an overdispersion can't be estimated. */
const unitsForDispersion = 10;
/** Spiegelhalter 2005, appendix A.1: the most extreme tenth on either side is drawn in before φ is estimated. */
const winsorised = 0.1;

export interface FunnelPoint extends Counted {
  readonly rate: number;
  /** As rates; a rate on a limit is inside. */
  readonly warning: Interval;
  readonly alarm: Interval;
  /** Outside 99.8 %: above or below. */
  readonly outside: 'above' | 'below' | null;
}

export interface Funnel {
  readonly pooled: number;
  /** By how much the variance passes Poisson's; null where it was not estimated, the units being too few. */
  readonly dispersion: number | null;
  readonly points: readonly FunnelPoint[];
}

/**
 * Limits are counts: the least ones that a Poisson count of the pooled rate passes on either side with a chance of at most half of
 * 5 % or 0.2 %, so that the false alarms stay below what the levels promise. With φ > 1 their distance from the pooled rate is
 * widened by its root.
 */
export function makeFunnel(units: readonly Counted[]): Funnel {
  if (units.length === 0) throw new RangeError('a funnel needs a unit');
  for (const { count, exposure } of units) {
    holdCount('count', count);
    holdPositive('exposure', exposure);
  }
  const pooled = pooledRate(units);
  const dispersion = units.length < unitsForDispersion ? null : estimateDispersion(units, pooled);
  const widened = Math.sqrt(Math.max(1, dispersion ?? 1));
  return {
    pooled,
    dispersion,
    points: units.map((unit) => {
      const rate = unit.count / unit.exposure;
      const limits = (level: number) => limitsOf(pooled, unit.exposure, level, widened);
      const alarm = limits(alarmLevel);
      const outside = rate > alarm.upper ? 'above' : rate < alarm.lower ? 'below' : null;
      return { ...unit, rate, warning: limits(warningLevel), alarm, outside };
    }),
  };
}

export function pooledRate(units: readonly Counted[]): number {
  const events = units.reduce((sum, { count }) => sum + count, 0);
  return events / units.reduce((sum, { exposure }) => sum + exposure, 0);
}

function limitsOf(pooled: number, exposure: number, level: number, widened: number): Interval {
  const expected = pooled * exposure;
  const tail = (1 - level) / 2;
  const apart = (limit: number): number => limit / exposure;
  const wide = (limit: number): number => apart(expected + (limit - expected) * widened);
  const [lower, upper] = [poissonQuantile(tail, expected), poissonQuantile(1 - tail, expected)];
  // Unwidened limits are the very quotients that a rate on them is.
  if (widened === 1) return { lower: apart(lower), upper: apart(upper) };
  return { lower: Math.max(0, wide(lower)), upper: wide(upper) };
}

/** φ = mean of the squared standardised differences, winsorised at R's quantiles (Hyndman & Fan 1996, definition 7). */
function estimateDispersion(units: readonly Counted[], pooled: number): number {
  if (pooled === 0) return 1;
  const z = units.map(({ count, exposure }) => (count - pooled * exposure) / Math.sqrt(pooled * exposure));
  const sorted = [...z].sort((a, b) => a - b);
  const [low, high] = [quantile(sorted, winsorised), quantile(sorted, 1 - winsorised)];
  return z.reduce((sum, value) => sum + Math.min(Math.max(value, low), high) ** 2, 0) / z.length;
}

function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return sorted[below]! + (next - sorted[below]!) * (at - below);
}
