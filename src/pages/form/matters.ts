/** The end of a form: risks, matters for decision, remarks, and who prepared, checked and approved it. */
import { type Html, html } from '../../html.js';
import { formWords } from '../../locale/formsOf.js';
import { mattersWords } from '../../locale/mattersOf.js';
import { levelWord } from '../parts/level.js';
import { section, table, textCell } from '../parts/section.js';
import type { View } from '../view.js';
import { blank, blankRows, orBlank } from './fields.js';
import type { FormKind } from './link.js';

/** Rows left to write into, and lines for remarks: with them most forms fill two sheets. */
const emptyRows = 2;
const remarkLines = 4;

export function riskRows(view: View, kind: FormKind, id: string): Html {
  const w = formWords(view.locale);
  const labels = [w.columns.risk, w.columns.rating, w.columns.treatment, w.columns.owner, w.columns.due];
  const [, rating, treatment, owner, due] = labels as [string, string, string, string, string];
  // The register is of systems; a supplier writes its own.
  const rows = kind === 'system' ? (view.data.risk.forms.risks.get(id) ?? []) : [];
  const times = (a: number | null, b: number | null) =>
    html`<span class="nb">${orBlank(view, a)} × ${orBlank(view, b)}</span>`;
  return section(
    'risks',
    w.sections.risks,
    w.notes.risks,
    table(
      labels.map((label) => ({ label })),
      [
        ...rows.map(
          (r) =>
            html`<tr><th scope="row">${orBlank(view, r.title)} <small>${r.id}</small></th>${textCell(rating, times(r.likelihood, r.impact))}${textCell(treatment, orBlank(view, r.treatment === null ? null : (w.treatments[r.treatment] ?? r.treatment)))}${textCell(owner, orBlank(view, r.owner))}${textCell(due, orBlank(view, r.dueOn))}</tr>`,
        ),
        ...blankRows(view, labels, emptyRows),
      ],
    ),
  );
}

export function decisionRows(view: View, kind: FormKind, id: string): Html {
  const w = formWords(view.locale);
  const labels = [w.columns.matter, w.columns.body, w.columns.since, w.columns.due, w.columns.decision];
  const [, body, since, due, decision] = labels as [string, string, string, string, string];
  const { forms } = view.data.risk;
  const { bodies } = mattersWords(view.locale);
  const row = (what: string, to: string, from: string, by: string | null, decided: string | null): Html =>
    html`<tr><th scope="row">${what}</th>${textCell(body, to)}${textCell(since, view.format.month(from))}${textCell(due, orBlank(view, by))}${textCell(decision, orBlank(view, decided))}</tr>`;
  const sentUp = kind === 'system' ? (forms.sentUp.get(id) ?? []) : [];
  const matters = forms.matters.get(`${kind}:${id}`) ?? [];
  return section(
    'decisions',
    w.sections.decisions,
    null,
    table(
      labels.map((label) => ({ label })),
      [
        ...sentUp.map((s) =>
          row(
            w.sentUp(levelWord(view, s.level)),
            s.toKind === 'company' ? view.companyName(s.toId) : bodies.executive,
            s.since,
            s.dueOn,
            s.decision,
          ),
        ),
        ...matters.map((m) =>
          row(m.subject, bodies[m.body as keyof typeof bodies], m.since, m.dueOn, m.decision),
        ),
        ...blankRows(view, labels, emptyRows),
      ],
    ),
  );
}

export const remarks = (view: View): Html =>
  section(
    'remarks',
    formWords(view.locale).sections.remarks,
    null,
    html`${Array.from({ length: remarkLines }, () => html`<p class="writing">${blank(view)}</p>`)}`,
  );

export function signOff(view: View): Html {
  const { sections, boxes } = formWords(view.locale);
  const box = (title: string): Html =>
    html`<div><h3>${title}</h3><dl><div><dt>${boxes.name}</dt><dd>${blank(view)}</dd></div><div><dt>${boxes.date}</dt><dd>${blank(view)}</dd></div></dl></div>`;
  return section(
    'sign-off',
    sections.signOff,
    null,
    html`<div class="boxes">${box(boxes.prepared)}${box(boxes.checked)}${box(boxes.approved)}</div>`,
  );
}
