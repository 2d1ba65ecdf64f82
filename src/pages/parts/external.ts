/** External services: what is asked against what is delivered; the reports of a supplier. */
import { type Html, html } from '../../html.js';
import { type Aspect, aspectKeys } from '../../locale/forms.js';
import { formWords } from '../../locale/formsOf.js';
import { riskWords } from '../../locale/riskOf.js';
import { supplierWords } from '../../locale/suppliersOf.js';
import type { ExternalService, SupplierReport } from '../risk/suppliers.js';
import { linkFrom, routes, type View } from '../view.js';
import { levelFigure } from './level.js';
import { systemLink } from './lists.js';
import { section, table, textCell } from './section.js';

export const suppliersGiven = (view: View): boolean => view.data.config.sources.system_suppliers.length > 0;

/** The services of one system. */
export function externalSection(view: View, route: string, systemId: string): Html {
  const w = supplierWords(view.locale);
  const rows = view.data.risk.suppliers.services.filter((s) => s.systemId === systemId);
  const body = !suppliersGiven(view)
    ? html`<p class="missing">${w.notGiven}</p>`
    : rows.length === 0
      ? html`<p>${w.noSupplier}</p>`
      : serviceTable(view, route, rows, 'system');
  return section('external', w.sections.ofSystem, null, body);
}

/** `about`: whose page it is, so whose name needs no column; `all`: neither's. */
export function serviceTable(
  view: View,
  route: string,
  rows: readonly ExternalService[],
  about: 'all' | 'system' | 'supplier',
): Html {
  const w = supplierWords(view.locale);
  const risk = riskWords(view.locale);
  const { columns: c } = w;
  const withLevel = about !== 'system';
  return table(
    [
      { label: about === 'system' ? c.supplier : c.system },
      ...(about === 'all' ? [{ label: c.supplier }] : []),
      ...(withLevel ? [{ label: risk.columns.level }, { label: risk.columns.importance }] : []),
      ...(about === 'all' ? [] : [{ label: c.role }]),
      { label: c.finding },
      { label: c.attitude },
      { label: c.missing },
      { label: c.delivered },
      { label: c.until },
    ],
    rows.map((row) => {
      const { companyId, unitId } = view.system(row.systemId);
      const head =
        about === 'system'
          ? supplierLink(route, row.supplier)
          : html`${systemLink(view, route, row.systemId)} <small>${about === 'all' ? view.companyName(companyId) : view.unitName(unitId)}</small>`;
      const level = view.data.book.find('risk_level', { kind: 'system', id: row.systemId });
      return html`<tr><th scope="row">${head}</th>${about === 'all' && textCell(c.supplier, supplierLink(route, row.supplier))}${
        withLevel &&
        html`${textCell(risk.columns.level, levelFigure(view, level))}${textCell(risk.columns.importance, importanceCell(view, row))}`
      }${about !== 'all' && textCell(c.role, row.role ?? view.format.missing)}${textCell(c.finding, findingText(view, row))}${textCell(c.attitude, attitudeText(view, row))}${textCell(c.missing, aspectsText(view, row.missing, w.nothingMissing, asks(row)))}${textCell(c.delivered, aspectsText(view, row.delivers, w.noneDelivered, true))}${textCell(c.until, contractCell(view, row))}</tr>`;
    }),
  );
}

export const supplierLink = (route: string, supplier: string): Html =>
  html`<a href="${linkFrom(route, routes.supplier(supplier))}">${supplier}</a>`;

function importanceCell(view: View, { importance, counted }: ExternalService): Html {
  const { importance: words } = riskWords(view.locale);
  if (importance !== null) return html`<span class="nb">${words[importance as 1 | 2 | 3 | 4]}</span>`;
  return html`${words.unknown} <small>${supplierWords(view.locale).importanceUnknown(String(counted))}</small>`;
}

/** Ink repeats the word: what must not be, what is in part, what is as it should be. */
function findingText(view: View, { finding, policy }: ExternalService): Html {
  const { findings } = supplierWords(view.locale);
  if (finding === null)
    return html`<span class="missing">${policy === null ? findings.unstated : findings.unknown}</span>`;
  if (finding === 'kept') return html`${findings.kept}`;
  return html`<b class="${finding === 'missing' ? 'unsure' : 'bad'}">${findings[finding]}</b>`;
}

const attitudeText = (view: View, { policy }: ExternalService): string | Html =>
  policy === null
    ? html`<span class="missing">${view.format.missing}</span>`
    : (view.words.profileValues.external_policy?.[policy] ?? policy);

/** Whether the attitude asks for anything to be reported. */
const asks = ({ policy }: ExternalService): boolean => policy === 'demand' || policy === 'standard';

/** `told`: null is not known; else there is nothing to be told. */
function aspectsText(view: View, list: readonly string[] | null, none: string, told: boolean): string | Html {
  if (list === null) return told ? html`<span class="missing">${view.format.missing}</span>` : '';
  if (list.length === 0) return none;
  if (list.length === aspectKeys.length) return supplierWords(view.locale).allDelivered;
  const { aspects } = formWords(view.locale);
  return list.map((name) => aspects[name as Aspect] ?? name).join(view.locale === 'ja' ? '、' : ', ');
}

function contractCell(view: View, { contractUntil, contractDays }: ExternalService): string | Html {
  const w = supplierWords(view.locale);
  if (contractUntil === null || contractDays === null) return w.noEnd;
  const n = Math.abs(contractDays);
  const days = { n, text: view.format.number(n) };
  return html`<span class="nb">${contractUntil}</span> <small>${contractDays < 0 ? w.ended(days) : w.daysLeft(days)}</small>`;
}

/** The monthly reports of a supplier; those that are late or missing in their own ink. */
export function reportTable(view: View, rows: readonly SupplierReport[]): Html {
  const w = supplierWords(view.locale);
  const { columns: c } = w;
  const ink = { on_time: '', owed: 'quiet', late: 'unsure', missing: 'bad' } as const;
  return table(
    [{ label: c.reported }, { label: c.due }, { label: c.submitted }, { label: c.state }],
    rows.map(
      (row) =>
        html`<tr><th scope="row">${view.format.month(row.reported)}</th>${textCell(c.due, html`<span class="nb">${row.dueAt}</span>`)}${textCell(c.submitted, row.submittedAt === null ? '' : html`<span class="nb">${row.submittedAt}</span>`)}${textCell(c.state, html`<span class="${ink[row.state]}">${w.reports[row.state]}</span>`)}</tr>`,
    ),
  );
}
