/** One headline of one scope over its months → its charts, and the mark of the reported month. Pure. */
import type { Chart } from '../stats/controlChart/chart.js';
import { isRare, judgeCounts, judgeValues, type NoChart, type Outcome } from '../stats/controlChart/judge.js';

/** A calendar month of the report; days are counted from 1970-01-01. */
export interface CalendarMonth {
  readonly month: string;
  readonly from: number;
  /** The day after its last. */
  readonly to: number;
}

/** A month of the series; absent where the scope has none. */
export interface SeriesMonth {
  readonly value: number | null;
  readonly complete: boolean;
  readonly status: string;
  readonly target: number | null;
}

export interface Rebased {
  readonly from: string;
  readonly reason: string;
}

export interface Series {
  readonly chart: 'count' | 'value';
  /** One for each month of the report, the reported one last. */
  readonly months: readonly (SeriesMonth | undefined)[];
  /** The first and last month in which the scope was there at all: what it has before and after is no process of its own. */
  readonly life: { readonly began: string; readonly ended: string } | undefined;
  /** In the order of time. */
  readonly rebases: readonly Rebased[];
}

/** Why the reported month has no mark. Months that can't be judged are passed over by the rules. */
export type NoMark = NoChart | 'no_data' | 'no_value' | 'incomplete' | 'out_of_service';

/** From one re-basing to the next: the months that can be judged, by their index, and what comes of them. */
export interface Segment {
  readonly indices: readonly number[];
  readonly outcome: Outcome;
  readonly rebased: Rebased | undefined;
}

export interface JudgedSeries {
  readonly segments: readonly Segment[];
  /** Undefined where the reported month is judged. */
  readonly why: NoMark | undefined;
}

/** A month that can be judged: whole, within the scope's life, and with a value. */
function isJudgeable({ months, life }: Series, calendar: readonly CalendarMonth[], i: number): boolean {
  const [month, { month: name }] = [months[i], calendar[i]!];
  return month?.complete === true && month.value !== null && isAlive(life, name);
}

const isAlive = (life: Series['life'], month: string): boolean =>
  life === undefined || (life.began <= month && month <= life.ended);

function cutSegments(
  series: Series,
  calendar: readonly CalendarMonth[],
): { indices: number[]; rebased: Rebased | undefined }[] {
  const reported = calendar.at(-1)!.month;
  const cuts = series.rebases.filter(({ from }) => from <= reported);
  const segments = [undefined, ...cuts].map((rebased) => ({ indices: [] as number[], rebased }));
  for (const [i, { month }] of calendar.entries())
    if (isJudgeable(series, calendar, i))
      segments[cuts.filter(({ from }) => from <= month).length]!.indices.push(i);
  return segments;
}

const pointsOf = ({ months }: Series, calendar: readonly CalendarMonth[], indices: readonly number[]) =>
  indices.map((i) => ({ count: months[i]!.value!, exposure: calendar[i]!.to - calendar[i]!.from }));

/** Whether a chart of days between events is among its charts. */
export function needsEvents(series: Series, calendar: readonly CalendarMonth[]): boolean {
  const last = calendar.length - 1;
  return (
    series.chart === 'count' &&
    cutSegments(series, calendar).some(({ indices }) =>
      isRare(pointsOf(series, calendar, indices), indices.at(-1) === last),
    )
  );
}

/**
 * Only the last segment holds the reported month; earlier ones are drawn with the limits that they had. `events`: their days, in order,
 * for those that needsEvents names.
 */
export function judgeSeries(
  series: Series,
  calendar: readonly CalendarMonth[],
  events: readonly number[],
): JudgedSeries {
  const last = calendar.length - 1;
  const segments = cutSegments(series, calendar).map(({ indices, rebased }): Segment => {
    const judged = indices.at(-1) === last;
    const outcome =
      series.chart === 'value'
        ? judgeValues(
            indices.map((i) => series.months[i]!.value!),
            judged,
          )
        : judgeCounts(pointsOf(series, calendar, indices), judged, () => ({
            events,
            months: indices.map((i) => [calendar[i]!.from, calendar[i]!.to] as const),
          }));
    return { indices, outcome, rebased };
  });
  return { segments, why: whyNot(series, calendar, segments.at(-1)!.outcome) };
}

function whyNot(series: Series, calendar: readonly CalendarMonth[], outcome: Outcome): NoMark | undefined {
  const reported = series.months.at(-1);
  if (reported === undefined || reported.status === 'no_data') return 'no_data';
  if (!isAlive(series.life, calendar.at(-1)!.month)) return 'out_of_service';
  if (!reported.complete) return 'incomplete';
  if (reported.value === null) return 'no_value';
  return outcome.why;
}

/** The chart's points by month of the report: a gap stands in the month in which it ended, or in the reported one while it is open. */
export function placePoints(
  { indices }: Segment,
  chart: Chart,
  calendar: readonly CalendarMonth[],
): number[] {
  if (chart.kind !== 'g' && chart.kind !== 'g_thinned') return [...indices];
  return chart.points.map(({ endedOn }) =>
    endedOn === undefined
      ? indices.at(-1)!
      : indices.find((i) => endedOn >= calendar[i]!.from && endedOn < calendar[i]!.to)!,
  );
}
