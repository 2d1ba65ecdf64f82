/** Rounded parts that still add up to the rounded whole. */

/** Doubles that should be equal differ by less: a hundred additions of numbers up to 100. */
const dust = 1e-9;

/**
 * Largest remainders (Hamilton's method): each part is cut to `digits` decimals, and what is then missing from the whole, as it is shown,
 * goes unit by unit to the parts that lost most; of equal ones the first. A part of 0 stays 0. Parts and whole are not negative, and the
 * parts add up to the whole.
 */
export function apportion(parts: readonly number[], whole: number, digits: number): number[] {
  const scale = 10 ** digits;
  const scaled = parts.map((part) => {
    const nearest = Math.round(part * scale);
    return Math.abs(part * scale - nearest) < dust ? nearest : part * scale;
  });
  const cut = scaled.map(Math.floor);
  let missing = Math.round(Number(whole.toFixed(digits)) * scale) - cut.reduce((a, b) => a + b, 0);
  const order = scaled
    .map((value, i) => ({ i, lost: value - cut[i]! }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost || a.i - b.i);
  for (const { i } of order) {
    if (missing <= 0) break;
    cut[i]!++;
    missing--;
  }
  return cut.map((units) => units / scale);
}
