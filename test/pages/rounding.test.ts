/** Parts as shown add up to the total as shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundParts, shownDifference } from '../../src/pages/rounding.js';

const tenths = (values: readonly number[]): number => values.reduce((sum, v) => sum + Math.round(v * 10), 0);

describe('rounding of parts', () => {
  it.each([
    // 0.14 + 0.14 + 0.12 = 0.4: cut to 0.1 each, the tenth that is missing goes to the first of the largest remainders.
    [[0.14, 0.14, 0.12], 0.4, [0.2, 0.1, 0.1]],
    // −1.26 is cut down to −1.3 (remainder 0.4), 0.56 to 0.5 (0.6): of −0.7 a tenth is missing.
    [[-1.26, 0.56], -0.7, [-1.3, 0.6]],
    // Nothing is given to a part that is not there.
    [[0, 0.04, 0], 0.1, [0, 0.1, 0]],
    [[0, 0], 0, [0, 0]],
    [[], 0, []],
    // 1.04 shown 1.0 and 1.15 shown 1.2 (1.1 in doubles): the shown difference is not the rounded one.
    [[0.06, 0.05], 0.2, [0.1, 0.1]],
    [[-0.01, -0.02], 0, [0, 0]],
  ])('%j to %d is %j', (parts, total, shown) => {
    expect(roundParts(parts, total, 1).map((v) => v + 0)).toEqual(shown);
  });

  it('takes the difference that a reader reckons from the ends as shown', () => {
    expect(shownDifference(1.04, 1.16, 1)).toBeCloseTo(0.2, 12);
    expect(shownDifference(1.06, 1.14, 1)).toBe(0);
  });

  it('adds up for any parts, each within a tenth or two of itself', () => {
    const part = fc.oneof(fc.constant(0), fc.double({ min: -50, max: 50, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 7 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (parts, before) => {
          const after = before + parts.reduce((a, b) => a + b, 0);
          fc.pre(parts.some((p) => p !== 0));
          const total = shownDifference(before, after, 1);
          const shown = roundParts(parts, total, 1);
          expect(tenths(shown)).toBe(Math.round(total * 10) + 0);
          const given = parts.filter((p) => p !== 0).length;
          for (const [i, p] of parts.entries()) {
            if (p === 0) expect(shown[i] === 0).toBe(true);
            // The ends' own rounding may take a tenth more, shared among the parts.
            expect(Math.abs(shown[i]! - p)).toBeLessThanOrEqual(given === 1 ? 0.2 : 0.2 + 1e-9);
          }
        },
      ),
    );
  });
});
