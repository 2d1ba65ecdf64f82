/** One row of an export behind a level: what it is, what it says, and where it stands. */
import { formatPlace } from '../../errors.js';
import { type Html, html } from '../../html.js';
import { whyWords } from '../../locale/whyOf.js';
import { titledKinds, type WhyRow } from '../../risk/rows/index.js';
import type { Provenance } from '../provenance.js';
import { linkFrom, routes, type View } from '../view.js';
import { rowId } from './lists.js';

/** Texts of exports may be long; the row itself holds the whole. */
const textLimit = 120;

export function whyRow(view: View, provenance: Provenance, route: string, input: string, row: WhyRow): Html {
  const w = whyWords(view.locale);
  const fact = { input, ...row };
  const name = w.rowName(fact);
  const text = titledKinds.has(row.kind) && row.text !== null ? html` ${shorten(row.text)}` : null;
  return html`<b>${linked(view, route, row, name)}</b>${text} <small>${w.row(fact)}</small> <small class="quiet">${sourceOf(provenance, row) ?? w.noSource}</small>`;
}

const shorten = (text: string): string => {
  const points = [...text];
  return points.length > textLimit ? `${points.slice(0, textLimit).join('')}…` : text;
};

/** An incident has a page of its own, or stands in the register of its month, where that has pages. */
function linked(view: View, route: string, { kind, key, month }: WhyRow, name: string): Html | string {
  if (kind === 'incident' && view.data.sheets.ids.has(key))
    return html`<a href="${linkFrom(route, routes.incident(key))}">${name}</a>`;
  const page = kind === 'incident' ? view.data.risk.why.registerPages.get(key) : undefined;
  if (page === undefined || month === null) return name;
  return html`<a href="${linkFrom(route, routes.register(month, page))}#${rowId(key)}">${name}</a>`;
}

/** `exports/a.csv:12`; samples, which are rolled up, name their file alone. */
export function sourceOf(
  { receipts }: Pick<Provenance, 'receipts'>,
  { file, line }: WhyRow,
): string | undefined {
  const path = file === null ? undefined : receipts.find((r) => r.file === file)?.path;
  return path === undefined ? undefined : formatPlace({ file: path, line: line ?? undefined });
}
