/**
 * Against R without packages; `ts` once, then a line each:
 *   ts <- function(x, y, level = .9) { n <- length(x); s <- outer(y, y, "-") / outer(x, x, "-"); s <- sort(s[upper.tri(s)]); N <- length(s)
 *     t <- table(y); V <- (n*(n-1)*(2*n+5) - sum(t*(t-1)*(2*t+5))) / 18; C <- qnorm(1-(1-level)/2) * sqrt(V); r <- floor((N-C)/2)
 *     b <- median(s); c(b, median(y - b*x), V, s[r], s[N-r+1]) }
 */
import { describe, expect, it } from 'vitest';
import { crossLimit, kendallVariance, type Trend, theilSen } from '../../src/stats/theilSen.js';

const swinging = [
  50, 54.707, 47.216, 53.561, 50.56, 51.838, 48.041, 48.731, 58.6, 51.351, 52.468, 60.494, 53.545, 53.49,
  61.698, 52.85, 53.004, 58.367, 56.98, 60.897, 55.745, 65.117, 61.968, 66.182, 57.57, 63.38, 60.354, 64.25,
  59.074, 60.442, 69.989, 63.892, 65.207, 71.028, 66.471, 66.403, 72.978, 65.149, 64.472, 71.761,
];

describe('the line', () => {
  it.each<[string, number[], number[], number[]]>([
    // The example of Sen 1968: ts(c(1,2,3,4,10,12,18), c(9,15,19,20,45,55,78)) → 4 6 44.33333 3.75 4.181818
    ['of Sen', [1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78], [4, 6, 44 + 1 / 3, 3.75, 46 / 11]],
    // ts(1:10, c(3,3,4,4,4,6,7,7,9,9)) → 0.75 1.5 118.3333 0.5714286 1
    [
      'with ties',
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      [3, 3, 4, 4, 4, 6, 7, 7, 9, 9],
      [0.75, 1.5, 118 + 1 / 3, 4 / 7, 1],
    ],
    // x <- 0:39; ts(x, round(50 + 0.5*x + 5*sin(x*x), 3)) → 0.5179346590909093 48.560676136363632 7366.667 0.44209090909090903 0.58695454545454562
    [
      'that swings',
      swinging.map((_, i) => i),
      swinging,
      [0.5179346590909093, 48.560676136363632, 7366 + 2 / 3, 0.44209090909090903, 0.58695454545454562],
    ],
  ])(
    '%s has R’s slope, intercept, variance and interval',
    (_, x, y, [slope, intercept, variance, lower, upper]) => {
      const trend = theilSen(x, y)!;
      expect(trend.slope).toBeCloseTo(slope!, 12);
      expect(trend.intercept).toBeCloseTo(intercept!, 10);
      expect(kendallVariance(y)).toBeCloseTo(variance!, 9);
      expect(trend.lower!.slope).toBeCloseTo(lower!, 12);
      expect(trend.upper!.slope).toBeCloseTo(upper!, 12);
    },
  );
  it('has no interval where too few pairs bound it, and none exists for one point', () => {
    // ts(1:4, 1:4): N = 6, C = 1.645 × √8.67 = 4.84, rank 0.
    expect(theilSen([1, 2, 3, 4], [1, 2, 3, 4])).toEqual({
      slope: 1,
      intercept: 0,
      lower: null,
      upper: null,
    });
    expect(theilSen([1], [1])).toBeUndefined();
    expect(theilSen([], [])).toBeUndefined();
  });
  it('is flat, and certain of it, where all values are the same', () => {
    const trend = theilSen([1, 2, 3, 4, 5], [7, 7, 7, 7, 7])!;
    expect([trend.slope, trend.lower!.slope, trend.upper!.slope, trend.intercept]).toEqual([0, 0, 0, 7]);
  });
  it('is not moved by a few wild values', () => {
    const x = Array.from({ length: 30 }, (_, i) => i);
    const y = x.map((v) => (v % 10 === 9 ? 1000 : 2 * v));
    expect(theilSen(x, y)!.slope).toBe(2);
  });
});

describe('the crossing', () => {
  const line = (slope: number, intercept: number) => ({ slope, intercept });
  /** At 100: 60, with slopes of 0.5 to 2 about 1. */
  const rising: Trend = { ...line(1, -40), lower: line(0.5, 8), upper: line(2, -138) };
  it('is counted from now, the soonest by the steepest line', () => {
    // Values at 100: 60, 58, 62. (90 − 60) ÷ 1, (90 − 62) ÷ 2, (90 − 58) ÷ 0.5
    expect(crossLimit(rising, 90, 'above', 100)).toEqual({ value: 30, soonest: 14, latest: 64 });
  });
  it('from above is the same, upside down', () => {
    const falling: Trend = { ...line(-1, 40), lower: line(-2, 138), upper: line(-0.5, -8) };
    expect(crossLimit(falling, -90, 'below', 100)).toEqual({ value: 30, soonest: 14, latest: 64 });
    expect(crossLimit(falling, 90, 'above', 100)).toBeUndefined();
    expect(crossLimit(rising, -90, 'below', 100)).toBeUndefined();
  });
  it('is none where the interval includes no approach, even by a hair', () => {
    expect(crossLimit({ ...rising, lower: line(0, 58) }, 90, 'above', 100)).toBeUndefined();
    expect(crossLimit({ ...rising, lower: line(-0.1, 65) }, 90, 'above', 100)).toBeUndefined();
    expect(crossLimit({ ...rising, lower: null, upper: null }, 90, 'above', 100)).toBeUndefined();
  });
  it('is now where the line has reached the limit, however it runs', () => {
    expect(crossLimit(rising, 60, 'above', 100)).toEqual({ value: 0, soonest: 0, latest: 4 });
    const flat: Trend = { ...line(0, 99), lower: line(0, 99), upper: line(0, 99) };
    expect(crossLimit(flat, 95, 'above', 100)).toEqual({ value: 0, soonest: 0, latest: 0 });
    const ebbing: Trend = { ...line(-0.1, 110), lower: line(-0.2, 114), upper: line(0, 105) };
    // 100 at 100; the slower line stands at 94 and falls: it may never have been reached.
    expect(crossLimit(ebbing, 95, 'above', 100)).toEqual({ value: 0, soonest: 0, latest: null });
  });
});
