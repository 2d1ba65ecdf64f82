import { describe, expect, it } from 'vitest';
import { type CusumRule, noSums, stepCusum } from '../../src/stats/cusum.js';

const run = (values: readonly number[], rule: CusumRule) => {
  let sums = noSums;
  return values.map((z) => {
    const step = stepCusum(sums, z, rule);
    sums = step.sums;
    return step;
  });
};

describe('cumulative sums', () => {
  const z = [0.5, 2, 2, -1, 3, 3, 0.2, -4, -4, -4];
  it('are those of R', () => {
    // R: Reduce(function(c, z) max(0, c + z - 0.5), z, 0, accumulate = TRUE)[-1] → 0.0 1.5 3.0 1.5 4.0 6.5 6.2 1.7 0.0 0.0
    // R: Reduce(function(c, z) max(0, c - z - 0.5), z, 0, accumulate = TRUE)[-1] → 0.0 0.0 0.0 0.5 0.0 0.0 0.0 3.5 7.0 10.5
    const steps = run(z, { k: 0.5, h: 100 });
    for (const [i, up] of [0, 1.5, 3, 1.5, 4, 6.5, 6.2, 1.7, 0, 0].entries())
      expect(steps[i]!.sums.up).toBeCloseTo(up, 12);
    expect(steps.map((s) => s.sums.down)).toEqual([0, 0, 0, 0.5, 0, 0, 0, 3.5, 7, 10.5]);
    expect(steps.some((s) => s.alarm)).toBe(false);
  });
  it('raise an alarm over h, not at it, and begin anew', () => {
    const steps = run(z, { k: 0.5, h: 4 });
    // Up 4.0 at the fifth is no alarm, 6.5 at the sixth is; down 3.5, then 7.
    expect(steps.map((s) => s.alarm)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'up',
      undefined,
      undefined,
      'down',
      undefined,
    ]);
    expect(steps[5]!.sums).toEqual(noSums);
    expect(steps[9]!.sums).toEqual({ up: 0, down: 3.5 });
  });
});
