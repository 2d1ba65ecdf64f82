/** The contents page of the pages: every page of a report in one language, one at a time. */
import { acrossPage } from './across.js';
import { companyPage } from './company.js';
import { dataPage } from './data.js';
import { decisionsPage } from './decisions.js';
import { executivePage } from './executive.js';
import { countForms, formPages } from './form.js';
import { incidentPages } from './incident.js';
import { indexPages } from './indices.js';
import { methodsPage } from './methods.js';
import { movesPage } from './moves.js';
import type { PageContent } from './page.js';
import type { Provenance } from './provenance.js';
import { registerPages } from './register.js';
import type { CauseRow, IncidentRow } from './registers.js';
import { riskPage } from './risk.js';
import { schemePage, schemesPage } from './scheme.js';
import { supplierPages } from './supplier.js';
import { suppliersPage } from './suppliers.js';
import { systemPage } from './system.js';
import { unitPage } from './unit.js';
import type { View } from './view.js';

export interface Lists {
  readonly causes: readonly CauseRow[];
  /** Latest first. */
  readonly registerMonths: readonly string[];
  /** Read when its month's pages are made, so that one month is held at a time. */
  register(month: string): Promise<readonly IncidentRow[]>;
}

export async function* allPages(
  view: View,
  provenance: Provenance,
  lists: Lists,
): AsyncGenerator<PageContent> {
  const { data } = view;
  yield executivePage(view, provenance);
  yield* indexPages(view);
  for (const company of data.companies) yield companyPage(view, provenance, company.id);
  for (const unit of data.units) yield unitPage(view, provenance, unit.id, lists.causes);
  const recent = new Map<string, IncidentRow[]>();
  for (const row of data.recent) {
    const rows = recent.get(row.systemId);
    if (rows) rows.push(row);
    else recent.set(row.systemId, [row]);
  }
  for (const system of data.systems)
    yield systemPage(view, provenance, system.id, recent.get(system.id) ?? []);
  yield riskPage(view);
  yield movesPage(view);
  yield decisionsPage(view);
  yield suppliersPage(view);
  yield* supplierPages(view);
  yield* formPages(view);
  yield acrossPage(view);
  yield dataPage(view, provenance);
  yield methodsPage(view);
  if (data.schemes.length > 0) yield schemesPage(view);
  for (const use of data.schemes) yield schemePage(view, use);
  yield* incidentPages(view);
  for (const month of lists.registerMonths)
    yield* registerPages(view, month, await lists.register(month), lists.registerMonths);
}

/** How many pages that will be, for the progress; the register's are counted as it goes. */
export const countPages = (view: View): number =>
  4 +
  view.data.companies.length +
  view.data.units.length +
  view.data.systems.length +
  3 +
  4 +
  view.data.across.filter((s) => s.kind === 'supplier').length +
  countForms(view) +
  view.data.sheets.rows.length +
  (view.data.schemes.length > 0 ? 1 + view.data.schemes.length : 0);
