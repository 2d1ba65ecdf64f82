import { type Html, html } from '../../html.js';
import { type Scope, yearBefore } from '../book.js';
import { scaleOf } from '../scale.js';
import type { View } from '../view.js';
import { numberCell, plainCell } from './number.js';
import { section, table, textCell } from './section.js';
import { gradeSpark } from './trends.js';

/** Counts by grade, the whole in the last row: this month, the year to date, the year before, open, and the last 24 months. */
export function gradeSection(view: View, scope: Scope): Html {
  const { columns: c, sections, notes } = view.words;
  const { book } = view.data;
  const scale = scaleOf(view, scope);
  const before = yearBefore(view.reported.month);
  const comparable =
    book.find('incidents_fytd', scope, '', before)?.complete === true &&
    book.find('incidents_fytd', scope)?.complete === true;
  const shown = [
    { metric: 'incidents', month: undefined, label: c.month },
    { metric: 'incidents_fytd', month: undefined, label: c.fytd },
    ...(comparable ? [{ metric: 'incidents_fytd', month: before, label: c.fytdBefore }] : []),
    { metric: 'open_incidents', month: undefined, label: c.open },
  ] as const;
  const row = (breakdown: string, label: string): Html =>
    html`<tr><th scope="row">${breakdown === '' ? label : html`<b>${label}</b>`}</th>${shown.map(
      ({ metric, month, label: heading }) => {
        const figure = book.find(metric, scope, breakdown, month);
        // A step of the scale that none of the scope's incidents was ever on has no figure: where the whole is known, it is a zero.
        const none = !figure && book.find(metric, scope, '', month)?.value != null;
        return none
          ? plainCell(view, 0, heading)
          : numberCell(view, figure, heading, breakdown !== '' && metric === 'incidents');
      },
    )}${textCell(c.trend, gradeSpark(view, scope, breakdown, label))}</tr>`;
  // What has no place on the scale, so that the rows add up.
  const rest = shown.map(({ metric, month }) => {
    const value = (breakdown: string): number => book.find(metric, scope, breakdown, month)?.value ?? 0;
    return value('') - scale.reduce((sum, { breakdown }) => sum + value(breakdown), 0);
  });
  const several = scope.kind === 'group' && view.data.companies.filter((c) => c.known).length > 1;
  const note = scale[0]?.breakdown.startsWith('class:')
    ? notes.byClass
    : view.data.schemes.some(({ scheme }) => scheme.id === book.schemeOf(scope))
      ? notes.byScheme
      : several
        ? notes.byGradeGroup
        : notes.byGrade;
  return section(
    'by-grade',
    sections.byGrade,
    html`${note}${view.locale === 'ja' ? '。' : '; '}${notes.sparkMonths}`,
    table(
      [
        { label: c.grade },
        { label: c.month, numeric: true },
        { label: c.fytd, numeric: true },
        ...(comparable ? [{ label: c.fytdBefore, numeric: true }] : []),
        { label: c.open, numeric: true },
        { label: c.trend },
      ],
      [
        ...scale.map(({ breakdown, name }) => row(breakdown, name)),
        scale.length > 0 &&
          rest.some((n) => n !== 0) &&
          html`<tr><th scope="row">${scale[0]!.breakdown.startsWith('class:') ? view.words.unclassed : view.words.ungraded}</th>${shown.map(({ label }, i) => plainCell(view, rest[i]!, label))}${textCell(c.trend, null)}</tr>`,
        row('', c.total),
      ].filter((r) => r !== false),
    ),
  );
}
