/** The eight aspects of a system's month, each with what is known, the judgement and a note (Figure 3-2). */
import { type Content, type Html, html, join } from '../../html.js';
import { type Aspect, aspectKeys } from '../../locale/forms.js';
import { formWords } from '../../locale/formsOf.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import type { Scope } from '../book.js';
import { section, table, textCell } from '../parts/section.js';
import type { Indicator, Service } from '../risk/forms.js';
import { linkFrom, routes, type View } from '../view.js';
import { blank, countFact, facts, figureFact, measured, statusBoxes } from './fields.js';

export interface AspectRow {
  readonly known: Content;
  readonly status: number | null;
  readonly note: string | null;
}

export function aspectSection(view: View, note: string | null, of: (aspect: Aspect) => AspectRow): Html {
  const w = formWords(view.locale);
  const c = w.columns;
  return section(
    'aspects',
    w.sections.aspects,
    note,
    table(
      [{ label: c.aspect }, { label: c.known }, { label: c.status }, { label: c.note }],
      aspectKeys.map((aspect, i) => {
        const { known, status, note } = of(aspect);
        return html`<tr><th scope="row">${i + 1}. ${w.aspects[aspect]}</th>${textCell(c.known, known)}${textCell(c.status, statusBoxes(view, status))}${textCell(c.note, html`${note}${blank(view)}`)}</tr>`;
      }),
    ),
  );
}

export function systemAspects(view: View, route: string, id: string): Html {
  const { forms } = view.data.risk;
  const observations = forms.observations.get(id) ?? [];
  return aspectSection(view, null, (aspect) => {
    const observed = observations.find((o) => o.aspect === aspect);
    return {
      known: knownOf(view, route, id, aspect),
      status: observed?.status ?? null,
      note: observed?.note ?? null,
    };
  });
}

function knownOf(view: View, route: string, id: string, aspect: Aspect): Html {
  const scope: Scope = { kind: 'system', id };
  const { forms } = view.data.risk;
  const figures = (...metrics: readonly string[]) => metrics.map((m) => figureFact(view, m, scope));
  switch (aspect) {
    case 'service_level':
      return html`${facts(view, figures('sla_breaches'))}${(forms.indicators.get(id) ?? []).map((i) => indicatorLine(view, i))}`;
    case 'trouble':
      return facts(
        view,
        figures('incidents', 'open_incidents', 'recurrences', 'restore_minutes_median', 'actions_overdue'),
      );
    case 'change':
      return facts(view, [...changeFacts(view, id), ...figures('change_failure_rate')]);
    case 'availability':
      return facts(view, figures('availability', 'impact_minutes'));
    case 'performance':
      return facts(view, figures('capacity_over_warn_days', 'capacity_days_to_limit', 'capacity_signs'));
    case 'supplier': {
      const services = forms.services.get(id) ?? [];
      return services.length === 0 ? blank(view) : html`${services.map((s) => serviceLines(view, route, s))}`;
    }
    // No figure is of these: they are observed.
    case 'security':
    case 'facility':
      return blank(view);
  }
}

function changeFacts(view: View, id: string) {
  const { facts: words } = formWords(view.locale);
  const given = view.data.config.sources.changes.length > 0;
  const changes = view.data.risk.forms.changes.get(id);
  const made = changes?.made ?? (given ? 0 : null);
  const withoutResult = changes?.withoutResult ?? 0;
  // Where no result at all is recorded, none failed is not what is known.
  const failed = made === null || (made > 0 && withoutResult === made) ? null : (changes?.failed ?? 0);
  return [
    countFact(view, words.made, made),
    ...(made === 0 ? [] : [countFact(view, words.failed, failed)]),
    ...(withoutResult > 0 ? [countFact(view, words.withoutResult, withoutResult)] : []),
  ];
}

/** On the target is kept, so a target is at least, or at most, what is written. */
const signs: Readonly<Record<string, string>> = { higher: '≥\u00a0', lower: '≤\u00a0' };

function indicatorLine(
  view: View,
  { indicator, target, actual, unit, direction, breached }: Indicator,
): Html {
  const { facts: words } = formWords(view.locale);
  const { status } = judgementWords(view.locale);
  const amount = (value: number | null, sign: string): Content => {
    const text = measured(view, value);
    return text === null
      ? blank(view)
      : html`<span class="nb">${sign}${text}${unit !== null && `\u00a0${unit}`}</span>`;
  };
  const word = breached === null ? null : breached ? status.not_met : status.met;
  return html`<p class="line">${indicator} <small>${words.target}</small> ${amount(target, signs[direction ?? ''] ?? '')} <small>${words.actual}</small> ${amount(actual, '')}${word !== null && html` <b>${word}</b>`}</p>`;
}

function serviceLines(view: View, route: string, s: Service): Html {
  const w = formWords(view.locale);
  const names = (aspects: readonly string[]): string =>
    w.list(aspects.map((a) => w.aspects[a as Aspect] ?? a));
  const about = aboutService(view, s);
  return html`<p class="line"><a href="${linkFrom(route, routes.form('supplier', s.supplier))}">${s.supplier}</a>${about && html` <small>${about}</small>`}</p>${facts(
    view,
    [
      { label: w.facts.delivers, value: names(s.delivers) },
      ...(s.missing.length > 0 ? [{ label: w.facts.missing, value: names(s.missing) }] : []),
    ],
  )}`;
}

/** What is agreed with a supplier: its role, the attitude towards it, until when. */
export function aboutService(view: View, { role, policy, contractUntil }: Service): Html | null {
  const until =
    contractUntil !== null &&
    html`<span class="nb">${formWords(view.locale).facts.contract} ${contractUntil}</span>`;
  const attitude = policy !== null && (view.words.profileValues.external_policy?.[policy] ?? policy);
  const parts = [role, attitude, until].filter((part) => part !== null && part !== false);
  return parts.length === 0 ? null : join(parts, ' · ');
}
