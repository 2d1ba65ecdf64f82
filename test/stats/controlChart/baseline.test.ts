/** Which months limits rest on. The expected table is methods.md's sentence, month by month. */
import { describe, expect, it } from 'vitest';
import { chooseBaseline } from '../../../src/stats/controlChart/baseline.js';

describe('the baseline', () => {
  it.each([
    // complete months, the judged one among them → months of the baseline, trial
    [1, 1, true],
    [11, 11, true],
    // Fewer than 13: the judged month stands in its own baseline.
    [12, 12, false],
    [13, 12, false],
    [14, 13, false],
    [24, 23, false],
    [25, 24, false],
    [26, 24, false],
    [60, 24, false],
  ])('of %i months with the judged one has %i', (months, size, trial) =>
    expect(chooseBaseline(months, true)).toEqual({ months: size, trial }),
  );
  it.each([
    [0, 0, true],
    [11, 11, true],
    [12, 12, false],
    [24, 24, false],
    [25, 24, false],
  ])('of %i months that are only drawn has %i', (months, size, trial) =>
    expect(chooseBaseline(months, false)).toEqual({ months: size, trial }),
  );
});
