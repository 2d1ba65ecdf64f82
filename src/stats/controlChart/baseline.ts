/** Which months a chart's limits rest on (methods.md, "Signal or noise"). */

/** The first two years: every month of the year twice, then frozen. */
export const baselineMonths = 24;
/** Under a year, limits are "trial", and marked so. */
export const leastBaselineMonths = 12;
/** Under half a year nothing is judged, not even on trial. methods.md names no least number; this one is Kado's. */
export const leastMonths = 6;

export interface Baseline {
  /** So many months from the first of the series. */
  readonly months: number;
  readonly trial: boolean;
}

/**
 * Of a series of `months` complete months. With `judged`, the last of them is the one that is judged: it is never in its own
 * baseline, unless without it there would be fewer than twelve.
 */
export function chooseBaseline(months: number, judged: boolean): Baseline {
  const apart = judged && months > leastBaselineMonths;
  const size = Math.min(baselineMonths, apart ? months - 1 : months);
  return { months: size, trial: size < leastBaselineMonths };
}
