/** The ways in: all companies, all units, all systems. */
import { html } from '../html.js';
import { companiesNote } from './executive.js';
import type { NavKey, PageContent } from './page.js';
import { type ScopeRow, scopeTable } from './parts/scopes.js';
import { section } from './parts/section.js';
import { routes, type View } from './view.js';

export function indexPages(view: View): PageContent[] {
  const { data, words } = view;
  const companies = data.companies.map(
    (c): ScopeRow => ({
      scope: { kind: 'company', id: c.id },
      name: view.companyName(c.id),
      route: routes.company(c.id),
    }),
  );
  const units = data.units.map(
    (u): ScopeRow => ({
      scope: { kind: 'unit', id: u.id },
      name: view.unitName(u.id),
      under: view.companyName(u.companyId),
      route: routes.unit(u.id),
    }),
  );
  const systemsOf = (company: string): ScopeRow[] =>
    data.systems
      .filter((s) => s.companyId === company)
      .map((s) => ({
        scope: { kind: 'system', id: s.id },
        name: view.systemName(s.id),
        under: view.unitName(s.unitId),
        route: routes.system(s.id),
      }));
  return [
    page(
      view,
      'company',
      'companies',
      routes.companies,
      words.purposes.companies,
      section(
        'list',
        words.sections.companies,
        companiesNote(view),
        scopeTable(view, routes.companies, words.columns.company, companies),
      ),
    ),
    page(
      view,
      'unit',
      'units',
      routes.units,
      words.purposes.units,
      section('list', words.sections.units, null, scopeTable(view, routes.units, words.columns.unit, units)),
    ),
    page(
      view,
      'system',
      'systems',
      routes.systems,
      words.purposes.systems,
      // Hundreds of rows: without a drawing in each, the page stays light.
      html`${data.companies.map((c, i) => section(`list-${i + 1}`, view.companyName(c.id), null, scopeTable(view, routes.systems, words.columns.system, systemsOf(c.id), false)))}`,
    ),
  ];
}

function page(
  view: View,
  kind: PageContent['kind'],
  nav: NavKey,
  route: string,
  purpose: string,
  body: PageContent['content'],
): PageContent {
  const { words } = view;
  return {
    kind,
    nav,
    route,
    title: words.nav[nav],
    description: purpose,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav[nav], href: null },
    ],
    content: html`<h1>${words.nav[nav]}</h1><p class="lead">${purpose}</p>${body}`,
  };
}
