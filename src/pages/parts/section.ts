import { type Content, type Html, html } from '../../html.js';

/** A section under its rule. `id` is the page's own, stable in both languages. */
export function section(id: string, heading: string, note: Content, body: Content): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}${note && html` <small>${note}</small>`}</h2>
${body}</section>`;
}

export interface TableColumn {
  readonly label: string;
  readonly numeric?: boolean;
}

/** A table of figures; rows are whole `<tr>`s, since their cells carry figures and links. */
export function table(columns: readonly TableColumn[], rows: readonly Html[], caption?: string): Html {
  return html`<table class="figures">${caption && html`<caption>${caption}</caption>`}<thead><tr>${columns.map(
    (c) => html`<th scope="col"${c.numeric && html` class="num"`}>${c.label}</th>`,
  )}</tr></thead><tbody>
${rows.map(
  (row) => html`${row}
`,
)}</tbody></table>`;
}

export const textCell = (label: string, content: Content, wide = false): Html =>
  html`<td${wide && html` class="wide"`} data-label="${label}">${content}</td>`;
