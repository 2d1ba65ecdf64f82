/** Measures and the counts before and after them: evidence, no proof, and it says so. */
import { type Html, html } from '../../html.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import type { GroupClass } from '../../schemes/model.js';
import type { EvidenceRow } from '../judgements.js';
import type { View } from '../view.js';
import { scopeName } from './kpi.js';
import { section, table, textCell } from './section.js';

export function evidenceSection(view: View, shown: (row: EvidenceRow) => boolean): Html | null {
  const w = judgementWords(view.locale);
  const rows = view.data.judged.evidence.filter(shown);
  if (rows.length === 0) return null;
  return section(
    'evidence',
    w.sections.evidence,
    w.notes.evidence,
    table(
      [
        { label: w.columns.measure },
        { label: w.columns.scope },
        { label: w.columns.window },
        { label: w.columns.counts, numeric: true },
        { label: w.columns.ratio, numeric: true },
        { label: w.columns.status },
      ],
      rows.map((row) => {
        const number = (value: number | null): string =>
          value === null ? '∞' : view.format.number(value, 2);
        const ratio =
          row.ratio === null && row.before === 0 && row.after === 0
            ? ''
            : `${number(row.ratio)} (${number(row.lower)}–${number(row.upper)})`;
        return html`<tr><th scope="row">${row.name ?? row.id}</th>${textCell(w.columns.scope, html`${scopeName(view, row)}${row.severity !== null && html` <small>${severityName(view, row.severity)}</small>`}`)}${textCell(w.columns.window, html`<span class="nb">${row.beforeFrom}–${row.beforeTo}</span> → <span class="nb">${row.afterFrom}–${row.afterTo}</span>`)}<td class="num" data-label="${w.columns.counts}">${row.before} → ${row.after}</td><td class="num" data-label="${w.columns.ratio}">${ratio}</td>${textCell(w.columns.status, html`${w.evidence(sideOf(row))}${row.overlapping > 0 && html` <small>${w.overlapped}</small>`}`, true)}</tr>`;
      }),
    ),
  );
}

/** Only an interval that leaves 1 out says anything. */
const sideOf = ({ lower, upper }: EvidenceRow): 'fewer' | 'more' | 'none' =>
  upper !== null && upper < 1 ? 'fewer' : lower !== null && lower > 1 ? 'more' : 'none';

/** Counts of one grade or class are said to be so. */
const severityName = (view: View, severity: string): string =>
  judgementWords(view.locale).classes[severity as GroupClass] ?? severity;
