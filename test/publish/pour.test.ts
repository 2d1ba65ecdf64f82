import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/html.js';
import { foreignReferences } from '../../src/publish/foreign.js';
import { type Page, pourPage } from '../../src/publish/pour.js';

const shell = {
  styles: ['_import/style.1.css'],
  beforeMain: '<div id="observablehq-center">',
  beforeSlot: '',
  afterSlot: '',
  afterMain: '</div>',
  classes: 'page system',
};
const page: Page = {
  locale: 'ja',
  title: '外為 <決済>',
  description: '"引用" & more',
  route: 'system/a-fx.html',
  content: html`<h1 id="x">${'<script>alert(1)</script>'}</h1>`,
  chrome: {
    title: '月次リスク報告',
    group: 'カド & グループ',
    audience: '経営会議',
    confidentiality: '関係者限り',
    month: '2026-10',
    asOf: '2026-11-05T09:00:00',
    edition: '1',
    buildId: '0a1b2c3d4e5f',
    locales: ['ja', 'en'],
    nav: [
      { label: 'グループ', href: 'index.html', current: false },
      { label: 'システム', href: 'system/index.html', current: true },
    ],
    trail: [
      { label: 'グループ', href: 'index.html' },
      { label: '外為', href: null },
    ],
  },
};

describe('pourPage', () => {
  const text = pourPage(shell, page);

  it('is well-formed HTML with language, title and policy', () => {
    const errors: string[] = [];
    parse(text, { onParseError: (error) => errors.push(error.code), scriptingEnabled: false });
    expect(errors).toEqual([]);
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain('<title>外為 &lt;決済&gt; – 月次リスク報告</title>');
    expect(text).toContain("content=\"default-src 'none'; style-src 'self'; img-src 'self' data:;");
    expect(text).toContain('content="&quot;引用&quot; &amp; more"');
  });

  it('has no script, no zoom limit, no generator and no other host', () => {
    expect(text).not.toMatch(/<script|maximum-scale|generator|modulepreload|style="/);
    expect(foreignReferences(text, 'markup')).toEqual([]);
  });

  it('reaches assets, ways in and the other language from its depth', () => {
    expect(text).toContain('<link rel="stylesheet" href="../_import/style.1.css">');
    expect(text).toContain('<a href="../system/index.html" aria-current="true">システム</a>');
    expect(text).toContain('href="../../en/system/a-fx.html" lang="en" hreflang="en">English</a>');
    expect(text).toContain('<li><span aria-current="page">外為</span></li>');
    const root = pourPage(shell, { ...page, route: 'index.html' });
    expect(root).toContain('href="_import/style.1.css"');
    expect(root).toContain('href="../en/index.html"');
  });

  it('says month, as-of, edition and build in the page language', () => {
    expect(text).toContain('<span>2026年10月分</span> <span>基準時点 2026-11-05 09:00</span>');
    expect(text).toContain('<span>版 1</span> <span>ビルド 0a1b2c3d4e5f</span>');
    const english = pourPage(shell, { ...page, locale: 'en' });
    expect(english).toContain('<span>October 2026</span> <span>As of 2026-11-05 09:00</span>');
  });

  it('leaves out what is not given', () => {
    const { trail: _, confidentiality: __, edition: ___, ...chrome } = page.chrome;
    const bare = pourPage(shell, { ...page, chrome: { ...chrome, locales: ['ja'] } });
    expect(bare).not.toMatch(/class="trail"|confidential|languages|<span>版|undefined/);
  });
});
