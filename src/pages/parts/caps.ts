/** The year against its caps: what is used up, what is left, and the chance of ending above. */
import { bar } from '../../charts/index.js';
import { type Html, html } from '../../html.js';
import { judgementWords } from '../../locale/judgementsOf.js';
import type { Figure } from '../../metrics/figure.js';
import type { Scheme } from '../../schemes/model.js';
import type { Scope } from '../book.js';
import type { CapRow } from '../judgements.js';
import { gradeName } from '../scale.js';
import type { AcrossScope } from '../scopes.js';
import type { View } from '../view.js';
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

/** The scheme of the company whose cap it is; a grade says nothing without it. */
function schemeOf(view: View, cap: CapRow): Scheme | undefined {
  const company =
    cap.kind === 'company'
      ? cap.id
      : cap.kind === 'unit'
        ? view.data.units.find((u) => u.id === cap.id)?.companyId
        : cap.kind === 'system'
          ? view.data.systems.find((s) => s.id === cap.id)?.companyId
          : acrossOf(view, cap)?.companyId;
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
  const { book } = view.data;
  const rows = caps.map((cap) => {
    const toDate = book.find('incidents_fytd', cap as Scope, cap.breakdown);
    const chance = chanceOf(view, cap);
    const status = statusOf(chance);
    // A figure counts the whole scope. Beside a cap of some companies stand their incidents and no others'.
    const ofSome = cap.parts < cap.partsOf && cap.toDate !== null;
    const count = ofSome ? cap.toDate : (toDate?.value ?? null);
    const left = cap.cap === null || count === null ? null : cap.cap - count;
    const band = cap.low === null || cap.high === null ? '' : `${cap.low}–${cap.high}`;
    const parts = cap.parts < cap.partsOf && w.notes.companiesWithCap(String(cap.parts), String(cap.partsOf));
    return html`<tr><th scope="row">${labelOf(view, scope, cap)}${parts && html` <small>${parts}</small>`}</th>${ofSome ? plainCell(view, cap.toDate, w.columns.toDate) : numberCell(view, toDate, w.columns.toDate)}<td class="num" data-label="${w.columns.cap}">${cap.cap === null ? html`<span class="missing">${w.noCap}</span>` : number(view, book.find('cap', cap as Scope, cap.breakdown))}</td>${textCell(w.columns.left, barOf(view, cap, count, left))}${numberCell(view, chance, w.columns.chance)}<td class="num" data-label="${w.columns.band}">${band}</td>${textCell(w.columns.status, status && status !== 'no_data' && statusMark(view, status))}</tr>`;
  });
  return section(
    'caps',
    w.sections.targets,
    w.notes.targets,
    table(
      [
        { label: w.columns.scope },
        { label: w.columns.toDate, numeric: true },
        { label: w.columns.cap, numeric: true },
        { label: w.columns.left },
        { label: w.columns.chance, numeric: true },
        { label: w.columns.band, numeric: true },
        { label: w.columns.status },
      ],
      rows,
    ),
  );
}

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
  const scope = across ? `${w.scopeKinds[across.kind]} ${view.acrossName(across)}` : cap.id;
  return dimension === '' ? scope : `${scope} / ${severity}`;
}
