/**
 * Statements are honest: pure noise through the whole pipeline to the pages, which are held to the marts word by word. Nothing is called
 * better or worse without a signal of that very scope; nothing at all of an incomplete month; nobody is ranked.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { judgementWords } from '../../src/locale/judgementsOf.js';
import type { Locale } from '../../src/locale/language.js';
import { schemeWords } from '../../src/locale/schemesOf.js';
import { wordsOf } from '../../src/locale/wordsOf.js';
import { routes } from '../../src/pages/view.js';
import { besides, holdToMarts, locales, pagesOf } from './claims.js';
import { companies, noiseProject, reported } from './noiseProject.js';
import { type Made, makeReport } from './report.js';
import {
  classified,
  directedTexts,
  directedWords,
  leadOf,
  plain,
  rowsOf,
  sectionOf,
  tablesOf,
  textOf,
} from './statements.js';

const before = '2026-09';

let whole: Made;
/** As of the middle of the month. */
let midway: Made;
/** The export of one company ends before the month does; the rates per investment of two others do differ. */
let short: Made;
beforeAll(async () => {
  whole = await makeReport(noiseProject('2'), reported);
  midway = await makeReport(noiseProject('2', { asOf: '2026-10-16T00:00:00Z' }), reported);
  short = await makeReport(
    noiseProject('4', { ends: '2026-10-20', amounts: { m: 4_800_000_000, h: 300_000_000 } }),
    reported,
  );
}, 240_000);

describe('words of movement', () => {
  it('are all known: each text of the locale files that has one is classified', () => {
    expect(directedTexts()).toEqual([...new Set(Object.values(classified).flat())].sort());
  });

  it.each([
    ['a whole month', () => whole],
    ['a month that is not over', () => midway],
    ['a month that one export does not hold', () => short],
  ])('stand where a mart says so, for that very scope, and nowhere else: %s', (_, of) => {
    const found: string[] = [];
    for (const seen of pagesOf(of())) {
      // The same text for whatever data: held by the next test.
      if (seen.page.kind === 'methods') continue;
      const { rest, amiss } = holdToMarts(of(), seen);
      const own = `${rest}\n${seen.page.title}\n${seen.page.description}`;
      found.push(
        ...amiss,
        ...directedWords(own, seen.locale, besides(of(), seen.page)).map((word) => `${seen.at} ${word}`),
      );
    }
    expect(found).toEqual([]);
  });

  it('say on the page of definitions nothing of the data', () => {
    const methods = (made: Made, locale: Locale) =>
      String(made.pages[locale].find((p) => p.kind === 'methods')!.content);
    for (const locale of locales) expect(methods(short, locale)).toBe(methods(whole, locale));
  });

  it('were there to be said: the noise cried both ways', () => {
    const said = new Set(whole.signals.map((s) => `${s.metric === 'incidents'} ${s.variation}`));
    for (const side of ['better', 'worse'])
      for (const on of [true, false]) expect(said).toContain(`${on} ${side}`);
    expect(whole.evidence.some((e) => e.upper !== null && e.upper < 1)).toBe(true);
    expect(whole.evidence.some((e) => e.lower !== null && e.lower > 1)).toBe(true);
    expect(short.rates.map((r) => r.outside)).toEqual(expect.arrayContaining(['above', 'below']));
    // Measures' windows hold whole months only.
    for (const made of [midway, short]) {
      const open = (scope: string) => made === midway || /^(group|flow):|:z/.test(scope);
      for (const e of made.evidence.filter((m) => open(m.scope)))
        expect(e.until <= before, e.scope).toBe(true);
    }
  });
});

/** What a cap may be called. */
const statusesOf = (locale: Locale): string[] => Object.values(judgementWords(locale).status);
const silentOn = (locale: Locale): string[] => {
  const { status } = judgementWords(locale);
  return ['', status.too_early, status.no_data, status.not_applicable];
};

describe('an incomplete month', () => {
  it('has no signal, no status of a cap and no company outside, and says that it is incomplete', () => {
    expect(midway.signals.filter((s) => s.variation !== null)).toEqual([]);
    expect(midway.rates.filter((r) => r.outside !== null)).toEqual([]);
    for (const { markup, locale, scope, at } of pagesOf(midway)) {
      const w = judgementWords(locale);
      for (const row of tablesOf(markup).flatMap(rowsOf)) {
        const status = row.cells.get(w.columns.status);
        if (status === undefined || !statusesOf(locale).includes(plain(status))) continue;
        expect(silentOn(locale), `${at} ${row.head}`).toContain(plain(status));
      }
      if (scope === undefined) continue;
      expect(markup, at).toContain(wordsOf(locale).incompleteNote);
      for (const status of statusesOf(locale).filter((s) => !silentOn(locale).includes(s)))
        expect(plain(leadOf(markup)), at).not.toContain(status);
    }
  });

  it('is so for the group and for the company whose export is short, and for nobody else', () => {
    const short_ = (scope: string) =>
      /^(group:|(company|unit|system):z|(layer|flow|theme|supplier):(?!.*\/)|(layer|flow|theme|supplier):z\/)/.test(
        scope,
      );
    for (const s of short.signals)
      if (short_(s.scope)) expect([s.scope, s.variation]).toEqual([s.scope, null]);
    expect(short.signals.some((s) => s.scope === 'company:m' && s.variation !== null)).toBe(true);
    expect(short.rates.find((r) => r.id === 'z')!.outside).toBeNull();
    for (const { markup, locale, scope, at } of pagesOf(short)) {
      if (scope === undefined) continue;
      const note = markup.includes(wordsOf(locale).incompleteNote);
      expect([at, note]).toEqual([at, short_(scope)]);
      const caps = rowsOf(sectionOf(markup, 'caps')).map((row) =>
        plain(row.cells.get(judgementWords(locale).columns.status)!),
      );
      if (short_(scope)) for (const status of caps) expect(silentOn(locale), at).toContain(status);
    }
  });

  it('lets no sentence speak for all caps where some are not judged', () => {
    // z's own, its three systems' and the flow's: 5 of 17 that can be worked out.
    const lead = (locale: Locale) =>
      plain(leadOf(String(short.pages[locale].find((p) => p.route === routes.executive)!.content)));
    const set = short.report.judged.caps.filter((c) => !c.summed && c.cap !== null);
    const z = set.filter((c) => /^z/.test(c.id) || c.kind === 'flow');
    expect(z.length).toBeGreaterThan(3);
    expect(lead('en')).toMatch(new RegExp(`Of ${set.length} caps on incidents: .*\\b${z.length} not judged`));
    expect(lead('ja')).toMatch(
      new RegExp(`件数上限${set.length}項目のうち、.*判定していないもの${z.length}です`),
    );
  });
});

const nameIn = { ja: (id: string) => `${id}社`, en: (id: string) => `Company ${id}` } as const;

describe('companies', () => {
  it('stand in the configured order in every table, as rows, as columns and under others', () => {
    let tables = 0;
    for (const made of [whole, short])
      for (const { markup, locale, at } of pagesOf(made)) {
        const order = companies.map(({ id }) => nameIn[locale](id));
        for (const table of tablesOf(markup)) {
          const rows = rowsOf(table);
          const heads = rows.map((r) => r.head).filter((h) => order.includes(h));
          expect(heads, at).toEqual(order.filter((name) => heads.includes(name)));
          const columns = [...table.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map((m) => plain(m[1]!));
          const named = columns.filter((c) => order.includes(c));
          expect(named, at).toEqual(order.filter((name) => named.includes(name)));
          const under = rows.map((r) => order.indexOf(r.small)).filter((i) => i >= 0);
          expect(under, at).toEqual([...under].sort((a, b) => a - b));
          if (heads.length === order.length) tables++;
        }
      }
    // Two tables on the group's page, the list of companies and what the scores' difference is made of, in two reports and two languages.
    expect(tables).toBe(16);
  });

  it('under several schemes are beside each other by class, never by grade, and the page says so', () => {
    const schemeOf = new Map<string, string | null>(companies.map(({ id, scheme }) => [id, scheme]));
    const companyOf = (kind: string, id: string) =>
      ['company', 'unit', 'system'].includes(kind) ? id[0] : id.includes('/') ? id.split('/')[0] : undefined;
    const gradesIn = (text: string) =>
      [...text.matchAll(/(?:data-figure="|^)[^/"]+\/[^/"]+\/(\w+):([^/"]+)\/grade:/gm)].map(([, kind, id]) =>
        companyOf(kind!, decodeURIComponent(id!)),
      );
    expect(gradesIn([...whole.figures.keys()].join('\n')).length).toBeGreaterThan(100);
    expect(gradesIn([...whole.figures.keys()].join('\n'))).not.toContain(undefined);
    for (const { markup, locale, scope, at } of pagesOf(whole)) {
      for (const table of tablesOf(markup)) {
        const schemes = new Set(
          gradesIn(table).map((company) => (company === undefined ? undefined : schemeOf.get(company))),
        );
        expect(schemes.size, at).toBeLessThanOrEqual(1);
        expect(schemes, at).not.toContain(undefined);
      }
      const words = wordsOf(locale);
      if (scope === 'group:group') {
        const grades = rowsOf(sectionOf(markup, 'by-grade')).map((r) => r.head);
        expect(grades).toEqual([...Object.values(words.grades), words.unclassed, words.columns.total]);
        expect(textOf(sectionOf(markup, 'by-grade'))).toContain(words.notes.byClass);
        for (const row of rowsOf(sectionOf(markup, 'caps')))
          expect(Object.values(judgementWords(locale).classes)).toContain(row.head);
        expect(textOf(sectionOf(markup, 'companies'))).toContain(words.notes.companies);
      }
      if ([routes.methods, routes.schemes].some((route) => at.endsWith(route)))
        expect(textOf(markup)).toContain(schemeWords(locale).indexLead);
    }
  });

  it('whose caps are added above them are counted alone beside the sum', () => {
    for (const { markup, locale, scope } of pagesOf(whole)) {
      if (scope !== 'group:group') continue;
      const w = judgementWords(locale);
      const rows = rowsOf(sectionOf(markup, 'caps'));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        const id = (['critical', 'heavy', 'other'] as const).find((c) => w.classes[c] === row.head)!;
        const parts = companies.filter(
          ({ id: c }) =>
            whole.figures.get(`${reported}/cap/company:${c}/class:${id}`) !== undefined || ownCap(c, id),
        );
        expect(row.small).toBe(w.notes.companiesWithCap(String(parts.length), String(companies.length)));
        const counted = parts.reduce(
          (sum, { id: c }) =>
            sum + whole.figures.get(`${reported}/incidents_fytd/company:${c}/class:${id}`)!.value!,
          0,
        );
        expect(plain(row.cells.get(w.columns.toDate)!)).toBe(String(counted));
      }
    }
  });
});

/** transport-d's rules set caps for its grades, which are the classes. */
const ownCap = (company: string, id: string): boolean => company === 'c' && id !== 'other';

describe('the sentence on a changed count', () => {
  it('gives the numbers of the month and of the one before it, and nothing besides', () => {
    const ways = new Set<number>();
    for (const made of [whole, midway, short])
      for (const { markup, locale, scope, at } of pagesOf(made)) {
        if (scope === undefined) continue;
        const value = (month: string) => made.figures.get(`${month}/incidents/${scope}`)!.value!;
        const [now, last] = [value(reported), value(before)];
        ways.add(Math.sign(now - last));
        const caption = plain(/<figcaption>(.*?)<\/figcaption>/s.exec(sectionOf(markup, 'trend'))![1]!);
        expect(caption, at).toBe(
          locale === 'ja'
            ? `2026年10月は${now}件でした（前月${last}件）`
            : `${now} in October 2026 (${last} the month before)`,
        );
        const lead = plain(leadOf(markup));
        const year = (month: string) => made.figures.get(`${month}/incidents_fytd/${scope}`)!;
        const compared = year(reported).complete;
        const beforehand = year('2025-10').value;
        const [, total, former] = (
          locale === 'ja'
            ? /^(?:決定を待つ事項は[^。]+。)?2026年度の累計は(\d+)件(?:（前年度の同じ期間は(\d+)件）)?。/
            : /^(?:\d+ matters? waits? for a decision[^.]*\. )?(\d+) in FY2026 so far(?: \((\d+) over the same months of the year before\))?\./
        ).exec(lead)!;
        expect([at, total, former]).toEqual([
          at,
          String(year(reported).value),
          compared ? String(beforehand) : undefined,
        ]);
      }
    expect([...ways].sort()).toEqual([-1, 0, 1]);
  });
});
