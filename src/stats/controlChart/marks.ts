/** The two marks of a headline (NHS England, Making Data Count): whether it changed, and whether it can be relied on to meet its target. */
import { type ChartKind, isOfGaps } from './chart.js';
import type { Finding, Limits } from './rules.js';

export type Variation = 'common' | 'better' | 'worse';
export type Assurance = 'consistently_met' | 'consistently_missed' | 'hit_and_miss';
export type Better = 'lower' | 'higher';

/** Of a g-chart long gaps are few events: its direction is the reverse. */
export function markVariation(finding: Finding | undefined, kind: ChartKind, better: Better): Variation {
  if (finding === undefined) return 'common';
  const rises = isOfGaps(kind) ? finding.side < 0 : finding.side > 0;
  return rises === (better === 'higher') ? 'better' : 'worse';
}

/** A target outside the limits is met, or missed, whatever ordinary variation does; one on a limit lies inside. */
export function markAssurance(
  { lower, upper }: Pick<Limits, 'lower' | 'upper'>,
  target: number,
  better: Better,
): Assurance {
  if (target > upper) return better === 'lower' ? 'consistently_met' : 'consistently_missed';
  if (target < lower) return better === 'lower' ? 'consistently_missed' : 'consistently_met';
  return 'hit_and_miss';
}
