/** What moved since the month before. */
import { html } from '../html.js';
import type { PageContent } from './page.js';
import { routes, type View } from './view.js';

export function movesPage(view: View): PageContent {
  const { words } = view;
  return {
    kind: 'moves',
    nav: 'moves',
    route: routes.moves,
    title: words.nav.moves,
    description: words.purposes.moves,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.moves, href: null },
    ],
    content: html`<h1>${words.nav.moves}</h1><p class="lead">${words.purposes.moves}</p>`,
  };
}
