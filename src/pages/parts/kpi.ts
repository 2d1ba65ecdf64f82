/** A company's tree of indicators, each with its quarters: value, target, met or not. */
import { type Html, html } from '../../html.js';
import type { StatusWord } from '../../locale/judgements.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import { metricOf } from '../../metrics/registry.js';
import type { Scope } from '../book.js';
import type { KpiRow } from '../judgements.js';
import type { View } from '../view.js';
import { statusMark } from './marks.js';
import { measureText } from './number.js';
import { section, table, textCell } from './section.js';

/** The trees whose nodes touch the company, its units or its systems. */
export function kpiSection(view: View, companyId: string): Html | null {
  const w = judgementWords(view.locale);
  const rows = view.data.judged.kpi.filter((k) => companyOf(view, k) === companyId);
  if (rows.length === 0) return null;
  const nodes = [...new Set(rows.map((k) => k.node))];
  const quarters = [1, 2, 3, 4];
  return section(
    'kpi',
    w.sections.kpi,
    view.format.fiscalYear(view.reported.fiscalYear),
    table(
      [
        { label: w.columns.node },
        { label: w.columns.target, numeric: true },
        { label: w.columns.toDate },
        ...quarters.map((q) => ({ label: w.quarter(q) })),
      ],
      nodes.map((node) => {
        const own = rows.filter((k) => k.node === node);
        const first = own[0]!;
        const metric = metricOf(first.metric);
        const cell = (quarter: number | null, label: string): Html => {
          const k = own.find((o) => o.quarter === quarter);
          return textCell(
            label,
            k && k.value !== null ? html`${measureText(view, metric.unit, k.value)} ${judged(view, k)}` : '',
          );
        };
        const target = first.target === null ? '' : measureText(view, metric.unit, first.target);
        return html`<tr><th scope="row">${'　'.repeat(first.depth)}${first.level === 'kgi' ? html`<b>${metric.name[view.locale]}</b>` : metric.name[view.locale]} <small>${scopeName(view, first)}${first.note && html`。${first.note}`}</small></th><td class="num" data-label="${w.columns.target}">${target}</td>${cell(null, w.columns.toDate)}${quarters.map((q) => cell(q, w.quarter(q)))}</tr>`;
      }),
    ),
  );
}

const judged = (view: View, { status }: KpiRow): Html | string =>
  status === '' || status === 'no_data' ? '' : statusMark(view, status as StatusWord);

function companyOf(view: View, { scopeKind, scopeId }: KpiRow): string | undefined {
  switch (scopeKind) {
    case 'company':
      return scopeId;
    case 'unit':
      return view.data.units.find((u) => u.id === scopeId)?.companyId;
    case 'system':
      return view.data.systems.find((s) => s.id === scopeId)?.companyId;
    default:
      return view.data.across.find((s) => s.kind === scopeKind && s.id === scopeId)?.companyId ?? undefined;
  }
}

/** A scope in words, whatever its kind. */
export function scopeName(
  view: View,
  { scopeKind, scopeId }: { scopeKind: string; scopeId: string },
): string {
  const kind = scopeKind as Scope['kind'];
  switch (kind) {
    case 'group':
      return view.words.nav.group;
    case 'company':
      return view.companyName(scopeId);
    case 'unit':
      return view.data.units.some((u) => u.id === scopeId) ? view.unitName(scopeId) : scopeId;
    case 'system':
      return view.data.systems.some((s) => s.id === scopeId) ? view.systemName(scopeId) : scopeId;
    default: {
      const across = view.data.across.find((s) => s.kind === kind && s.id === scopeId);
      return across ? view.acrossName(across) : scopeId;
    }
  }
}
