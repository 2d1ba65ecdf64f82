/** The demo's troubles stand on the first screen of the first page, and on the first two of a telephone's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './launch.js';
import { locales, openSites, type Sites } from './sites.js';

const browser = useBrowser();
let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

/** Width, and how far down it may reach: 900 pixels, and two screens of 844. */
const screens = [
  [1280, 900],
  [390, 2 * 844],
] as const;
/** What is planted in the demo (test/demo/plantedRisk.test.ts says that these lines name it). */
const planted = [
  'open_critical',
  'top_critical',
  'company_worse',
  'recurring_cause',
  'capacity_limit',
  'concentration',
  'profiles_stale',
  'drills_lapsed',
];

describe.each(locales)('the first page, %s,', { timeout: 60_000 }, (locale) => {
  it.each(screens)('at a width of %d shows what is planted within %d pixels', async (width, depth) => {
    const { page, close } = await browser.open({ viewport: { width, height: 844 } });
    await page.goto(`${sites.file}/${locale}/index.html`);
    const bottoms = (await page.evaluate(
      `Object.fromEntries([...document.querySelectorAll('[data-kind]')].map((e) => [e.dataset.kind, e.getBoundingClientRect().bottom]))`,
    )) as Record<string, number>;
    await close();
    for (const kind of planted)
      expect(bottoms[kind] ?? Number.POSITIVE_INFINITY, kind).toBeLessThanOrEqual(depth);
  });
});
