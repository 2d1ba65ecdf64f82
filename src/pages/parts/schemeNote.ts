/** The way from a company to the scheme by which its incidents are graded. */
import { type Html, html } from '../../html.js';
import { nameIn } from '../../locale/index.js';
import { schemeWords } from '../../locale/schemesOf.js';
import { linkFrom, routes, type View } from '../view.js';

export function schemeNote(view: View, route: string, company: string): Html | false {
  const use = view.data.schemes.find((u) => u.companies.includes(company));
  if (!use) return false;
  const { scheme } = use;
  const w = schemeWords(view.locale);
  return html`<p class="quiet">${w.ofCompany}${view.locale === 'en' && ' '}<a href="${linkFrom(route, routes.scheme(scheme.id))}">${nameIn(scheme.name, view.locale, scheme.id)}</a></p>`;
}
