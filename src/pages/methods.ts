/** The methods page: written from the registry and the marts, never by hand. */
import { type Html, html } from '../html.js';
import { nameIn } from '../locale/index.js';
import { provenanceWords } from '../locale/provenanceOf.js';
import { schemeWords } from '../locale/schemesOf.js';
import { marts } from '../marts/index.js';
import { metrics } from '../metrics/registry.js';
import type { PageContent } from './page.js';
import { riskMethods } from './parts/riskMethods.js';
import { section, table, textCell } from './parts/section.js';
import { linkFrom, routes, type View } from './view.js';

export function methodsPage(view: View): PageContent {
  const { words } = view;
  const w = provenanceWords(view.locale).methods;
  return {
    kind: 'methods',
    nav: 'methods',
    route: routes.methods,
    title: words.toMethods,
    description: words.purposes.methods,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.methods, href: null },
    ],
    content: html`<h1>${words.toMethods}</h1>
<p class="lead">${w.lead}</p>
${section('rules', w.rules, null, html`<dl class="profile">${w.ruleTexts.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>`)}
${schemesSection(view)}
${riskMethods(view)}
${section(
  'metrics',
  w.metrics,
  null,
  html`${metrics.map(
    (m) => html`<h3 id="m-${m.id}">${m.name[view.locale]}</h3>
<p>${m.definition[view.locale]}</p>
<dl class="profile"><div><dt>${w.columns.id}</dt><dd><code>${m.id}</code></dd></div><div><dt>${w.columns.unit}</dt><dd>${w.units[m.unit]}</dd></div><div><dt>${w.columns.direction}</dt><dd>${w.directions[m.direction]}</dd></div><div><dt>${w.columns.grain}</dt><dd>${m.grain[view.locale]}</dd></div>${m.breakdowns.length > 0 && html`<div><dt>${w.columns.breakdowns}</dt><dd>${m.breakdowns.map((b) => w.breakdowns[b]).join(view.locale === 'ja' ? '、' : ', ')}</dd></div>`}<div><dt>${w.columns.formula}</dt><dd><code>${m.formula}</code></dd></div><div><dt>${w.columns.source}</dt><dd>${m.source}</dd></div></dl>
`,
  )}`,
)}
${section(
  'marts',
  w.marts,
  w.martsNote,
  table(
    [{ label: 'mart' }, { label: w.martsNote }],
    marts.map(
      (m) =>
        html`<tr><th scope="row"><code>${m.name}</code></th>${textCell(w.martsNote, m.grain[view.locale], true)}</tr>`,
    ),
  ),
)}`,
  };
}

/** The companies' schemes, each with its page. */
function schemesSection(view: View): Html | false {
  const { schemes } = view.data;
  if (schemes.length === 0) return false;
  const w = schemeWords(view.locale);
  return section(
    'schemes',
    w.schemes,
    html`<a href="${linkFrom(routes.methods, routes.schemes)}">${w.all}</a>`,
    html`<p>${w.indexLead}</p><ul class="plain-list">${schemes.map(
      ({ scheme, companies }) =>
        html`<li><a href="${linkFrom(routes.methods, routes.scheme(scheme.id))}">${nameIn(scheme.name, view.locale, scheme.id)}</a> <span class="quiet">${companies.map((id) => view.companyName(id)).join(' · ')}</span></li>`,
    )}</ul>`,
  );
}
