import { type Html, html } from '../../html.js';
import { mattersWords } from '../../locale/mattersOf.js';
import type { View } from '../view.js';
import { type TableColumn, table } from './section.js';

/** Rows that stand open; the rest is folded away, never left out. On paper all are open. */
const openRows = 20;

/** A table in full, of which what is beyond the first rows is folded. */
export function longTable(view: View, columns: readonly TableColumn[], rows: readonly Html[]): Html {
  // One or two folded rows aren't worth the fold.
  if (rows.length <= openRows + 2) return table(columns, rows);
  return html`${table(columns, rows.slice(0, openRows))}
<details><summary>${mattersWords(view.locale).rest(view.format.number(rows.length - openRows))}</summary>${table(columns, rows.slice(openRows))}</details>`;
}
