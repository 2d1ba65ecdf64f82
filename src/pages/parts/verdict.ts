/** The two sentences and the lead at the top of a page: rules over figures, whole templates per language. */
import { type Html, html } from '../../html.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import type { Figure } from '../../metrics/figure.js';
import { type Scope, yearBefore } from '../book.js';
import { graveness } from '../grading.js';
import type { IncidentRow } from '../registers.js';
import { severitiesOf, withoutSeverity } from '../severities.js';
import type { View } from '../view.js';
import { capsSentence } from './caps.js';
import { valueText } from './number.js';
import { signalSentences } from './signals.js';

/** `place` names where an incident stands, as seen from this page (the group's page names the company too). */
export function verdict(
  view: View,
  scope: Scope,
  open: readonly IncidentRow[],
  place: (row: IncidentRow) => string,
): Html {
  const { book } = view.data;
  const { words, format } = view;
  const openFigure = book.find('open_incidents', scope);
  const gravest = open
    .filter((row) => graveness(row) < graveUpTo)
    .sort((a, b) => graveness(a) - graveness(b) || b.openMinutes - a.openMinutes)[0];
  const shown = (figure: Figure | undefined) =>
    figure?.value == null ? null : { n: figure.value, text: valueText(view, figure) };
  const [first, second] = words.verdict({
    month: format.month(view.reported.month),
    incidents: shown(book.find('incidents', scope)) ?? { n: 0, text: '0' },
    critical: criticalOf(view, scope),
    open: shown(openFigure),
    atMonthEnd: view.reported.elapsed,
    gravestOpen: gravest
      ? {
          place: place(gravest),
          grade:
            gravest.class === null
              ? view.gradeName(gravest)
              : judgementWords(view.locale).classes[gravest.class],
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

/** Places of critical and heavy; what is graver than these, or as grave, is named in the verdict. */
const graveUpTo = 2;

/** How many of the month were critical; null where that can't be said, since some have no grade, or the scope knows no such grade. */
function criticalOf(view: View, scope: Scope): { n: number; text: string } | null {
  const { book } = view.data;
  const shown = severitiesOf(view, scope);
  const figure =
    book.find('incidents', scope, 'class:critical') ??
    (shown.some((s) => s.breakdown === 'grade:critical')
      ? book.find('incidents', scope, 'grade:critical')
      : undefined);
  const n = figure?.value ?? (book.classes(scope).length > 0 ? 0 : null);
  if (n === null || (n === 0 && withoutSeverity(view, scope, 'incidents', 'class') > 0)) return null;
  return { n, text: view.format.number(n) };
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
    capsSentence(view, scope),
    signalSentences(view, scope),
  ]
    .filter(Boolean)
    .join(view.locale === 'ja' ? '' : ' ');
}
