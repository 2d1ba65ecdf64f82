/** The two sentences and the lead at the top of a page: rules over figures, whole templates per language. */
import { type Html, html } from '../../html.js';
import { findingWords } from '../../locale/findingsOf.js';
import { mattersWords } from '../../locale/mattersOf.js';
import type { Shown } from '../../locale/words.js';
import type { Figure } from '../../metrics/figure.js';
import { scopeKey } from '../../risk/scopeWhy.js';
import { groupClasses } from '../../schemes/model.js';
import { type Scope, yearBefore } from '../book.js';
import type { IncidentRow } from '../registers.js';
import type { View } from '../view.js';
import { byWeight, weightOf } from '../weight.js';
import { capsSentence } from './caps.js';
import { levelWord } from './level.js';
import { waitingMatters } from './matters.js';
import { within } from './namedScope.js';
import { valueText } from './number.js';
import { signalSentences } from './signals.js';

/** `place` names where an incident stands, as seen from this page (the group's page names the company too). */
export function verdict(
  view: View,
  scope: Scope,
  open: readonly IncidentRow[],
  place: (row: IncidentRow) => string,
): Html {
  const incidents = view.data.book.find('incidents', scope);
  const [first, second] = riskSentences(view, scope) ?? incidentSentences(view, scope, open, place);
  return html`<h1>${first}<br>${second}</h1>
<p class="lead">${leadOf(view, scope)}</p>${
    !(incidents?.complete ?? view.reported.complete) &&
    html`
<p class="lead unsure">${view.words.incompleteNote}</p>`
  }`;
}

const shown = (view: View, figure: Figure | undefined): Shown | null =>
  figure?.value == null ? null : { n: figure.value, text: valueText(view, figure) };
const none: Shown = { n: 0, text: '0' };

/** The level and what decides it, and the month's incidents; undefined where the scope has no level of its own page. */
function riskSentences(view: View, scope: Scope): readonly [string, string] | undefined {
  const { book, risk } = view.data;
  const why = scope.kind === 'system' ? undefined : risk.why.scopes.get(scopeKey(scope));
  if (why === undefined) return undefined;
  const w = findingWords(view.locale);
  const [first, ...others] = why.deciders;
  return [
    w.verdict({
      level: levelWord(view, why.level),
      deciding: why.deciding,
      first: first === undefined ? null : view.systemName(first.systemId),
      others: { n: others.length, text: view.format.number(others.length) },
    }),
    w.incidents({
      month: view.format.month(view.reported.month),
      incidents: shown(view, book.find('incidents', scope)) ?? none,
      critical: criticalOf(view, scope),
      open: shown(view, book.find('open_incidents', scope)),
      atMonthEnd: view.reported.elapsed,
    }),
  ];
}

/** What asks for a decision comes first: executives read no further than this. */
function mattersSentence(view: View, scope: Scope): string {
  const waiting = waitingMatters(view).filter((m) => within(view, scope)(m.scope));
  const overdue = waiting.filter((m) => m.overdue).length;
  if (waiting.length === 0) return '';
  const text = (n: number): string => view.format.number(n);
  return mattersWords(view.locale).waits(text(waiting.length), { n: overdue, text: text(overdue) });
}

function incidentSentences(
  view: View,
  scope: Scope,
  open: readonly IncidentRow[],
  place: (row: IncidentRow) => string,
): readonly [string, string] {
  const { words, format } = view;
  const { book } = view.data;
  const grave = open.filter((row) => ['critical', 'heavy'].includes(weightOf(row) ?? ''));
  const gravest = [...grave].sort((a, b) => byWeight(a, b) || b.openMinutes - a.openMinutes)[0];
  return words.verdict({
    month: format.month(view.reported.month),
    incidents: shown(view, book.find('incidents', scope)) ?? none,
    critical: criticalOf(view, scope),
    open: shown(view, book.find('open_incidents', scope)),
    atMonthEnd: view.reported.elapsed,
    gravestOpen: gravest
      ? {
          place: place(gravest),
          grade: words.grades[weightOf(gravest)!],
          age: format.duration(gravest.openMinutes),
        }
      : null,
  });
}

/**
 * How many of the month's incidents were critical: by class, else by a grade of that name in the exports; null where it can't be said.
 * None at all is said only where every incident has a class.
 */
function criticalOf(view: View, scope: Scope): Shown | null {
  const { book } = view.data;
  const value = (breakdown: string): number | undefined =>
    book.find('incidents', scope, breakdown)?.value ?? undefined;
  const told = (n: number | undefined): Shown | null =>
    n === undefined ? null : { n, text: view.format.number(n) };
  if (!book.hasClasses(scope)) return told(value('grade:critical'));
  const classed = groupClasses.reduce((sum, c) => sum + (value(`class:${c}`) ?? 0), 0);
  const critical = value('class:critical') ?? 0;
  return critical === 0 && classed !== value('') ? null : told(critical);
}

function leadOf(view: View, scope: Scope): string {
  const { book } = view.data;
  const fytd = book.find('incidents_fytd', scope);
  const before = book.find('incidents_fytd', scope, '', yearBefore(view.reported.month));
  const median = book.find('restore_minutes_median', scope);
  const overdue = book.find('actions_overdue', scope);
  const { words } = view;
  return [
    mattersSentence(view, scope),
    words.lead({
      month: view.format.month(view.reported.month),
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
