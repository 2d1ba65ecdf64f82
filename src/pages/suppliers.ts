/** Suppliers and external services, and a page for each. */
import { html } from '../html.js';
import type { PageContent } from './page.js';
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
    content: html`<h1>${words.nav.suppliers}</h1><p class="lead">${words.purposes.suppliers}</p>`,
  };
}

/** A page for each supplier; none yet. */
export const supplierPages = (_view: View): readonly PageContent[] => [];
