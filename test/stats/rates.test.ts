/** Two rates compared: R 4.2.2's poisson.test and binom.test. */
import { describe, expect, it } from 'vitest';
import { binomialTest, compareRates } from '../../src/stats/rates.js';
import { expectClose, vectors } from './vectors.js';

describe('compareRates', () => {
  // x1, T1, x2, T2, then of t <- poisson.test(c(x1,x2), c(T1,T2)): t$estimate, t$conf.int, t$p.value
  it.each(
    vectors(`
0 1 5 1 0 0 1.091279105182546 0.0625
5 1 0 1 Infinity 0.9163558573154601 Infinity 0.0625
1 1 1 1 1 0.01273936708366663 78.49683531626285 1
3 12 9 12 0.3333333333333333 0.05804503241809785 1.335676198078891 0.1459960937500001
9 6 3 12 6 1.497368900394129 34.45600625379994 0.003855554991052633
20 12 20 7.5 0.6250000000000001 0.3191341670059897 1.224014976725035 0.1450098878698144
120 36 80 36 1.5 1.121051248845651 2.016170318834769 0.005685155996750325
7 0.001 2 1000 3500000 666406.7802078137 34530323.053432 3.599968500153986e-41
2 1e-6 1000 1000000 2000000000 241875788.5870628 7243585697.192821 5.015009996646615e-19
1000 1 1100 1 0.9090909090909091 0.8336430134632756 0.9912779118762852 0.03072070786424241
100000 1 100500 1 0.9950248756218906 0.9863422648588841 1.003783870478338 0.2651050954415826
0 3 1 1000000 0 0 12999999.99999999 1
1 0.5 0 10 Infinity 0.5128205128205133 Infinity 0.04761904761904762
4 3 6 5 1.111111111111111 0.230619406491699 4.685490069215706 1
`),
  )('%d in %d to %d in %d', (x1, t1, x2, t2, ratio, lower, upper, p) => {
    const got = compareRates({ count: x1!, exposure: t1! }, { count: x2!, exposure: t2! });
    expectClose(got.ratio ?? Number.POSITIVE_INFINITY, ratio);
    expectClose(got.lower, lower);
    expectClose(got.upper ?? Number.POSITIVE_INFINITY, upper);
    expectClose(got.p, p);
    // The other way round the ratio is turned over, and the chance stays.
    const turned = compareRates({ count: x2!, exposure: t2! }, { count: x1!, exposure: t1! });
    expectClose(turned.p, p);
    expectClose(turned.lower, upper === Number.POSITIVE_INFINITY ? 0 : 1 / upper!);
    if (turned.upper === null) expect(lower).toBe(0);
    else expectClose(turned.upper, 1 / lower!);
  });
  it('says nothing where nothing happened', () => {
    const none = { count: 0, exposure: 3 };
    expect(compareRates(none, none)).toEqual({ ratio: null, lower: 0, upper: null, p: 1 });
  });
  it.each([
    [-1, 1],
    [0.5, 1],
    [1, 0],
    [1, -2],
    [Number.NaN, 1],
    [1, Number.NaN],
  ])('throws for %d in %d', (count, exposure) => {
    expect(() => compareRates({ count, exposure }, { count: 1, exposure: 1 })).toThrow(RangeError);
    expect(() => compareRates({ count: 1, exposure: 1 }, { count, exposure })).toThrow(RangeError);
  });
});

describe('binomialTest', () => {
  // x, n, p, binom.test(x, n, p)$p.value; the last: 2 * pbinom(50009999, 1e8, 0.5, lower.tail=FALSE), for it is symmetric
  it.each(
    vectors(`
0 1 0.5 1
2 10 0.5 0.1093749999999999
5 10 0.5 1
8 10 0.5 0.1093749999999999
1 10 0.01 0.09561792499119558
9 10 0.99 0.09561792499119556
3 100 0.1 0.01784376638330944
17 100 0.1 0.02843529726648458
10 100 0.1 1
5000 10000 0.49 0.04654168501674107
0 5 0.9 9.999999999999972e-6
682 925 0.75 0.3824915595748519
50010000 100000000 0.5 0.0455110626296157
`),
  )('of %d in %d at %d', (x, n, p, chance) => {
    expectClose(binomialTest(x!, n!, p!), chance);
  });
});
