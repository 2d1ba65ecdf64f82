/** How the incidents of the fiscal year fall into a scheme's grades, and why some can't be graded. */
import { type Html, html } from '../../html.js';
import { nameIn } from '../../locale/index.js';
import { schemeWords } from '../../locale/schemesOf.js';
import type { Scope } from '../book.js';
import type { SchemeUse } from '../schemes.js';
import type { View } from '../view.js';
import { number, numberCell, plainCell } from './number.js';
import { section, table } from './section.js';

/** A column for each company: those of one scheme may stand side by side. */
export function gradedSection(view: View, use: SchemeUse): Html {
  const { scheme, companies } = use;
  const { locale, format } = view;
  const { book } = view.data;
  const w = schemeWords(locale);
  const scope = (id: string): Scope => ({ kind: 'company', id });
  const figure = (id: string, grade?: string) =>
    book.find('incidents_fytd', scope(id), grade === undefined ? '' : `grade:${grade}`);
  const plain = (id: string, n: number): Html => plainCell(view, n, view.companyName(id));
  const grades = scheme.severity.grades.map(
    (grade) =>
      html`<tr><th scope="row">${nameIn(grade.name, locale, grade.id)}</th>${companies.map((id) => {
        const found = figure(id, grade.id);
        // No figure of a grade that no incident ever had: none of the company's incidents is of it.
        return found || figure(id)?.value == null
          ? numberCell(view, found, view.companyName(id))
          : plain(id, 0);
      })}</tr>`,
  );
  const missing = [...new Set(use.missing.map((m) => m.column))];
  const total = html`<tr><th scope="row"><b>${w.total}</b></th>${companies.map((id) => html`<td class="num" data-label="${view.companyName(id)}">${number(view, figure(id))}</td>`)}</tr>`;
  return section(
    'graded',
    w.grades,
    w.gradesNote(format.fiscalYear(view.reported.fiscalYear), format.month(view.reported.month)),
    html`${table(
      [{ label: w.grade }, ...companies.map((id) => ({ label: view.companyName(id), numeric: true }))],
      [
        ...grades,
        html`<tr><th scope="row">${w.ungraded}</th>${companies.map((id) => plain(id, use.ungraded.find((u) => u.company === id)?.incidents ?? 0))}</tr>`,
        total,
      ],
    )}${
      missing.length > 0 &&
      html`
<h3>${w.missing} <small>${w.missingNote}</small></h3>
${table(
  [{ label: w.missingItem }, ...companies.map((id) => ({ label: view.companyName(id), numeric: true }))],
  missing.map(
    (column) =>
      html`<tr><th scope="row">${w.incidentFields[column] ?? view.words.profile[column] ?? column}</th>${companies.map((id) => plain(id, use.missing.find((m) => m.company === id && m.column === column)?.incidents ?? 0))}</tr>`,
  ),
)}`
    }`,
  );
}
