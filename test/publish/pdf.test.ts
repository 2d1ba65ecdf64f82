/** The report on paper: an archive's PDF, byte for byte the same, that says what the page says. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { html, trusted } from '../../src/html.js';
import { type Block, blocksOf, type Run } from '../../src/publish/pdf/blocks.js';
import { openTypesetter, type Typesetter } from '../../src/publish/pdf/compile.js';
import { colours } from '../../src/publish/pdf/drawing.js';
import { demo } from '../site/kado.js';

const locales = ['ja', 'en'] as const;
const noPoppler = 'pdftotext (poppler-utils) is not installed';

/** Every text of the blocks, in order. */
const textsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(textsOf)
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, inner]) =>
          key === 'text' ? [inner as string] : key === 'svg' || key === 'alt' ? [] : textsOf(inner),
        )
      : [];
const saidBy = (blocks: readonly Block[]): string => textsOf(blocks).join('');
const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe('a page as blocks', () => {
  it('keeps every text outside of charts’ tables, in order', () => {
    const content = html`<h1>一<br>二</h1><p class="lead">三</p>
<section><h2 id="a">四 <small>五</small></h2><dl class="findings"><div><dt>六</dt><dd>七<small>八</small></dd></div></dl></section>
<div class="two"><section><h2>九</h2><table class="matrix"><thead><tr><th scope="col">十</th></tr></thead><tbody><tr><th scope="row">百</th><td class="level-high">千</td></tr></tbody></table></section>
<section><ul class="moves"><li><span class="step"><data class="level level-low" value="1">低</data><span>→</span><data class="level level-critical">極</data></span><div>万<p>億</p></div></li></ul></section></div>
<figure class="chart"><figcaption>兆</figcaption><svg viewBox="0 0 10 10"><title>t</title><rect fill="var(--ink)"/></svg><details><summary>x</summary><table><tbody><tr><td>捨</td></tr></tbody></table></details></figure>`;
    expect(squeeze(saidBy(blocksOf(content)))).toBe('一二三四五六七八九十百千低→極万億兆');
  });

  it('reads heads, numbers and levels of a table', () => {
    const content = html`<table class="figures"><thead><tr><th scope="col">社</th><th scope="col" class="num">件</th></tr></thead><tbody><tr><th scope="row">甲</th><td class="num">3</td></tr><tr><th scope="row">乙</th><td class="num missing">情報なし</td></tr></tbody></table>`;
    expect(blocksOf(content)).toMatchObject([
      {
        kind: 'table',
        head: [
          { head: true, number: false },
          { head: true, number: true },
        ],
        rows: [
          [{ head: true }, { head: false, number: true, fill: '', runs: [{ text: '3' }] }],
          [{}, { fill: 'missing', runs: [{ text: '情報なし' }] }],
        ],
      },
    ]);
  });

  it('gives drawings colours, and fails at one that paper does not know', () => {
    const [chart] = blocksOf(
      html`<figure class="chart"><figcaption>c</figcaption><svg viewBox="0 0 4 2"><rect fill="var(--bad)"/></svg></figure>`,
    );
    expect(chart).toMatchObject({ kind: 'chart', svg: expect.stringContaining('fill="#7a1414"') });
    expect(chart).toMatchObject({ svg: expect.stringContaining('width="4" height="2"') });
    const unknown = trusted(
      '<figure class="chart"><svg viewBox="0 0 1 1"><rect fill="var(--pink)"/></svg></figure>',
    );
    expect(() => blocksOf(unknown)).toThrow('pink');
  });

  it('has the colours of the pages', () => {
    const css = readFileSync(join(import.meta.dirname, '../../reports/style.css'), 'utf8');
    const light = /:root \{([\s\S]*?)\n\}/.exec(css)![1]!;
    const onPage = Object.fromEntries(
      [...light.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]),
    );
    expect(onPage).toMatchObject(colours);
  });
});

describe('typesetting', { timeout: 60_000 }, () => {
  let typesetter: Typesetter;
  beforeAll(async () => {
    typesetter = await openTypesetter();
  });
  const paper = (runs: readonly Run[]): object => ({
    title: '報告 #panic()',
    author: '[*x*]',
    lang: 'ja',
    font: 'Noto Sans JP',
    date: [2026, 11, 5],
    colours,
    foot: '$ #{',
    cover: { owner: '', month: '', label: '', lines: [], state: '', signatures: [] },
    blocks: [{ kind: 'text', runs, note: [] }],
  });

  it('takes any text as text', (ctx) => {
    // Each would stop Typst, or vanish, if it were read as source.
    const hostile = [
      '#panic("x")',
      '#let x = 1',
      '[*a*] $x$ <b>',
      '\\u{41} // no comment',
      '"]#eval("1+1")',
      '外為決済：㈱杉村',
    ];
    const bytes = typesetter.set(paper(hostile.map((text) => ({ text: `${text} ` }))), 0);
    const text = pdfText(bytes);
    expect(bytes.length).toBeGreaterThan(1000);
    if (text === undefined) return ctx.skip(noPoppler);
    for (const part of hostile) expect(squeeze(text)).toContain(squeeze(part));
  });

  it('marks what its font lacks, and takes no font of the machine', (ctx) => {
    // 外字, an emoji, Hangul, Hebrew, a control character: PDF/A or the next machine's fonts would not have them.
    const said = ['外\ue000字', '😀', '한국', 'שלום', 'a\u0001b', '\ufffd', '髙﨑𠮷①㈱ｶﾅ'];
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><text y="9">\ue000한</text></svg>';
    const bytes = typesetter.set(
      paper([...said.map((text) => ({ text: `${text} ` })), { text: '', svg, alt: '😀', mark: true }]),
      0,
    );
    const fonts = [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/BaseFont ?\/[A-Z]{6}\+([A-Za-z-]+)/g),
    ].map((m) => m[1]!);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((font) => !font.startsWith('NotoSansJP'))).toEqual([]);
    const text = pdfText(bytes);
    if (text === undefined) return ctx.skip(noPoppler);
    expect(squeeze(text)).toContain('外〓字〓〓〓');
    expect(squeeze(text)).toContain('a〓b');
    expect(squeeze(text)).toContain('髙﨑𠮷①㈱');
  });

  it('sets a row whose text fills more than a sheet', (ctx) => {
    const cell = (text: string): object => ({ runs: [{ text }], head: false, number: false, fill: '' });
    const long = Array.from({ length: 4000 }, (_, i) => String.fromCodePoint(0x4e00 + (i % 2000))).join('');
    const table = {
      kind: 'table',
      head: [],
      rows: [
        [cell('先'), cell(`${long}終`)],
        [cell('後'), cell('尾')],
      ],
      wide: [6, 6],
    };
    const text = pdfText(typesetter.set({ ...paper([]), blocks: [table] }, 0));
    if (text === undefined) return ctx.skip(noPoppler);
    for (const part of ['先', '終', '後', '尾']) expect(text).toContain(part);
    expect(text.split('\f').length - 1).toBeGreaterThan(2);
  });

  it('gives the same bytes again', async () => {
    const content = paper([{ text: '同じ' }]);
    const first = Buffer.from(typesetter.set(content, 1_762_300_800));
    const again = await openTypesetter();
    expect(Buffer.from(again.set(content, 1_762_300_800)).equals(first)).toBe(true);
    expect(Buffer.from(again.set(paper([{ text: '別' }]), 1_762_300_800)).equals(first)).toBe(false);
  });
});

describe.each(locales)('report-%s.pdf of the demo', { timeout: 120_000 }, (locale) => {
  let bytes: Buffer;
  let page: string;
  beforeAll(async () => {
    const dist = await demo();
    bytes = readFileSync(join(dist, `report-${locale}.pdf`));
    page = readFileSync(join(dist, locale, 'index.html'), 'utf8');
  });

  it('is tagged PDF/A-2a with its language', () => {
    const text = bytes.toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    expect(text).toMatch(/pdfaid:part>2</);
    expect(text).toMatch(/pdfaid:conformance>A</);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toMatch(new RegExp(`/Lang ?\\(${locale}`));
  });

  it('has every figure and sentence of the executive page, on 4 to 8 sheets', (ctx) => {
    const text = pdfText(bytes);
    if (text === undefined) return ctx.skip(noPoppler);
    const said = squeeze(text);
    const content = trusted(/<article[^>]*>([\s\S]*)<\/article>/.exec(page)![1]!);
    const blocks = blocksOf(content);
    const title = blocks.find((b) => b.kind === 'title')!;
    expect(said).toContain(squeeze(saidBy([title])));
    // Each published figure, in the page's order: the text may be set over several lines, but none may be missing.
    const figures = [...page.matchAll(/<data\b[^>]*data-figure="[^"]*"[^>]*>([^<]*)</g)].map((m) =>
      squeeze(m[1]!),
    );
    expect(figures.length).toBeGreaterThan(100);
    expect(figures.filter((figure) => !said.includes(figure))).toEqual([]);
    const headings = blocks.filter((b) => b.kind === 'section');
    const places = headings.map((b) => said.indexOf(squeeze(textsOf('runs' in b ? b.runs : []).join(''))));
    expect(places.every((place) => place > 0)).toBe(true);
    const sheets = text.split('\f').length - 1;
    expect(sheets).toBeGreaterThanOrEqual(4);
    expect(sheets).toBeLessThanOrEqual(8);
  });
});

/** What a reader can copy out of it; undefined where pdftotext isn't installed. */
function pdfText(bytes: Uint8Array): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'kado-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    return execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
