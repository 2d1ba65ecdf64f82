/**
 * Early signs in a series of hourly means: hours far from what the same hour usually is, and shifts of the level (methods.md,
 * "capacity_signs"). Each hour is judged only by those before it, so that what comes later never changes what was found.
 */
import { type CusumRule, noSums, type Sums, stepCusum } from './cusum.js';
import { median, quantileOfSorted, robustMiddle, sortNumbers } from './robust.js';

export const hoursPerDay = 24;
export const hoursPerWeek = 7 * hoursPerDay;
/** methods.md: "the same hour of the week over 8 weeks"; with less, the same hour of the day. */
const weeks = 8;
/** methods.md: "Under 7 days: not judged". */
const leastHistory = hoursPerWeek;
/** Gaps may leave fewer of the same hour: with under half of 8 weeks, or of the least history's 7 days, an hour isn't judged. */
const fewestSame = 4;
/** methods.md: |z| > 4 for 2 hours running. */
const farAway = 4;
const hoursRunning = 2;
/** methods.md: "neighbours within a day are one sign". */
const neighbourhood = hoursPerDay;

/**
 * The resolution: how far the series' hours ordinarily lie from the median of their hour (of the week, or of the day) over the 8 weeks before. Of so many hours the
 * 90 % point can be used, which sees the swings of a series that mostly stands still; ÷ Φ⁻¹(0.95) it is a standard deviation where
 * they are normal. It holds up the spread of the 7 or 8 values of one hour, which by chance is often too small.
 */
const ordinaryShare = 0.9;
const ordinaryFactor = 1 / 1.6449;
/** … and at least this share of the level: a hundredth more or less is no sign on any series. */
const ofLevel = 0.01;

/** What methods.md leaves open of the CUSUM; tuned on four real series and reported on five others (docs/capacity-signs.md). */
export interface Tuning {
  readonly cusum: CusumRule;
  /** A z beyond this counts as this in the sums: one wild hour is no shift of the level. */
  readonly clamp: number;
}

export const tuning: Tuning = { cusum: { k: 1.5, h: 20 }, clamp: 4 };

/** Where a series has never moved, any move is this far away: there is nothing to measure it by. */
const largestZ = 1000;

export interface Hour {
  /** Whole hours since 1970 on the local clock. */
  readonly at: number;
  readonly mean: number;
}

export interface Score extends Hour {
  /** What the hour usually is. */
  readonly usual: number;
  readonly z: number;
}

export type SignKind = 'deviation' | 'shift' | 'both';

export interface Sign {
  /** First and last hour, as in Hour. */
  readonly from: number;
  readonly to: number;
  /** The hour with which it was there: a run's second hour, the alarm of a shift. It never moves. */
  readonly raised: number;
  readonly kind: SignKind;
  /** Of the hour that is farthest away. */
  readonly z: number;
  readonly mean: number;
  readonly usual: number;
}

/** The hours that can be judged, of a series' hours in ascending order. */
export function scoreHours(hours: readonly Hour[]): Score[] {
  if (hours.length === 0) return [];
  const first = hours[0]!.at;
  const means = new Float64Array(hours.at(-1)!.at - first + 1).fill(Number.NaN);
  for (const { at, mean } of hours) means[at - first] = mean;
  const scores: Score[] = [];
  let floor = 0;
  let floorUntil = 0;
  for (const { at, mean } of hours) {
    const place = at - first;
    if (place < leastHistory) continue;
    if (place >= floorUntil) {
      // Once a week: it changes slowly.
      const week = Math.floor(place / hoursPerWeek);
      const weeksBefore = means.subarray(Math.max(0, week - weeks) * hoursPerWeek, week * hoursPerWeek);
      floor = resolutionOf(weeksBefore, week >= weeks ? hoursPerWeek : hoursPerDay);
      floorUntil = (week + 1) * hoursPerWeek;
    }
    const same =
      place >= weeks * hoursPerWeek
        ? present(means, place - weeks * hoursPerWeek, place, hoursPerWeek)
        : present(means, place % hoursPerDay, place, hoursPerDay);
    if (same.length < fewestSame) continue;
    const { median: usual, spread } = robustMiddle(same, floor);
    scores.push({ at, mean, usual, z: zOf(mean - usual, spread) });
  }
  return scores;
}

/** The values at `from`, `from + step` … before `end` that are there. */
function present(means: Float64Array, from: number, end: number, step: number): Float64Array {
  const found = new Float64Array(Math.max(0, Math.ceil((end - from) / step)));
  let n = 0;
  for (let i = from; i < end; i += step) {
    const mean = means[i]!;
    if (!Number.isNaN(mean)) found[n++] = mean;
  }
  return n === found.length ? found : found.subarray(0, n);
}

/** The least difference that means anything, in the metric's own unit; 0 for a series that stood still at 0. */
function resolutionOf(means: Float64Array, period: number): number {
  const all = present(means, 0, means.length, 1);
  if (all.length === 0) return 0;
  const away = new Float64Array(all.length);
  let n = 0;
  for (let hour = 0; hour < period; hour++) {
    const same = present(means, hour, means.length, period);
    if (same.length === 0) continue;
    const usual = median(same);
    for (const mean of same) away[n++] = Math.abs(mean - usual);
  }
  const ordinary = quantileOfSorted(sortNumbers(away), ordinaryShare) * ordinaryFactor;
  return Math.max(ordinary, ofLevel * Math.abs(median(all)));
}

function zOf(difference: number, spread: number): number {
  if (difference === 0) return 0;
  return Math.max(-largestZ, Math.min(largestZ, difference / spread));
}

/** Signs in the order of time. A shift goes on for as long as its side's sum, begun anew with the alarm, doesn't fall to 0. */
export function findSigns(scores: readonly Score[], { cusum, clamp }: Tuning = tuning): Sign[] {
  const found: Sign[] = [];
  let sums: Sums = noSums;
  let shifted: 'up' | 'down' | undefined;
  let running = 0;
  for (const [i, score] of scores.entries()) {
    const { at, z } = score;
    const before = scores[i - 1];
    // After a day without hours nothing can be summed on.
    if (before && at - before.at > neighbourhood) [sums, shifted] = [noSums, undefined];
    const goesOn = before !== undefined && before.at === at - 1 && Math.sign(before.z) === Math.sign(z);
    running = Math.abs(z) > farAway ? (goesOn ? running : 0) + 1 : 0;
    const step = stepCusum(sums, Math.max(-clamp, Math.min(clamp, z)), cusum);
    sums = step.sums;
    if (step.alarm !== undefined) shifted = step.alarm;
    else if (shifted !== undefined && sums[shifted] === 0) shifted = undefined;
    if (running >= hoursRunning)
      found.push(
        signOf(running > hoursRunning ? [score] : scores.slice(i - hoursRunning + 1, i + 1), 'deviation'),
      );
    if (shifted !== undefined) found.push(signOf([score], 'shift'));
  }
  return mergeNeighbours(found);
}

function signOf(scores: readonly Score[], kind: SignKind): Sign {
  const { z, mean, usual } = scores.reduce((a, b) => (Math.abs(b.z) > Math.abs(a.z) ? b : a));
  return { from: scores[0]!.at, to: scores.at(-1)!.at, raised: scores.at(-1)!.at, kind, z, mean, usual };
}

function mergeNeighbours(signs: readonly Sign[]): Sign[] {
  const merged: Sign[] = [];
  for (const next of signs) {
    const last = merged.at(-1);
    if (!last || next.from - last.to > neighbourhood) {
      merged.push(next);
      continue;
    }
    const { z, mean, usual } = Math.abs(next.z) > Math.abs(last.z) ? next : last;
    const kind = last.kind === next.kind ? last.kind : 'both';
    merged[merged.length - 1] = { ...last, to: next.to, kind, z, mean, usual };
  }
  return merged;
}
