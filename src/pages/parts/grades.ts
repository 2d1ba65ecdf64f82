import { type Html, html } from '../../html.js';
import { compareGrades } from '../../schemes/scheme.js';
import type { Scope } from '../book.js';
import type { View } from '../view.js';
import { numberCell } from './number.js';
import { section, table, textCell } from './section.js';
import { gradeSpark } from './trends.js';
import { yearBefore } from './verdict.js';

/** Counts by grade, the whole in the last row: this month, the year to date, the year before, open, and the last 24 months. */
export function gradeSection(view: View, scope: Scope): Html {
  const { columns: c, sections, notes } = view.words;
  const { book } = view.data;
  const grades = book
    .grades(scope)
    .sort(compareGrades)
    .map((g) => `grade:${g}`);
  const before = yearBefore(view.reported.month);
  const comparable =
    book.find('incidents_fytd', scope, '', before)?.complete === true &&
    book.find('incidents_fytd', scope)?.complete === true;
  const row = (breakdown: string): Html => {
    const label = breakdown === '' ? c.total : view.gradeName(breakdown.slice('grade:'.length));
    return html`<tr><th scope="row">${breakdown === '' ? label : html`<b>${label}</b>`}</th>${numberCell(view, book.find('incidents', scope, breakdown), c.month, breakdown !== '')}${numberCell(view, book.find('incidents_fytd', scope, breakdown), c.fytd)}${
      comparable && numberCell(view, book.find('incidents_fytd', scope, breakdown, before), c.fytdBefore)
    }${numberCell(view, book.find('open_incidents', scope, breakdown), c.open)}${textCell(c.trend, gradeSpark(view, scope, breakdown, label))}</tr>`;
  };
  return section(
    'by-grade',
    sections.byGrade,
    html`${scope.kind === 'group' && view.data.companies.filter((c) => c.known).length > 1 ? notes.byGradeGroup : notes.byGrade}${view.locale === 'ja' ? '。' : '; '}${notes.sparkMonths}`,
    table(
      [
        { label: c.grade },
        { label: c.month, numeric: true },
        { label: c.fytd, numeric: true },
        ...(comparable ? [{ label: c.fytdBefore, numeric: true }] : []),
        { label: c.open, numeric: true },
        { label: c.trend },
      ],
      [...grades, ''].map(row),
    ),
  );
}
