/** A line of months inside a table cell. */
import type { Locale } from '../config/model.js';
import { type Html, html } from '../html.js';
import { formatsOf } from '../locale/index.js';
import { definePlot } from './plot.js';

export interface Sparkline {
  readonly locale: Locale;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
  /** Some 24 months, oldest first, null: no data (the line has a gap there). */
  readonly rows: readonly {
    readonly month: string;
    readonly value: number | null;
    readonly complete: boolean;
  }[];
  /** Control limits as a band. */
  readonly limits?: { readonly low: number; readonly high: number } | undefined;
  readonly mean?: number | undefined;
}

const WIDTH = 178;
const HEIGHT = 32;

const x = {
  field: 'x',
  type: 'quantitative',
  scale: { domainMin: 0, domainMax: { expr: 'last' }, nice: false },
  axis: null,
} as const;
const y = {
  field: 'y',
  type: 'quantitative',
  scale: { domainMin: 0, domainMax: { expr: 'top' }, nice: false },
  axis: null,
} as const;

const plot = definePlot(
  {
    width: WIDTH,
    height: HEIGHT,
    padding: 6,
    params: [
      { name: 'last', value: 1 },
      { name: 'top', value: 1 },
    ],
    layer: [
      {
        name: 'limits',
        data: { name: 'limits', values: [] },
        mark: { type: 'rect', x: 0, x2: WIDTH, fill: 'var(--faint)' },
        encoding: { y, y2: { field: 'y2' } },
      },
      {
        name: 'mean',
        data: { name: 'mean', values: [] },
        mark: { type: 'rule', x: 0, x2: WIDTH, strokeDash: [3, 3], strokeWidth: 0.8 },
        encoding: { y },
      },
      {
        name: 'line',
        data: { name: 'line', values: [] },
        mark: { type: 'line', stroke: 'var(--ink)', strokeWidth: 1.4, strokeJoin: 'round' },
        encoding: { x, y, detail: { field: 'run', type: 'nominal' } },
      },
      {
        name: 'dots',
        data: { name: 'dots', values: [] },
        mark: { type: 'circle', size: 24, opacity: 1, fill: 'var(--ink)' },
        encoding: { x, y },
      },
      {
        name: 'open',
        data: { name: 'open', values: [] },
        mark: {
          type: 'circle',
          size: 24,
          opacity: 1,
          fill: 'var(--paper)',
          stroke: 'var(--ink)',
          strokeWidth: 1.2,
        },
        encoding: { x, y },
      },
    ],
  },
  ['limits', 'mean', 'line', 'dots', 'open'],
);

/** The last month is marked, hollow where it is incomplete; a month alone between two gaps is a point. */
export function sparkline({ locale, alt, rows, limits, mean }: Sparkline): Html {
  const known = rows.flatMap((row, i) =>
    row.value === null ? [] : [{ x: i, y: row.value, complete: row.complete }],
  );
  if (known.length === 0) return html`<span class="missing">${formatsOf(locale).missing}</span>`;
  // A new run begins after each gap, so that no line crosses months about which nothing is known.
  const points = known.map((point, k) => ({ ...point, run: point.x - k }));
  const alone = points.filter((p) => points.filter((other) => other.run === p.run).length === 1);
  const marked = [...alone, points.at(-1)!, ...points.filter((p) => !p.complete)];
  const svg = plot.draw(
    {
      data: {
        limits: limits ? [{ y: limits.high, y2: Math.max(0, limits.low) }] : [],
        mean: mean === undefined ? [] : [{ y: mean }],
        line: points,
        dots: [...new Set(marked.filter((p) => p.complete))],
        open: [...new Set(marked.filter((p) => !p.complete))],
      },
      params: {
        last: Math.max(1, rows.length - 1),
        top: Math.max(limits?.high ?? 0, mean ?? 0, ...known.map((p) => p.y)) * 1.08 || 1,
      },
    },
    alt,
    '',
  );
  return html`<figure class="spark">${svg}</figure>`;
}
