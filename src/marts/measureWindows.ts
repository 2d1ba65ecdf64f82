/** The months that a measure's evidence is made from: equal windows after and before its start. */

export interface Window {
  /** Months, YYYY-MM, both inclusive. */
  readonly from: string;
  readonly to: string;
}

export interface Windows {
  readonly months: number;
  readonly before: Window;
  readonly after: Window;
}

/** methods.md: at most a year, so that each season stands in both windows at most once. */
export const longestWindow = 12;

export interface Course {
  /** The first whole month that the measure ran in, and the last month before its start; null without a start. */
  readonly first: string | null;
  readonly former: string | null;
  /** The last whole month that it ran in; null while it runs. */
  readonly last: string | null;
  readonly status: string | null;
}

export type WindowFault = 'no_start' | 'not_started' | 'no_month_after' | 'no_month_before';

export const monthIndex = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

export const monthAt = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

/** `whole`: the months that the exports hold entirely, for this scope. */
export function windowsOf(course: Course, whole: ReadonlySet<string>): Windows | WindowFault {
  if (course.first === null || course.former === null) return 'no_start';
  if (course.status === 'planned') return 'not_started';
  const [first, former] = [monthIndex(course.first), monthIndex(course.former)];
  const end = course.last === null ? Number.POSITIVE_INFINITY : monthIndex(course.last);
  const run = (from: number, step: 1 | -1): number => {
    let months = 0;
    for (let m = from; months < longestWindow && m <= end && whole.has(monthAt(m)); m += step) months++;
    return months;
  };
  const after = run(first, 1);
  if (after === 0) return 'no_month_after';
  const before = run(former, -1);
  if (before === 0) return 'no_month_before';
  const months = Math.min(after, before);
  return {
    months,
    before: { from: monthAt(former - months + 1), to: course.former },
    after: { from: course.first, to: monthAt(first + months - 1) },
  };
}
