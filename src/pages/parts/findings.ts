/** What needs attention: a line for each kind of fact, which names the gravest and says how many others there are. */
import { type Content, type Html, html, join } from '../../html.js';
import type { Counted, FindingWord } from '../../locale/findings.js';
import { findingWords } from '../../locale/findingsOf.js';
import type { Scope } from '../book.js';
import type { Finding } from '../risk/findings.js';
import { linkFrom, routes, type View } from '../view.js';
import { detailOf } from './findingDetail.js';
import { scopeName } from './kpi.js';
import { section } from './section.js';

/** How many of a kind are named; the others are counted. Of what nothing may be hidden in, all. */
const namedAtMost: Readonly<Record<FindingWord, number>> = {
  open_critical: Number.POSITIVE_INFINITY,
  top_critical: Number.POSITIVE_INFINITY,
  other_critical: 3,
  company_worse: Number.POSITIVE_INFINITY,
  recurring_cause: 2,
  cap_exceeded: 3,
  capacity_limit: 2,
  regulator_overdue: 2,
  concentration: Number.POSITIVE_INFINITY,
  decision_overdue: 1,
  acceptance_ended: 1,
  profiles_stale: 3,
  drills_lapsed: 3,
  register_disagrees: 2,
  external_findings: 2,
  reports_missing: 3,
};

/** Whether a fact is the page's: the group's page has all. */
const isWithin =
  ({ kind, id }: Scope) =>
  (f: Finding): boolean =>
    kind === 'group' || (kind === 'company' ? f.companyId === id : kind === 'unit' && f.unitId === id);

/** A unit of a company that is itself named says no more of the same incidents on the group's page. */
const isTold = (view: View, scope: Scope, f: Finding): boolean =>
  f.kind === 'company_worse' &&
  f.scopeKind === 'unit' &&
  scope.kind === 'group' &&
  view.data.risk.findings.list.some(
    (o) => o.kind === f.kind && o.scopeKind === 'company' && o.scopeId === f.companyId,
  );

export const findingsOf = (view: View, scope: Scope): readonly Finding[] =>
  view.data.risk.findings.list.filter(isWithin(scope)).filter((f) => !isTold(view, scope, f));

export function findingsSection(view: View, route: string, scope: Scope): Html {
  const w = findingWords(view.locale);
  const list = findingsOf(view, scope);
  const kinds = [...new Set(list.map((f) => f.kind))];
  const body =
    list.length === 0
      ? html`<p>${w.none}</p>`
      : html`<dl class="findings">${kinds.map(
          (kind) => html`
<div data-kind="${kind}"><dt>${w.kinds[kind]}</dt><dd>${lineOf(view, route, scope, kind, list)}</dd></div>`,
        )}
</dl>`;
  return section('attention', w.section, list.length > 0 && w.note, body);
}

function lineOf(
  view: View,
  route: string,
  scope: Scope,
  kind: FindingWord,
  all: readonly Finding[],
): Content {
  const w = findingWords(view.locale);
  const of = all.filter((f) => f.kind === kind);
  if (kind === 'cap_exceeded' && scope.kind === 'group') return capsLine(view, route, of);
  const named = of.slice(0, namedAtMost[kind]);
  const others = of.length - named.length;
  return html`${join(
    named.map((f) => itemOf(view, route, scope, f)),
    w.between,
  )}${others > 0 && html`${w.between}<a class="nb" href="${linkFrom(route, routes.risk)}#f-${kind}">${w.others(counted(view, others))}</a>`}`;
}

/** On the group's page by company, in the configured order: the caps themselves stand in its table. */
function capsLine(view: View, route: string, of: readonly Finding[]): Html {
  const w = findingWords(view.locale);
  const companies = view.data.companies
    .map(({ id }) => ({ id, n: of.filter((f) => f.companyId === id).length }))
    .filter(({ n }) => n > 0);
  // What runs through companies is no one company's.
  const rest = of.filter((f) => !companies.some(({ id }) => id === f.companyId)).length;
  const told = (name: Html, n: number): Html => html`${name}${w.brackets(w.caps(counted(view, n)))}`;
  return join(
    [
      ...companies.map(({ id, n }) => told(link(route, routes.company(id), view.companyName(id)), n)),
      ...(rest > 0 ? [told(html`${view.words.nav.group}`, rest)] : []),
    ],
    w.between,
  );
}

export const counted = (view: View, n: number): Counted => ({ n, text: view.format.number(n) });

const link = (route: string, to: string, name: string): Html =>
  html`<a href="${linkFrom(route, to)}">${name}</a>`;

/** Its name, as this page needs it, and in brackets what it is. */
export function itemOf(view: View, route: string, scope: Scope, f: Finding): Html {
  const detail = detailOf(view, f);
  // Its own page need not name it.
  if (f.scopeKind === scope.kind && f.scopeId === scope.id && detail !== '')
    return html`<span class="fact">${detail}</span>`;
  const company =
    scope.kind === 'group' && f.companyId !== null && f.scopeKind !== 'company'
      ? view.companyName(f.companyId)
      : null;
  const name = nameOf(view, route, f);
  const placed =
    company === null
      ? name
      : view.locale === 'ja'
        ? html`<small>${company}</small> ${name}`
        : html`${name} <small>${company}</small>`;
  return html`<span class="fact">${placed}${detail !== '' && findingWords(view.locale).brackets(detail)}</span>`;
}

function nameOf(view: View, route: string, { scopeKind, scopeId }: Finding): Html {
  const name = scopeName(view, { scopeKind, scopeId });
  const to =
    scopeKind === 'system' && view.data.systems.some((s) => s.id === scopeId)
      ? routes.system(scopeId)
      : scopeKind === 'unit' && view.data.units.some((u) => u.id === scopeId)
        ? routes.unit(scopeId)
        : scopeKind === 'company'
          ? routes.company(scopeId)
          : scopeKind === 'supplier'
            ? routes.supplier(scopeId)
            : undefined;
  return to === undefined ? html`${name}` : link(route, to, name);
}

/** Every fact, kind by kind: where the others of the lines above are. */
export function allFindings(view: View, route: string, scope: Scope): Html {
  const w = findingWords(view.locale);
  const list = view.data.risk.findings.list;
  const kinds = [...new Set(list.map((f) => f.kind))];
  return section(
    'facts',
    w.allFacts,
    null,
    list.length === 0
      ? html`<p>${w.none}</p>`
      : html`${kinds.map((kind) => {
          const of = list.filter((f) => f.kind === kind);
          return html`<h3 id="f-${kind}">${w.kinds[kind]} <small>${view.format.number(of.length)}</small></h3>
<ul class="plain-list">${of.map((f) => html`<li>${itemOf(view, route, scope, f)}</li>`)}</ul>
`;
        })}`,
  );
}
