import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantileOfSorted, robustMiddle, sortNumbers } from '../../src/stats/robust.js';

describe('middle and spread', () => {
  it('are those of R', () => {
    // R: median(c(4, 1, 9)); median(c(1, 2, 4, 4, 9, 30)); mad(c(1, 2, 4, 4, 9, 30)) → 4, 4, 3.7065
    expect(median([4, 1, 9])).toBe(4);
    expect(median([5])).toBe(5);
    expect(robustMiddle([30, 1, 4, 2, 9, 4], 0)).toEqual({ median: 4, spread: 1.4826 * 2.5 });
  });
  it('stop at the floor', () => {
    expect(robustMiddle([5, 5, 5, 80], 0)).toEqual({ median: 5, spread: 0 });
    expect(robustMiddle([5, 5, 5, 80], 0.25)).toEqual({ median: 5, spread: 0.25 });
  });
  it('lie between two values where none is in the middle', () => {
    // R: quantile(c(1, 2, 4, 8), c(0, 0.05, 0.9, 1), type = 7) → 1.00 1.15 6.80 8.00
    const sorted = Float64Array.from([1, 2, 4, 8]);
    const shares = [0, 0.05, 0.9, 1].map((share) => quantileOfSorted(sorted, share));
    for (const [i, value] of [1, 1.15, 6.8, 8].entries()) expect(shares[i]).toBeCloseTo(value, 12);
  });
});

it('sorts few and many alike', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 150 }), (values) => {
      expect([...sortNumbers(Float64Array.from(values))].map((v) => v + 0)).toEqual(
        [...values].sort((a, b) => a - b).map((v) => v + 0),
      );
    }),
    { numRuns: 200, seed: 3 },
  );
});
