/** Two-sided cumulative sums: whether a level has shifted by a little and stays there. */

/** In standard deviations. */
export interface CusumRule {
  /** Allowance: half the shift that is looked for. */
  readonly k: number;
  /** Decision interval: an alarm comes when a sum is over it. */
  readonly h: number;
}

export interface Sums {
  readonly up: number;
  readonly down: number;
}

export const noSums: Sums = { up: 0, down: 0 };

export interface Step {
  readonly sums: Sums;
  /** Which way the level has shifted; the sums begin anew then. */
  readonly alarm: 'up' | 'down' | undefined;
}

/**
 * One more standardised value `z`. Page 1954, Biometrika 41, 100–115, in the tabular form of Montgomery, Introduction to Statistical
 * Quality Control, ch. 9: C⁺ = max(0, C⁺ + z − k), C⁻ = max(0, C⁻ − z − k).
 */
export function stepCusum({ up, down }: Sums, z: number, { k, h }: CusumRule): Step {
  const sums = { up: Math.max(0, up + z - k), down: Math.max(0, down - z - k) };
  if (sums.up > h) return { sums: noSums, alarm: 'up' };
  if (sums.down > h) return { sums: noSums, alarm: 'down' };
  return { sums, alarm: undefined };
}
