import { html } from '../html.js';
import type { Scope } from './book.js';
import type { PageContent } from './page.js';
import { capsSection } from './parts/caps.js';
import { commentarySection } from './parts/commentary.js';
import { evidenceSection } from './parts/evidence.js';
import { findingsSection } from './parts/findings.js';
import { gradeSection } from './parts/grades.js';
import { kpiSection } from './parts/kpi.js';
import { openSection, overdueSection } from './parts/lists.js';
import { matrixSection } from './parts/matrix.js';
import { mattersSection } from './parts/matters.js';
import { movesSection } from './parts/moves.js';
import { within } from './parts/namedScope.js';
import { dataNote } from './parts/note.js';
import { schemeNote } from './parts/schemeNote.js';
import { scopeTable } from './parts/scopes.js';
import { section } from './parts/section.js';
import { signsSection } from './parts/signs.js';
import { countsChart, harmChart, restoreChart } from './parts/trends.js';
import { valuesSection } from './parts/values.js';
import { verdict } from './parts/verdict.js';
import { scopeWhySection } from './parts/whyUp.js';
import type { Provenance } from './provenance.js';
import { routes, type View } from './view.js';

/** A page shows so many of what moved; the page of moves has all. */
const movesShown = 6;
/** And of the matters that wait, overdue ones first. */
const mattersShown = 6;

export function companyPage(view: View, provenance: Provenance, id: string): PageContent {
  const { data, words } = view;
  const route = routes.company(id);
  const scope: Scope = { kind: 'company', id };
  const systems = new Set(data.systems.filter((s) => s.companyId === id).map((s) => s.id));
  const open = data.open.filter((row) => systems.has(row.systemId));
  const units = data.units.filter((u) => u.companyId === id);
  return {
    kind: 'company',
    nav: 'companies',
    route,
    title: view.companyName(id),
    description: words.purposes.company,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.companies, href: routes.companies },
      { label: view.companyName(id), href: null },
    ],
    content: html`${verdict(view, scope, open, (row) => view.systemName(row.systemId))}
${commentarySection(view, scope)}
${scopeWhySection(view, scope)}
${findingsSection(view, route, scope)}
<div class="two">
${matrixSection(view, route, scope)}
${movesSection(view, route, (move) => systems.has(move.systemId), movesShown)}
</div>
${mattersSection(view, route, within(view, scope), mattersShown)}
${gradeSection(view, scope)}
${capsSection(view, scope)}
${schemeNote(view, route, id)}
${section(
  'units',
  words.sections.units,
  null,
  scopeTable(
    view,
    route,
    words.columns.unit,
    units.map((u) => ({
      scope: { kind: 'unit', id: u.id },
      name: view.unitName(u.id),
      route: routes.unit(u.id),
    })),
  ),
)}
${openSection(view, route, open)}
${overdueSection(
  view,
  route,
  data.overdue.filter((row) => systems.has(row.systemId)),
)}
<div class="two">
${section('trend', words.sections.trend, null, countsChart(view, scope))}
${section('restore', words.sections.restore, null, restoreChart(view, scope, systems))}
</div>
${section('harm', words.sections.harm, null, harmChart(view, scope))}
${kpiSection(view, id)}
${evidenceSection(view, (m) => m.scopeKind === 'company' && m.scopeId === id)}
${signsSection(view, route, (row) => systems.has(row.systemId), true)}
${valuesSection(view, route, scope)}
${dataNote(view, route, provenance)}`,
  };
}
