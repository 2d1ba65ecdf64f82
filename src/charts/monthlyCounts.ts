/** Incidents per month, whole or stacked by grade. */
import { type Html, html } from '../html.js';
import { formatsOf, labelsOf } from '../locale/index.js';
import { type ChartFrame, chartFigure, emptyFigure } from './figure.js';
import { drawMonthBars, sum } from './monthBars.js';
import { stepsTo } from './steps.js';

export interface MonthlyCounts extends ChartFrame {
  readonly fiscalYearStart: number;
  /** Without a gap, oldest first. `counts`: one per grade, gravest first (or one alone); null: no data. */
  readonly rows: readonly {
    readonly month: string;
    readonly counts: readonly number[] | null;
    readonly complete: boolean;
  }[];
  /** 1–4 for each grade, so that a grade keeps its tone on every page; default: by position. */
  readonly tones?: readonly number[] | undefined;
  /** Names of up to four grades, gravest first; none where the counts are not split. */
  readonly grades?: readonly string[] | undefined;
  /** The greatest value of the charts that this one is compared with: same scale within a small multiple. */
  readonly max?: number | undefined;
}

const toneOf = ({ tones }: MonthlyCounts, i: number, otherwise = i + 1): string =>
  `var(--grade-${tones?.[i] ?? otherwise})`;

/** Bars per month; the gravest grade stands at the bottom, on the axis, where changes are seen best. */
export function monthlyCounts(chart: MonthlyCounts): Html {
  const { locale, rows, grades = [] } = chart;
  const { chart: word } = labelsOf(locale);
  const format = formatsOf(locale);
  const known = rows.flatMap((row) => (row.counts ? [sum(row.counts)] : []));
  if (known.length === 0) return emptyFigure(chart, format.missing);

  const plot = drawMonthBars({
    ...chart,
    rows: rows.map((row) => ({ month: row.month, parts: row.counts, complete: row.complete })),
    steps: stepsTo(Math.max(chart.max ?? 0, ...known)),
    tones: grades.length > 1 ? grades.map((_, i) => toneOf(chart, i)) : [toneOf(chart, 0, 2)],
    stepLabel: (value) => format.number(value),
    unit: word.countUnit,
    label: (value) => format.number(value),
  });
  const columns = [
    { label: word.month },
    ...(grades.length > 1 ? grades : []).map((label) => ({ label, numeric: true })),
    { label: grades.length > 1 ? word.total : word.count, numeric: true },
    { label: word.state },
  ];
  const table = rows.map(({ month, counts, complete }) => [
    format.month(month),
    ...(grades.length > 1 ? grades : []).map((_, i) => format.number(counts?.[i])),
    format.number(counts && sum(counts)),
    counts === null ? format.missing : complete ? word.complete : word.incomplete,
  ]);
  const key = [
    ...(grades.length > 1 ? grades : []).map(
      (grade, i) => html`<span class="grade-${chart.tones?.[i] ?? i + 1}">${grade}</span>`,
    ),
    rows.some((row) => row.counts && !row.complete) && html`<span class="hollow">${word.incomplete}</span>`,
  ].filter(Boolean);
  return chartFigure(chart, plot, columns, table, key.length > 0 && key);
}
