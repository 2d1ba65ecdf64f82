import { type Html, html } from '../../html.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import { asExported } from '../../schemes/scheme.js';
import { type Scope, yearBefore } from '../book.js';
import { type Severity, severitiesOf, withoutSeverity } from '../severities.js';
import type { View } from '../view.js';
import { numberCell } from './number.js';
import { section, table, textCell } from './section.js';
import { gradeSpark } from './trends.js';

/** Counts by severity, the whole in the last row: this month, the year to date, the year before, open, and the last 24 months. */
export function gradeSection(view: View, scope: Scope): Html {
  const { columns: c, sections, notes } = view.words;
  const { book } = view.data;
  const before = yearBefore(view.reported.month);
  const comparable =
    book.find('incidents_fytd', scope, '', before)?.complete === true &&
    book.find('incidents_fytd', scope)?.complete === true;
  const row = ({ breakdown, label }: Severity): Html =>
    html`<tr><th scope="row">${breakdown === '' ? label : html`<b>${label}</b>`}</th>${numberCell(view, book.find('incidents', scope, breakdown), c.month, breakdown !== '')}${numberCell(view, book.find('incidents_fytd', scope, breakdown), c.fytd)}${
      comparable && numberCell(view, book.find('incidents_fytd', scope, breakdown, before), c.fytdBefore)
    }${numberCell(view, book.find('open_incidents', scope, breakdown), c.open)}${textCell(c.trend, gradeSpark(view, scope, breakdown, label))}</tr>`;
  const shown = severitiesOf(view, scope);
  const kind = shown[0]?.breakdown.startsWith('class:')
    ? judgementWords(view.locale).notes.byClass
    : view.schemeOf(scope) === asExported.id
      ? notes.byGrade
      : judgementWords(view.locale).notes.byScheme;
  return section(
    'by-grade',
    sections.byGrade,
    html`${kind}${view.locale === 'ja' ? '。' : '; '}${notes.sparkMonths}`,
    html`${table(
      [
        { label: c.grade },
        { label: c.month, numeric: true },
        { label: c.fytd, numeric: true },
        ...(comparable ? [{ label: c.fytdBefore, numeric: true }] : []),
        { label: c.open, numeric: true },
        { label: c.trend },
      ],
      [...shown, { breakdown: '', label: c.total }].map(row),
    )}${restNote(view, scope, shown)}`,
  );
}

/** They count in the total, and are said. */
function restNote(view: View, scope: Scope, shown: readonly Severity[]): Html | null {
  if (shown.length === 0) return null;
  const dimension = shown[0]!.breakdown.startsWith('class:') ? 'class' : 'grade';
  const month = withoutSeverity(view, scope, 'incidents', dimension);
  const year = withoutSeverity(view, scope, 'incidents_fytd', dimension);
  if (month === 0 && year === 0) return null;
  return html`
<p class="quiet">${judgementWords(view.locale).withoutGrade(view.format.number(month), view.format.number(year))}</p>`;
}
