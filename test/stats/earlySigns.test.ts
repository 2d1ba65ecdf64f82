/** Each rule with hand-made series: `at` counts hours from 0, so that hour 0 is the first one of a day. */
import { describe, expect, it } from 'vitest';
import { findSigns, type Hour, hoursPerWeek, type Score, scoreHours } from '../../src/stats/earlySigns.js';

/** A value per hour; undefined is a gap. */
const hoursOf = (length: number, value: (at: number) => number | undefined): Hour[] =>
  Array.from({ length }, (_, at) => ({ at, mean: value(at) })).filter((h): h is Hour => h.mean !== undefined);
/** Swings by 1 from day to day about 50, 10 more by day: the spread of each hour is known. */
const dayOf = (at: number): number => Math.floor(at / 24);
const ordinary = (at: number): number =>
  50 + [0, 1, -1, 2, -2, 0, 1][dayOf(at) % 7]! + (at % 24 >= 8 ? 10 : 0);
/** Scores from z alone. */
const scored = (list: readonly (number | undefined)[]): Score[] =>
  list.flatMap((z, at) => (z === undefined ? [] : [{ at, mean: 0, usual: 0, z }]));
const told = (list: readonly (number | undefined)[]) =>
  findSigns(scored(list)).map(({ from, to, raised, kind, z }) => [from, to, raised, kind, z]);
const still = (n: number): number[] => Array(n).fill(0) as number[];

describe('an hour is judged', () => {
  it('after seven days, and not before', () => {
    expect(scoreHours([])).toEqual([]);
    expect(scoreHours(hoursOf(hoursPerWeek, ordinary))).toEqual([]);
    expect(scoreHours(hoursOf(hoursPerWeek + 2, ordinary)).map((s) => s.at)).toEqual([168, 169]);
  });
  it('by the same hour of the day, in units of its own spread', () => {
    // Hour 168: 00:00 of the eighth day, before it 50 51 49 52 48 50 51: median 50, deviations 0 1 1 2 2 0 1, their median 1.
    // Resolution: |deviations| of all 24 hours are 0 0 1 1 1 2 2 each; the 90 % point of the 168 is 2, ÷ 1.6449 = 1.2159;
    // a hundredth of the median, 60, is less; 1.4826 × 1 is more than both.
    const [score] = scoreHours(hoursOf(169, (at) => (at === 168 ? 56 : ordinary(at))));
    expect(score).toEqual({ at: 168, mean: 56, usual: 50, z: 6 / 1.4826 });
  });
  it('by the same hour of the week once there are eight weeks', () => {
    // Sundays are another level: with less than eight weeks they are far from 00:00 of all days, with eight they are what they always are,
    // and a Sunday like any other day is far out.
    const sundays = (at: number): number => 50 + (dayOf(at) % 7 === 6 ? 100 : 0) + (Math.floor(at / 168) % 3);
    const lost = 9 * 168 + 6 * 24;
    const scores = scoreHours(hoursOf(10 * 168, (at) => (at >= lost && at < lost + 3 ? 50 : sundays(at))));
    const at = (hour: number) => scores.find((s) => s.at === hour)!;
    expect(at(7 * 168 + 6 * 24).usual).toBe(51);
    // Weeks 1 to 8: 151 152 150 151 152 150 151 152: median 151, deviations 0 1 1 0 1 1 0 1, their median 1: spread 1.4826,
    // under a hundredth of the level, 51, and over it again by what hours ordinarily do: 90 % point 1.
    expect(at(9 * 168 + 6 * 24 + 3)).toEqual({ at: lost + 3, mean: 150, usual: 151, z: -1 / 1.4826 });
    expect(at(lost).z).toBeCloseTo(-101 / 1.4826, 10);
  });
  it('by no fewer than four values', () => {
    // 05:00 of three of the seven days, then of four.
    const without = (days: number) =>
      hoursOf(175, (at) => (at < days * 24 && at % 24 === 5 ? undefined : ordinary(at)));
    expect(scoreHours(without(4)).map((s) => s.at)).toEqual([168, 169, 170, 171, 172, 174]);
    expect(scoreHours(without(3)).map((s) => s.at)).toEqual([168, 169, 170, 171, 172, 173, 174]);
  });
  it('with a floor under the spread: a hundredth of the level, or what the series ordinarily does', () => {
    const flat = scoreHours(hoursOf(170, (at) => (at >= 168 ? 203 : 200)));
    expect(flat.map((s) => s.z)).toEqual([1.5, 1.5]);
    // Every tenth hour a burst of 10: most hours of the day never differ, but the series does.
    const bursts = scoreHours(hoursOf(1000, (at) => (at % 7 === 0 ? 10 : 0)));
    expect(Math.max(...bursts.map((s) => Math.abs(s.z)))).toBeLessThan(4);
  });
  it('by a bounded measure where the series stood still at 0', () => {
    expect(scoreHours(hoursOf(170, (at) => (at === 169 ? 0.001 : 0))).map((s) => s.z)).toEqual([0, 1000]);
  });
  it('only by what came before it', () => {
    const all = hoursOf(12 * 168, (at) => ordinary(at) + (at > 1500 ? 40 : 0) + Math.sin(at * at));
    const part = all.slice(0, 1700);
    expect(scoreHours(part)).toEqual(scoreHours(all).slice(0, scoreHours(part).length));
  });
});

describe('a sign', () => {
  it('is two hours far out on one side, not one, and not two that are just far', () => {
    expect(told([0, 5, 0])).toEqual([]);
    expect(told([0, 5, 6, 0])).toEqual([[1, 2, 2, 'deviation', 6]]);
    expect(told([0, -5, -4.5, 0])).toEqual([[1, 2, 2, 'deviation', -5]]);
    expect(told([0, 4, 4, 0])).toEqual([]);
    expect(told([0, 5, -5, 0])).toEqual([]);
  });
  it('is not told from two hours with a gap between', () => {
    expect(told([5, undefined, 5])).toEqual([]);
  });
  it('is one with its neighbours within a day, and keeps the hour in which it was there', () => {
    expect(told([5, 6, ...still(23), 7, 8])).toEqual([[0, 26, 1, 'deviation', 8]]);
    // From hour 1 to hour 25 are 24 hours; to hour 26, 25.
    expect(told([5, 6, ...still(24), 7, 8])).toEqual([
      [0, 1, 1, 'deviation', 6],
      [26, 27, 27, 'deviation', 8],
    ]);
  });
  it('is a shift of the level that no hour shows alone', () => {
    // z = 3.5 adds 2 an hour: over 20 with the eleventh. Then the sum begins anew, and falls by 1.5 an hour: 4 → 2.5 → 1 → 0.
    expect(told([0, ...(Array(13).fill(3.5) as number[]), ...still(9)])).toEqual([
      [11, 15, 11, 'shift', 3.5],
    ]);
    expect(told([0, ...(Array(10).fill(3.5) as number[]), ...still(9)])).toEqual([]);
    expect(told((Array(11).fill(-3.5) as number[]).concat(still(3)))).toEqual([[10, 10, 10, 'shift', -3.5]]);
  });
  it('is no shift by one wild hour, nor over a day without hours', () => {
    expect(told([900, 0, 0, 0])).toEqual([]);
    const six = Array(6).fill(3.5) as number[];
    const gap = Array(24).fill(undefined) as undefined[];
    expect(told([...six, ...gap, ...six])).toEqual([]);
    expect(told([...six, ...gap.slice(1), ...six])).toHaveLength(1);
  });
  it('of both kinds is called so', () => {
    // z = 6 counts 4 in the sums, so 2.5 an hour: over 20 with the ninth.
    expect(told(Array(9).fill(6) as number[])).toEqual([[0, 8, 1, 'both', 6]]);
  });
  it('lasts as long as the shift does', () => {
    const signs = told([...still(5), ...(Array(200).fill(2.5) as number[]), ...still(5)]);
    // 1 an hour: the 21st is over 20; then on to the end, with an alarm every 21 hours, all of them one sign.
    expect(signs.map(([from, , raised]) => [from, raised])).toEqual([[25, 25]]);
  });
});

it('is rare where nothing happens', () => {
  // A fixed generator (Park & Miller 1988) and Box–Muller: 40 series of 20 weeks, independent hours.
  let state = 20260101;
  const uniform = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  let signs = 0;
  let hours = 0;
  for (let series = 0; series < 40; series++) {
    const scores = scoreHours(hoursOf(20 * 168, (at) => 50 + 10 * Math.sin((at * Math.PI) / 12) + normal()));
    signs += findSigns(scores).length;
    hours += scores.length;
  }
  // Per series and month of 730.5 hours.
  expect(signs / (hours / 730.5)).toBeLessThan(0.1);
});
