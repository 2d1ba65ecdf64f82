/** A business unit's page, for its quality meeting: counts, causes, delays, systems. */
import { from, op } from 'arquero';
import { type Html, html } from '../html.js';
import type { Scope } from './book.js';
import type { PageContent } from './page.js';
import { capsSection } from './parts/caps.js';
import { commentarySection } from './parts/commentary.js';
import { findingsSection } from './parts/findings.js';
import { gradeSection } from './parts/grades.js';
import { openSection, overdueSection } from './parts/lists.js';
import { matrixSection } from './parts/matrix.js';
import { mattersSection } from './parts/matters.js';
import { movesSection } from './parts/moves.js';
import { within } from './parts/namedScope.js';
import { dataNote } from './parts/note.js';
import { scopeTable } from './parts/scopes.js';
import { section, table } from './parts/section.js';
import { signsSection } from './parts/signs.js';
import { countsChart, harmChart, restoreChart } from './parts/trends.js';
import { valuesSection } from './parts/values.js';
import { verdict } from './parts/verdict.js';
import { scopeWhySection } from './parts/whyUp.js';
import type { Provenance } from './provenance.js';
import type { CauseRow } from './registers.js';
import { routes, type View } from './view.js';

/** A page shows so many of what moved; the page of moves has all. */
const movesShown = 6;
/** And of the matters that wait, overdue ones first. */
const mattersShown = 6;

export function unitPage(
  view: View,
  provenance: Provenance,
  id: string,
  causes: readonly CauseRow[],
): PageContent {
  const { data, words } = view;
  const route = routes.unit(id);
  const scope: Scope = { kind: 'unit', id };
  const { companyId, owner } = view.unit(id);
  const systems = data.systems.filter((s) => s.unitId === id);
  const ids = new Set(systems.map((s) => s.id));
  const open = data.open.filter((row) => ids.has(row.systemId));
  return {
    kind: 'unit',
    nav: 'units',
    route,
    title: view.unitName(id),
    description: words.purposes.unit,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: view.companyName(companyId), href: routes.company(companyId) },
      { label: view.unitName(id), href: null },
    ],
    content: html`${verdict(view, scope, open, (row) => view.systemName(row.systemId))}
${commentarySection(view, scope)}
${owner !== null && html`<p class="quiet">${words.columns.owner}: ${owner}</p>`}
${scopeWhySection(view, scope)}
${findingsSection(view, route, scope)}
<div class="two">
${matrixSection(view, route, scope)}
${movesSection(view, route, (move) => ids.has(move.systemId), movesShown)}
</div>
${mattersSection(view, route, within(view, scope), mattersShown)}
${gradeSection(view, scope)}
${capsSection(view, scope)}
${section(
  'systems',
  words.sections.systems,
  null,
  scopeTable(
    view,
    route,
    words.columns.system,
    systems.map((s) => ({
      scope: { kind: 'system', id: s.id },
      name: view.systemName(s.id),
      route: routes.system(s.id),
    })),
  ),
)}
${openSection(view, route, open)}
${overdueSection(
  view,
  route,
  data.overdue.filter((row) => ids.has(row.systemId)),
)}
<div class="two">
${section('trend', words.sections.trend, null, countsChart(view, scope))}
${section('restore', words.sections.restore, null, restoreChart(view, scope, ids))}
</div>
${section(
  'causes',
  words.sections.causes,
  words.notes.causes(view.format.fiscalYear(view.reported.fiscalYear)),
  causeTable(
    view,
    causes.filter((c) => ids.has(c.systemId)),
  ),
)}
${section('harm', words.sections.harm, null, harmChart(view, scope))}
${signsSection(view, route, (row) => ids.has(row.systemId), true)}
${valuesSection(view, route, scope)}
${dataNote(view, route, provenance)}`,
  };
}

/** Product class down, process class across; the sums of both, so that nothing is left out of the table. */
function causeTable(view: View, causes: readonly CauseRow[]): Html {
  const { words } = view;
  if (causes.length === 0) return html`<p>${words.findings.noIncidents}</p>`;
  const unclassified = '';
  const rows = from(
    causes.map((c) => ({
      product: c.productClass ?? unclassified,
      process: c.processClass ?? unclassified,
      n: c.n,
    })),
  );
  const processes = Object.keys(words.processClasses)
    .concat(unclassified)
    .filter((p) => causes.some((c) => (c.processClass ?? unclassified) === p));
  const products = Object.keys(words.productClasses).concat(unclassified);
  const byProduct = rows
    .groupby('product')
    .pivot('process', { n: (d: { n: number }) => op.sum(d.n) })
    .objects() as ({ product: string } & Record<string, number>)[];
  const sums = rows
    .groupby('product')
    .rollup({ n: (d: { n: number }) => op.sum(d.n) })
    .objects() as { product: string; n: number }[];
  const count = (n: number, label: string): Html =>
    html`<td class="num${n === 0 ? ' zero' : ''}" data-label="${label}">${view.format.number(n)}</td>`;
  return table(
    [
      { label: words.columns.productClass },
      ...processes.map((p) => ({ label: words.processClasses[p] ?? words.unclassified, numeric: true })),
      { label: words.columns.total, numeric: true },
    ],
    products.flatMap((product) => {
      const row = byProduct.find((r) => r.product === product);
      if (!row) return [];
      return html`<tr><th scope="row">${words.productClasses[product] ?? words.unclassified}</th>${processes.map((p) => count(row[p] ?? 0, words.processClasses[p] ?? words.unclassified))}${count(sums.find((s) => s.product === product)!.n, words.columns.total)}</tr>`;
    }),
  );
}
