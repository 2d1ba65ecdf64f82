/** Minutes of harm per month. */
import { type Html, html } from '../html.js';
import { formatsOf, labelsOf } from '../locale/index.js';
import { type ChartFrame, chartFigure, emptyFigure } from './figure.js';
import { drawMonthBars } from './monthBars.js';
import { minuteStepsTo } from './steps.js';

export interface MinutesByMonth extends ChartFrame {
  readonly fiscalYearStart: number;
  /** Without a gap, oldest first; null: no data. */
  readonly rows: readonly {
    readonly month: string;
    readonly minutes: number | null;
    readonly complete: boolean;
  }[];
  readonly max?: number | undefined;
}

/** Bars per month on an axis of whole minutes, hours or days. */
export function minutesByMonth(chart: MinutesByMonth): Html {
  const { locale, rows } = chart;
  const { chart: word } = labelsOf(locale);
  const format = formatsOf(locale);
  const known = rows.flatMap((row) => row.minutes ?? []);
  if (known.length === 0) return emptyFigure(chart, format.missing);

  const steps = minuteStepsTo(Math.max(chart.max ?? 0, ...known));
  const plot = drawMonthBars({
    ...chart,
    rows: rows.map((row) => ({
      month: row.month,
      parts: row.minutes === null ? null : [row.minutes],
      complete: row.complete,
    })),
    steps,
    stepLabel: (value) => format.number(steps.count(value)),
    unit: word.timeUnits[steps.unit],
    tones: ['var(--grade-2)'],
    label: (value) => format.duration(value),
  });
  const columns = [{ label: word.month }, { label: word.minutes, numeric: true }, { label: word.state }];
  const table = rows.map(({ month, minutes, complete }) => [
    format.month(month),
    format.duration(minutes),
    minutes === null ? format.missing : complete ? word.complete : word.incomplete,
  ]);
  const hollow = rows.some((row) => row.minutes !== null && !row.complete);
  return chartFigure(
    chart,
    plot,
    columns,
    table,
    hollow && html`<span class="hollow">${word.incomplete}</span>`,
  );
}
