/** The axis of months: which ones get a label, and where fiscal years begin. Positions count bands from the left. */
import type { Locale } from '../config/model.js';
import { formatsOf } from '../locale/index.js';

/** Above this many months a label each quarter would touch its neighbour. */
const QUARTERLY_UP_TO = 42;
const EACH_UP_TO = 14;
/** A year label needs this many bands to stand free of the next. */
const YEAR_LABEL_BANDS = 5;

export interface MonthAxis {
  readonly months: readonly { readonly x: number; readonly label: string }[];
  /** Boundaries; the first month has none, having nothing to its left. */
  readonly years: readonly { readonly x: number }[];
  readonly yearLabels: readonly { readonly x: number; readonly label: string }[];
}

/** `months` run without a gap, oldest first, as `2026-10`. */
export function monthAxis(months: readonly string[], fiscalYearStart: number, locale: Locale): MonthAxis {
  const format = formatsOf(locale);
  const step = months.length <= EACH_UP_TO ? 1 : months.length <= QUARTERLY_UP_TO ? 3 : 6;
  const sinceStart = (month: string) => (Number(month.slice(5, 7)) - fiscalYearStart + 12) % 12;
  const fiscalYear = (month: string) =>
    Number(month.slice(0, 4)) - (Number(month.slice(5, 7)) < fiscalYearStart ? 1 : 0);

  const starts = months.flatMap((month, x) => (x === 0 || sinceStart(month) === 0 ? [{ month, x }] : []));
  return {
    months: months.flatMap((month, x) =>
      sinceStart(month) % step === 0 ? [{ x: x + 0.5, label: format.monthShort(month) }] : [],
    ),
    years: starts.filter(({ x }) => x > 0).map(({ x }) => ({ x })),
    yearLabels: starts
      .filter(
        ({ x }, i) => (starts[i + 1]?.x ?? months.length) - x >= Math.min(YEAR_LABEL_BANDS, months.length),
      )
      .map(({ month, x }) => ({ x, label: format.fiscalYear(fiscalYear(month)) })),
  };
}
