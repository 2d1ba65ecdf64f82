/** What runs through the companies: layers, business flows, themes and suppliers, each with its figures. */
import { html } from '../html.js';
import { judgementWords } from '../locale/judgementsOf.js';
import type { PageContent } from './page.js';
import { scopeTable } from './parts/scopes.js';
import { section } from './parts/section.js';
import { type AcrossKind, type AcrossScope, acrossKinds } from './scopes.js';
import { routes, type View } from './view.js';

export function acrossPage(view: View): PageContent {
  const { words, data } = view;
  const w = judgementWords(view.locale);
  // What only one company has stands once, as that company's.
  const owners = (s: AcrossScope) =>
    data.across.filter((o) => o.kind === s.kind && o.name === s.name && o.companyId !== null).length;
  const of = (kind: AcrossKind) =>
    data.across.filter((s) => s.kind === kind && (s.companyId !== null || owners(s) !== 1));
  return {
    kind: 'across',
    nav: 'across',
    route: routes.across,
    title: words.nav.across,
    description: words.purposes.across,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.across, href: null },
    ],
    content: html`<h1>${words.nav.across}</h1><p class="lead">${words.purposes.across}</p>${acrossKinds
      .filter((kind) => of(kind).length > 0)
      .map((kind) =>
        section(
          kind,
          w.scopeKinds[kind]!,
          kind === 'theme' || kind === 'supplier' ? words.notes.byRecord : words.notes.bySystem,
          scopeTable(
            view,
            routes.across,
            w.scopeKinds[kind]!,
            of(kind).map((s) => ({
              scope: s,
              name: view.acrossName(s),
              route: s.kind === 'supplier' ? routes.supplier(s.id) : undefined,
              under: s.companyId === null ? undefined : view.companyName(s.companyId),
            })),
            false,
          ),
        ),
      )}`,
  };
}
