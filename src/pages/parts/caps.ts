/** The year against its caps: what is used up, what is left, and the chance of ending above. */
import { bar } from '../../charts/index.js';
import { type Html, html } from '../../html.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import type { Figure } from '../../metrics/figure.js';
import type { Scheme } from '../../schemes/model.js';
import { group, type Scope } from '../book.js';
import type { CapRow } from '../judgements.js';
import { gradeName, scaleOf } from '../scale.js';
import type { AcrossScope } from '../scopes.js';
import type { View } from '../view.js';
import { scopeName } from './kpi.js';
import { statusMark, statusOf } from './marks.js';
import { number, numberCell, plainCell } from './number.js';
import { section, table, textCell } from './section.js';

/** The caps that a page shows: its scope's own; a company's layers, flows and themes too. */
export function capsOf(view: View, scope: Scope): readonly CapRow[] {
  const { caps } = view.data.judged;
  const own = caps.filter((c) => c.kind === scope.kind && c.id === scope.id);
  const set = own.filter((c) => !c.summed);
  const shown = [
    // Sums say the same once more where the caps themselves stand.
    ...(set.length > 0 ? set : own),
    ...caps.filter((c) => scope.kind === 'company' && !c.summed && acrossOf(view, c)?.companyId === scope.id),
  ];
  return [...shown].sort((a, b) => places(view, a) - places(view, b));
}

const acrossOf = (view: View, { kind, id }: CapRow): AcrossScope | undefined =>
  view.data.across.find((s) => s.kind === kind && s.id === id);

/** Within a scope: the whole first, then classes, then grades, gravest first. Sorting is stable, so scopes keep their order. */
function places(view: View, cap: CapRow): number {
  const [dimension, ...member] = cap.breakdown.split(':');
  if (dimension === '') return 0;
  if (dimension === 'class') return 1 + ['critical', 'heavy', 'other'].indexOf(member.join(':'));
  const grades = schemeOf(view, cap)?.severity.grades ?? [];
  return 10 + grades.findIndex(({ id }) => id === member.join(':'));
}

/** The company whose cap it is; undefined for the group's. */
function companyOf(view: View, cap: CapRow): string | undefined {
  return (
    (cap.kind === 'company'
      ? cap.id
      : cap.kind === 'unit'
        ? view.data.units.find((u) => u.id === cap.id)?.companyId
        : cap.kind === 'system'
          ? view.data.systems.find((s) => s.id === cap.id)?.companyId
          : acrossOf(view, cap)?.companyId) ?? undefined
  );
}

/** Its scheme; a grade says nothing without it. */
function schemeOf(view: View, cap: CapRow): Scheme | undefined {
  const company = companyOf(view, cap);
  const { schemes } = view.data;
  if (company == null) return schemes.length === 1 ? schemes[0]!.scheme : undefined;
  return schemes.find((use) => use.companies.includes(company))?.scheme;
}

const chanceOf = (view: View, cap: CapRow): Figure | undefined =>
  view.data.book.find('cap_exceed_probability', cap as Scope, cap.breakdown);

/** One sentence on all caps of a page; '' where it has none. */
export function capsSentence(view: View, scope: Scope): string {
  // The group has no caps but sums: its sentence is on those that companies and their parts have been set.
  const caps = scope.kind === 'group' ? view.data.judged.caps : capsOf(view, scope);
  const set = caps.filter((c) => !c.summed && c.cap !== null);
  const statuses = set.map((cap) => statusOf(chanceOf(view, cap)));
  const judged = statuses.filter((s) => s !== undefined && s !== 'no_data' && s !== 'not_applicable');
  if (judged.length === 0) return '';
  const count = (...of: string[]): number => judged.filter((s) => of.includes(s!)).length;
  return judgementWords(view.locale).caps({
    all: set.length,
    exceeded: count('exceeded', 'not_met'),
    off: count('off_track'),
    atRisk: count('at_risk'),
    early: count('too_early'),
    unjudged: set.length - judged.length,
  });
}

export function capsSection(view: View, scope: Scope): Html | null {
  const w = judgementWords(view.locale);
  const caps = capsOf(view, scope);
  if (caps.length === 0) return null;
  return section(
    'caps',
    w.sections.targets,
    w.notes.targets,
    html`${capTable(view, scope, caps)}${ungradedNote(view, scope)}`,
  );
}

const capTable = (view: View, scope: Scope, caps: readonly CapRow[]): Html =>
  table(
    heads(view),
    caps.map((cap) => capRow(view, scope, cap)),
  );

/** For the group's page: its own rows are sums, in which a company's cap that is passed can't be seen. */
export function lateCapsSection(view: View): Html | null {
  const late = notOnTrack(view);
  if (late.length === 0) return null;
  return section('caps-late', judgementWords(view.locale).notOnTrack, null, capTable(view, group, late));
}

/** The caps of companies and their parts that are exceeded, or may be: the group's sums don't show them. */
function notOnTrack(view: View): readonly CapRow[] {
  const order = new Map(view.data.companies.map((c, i) => [c.id, i]));
  const place = (cap: CapRow): number => order.get(companyOf(view, cap) ?? '') ?? order.size;
  return view.data.judged.caps
    .filter(
      (c) =>
        !c.summed &&
        ['exceeded', 'not_met', 'off_track', 'at_risk'].includes(statusOf(chanceOf(view, c)) ?? ''),
    )
    .sort((a, b) => place(a) - place(b) || places(view, a) - places(view, b));
}

/** Incidents without a grade may belong to any: beside caps of grades that has to be said. */
function ungradedNote(view: View, scope: Scope): Html | null {
  const scale = scaleOf(view, scope);
  const value = (breakdown: string): number =>
    view.data.book.find('incidents_fytd', scope, breakdown)?.value ?? 0;
  const rest = value('') - scale.reduce((sum, { breakdown }) => sum + value(breakdown), 0);
  if (scale.length === 0 || rest <= 0) return null;
  return html`
<p class="quiet">${judgementWords(view.locale).ungradedBeside(view.format.number(rest))}</p>`;
}

function capRow(view: View, scope: Scope, cap: CapRow): Html {
  const w = judgementWords(view.locale);
  const { book } = view.data;
  const toDate = book.find('incidents_fytd', cap as Scope, cap.breakdown);
  const chance = chanceOf(view, cap);
  const status = statusOf(chance);
  // A figure counts the whole scope. Beside a cap of some companies stand their incidents and no others'.
  const ofSome = cap.parts < cap.partsOf && cap.toDate !== null;
  const count = ofSome ? cap.toDate : (toDate?.value ?? null);
  const left = cap.cap === null || count === null ? null : cap.cap - count;
  const band = cap.low === null || cap.high === null ? '' : `${cap.low}–${cap.high}`;
  const parts = cap.parts < cap.partsOf && w.notes.companiesWithCap(String(cap.parts), String(cap.partsOf));
  return html`<tr><th scope="row">${labelOf(view, scope, cap)}${parts && html` <small>${parts}</small>`}</th>${ofSome ? plainCell(view, cap.toDate, w.columns.toDate) : numberCell(view, toDate, w.columns.toDate)}<td class="num" data-label="${w.columns.cap}">${cap.cap === null ? html`<span class="missing">${w.noCap}</span>` : number(view, book.find('cap', cap as Scope, cap.breakdown))}</td>${textCell(w.columns.left, left === null ? '' : html`${barOf(view, cap, count, left)}<small>${w.capsLeft(left)}</small>`)}${numberCell(view, chance, w.columns.chance)}<td class="num" data-label="${w.columns.band}">${band}</td>${textCell(w.columns.status, status && status !== 'no_data' && statusMark(view, status))}</tr>`;
}

const heads = (view: View) => {
  const { columns: c } = judgementWords(view.locale);
  return [
    { label: c.scope },
    { label: c.toDate, numeric: true },
    { label: c.cap, numeric: true },
    { label: c.left },
    { label: c.chance, numeric: true },
    { label: c.band, numeric: true },
    { label: c.status },
  ];
};

/** A bar up to the cap's stroke, the year end's band behind it. */
function barOf(view: View, cap: CapRow, toDate: number | null, left: number | null): Html | string {
  if (cap.cap === null || toDate === null || left === null) return '';
  const w = judgementWords(view.locale);
  return bar({
    actual: toDate,
    max: Math.max(cap.cap, toDate, cap.high ?? 0, 1) * 1.05,
    cap: cap.cap,
    band: cap.low === null || cap.high === null ? undefined : { low: cap.low, high: cap.high },
    tone: left < 0 ? 'bad' : 'ink',
    alt: `${w.columns.toDate} ${toDate}, ${w.columns.cap} ${cap.cap}`,
  });
}

/** The page's own scope goes without saying: its rows are named by grade or class alone. */
function labelOf(view: View, page: Scope, cap: CapRow): string {
  const w = judgementWords(view.locale);
  const [dimension, ...rest] = cap.breakdown.split(':');
  const member = rest.join(':');
  const severity =
    dimension === ''
      ? w.all
      : dimension === 'class'
        ? w.classes[member as keyof typeof w.classes]
        : gradeName(view, { grade: member, class: null, scheme: schemeOf(view, cap)?.id ?? null });
  if (cap.kind === page.kind && cap.id === page.id) return severity;
  const across = acrossOf(view, cap);
  const own = across
    ? `${w.scopeKinds[across.kind]} ${view.acrossName(across)}`
    : scopeName(view, { scopeKind: cap.kind, scopeId: cap.id });
  const company = companyOf(view, cap);
  const scope =
    page.kind === 'group' && across && company !== undefined ? `${view.companyName(company)} ${own}` : own;
  return dimension === '' ? scope : `${scope} / ${severity}`;
}
