/** A poured page in a real browser, opened as a file: the policy must let our own style sheet in, and nothing else. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthlyCounts } from '../../src/charts/index.js';
import { html, trusted } from '../../src/html.js';
import { pourPage } from '../../src/publish/pour.js';
import { loadShells } from '../../src/publish/shells.js';
import { writeFiles } from '../../src/publish/site.js';
import { useBrowser } from '../browser/launch.js';

const browser = useBrowser();
let folder: string;

describe('a poured page by double-click', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kado-browser-'));
    const shells = await loadShells(process.cwd());
    const content = html`<h1>見出し</h1>
<table class="figures"><thead><tr><th>名前</th><th class="num">件数</th></tr></thead>
<tbody><tr><th scope="row">${'とても長い名前'.repeat(20)}</th><td class="num big" data-label="件数">3</td></tr></tbody></table>
${monthlyCounts({ locale: 'ja', title: '題', alt: '図', fiscalYearStart: 4, rows: [{ month: '2026-10', counts: [3], complete: true }] })}
${trusted('<p id="styled" style="color:rgb(1,2,3)">x</p><script>document.title = "run"</script>')}`;
    const chrome = {
      title: '報告',
      month: '2026-10',
      asOf: '2026-11-05T09:00:00',
      buildId: '0',
      locales: ['ja', 'en'] as const,
      nav: [],
    };
    const route = 'system/a-fx.html';
    await writeFiles(join(folder, 'ja'), [
      ...shells.assets,
      {
        path: route,
        content: pourPage(shells.kinds.system, { locale: 'ja', title: '外為', route, content, chrome }),
      },
    ]);
  }, 60_000);
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it.each([1280, 390])('is styled, runs no script and never scrolls sideways at %d px', async (width) => {
    const { page, requests, close } = await browser.open({ viewport: { width, height: 800 } });
    await page.goto(pathToFileURL(join(folder, 'ja', 'system', 'a-fx.html')).href);
    // In the page's own words: the types here are Node's, without a DOM.
    const state = (await page.evaluate(`({
      size: getComputedStyle(document.querySelector('.lead, h1')).fontSize,
      quiet: getComputedStyle(document.querySelector('.masthead')).borderBottomWidth,
      inline: getComputedStyle(document.querySelector('#styled')).color,
      title: document.title,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    })`)) as Record<string, unknown>;
    expect(state).toEqual({
      size: width === 390 ? '22px' : '30px',
      quiet: '3px',
      inline: 'rgb(28, 33, 39)',
      title: '外為 – 報告',
      overflow: 0,
    });
    expect(requests.every((url) => url.startsWith('file:'))).toBe(true);
    await close();
  });
});
