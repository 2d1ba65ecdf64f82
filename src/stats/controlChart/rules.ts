/**
 * The four rules, in their order, on points in the order of time (NHS England, Making Data Count). Pure: months that can't be judged are
 * left out before, so that neighbours across such a month count as following each other. A missing export must not be able to break
 * a run of bad months, and as the points are independent, leaving one out changes no chance of a false alarm.
 */

/** A rise or fall that lasts for 7 points is a trend. */
export const trendPoints = 7;
/** So many in a row on one side of the centre are a shift. */
export const shiftPoints = 7;
/** 2 of 3 in a row near one and the same limit. */
export const nearWindow = 3;
export const nearPoints = 2;
/** "Near" begins at two thirds of the way from the centre to a limit. */
export const nearShare = 2 / 3;

export const rules = ['outside', 'trend', 'two_of_three', 'shift'] as const;
export type Rule = (typeof rules)[number];
/** 1 above the centre or rising, −1 below it or falling. */
export type Side = -1 | 0 | 1;

export interface Limits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** Beyond these a point is near a limit. */
  readonly nearLower: number;
  readonly nearUpper: number;
}

export interface Finding {
  readonly rule: Rule;
  readonly side: -1 | 1;
}

/** What the rules say of one point. */
export interface Judgement {
  /** When it was the newest: what completes with this point. */
  readonly fired: Finding | undefined;
  /** Looking back from the end of the series: what it turned out to be part of. */
  readonly part: Finding | undefined;
}

const sideOf = (difference: number): Side => (difference > 0 ? 1 : difference < 0 ? -1 : 0);

/** From each point to the next: +1, −1, or 0 where they are equal, which ends a trend. The first has no step. */
export const stepsOf = (values: readonly number[]): Side[] =>
  values.map((value, i) => (i === 0 ? 0 : sideOf(value - values[i - 1]!)));

/** At each point, the sign that it and the `length` − 1 before it share; 0 where they don't. A point on the line has none. */
export function findRuns(signs: readonly Side[], length: number): Side[] {
  let run = 0;
  return signs.map((sign, i) => {
    run = sign === 0 ? 0 : sign === signs[i - 1] ? run + 1 : 1;
    return run >= length ? sign : 0;
  });
}

/** 7 points in a row that rise or fall have 6 steps. */
export const findTrends = (steps: readonly Side[]): Side[] => findRuns(steps, trendPoints - 1);

/** A flag at the last point of a run, carried back to the `length` points that made it. A later run has the last word. */
export function backfill(flags: readonly Side[], length: number): Side[] {
  const filled: Side[] = flags.map(() => 0);
  for (let i = 0; i < flags.length; i++)
    if (flags[i] !== 0) for (let j = Math.max(0, i - length + 1); j <= i; j++) filled[j] = flags[i]!;
  return filled;
}

/**
 * At each point, whether it and the two before it lie on one side of the centre, two or more of them near the limit there. `near`
 * has the side of the limit that a point is near (or beyond). The third must lie on that side too, as in the NHS's vectors.
 */
export function findNear(near: readonly Side[], sides: readonly Side[]): Side[] {
  return near.map((_, i) => {
    const side = sides[i]!;
    if (side === 0 || i < nearWindow - 1) return 0;
    let count = 0;
    for (let j = i - nearWindow + 1; j <= i; j++) {
      if (sides[j] !== side) return 0;
      if (near[j] === side) count++;
    }
    return count >= nearPoints ? side : 0;
  });
}

/** Only those of the window that are themselves near the limit are a signal. */
export const onlyNear = (flags: readonly Side[], near: readonly Side[]): Side[] =>
  flags.map((flag, i) => (near[i] === flag ? flag : 0));

/**
 * Judges every point by the rules in their order. `steps` is given where what is drawn is not what rises (counts.ts); the direction of a
 * trend is its own, whatever side of the centre it lies on.
 */
export function judgePoints(
  values: readonly number[],
  limits: readonly Limits[],
  steps: readonly Side[] = stepsOf(values),
): Judgement[] {
  const outside = values.map((v, i): Side => (v > limits[i]!.upper ? 1 : v < limits[i]!.lower ? -1 : 0));
  const sides = values.map((v, i) => sideOf(v - limits[i]!.centre));
  const near = values.map((v, i): Side => (v > limits[i]!.nearUpper ? 1 : v < limits[i]!.nearLower ? -1 : 0));
  const trends = findTrends(steps);
  const windows = findNear(near, sides);
  const shifts = findRuns(sides, shiftPoints);
  const fired = [outside, trends, onlyNear(windows, near), shifts];
  const part = [
    outside,
    backfill(trends, trendPoints),
    onlyNear(backfill(windows, nearWindow), near),
    backfill(shifts, shiftPoints),
  ];
  return values.map((_, i) => ({ fired: firstOf(fired, i), part: firstOf(part, i) }));
}

function firstOf(flags: readonly (readonly Side[])[], i: number): Finding | undefined {
  for (const [r, rule] of rules.entries()) {
    const side = flags[r]![i]!;
    if (side !== 0) return { rule, side };
  }
  return undefined;
}
