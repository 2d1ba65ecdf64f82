import { type Html, html } from '../../html.js';
import { mattersWords } from '../../locale/mattersOf.js';
import type { AcceptanceRow } from '../risk/matters.js';
import type { View } from '../view.js';
import { longTable } from './longTable.js';
import { scopeLink } from './namedScope.js';
import { section, textCell } from './section.js';

export const hasAcceptances = (view: View): boolean => view.data.config.sources.acceptances.length > 0;

/** Valid at the valuation, and ended by as-of: the state is the month's, but nobody should count on it any more. */
export const hasEndedSince = (view: View, a: AcceptanceRow): boolean =>
  a.state === 'valid' && a.endsOn < view.data.period.asOfLocal.slice(0, 10);

const tones = { valid: '', expired: ' late', unapproved: ' late', not_begun: ' quiet' } as const;

/** Accepted risks: those that ended first, since they count no more. */
export function acceptancesSection(view: View, route: string): Html {
  const w = mattersWords(view.locale);
  const { columns: c } = w;
  if (!hasAcceptances(view))
    return section(
      'acceptances',
      w.sections.acceptances,
      null,
      html`<p class="missing">${w.absent.acceptances}</p>`,
    );
  const rows = view.data.risk.matters.acceptances.map((a) => {
    const ended = hasEndedSince(view, a)
      ? w.endedSince
      : a.daysOver !== null && w.endedDays(view.words.durationDays(view.format.number(a.daysOver)));
    const approved =
      a.approvedBy === null && a.approvedOn === null
        ? view.format.missing
        : w.approvedBy(a.approvedBy ?? view.format.missing, a.approvedOn ?? view.format.missing);
    return html`<tr><th scope="row">${a.subject}${a.reason !== null && html` <small>${a.reason}</small>`}</th>${textCell(c.scope, scopeLink(view, route, a.scope))}${textCell(c.approved, approved)}${textCell(c.state, html`<span class="tag${hasEndedSince(view, a) ? ' unsure' : tones[a.state]}">${w.acceptanceStates[a.state]}</span>${ended && html` <small>${ended}</small>`}`)}<td class="num" data-label="${c.ends}">${a.endsOn}</td></tr>`;
  });
  const list = longTable(
    view,
    [
      { label: c.subject },
      { label: c.scope },
      { label: c.approved },
      { label: c.state },
      { label: c.ends, numeric: true },
    ],
    rows,
  );
  return section(
    'acceptances',
    w.sections.acceptances,
    w.notes.acceptances,
    rows.length === 0 ? html`<p>${w.none.acceptances}</p>` : list,
  );
}
