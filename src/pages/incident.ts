/** An incident's own page: the analysis sheet of Figure 2-5, for those that are grave or still open. */
import { html } from '../html.js';
import { incidentWords } from '../locale/incidentsOf.js';
import type { IncidentSheet } from './incidents.js';
import type { PageContent } from './page.js';
import { absentSection, factsSection, timesSection } from './parts/incidentFacts.js';
import { actionsSection, regulatorSection, systemsSection, tiesSection } from './parts/incidentLists.js';
import { gradeName } from './scale.js';
import { linkFrom, routes, type View } from './view.js';

export function* incidentPages(view: View): Generator<PageContent> {
  for (const sheet of view.data.sheets.rows) yield incidentPage(view, sheet);
}

function incidentPage(view: View, sheet: IncidentSheet): PageContent {
  const { words } = view;
  const w = incidentWords(view.locale);
  const route = routes.incident(sheet.id);
  const { companyId, unitId } = view.system(sheet.systemId);
  const facts = (name: Parameters<typeof factsSection>[3], columns: Parameters<typeof factsSection>[4]) =>
    factsSection(view, route, sheet, name, columns);
  return {
    kind: 'incident',
    nav: 'register',
    route,
    title: `${sheet.id} ${sheet.title ?? words.noTitle}`,
    description: w.purpose,
    trail: [
      { label: words.nav.group, href: routes.executive },
      { label: view.companyName(companyId), href: routes.company(companyId) },
      { label: view.unitName(unitId), href: routes.unit(unitId) },
      { label: view.systemName(sheet.systemId), href: routes.system(sheet.systemId) },
      { label: sheet.id, href: null },
    ],
    content: html`<h1>${sheet.title ?? words.noTitle} <small>${sheet.id}</small></h1>
<p class="lead">${w.what(view.systemName(sheet.systemId), gradeName(view, sheet), sheet.times.occurred_at!.local)}${view.locale === 'en' && ' '}${standing(view, sheet)}</p>
${timesSection(view, sheet)}
${facts('content', ['symptom', 'symptom_class', 'place', 'continuity', 'known', 'found_how', 'found_by', 'theme'])}
${facts('impact', ['impact_scope', 'affected_users', 'business_volume', 'affected_amount', 'impact_minutes', 'availability_impact', 'confidentiality_impact', 'integrity_impact', 'customers_affected', 'operations_affected', 'manual_workaround', 'responsibility', 'severity'])}
${systemsSection(view, route, sheet)}
${regulatorSection(view, sheet)}
${facts('cause', ['root_cause', 'injection_cause', 'escape_cause', 'course', 'trigger', 'product_class', 'process_class', 'supplier', 'analyst', 'analysis_method'])}
${facts('fix', ['provisional_fix', 'provisional_result', 'closure_approved_by'])}
${actionsSection(view, route, sheet)}
${tiesSection(view, route, sheet)}
${absentSection(view, sheet)}
<p class="quiet"><a href="${linkFrom(route, routes.system(sheet.systemId))}">${view.systemName(sheet.systemId)}</a></p>`,
  };
}

/** Where it stands, in one sentence; what its record doesn't tell is not guessed. */
function standing(view: View, sheet: IncidentSheet): string {
  const w = incidentWords(view.locale);
  const { duration } = view.format;
  const { restored_at: restored, closed_at: closed } = sheet.times;
  if (sheet.open) return w.open(duration(sheet.age), sheet.valued);
  if (sheet.contradictory) return w.contradictory;
  if (restored) return w.restored(duration(restored.minutes), restored.local);
  return closed ? w.closed(duration(closed.minutes), closed.local) : w.overUnknown;
}
