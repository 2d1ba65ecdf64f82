/** A supplier's page: the systems behind which it stands, company by company; what it reports; its figures. */
import { type Html, html } from '../html.js';
import { riskWords } from '../locale/riskOf.js';
import { supplierWords } from '../locale/suppliersOf.js';
import type { Scope } from './book.js';
import { formLink } from './form.js';
import type { PageContent } from './page.js';
import { reportTable, serviceTable } from './parts/external.js';
import { levelFigure, levelMark } from './parts/level.js';
import { number } from './parts/number.js';
import { section } from './parts/section.js';
import { valuesSection } from './parts/values.js';
import type { ExternalService, SupplierWeight } from './risk/suppliers.js';
import { counted, tally, topName } from './suppliers.js';
import { routes, type View } from './view.js';

/** One for each supplier that a system or a record of an incident names. */
export function* supplierPages(view: View): Generator<PageContent> {
  const { weights, services } = view.data.risk.suppliers;
  for (const { kind, id } of view.data.across)
    if (kind === 'supplier')
      yield supplierPage(
        view,
        id,
        weights.find((w) => w.supplier === id),
        services.filter((s) => s.supplier === id),
      );
}

function supplierPage(
  view: View,
  id: string,
  weight: SupplierWeight | undefined,
  services: readonly ExternalService[],
): PageContent {
  const { words, data } = view;
  const route = routes.supplier(id);
  const scope: Scope = { kind: 'supplier', id };
  return {
    kind: 'supplier',
    nav: 'suppliers',
    route,
    title: id,
    description: words.purposes.supplier,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: words.nav.suppliers, href: routes.suppliers },
      { label: id, href: null },
    ],
    content: html`${verdict(view, id, weight, services)}${
      !(data.book.find('incidents', scope)?.complete ?? view.reported.complete) &&
      html`
<p class="lead unsure">${words.incompleteNote}</p>`
    }
${headline(view, scope, weight)}
${systemsSection(view, route, services)}
${reportsSection(view, route, id)}
${valuesSection(view, route, scope)}`,
  };
}

function verdict(
  view: View,
  name: string,
  weight: SupplierWeight | undefined,
  services: readonly ExternalService[],
): Html {
  const w = supplierWords(view.locale);
  const month = view.format.month(view.reported.month);
  if (!weight) return html`<h1>${w.noSystems(name, month)}</h1>`;
  const sentences = [
    w.oneSupplier(name, counted(view, weight.systems), counted(view, weight.companies)),
    weight.allTop > 0 &&
      w.ofTop({
        n: counted(view, weight.topSystems),
        all: view.format.number(weight.allTop),
        top: topName(view),
        share: view.format.percent(weight.share),
        concentrated: weight.concentrated,
      }),
  ];
  return html`<h1>${sentences[0]}${sentences[1] && html`<br>${sentences[1]}`}</h1>
<p class="lead">${w.oneSupplierServices(...tally(view, services))}</p>`;
}

function headline(view: View, scope: Scope, weight: SupplierWeight | undefined): Html {
  const { book } = view.data;
  const { columns } = riskWords(view.locale);
  const { columns: c } = view.words;
  return html`<dl class="headline"><div><dt>${columns.level}</dt><dd class="big">${levelFigure(view, book.find('risk_level', scope))}</dd></div>${
    weight &&
    html`<div><dt>${supplierWords(view.locale).columns.gravest}</dt><dd class="big">${levelMark(view, weight.worst)}</dd></div>`
  }<div><dt>${columns.score}</dt><dd class="big">${number(view, book.find('risk_score', scope))}</dd><dd>${columns.coverage} ${number(view, book.find('risk_coverage', scope))}</dd></div>${(
    [
      ['incidents', c.incidents],
      ['open_incidents', c.open],
    ] as const
  ).map(
    ([metric, label]) =>
      html`<div><dt>${label}</dt><dd class="big">${number(view, book.find(metric, scope))}</dd></div>`,
  )}</dl>`;
}

/** Company by company in the configured order, in each unit by unit. */
function systemsSection(view: View, route: string, services: readonly ExternalService[]): Html {
  if (services.length === 0) return html``;
  const w = supplierWords(view.locale);
  const place = new Map(view.data.systems.map((s, i) => [s.id, i]));
  const inOrder = [...services].sort((a, b) => place.get(a.systemId)! - place.get(b.systemId)!);
  const companies = view.data.companies.flatMap((company) => {
    const rows = inOrder.filter((s) => view.system(s.systemId).companyId === company.id);
    if (rows.length === 0) return [];
    return html`<h3>${view.companyName(company.id)}</h3>
${serviceTable(view, route, rows, 'supplier')}
`;
  });
  return section('systems', w.sections.systems, null, html`${companies}`);
}

function reportsSection(view: View, route: string, id: string): Html {
  const w = supplierWords(view.locale);
  const rows = view.data.risk.suppliers.reports.filter((r) => r.supplier === id);
  const given = view.data.config.sources.submissions.length > 0;
  const body = !given
    ? html`<p class="missing">${w.noSubmissions}</p>`
    : rows.length === 0
      ? html`<p>${w.noReports}</p>`
      : reportTable(view, rows);
  return section(
    'reports',
    w.sections.reports,
    given && w.notes.reports,
    html`${body}<p class="quiet">${formLink(view, route, 'supplier', id)}</p>`,
  );
}
