/** Who reads without scripts, in the dark, or by keyboard reads the same report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './launch.js';
import { contrast, focused } from './look.js';
import { locales, openSites, routes, type Sites, ways } from './sites.js';

const browser = useBrowser();
let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

interface Focus {
  readonly tag: string;
  readonly href: string | null;
  readonly outlined: boolean;
  readonly visible: boolean;
}

describe.each(routes)('%s', { timeout: 60_000 }, (route) => {
  it('has the same visible text with JavaScript on and off', async () => {
    for (const locale of locales) {
      const texts: string[] = [];
      for (const javaScriptEnabled of [true, false]) {
        const { page, troubles, close } = await browser.open({ javaScriptEnabled });
        await page.goto(`${sites.file}/${locale}/${route}`);
        texts.push((await page.evaluate('document.body.innerText')) as string);
        expect(troubles).toEqual([]);
        await close();
      }
      expect(texts[1]).toBe(texts[0]);
      expect(texts[0]!.length).toBeGreaterThan(200);
    }
  });

  it.each(['light', 'dark'] as const)('has text that stands out from its ground: %s', async (colorScheme) => {
    for (const width of [1280, 390]) {
      const { page, close } = await browser.open({ colorScheme, viewport: { width, height: 800 } });
      await page.goto(`${sites.file}/ja/${route}`);
      // What is folded away is text as well.
      await page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })");
      const { found, looked } = (await page.evaluate(contrast)) as { found: string[]; looked: number };
      expect(found.slice(0, 10)).toEqual([]);
      expect(looked).toBeGreaterThan(20);
      await close();
    }
  });

  it.each(ways)('leads to its twin in the other language and back: %s', async (way) => {
    const { page, troubles, close } = await browser.open();
    await page.goto(`${sites[way]}/ja/${route}`);
    await page.click('a[hreflang=en]');
    expect(page.url()).toBe(`${sites[way]}/en/${route}`);
    // The address changes before the document is there.
    await page.waitForLoadState('domcontentloaded');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.click('a[hreflang=ja]');
    expect(page.url()).toBe(`${sites[way]}/ja/${route}`);
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('by keyboard', { timeout: 60_000 }, () => {
  it.each(['index.html', 'company/a.html', 'data.html'])(
    'Tab reaches every link and every folded table of %s, visibly and in order',
    async (route) => {
      const { page, close } = await browser.open({ viewport: { width: 1280, height: 800 } });
      await page.goto(`${sites.file}/en/${route}`);
      const expected = (await page.evaluate(
        "[...document.querySelectorAll('a[href], summary')].filter((e) => e.checkVisibility()).map((e) => [e.tagName, e.getAttribute('href')])",
      )) as [string, string | null][];
      const reached: [string, string | null][] = [];
      for (let i = 0; i < expected.length; i++) {
        await page.keyboard.press('Tab');
        const focus = (await page.evaluate(focused)) as Focus;
        reached.push([focus.tag, focus.href]);
        expect(focus, `${i + 1}: ${focus.tag} ${focus.href}`).toMatchObject({
          outlined: true,
          visible: true,
        });
      }
      expect(reached).toEqual(expected);
      expect(expected.length).toBeGreaterThan(10);
      await close();
    },
  );

  it('the first Tab offers the way past the frame, and Enter takes it', async () => {
    const { page, close } = await browser.open();
    await page.goto(`${sites.file}/en/company/a.html`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused)).toMatchObject({ tag: 'A', href: '#main', visible: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    await close();
  });

  it('Enter unfolds a table', async () => {
    const { page, close } = await browser.open();
    await page.goto(`${sites.file}/en/index.html`);
    const summary = page.locator('summary').first();
    const table = page.locator('details').first().locator('table');
    expect(await table.isVisible()).toBe(false);
    await summary.focus();
    await page.keyboard.press('Enter');
    expect(await table.isVisible()).toBe(true);
    await close();
  });
});
