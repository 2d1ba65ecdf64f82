/** Matters for decision: what was sent upward by the rules, and what stands on a body's agenda. */
import { type Html, html } from '../../html.js';
import { mattersWords } from '../../locale/mattersOf.js';
import { riskWords } from '../../locale/riskOf.js';
import type { DecisionRow, EscalationRow, NamedScope } from '../risk/matters.js';
import { linkFrom, routes, type View } from '../view.js';
import { levelFigure, levelMark, levelWord } from './level.js';
import { longTable } from './longTable.js';
import { placeOf, scopeLink, scopeName } from './namedScope.js';
import { section, table, textCell } from './section.js';

/** One that no decision is recorded on: of either kind. */
export type Waiting =
  | {
      readonly sent: EscalationRow;
      readonly scope: NamedScope;
      readonly overdue: boolean;
      readonly ageDays: number;
    }
  | {
      readonly recorded: DecisionRow;
      readonly scope: NamedScope | null;
      readonly overdue: boolean;
      readonly ageDays: number;
    };

/**
 * Overdue first; among them what stands on an agenda, then what is at the highest level now, then the oldest. What was sent upward and stands on an agenda too is one matter for each
 * tier that it was sent to.
 */
export function waitingMatters(view: View): Waiting[] {
  const { escalations, decisions } = view.data.risk.matters;
  const sent = escalations.filter(
    (e) => e.decidedOn === null && (e.state === 'needed' || e.state === 'overdue'),
  );
  const answered = new Set(sent.map((e) => e.decisionId));
  const all: Waiting[] = [
    ...sent.map((e) => ({
      sent: e,
      scope: { kind: 'system', id: e.systemId },
      overdue: e.state === 'overdue',
      ageDays: e.ageDays,
    })),
    ...decisions
      .filter((d) => d.decidedOn === null && !answered.has(d.id))
      .map((d) => ({ recorded: d, scope: d.scope, overdue: d.state === 'overdue', ageDays: d.ageDays })),
  ];
  const listed = (m: Waiting): number => Number('recorded' in m || m.sent.decisionId !== null);
  const level = (m: Waiting): number => ('sent' in m ? (m.sent.level ?? -1) : -1);
  return all.sort(
    (a, b) =>
      Number(b.overdue) - Number(a.overdue) ||
      listed(b) - listed(a) ||
      level(b) - level(a) ||
      b.ageDays - a.ageDays,
  );
}

/** Decided, and not done by its day. */
export const undoneDecisions = (view: View): readonly DecisionRow[] =>
  view.data.risk.matters.decisions.filter((d) => d.state === 'overdue' && d.decidedOn !== null);

/** Whether the executives themselves are to decide. */
export const isExecutives = (m: Waiting): boolean =>
  'sent' in m ? m.sent.to === 'group' : m.recorded.body === 'executive';

/**
 * The first of what waits for a decision, for pages that are about something else. `of`: whose scopes (`within` in namedScope.ts);
 * `first`: what stands before the rest, whatever else puts it in order.
 */
export function mattersSection(
  view: View,
  route: string,
  of: (scope: NamedScope | null) => boolean,
  limit: number,
  first: (m: Waiting) => boolean = () => false,
): Html {
  const w = mattersWords(view.locale);
  const { columns: c } = w;
  const waiting = waitingMatters(view)
    .filter((m) => of(m.scope))
    .sort((a, b) => Number(first(b)) - Number(first(a)));
  const rows = waiting.slice(0, limit).map((m) => {
    const state = 'sent' in m ? m.sent.state : m.recorded.state;
    const due = 'sent' in m ? m.sent.due : m.recorded.due;
    return html`<tr><th scope="row">${matterCell(view, route, m)}</th>${textCell(c.addressee, 'sent' in m ? addressee(view, m.sent) : w.bodies[m.recorded.body])}<td class="num" data-label="${c.age}">${days(view, m.ageDays)}</td>${textCell(c.state, stateTag(view, state))}<td class="num" data-label="${c.due}">${due ?? w.noDay}</td></tr>`;
  });
  const toAll = html`<p><a href="${linkFrom(route, routes.decisions)}">${w.all(view.format.number(waiting.length))}</a></p>`;
  return section(
    'matters',
    w.sections.matters,
    null,
    html`${rows.length === 0 ? html`<p>${w.none.matters}</p>` : table([{ label: c.matter }, { label: c.addressee }, { label: c.age, numeric: true }, { label: c.state }, { label: c.due, numeric: true }], rows)}${
      waiting.length > rows.length && toAll
    }${!hasDecisions(view) && html`<p class="missing">${w.absent.sentWithout}</p>`}`,
  );
}

/** What the rules sent upward. That of which no record can tell the decision is folded away at the end, never left out. */
export function sentSection(view: View, route: string): Html {
  const w = mattersWords(view.locale);
  const { columns: c } = w;
  const { escalations } = view.data.risk.matters;
  const told = escalations.filter((e) => e.state !== 'unrecorded');
  const rest = escalations.filter((e) => e.state === 'unrecorded');
  const columns = [
    { label: c.system },
    { label: c.addressee },
    { label: c.importance },
    { label: c.asked },
    { label: c.level },
    { label: c.since },
    { label: c.state },
    { label: c.due, numeric: true },
  ];
  const rows = (of: readonly EscalationRow[]): Html[] => of.map((e) => sentRow(view, route, e));
  return section(
    'sent',
    w.sections.sent,
    w.notes.sent,
    html`${told.length === 0 ? html`<p>${w.none.sent}</p>` : longTable(view, columns, rows(told))}${
      rest.length > 0 &&
      html`<details><summary>${w.unrecorded(view.format.number(rest.length))}</summary>${table(columns, rows(rest))}</details>`
    }${!hasDecisions(view) && html`<p class="missing">${w.absent.sentWithout}</p>`}`,
  );
}

function sentRow(view: View, route: string, e: EscalationRow): Html {
  const w = mattersWords(view.locale);
  const { columns: c } = w;
  const risk = riskWords(view.locale);
  const scope = { kind: 'system', id: e.systemId } as const;
  const gone = e.importance === null;
  const importance = gone ? w.gone : risk.importance[e.importanceKnown ? e.importance : 'unknown'];
  const now = gone ? w.gone : levelFigure(view, view.data.book.find('risk_level', scope));
  const accepted = view.data.risk.matters.acceptances.find(
    (a) => e.state === 'accepted' && a.id === e.acceptanceId,
  );
  const under = accepted ? w.acceptedUntil(accepted.endsOn) : standing(view, e);
  return html`<tr><th scope="row">${scopeLink(view, route, scope)} <small>${placeOf(view, scope)}</small></th>${textCell(c.addressee, addressee(view, e))}${textCell(c.importance, importance)}${textCell(c.asked, levelMark(view, e.askedLevel))}${textCell(c.level, now)}${textCell(c.since, sinceCell(view, e.raisedMonth, e.ageDays))}${textCell(c.state, html`${stateTag(view, e.state)}${under && html` <small>${under}</small>`}`)}<td class="num" data-label="${c.due}">${e.due ?? w.noDay}</td></tr>`;
}

export function recordedSection(view: View, route: string): Html {
  const w = mattersWords(view.locale);
  const { columns: c } = w;
  const rows = view.data.risk.matters.decisions.map((d) => {
    const under = d.state === 'overdue' && (d.decidedOn === null ? w.overdueOf.decision : w.overdueOf.doing);
    const made = [
      d.decidedOn && w.decidedOn(d.decidedOn),
      d.doneOn && w.doneOn(d.doneOn),
      d.escalate === true && w.escalates.yes,
    ]
      .filter((text) => typeof text === 'string')
      .join(' · ');
    return html`<tr><th scope="row">${d.subject} <small>${d.id}</small></th>${textCell(c.body, html`<span class="nb">${w.bodies[d.body]}</span>`)}${textCell(c.scope, d.scope === null ? w.noScope : scopeLink(view, route, d.scope))}${textCell(c.month, sinceCell(view, d.askedMonth, d.ageDays))}${textCell(c.state, html`${stateTag(view, d.state)}${under && html` <small>${under}</small>`}`)}${textCell(c.decision, html`${d.decision}${made !== '' && html` <small>${made}</small>`}`)}<td class="num" data-label="${c.due}">${d.due ?? w.noDay}</td></tr>`;
  });
  const body = !hasDecisions(view)
    ? html`<p class="missing">${w.absent.decisions}</p>`
    : rows.length === 0
      ? html`<p>${w.none.recorded}</p>`
      : longTable(
          view,
          [
            { label: c.subject },
            { label: c.body },
            { label: c.scope },
            { label: c.month },
            { label: c.state },
            { label: c.decision },
            { label: c.due, numeric: true },
          ],
          rows,
        );
  return section('recorded', w.sections.recorded, hasDecisions(view) && w.notes.recorded, body);
}

export const hasDecisions = (view: View): boolean => view.data.config.sources.decisions.length > 0;

const sinceCell = (view: View, month: string, age: number): Html =>
  html`<span class="nb">${view.format.month(month)}</span> <small>${days(view, age)}</small>`;

const days = (view: View, n: number): string => view.words.durationDays(view.format.number(n));

/** What is asked: in the agenda's words where it stands there, else in ours. */
function matterCell(view: View, route: string, m: Waiting): Html {
  const w = mattersWords(view.locale);
  if ('recorded' in m)
    return html`${m.recorded.subject} <small>${m.scope === null ? w.noScope : scopeLink(view, route, m.scope)}</small>`;
  const listed = view.data.risk.matters.decisions.find((d) => d.id === m.sent.decisionId);
  return html`${scopeLink(view, route, m.scope)} <small>${listed?.subject ?? w.asks(levelWord(view, m.sent.askedLevel))}</small>`;
}

/** The group's matters go to the executives: by the name that their agenda has too. */
function addressee(view: View, e: EscalationRow): string {
  const w = mattersWords(view.locale);
  if (e.to === 'group') return w.bodies.executive;
  return e.companyId === null ? w.group : scopeName(view, { kind: 'company', id: e.companyId });
}

/** Under the state of what was sent upward: since when it is decided or done, or what of it is overdue. */
function standing(view: View, e: EscalationRow): string {
  const w = mattersWords(view.locale);
  const parts = [
    e.state === 'overdue' && (e.decidedOn === null ? w.overdueOf.decision : w.overdueOf.doing),
    e.doneOn !== null ? w.doneOn(e.doneOn) : e.decidedOn !== null && w.decidedOn(e.decidedOn),
  ];
  return parts.filter((text) => typeof text === 'string').join(' · ');
}

const tones = {
  needed: '',
  overdue: ' late',
  accepted: ' unsure',
  decided: ' quiet',
  unrecorded: ' quiet',
  done: ' quiet',
  none: ' unsure',
} as const;

export const stateTag = (view: View, state: keyof typeof tones): Html =>
  html`<span class="tag${tones[state]}">${mattersWords(view.locale).states[state]}</span>`;
