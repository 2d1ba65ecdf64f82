/** Whose report it is, of which month, to whom and by when. */
import { type Content, type Html, html } from '../../html.js';
import { formWords } from '../../locale/formsOf.js';
import { riskWords } from '../../locale/riskOf.js';
import type { Scope } from '../book.js';
import { levelFigure } from '../parts/level.js';
import { number } from '../parts/number.js';
import { linkFrom, routes, type View } from '../view.js';
import { orBlank } from './fields.js';

/** `whole`: it takes a row of its own. */
type Item = readonly [label: string, value: Content, whole?: 'whole'];

export function systemHead(view: View, route: string, id: string): Html {
  const w = formWords(view.locale);
  const system = view.system(id);
  const unit = view.unit(system.unitId);
  // The next tier judges it: the unit's lead.
  const addressee = html`${view.unitName(unit.id)}${unit.owner !== null && ` ${unit.owner}`}`;
  return head(view, view.systemName(id), { kind: 'system', id }, [
    [
      w.head.system,
      html`<a href="${linkFrom(route, routes.system(id))}">${view.systemName(id)}</a> <small>${id}</small>`,
    ],
    [w.head.company, view.companyName(system.companyId)],
    [w.head.unit, view.unitName(unit.id)],
    [w.head.owner, system.profile.owner ?? null],
    [w.head.addressee, addressee],
  ]);
}

export function supplierHead(view: View, route: string, id: string): Html {
  const w = formWords(view.locale);
  const systems = new Set((view.data.risk.forms.servicesOf.get(id) ?? []).map((s) => s.systemId));
  return head(view, id, { kind: 'supplier', id }, [
    [w.head.supplier, html`<a href="${linkFrom(route, routes.supplier(id))}">${id}</a>`],
    [w.head.systems, systems.size === 0 ? null : view.format.number(systems.size)],
    [w.head.addressee, unitsOf(view, systems), 'whole'],
  ]);
}

function head(view: View, name: string, scope: Scope, own: readonly Item[]): Html {
  const w = formWords(view.locale);
  const submission = view.data.risk.forms.submissions.get(`${scope.kind}:${scope.id}`);
  const level = view.data.book.find('risk_level', scope);
  const score = view.data.book.find('risk_score', scope);
  const risk = riskWords(view.locale).columns;
  const items: readonly Item[] = [
    [w.head.month, view.format.month(view.reported.month)],
    ...own,
    [w.head.due, submission?.dueAt ?? null],
    [w.head.submitted, submission?.submittedAt ?? null],
    [w.head.by, submission?.by ?? null],
    ...(level ? [[risk.level, html`${levelFigure(view, level)}`] as const] : []),
    ...(score ? [[risk.score, number(view, score)] as const] : []),
  ];
  return html`<h1>${w.title(name)}</h1>
<p class="lead">${w.lead}</p>${
    !(view.data.book.find('incidents', scope)?.complete ?? view.reported.complete) &&
    html`<p class="lead unsure">${view.words.incompleteNote}</p>`
  }
<dl class="profile head">${items.map(
    ([label, value, whole]) =>
      html`<div${whole && html` class="whole"`}><dt>${label}</dt><dd>${orBlank(view, value)}</dd></div>`,
  )}</dl>`;
}

/** The units whose systems it supplies, company by company in the configured order. */
function unitsOf(view: View, systems: ReadonlySet<string>): Content {
  const { unitsOf: told, list } = formWords(view.locale);
  const units = new Set(view.data.systems.filter((s) => systems.has(s.id)).map((s) => s.unitId));
  const named = view.data.companies.flatMap((company) => {
    const own = view.data.units.filter((u) => u.companyId === company.id && units.has(u.id));
    return own.length === 0
      ? []
      : [
          told(
            view.companyName(company.id),
            own.map((u) => view.unitName(u.id)),
          ),
        ];
  });
  return named.length === 0 ? null : list(named);
}
