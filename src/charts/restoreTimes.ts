/** How long restoring took: the whole distribution, since a mean of restore times misleads (VOID report). */
import { type Html, html } from '../html.js';
import { formatsOf, labelsOf } from '../locale/index.js';
import { type ChartFrame, chartFigure, emptyFigure } from './figure.js';
import { definePlot } from './plot.js';
import { stepsTo } from './steps.js';

export interface RestoreTimes extends ChartFrame {
  /** Minutes of each incident, in any order. */
  readonly minutes: readonly number[];
  /** The published figures, so that the drawing cannot differ from them. */
  readonly median: number | null;
  readonly p90: number | null;
}

const WIDTH = 590;
const HEIGHT = 120;
/** Up to this many incidents each is a dot of its own. */
const DOTS_UP_TO = 40;
/** Room for this many dots above each other at least, so that they touch as they stack. */
const DOT_ROWS = 12;
/** Limits of the classes in minutes: readable, each about twice the former, as a log axis wants it. */
const EDGES = [
  1, 2, 4, 8, 15, 30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 30720, 61440, 122880,
] as const;
/** Ends the axis may have, so that charts of one page are easily alike: a day, a week, 60 days, …. */
const ENDS = [1440, 10080, 86400] as const;
const TICKS = [1, 10, 60, 1440, 10080, 43200] as const;

const x = {
  field: 'x',
  type: 'quantitative',
  scale: { type: 'log', domainMin: 1, domainMax: { expr: 'end' }, nice: false },
  axis: null,
} as const;
const y = {
  field: 'y',
  type: 'quantitative',
  scale: { domainMin: 0, domainMax: { expr: 'top' }, nice: false },
  axis: null,
} as const;
const text = { field: 'label', type: 'nominal' } as const;

const plot = definePlot(
  {
    width: WIDTH,
    height: HEIGHT,
    padding: { left: 46, right: 4, top: 60, bottom: 28 },
    params: [
      { name: 'end', value: 1440 },
      { name: 'top', value: 1 },
    ],
    layer: [
      {
        name: 'grid',
        data: { name: 'grid', values: [] },
        mark: { type: 'rule', x: 0, x2: WIDTH, stroke: 'var(--faint)' },
        encoding: { y },
      },
      {
        name: 'bars',
        data: { name: 'bars', values: [] },
        mark: { type: 'rect', fill: 'var(--grade-3)', stroke: 'var(--paper)' },
        encoding: { x, x2: { field: 'x2' }, y, y2: { field: 'y2' } },
      },
      {
        name: 'dots',
        data: { name: 'dots', values: [] },
        mark: { type: 'circle', size: 36, opacity: 1, fill: 'var(--grade-2)' },
        encoding: { x, y },
      },
      {
        name: 'base',
        data: { values: [{ y: 0 }] },
        mark: { type: 'rule', x: 0, x2: WIDTH, stroke: 'var(--quiet)' },
        encoding: { y },
      },
      {
        name: 'ticks',
        data: { name: 'ticks', values: [] },
        mark: { type: 'rule', y: HEIGHT, y2: HEIGHT + 4 },
        encoding: { x },
      },
      {
        name: 'times',
        data: { name: 'ticks' },
        mark: { type: 'text', y: HEIGHT + 18, align: { expr: 'datum.align' }, baseline: 'middle' },
        encoding: { x, text },
      },
      {
        name: 'scale',
        data: { name: 'scale', values: [] },
        mark: { type: 'text', x: -8, align: 'right', baseline: 'middle' },
        encoding: { y, text },
      },
      {
        name: 'rules',
        data: { name: 'rules', values: [] },
        mark: { type: 'rule', y: { expr: 'datum.row' }, y2: HEIGHT, stroke: 'var(--ink)', strokeWidth: 1.5 },
        encoding: { x },
      },
      {
        name: 'named',
        data: { name: 'rules' },
        mark: {
          type: 'text',
          y: { expr: 'datum.row + 8' },
          dx: { expr: 'datum.dx' },
          align: { expr: 'datum.align' },
          baseline: 'middle',
          fill: 'var(--ink)',
        },
        encoding: { x, text },
      },
    ],
  },
  ['grid', 'bars', 'dots', 'ticks', 'scale', 'rules'],
);

/** A histogram on a log axis, or a dot each for few incidents; median and 90th percentile as labelled rules. */
export function restoreTimes(chart: RestoreTimes): Html {
  const { locale, minutes, median, p90 } = chart;
  const { chart: word } = labelsOf(locale);
  const format = formatsOf(locale);
  if (minutes.length === 0) return emptyFigure(chart, format.missing);

  const classes = classify(minutes);
  const highest = Math.max(...minutes, p90 ?? 0);
  const end = ENDS.find((limit) => highest <= limit) ?? highest;
  const most = Math.max(...classes.map((c) => c.count));
  const dots = minutes.length <= DOTS_UP_TO;
  const steps = dots ? { top: Math.max(DOT_ROWS, most), values: [] } : stepsTo(most);
  const rule = (value: number | null, name: string, row: number) => {
    if (value === null) return [];
    const at = Math.min(Math.max(value, 1), end);
    const right = Math.log(at) > Math.log(end) * 0.6;
    const label = `${name} ${format.duration(value)}`;
    return [{ x: at, row, label, align: right ? 'right' : 'left', dx: right ? -5 : 5 }];
  };
  const ticks = TICKS.filter((tick) => tick <= end);
  const svg = plot.draw(
    {
      data: {
        grid: steps.values.slice(1).map((value) => ({ y: value })),
        scale: steps.values.map((value) => ({ y: value, label: format.number(value) })),
        bars: dots ? [] : classes.map((c) => ({ x: c.from, x2: Math.min(c.to, end), y: c.count, y2: 0 })),
        dots: dots
          ? classes.flatMap((c) => c.values.map((value, k) => ({ x: Math.max(value, 1), y: k + 0.5 })))
          : [],
        ticks: ticks.map((tick, i) => ({
          x: tick,
          label: word.ticks[tick],
          align: i === 0 ? 'left' : tick === end ? 'right' : 'center',
        })),
        rules: [...rule(median, word.median, -28), ...rule(p90, word.p90, -54)],
      },
      params: { end, top: steps.top },
    },
    chart.title,
    chart.alt,
  );
  const columns = [{ label: word.range }, { label: word.count, numeric: true }];
  const table = [
    ...classes.map((c) => [
      word.between(
        c.from === 1 ? null : format.duration(c.from),
        c.to === Infinity ? null : format.duration(c.to),
      ),
      format.number(c.count),
    ]),
    [word.median, format.duration(median)],
    [word.p90, format.duration(p90)],
  ];
  return chartFigure(
    chart,
    svg,
    columns,
    table.map((row) => row.map((cell) => html`${cell}`)),
  );
}

interface Class {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Ascending. */
  readonly values: readonly number[];
}

/** Counts per class, from the first to the last class that holds one; what took under a minute is in the first. */
function classify(minutes: readonly number[]): Class[] {
  const ascending = [...minutes].sort((a, b) => a - b);
  const counts = EDGES.map((from, i) => {
    const to = EDGES[i + 1] ?? Number.POSITIVE_INFINITY;
    const values = ascending.filter((m) => (i === 0 || m >= from) && m < to);
    return { from, to, count: values.length, values };
  });
  const used = counts.flatMap((c, i) => (c.count > 0 ? [i] : []));
  return counts.slice(used[0], used.at(-1)! + 1);
}
