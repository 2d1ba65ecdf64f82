/** All suppliers and external services: on which of them much depends, and whether they deliver what is asked. */
import { type Html, html } from '../html.js';
import { riskWords } from '../locale/riskOf.js';
import type { Count } from '../locale/suppliers.js';
import { supplierWords } from '../locale/suppliersOf.js';
import { metricOf } from '../metrics/registry.js';
import type { PageContent } from './page.js';
import { serviceTable, supplierLink, suppliersGiven } from './parts/external.js';
import { levelFigure, levelMark } from './parts/level.js';
import { numberCell, plainCell } from './parts/number.js';
import { section, table, textCell } from './parts/section.js';
import type { ExternalService, SupplierWeight } from './risk/suppliers.js';
import { routes, type View } from './view.js';

export function suppliersPage(view: View): PageContent {
  const { words } = view;
  return {
    kind: 'supplier',
    nav: 'suppliers',
    route: routes.suppliers,
    title: words.nav.suppliers,
    description: words.purposes.suppliers,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.suppliers, href: null },
    ],
    content: html`${verdict(view)}
${weightsSection(view)}
${servicesSection(view)}`,
  };
}

export const counted = (view: View, n: number): Count => ({ n, text: view.format.number(n) });

/** The systems among which concentration is asked, in words. */
export const topName = (view: View): string =>
  supplierWords(view.locale).top(view.data.config.risk.concentration.importance);

/** Services at which attitude and delivery don't agree, and those of which it can't be said. */
export const tally = (view: View, services: readonly ExternalService[]): readonly [Count, Count] => [
  counted(view, services.filter((s) => s.finding !== null && s.finding !== 'kept').length),
  counted(view, services.filter((s) => s.finding === null).length),
];

function verdict(view: View): Html {
  const w = supplierWords(view.locale);
  const { weights, services } = view.data.risk.suppliers;
  if (!suppliersGiven(view))
    return html`<h1>${view.words.nav.suppliers}</h1><p class="lead"><span class="missing">${w.notGiven}</span></p>`;
  if (weights.length === 0)
    return html`<h1>${view.words.nav.suppliers}</h1><p class="lead">${w.noSupplier}</p>`;
  const systems = new Set(services.map((s) => s.systemId)).size;
  return html`<h1>${w.behind(counted(view, weights.length), counted(view, systems))}<br>${concentrations(view)}</h1>
<p class="lead">${w.services(counted(view, services.length), ...tally(view, services))}</p>`;
}

/** Each by its name: none is one among others. */
function concentrations(view: View): string {
  const w = supplierWords(view.locale);
  const { share, systems } = view.data.config.risk.concentration;
  const named = view.data.risk.suppliers.weights.filter((s) => s.concentrated);
  if (named.length === 0)
    return w.noConcentration(topName(view), view.format.percent(share), view.format.number(systems));
  return w.concentrations(
    named.map((s) =>
      w.concentration({
        supplier: s.supplier,
        n: view.format.number(s.topSystems),
        all: view.format.number(s.allTop),
        share: view.format.percent(s.share),
        companies: counted(view, s.companies),
        top: topName(view),
      }),
    ),
  );
}

/** Suppliers that only records of incidents name stand last: they too have a page. */
function weightsSection(view: View): Html {
  const w = supplierWords(view.locale);
  const { weights } = view.data.risk.suppliers;
  const weighed = new Set(weights.map((s) => s.supplier));
  const others = view.data.across
    .filter((s) => s.kind === 'supplier' && !weighed.has(s.id))
    .map((s): SupplierWeight => ({ ...nothing, supplier: s.id, allTop: weights[0]?.allTop ?? 0 }));
  const rows = [...weights, ...others];
  if (rows.length === 0) return html``;
  const { unknownImportance } = view.data.config.risk;
  return section(
    'list',
    w.sections.suppliers,
    w.notes.suppliers(topName(view), String(unknownImportance)),
    weightTable(view, rows),
  );
}

const nothing = {
  systems: 0,
  units: 0,
  companies: 0,
  topSystems: 0,
  share: null,
  concentrated: false,
  worst: null,
} as const;

function weightTable(view: View, rows: readonly SupplierWeight[]): Html {
  const w = supplierWords(view.locale);
  const { columns: c } = w;
  const { book, risk } = view.data;
  const { level } = riskWords(view.locale).columns;
  const top = w.topColumn(view.data.config.risk.concentration.importance);
  const onTime = metricOf('submission_on_time_rate').name[view.locale];
  const { incidents } = view.words.columns;
  return table(
    [
      { label: c.supplier },
      { label: level },
      { label: c.gravest },
      { label: top, numeric: true },
      { label: c.share, numeric: true },
      { label: c.systems, numeric: true },
      { label: c.companies, numeric: true },
      { label: c.findings, numeric: true },
      { label: onTime, numeric: true },
      { label: incidents, numeric: true },
    ],
    rows.map((row) => {
      const scope = { kind: 'supplier', id: row.supplier } as const;
      const [disagree] = tally(
        view,
        risk.suppliers.services.filter((s) => s.supplier === row.supplier),
      );
      const worst = row.systems === 0 ? '' : levelMark(view, row.worst);
      const share = row.share === null ? view.words.notApplicable : view.format.percent(row.share);
      return html`<tr><th scope="row">${row.concentrated ? html`<b>${supplierLink(routes.suppliers, row.supplier)}</b>` : supplierLink(routes.suppliers, row.supplier)}</th>${textCell(level, levelFigure(view, book.find('risk_level', scope)))}${textCell(c.gravest, worst)}${plainCell(view, row.topSystems, top)}<td class="num${row.share === 0 ? ' zero' : ''}" data-label="${c.share}">${share}</td>${plainCell(view, row.systems, c.systems)}${plainCell(view, row.companies, c.companies)}${plainCell(view, disagree.n, c.findings)}${numberCell(view, book.find('submission_on_time_rate', scope), onTime)}${numberCell(view, book.find('incidents', scope), incidents)}</tr>`;
    }),
  );
}

/** In a list longer than this, those that are as asked are folded. */
const foldedFrom = 20;

function servicesSection(view: View): Html {
  const w = supplierWords(view.locale);
  const { services } = view.data.risk.suppliers;
  if (services.length === 0) return html``;
  const [folded, shown] = [true, false].map((kept) =>
    services.filter((s) => (s.finding === 'kept' && services.length > foldedFrom) === kept),
  ) as [ExternalService[], ExternalService[]];
  return section(
    'services',
    w.sections.services,
    w.notes.services,
    shown.length === 0 || folded.length === 0
      ? serviceTable(view, routes.suppliers, services, 'all')
      : html`${serviceTable(view, routes.suppliers, shown, 'all')}
<details><summary>${w.kept(counted(view, folded.length))}</summary>${serviceTable(view, routes.suppliers, folded, 'all')}</details>`,
  );
}
