/** A supplier's form: the same eight aspects, and which of them it reports for which system. */
import { type Content, type Html, html } from '../../html.js';
import { type Aspect, aspectKeys } from '../../locale/forms.js';
import { formWords } from '../../locale/formsOf.js';
import type { Scope } from '../book.js';
import { section, table, textCell } from '../parts/section.js';
import type { Service } from '../risk/forms.js';
import { linkFrom, routes, type View } from '../view.js';
import { aboutService, aspectSection } from './aspects.js';
import { blank, facts, figureFact } from './fields.js';
import { hasForm } from './link.js';

const servicesOf = (view: View, supplier: string): readonly Service[] =>
  view.data.risk.forms.servicesOf.get(supplier) ?? [];

/** How a supplier judges its own month is for it to say: nothing is ticked. */
export function supplierAspects(view: View, supplier: string): Html {
  const scope: Scope = { kind: 'supplier', id: supplier };
  const note = servicesOf(view, supplier).some(onRecord) ? formWords(view.locale).notes.reported : null;
  return aspectSection(view, note, (aspect) => ({
    known: html`${aspect === 'trouble' && troubles(view, scope)}${reportedFor(view, supplier, aspect)}`,
    status: null,
    note: null,
  }));
}

const troubles = (view: View, scope: Scope): Html =>
  facts(
    view,
    ['incidents', 'open_incidents', 'restore_minutes_median', 'impact_minutes'].map((m) =>
      figureFact(view, m, scope),
    ),
  );

/** Whether anything is on record of what is asked for or delivered. */
const onRecord = (s: Service): boolean => s.policy !== null || s.delivers.length > 0;

function reportedFor(view: View, supplier: string, aspect: Aspect): Html {
  const services = servicesOf(view, supplier).filter(onRecord);
  if (services.length === 0) return blank(view);
  const n = services.filter((s) => s.delivers.includes(aspect)).length;
  const count = (k: number): string => view.format.number(k);
  return html`<p class="line">${formWords(view.locale).reportedFor(count(n), count(services.length))}</p>`;
}

/** Systems in the order of the report; nothing where the supplier is known from incidents alone. */
export function deliverySection(view: View, route: string, supplier: string): Html | null {
  const services = servicesOf(view, supplier);
  if (services.length === 0) return null;
  const w = formWords(view.locale);
  const position = new Map(view.data.systems.map((s, i) => [s.id, i]));
  const rows = [...services].sort((a, b) => position.get(a.systemId)! - position.get(b.systemId)!);
  return section(
    'services',
    w.sections.services,
    w.notes.services,
    table(
      [{ label: view.words.columns.system }, ...aspectKeys.map((aspect) => ({ label: w.aspects[aspect] }))],
      rows.map((s) => {
        const about = aboutService(view, s);
        return html`<tr><th scope="row">${systemName(view, route, s.systemId)} <small>${view.companyName(view.system(s.systemId).companyId)}${about && html` · ${about}`}</small></th>${aspectKeys.map((aspect) => textCell(w.aspects[aspect], deliveryOf(view, s, aspect)))}</tr>`;
      }),
    ),
  );
}

const systemName = (view: View, route: string, id: string): Content =>
  hasForm(view, 'system', id)
    ? html`<a href="${linkFrom(route, routes.form('system', id))}">${view.systemName(id)}</a>`
    : view.systemName(id);

/** Where neither what is asked for nor what is delivered is on record, the field is for the supplier to fill in. */
function deliveryOf(view: View, s: Service, aspect: Aspect): Content {
  const { delivery } = formWords(view.locale);
  if (s.delivers.includes(aspect)) return delivery.delivered;
  if (s.missing.includes(aspect)) return html`<b>${delivery.missing}</b>`;
  return onRecord(s) ? delivery.notAsked : blank(view);
}
