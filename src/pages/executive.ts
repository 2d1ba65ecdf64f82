/** The group's page: what the executives see in one minute. */
import { html } from '../html.js';
import { group, type Scope } from './book.js';
import type { PageContent } from './page.js';
import { capsSection, lateCapsSection } from './parts/caps.js';
import { commentarySection } from './parts/commentary.js';
import { evidenceSection } from './parts/evidence.js';
import { findingsSection } from './parts/findings.js';
import { gradeSection } from './parts/grades.js';
import { openSection, overdueSection } from './parts/lists.js';
import { matrixSection } from './parts/matrix.js';
import { isExecutives, mattersSection } from './parts/matters.js';
import { movesSection } from './parts/moves.js';
import { within } from './parts/namedScope.js';
import { dataNote } from './parts/note.js';
import { ratesSection } from './parts/rates.js';
import { regulatorSection } from './parts/regulator.js';
import { scopeTable } from './parts/scopes.js';
import { section } from './parts/section.js';
import { signOffSection } from './parts/signOff.js';
import { countsChart, restoreChart } from './parts/trends.js';
import { valuesSection } from './parts/values.js';
import { verdict } from './parts/verdict.js';
import { scopeWhySection } from './parts/whyUp.js';
import type { Provenance } from './provenance.js';
import { routes, type View } from './view.js';

export function executivePage(view: View, provenance: Provenance): PageContent {
  const { data, words } = view;
  const route = routes.executive;
  const place = (row: { systemId: string }): string => placeOf(view, row.systemId);
  const companies = data.companies.map((c) => ({
    scope: { kind: 'company', id: c.id } as Scope,
    name: view.companyName(c.id),
    route: routes.company(c.id),
  }));
  return {
    kind: 'executive',
    nav: 'group',
    route,
    title: view.data.config.title[view.locale] ?? '',
    description: words.purposes.executive,
    trail: [],
    content: html`${verdict(view, group, data.open, place)}
${findingsSection(view, route, group)}
${commentarySection(view, group)}
<div class="two">
${matrixSection(view, route, group)}
${movesSection(view, route, undefined, movesShown)}
</div>
${scopeWhySection(view, group)}
${mattersSection(view, route, within(view, group), mattersShown, isExecutives)}
${gradeSection(view, group)}
${capsSection(view, group)}
${lateCapsSection(view)}
${section('companies', words.sections.companies, companiesNote(view), scopeTable(view, route, words.columns.company, companies))}
${openSection(view, route, data.open)}
${overdueSection(view, route, data.overdue)}
${regulatorSection(view, route)}
<div class="two">
${section('trend', words.sections.trend, null, countsChart(view, group))}
${section('restore', words.sections.restore, null, restoreChart(view, group, undefined))}
</div>
${ratesSection(view, route)}
${evidenceSection(view, () => true)}
${valuesSection(view, route, group)}
${signOffSection(view)}
${dataNote(view, route, provenance)}`,
  };
}

/** The first page shows so many of what moved; the page of moves has all. */
const movesShown = 6;
/** And of the matters that wait, overdue ones first. */
const mattersShown = 6;

/** Scales differ only between companies that there are at least two of. */
export const companiesNote = (view: View): string | null =>
  view.data.companies.filter((c) => c.known).length > 1 ? view.words.notes.companies : null;

/** A system with its company, as the group's reader needs it. */
function placeOf(view: View, systemId: string): string {
  const company = view.companyName(view.system(systemId).companyId);
  return view.locale === 'ja'
    ? `${company} ${view.systemName(systemId)}`
    : `${view.systemName(systemId)}, ${company}`;
}
