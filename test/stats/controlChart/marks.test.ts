/** The two marks, by hand. */
import { describe, expect, it } from 'vitest';
import { judgeCounts, judgeValues } from '../../../src/stats/controlChart/judge.js';
import { markAssurance, markVariation } from '../../../src/stats/controlChart/marks.js';

const high = { rule: 'outside', side: 1 } as const;
const low = { rule: 'shift', side: -1 } as const;

describe('variation', () => {
  it('is better on the good side', () => {
    expect(markVariation(undefined, 'u', 'lower')).toBe('common');
    expect(markVariation(high, 'u', 'lower')).toBe('worse');
    expect(markVariation(low, 'u', 'lower')).toBe('better');
    expect(markVariation(high, 'xmr', 'higher')).toBe('better');
    expect(markVariation(low, 'xmr', 'higher')).toBe('worse');
  });
  it('of gaps is the other way round: long ones mean few events', () => {
    expect(markVariation(high, 'g', 'lower')).toBe('better');
    expect(markVariation(low, 'g_thinned', 'lower')).toBe('worse');
  });
});

describe('assurance', () => {
  const limits = { lower: 10, upper: 20 };
  it.each([
    ['lower', 21, 'consistently_met'],
    ['lower', 20, 'hit_and_miss'],
    ['lower', 10, 'hit_and_miss'],
    ['lower', 9, 'consistently_missed'],
    ['higher', 21, 'consistently_missed'],
    ['higher', 15, 'hit_and_miss'],
    ['higher', 9, 'consistently_met'],
  ] as const)('where %s is better and the target is %i is %s', (better, target, mark) =>
    expect(markAssurance(limits, target, better)).toBe(mark),
  );
});

describe('a series', () => {
  const noSpan = () => {
    throw new Error('no days between events are needed');
  };
  const counts = (list: readonly number[]) => list.map((count) => ({ count, exposure: 30 }));
  it('of five months is too short, of six on trial', () => {
    expect(judgeCounts(counts([5, 4, 6, 5, 4]), true, noSpan).why).toBe('too_few_months');
    expect(judgeCounts(counts([5, 4, 6, 5, 4, 6]), true, noSpan)).toMatchObject({
      baseline: { months: 6, trial: true },
      chart: { kind: 'c' },
    });
    expect(judgeValues([5, 4, 6, 5, 4], true).why).toBe('too_few_months');
    expect(judgeCounts([], true, noSpan).why).toBe('too_few_months');
  });
  it('without an event has no rate', () =>
    expect(judgeCounts(counts(Array(12).fill(0)), true, noSpan).why).toBe('no_events'));
  it('is of gaps under two a month', () => {
    const span = () => ({ events: [10, 100, 200], months: [[0, 360] as const] });
    // 24 in 12 months is 2 a month; 23 isn't, and the judged 13th month is not among them.
    expect(judgeCounts(counts([...Array(12).fill(2), 0]), true, noSpan).chart?.kind).toBe('c');
    expect(judgeCounts(counts([...Array(11).fill(2), 1, 30]), true, span).chart?.kind).toBe('g');
    // 23 in one month: clustered.
    expect(judgeCounts(counts([...Array(11).fill(0), 23, 0]), true, span).chart?.kind).toBe('g_thinned');
  });
});
