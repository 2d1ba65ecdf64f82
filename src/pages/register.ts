/** The incident register, a month at a time, in pages of 200. */
import { html } from '../html.js';
import { incidentWords } from '../locale/incidentsOf.js';
import { group } from './book.js';
import type { PageContent } from './page.js';
import { recordTable } from './parts/lists.js';
import { valueText } from './parts/number.js';
import { type IncidentRow, rowsPerPage } from './registers.js';
import { linkFrom, routes, type View } from './view.js';

/** The pages of one month; one page with a sentence where the month has no record. */
export function registerPages(
  view: View,
  month: string,
  rows: readonly IncidentRow[],
  months: readonly string[],
): PageContent[] {
  const { words, format } = view;
  const count = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const title = words.register.title(format.month(month));
  const incidents = view.data.book.find('incidents', group, '', month);
  return Array.from({ length: count }, (_, i): PageContent => {
    const route = routes.register(month, i + 1);
    const shown = rows.slice(i * rowsPerPage, (i + 1) * rowsPerPage);
    return {
      kind: 'register',
      nav: 'register',
      route,
      title,
      description: words.purposes.register,
      trail: [
        { label: words.nav.group, href: routes.executive },
        { label: words.nav.register, href: i === 0 ? null : routes.register(month) },
        ...(i === 0 ? [] : [{ label: words.register.page(String(i + 1), String(count)), href: null }]),
      ],
      content: html`<h1>${title}</h1>
<p class="lead">${words.register.finding(format.number(rows.length), valueText(view, incidents))}</p>
${view.data.sheets.left > 0 && html`<p class="quiet">${incidentWords(view.locale).left(format.number(view.data.sheets.left), format.number(view.data.config.incidentPages))}</p>`}
<nav class="pager" aria-label="${words.register.months}">${months.map((m) => (m === month ? html`<b>${m}</b> ` : html`<a href="${linkFrom(route, routes.register(m))}" title="${format.month(m)}">${m}</a> `))}</nav>
${rows.length === 0 ? html`<p>${words.findings.noIncidents}</p>` : recordTable(view, route, shown, true)}
${
  count > 1 &&
  html`<nav class="pager" aria-label="${words.register.page(String(i + 1), String(count))}">${i > 0 ? html`<a rel="prev" href="${linkFrom(route, routes.register(month, i))}">${words.register.former}</a>` : html`<span></span>`} <span>${words.register.page(String(i + 1), String(count))}</span> ${i + 1 < count ? html`<a rel="next" href="${linkFrom(route, routes.register(month, i + 2))}">${words.register.next}</a>` : html`<span></span>`}</nav>`
}`,
    };
  });
}
