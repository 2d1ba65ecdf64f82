/** Each kind of page in a real browser: by double-click and from a server, in both languages, wide and narrow. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './launch.js';
import { layout } from './look.js';
import { locales, openSites, routes, type Sites, ways } from './sites.js';

const browser = useBrowser();
let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

const sizes = { 1280: 800, 390: 844 };

describe.each(ways)('by %s:', { timeout: 60_000 }, (way) => {
  describe.each(locales)('%s', (locale) => {
    it.each(routes)('%s is whole', async (route) => {
      const url = `${sites[way]}/${locale}/${route}`;
      for (const [width, height] of Object.entries(sizes)) {
        const { page, troubles, requests, close } = await browser.open({
          viewport: { width: Number(width), height },
        });
        await page.goto(url);
        expect(await page.evaluate(layout), `${width} px`).toEqual({
          overflow: 0,
          outside: [],
          rule: '3px',
          sheets: 2,
          language: locale,
          headings: 1,
        });
        expect(troubles).toEqual([]);
        // The page, its style sheet, and the one for paper.
        expect(requests.every((request) => request.startsWith(sites[way]))).toBe(true);
        expect(requests).toHaveLength(3);
        await close();
      }
    });
  });
});
