/** Matters for decision, acceptances, the capacity committee, submissions. */
import { html } from '../html.js';
import type { PageContent } from './page.js';
import { routes, type View } from './view.js';

export function decisionsPage(view: View): PageContent {
  const { words } = view;
  return {
    kind: 'decisions',
    nav: 'decisions',
    route: routes.decisions,
    title: words.nav.decisions,
    description: words.purposes.decisions,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.decisions, href: null },
    ],
    content: html`<h1>${words.nav.decisions}</h1><p class="lead">${words.purposes.decisions}</p>`,
  };
}
