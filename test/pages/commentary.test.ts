/** The owners' words on the pages, March 2026 of the small project. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locale } from '../../src/locale/language.js';
import { group } from '../../src/pages/book.js';
import { commentarySection } from '../../src/pages/parts/commentary.js';
import type { ReportData } from '../../src/pages/report.js';
import { viewIn } from '../../src/pages/view.js';
import { identifyBuild } from '../../src/publish/build.js';
import type { Files } from '../loaders/project.js';
import { project } from '../marts/plainProject.js';
import { type Made, makeReport } from './report.js';
import { plain, sectionOf } from './statements.js';

const sign = '\n\n-- 佐藤 <花子>, 2026-04-06\n';
const written: Files = {
  'commentary/2026-03.ja.md': `## group\n**重点** は <script>alert(1)</script> と \${x} {y}。\n二行目 [外](https://example.test/) ![図](a.png)\n\n1. 一\n2. *二*${sign}\n## unit:u1\nu1です。${sign}`,
  'commentary/2026-03.en.md': `## group\nIn English.${sign}\n## system:s1\nOn s1.${sign}`,
  'commentary/2026-02.ja.md': 'never read',
  'commentary/note.txt': 'never read',
};
const make = (files: Files): Promise<Made> => makeReport({ ...project(), ...files }, '2026-03');
const pageOf = (made: Made, locale: Locale, route: string): string =>
  made.pages[locale].find((p) => p.route === route)!.content.markup;

let made: Made;
beforeAll(async () => {
  made = await make(written);
});

describe('an owner’s words', () => {
  it('stand right after the verdict, signed and marked as theirs', () => {
    const page = pageOf(made, 'ja', 'index.html');
    const own = sectionOf(page, 'commentary');
    expect(plain(own)).toContain('責任者本人の記述です');
    expect(plain(own)).toContain('記名: 佐藤 <花子>、2026-04-06');
    expect(page.indexOf('id="commentary"')).toBeLessThan(
      page.indexOf('<section', page.indexOf('id="commentary"')),
    );
    expect(own).toContain('<strong>重点</strong>');
    expect(own).toContain('<ol start="1"><li>一</li><li><em>二</em></li></ol>'.replace(' start="1"', ''));
  });

  it('are text, whatever they look like', () => {
    const own = sectionOf(pageOf(made, 'ja', 'index.html'), 'commentary');
    expect(own).not.toMatch(/<script|<a |<img|https:[^<]*"|\$\{|\{y/);
    expect(plain(own)).toContain('<script>alert(1)</script> と ${x} {y}。');
    expect(plain(own)).toContain('[外](https://example.test/) ![図](a.png)');
  });

  it('stand in the reader’s language where they were written in it, else as they are', () => {
    expect(plain(sectionOf(pageOf(made, 'en', 'index.html'), 'commentary'))).toContain('In English.');
    const unit = sectionOf(pageOf(made, 'en', 'unit/u1.html'), 'commentary');
    expect(unit).toContain('<div lang="ja"><p>u1です。</p></div>');
    expect(plain(unit)).toContain('Shown as written, in Japanese.');
    expect(sectionOf(pageOf(made, 'ja', 'system/s1.html'), 'commentary')).toContain('<div lang="en">');
    expect(sectionOf(pageOf(made, 'ja', 'company/a.html'), 'commentary')).toBe('');
  });

  it('are missing only where a signal or a high level asks for them', () => {
    const { report } = made;
    const bare: ReportData = { ...report, commentary: [] };
    const said = (data: ReportData, scope = group) =>
      String(commentarySection(viewIn(data, 'ja'), scope) ?? '');
    const book = (level: number | null) =>
      ({ find: () => ({ value: level }) }) as unknown as ReportData['book'];
    expect(said({ ...bare, book: book(2) })).toBe('');
    expect(said({ ...bare, book: book(null) })).toBe('');
    expect(said({ ...bare, book: book(3) })).toBe('<p class="missing">責任者の所見: 所見が未記入です。</p>');
    expect(said({ ...report, book: book(3) })).not.toContain('未記入');
    const s1 = { kind: 'system', id: 's1' } as const;
    expect(said({ ...bare, book: book(4) }, s1)).toBe('');
    const signal = (variation: string) =>
      ({
        ...report.judged,
        signals: new Map([['x', { ...s1, variation }]]),
      }) as unknown as ReportData['judged'];
    expect(said({ ...bare, judged: signal('worse') }, s1)).toContain('未記入');
    expect(said({ ...bare, judged: signal('better') }, s1)).toBe('');
    expect(said({ ...bare, judged: signal('worse'), book: book(1) })).toBe('');
  });

  it('are an input of the build; a build without any keeps its id', () => {
    const { config, commentary } = made.report;
    expect(commentary.map((c) => c.path)).toEqual(['commentary/2026-03.en.md', 'commentary/2026-03.ja.md']);
    const id = (files: typeof commentary) => identifyBuild(config, [], '1', new Map(), files);
    expect(id([])).toBe(identifyBuild(config, [], '1'));
    expect(
      new Set([id([]), id(commentary), id([{ ...commentary[0]!, sha256: '0' }, commentary[1]!])]).size,
    ).toBe(3);
  });

  it('are refused on what the month does not have, and under another name', async () => {
    const fault = (files: Files) => make(files).then(String, (e: Error) => e.message);
    const both = await fault({
      'commentary/2026-03.ja.md': `## unit:u9\nx${sign}`,
      'commentary/2026-3.ja.md': 'x',
    });
    expect(both).toContain('commentary/2026-03.ja.md:1: there is no unit:u9 in 2026-03');
    expect(both).toContain('commentary/2026-3.ja.md: the name');
    expect(await fault({ 'commentary/2026-03.ja.md': new Uint8Array([0x82, 0xa0]) })).toContain(
      'cannot be read: UTF-8',
    );
  });
});
