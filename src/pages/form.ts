/**
 * The form of the monthly report, one for each system and supplier, to be printed: form, timing and addressee are fixed, and suppliers
 * report in the same one (Figure 3-3). What is known is filled in; what isn't is a ruled field, never a 0.
 */
import { html } from '../html.js';
import { formWords } from '../locale/formsOf.js';
import { systemAspects } from './form/aspects.js';
import { supplierHead, systemHead } from './form/head.js';
import type { FormKind } from './form/link.js';
import { decisionRows, remarks, riskRows, signOff } from './form/matters.js';
import { deliverySection, supplierAspects } from './form/supplier.js';
import type { PageContent } from './page.js';
import { routes, type View } from './view.js';

export { formLink, hasForm } from './form/link.js';

export function* formPages(view: View): Generator<PageContent> {
  for (const { id, known } of view.data.systems) if (known) yield systemForm(view, id);
  for (const { id } of suppliersOf(view)) yield supplierForm(view, id);
}

export const countForms = (view: View): number =>
  view.data.systems.filter((s) => s.known).length + suppliersOf(view).length;

const suppliersOf = (view: View) => view.data.across.filter((s) => s.kind === 'supplier');

function systemForm(view: View, id: string): PageContent {
  const { companyId, unitId } = view.system(id);
  const route = routes.form('system', id);
  return page(view, 'system', id, view.systemName(id), {
    trail: [
      { label: view.companyName(companyId), href: routes.company(companyId) },
      { label: view.unitName(unitId), href: routes.unit(unitId) },
      { label: view.systemName(id), href: routes.system(id) },
    ],
    top: html`${systemHead(view, route, id)}
${systemAspects(view, route, id)}`,
  });
}

function supplierForm(view: View, id: string): PageContent {
  const route = routes.form('supplier', id);
  return page(view, 'supplier', id, id, {
    trail: [
      { label: view.words.nav.suppliers, href: routes.suppliers },
      { label: id, href: routes.supplier(id) },
    ],
    top: html`${supplierHead(view, route, id)}
${deliverySection(view, route, id)}
${supplierAspects(view, id)}`,
  });
}

function page(
  view: View,
  kind: FormKind,
  id: string,
  name: string,
  own: { readonly trail: PageContent['trail']; readonly top: PageContent['content'] },
): PageContent {
  const w = formWords(view.locale);
  return {
    kind: 'form',
    nav: kind === 'system' ? 'systems' : 'suppliers',
    route: routes.form(kind, id),
    title: w.title(name),
    description: view.words.purposes.form,
    trail: [
      { label: view.words.nav.group, href: routes.executive },
      ...own.trail,
      { label: w.form, href: null },
    ],
    content: html`${own.top}
${riskRows(view, kind, id)}
${decisionRows(view, kind, id)}
${remarks(view)}
${signOff(view)}`,
  };
}
