import { type Content, html } from '../../html.js';
import { linkFrom, routes, type View } from '../view.js';

/** An incident's number; a link where it has a page, which is not where the reader already is. */
export function incidentLink(view: View, route: string, id: string): Content {
  const to = routes.incident(id);
  return view.data.sheets.ids.has(id) && to !== route ? html`<a href="${linkFrom(route, to)}">${id}</a>` : id;
}
