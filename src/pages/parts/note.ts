import { type Html, html } from '../../html.js';
import type { Provenance } from '../provenance.js';
import { linkFrom, routes, type View } from '../view.js';

/** What the figures stand on, at the foot of a page. */
export function dataNote(view: View, route: string, provenance: Provenance): Html {
  const incidents = provenance.receipts.filter((r) => r.kind === 'incidents');
  const total = (of: (r: (typeof incidents)[number]) => number): string =>
    view.format.number(incidents.reduce((sum, r) => sum + of(r), 0));
  const sentence = view.words.dataNote({
    read: total((r) => r.rows),
    rejected: total((r) => r.rejected),
    unmapped: view.format.number(provenance.unmapped),
  });
  return html`<div class="note"><p>${sentence}</p><p><a href="${linkFrom(route, routes.data)}">${view.words.toData}</a> · <a href="${linkFrom(route, routes.methods)}">${view.words.toMethods}</a></p></div>`;
}
