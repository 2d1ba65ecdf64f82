/** The risk register beside what was measured: where they disagree, and every open risk. */
import { type Html, html } from '../../html.js';
import { formWords } from '../../locale/formsOf.js';
import { supplierWords } from '../../locale/suppliersOf.js';
import type { Disagreement, RegisteredRisk } from '../risk/register.js';
import type { View } from '../view.js';
import { levelMark, levelWord } from './level.js';
import { systemLink } from './lists.js';
import { section, table, textCell } from './section.js';

/** `of`: which systems the page is about; `withSystem`: where that is not one system alone. */
export function registerSection(
  view: View,
  route: string,
  of: (row: { readonly systemId: string }) => boolean,
  withSystem = false,
): Html {
  const w = supplierWords(view.locale);
  if (view.data.config.sources.risks.length === 0)
    return section('risks', w.sections.register, null, html`<p class="missing">${w.noRegister}</p>`);
  const known = new Set(view.data.systems.map((s) => s.id));
  const { register } = view.data.risk;
  const risks = register.risks.filter((row) => known.has(row.systemId) && of(row));
  const disagreements = register.disagreements.filter(of);
  return section(
    'risks',
    w.sections.register,
    w.notes.register,
    html`${
      disagreements.length === 0
        ? html`<p class="find">${w.agree}</p>`
        : disagreements.map(
            (d) => html`<p class="find bad">${disagreementText(view, d, withSystem)}</p>
`,
          )
    }${risks.length === 0 ? html`<p>${w.noRisk}</p>` : riskTable(view, route, risks, withSystem)}`,
  );
}

/** One sentence; `withSystem`: it names the system. */
export function disagreementText(view: View, d: Disagreement, withSystem: boolean): string {
  const w = supplierWords(view.locale).disagreements;
  const system = withSystem ? view.systemName(d.systemId) : null;
  const measured = levelWord(view, d.measured);
  if (d.riskId === null) return w.not_registered(system, measured);
  if (d.registered === null) return w.unrated(system, measured, d.riskId);
  const say = d.finding === 'registered_high' ? w.registered_high : w.registered_low;
  return say(system, measured, levelWord(view, d.registered), d.riskId);
}

function riskTable(view: View, route: string, rows: readonly RegisteredRisk[], withSystem: boolean): Html {
  const w = supplierWords(view.locale);
  const { columns: c } = w;
  const { format } = view;
  const { system } = view.words.columns;
  const { treatments } = formWords(view.locale);
  return table(
    [
      { label: c.risk },
      ...(withSystem ? [{ label: system }] : []),
      { label: c.registered },
      { label: c.rating },
      { label: c.treatment },
      { label: c.owner },
      { label: c.due, numeric: true },
      { label: c.overdue, numeric: true },
    ],
    rows.map((row) => {
      const rating =
        row.score === null
          ? html`<span class="missing">${w.notRated}</span>`
          : w.rating(format.number(row.likelihood), format.number(row.impact), format.number(row.score));
      const treatment =
        row.treatment === null ? format.missing : (treatments[row.treatment] ?? row.treatment);
      return html`<tr><th scope="row">${row.riskId} <small>${row.title}</small></th>${withSystem && textCell(system, systemLink(view, route, row.systemId))}${textCell(c.registered, levelMark(view, row.level))}${textCell(c.rating, rating)}${textCell(c.treatment, treatment)}${textCell(c.owner, row.owner ?? format.missing)}<td class="num" data-label="${c.due}">${row.dueOn ?? format.missing}</td><td class="num" data-label="${c.overdue}">${row.overdueDays !== null && html`<span class="bad">${format.number(row.overdueDays)}</span>`}</td></tr>`;
    }),
  );
}
