/** The drawing behind every chart of bars per month: stacked parts, hollow and missing months, fiscal years. */
import type { Locale } from '../config/model.js';
import type { Html } from '../html.js';
import { monthAxis } from './months.js';
import { definePlot } from './plot.js';
import type { Steps } from './steps.js';

export interface MonthBar {
  readonly month: string;
  /** From the bottom up; null: nothing is known about the month. */
  readonly parts: readonly number[] | null;
  /** False: the month is not wholly covered; drawn hollow. */
  readonly complete: boolean;
}

export interface MonthBars {
  readonly locale: Locale;
  readonly title: string;
  readonly alt: string;
  readonly fiscalYearStart: number;
  readonly rows: readonly MonthBar[];
  readonly steps: Steps;
  /** Colour per part, bottom first. */
  readonly tones: readonly string[];
  /** A step of the axis without its unit, which stands above the axis. */
  readonly stepLabel: (value: number) => string;
  readonly unit: string;
  /** A bar's value, in full. */
  readonly label: (value: number) => string;
}

const WIDTH = 590;
const HEIGHT = 150;
/** Share of a band that stays free on either side of a bar. */
const GAP = 0.14;
/** Strokes of a hatch from the axis to the top. */
const HATCHES = 8;

const x = {
  field: 'x',
  type: 'quantitative',
  scale: { domainMin: 0, domainMax: { expr: 'bands' }, nice: false },
  axis: null,
} as const;
const y = {
  field: 'y',
  type: 'quantitative',
  scale: { domainMin: 0, domainMax: { expr: 'top' }, nice: false },
  axis: null,
} as const;
const box = { x, x2: { field: 'x2' }, y, y2: { field: 'y2' } } as const;
const text = { field: 'label', type: 'nominal' } as const;
const tone = { field: 'tone', type: 'nominal', scale: null } as const;

const plot = definePlot(
  {
    width: WIDTH,
    height: HEIGHT,
    padding: { left: 46, right: 4, top: 38, bottom: 48 },
    params: [
      { name: 'bands', value: 1 },
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
        name: 'years',
        data: { name: 'years', values: [] },
        mark: { type: 'rule', y: -8, y2: HEIGHT + 44, stroke: 'var(--line)' },
        encoding: { x },
      },
      {
        name: 'gaps',
        data: { name: 'gaps', values: [] },
        mark: { type: 'rule', stroke: 'var(--line)' },
        encoding: box,
      },
      {
        name: 'bars',
        data: { name: 'bars', values: [] },
        mark: { type: 'rect' },
        encoding: { ...box, fill: tone },
      },
      {
        name: 'hollow',
        data: { name: 'hollow', values: [] },
        mark: { type: 'rect', fill: 'var(--paper)', strokeDash: [3, 2], strokeWidth: 1.2 },
        encoding: { ...box, stroke: tone },
      },
      {
        name: 'base',
        data: { values: [{ y: 0 }] },
        mark: { type: 'rule', x: 0, x2: WIDTH, stroke: 'var(--quiet)' },
        encoding: { y },
      },
      {
        name: 'scale',
        data: { name: 'scale', values: [] },
        mark: { type: 'text', x: -8, align: 'right', baseline: 'middle' },
        encoding: { y, text },
      },
      {
        name: 'unit',
        data: { name: 'unit', values: [] },
        mark: { type: 'text', x: -8, dy: -23, align: 'right', baseline: 'middle' },
        encoding: { y, text },
      },
      {
        name: 'months',
        data: { name: 'months', values: [] },
        mark: { type: 'text', y: HEIGHT + 16, align: 'center', baseline: 'middle' },
        encoding: { x, text },
      },
      {
        name: 'fiscal',
        data: { name: 'fiscal', values: [] },
        mark: { type: 'text', y: HEIGHT + 37, dx: 4, align: 'left', baseline: 'middle' },
        encoding: { x, text },
      },
      {
        name: 'values',
        data: { name: 'values', values: [] },
        mark: {
          type: 'text',
          dy: -10,
          align: { expr: 'datum.align' },
          baseline: 'middle',
          fill: 'var(--ink)',
        },
        encoding: { x, y, text },
      },
    ],
  },
  ['grid', 'years', 'gaps', 'bars', 'hollow', 'scale', 'months', 'fiscal', 'values', 'unit'],
);

/** Draws the bars. The last complete month and the greatest one carry their value. */
export function drawMonthBars(chart: MonthBars): Html {
  const { rows, steps, tones, label } = chart;
  const axis = monthAxis(
    rows.map((row) => row.month),
    chart.fiscalYearStart,
    chart.locale,
  );
  const parts = rows.flatMap((row, i) => stack(row, i, tones));
  const totals = rows.map((row) => (row.parts ? sum(row.parts) : null));
  return plot.draw(
    {
      data: {
        grid: steps.values.slice(1).map((value) => ({ y: value })),
        scale: steps.values.map((value) => ({ y: value, label: chart.stepLabel(value) })),
        years: axis.years,
        months: axis.months,
        fiscal: axis.yearLabels,
        gaps: rows.flatMap((row, i) => (row.parts ? [] : hatch(i, steps.top))),
        bars: parts.filter((part) => part.complete),
        hollow: parts.filter((part) => !part.complete),
        values: labelled(rows, totals).map((i) => ({
          ...anchor(i, rows.length),
          y: totals[i]!,
          label: label(totals[i]!),
        })),
        unit: [{ y: steps.top, label: chart.unit }],
      },
      params: { bands: Math.max(1, rows.length), top: steps.top },
    },
    chart.title,
    chart.alt,
  );
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function stack(row: MonthBar, i: number, tones: readonly string[]) {
  let y2 = 0;
  return (row.parts ?? []).flatMap((value, k) => {
    const part = { x: i + GAP, x2: i + 1 - GAP, y: y2 + value, y2, tone: tones[k], complete: row.complete };
    y2 += value;
    return value > 0 ? [part] : [];
  });
}

const hatch = (i: number, top: number) =>
  Array.from({ length: HATCHES }, (_, k) => ({
    x: i + GAP,
    x2: i + 1 - GAP,
    y: (top * k) / HATCHES,
    y2: (top * (k + 1)) / HATCHES,
  }));

/** Labels of bars near an end lean inwards, so that they are never cut. */
function anchor(i: number, bands: number): { x: number; align: string } {
  if (i < bands * 0.12) return { x: i + GAP, align: 'left' };
  return i > bands * 0.85 ? { x: i + 1 - GAP, align: 'right' } : { x: i + 0.5, align: 'center' };
}

/** Two labels side by side would touch: the greatest month yields to the last one. */
function labelled(rows: readonly MonthBar[], totals: readonly (number | null)[]): number[] {
  const complete = rows.flatMap((row, i) => (row.complete && totals[i] !== null ? [i] : []));
  const last = complete.at(-1);
  if (last === undefined) return [];
  const greatest = complete.reduce((best, i) => (totals[i]! > totals[best]! ? i : best), last);
  return Math.abs(greatest - last) > 3 ? [greatest, last] : [last];
}
