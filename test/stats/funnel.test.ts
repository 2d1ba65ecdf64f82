/** Funnel limits, overdispersion and empirical-Bayes rates against R 4.2.2. */
import { describe, expect, it } from 'vitest';
import { empiricalBayesRates } from '../../src/stats/empiricalBayes.js';
import { makeFunnel } from '../../src/stats/funnel.js';
import { expectClose } from './vectors.js';

const units = (counts: readonly number[], exposures: readonly number[]) =>
  counts.map((count, i) => ({ count, exposure: exposures[i]! }));
const expectAll = (got: readonly number[], wanted: readonly number[]): void => {
  expect(got).toHaveLength(wanted.length);
  got.forEach((value, i) => {
    expectClose(value, wanted[i]);
  });
};

const seven = units([3, 8, 2, 30, 5, 0, 7], [1, 2.5, 1, 3, 2, 0.5, 2]);
const twelve = units([3, 8, 2, 60, 5, 0, 7, 12, 4, 25, 9, 1], [1, 2.5, 1, 3, 2, 0.5, 2, 4, 4, 4, 1, 1]);
const quiet = units([2, 3, 2], [1, 1.2, 1]);

describe('makeFunnel', () => {
  // m <- sum(y)/sum(n); e <- m*n; qpois(0.025, e); qpois(0.975, e); qpois(0.001, e); qpois(0.999, e)
  it('has exact limits per exposure, and no φ under ten units', () => {
    const { pooled, dispersion, points } = makeFunnel(seven);
    expectClose(pooled, 4.583333333333333);
    expect(dispersion).toBeNull();
    const counts = (of: (p: (typeof points)[number]) => number) => points.map((p) => of(p) * p.exposure);
    expectAll(
      counts((p) => p.warning.lower),
      [1, 5, 1, 7, 4, 0, 4],
    );
    expectAll(
      counts((p) => p.warning.upper),
      [9, 19, 9, 21, 16, 6, 16],
    );
    expectAll(
      counts((p) => p.alarm.lower),
      [0, 3, 0, 4, 1, 0, 1],
    );
    expectAll(
      counts((p) => p.alarm.upper),
      [12, 23, 12, 27, 20, 8, 20],
    );
    // Only 30 is more than 27.
    expect(points.map((p) => p.outside)).toEqual([null, null, null, 'above', null, null, null]);
  });

  it('widens its limits by the root of φ from ten units on', () => {
    // z <- (y-e)/sqrt(e); q <- quantile(z, c(.1,.9), type=7); mean(pmin(pmax(z,q[1]),q[2])^2)
    const { pooled, dispersion, points } = makeFunnel(twelve);
    expectClose(pooled, 5.230769230769231);
    expectClose(dispersion!, 2.351937688536953);
    // Unit 9: e = 4 m; qpois(c(.001,.025,.975,.999), e) = 8 12 30 36; (e + (that - e) * sqrt(φ)) / 4
    const e = (4 * 68) / 13;
    const wide = [8, 12, 30, 36].map((limit) => (e + (limit - e) * 1.5336028) / 4);
    const { alarm, warning } = points[8]!;
    const got = [alarm.lower, warning.lower, warning.upper, alarm.upper];
    got.forEach((value, i) => {
      expect(value).toBeCloseTo(wide[i]!, 5);
    });
    // Unit 4: 60 against 15.69: the upper limit is 29, widened 36.1.
    expect(points.map((p) => p.outside).filter(Boolean)).toEqual(['above']);
    expect(points[3]!.outside).toBe('above');
    // 4 of 20.9 expected (below 8, which widening takes to 1.1) is inside after all.
    expect(points[8]!.outside).toBeNull();
  });

  it('estimates φ at ten units, and not at nine', () => {
    expect(makeFunnel(twelve.slice(0, 10)).dispersion).not.toBeNull();
    expect(makeFunnel(twelve.slice(0, 9)).dispersion).toBeNull();
  });

  it('never draws the limits in for too little variance', () => {
    const even = makeFunnel(units(Array(10).fill(9), Array(10).fill(1)));
    expect(even.dispersion).toBe(0);
    // qpois(c(.001,.999), 9) → 1 20
    expect(even.points[0]!.alarm).toEqual({ lower: 1, upper: 20 });
  });

  it('takes a rate on its limit for inside, and the next one for outside', () => {
    // The pooled rate is 4; qpois(.999, 4) → 11
    const around = (count: number) =>
      makeFunnel([
        { count: 4e6, exposure: 1e6 },
        { count, exposure: 1 },
      ]);
    expect([11, 12].map((count) => around(count).points[1]!.outside)).toEqual([null, 'above']);
    // qpois(.001, 40) → 22
    const low = (count: number) =>
      makeFunnel([
        { count: 4e8, exposure: 1e8 },
        { count, exposure: 10 },
      ]);
    expect([21, 22].map((count) => low(count).points[1]!.outside)).toEqual(['below', null]);
  });

  it('finds nobody outside where nothing happened', () => {
    const none = makeFunnel(units(Array(10).fill(0), Array(10).fill(2)));
    expect(none.points.every((p) => p.outside === null && p.alarm.upper === 0)).toBe(true);
  });

  it('throws for no unit, no exposure, and half an incident', () => {
    for (const bad of [[], [{ count: 1, exposure: 0 }], [{ count: 0.5, exposure: 1 }]])
      expect(() => makeFunnel(bad)).toThrow(RangeError);
  });
});

describe('empiricalBayesRates', () => {
  // s2 <- sum(n*(y/n-m)^2)/sum(n); A <- s2-m/mean(n); m+A/(A+m/n)*(y/n-m)
  it('draws rates towards the pooled one', () => {
    expectAll(
      empiricalBayesRates(seven),
      [
        3.59469610744366, 3.46829268292683, 2.970293648987025, 9.095303168336876, 2.981712443946188,
        2.502895912626179, 3.750490470852018,
      ],
    );
    expectAll(
      empiricalBayesRates(twelve),
      [
        3.331315812685598, 3.332447375095105, 2.479836694234315, 19.18846723427135, 2.71905526744434,
        1.352832969452276, 3.638837845563314, 3.093211886878962, 1.176781164770444, 6.207411810305302,
        8.4401905233933, 1.628357575783032,
      ],
    );
  });
  it('is the pooled rate where chance explains all (A = −1.99)', () => {
    expect(empiricalBayesRates(quiet)).toEqual([2.1875, 2.1875, 2.1875]);
    expect(empiricalBayesRates(units([0, 0], [1, 2]))).toEqual([0, 0]);
    expect(empiricalBayesRates(units([4], [2]))).toEqual([2]);
  });
});
