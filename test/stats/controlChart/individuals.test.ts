/** XmR against R. */
import { describe, expect, it } from 'vitest';
import { chartValues, fitValues, limitValues } from '../../../src/stats/controlChart/individuals.js';

const close = (actual: number, expected: number): void =>
  expect(Math.abs(actual / expected - 1)).toBeLessThanOrEqual(1e-9);

describe('XmR', () => {
  // y <- c(10,12,9,11,40,10,12,11,9,10,13,11); mr <- abs(diff(y)); mean(mr) is 7; the ranges 29 and 30 are over 3.267*7 = 22.9
  const baseline = [10, 12, 9, 11, 40, 10, 12, 11, 9, 10, 13, 11];
  it('leaves ranges out once', () => {
    const model = fitValues(baseline);
    close(model.mean, 13.166666666666666);
    expect(model.meanRange).toBe(2); // mean(mr[mr <= 3.267*mean(mr)]) over 9 ranges: 18/9. Twice over, 4 would stay under 6.5 too.
    const { lower, upper } = limitValues(model);
    close(lower, 7.8466666666666658); // mean(y) - 2.66*2
    close(upper, 18.486666666666665);
  });
  it('does not leave out a second time', () => {
    // Ranges 1 ×9, 8, 30: mean 4.27, bound 13.9; then mean 1.7, whose bound 5.6 the 8 is beyond, and it stays: (9 + 8)/10.
    const steps = [1, 1, 1, 1, 1, 1, 1, 1, 1, 8, 30];
    const values = [0];
    for (const step of steps) values.push(values.at(-1)! + step);
    expect(fitValues(values).meanRange).toBe(1.7);
  });
  it('judges a month outside of limits that it had no part in', () => {
    expect(chartValues([...baseline, 18.4], 12)?.finding).toBeUndefined();
    expect(chartValues([...baseline, 18.6], 12)?.finding).toEqual({ rule: 'outside', side: 1 });
  });
  it('draws nothing of values that pile up at their end', () => {
    const values = [5, 9, 7, 12, 8, 6, 10, 11, 7, 9];
    expect(chartValues([...values, 0, 0], 12)).toBeDefined(); // 2 of 12
    expect(chartValues([...values.slice(1), 0, 0, 0], 12)).toBeUndefined(); // 3 of 12: a quarter
    expect(chartValues([...values.slice(1), 13, 13, 13], 12)).toBeUndefined();
    expect(chartValues(Array(12).fill(1), 12)).toBeUndefined();
    // One disturbance in a constant series: both its ranges are screened out, and nothing is left.
    expect(fitValues([1, 1, 1, 1, 1, 1, 9, 1, 1, 1, 1, 1]).meanRange).toBe(0);
  });
});
