/** Garwood's and Clopper and Pearson's intervals against R 4.2.2. */
import { describe, expect, it } from 'vitest';
import { binomialInterval, poissonInterval, rateInterval } from '../../src/stats/intervals.js';
import { expectClose, vectors } from './vectors.js';

describe('poissonInterval', () => {
  // for (x in c(0,1,2,10,1000,1e6,1e8)): x, qchisq(0.025,2*x)/2, qchisq(0.975,2*x+2)/2
  it.each(
    vectors(`
0 0 3.688879454113935
1 0.02531780798428989 5.571643390938899
2 0.2422092785439649 7.224687667723958
10 4.795388696132433 18.39035604201778
1000 938.9730184076952 1063.952136016302
1000000 998040.9833402939 1001961.911945432
100000000 99980401.30732474 100019601.5870791
`),
  )('of %d', (x, lower, upper) => {
    expectClose(poissonInterval(x).lower, lower);
    expectClose(poissonInterval(x).upper, upper);
  });
  it('becomes that of a rate over any exposure', () => {
    // poisson.test(10, 1e-9)$conf.int; poisson.test(0, 1e12)$conf.int
    const tiny = rateInterval(10, 1e-9);
    expectClose(tiny.lower, 4795388696.132433);
    expectClose(tiny.upper, 18390356042.01778);
    expect(rateInterval(0, 1e12).lower).toBe(0);
    expectClose(rateInterval(0, 1e12).upper, 3.688879454113935e-12);
  });
  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('throws for a count of %d', (x) => {
    expect(() => poissonInterval(x)).toThrow(RangeError);
  });
  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('throws for an exposure of %d', (exposure) => {
    expect(() => rateInterval(1, exposure)).toThrow(RangeError);
  });
});

describe('binomialInterval', () => {
  // x, n, if (x == 0) 0 else qbeta(0.025, x, n-x+1), if (x == n) 1 else qbeta(0.975, x+1, n-x)
  it.each(
    vectors(`
0 1 0 0.975
1 1 0.025 1
0 10 0 0.3084971078187608
3 10 0.06673951117773447 0.6524528500599973
1 1000000 2.531780766379419e-8 5.571630655172237e-6
999999 1000000 0.9999944283693448 0.9999999746821924
500000 1000000 0.4990195191953118 0.5009804808046882
99999999 100000000 0.9999999442835673 0.999999999746822
`),
  )('of %d in %d', (part, whole, lower, upper) => {
    expectClose(binomialInterval(part, whole).lower, lower);
    expectClose(binomialInterval(part, whole).upper, upper);
  });
  it.each([
    [0, 0],
    [3, 2],
    [-1, 2],
    [Number.NaN, 2],
  ])('throws for %d of %d', (part, whole) => {
    expect(() => binomialInterval(part, whole)).toThrow(RangeError);
  });
});
