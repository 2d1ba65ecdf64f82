/** Middle and spread that a few wild values don't move. */

/** Makes the median absolute deviation of normal values their standard deviation: 1 ÷ Φ⁻¹(0.75) (Hampel 1974, JASA 69, 383–393). */
export const madFactor = 1.4826;

/** Up to here insertion is faster than the engine's own sort. */
const fewValues = 64;

/** Sorts in place, ascending. No value may be NaN. */
export function sortNumbers(values: Float64Array): Float64Array {
  if (values.length > fewValues) return values.sort();
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let j = i - 1;
    for (; j >= 0 && values[j]! > value; j--) values[j + 1] = values[j]!;
    values[j + 1] = value;
  }
  return values;
}

/** The `share` quantile of sorted values, at least one, on the line between two of them (Hyndman & Fan 1996, definition 7). */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below]!;
  const part = place - below;
  return part === 0 ? low : low + (sorted[below + 1]! - low) * part;
}

/** Of at least one value. */
export const median = (values: ArrayLike<number>): number =>
  quantileOfSorted(sortNumbers(new Float64Array(values)), 0.5);

export interface Middle {
  readonly median: number;
  /** 1.4826 × the median absolute deviation from the median; not less than `floor`. */
  readonly spread: number;
}

/**
 * Of at least one value. `floor`: what of a difference means nothing, in the values' unit; without it a series that mostly stands
 * still would be infinitely far out with its first change.
 */
export function robustMiddle(values: ArrayLike<number>, floor: number): Middle {
  const sorted = sortNumbers(new Float64Array(values));
  const middle = quantileOfSorted(sorted, 0.5);
  for (let i = 0; i < sorted.length; i++) sorted[i] = Math.abs(sorted[i]! - middle);
  return { median: middle, spread: Math.max(madFactor * quantileOfSorted(sortNumbers(sorted), 0.5), floor) };
}
