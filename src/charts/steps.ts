/** Round steps for a linear axis that begins at zero. */

/** Four lines at most: the eye counts no more, and the table below has the numbers. */
const MOST = 4;

export interface Steps {
  /** The axis's end: over the greatest value, on a step. */
  readonly top: number;
  readonly values: readonly number[];
}

/** Steps of 1, 2 or 5 × 10ⁿ (`bases`), at least `least`. An axis without a value above zero ends at `least`. */
export function stepsTo(max: number, least = 1, bases: readonly number[] = [1, 2, 5]): Steps {
  let step = least;
  search: for (let power = least; ; power *= 10)
    for (const base of bases) {
      step = base * power;
      if (max <= step * MOST) break search;
    }
  const count = Math.max(1, Math.ceil(max / step));
  return { top: count * step, values: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

export type TimeUnit = 'minute' | 'hour' | 'day';
const MINUTES: Readonly<Record<TimeUnit, number>> = { minute: 1, hour: 60, day: 1440 };

/** Steps in minutes that are whole minutes, hours or days, whichever is fit to be read; `count` gives a step in that unit. */
export function minuteStepsTo(max: number): Steps & { unit: TimeUnit; count(value: number): number } {
  const unit = max <= 2 * MINUTES.hour ? 'minute' : max <= 2 * MINUTES.day ? 'hour' : 'day';
  const bases = { minute: [1, 2, 5, 15, 30], hour: [1, 2, 3, 6, 12], day: [1, 2, 5] }[unit];
  return { ...stepsTo(max, MINUTES[unit], bases), unit, count: (value) => value / MINUTES[unit] };
}
