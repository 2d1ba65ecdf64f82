/** What belongs to an incident besides its record, as tables: systems harmed, reports to the regulator, actions, recurrences. */
import { type Content, type Html, html } from '../../html.js';
import { reportTimes } from '../../locale/incidentColumns.js';
import { incidentWords } from '../../locale/incidentsOf.js';
import type { IncidentSheet } from '../incidents.js';
import type { View } from '../view.js';
import { incidentLink } from './incidentLink.js';
import { systemLink } from './lists.js';
import { section, table, textCell } from './section.js';

/** A name with its page; the bare id of a system that no profile knows. */
const systemName = (view: View, route: string, id: string): Content =>
  view.data.systems.some((s) => s.id === id) ? systemLink(view, route, id) : id;

const missing = (view: View): Html => html`<span class="missing">${view.format.missing}</span>`;

export function systemsSection(view: View, route: string, sheet: IncidentSheet): Html | false {
  const w = incidentWords(view.locale);
  if (sheet.systems.length === 0) return false;
  const cell = (label: string, value: string | null): Html =>
    html`<td class="num" data-label="${label}">${value ?? missing(view)}</td>`;
  return section(
    'systems',
    w.sections.systems,
    null,
    table(
      [
        { label: view.words.columns.system },
        { label: w.role },
        { label: w.harmFrom, numeric: true },
        { label: w.harmTo, numeric: true },
      ],
      sheet.systems.map(
        (row) =>
          html`<tr><th scope="row">${systemName(view, route, row.systemId)}</th>${textCell(w.role, row.role === null ? missing(view) : (w.roles[row.role as keyof typeof w.roles] ?? row.role))}${cell(w.harmFrom, row.from)}${cell(w.harmTo, row.to)}</tr>`,
      ),
    ),
  );
}

/** Whether a report is owed, when it was made and by when it had to be, and what the public was told. */
export function regulatorSection(view: View, sheet: IncidentSheet): Html | false {
  const w = incidentWords(view.locale);
  const flags = (['regulator_required', 'media_reported'] as const).filter(
    (c) => sheet.given[c] !== undefined,
  );
  const due = { regulator_first_at: sheet.firstDue, regulator_final_at: sheet.finalDue, disclosed_at: null };
  const overdue = {
    regulator_first_at: sheet.firstOverdue,
    regulator_final_at: sheet.finalOverdue,
    disclosed_at: false,
  };
  const late = {
    regulator_first_at: sheet.firstLate,
    regulator_final_at: sheet.finalLate,
    disclosed_at: false,
  };
  const moments = reportTimes.filter((c) => sheet.times[c] !== undefined || due[c] !== null);
  if (flags.length + moments.length === 0) return false;
  return section(
    'regulator',
    w.sections.regulator,
    null,
    html`<dl class="profile">${flags.map(
      (column) =>
        html`<div><dt>${w.columns[column]}</dt><dd>${sheet.given[column] === 'true' ? view.words.yes : view.words.no}</dd></div>`,
    )}${moments.map((column) => {
      const mark = overdue[column] ? w.overdue : late[column] ? w.late : null;
      const by = due[column];
      return html`<div><dt>${w.times[column]}</dt><dd>${sheet.times[column]?.local ?? missing(view)}${by !== null && html` <small>${w.due(by)}</small>`}${mark && html` <b class="bad">${mark}</b>`}</dd></div>`;
    })}</dl>`,
  );
}

export function actionsSection(view: View, route: string, sheet: IncidentSheet): Html {
  const w = incidentWords(view.locale);
  const { action: a } = w;
  const days = ['planned', 'due', 'approved', 'done', 'verified'] as const;
  const body = (): Html => {
    if (!view.data.sheets.mapped.has('actions.incident_id'))
      return html`<p class="missing">${w.actionsUnknown}</p>`;
    if (sheet.actions.length === 0) return html`<p>${w.noActions}</p>`;
    return table(
      [
        { label: a.kind },
        { label: a.content },
        { label: a.owner },
        ...days.map((day) => ({ label: a[day], numeric: true })),
      ],
      sheet.actions.map(
        (row) =>
          html`<tr><th scope="row">${view.words.actionKinds[row.kind] ?? row.kind}</th>${textCell(a.content, html`${row.content ?? row.actionId}${row.rolloutSystemId !== null && html` <small>${a.rollout} ${systemName(view, route, row.rolloutSystemId)}</small>`}`, true)}${textCell(a.owner, row.owner ?? missing(view))}${days.map(
            (day) =>
              html`<td class="num" data-label="${a[day]}">${row[day] ?? '–'}${day === 'due' && row.daysOver !== null && html` <b class="bad">${w.daysOver(view.format.number(row.daysOver))}</b>`}</td>`,
          )}</tr>`,
      ),
    );
  };
  return section('actions', w.sections.actions, null, body());
}

export function tiesSection(view: View, route: string, sheet: IncidentSheet): Html {
  const w = incidentWords(view.locale);
  const { columns: c } = view.words;
  return section(
    'ties',
    w.sections.ties,
    null,
    sheet.ties.length === 0
      ? html`<p>${w.noTies}</p>`
      : table(
          [
            { label: w.tie.relation },
            { label: c.incident },
            { label: c.title },
            { label: w.tie.basis },
            { label: c.occurred, numeric: true },
          ],
          sheet.ties.map(
            (tie) =>
              html`<tr><th scope="row">${tie.later ? w.tie.later : w.tie.earlier}</th>${textCell(c.incident, incidentLink(view, route, tie.otherId))}${textCell(c.title, tie.title ?? view.words.noTitle, true)}${textCell(w.tie.basis, tie.told ? w.tie.told : w.tie.judged)}<td class="num" data-label="${c.occurred}">${tie.occurred ?? missing(view)}</td></tr>`,
          ),
        ),
  );
}
