/** Early signs in the use of capacity: what stood out, when, and against what. */
import { type Html, html } from '../../html.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import type { SignRow } from '../judgements.js';
import type { View } from '../view.js';
import { systemLink } from './lists.js';
import { section, table, textCell } from './section.js';

/** A system's series: which of them is past its warning level, and which approaches its limit. */
export function capacitySection(view: View, systemId: string): Html | null {
  const w = judgementWords(view.locale);
  const rows = view.data.judged.series.filter((s) => s.systemId === systemId);
  if (rows.length === 0) return null;
  const days = (n: number, digits: number): string => view.words.durationDays(view.format.number(n, digits));
  return section(
    'capacity',
    w.sections.capacity,
    w.notes.capacity,
    table(
      [
        { label: w.columns.series },
        { label: w.columns.overWarn, numeric: true },
        { label: w.columns.toLimit, numeric: true },
        { label: w.columns.interval },
      ],
      rows.map((row) => {
        const limit = row.daysToLimit === null ? (w.trends[row.trend ?? ''] ?? '') : days(row.daysToLimit, 0);
        const bound = (n: number | null): string => (n === null ? '∞' : view.format.number(n, 1));
        const interval = row.daysToLimit === null ? '' : `${bound(row.lower)}–${bound(row.upper)}`;
        return html`<tr><th scope="row">${row.metric}${row.component && html` <small>${row.component}</small>`}</th><td class="num" data-label="${w.columns.overWarn}">${row.daysOver === null ? '' : days(row.daysOver, 0)}</td><td class="num" data-label="${w.columns.toLimit}">${limit}</td>${textCell(w.columns.interval, interval)}</tr>`;
      }),
    ),
  );
}

/** `withSystem`: where the page isn't about one system. Nothing where there is no sign. */
export function signsSection(
  view: View,
  route: string,
  shown: (row: SignRow) => boolean,
  withSystem: boolean,
): Html | null {
  const w = judgementWords(view.locale);
  const rows = view.data.judged.signs.filter(shown);
  if (rows.length === 0) return null;
  const amount = (row: SignRow, value: number): string =>
    `${view.format.number(value, 1)}${row.unit === null ? '' : `\u00a0${row.unit}`}`;
  return section(
    'signs',
    w.sections.signs,
    w.notes.signs,
    table(
      [
        { label: w.columns.series },
        ...(withSystem ? [{ label: view.words.columns.system }] : []),
        { label: w.columns.from },
        { label: w.columns.kind },
        { label: w.columns.actual, numeric: true },
        { label: w.columns.usual, numeric: true },
      ],
      rows.map(
        (row) =>
          html`<tr><th scope="row">${row.metric}${row.component && html` <small>${row.component}</small>`}</th>${withSystem && textCell(view.words.columns.system, systemLink(view, route, row.systemId))}${textCell(w.columns.from, html`<span class="nb">${row.from}</span> – <span class="nb">${row.to}</span>`)}${textCell(w.columns.kind, w.signKinds[row.kind] ?? row.kind)}<td class="num" data-label="${w.columns.actual}">${amount(row, row.mean)}</td><td class="num" data-label="${w.columns.usual}">${amount(row, row.usual)}</td></tr>`,
      ),
    ),
  );
}
