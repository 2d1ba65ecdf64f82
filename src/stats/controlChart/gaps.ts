/** The g-chart: days between rare events (Benneyan 2001, Health Care Management Science 4, 305–318). */
import type { Chart } from './chart.js';
import { backfill, type Finding, findRuns, type Limits, type Side, shiftPoints } from './rules.js';

/** Under so many a month, counts are too few for a chart of counts. */
export const rareMean = 2;
/** Quantiles of the normal beyond three standard deviations, one each side. */
export const gapQuantiles = { lower: 0.00135, upper: 0.99865 } as const;
/** A share that F reaches but for rounding has been reached. */
const rounding = 1e-12;

/** From a day to the day before another; days by their number, from any origin. */
export type Days = readonly [from: number, to: number];

export interface GapSpan {
  /** The days of events, in their order; several of one day are several. */
  readonly events: readonly number[];
  /** The months of which all is known, in their order; between them may be days of which it isn't. The last is the judged one. */
  readonly months: readonly Days[];
}

export interface Gap {
  readonly days: number;
  /** The day of the event that ended it; undefined for the open one. */
  readonly endedOn: number | undefined;
}

/**
 * Days from each event to the next. A gap with unknown days in it is none: it says neither short nor long. What is open runs to the
 * last day, from the last event or from the end of the last unknown days: quiet that nobody saw is not counted. Before the first
 * event nothing is known of an earlier one, so there is no gap.
 */
export function findGaps({ events, months }: GapSpan): { closed: Gap[]; open: Gap } {
  const closed: Gap[] = [];
  let last: number | undefined;
  let next = 0;
  let seenFrom = 0;
  let to = 0;
  for (const [i, month] of months.entries()) {
    if (i === 0 || month[0] !== to) {
      last = undefined;
      seenFrom = month[0] - 1;
    }
    to = month[1];
    while (next < events.length && events[next]! < month[0]) next++;
    for (; next < events.length && events[next]! < to; next++) {
      const day = events[next]!;
      if (last !== undefined) closed.push({ days: day - last, endedOn: day });
      last = day;
    }
  }
  return { closed, open: { days: to - 1 - (last ?? seenFrom), endedOn: undefined } };
}

/**
 * Where monthly counts vary more than a Poisson process can, events come in clusters and days between them are not geometric. The
 * dispersion is measured over months, so the first event of each month stands for all of it: months are independent of each other.
 */
export function thinEvents({ events, months }: GapSpan): number[] {
  return months.flatMap(([from, to]) => events.find((day) => day >= from && day < to) ?? []);
}

/**
 * Limits and median of a geometric number of days 0, 1, 2, … with mean 1 ÷ rate (events a day): chance of ending p = rate ÷ (1 + rate),
 * F(g) = 1 − (1 − p)^(g + 1).
 */
export function limitGaps(rate: number): Limits {
  const keep = -Math.log1p(rate); // log(1 − p)
  const quantile = (q: number): number => Math.max(0, Math.ceil(Math.log1p(-q) / keep - 1 - rounding));
  const [lower, upper] = [quantile(gapQuantiles.lower), quantile(gapQuantiles.upper)];
  return { centre: quantile(0.5), lower, upper, nearLower: lower, nearUpper: upper };
}

/**
 * The chart, given the baseline's rate in events a day. Points are judged by limits and by runs about the median. The month is worse
 * where a gap that ended in it is below the lower limit or completes a run of short ones (or adds to it), better where the gap open
 * at its end is above the upper limit or completes a run of long ones; a gap that an event has ended is never good news.
 */
export function chartGaps(span: GapSpan, rate: number): Chart {
  const limits = limitGaps(rate);
  const { closed, open } = findGaps(span);
  // The open gap only grows: it counts from the moment at which it is long.
  const all = open.days > limits.centre ? [...closed, open] : closed;
  const sides = all.map(({ days }): Side => (days > limits.centre ? 1 : days < limits.centre ? -1 : 0));
  const outside = all.map(({ days }): Side => (days > limits.upper ? 1 : days < limits.lower ? -1 : 0));
  const runs = findRuns(sides, shiftPoints);
  const part = backfill(runs, shiftPoints);
  const points = all.map(({ days, endedOn }, i) => ({
    value: days,
    limits,
    endedOn,
    fired: findingOf(outside[i]!, runs[i]!),
    part: findingOf(outside[i]!, part[i]!),
  }));
  const judgedFrom = span.months.at(-1)?.[0] ?? 0;
  const short = points.find(
    ({ fired, endedOn }) => fired?.side === -1 && endedOn !== undefined && endedOn >= judgedFrom,
  );
  const last = points.at(-1);
  const long = last !== undefined && last.endedOn === undefined ? last.fired : undefined;
  return { kind: 'g', limits, points, finding: short?.fired ?? long };
}

const findingOf = (outside: Side, run: Side): Finding | undefined =>
  outside !== 0 ? { rule: 'outside', side: outside } : run !== 0 ? { rule: 'shift', side: run } : undefined;
