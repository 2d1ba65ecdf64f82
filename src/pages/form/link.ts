/** Which systems and suppliers report by a form of their own, and the way to it. */
import { type Html, html } from '../../html.js';
import { formWords } from '../../locale/formsOf.js';
import { linkFrom, routes, type View } from '../view.js';

export type FormKind = 'system' | 'supplier';

/** A stand-in for what no export names can report nothing. */
export const hasForm = (view: View, kind: FormKind, id: string): boolean =>
  kind === 'system'
    ? view.data.systems.some((s) => s.id === id && s.known)
    : view.data.across.some((s) => s.kind === 'supplier' && s.id === id);

/** A link to the form, from the page at `route`; null where there is none. */
export const formLink = (view: View, route: string, kind: FormKind, id: string): Html | null =>
  hasForm(view, kind, id)
    ? html`<a href="${linkFrom(route, routes.form(kind, id))}">${formWords(view.locale).form}</a>`
    : null;
