/**
 * The chance of passing a cap, against R 4:
 *   a <- prior + 0.5; b <- 1                       # without a prior year: a <- 0.5; b <- 0
 *   size <- (a + y)/phi; prob <- ((b + t)/phi) / ((b + t)/phi + 1 - t)
 *   pnbinom(floor(cap - y), size, prob, lower.tail = FALSE); y + qnbinom(c(.1, .9), size, prob)
 */
import { describe, expect, it } from 'vitest';
import { type CapStatus, capStatus, dispersionOf, forecastCap } from '../../src/stats/capForecast.js';

const none = undefined;
type Row = [
  y: number,
  cap: number,
  t: number,
  prior: number | undefined,
  phi: number,
  p: number,
  low: number,
  high: number,
];
const fromR: Row[] = [
  [0, 0, 30 / 365, 0, 1, 0.2644077961186925, 0, 1],
  [0, 0, 30 / 365, 0, 4, 0.1688829302871839, 0, 1],
  [0, 0, 1 / 365, 12, 1, 0.9998213603677892, 6, 19],
  [0, 3, 90 / 365, none, 1, 0.1443064428893601, 0, 5],
  [0, 3, 90 / 365, none, 4, 0.120167541836699, 0, 4],
  [4, 10, 181 / 365, 12, 1, 0.3316816609748952, 6, 13],
  [4, 10, 181 / 365, 12, 4, 0.3373204627429332, 6, 14],
  [10, 10, 364 / 365, 9, 1, 0.02637654014370916, 10, 10],
  [10, 10, 335 / 365, 9, 4, 0.5376078902331722, 10, 12],
  [2, 40, 181 / 365, 12, 1, 1.264803838307721e-13, 4, 10],
  [1e5, 2e5, 0.5, 2e5, 1, 0.4993323324510873, 199532, 200468],
  [1e5, 2e5, 0.5, 2e5, 4, 0.4992199948413694, 199382, 200620],
  [1e7, 20020000, 0.5, 2e7, 1, 2.186168257740988e-8, 19995321, 20004680],
  [1, 2.5, 0.25, 3, 1.7, 0.6366647013100535, 1, 7],
  [0, 0, 364 / 365, 0, 1, 0.0006851662332329213, 0, 0],
  [0, 1000, 0.5, 0, 1, 0, 0, 1],
  [1, 1e6, 0.25, none, 4, 0, 1, 14],
];
const year = (count: number, elapsed: number, prior: number | undefined, dispersion = 1, months = 6) => ({
  count,
  elapsed,
  prior,
  dispersion,
  months,
});

describe('forecastCap', () => {
  it.each(fromR)(
    'y %d, cap %d, t %d, prior %s, φ %d as R has it',
    (y, cap, t, prior, phi, p, lower, upper) => {
      const { outlook, probability, band } = forecastCap(cap, year(y, t, prior, phi));
      expect(outlook).toBe('forecast');
      if (p === 0) expect(probability).toBeLessThan(1e-300);
      else expect(Math.abs(probability! / p - 1)).toBeLessThan(1e-9);
      expect(band).toEqual({ lower, upper });
    },
  );

  it('is exactly 1 once the count is above the cap, and says that it is passed', () => {
    for (const [y, cap] of [
      [1, 0],
      [3, 2.5],
      [11, 10],
    ] as const)
      expect(forecastCap(cap, year(y, 0.25, 5))).toMatchObject({ outlook: 'exceeded', probability: 1 });
    // A whole year at its cap is not above it.
    expect(forecastCap(3, year(3, 0.25, 5)).outlook).toBe('forecast');
  });

  it('is 0 or 1 at the end of the year, and the band is the count', () => {
    expect(forecastCap(3, year(3, 1, 5, 4, 12))).toEqual({
      outlook: 'ended',
      probability: 0,
      band: { lower: 3, upper: 3 },
    });
    expect(forecastCap(3, year(4, 1, none, 4, 12))).toEqual({
      outlook: 'exceeded',
      probability: 1,
      band: { lower: 4, upper: 4 },
    });
  });

  it('is too early without a prior year and with under 3 months, unless the cap is passed already', () => {
    const early = { outlook: 'too_early', probability: undefined, band: undefined };
    expect(forecastCap(3, year(0, 59 / 365, none, 1, 2))).toEqual(early);
    expect(forecastCap(3, year(0, 90 / 365, none, 1, 3)).outlook).toBe('forecast');
    expect(forecastCap(3, year(0, 30 / 365, 0, 1, 1)).outlook).toBe('forecast');
    expect(forecastCap(3, year(4, 30 / 365, none, 1, 1))).toMatchObject({
      outlook: 'exceeded',
      probability: 1,
    });
  });

  it('refuses what can be no year', () => {
    expect(() => forecastCap(1, year(0, 0, 1))).toThrow('elapsed is 0');
    expect(() => forecastCap(1, year(0, 1.01, 1))).toThrow('elapsed is 1.01');
    expect(() => forecastCap(-1, year(0, 0.5, 1))).toThrow('cap is -1');
    expect(() => forecastCap(1, year(0, 0.5, 1, 0.9))).toThrow('dispersion is 0.9');
  });
});

describe('dispersionOf', () => {
  const wild = [0, 3, 1, 0, 0, 7, 2, 0, 1, 1, 0, 9];
  it('is variance ÷ mean of the baseline, in R: var(x)/mean(x)', () => {
    expect(dispersionOf(wild)).toBeCloseTo(4.454545454545454, 12);
  });
  it('leaves the judged month out from the 13th on', () => {
    expect(dispersionOf([...wild, 500])).toBe(dispersionOf(wild));
  });
  it('is frozen after 24 months', () => {
    const two = [...wild, ...wild];
    expect(dispersionOf([...two, 100, 0])).toBe(dispersionOf([...two, 3]));
  });
  it('is 1 for under 12 months, for zeros alone, and for what varies less than chance', () => {
    expect(dispersionOf(wild.slice(1))).toBe(1);
    expect(dispersionOf([])).toBe(1);
    expect(dispersionOf(Array<number>(12).fill(0))).toBe(1);
    expect(dispersionOf(Array<number>(12).fill(2))).toBe(1);
  });
});

describe('capStatus', () => {
  const thresholds = { atRisk: 0.3, offTrack: 0.8 };
  const chance = (probability: number) => ({ outlook: 'forecast', probability, band: undefined }) as const;
  const cases: [number, CapStatus][] = [
    [0, 'on_track'],
    [0.2999, 'on_track'],
    [0.3, 'at_risk'],
    [0.7999, 'at_risk'],
    [0.8, 'off_track'],
    [1, 'off_track'],
  ];
  it.each(cases)('a chance of %d is %s', (p, status) =>
    expect(capStatus(chance(p), 0.5, thresholds)).toBe(status),
  );
  it('is off track once exceeded, met or not only at the end', () => {
    const passed = { outlook: 'exceeded', probability: 1, band: undefined } as const;
    expect(capStatus(passed, 0.5, thresholds)).toBe('off_track');
    expect(capStatus(passed, 1, thresholds)).toBe('not_met');
    expect(capStatus({ outlook: 'ended', probability: 0, band: undefined }, 1, thresholds)).toBe('met');
    expect(
      capStatus({ outlook: 'too_early', probability: undefined, band: undefined }, 0.1, thresholds),
    ).toBe('too_early');
  });
});
