/** The page "Since last month" says what the marts say, all of it, in both languages; its parts add up as they are shown. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale/language.js';
import { levelKeys } from '../../src/locale/risk.js';
import { riskWords } from '../../src/locale/riskOf.js';
import { group } from '../../src/pages/book.js';
import { movesSection } from '../../src/pages/parts/moves.js';
import type { Move } from '../../src/pages/risk/moves.js';
import { routes, viewIn } from '../../src/pages/view.js';
import { scopeKey } from '../../src/risk/scopeWhy.js';
import type { Files } from '../loaders/project.js';
import { project } from '../marts/plainProject.js';
import { type Made, makeReport } from './report.js';
import { plain, rowsOf, sectionOf, textOf } from './statements.js';

/** s2 is hit in February and quiet in March; s3 the other way round; s1 goes from u1 to u2, s4 is gone by the end of March. */
const incidents = [
  'I1,2026-02-03,2026-02-08,s2',
  'I2,2026-03-03,2026-03-04,s3',
  'I3,2026-01-10,2026-01-10T01:00,s1',
  'I4,2026-02-12,2026-02-12T02:00,s4',
  '',
].join('\n');
const files: Files = {
  ...project(),
  'i.csv': `incident_id,occurred_at,restored_at,system_id\n${incidents}`,
};

let march: Made;
let first: Made;
/** As of the middle of March. */
let midway: Made;
beforeAll(async () => {
  march = await makeReport(files, '2026-03');
  first = await makeReport(files, '2026-01');
  midway = await makeReport(
    { ...files, 'kado.yaml': String(files['kado.yaml']).replace('2026-04-20', '2026-03-14') },
    '2026-03',
  );
}, 120_000);

const pageOf = (made: Made, locale: Locale): string =>
  String(made.pages[locale].find((p) => p.route === routes.moves)!.content);
const kindsOf = (made: Made): string[] =>
  made.report.risk.moves.list.map((m) => `${m.systemId} ${m.kind}`).sort();
const numbersIn = (cell: string): number => Number(plain(cell).replace('−', '-').replace(/[±+]/, ''));

describe('since last month', () => {
  it('has the cases that it is held to', () => {
    expect(kindsOf(march)).toEqual(['s1 same', 's2 better', 's3 worse', 's4 gone']);
    expect(kindsOf(midway)).toContain('s2 unclear');
  });

  it.each(['ja', 'en'] as const)('counts in its sentence what moved, %s', (locale) => {
    const text = textOf(pageOf(march, locale));
    const said =
      locale === 'ja'
        ? [
            '2026年2月から引き続きある3システムのうち、水準が上がったものは1、下がったものは1です。',
            '新しいシステムは0、なくなったシステムは1です。',
          ]
        : [
            'Of 3 systems that were there in February 2026 too, 1 moved up in level and 1 moved down.',
            'None is new, and 1 is gone.',
          ];
    for (const sentence of said) expect(text).toContain(sentence);
  });

  it.each(['ja', 'en'] as const)(
    'lists each system that moved, from its level to its level, %s',
    (locale) => {
      const section = sectionOf(pageOf(march, locale), 'moved');
      const items = [...section.matchAll(/<li>.*?<\/li>/gs)].map(([item]) => item);
      const { levels } = riskWords(locale);
      const expected = march.report.risk.moves.list.filter((m) => ['worse', 'better'].includes(m.kind));
      expect(items).toHaveLength(2);
      for (const [i, move] of expected.entries()) {
        expect(items[i]).toContain(`data-figure="2026-02/risk_level/system:${move.systemId}"`);
        expect(items[i]).toContain(`data-figure="2026-03/risk_level/system:${move.systemId}"`);
        const step = plain(/<span class="step">(.*?)<\/span><div>/s.exec(items[i]!)![1]!);
        expect(step).toBe(`${levels[levelKeys[move.beforeLevel!]!]}→${levels[levelKeys[move.level!]!]}`);
        expect(plain(items[i]!)).toContain(riskWords(locale).drivers.harm);
      }
      // What moved up stands first.
      expect(expected.map((m) => m.systemId)).toEqual(['s3', 's2']);
    },
  );

  it.each(['ja', 'en'] as const)('says who is gone, and who stands elsewhere now, %s', (locale) => {
    const rows = rowsOf(sectionOf(pageOf(march, locale), 'come-gone'));
    const said = rows.map((row) => [...row.cells.values()].map(plain).join(' | '));
    expect(said.some((s) => s.includes(locale === 'ja' ? 'なくなった' : 'Gone'))).toBe(true);
    expect(said.some((s) => s.includes(locale === 'ja' ? 'A uから移管' : 'moved here from A u'))).toBe(true);
    expect(rows).toHaveLength(2);
  });

  it.each(['ja', 'en'] as const)('shows parts that add up to the scores as shown, %s', (locale) => {
    const rows = rowsOf(sectionOf(pageOf(march, locale), 'parts'));
    expect(rows.map((r) => r.scope)).toEqual(['group:group', 'company:a', 'company:b']);
    for (const row of rows) {
      const cells = [...row.cells.values()].map(numbersIn);
      const [before, parts, difference, now] = [cells[0]!, cells.slice(1, -2), cells.at(-2)!, cells.at(-1)!];
      expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(difference, 9);
      expect(before + difference).toBeCloseTo(now, 9);
    }
    const drivers = rowsOf(sectionOf(pageOf(march, locale), 'by-driver'));
    // Harm of one system went, of the other came, by as much: the driver stands there all the same.
    expect(drivers).toHaveLength(1);
    const levelColumn = locale === 'ja' ? '観点の水準' : 'Levels of drivers';
    const ofGroup = numbersIn(rows[0]!.cells.get(levelColumn)!);
    expect(drivers.reduce((sum, row) => sum + numbersIn(row.cells.get(levelColumn)!), 0)).toBeCloseTo(
      ofGroup,
      9,
    );
  });

  it('has exact parts beside the shown ones: of the systems they are the group’s difference', () => {
    const { list, scores, drivers } = march.report.risk.moves;
    const { before, after, parts } = scores.get(scopeKey(group))!;
    const difference = after! - before!;
    expect(list.reduce((sum, m) => sum + m.points, 0)).toBeCloseTo(difference, 9);
    expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBeCloseTo(difference, 9);
    expect(drivers.reduce((sum, d) => sum + (d.parts.level ?? 0), 0)).toBeCloseTo(parts.level, 9);
    const exact = [...sectionOf(pageOf(march, 'en'), 'by-system').matchAll(/<data value="([^"]+)">/g)];
    expect(exact.reduce((sum, m) => sum + Number(m[1]), 0)).toBeCloseTo(difference, 9);
  });

  it('doesn’t call a lower level in an incomplete month anything', () => {
    for (const locale of ['ja', 'en'] as const) {
      const page = pageOf(midway, locale);
      expect(plain(sectionOf(page, 'moved'))).toContain(
        locale === 'ja' ? '月が不完全なため判断できません' : 'not judged: a month is incomplete',
      );
      expect(textOf(page)).toContain(locale === 'ja' ? '下がったものは0です。' : 'and none moved down.');
    }
  });

  it('says so where there is no month before', () => {
    expect(textOf(pageOf(first, 'ja'))).toContain('2026年1月より前の月はない');
    expect(textOf(pageOf(first, 'en'))).toContain('no month before January 2026');
    expect(pageOf(first, 'en')).not.toContain('<table');
  });
});

describe('the section for other pages', () => {
  const section = (filter?: (move: Move) => boolean, limit?: number): string =>
    String(movesSection(viewIn(march.report, 'en'), routes.company('b'), filter, limit));

  it('has what its filter lets through, gone ones too, and links to the rest where it is cut', () => {
    expect([...section().matchAll(/<li>/g)]).toHaveLength(3);
    expect([...section((m) => m.companyId === 'b').matchAll(/<li>/g)]).toHaveLength(2);
    const cut = section(undefined, 1);
    expect([...cut.matchAll(/<li>/g)]).toHaveLength(1);
    expect(cut).toContain(routes.system('s3'));
    expect(cut).toContain('href="../moves.html"');
    expect(plain(cut)).toContain('1 of 3 systems are shown');
  });

  it('says that none moved', () => {
    expect(plain(section(() => false))).toContain('No system is at another level than in February 2026.');
  });
});
