/** What every chart stands in: its finding as a title, the drawing, and its data as a table. */
import type { Locale } from '../config/model.js';
import { type Content, type Html, html } from '../html.js';
import { labelsOf } from '../locale/index.js';

/** What every chart function takes. */
export interface ChartFrame {
  readonly locale: Locale;
  /** States the finding: その他の障害は4月から月25件前後に減りました. */
  readonly title: string;
  /** What the drawing shows, for who cannot see it. */
  readonly alt: string;
}

/** A column of the data table: its heading, and whether its cells are numbers. */
export interface Column {
  readonly label: string;
  readonly numeric?: boolean;
}

/** The first column's cells are row headers. `key` explains tones; null rows of `key` vanish. */
export function chartFigure(
  frame: ChartFrame,
  plot: Content,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  key?: Content,
): Html {
  return html`<figure class="chart"><figcaption>${frame.title}</figcaption>${key && html`<p class="key">${key}</p>`}
${plot}
<details><summary>${labelsOf(frame.locale).chart.table}</summary>${dataTable(columns, rows)}</details></figure>`;
}

/** A chart without a single value: the title and the word for it, hatched. */
export const emptyFigure = (frame: ChartFrame, word: string): Html =>
  html`<figure class="chart"><figcaption>${frame.title}</figcaption><p class="missing">${word}</p></figure>`;

function dataTable(columns: readonly Column[], rows: readonly (readonly Content[])[]): Html {
  const [, ...others] = columns;
  return html`<table class="figures"><thead><tr>${columns.map(
    (column) => html`<th scope="col"${column.numeric && html` class="num"`}>${column.label}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ([head, ...cells]) =>
      html`<tr><th scope="row">${head}</th>${cells.map(
        (cell, i) =>
          html`<td${others[i]?.numeric && html` class="num"`} data-label="${others[i]?.label}">${cell}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}
