/** Equal windows before and after a start. */
import { describe, expect, it } from 'vitest';
import { type Course, monthAt, monthIndex, windowsOf } from '../../src/marts/measureWindows.js';

/** All months from one to another. */
const months = (from: string, to: string): Set<string> => {
  const all = new Set<string>();
  for (let m = monthIndex(from); m <= monthIndex(to); m++) all.add(monthAt(m));
  return all;
};
const course = (first: string | null, former: string | null, more: Partial<Course> = {}): Course => ({
  first,
  former,
  last: null,
  status: 'running',
  ...more,
});
const january = course('2026-01', '2025-12');

describe('windows', () => {
  it.each<[string, Course, Set<string>, string]>([
    [
      'as many months as there are since',
      january,
      months('2020-01', '2026-03'),
      '2025-10 2025-12 2026-01 2026-03',
    ],
    ['at most twelve', january, months('2020-01', '2027-06'), '2025-01 2025-12 2026-01 2026-12'],
    ['as many as there are before', january, months('2025-11', '2027-06'), '2025-11 2025-12 2026-01 2026-02'],
    [
      'without the month of a start within it',
      course('2026-02', '2025-12'),
      months('2020-01', '2026-03'),
      '2025-11 2025-12 2026-02 2026-03',
    ],
    [
      'no longer than the measure ran',
      course('2026-01', '2025-12', { last: '2026-02' }),
      months('2020-01', '2026-12'),
      '2025-11 2025-12 2026-01 2026-02',
    ],
  ])('hold %s', (_, measure, whole, wanted) => {
    const windows = windowsOf(measure, whole);
    if (typeof windows === 'string') throw new Error(windows);
    const { before, after } = windows;
    expect([before.from, before.to, after.from, after.to].join(' ')).toBe(wanted);
    const length = (w: typeof before) => monthIndex(w.to) - monthIndex(w.from) + 1;
    expect([length(before), length(after)]).toEqual([windows.months, windows.months]);
  });
  it('end before a month that is not whole', () => {
    const whole = months('2025-10', '2026-06');
    whole.delete('2026-03');
    expect(windowsOf(january, whole)).toMatchObject({ months: 2, after: { to: '2026-02' } });
    whole.delete('2025-11');
    expect(windowsOf(january, whole)).toMatchObject({ months: 1, before: { from: '2025-12' } });
  });
  it.each<[string, Course, Set<string>]>([
    ['no_start', course(null, null), months('2025-01', '2026-06')],
    ['not_started', course('2026-01', '2025-12', { status: 'planned' }), months('2025-01', '2026-06')],
    ['no_month_after', january, months('2025-01', '2025-12')],
    ['no_month_after', course('2026-01', '2025-12', { last: '2025-12' }), months('2025-01', '2026-06')],
    ['no_month_before', january, months('2026-01', '2026-06')],
  ])('are none: %s', (reason, measure, whole) => {
    expect(windowsOf(measure, whole)).toBe(reason);
  });
});
