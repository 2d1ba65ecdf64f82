/** Every system with its level and why, by importance and level. */
import { html } from '../html.js';
import type { PageContent } from './page.js';
import { routes, type View } from './view.js';

export function riskPage(view: View): PageContent {
  const { words } = view;
  return {
    kind: 'risk',
    nav: 'risk',
    route: routes.risk,
    title: words.nav.risk,
    description: words.purposes.risk,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.risk, href: null },
    ],
    content: html`<h1>${words.nav.risk}</h1><p class="lead">${words.purposes.risk}</p>`,
  };
}
