/** Limits of counts against R. */
import { describe, expect, it } from 'vitest';
import { chartCounts, fitCounts, limitCounts } from '../../../src/stats/controlChart/counts.js';

const days = [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31];
const points = (counts: readonly number[], exposure = days) =>
  counts.map((count, i) => ({ count, exposure: exposure[i % exposure.length]! }));
const close = (actual: number, expected: number): void =>
  expect(Math.abs(actual / expected - 1)).toBeLessThanOrEqual(1e-9);

describe('a u-chart', () => {
  // x <- c(12,15,9,14,11,13,10,16,12,8,14,13); n <- c(30,31,30,31,31,30,31,30,31,31,28,31); u <- sum(x)/sum(n)
  const model = fitCounts(points([12, 15, 9, 14, 11, 13, 10, 16, 12, 8, 14, 13]));
  it('has the rate, and the dispersion beside its bound', () => {
    close(model.rate, 0.40273972602739727);
    close(model.dispersion, 0.52704796483598326); // sum((x-u*n)^2/(u*n))/11
    close(model.dispersionBound, 1.9927317510019278); // qchisq(0.975,11)/11
    expect(model.widening).toBe(1);
  });
  it('has limits that follow the days', () => {
    const { lower, centre, upper, nearLower, nearUpper } = limitCounts(model, 31);
    close(lower, 1.8847247370903482); // u*31-3*sqrt(u*31)
    close(centre, 12.484931506849316);
    close(upper, 23.085138276608284);
    // two thirds of the way: u*31 ± 2*sqrt(u*31)
    close(nearUpper, 12.484931506849316 + (2 / 3) * (23.085138276608284 - 12.484931506849316));
    close(nearLower, 12.484931506849316 - (2 / 3) * (12.484931506849316 - 1.8847247370903482));
    expect(limitCounts(model, 28).centre).toBeLessThan(centre);
  });
});

describe('limits by Laney', () => {
  // x <- c(3,22,8,1,30,5,12,0,18,9,2,26); z <- (x-u*n)/sqrt(u*n); sz <- mean(abs(diff(z)))/1.128
  const wild = [3, 22, 8, 1, 30, 5, 12, 0, 18, 9, 2, 26];
  it('are wider where counts are overdispersed, and the chart says so', () => {
    const model = fitCounts(points(wild));
    close(model.dispersion, 9.010107855458898);
    close(model.widening, 3.9954965775131224);
    const limits = limitCounts(model, 28);
    close(limits.centre, 10.432876712328767);
    close(limits.upper, 49.149195338277991);
    expect(limits.lower).toBe(0); // −28.3 without the floor
    expect(chartCounts(points(wild), 12).kind).toBe('u_laney');
    expect(chartCounts(points(wild, [30]), 12).kind).toBe('c_laney');
  });
  it('are never narrower than the Poisson ones', () => {
    // Two levels, changed once: overdispersed, but neighbours differ little, σz is 0.29.
    const steps = points([...Array(12).fill(5), ...Array(12).fill(25)], [30]);
    const { dispersion, dispersionBound, widening } = fitCounts(steps);
    expect(dispersion).toBeGreaterThan(dispersionBound);
    expect(widening).toBe(1);
  });
});

describe('a c-chart', () => {
  // x <- c(5,4,6,7,5,3,6,5,4,6,5,4): mean 5, 5 + 3*sqrt(5) = 11.708203932499369, 5 - 3*sqrt(5) < 0
  const even = [5, 4, 6, 7, 5, 3, 6, 5, 4, 6, 5, 4];
  it('is the u-chart of equal months', () => {
    const chart = chartCounts(points(even, [30]), 12);
    expect(chart.kind).toBe('c');
    close(chart.limits.centre, 5);
    close(chart.limits.upper, 11.708203932499369);
    expect(chart.limits.lower).toBe(0);
    close(chart.dispersion!, 0.25454545454545457); // sum((x-5)^2/5)/11
  });
  it('judges by limits of the baseline alone', () => {
    const calm = chartCounts(points([...even, 11], [30]), 12);
    const outside = chartCounts(points([...even, 12], [30]), 12);
    expect(calm.finding).toBeUndefined();
    expect(outside.finding).toEqual({ rule: 'outside', side: 1 });
    expect(outside.limits).toEqual(calm.limits);
  });
  it('takes nothing near 0 for near a limit that was floored at it', () => {
    // Near the lower limit would be under 5 − 2√5 = 0.53: only 0. A third of the centre, 1.67, would take the 1s too.
    const chart = chartCounts(points([...even, 1, 1, 1], [30]), 12);
    expect(chart.finding).toBeUndefined();
  });
});

describe('a trend of counts', () => {
  // Seven months from February of a common year: 28, 31, 30, 31, 30, 31, 31 days.
  const spring = [28, 31, 30, 31, 30, 31, 31];
  const base = points([9, 11, 10, 9, 12, 10, 9, 11, 10, 9, 11, 10]);
  const of = (counts: readonly number[]) => chartCounts([...base, ...points(counts, spring)], 12).finding;
  it('needs the count and its rate to rise', () => {
    // The first step, 7 in 28 days (0.250 a day) to 8 in 31 (0.258), rises in both.
    expect(of([7, 8, 9, 10, 11, 12, 13])).toEqual({ rule: 'trend', side: 1 });
    // From 12 in 28 days (0.429) to 13 in 31 (0.419) the longer month is all there is.
    expect(of([12, 13, 14, 15, 16, 17, 18])).not.toEqual({ rule: 'trend', side: 1 });
    // From 31 days to 30, an equal count is a higher rate, but no reader sees a rise.
    expect(of([6, 7, 7, 8, 9, 10, 11])).toBeUndefined();
  });
});
