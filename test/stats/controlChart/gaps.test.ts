/** Days between rare events: limits against R, gaps and marks by hand. */
import { describe, expect, it } from 'vitest';
import {
  chartGaps,
  type Days,
  findGaps,
  limitGaps,
  thinEvents,
} from '../../../src/stats/controlChart/gaps.js';

/** Months of 30 days from day 0; `skip` are those of which not all is known. */
const months = (count: number, skip: readonly number[] = []): Days[] =>
  Array.from({ length: count }, (_, m): Days => [30 * m, 30 * m + 30]).filter((_, m) => !skip.includes(m));
const told = ({ closed, open }: ReturnType<typeof findGaps>): string =>
  `${closed.map(({ days }) => days).join(' ')} | ${open.days}`;

describe('the limits', () => {
  it.each([
    // p <- r/(1+r); qgeom(c(0.00135,0.5,0.99865), p)
    [1 / 15.25, 0, 10, 104],
    [0.03, 0, 23, 223],
    [0.001, 1, 693, 6610],
    [0.0005, 2, 1386, 13218],
  ])('at %d events a day are those of the geometric distribution', (rate, lower, centre, upper) =>
    expect(limitGaps(rate)).toMatchObject({ lower, centre, upper }),
  );
});

describe('gaps', () => {
  it('run from event to event, and are 0 within a day', () =>
    expect(told(findGaps({ events: [3, 10, 10, 45], months: months(2) }))).toBe('7 0 35 | 14'));
  it('have none before the first event, and an open one from the start where there is no event', () => {
    expect(told(findGaps({ events: [], months: months(2) }))).toBe(' | 60');
    expect(told(findGaps({ events: [59], months: months(2) }))).toBe(' | 0');
    expect(findGaps({ events: [], months: [] }).closed).toEqual([]);
  });
  it('hold no unknown day, nor begin or end in one', () =>
    // Month 1 (days 30–59) is unknown: 20 → 40 → 70 are no gaps, 70 → 80 is one.
    expect(told(findGaps({ events: [5, 20, 40, 70, 80], months: months(3, [1]) }))).toBe('15 10 | 9'));
  it('count no quiet that nobody saw', () =>
    // The last event was on day 5; from day 60 on all is known again: 30 days, not 84.
    expect(told(findGaps({ events: [5], months: months(3, [1]) }))).toBe(' | 30'));
});

describe('a month', () => {
  // A rate of 0.03 a day: median 23, upper limit 223.
  const of = (gaps: readonly number[], lasts: number) => {
    let day = 0;
    const events = [0, ...gaps.map((gap) => (day += gap))];
    const to = day + lasts + 1;
    const judgedFrom = to - 30;
    return chartGaps(
      {
        events,
        months: [
          [0, judgedFrom],
          [judgedFrom, to],
        ],
      },
      0.03,
    ).finding;
  };
  const short = [1, 5, 2, 22, 9, 3];
  it('is worse when the seventh short gap ends in it', () => {
    expect(of(short, 5)).toBeUndefined();
    expect(of([...short, 4], 5)).toEqual({ rule: 'shift', side: -1 });
    expect(of([...short, 4, 4], 5)).toEqual({ rule: 'shift', side: -1 });
    expect(of([...short, 23], 5)).toBeUndefined(); // as long as the median: neither
  });
  it('is not worse by a run that ended earlier', () => expect(of([...short, 4], 31)).toBeUndefined());
  it('is better when the open gap is beyond the limit, not at it', () => {
    expect(of([40], 223)).toBeUndefined();
    expect(of([40], 224)).toEqual({ rule: 'outside', side: 1 });
  });
  it('is not better once an event has ended the longest gap', () => expect(of([400], 5)).toBeUndefined());
  it('is better when the open gap is the seventh long one', () => {
    const long = [30, 40, 24, 60, 31, 45];
    expect(of(long, 23)).toBeUndefined();
    expect(of(long, 24)).toEqual({ rule: 'shift', side: 1 });
    // Seven long ones that have ended, the last in this month: an event has just happened.
    expect(of([...long, 50], 5)).toBeUndefined();
  });
  it('is worse when a gap that ended in it is below the lower limit', () => {
    // At 0.0005 events a day the lower limit is 2.
    const span = (gap: number) => ({
      events: [10, 900, 900 + gap],
      months: [
        [0, 890],
        [890, 920],
      ] as Days[],
    });
    expect(chartGaps(span(1), 0.0005).finding).toEqual({ rule: 'outside', side: -1 });
    expect(chartGaps(span(2), 0.0005).finding).toBeUndefined();
  });
});

describe('clusters', () => {
  it('are one event, the first of the month', () =>
    expect(thinEvents({ events: [3, 4, 4, 35, 70, 71], months: months(3, [1]) })).toEqual([3, 70]));
});
