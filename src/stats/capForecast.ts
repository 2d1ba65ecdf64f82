/**
 * The chance that a fiscal year ends above its cap (methods.md, "Counts against caps"): a Gamma prior of the yearly rate from the
 * year before, the count so far, and for the rest of the year a negative binomial. With φ = 1 that is exact Gamma–Poisson
 * (Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.6).
 */
import { negativeBinomialQuantile, negativeBinomialUpper } from './distributions.js';

/** Jeffreys' prior of a Poisson rate adds half an event: a year without incidents doesn't promise another. */
const halfEvent = 0.5;
/** The prior's exposure in years: one, the year before; without that year none. */
const priorYears = { known: 1, unknown: 0 } as const;
/** methods.md: without a prior year nothing is foretold from fewer months. */
export const monthsBeforeForecast = 3;
/** methods.md: the band of the year's end. */
export const bandShares = { lower: 0.1, upper: 0.9 } as const;
/** methods.md, "Signal or noise": a baseline is the first 24 complete months, at least 12. */
export const baselineMonths = { most: 24, least: 12 } as const;

export interface YearSoFar {
  /** Events since the fiscal year began; a whole number. */
  readonly count: number;
  /** Share of the year's days that have passed, above 0; 1 at its end. */
  readonly elapsed: number;
  /** Months of the fiscal year that have passed. */
  readonly months: number;
  /** Events of the year before; undefined where it isn't wholly known. */
  readonly prior: number | undefined;
  /** φ ≥ 1: variance ÷ mean of the monthly counts. */
  readonly dispersion: number;
}

export type Outlook = 'exceeded' | 'ended' | 'too_early' | 'forecast';

export interface CapForecast {
  readonly outlook: Outlook;
  /** P(the year ends above its cap); undefined where it is too early. Exactly 1 once exceeded: no forecast then, a fact. */
  readonly probability: number | undefined;
  /** The 10 % and 90 % quantiles of the year's count; undefined where it is too early. */
  readonly band: { readonly lower: number; readonly upper: number } | undefined;
}

/** `cap` ≥ 0, of any fraction; counts are whole, so a cap of 2.5 is passed by 3. */
export function forecastCap(cap: number, year: YearSoFar): CapForecast {
  const { count, elapsed } = year;
  if (!(elapsed > 0 && elapsed <= 1))
    throw new RangeError(`elapsed is ${elapsed}; it must be above 0 and at most 1`);
  if (!(cap >= 0)) throw new RangeError(`cap is ${cap}; it must be at least 0`);
  const early = year.prior === undefined && year.months < monthsBeforeForecast && elapsed < 1;
  const band = early ? undefined : bandOf(year);
  if (count > cap) return { outlook: 'exceeded', probability: 1, band };
  if (elapsed === 1) return { outlook: 'ended', probability: 0, band };
  if (early) return { outlook: 'too_early', probability: undefined, band };
  const { shape, probability } = restOfYear(year);
  return {
    outlook: 'forecast',
    probability: negativeBinomialUpper(Math.floor(cap - count), shape, probability),
    band,
  };
}

/** What is still to come, N | y: negative binomial with shape (a + y)/φ and probability ((b + t)/φ) / ((b + t)/φ + 1 − t). */
function restOfYear({ count, elapsed, prior, dispersion }: YearSoFar): {
  shape: number;
  probability: number;
} {
  if (!(dispersion >= 1)) throw new RangeError(`dispersion is ${dispersion}; it must be at least 1`);
  const events = (prior ?? 0) + halfEvent + count;
  const years = (prior === undefined ? priorYears.unknown : priorYears.known) + elapsed;
  const exposure = years / dispersion;
  return { shape: events / dispersion, probability: exposure / (exposure + 1 - elapsed) };
}

function bandOf(year: YearSoFar): CapForecast['band'] {
  if (year.elapsed === 1) return { lower: year.count, upper: year.count };
  const { shape, probability } = restOfYear(year);
  const at = (share: number): number => year.count + negativeBinomialQuantile(share, shape, probability);
  return { lower: at(bandShares.lower), upper: at(bandShares.upper) };
}

/**
 * φ of the counts of the complete months up to the judged one, in their order, the judged one last: max(1, variance ÷ mean) of the
 * first 24, the judged month left out where there are 13 or more. Of fewer than 12, and of none but zeros, it is taken as 1:
 * so few say nothing of overdispersion, and the pages say that.
 */
export function dispersionOf(counts: readonly number[]): number {
  const baseline = counts.length > baselineMonths.least ? counts.slice(0, -1) : counts;
  const months = baseline.slice(0, baselineMonths.most);
  if (months.length < baselineMonths.least) return 1;
  const mean = months.reduce((sum, x) => sum + x, 0) / months.length;
  if (mean === 0) return 1;
  const variance = months.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (months.length - 1);
  return Math.max(1, variance / mean);
}

/** Above which chances a cap is at risk, or off track (`risk.cap_status` of the configuration). */
export interface CapThresholds {
  readonly atRisk: number;
  readonly offTrack: number;
}

export type CapStatus = 'on_track' | 'at_risk' | 'off_track' | 'too_early' | 'met' | 'not_met';

/** methods.md: met or not at the year's end; before that by the chance. */
export function capStatus(
  { outlook, probability }: CapForecast,
  elapsed: number,
  { atRisk, offTrack }: CapThresholds,
): CapStatus {
  if (elapsed === 1) return outlook === 'exceeded' ? 'not_met' : 'met';
  if (outlook === 'exceeded') return 'off_track';
  if (probability === undefined) return 'too_early';
  return probability >= offTrack ? 'off_track' : probability >= atRisk ? 'at_risk' : 'on_track';
}
