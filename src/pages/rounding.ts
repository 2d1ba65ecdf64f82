/** Numbers that are shown rounded and must still add up as they are shown. */

/** Rounds half away from zero, in units of the last decimal shown. */
const inUnits = (value: number, digits: number): number => {
  const scaled = Math.abs(value) * 10 ** digits;
  return Math.sign(value) * Math.round(Number(scaled.toPrecision(15)));
};

/** As a reader reckons: the shown end less the shown start. */
export const shownDifference = (before: number, after: number, digits: number): number =>
  Number(after.toFixed(digits)) - Number(before.toFixed(digits));

/**
 * `parts` to so many decimals, adding up to `total` as it is shown: by largest remainders. A part of exactly 0 stays 0 as long as there is
 * any other.
 */
export function roundParts(parts: readonly number[], total: number, digits: number): number[] {
  const scale = 10 ** digits;
  const floors = parts.map((p) => Math.floor(p * scale));
  const candidates = parts
    .map((p, i) => ({ i, rest: p * scale - floors[i]! }))
    .filter(({ i }) => parts[i] !== 0 || parts.every((p) => p === 0))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  let missing = inUnits(total, digits) - floors.reduce((sum, f) => sum + f, 0);
  // More than one unit to each: the shown total may itself be a unit away from the exact one.
  for (let k = 0; missing > 0 && candidates.length > 0; k++, missing--)
    floors[candidates[k % candidates.length]!.i]! += 1;
  for (let k = 0; missing < 0 && candidates.length > 0; k++, missing++)
    floors[candidates[candidates.length - 1 - (k % candidates.length)]!.i]! -= 1;
  return floors.map((f) => f / scale);
}
