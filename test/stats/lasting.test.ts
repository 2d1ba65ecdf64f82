import { describe, expect, it } from 'vitest';
import { randomOf } from '../../data/generate/kernel/random.js';
import { compareWithBaseline } from '../../src/stats/lasting.js';

const of = (...counts: number[]) => counts.map((count) => ({ count, exposure: 30 }));
const times = (n: number, ...counts: number[]) => of(...Array.from({ length: n }, () => counts).flat());

describe('counts beside those of a baseline', () => {
  it('are above where the exact one-sided 99.8 % limit of the ratio lies above 1', () => {
    // No scatter at all: φ = 1. 6 × 4 = 24 against 12 × 4 = 48: the rate is the same.
    const same = compareWithBaseline(times(6, 4), times(12, 4));
    expect(same).toMatchObject({ count: 24, baselineCount: 48, expected: 24, divisor: 1, above: false });
    // P(X ≥ x | 48 + x; 1/3) in R, 1 - pbinom(x - 1, 48 + x, 1/3): x = 42: 0.00589, x = 48: 0.000541, either side of 0.002.
    expect(compareWithBaseline(times(6, 7), times(12, 4)).above).toBe(false);
    expect(compareWithBaseline(times(6, 8), times(12, 4)).above).toBe(true);
  });

  it('are divided by the dispersion of both periods, each about its own rate', () => {
    // Baseline 1 and 7 in turn: mean 4, Σ(x−4)²/4 = 12 × 9/4 = 27; recent 8 six times: 0. (27 + 0) / (11 + 5) = 1.6875.
    const found = compareWithBaseline(times(6, 8), times(6, 1, 7));
    expect(found.dispersion).toBeCloseTo(27 / 16, 10);
    // R: (qt(0.998, 16) / qnorm(0.998))^2 = (3.357911 / 2.878162)^2 = 1.361156.
    expect(found.divisor).toBeCloseTo((27 / 16) * 1.361156, 5);
    expect(found.above).toBe(false);
  });

  it('that are none, or of none, are told of', () => {
    expect(compareWithBaseline(times(6, 0), times(12, 0))).toMatchObject({ expected: 0, above: false });
    expect(compareWithBaseline(times(6, 0), times(12, 4)).above).toBe(false);
    expect(compareWithBaseline(times(6, 4), times(12, 0)).above).toBe(true);
  });

  // 0.2 % and three standard errors of 2,000: 0.5 %.
  const most = 2000 * 0.002 + 3 * Math.sqrt(2000 * 0.002 * 0.998);
  it.each([
    ['Poisson', 8, 1, 24],
    ['Poisson', 4, 1, 12],
    ['dispersion 4', 11, 4, 24],
    ['dispersion 4', 11, 4, 12],
    ['dispersion 4', 60, 4, 24],
  ])(
    'of pure noise (%s, mean %d) are called above in no more than 0.2 % of series',
    (_, mean, dispersion, months) => {
      const random = randomOf(`lasting ${mean} ${dispersion} ${months}`);
      const series = (n: number) => of(...Array.from({ length: n }, () => random.count(mean, dispersion)));
      let above = 0;
      for (let i = 0; i < 2000; i++) if (compareWithBaseline(series(6), series(months)).above) above++;
      expect(above).toBeLessThanOrEqual(most);
    },
  );

  it('that have doubled are seen', () => {
    const random = randomOf('lasting doubled');
    const series = (n: number, mean: number) =>
      of(...Array.from({ length: n }, () => random.count(mean, 1.5)));
    let above = 0;
    for (let i = 0; i < 500; i++) if (compareWithBaseline(series(6, 17.6), series(24, 8)).above) above++;
    expect(above).toBeGreaterThan(450);
  });
});
