/** Incidents and actions as tables. Titles are data: they stand as the characters that they are. */
import { type Html, html } from '../../html.js';
import type { IncidentRow, OverdueRow } from '../registers.js';
import { gradeName } from '../scale.js';
import { linkFrom, routes, type View } from '../view.js';
import { type Graded, weightOf } from '../weight.js';
import { incidentLink } from './incidentLink.js';
import { section, table, textCell } from './section.js';

/** A page shows at most this many of a list; the register and the data files hold all. */
const shownAtMost = 8;

export function openSection(view: View, route: string, rows: readonly IncidentRow[]): Html {
  const { columns: c, sections, notes, findings } = view.words;
  if (!view.data.hasRestorations)
    return section('open', sections.open, null, html`<p class="missing">${findings.openUnknown}</p>`);
  const shown = rows.slice(0, shownAtMost);
  const body =
    rows.length === 0
      ? html`<p>${findings.noneOpen}</p>`
      : table(
          [
            { label: c.incident },
            { label: c.title },
            { label: c.system },
            { label: c.grade },
            { label: c.age, numeric: true },
          ],
          shown.map(
            (row) =>
              html`<tr><th scope="row">${incidentLink(view, route, row.id)}</th>${textCell(c.title, row.title ?? view.words.noTitle, true)}${textCell(c.system, systemCell(view, route, row.systemId))}${textCell(c.grade, gradeCell(view, row))}<td class="num" data-label="${c.age}">${view.format.duration(row.openMinutes)}</td></tr>`,
          ),
        );
  return section(
    'open',
    sections.open,
    rows.length > 0 &&
      notes.open(view.format.number(shown.length), view.format.number(rows.length), ranked(rows)),
    body,
  );
}

export function overdueSection(view: View, route: string, rows: readonly OverdueRow[]): Html {
  const { columns: c, sections, notes, findings, actionKinds, durationDays } = view.words;
  if (!view.data.hasActions)
    return section('overdue', sections.overdue, null, html`<p class="missing">${findings.noActions}</p>`);
  const shown = rows.slice(0, shownAtMost);
  const body =
    rows.length === 0
      ? html`<p>${findings.noneOverdue}</p>`
      : table(
          [
            { label: c.action },
            { label: c.content },
            { label: c.system },
            { label: c.grade },
            { label: c.owner },
            { label: c.due, numeric: true },
            { label: c.daysOver, numeric: true },
          ],
          shown.map(
            (row) =>
              html`<tr><th scope="row">${actionKinds[row.kind] ?? row.kind}</th>${textCell(c.content, html`${row.content ?? row.actionId} <small>${incidentLink(view, route, row.incidentId)} ${row.title}</small>`, true)}${textCell(c.system, systemCell(view, route, row.systemId))}${textCell(c.grade, gradeCell(view, row))}${textCell(c.owner, row.owner ?? view.format.missing)}<td class="num" data-label="${c.due}">${row.due}</td><td class="num" data-label="${c.daysOver}">${durationDays(view.format.number(row.daysOver))}</td></tr>`,
          ),
        );
  return section(
    'overdue',
    sections.overdue,
    rows.length > 0 &&
      notes.overdue(view.format.number(shown.length), view.format.number(rows.length), ranked(rows)),
    body,
  );
}

/** Whether an order by weight can be claimed: only where every grade has one; rows without a grade come last. */
const ranked = (rows: readonly Graded[]): boolean =>
  rows.every((row) => row.grade === null || weightOf(row) !== null);

/** The grade in the company's words, and under it the class, by which lists are ordered, where it says more. */
function gradeCell(view: View, row: Graded): Html {
  const name = gradeName(view, row);
  const group = row.class === null ? null : view.words.grades[row.class];
  return html`<span class="nb">${name}</span>${group !== null && row.grade !== row.class && html` <small>${group}</small>`}`;
}

/** The rows of a register or of a system's latest records. `withSystem`: where the page isn't about one system. */
export function recordTable(
  view: View,
  route: string,
  rows: readonly IncidentRow[],
  withSystem: boolean,
): Html {
  const { columns: c, states, notAnIncident } = view.words;
  return table(
    [
      { label: c.incident },
      { label: c.title },
      ...(withSystem ? [{ label: c.system }] : []),
      { label: c.grade },
      { label: c.occurred, numeric: true },
      { label: c.duration, numeric: true },
      { label: c.state },
    ],
    rows.map((row) => {
      const state = row.counts
        ? row.state === null
          ? view.format.missing
          : (states[row.state] ?? row.state)
        : notAnIncident;
      const duration =
        row.minutes === null ? (row.open ? '–' : view.format.missing) : view.format.duration(row.minutes);
      return html`<tr id="${rowId(row.id)}"><th scope="row"><span class="nb">${incidentLink(view, route, row.id)}</span></th>${textCell(c.title, row.title ?? view.words.noTitle, true)}${withSystem && textCell(c.system, systemLink(view, route, row.systemId))}${textCell(c.grade, gradeCell(view, row))}<td class="num" data-label="${c.occurred}">${row.occurred}</td><td class="num" data-label="${c.duration}">${duration}</td>${textCell(c.state, state)}</tr>`;
    }),
  );
}

/** On the group's page a system's name alone says too little: its company stands under it. */
const systemCell = (view: View, route: string, id: string): Html =>
  route === routes.executive
    ? html`${systemLink(view, route, id)} <small>${view.companyName(view.system(id).companyId)}</small>`
    : systemLink(view, route, id);

export const systemLink = (view: View, route: string, id: string): Html =>
  html`<a href="${linkFrom(route, routes.system(id))}">${view.systemName(id)}</a>`;

/** An element id that any incident number can become. */
export const rowId = (id: string): string => `r-${encodeURIComponent(id)}`;
