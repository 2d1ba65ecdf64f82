/** How the incidents of the fiscal year fall into a scheme's grades, and why some can't be graded. */
import { type Html, html } from '../../html.js';
import { nameIn } from '../../locale/index.js';
import { schemeWords } from '../../locale/schemesOf.js';
import type { Scope } from '../book.js';
import type { SchemeUse } from '../schemes.js';
import type { View } from '../view.js';
import { number, numberCell, plainCell } from './number.js';
import { section, table } from './section.js';

const scopeOf = (id: string): Scope => ({ kind: 'company', id });
const total = (rows: readonly { readonly incidents: number }[]): number =>
  rows.reduce((sum, { incidents }) => sum + incidents, 0);

/** In a sentence; nothing where not even the count is known. */
export function gradedFinding(view: View, { companies, ungraded }: SchemeUse): string {
  const counts = companies.map((id) => view.data.book.find('incidents_fytd', scopeOf(id))?.value ?? null);
  if (counts.some((n) => n === null)) return '';
  const { format, reported } = view;
  const none = total(ungraded);
  return schemeWords(view.locale).finding(
    format.fiscalYear(reported.fiscalYear),
    format.number(counts.reduce<number>((sum, n) => sum + n!, 0)),
    none === 0 ? null : format.number(none),
  );
}

/** A column for each company: those of one scheme may stand side by side. */
export function gradedSection(view: View, use: SchemeUse): Html {
  const { format } = view;
  const w = schemeWords(view.locale);
  return section(
    'graded',
    w.grades,
    w.gradesNote(format.fiscalYear(view.reported.fiscalYear), format.month(view.reported.month)),
    html`<div class="two"><div>${countsTable(view, use)}</div>
<div>${missingTable(view, use)}</div></div>`,
  );
}

function countsTable(view: View, { scheme, companies, ungraded, unclassed }: SchemeUse): Html {
  const { book } = view.data;
  const w = schemeWords(view.locale);
  const grades = scheme.severity.grades.map((grade) => {
    const group = typeof grade.class === 'string' && grade.class !== grade.id && w.classes[grade.class];
    const cells = companies.map((id) => {
      const found = book.find('incidents_fytd', scopeOf(id), `grade:${grade.id}`);
      // No figure of a grade that no incident of the company ever had: where the whole is known, it is a zero.
      const none = !found && book.find('incidents_fytd', scopeOf(id))?.value != null;
      return none
        ? plainCell(view, 0, labelOf(view, companies, id))
        : numberCell(view, found, labelOf(view, companies, id));
    });
    return html`<tr><th scope="row">${nameIn(grade.name, view.locale, grade.id)}${group && html` <small>${group}</small>`}</th>${cells}</tr>`;
  });
  const counted = (label: string, rows: SchemeUse['ungraded']): Html =>
    html`<tr><th scope="row">${label}</th>${companies.map((id) =>
      plainCell(view, total(rows.filter(({ company }) => company === id)), labelOf(view, companies, id)),
    )}</tr>`;
  const whole = html`<tr><th scope="row"><b>${w.total}</b></th>${companies.map((id) => html`<td class="num" data-label="${labelOf(view, companies, id)}">${number(view, book.find('incidents_fytd', scopeOf(id)))}</td>`)}</tr>`;
  return html`${table([{ label: w.grade }, ...columnsOf(view, companies)], [...grades, counted(w.ungraded, ungraded), whole])}${total(unclassed) > 0 && html`<p class="quiet">${w.unclassed}: ${view.format.number(total(unclassed))}</p>`}`;
}

/** A column's heading: one company alone needs no name, the page has it. */
const labelOf = (view: View, companies: readonly string[], id: string): string =>
  companies.length === 1 ? view.words.columns.incidents : view.companyName(id);

const columnsOf = (view: View, companies: readonly string[]) =>
  companies.map((id) => ({ label: labelOf(view, companies, id), numeric: true }));

/** The most frequent first. */
function missingTable(view: View, { companies, missing }: SchemeUse): Html {
  const w = schemeWords(view.locale);
  const lacking = (column: string) => missing.filter((m) => m.column === column);
  const items = [...new Set(missing.map((m) => m.column))].sort(
    (a, b) => total(lacking(b)) - total(lacking(a)),
  );
  if (items.length === 0) return html`<p class="quiet">${w.noneMissing}</p>`;
  const rows = items.map(
    (column) =>
      html`<tr><th scope="row">${w.incidentFields[column] ?? view.words.profile[column] ?? column}</th>${companies.map(
        (id) =>
          plainCell(
            view,
            total(lacking(column).filter((m) => m.company === id)),
            labelOf(view, companies, id),
          ),
      )}</tr>`,
  );
  return html`${table([{ label: w.missing }, ...columnsOf(view, companies)], rows)}<p class="quiet">${w.missingNote}</p>`;
}
