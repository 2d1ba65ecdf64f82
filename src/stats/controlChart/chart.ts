/** What every kind of chart comes to. */
import type { Finding, Judgement, Limits } from './rules.js';

/** c and u: counts (`_laney`: widened); g: days between rare events (`_thinned`: between months with any); xmr: any other monthly value. */
export type ChartKind = 'c' | 'c_laney' | 'u' | 'u_laney' | 'g' | 'g_thinned' | 'xmr';

/** Points are days between events, and long ones mean few. */
export const isOfGaps = (kind: ChartKind): boolean => kind === 'g' || kind === 'g_thinned';

export interface ChartPoint extends Judgement {
  readonly value: number;
  readonly limits: Limits;
  /** Of a gap: the day of the event that ended it; undefined for the open one. */
  readonly endedOn?: number | undefined;
}

export interface Chart {
  readonly kind: ChartKind;
  /** Index of dispersion of a baseline of counts, and the bound beyond which its limits are widened. */
  readonly dispersion?: number;
  readonly dispersionBound?: number;
  /** Laney's σz, at least 1. */
  readonly widening?: number;
  /** Of the judged month. */
  readonly limits: Limits;
  /** The complete months in their order; for a g-chart the gaps that have ended, then the open one, if it counts. */
  readonly points: readonly ChartPoint[];
  /** What the judged month's mark rests on; undefined is common variation. For a g-chart, 1 is a long gap. */
  readonly finding: Finding | undefined;
}
