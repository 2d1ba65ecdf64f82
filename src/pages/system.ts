/** A system's page: its profile, its months, its latest records. */
import { type Html, html } from '../html.js';
import { whyWords } from '../locale/whyOf.js';
import type { Scope } from './book.js';
import { formLink } from './form.js';
import type { PageContent } from './page.js';
import { capsSection } from './parts/caps.js';
import { commentarySection } from './parts/commentary.js';
import { externalSection } from './parts/external.js';
import { gradeSection } from './parts/grades.js';
import { levelFigure } from './parts/level.js';
import { overdueSection, recordTable } from './parts/lists.js';
import { number } from './parts/number.js';
import { registerSection } from './parts/register.js';
import { section } from './parts/section.js';
import { capacitySection, signsSection } from './parts/signs.js';
import { countsChart, harmChart } from './parts/trends.js';
import { valuesSection } from './parts/values.js';
import { verdict } from './parts/verdict.js';
import { whySection } from './parts/why.js';
import { upSection } from './parts/whyUp.js';
import type { Provenance } from './provenance.js';
import { type IncidentRow, recentPerSystem, registerMonths } from './registers.js';
import { linkFrom, routes, type View } from './view.js';

export function systemPage(
  view: View,
  provenance: Provenance,
  id: string,
  recent: readonly IncidentRow[],
): PageContent {
  const { data, words } = view;
  const route = routes.system(id);
  const scope: Scope = { kind: 'system', id };
  const system = view.system(id);
  const open = data.open.filter((row) => row.systemId === id);
  const form = formLink(view, route, 'system', id);
  return {
    kind: 'system',
    nav: 'systems',
    route,
    title: view.systemName(id),
    description: words.purposes.system,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: view.companyName(system.companyId), href: routes.company(system.companyId) },
      { label: view.unitName(system.unitId), href: routes.unit(system.unitId) },
      { label: view.systemName(id), href: null },
    ],
    content: html`${verdict(view, scope, open, () => view.systemName(id))}
${commentarySection(view, scope)}
${headline(view, scope)}
${whySection(view, provenance, id)}
${upSection(view, route, id)}
${gradeSection(view, scope)}
${capsSection(view, scope)}
<div class="two">
${section('trend', words.sections.trend, null, countsChart(view, scope))}
${section('harm', words.sections.harm, null, harmChart(view, scope))}
</div>
${capacitySection(view, id)}
${signsSection(view, route, (row) => row.systemId === id, false)}
${externalSection(view, route, id)}
${registerSection(view, route, (row) => row.systemId === id)}
${valuesSection(view, route, scope)}
${section('profile', words.sections.profile, id, profile(view, id))}
${overdueSection(
  view,
  route,
  data.overdue.filter((row) => row.systemId === id),
)}
${section(
  'recent',
  words.sections.recent,
  words.notes.recent(String(recentPerSystem), String(Math.min(registerMonths, data.months.length))),
  recent.length === 0 ? html`<p>${words.findings.noIncidents}</p>` : recordTable(view, route, recent, false),
)}
<p class="quiet"><a href="${linkFrom(route, routes.register(view.reported.month))}">${words.nav.register}</a>${form && html` · ${form}`}</p>`,
  };
}

function headline(view: View, scope: Scope): Html {
  const { columns: c } = view.words;
  const items = [
    ['incidents', c.month],
    ['open_incidents', c.open],
    ['restore_minutes_median', c.median],
    ['restore_minutes_p90', c.p90],
    ['impact_minutes', c.harm],
    ['impact_index', c.index],
  ] as const;
  const w = whyWords(view.locale).headline;
  const { book } = view.data;
  const risk = (['risk_score', 'risk_coverage'] as const).map((metric) => book.find(metric, scope));
  return html`<dl class="headline"><div><dt>${w.level}</dt><dd class="big">${levelFigure(view, book.find('risk_level', scope))}</dd></div><div><dt>${w.score}</dt><dd class="big">${number(view, risk[0])}</dd><dd>${w.coverage} ${number(view, risk[1])}</dd></div>${items.map(
    ([metric, label]) =>
      html`<div><dt>${label}</dt><dd class="big">${number(view, view.data.book.find(metric, scope))}</dd>${
        metric === 'impact_index' &&
        html`<dd>${c.indexMax} ${number(view, view.data.book.find('impact_index_max', scope))}</dd>`
      }</div>`,
  )}</dl>`;
}

function profile(view: View, id: string): Html {
  const { words } = view;
  const columns = view.system(id).profile;
  const facts = Object.entries(words.profile).flatMap(([name, label]) => {
    const value = columns[name];
    if (value === undefined) return [];
    const text = valueIn(view, name, value);
    return html`<div><dt>${label}</dt><dd>${text}</dd></div>`;
  });
  return facts.length === 0
    ? html`<p class="missing">${view.format.missing}</p>`
    : html`<dl class="profile">${facts}</dl>`;
}

/** Booleans and value lists in words, amounts with separators, everything else as it stands. */
function valueIn(view: View, name: string, value: string): string {
  const { words, format } = view;
  if (value === 'true') return words.yes;
  if (value === 'false') return words.no;
  if (amounts.has(name)) return format.number(Number(value), Number.isInteger(Number(value)) ? 0 : 2);
  return words.profileValues[name]?.[value] ?? value;
}

const amounts = new Set(['target_recovery_minutes', 'allowed_stop_minutes', 'users', 'usual_amount']);
