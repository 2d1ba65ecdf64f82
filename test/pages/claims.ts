/** Pages held to the marts: what each may say of movement and difference, and that it says it. */
import { findingWords } from '../../src/locale/findingsOf.js';
import { formatsOf } from '../../src/locale/index.js';
import { judgementWords } from '../../src/locale/judgementsOf.js';
import type { Locale } from '../../src/locale/language.js';
import type { PageContent } from '../../src/pages/page.js';
import { routes } from '../../src/pages/view.js';
import type { Made } from './report.js';
import { classified, leadOf, plain, rowsOf, sectionOf, sentencesOf, tablesOf, textOf } from './statements.js';

export const locales = ['ja', 'en'] as const satisfies readonly Locale[];

export interface Seen {
  readonly page: PageContent;
  readonly locale: Locale;
  readonly markup: string;
  readonly scope: string | undefined;
  /** `en/index.html`. */
  readonly at: string;
}

/** Each page of a report with its locale; `scope`: whose page it is, if it is one's. */
export function* pagesOf({ pages, report }: Made): Generator<Seen> {
  const scopes = new Map<string, string>([[routes.executive, 'group:group']]);
  for (const { id } of report.companies) scopes.set(routes.company(id), `company:${id}`);
  for (const { id } of report.units) scopes.set(routes.unit(id), `unit:${id}`);
  for (const { id } of report.systems) scopes.set(routes.system(id), `system:${id}`);
  for (const locale of locales)
    for (const page of pages[locale])
      yield {
        page,
        locale,
        markup: String(page.content),
        scope: scopes.get(page.route),
        at: `${locale}/${page.route}`,
      };
}

/** Every text within a scheme: its own words, which are the company's or the survey's, on no month. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(textsIn)
      : [];

/** What may stand on a page besides: on the pages of definitions, definitions. */
export const besides = ({ report }: Made, { kind }: PageContent): string[] =>
  kind === 'scheme' ? [...classified.definition, ...textsIn(report.schemes.map((u) => u.scheme))] : [];

/** What of a page is said on movement, held to the marts; returns the rest, in which nothing may be, and what was found amiss. */
export function holdToMarts(
  made: Made,
  { markup, locale, scope, at }: Seen,
): { rest: string; amiss: string[] } {
  const w = judgementWords(locale);
  const amiss: string[] = [];
  let rest = markup;
  if (scope !== undefined) {
    const lead = textOf(leadOf(markup));
    let left = lead;
    for (const sentence of sentencesOf(made.signals, scope, locale)) {
      if (left.split(sentence).length !== 2) amiss.push(`${at} doesn't say once: ${sentence}`);
      left = left.replace(sentence, '\n');
    }
    rest = rest.replace(leadOf(markup), left.replaceAll('<', '&lt;'));
  }
  for (const table of tablesOf(markup))
    for (const row of rowsOf(table)) {
      const cell = row.cells.get(w.columns.signal);
      if (cell === undefined) continue;
      // A row of scopes is about their incidents, which come first in it after the level; one of metrics about its own.
      const metric = /data-figure="[^"/]+\/(?!risk_)([a-z0-9_]+)\//.exec(row.markup)?.[1];
      const signal = made.signals.find((s) => s.metric === metric && s.scope === row.scope);
      const wanted = !signal?.variation
        ? ''
        : [w.variation[signal.variation], signal.assurance && ` ${w.assurance[signal.assurance]}`].join('');
      if (plain(cell) !== wanted) amiss.push(`${at} ${row.scope}: ${plain(cell)}, not ${wanted}`);
      rest = rest.replace(row.markup, row.markup.replace(cell, ''));
    }
  const evidence = sectionOf(rest, 'evidence');
  for (const row of rowsOf(evidence)) {
    const { lower, upper } = made.evidence.find((e) => e.name === row.head)!;
    const side = upper !== null && upper < 1 ? 'fewer' : lower !== null && lower > 1 ? 'more' : 'none';
    const said = plain(row.cells.get(w.columns.status)!).replace(w.overlapped, '').trim();
    if (said !== w.evidence(side)) amiss.push(`${at} ${row.head}: ${said}, not ${side}`);
    rest = rest.replace(row.markup, '');
  }
  const rates = sectionOf(rest, 'rates');
  if (rates !== '') {
    const named = (side: 'above' | 'below') =>
      made.rates
        .filter((r) => r.outside === side)
        .map(({ id }) => (locale === 'ja' ? `${id}社` : `Company ${id}`));
    let finding = textOf(/<p class="find">(.*?)<\/p>/s.exec(rates)![1]!);
    for (const side of ['above', 'below'] as const) {
      const sentence = named(side).length === 0 ? '' : w.outside(named(side), side === 'above');
      if (!finding.includes(sentence)) amiss.push(`${at} doesn't say: ${sentence}`);
      finding = finding.replace(sentence, '');
      for (const row of rowsOf(rates)) {
        const marked = plain(row.cells.get(w.columns.limits)!).endsWith(w.outsideMark[side]);
        if (marked !== named(side).includes(row.head)) amiss.push(`${at} marks ${row.head} ${side}`);
      }
    }
    const others = [w.noDifference, w.noDifferenceAtAll, w.notCompared].reduce(
      (t, s) => t.replace(s, ''),
      finding,
    );
    if (others.trim() !== '') amiss.push(`${at} says of rates: ${others}`);
    rest = rest.replace(rates, rates.replace(/<p class="find">.*?<\/p>/s, ''));
  }
  rest = holdTrends(made, { markup: rest, locale, scope, at }, amiss);
  return { rest, amiss };
}

/** Who is called worse: exactly those of mart.risk_trends that belong on the page, with the numbers of its row. Returns the page without them. */
function holdTrends(
  made: Made,
  { markup, locale, scope, at }: Pick<Seen, 'markup' | 'locale' | 'scope' | 'at'>,
  amiss: string[],
): string {
  const w = findingWords(locale);
  const format = formatsOf(locale);
  const worse = made.trends.filter((t) => t.worse);
  const belongs = (t: Made['trends'][number]): boolean => {
    if (at.endsWith(`/${routes.risk}`)) return true;
    const [kind, id] = [scope?.split(':')[0], scope?.slice(scope.indexOf(':') + 1)];
    // The group's page leaves the units of a company to that company.
    if (kind === 'group')
      return t.kind === 'company' || !worse.some((c) => c.kind === 'company' && c.id === t.company);
    return kind === 'company' ? t.company === id : kind === 'unit' && t.kind === 'unit' && t.id === id;
  };
  const said =
    /<div data-kind="company_worse">.*?<\/div>|<h3 id="f-company_worse">.*?<\/ul>/s.exec(markup)?.[0] ?? '';
  const expected = worse.filter(belongs);
  if ((said !== '') !== expected.length > 0) amiss.push(`${at} says of lasting rises: ${plain(said)}`);
  if ((said.match(/class="fact"/g)?.length ?? 0) !== expected.length)
    amiss.push(`${at} names others: ${plain(said)}`);
  for (const t of expected) {
    const sentence = w.worse({
      n: format.number(t.n),
      from: format.month(t.from),
      expected: format.number(t.expected, t.expected < 10 ? 1 : 0),
      baselineFrom: format.month(t.baselineFrom),
      baselineTo: format.month(t.baselineTo),
    });
    if (!plain(said).includes(sentence)) amiss.push(`${at} doesn't say of ${t.id}: ${sentence}`);
  }
  return said === '' ? markup : markup.replace(said, '');
}
