/** Scopes side by side: companies, units or systems, one row each, in the given order: never ranked. */
import { type Html, html } from '../../html.js';
import { findingWords } from '../../locale/findingsOf.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import { riskWords } from '../../locale/riskOf.js';
import { scopeKey } from '../../risk/scopeWhy.js';
import type { Scope } from '../book.js';
import { linkFrom, type View } from '../view.js';
import { levelFigure, levelMark } from './level.js';
import { variationMark } from './marks.js';
import { numberCell } from './number.js';
import { table, textCell } from './section.js';
import { signalOf } from './signals.js';
import { gradeSpark } from './trends.js';

export interface ScopeRow {
  readonly scope: Scope;
  readonly name: string;
  /** Where its own page is, if it has one. */
  readonly route?: string | undefined;
  /** A word under the name: the unit of a system, the company of a unit. */
  readonly under?: string | undefined;
}

const metrics = [
  'incidents',
  'incidents_fytd',
  'open_incidents',
  'restore_minutes_median',
  'impact_minutes',
  'actions_overdue',
] as const;

export function scopeTable(
  view: View,
  route: string,
  heading: string,
  rows: readonly ScopeRow[],
  withSpark = true,
): Html {
  const { columns: c } = view.words;
  const { book, hasActions } = view.data;
  const shown = metrics.filter(
    (m) => (m !== 'actions_overdue' || hasActions) && rows.some((row) => book.find(m, row.scope)),
  );
  const w = judgementWords(view.locale);
  const risk = riskWords(view.locale).columns;
  // Themes are of incidents, not of systems: no level applies to them.
  const levelled = rows.some(
    ({ scope }) => (book.find('risk_level', scope)?.status ?? 'not_applicable') !== 'not_applicable',
  );
  const { worst } = findingWords(view.locale);
  // A system is its own worst one.
  const above = levelled && rows.some(({ scope }) => scope.kind !== 'system');
  const judged = rows.some((row) => signalOf(view, 'incidents', row.scope)?.variation != null);
  const labels: Readonly<Record<(typeof metrics)[number], string>> = {
    incidents: c.month,
    incidents_fytd: c.fytd,
    open_incidents: c.open,
    restore_minutes_median: c.median,
    impact_minutes: c.harm,
    actions_overdue: c.overdue,
  };
  return table(
    [
      { label: heading },
      ...(levelled ? [{ label: risk.level }] : []),
      ...(above ? [{ label: worst }] : []),
      ...(levelled ? [{ label: risk.score, numeric: true }] : []),
      ...shown.map((m) => ({ label: labels[m], numeric: true })),
      ...(judged ? [{ label: w.columns.signal }] : []),
      ...(withSpark ? [{ label: c.trend }] : []),
    ],
    rows.map(
      (row) =>
        html`<tr><th scope="row">${row.route === undefined ? row.name : html`<a href="${linkFrom(route, row.route)}">${row.name}</a>`}${row.under !== undefined && html` <small>${row.under}</small>`}</th>${
          levelled &&
          html`${textCell(risk.level, levelFigure(view, book.find('risk_level', row.scope)))}${above && textCell(worst, worstCell(view, row.scope))}${numberCell(view, book.find('risk_score', row.scope), risk.score)}`
        }${shown.map((m) => numberCell(view, book.find(m, row.scope), labels[m]))}${
          judged && textCell(w.columns.signal, signalCell(view, row.scope))
        }${
          withSpark && html`<td data-label="${c.trend}">${gradeSpark(view, row.scope, '', row.name)}</td>`
        }</tr>`,
    ),
  );
}

/** The level of the scope's gravest system, beside what the rule of the roll-up makes of all of them; '' where it has no system. */
function worstCell(view: View, scope: Scope): Html | string {
  const levels = view.data.risk.levels.scopes.get(scopeKey(scope));
  return levels === undefined ? '' : levelMark(view, levels.worst);
}

/** The mark of a scope's number of incidents; nothing where it isn't judged. */
function signalCell(view: View, scope: Scope): Html | string {
  const variation = signalOf(view, 'incidents', scope)?.variation;
  return variation ? variationMark(view, variation) : '';
}
