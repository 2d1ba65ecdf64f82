/** The two sentences and the lead at the top of a page: rules over figures, whole templates per language. */
import { type Html, html } from '../../html.js';
import type { Figure } from '../../metrics/figure.js';
import { compareGrades, knownGrades } from '../../schemes/scheme.js';
import type { Scope } from '../book.js';
import type { IncidentRow } from '../registers.js';
import type { View } from '../view.js';
import { valueText } from './number.js';

/** `place` names where an incident stands, as seen from this page (the group's page names the company too). */
export function verdict(
  view: View,
  scope: Scope,
  open: readonly IncidentRow[],
  place: (row: IncidentRow) => string,
): Html {
  const { book } = view.data;
  const { words, format } = view;
  const critical = book.grades(scope).includes('critical')
    ? book.find('incidents', scope, 'grade:critical')
    : undefined;
  const openFigure = book.find('open_incidents', scope);
  const graded = open.filter(
    (row) =>
      row.grade !== null && (knownGrades as readonly string[]).includes(row.grade) && row.grade !== 'other',
  );
  const gravest = [...graded].sort(
    (a, b) => compareGrades(a.grade!, b.grade!) || b.openMinutes - a.openMinutes,
  )[0];
  const shown = (figure: Figure | undefined) =>
    figure?.value == null ? null : { n: figure.value, text: valueText(view, figure) };
  const [first, second] = words.verdict({
    month: format.month(view.reported.month),
    incidents: shown(book.find('incidents', scope)) ?? { n: 0, text: '0' },
    critical: shown(critical),
    open: shown(openFigure),
    atMonthEnd: view.reported.elapsed,
    gravestOpen: gravest
      ? {
          place: place(gravest),
          grade: view.gradeName(gravest.grade),
          age: format.duration(gravest.openMinutes),
        }
      : null,
  });
  return html`<h1>${first}<br>${second}</h1>
<p class="lead">${leadOf(view, scope)}</p>${
    !view.reported.complete &&
    html`
<p class="lead unsure">${words.incompleteNote}</p>`
  }`;
}

function leadOf(view: View, scope: Scope): string {
  const { book } = view.data;
  const fytd = book.find('incidents_fytd', scope);
  const before = book.find('incidents_fytd', scope, '', yearBefore(view.reported.month));
  const median = book.find('restore_minutes_median', scope);
  const overdue = book.find('actions_overdue', scope);
  const { words } = view;
  return [
    words.lead({
      fiscalYear: view.format.fiscalYear(view.reported.fiscalYear),
      fytd: valueText(view, fytd),
      fytdBefore: fytd?.complete && before?.complete ? valueText(view, before) : null,
      median: median?.value == null ? null : valueText(view, median),
      overdue: overdue?.value == null ? null : valueText(view, overdue),
    }),
    fytd?.complete ? '' : words.incompleteYear,
    words.notJudged,
  ]
    .filter(Boolean)
    .join(view.locale === 'ja' ? '' : ' ');
}

/** `2026-10` → `2025-10`. */
export const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
