/** Charts of a scope's months, from its figures. */
import { minutesByMonth, monthlyCounts, restoreTimes, sparkline } from '../../charts/index.js';
import type { Html } from '../../html.js';
import type { Scope } from '../book.js';
import { scaleOf } from '../scale.js';
import type { View } from '../view.js';
import { valueText } from './number.js';

/** Sparklines show this many months. */
const sparkMonths = 24;
/** The chart tells at most this many grades apart; more stand in the table. */
const chartGrades = 4;

export function countsChart(view: View, scope: Scope): Html {
  const { book, months } = view.data;
  const grades = scaleOf(view, scope);
  // Stacked parts must add up to the whole: with ungraded incidents, or too many grades, the bars stay whole.
  const sums = (month: string): number =>
    grades.reduce((sum, g) => sum + (book.find('incidents', scope, g.breakdown, month)?.value ?? 0), 0);
  const split =
    grades.length > 1 &&
    grades.length <= chartGrades &&
    months.every((m) => sums(m.month) === (book.find('incidents', scope, '', m.month)?.value ?? 0));
  const now = book.find('incidents', scope);
  const before = view.data.months.at(-2);
  const monthName = view.format.month(view.reported.month);
  return monthlyCounts({
    locale: view.locale,
    title: before
      ? view.words.findings.trend(
          monthName,
          valueText(view, now),
          valueText(view, book.find('incidents', scope, '', before.month)),
        )
      : monthName,
    alt: view.words.findings.trendAlt(String(months.length)),
    fiscalYearStart: view.data.config.fiscalYearStart,
    grades: split ? grades.map((g) => g.name) : undefined,
    tones:
      grades.every((g) => g.rank !== null) && (split || grades.length === 1)
        ? grades.map((g) => g.rank! + 1)
        : undefined,
    rows: months.map((m) => {
      const total = book.find('incidents', scope, '', m.month);
      return {
        month: m.month,
        complete: total?.complete ?? false,
        counts: split
          ? grades.map((g) => book.find('incidents', scope, g.breakdown, m.month)?.value ?? 0)
          : total?.value == null
            ? null
            : [total.value],
      };
    }),
  });
}

export function gradeSpark(view: View, scope: Scope, breakdown: string, label: string): Html {
  const { book, months } = view.data;
  const shown = months.slice(-sparkMonths);
  return sparkline({
    locale: view.locale,
    alt: `${label}: ${shown.map((m) => book.find('incidents', scope, breakdown, m.month)?.value ?? '–').join(' ')}`,
    rows: shown.map((m) => {
      // A step of the scale that nothing was ever on: a zero wherever the whole is known.
      const figure = book.find('incidents', scope, breakdown, m.month);
      const whole = book.find('incidents', scope, '', m.month);
      const none = !figure && whole?.value != null ? 0 : null;
      return {
        month: m.month,
        value: figure?.value ?? none,
        complete: (figure ?? whole)?.complete ?? false,
      };
    }),
  });
}

export function restoreChart(view: View, scope: Scope, systems: ReadonlySet<string> | undefined): Html {
  const { book, restorations } = view.data;
  const minutes = restorations
    .filter((r) => systems === undefined || systems.has(r.systemId))
    .map((r) => r.minutes);
  const median = book.find('restore_minutes_median', scope);
  const p90 = book.find('restore_minutes_p90', scope);
  const { findings } = view.words;
  return restoreTimes({
    locale: view.locale,
    title:
      median?.status === 'no_data'
        ? findings.restoreUnknown
        : minutes.length === 0
          ? findings.restoreNone
          : findings.restore(
              view.format.month(view.reported.month),
              view.format.number(minutes.length),
              valueText(view, median),
              valueText(view, p90),
            ),
    alt: findings.restoreAlt,
    minutes,
    median: median?.value ?? null,
    p90: p90?.value ?? null,
  });
}

export function harmChart(view: View, scope: Scope): Html {
  const { book, months } = view.data;
  return minutesByMonth({
    locale: view.locale,
    title: view.words.findings.harm(
      view.format.month(view.reported.month),
      valueText(view, book.find('impact_minutes', scope)),
    ),
    alt: view.words.findings.harmAlt,
    fiscalYearStart: view.data.config.fiscalYearStart,
    rows: months.map((m) => {
      const figure = book.find('impact_minutes', scope, '', m.month);
      return { month: m.month, minutes: figure?.value ?? null, complete: figure?.complete ?? false };
    }),
  });
}
