/** The first page: the verdict, what needs attention, the matrix. Held to the marts that they are made from. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findingWords } from '../../src/locale/findingsOf.js';
import type { Locale } from '../../src/locale/language.js';
import { routes } from '../../src/pages/view.js';
import { findingProject } from '../risk/findingProject.js';
import { holdToMarts, locales, pagesOf } from './claims.js';
import { noiseProject, reported } from './noiseProject.js';
import { type Made, makeReport } from './report.js';
import { directedWords, plain, sectionOf } from './statements.js';

let made: Made;
/** The same with a critical system of lower importance and twelve of the highest. */
let red: Made;
let shifted: Made;
beforeAll(async () => {
  made = await makeReport(findingProject(), '2026-10');
  red = await makeReport(manyRed(), '2026-10');
  shifted = await makeReport(noiseProject('2', { worse: 'm' }), reported);
}, 240_000);

/** Twelve more systems of the highest importance, each with an open critical incident; by the share and less rules none would count. */
function manyRed() {
  const project = findingProject('{ roll_up: { less: [null, null, null, 0], share: null } }');
  const ids = Array.from({ length: 12 }, (_, i) => `t${i}`);
  return {
    ...project,
    'systems.csv': `${project['systems.csv']}${ids.map((id) => `${id},u1,名${id},Name ${id},AAA,2026-06-01,demand\n`).join('')}`,
    'incidents.csv': `${project['incidents.csv']}${ids.map((id) => `o${id},${id},2026-10-30T12:00:00Z,,open,停止,true,10,platform,電源,false\n`).join('')}`,
  };
}

const markupOf = (of: Made, locale: Locale, route: string): string =>
  String(of.pages[locale].find((p) => p.route === route)!.content);
/** The lines of what needs attention, by kind; a no-break space as a space. */
const linesOf = (markup: string): Record<string, string> =>
  Object.fromEntries(
    [
      ...sectionOf(markup, 'attention').matchAll(
        /<div data-kind="(\w+)"><dt>.*?<\/dt><dd>(.*?)<\/dd><\/div>/gs,
      ),
    ].map((m) => [m[1]!, plain(m[2]!).replaceAll('\u00a0', ' ')]),
  );

describe('the verdict', () => {
  it('says the level, what decides it, and the month’s incidents', () => {
    const h1 = (locale: Locale) =>
      plain(/<h1>(.*?)<\/h1>/s.exec(markupOf(made, locale, routes.executive))![1]!.replace('<br>', ' '));
    expect(h1('ja')).toBe(
      'リスク水準は「極めて高」です。最重要の決済で決まりました。 2026年10月の障害は3件、うち重大2件、月末に未復旧は1件です。',
    );
    expect(h1('en')).toBe(
      'The risk level is critical, because of Payments of the highest importance. 3 incidents in October 2026, 2 critical; 1 open at its end.',
    );
  });
});

describe('what needs attention', () => {
  it('has a line for each kind, gravest first, in words', () => {
    expect(linesOf(markupOf(made, 'ja', routes.executive))).toEqual({
      open_critical: '甲社 決済（i1、3日12時間経過）',
      top_critical: '甲社 決済（未解決・遅れ）',
      recurring_cause: '甲社 審査（同じ原因が12か月で4件：プール枯渇）',
      cap_exceeded: '甲社（1項目）',
      capacity_limit: '甲社 配信（限界まで10日）',
      regulator_overdue: '甲社 配信（1件）',
      concentration: '北社（最重要の3システムのうち3（100 %）の背後、1社）',
      profiles_stale: '甲社 二部（全2システム、最長668日前）',
      drills_lapsed: '甲社 掲示（記録なし）',
      decision_overdue: '甲社 審査（増強、期限から30日）',
      acceptance_ended: '甲社 帳票（帳票の旧版、31日前に終了）',
      register_disagrees: '甲社 決済（登録なし、測定は極めて高）、甲社 審査（登録は低、測定は高）、ほか2件',
      external_findings:
        '甲社 配信（北社、求めた報告の一部がない）、甲社 帳票（南社、使わない方針なのに使っている）',
      reports_missing: '甲社 二部（2026年9月分）',
    });
    expect(linesOf(markupOf(made, 'en', routes.executive))).toEqual({
      open_critical: 'Payments Company X (i1, for 3 d 12 h)',
      top_critical: 'Payments Company X (open and overdue)',
      recurring_cause: 'Screening Company X (4 incidents of one cause within 12 months: プール枯渇)',
      cap_exceeded: 'Company X (1)',
      capacity_limit: 'Feed Company X (10 days to the limit)',
      regulator_overdue: 'Feed Company X (1 report)',
      concentration: '北社 (behind 3 of 3 systems of the highest importance (100%), in 1 company)',
      profiles_stale: 'Unit 2 Company X (all 2 systems; up to 668 days ago)',
      drills_lapsed: 'Board Company X (none on record)',
      decision_overdue: 'Screening Company X (増強, 30 days past due)',
      acceptance_ended: 'Forms Company X (帳票の旧版, ended 31 days ago)',
      register_disagrees:
        'Payments Company X (not registered, measured critical); Screening Company X (registered low, measured high); 2 others',
      external_findings:
        'Feed Company X (北社: part of what is asked for is missing); Forms Company X (南社: in use, though none may be)',
      reports_missing: 'Unit 2 Company X (for September 2026)',
    });
  });

  it('is on company and unit pages what lies within them', () => {
    const unit = linesOf(markupOf(made, 'ja', routes.unit('u2')));
    expect(Object.keys(unit)).toEqual([
      'profiles_stale',
      'drills_lapsed',
      'acceptance_ended',
      'register_disagrees',
      'external_findings',
      'reports_missing',
    ]);
    expect(unit.external_findings).toBe('帳票（南社、使わない方針なのに使っている）');
    const company = linesOf(markupOf(made, 'ja', routes.company('x')));
    expect(company.cap_exceeded).toBe('甲社（重大障害 2 / 0）');
    expect(company.concentration).toBeUndefined();
  });

  it('names every critical system of the highest importance, however many there are and whatever the roll-up is', () => {
    for (const locale of locales) {
      const { top_critical, open_critical } = linesOf(markupOf(red, locale, routes.executive));
      for (let i = 0; i < 12; i++)
        for (const line of [top_critical, open_critical])
          expect(line).toContain(locale === 'ja' ? `名t${i}（` : `Name t${i} `);
      expect(plain(markupOf(red, locale, routes.executive))).toContain(
        locale === 'ja' ? '最重要の決済ほか12システム' : 'Payments and 12 other systems',
      );
    }
  });

  it('leads, for what it only counts, to where all of it stands', () => {
    for (const locale of locales)
      for (const of of [made, red]) {
        const links = [
          ...sectionOf(markupOf(of, locale, routes.executive), 'attention').matchAll(
            /href="risk\.html#([^"]+)"/g,
          ),
        ];
        expect(links.length).toBeGreaterThan(0);
        const risk = markupOf(of, locale, routes.risk);
        for (const [, id] of links) expect(risk).toContain(`id="${id}"`);
        const all = of.report.risk.findings.list;
        expect(sectionOf(risk, 'facts').match(/class="fact"/g)).toHaveLength(all.length);
      }
  });

  it('calls a company worse that is, with the numbers of its mart, and nobody else', () => {
    const worse = shifted.trends.filter((t) => t.worse).map((t) => `${t.kind}:${t.id}`);
    expect(worse).toContain('company:m');
    expect(worse.every((scope) => /:m/.test(scope))).toBe(true);
    const found: string[] = [];
    for (const seen of pagesOf(shifted)) {
      if (seen.scope === undefined && seen.page.route !== routes.risk) continue;
      const { rest, amiss } = holdToMarts(shifted, seen);
      found.push(...amiss, ...directedWords(rest, seen.locale).map((word) => `${seen.at} ${word}`));
    }
    expect(found).toEqual([]);
    const { n, expected } = shifted.trends.find((t) => t.id === 'm')!;
    const line = linesOf(markupOf(shifted, 'ja', routes.executive)).company_worse;
    expect(line).toBe(
      `m社（2026年5月からの6か月で${n}件。2024年4月〜2026年3月の割合なら${Math.round(expected)}件）`,
    );
  });

  it('says so where there is nothing', () => {
    const quiet = shifted.report.units.find(
      ({ id }) => !shifted.report.risk.findings.list.some((f) => f.unitId === id),
    );
    for (const locale of quiet ? locales : [])
      expect(sectionOf(markupOf(shifted, locale, routes.unit(quiet!.id)), 'attention')).toContain(
        findingWords(locale).none,
      );
    expect(quiet).toBeDefined();
  });
});

describe('the matrix', () => {
  it('counts each system once, by importance and level, and leads to it', () => {
    for (const of of [made, red, shifted])
      for (const locale of locales) {
        const matrix = sectionOf(markupOf(of, locale, routes.executive), 'matrix');
        const cells = [...matrix.matchAll(/<td class="([^"]+)">(?:<a href="risk\.html#([^"]+)">)?(\d+)/g)];
        expect(cells.reduce((sum, [, , , n]) => sum + Number(n), 0)).toBe(of.report.risk.levels.systems.size);
        const risk = markupOf(of, locale, routes.risk);
        for (const [, look, id, n] of cells) {
          expect(look === 'missing' || (look === 'zero') === (n === '0')).toBe(true);
          expect(id === undefined).toBe(n === '0');
          if (id !== undefined) expect(risk).toContain(`<tr id="${id}">`);
        }
      }
  });

  it('has a row of importances that are not known only where there is one', () => {
    const rows = (of: Made) =>
      [
        ...sectionOf(markupOf(of, 'ja', routes.executive), 'matrix').matchAll(/<th scope="row">(.*?)<\/th>/g),
      ].map((m) => m[1]);
    expect(rows(made)).toEqual(['最重要', '重要', '標準', '補助']);
    // Company h has no scheme, so nothing says how important its systems are.
    expect(rows(shifted)).toEqual(['最重要', '重要', '標準', '補助', '不明']);
  });
});
