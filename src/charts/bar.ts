/** A bar inside a table cell: the actual as a bar, the cap as a stroke, an interval as a pale band. */
import { type Html, html } from '../html.js';

export interface Bar {
  readonly actual: number;
  /** The scale's end, the same for every bar of a column or chosen per row; must be over 0. */
  readonly max: number;
  readonly cap?: number | undefined;
  /** Written under the cap's stroke: 上限 38. */
  readonly capLabel?: string | undefined;
  readonly band?: { readonly low: number; readonly high: number } | undefined;
  readonly tone?: 'ink' | 'good' | 'bad' | 'unsure' | undefined;
  /** The same in words, for who cannot see it. */
  readonly alt: string;
}

const WIDTH = 300;
const EDGE = 6;

/** One SVG, 300 units wide. Values beyond the scale are cut at its end. */
export function bar({ actual, max, cap, capLabel, band, tone = 'ink', alt }: Bar): Html {
  const at = (value: number) => round(EDGE + (Math.min(Math.max(value, 0), max) / max) * (WIDTH - 2 * EDGE));
  const colour = `var(--${tone})`;
  return html`<svg class="bar" viewBox="0 0 ${WIDTH} ${capLabel ? 38 : 26}" role="img"><title>${alt}</title><line x1="${EDGE}" x2="${WIDTH - EDGE}" y1="14" y2="14" stroke="var(--line)"/>${
    band &&
    html`<rect x="${at(band.low)}" y="10" width="${round(at(band.high) - at(band.low))}" height="8" fill="${colour}" opacity=".22"/>`
  }<rect x="${EDGE}" y="11" width="${round(at(actual) - EDGE)}" height="6" fill="${colour}"/>${
    cap !== undefined &&
    html`<line x1="${at(cap)}" x2="${at(cap)}" y1="4" y2="24" stroke="var(--ink)" stroke-width="2"/>`
  }${
    cap !== undefined &&
    capLabel &&
    html`<text x="${at(cap)}" y="35" font-size="10" text-anchor="${anchor(at(cap))}" fill="var(--quiet)">${capLabel}</text>`
  }</svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Labels near an end lean inwards, so that they are never cut. */
const anchor = (x: number): string => (x < 40 ? 'start' : x > WIDTH - 40 ? 'end' : 'middle');
