/** axe, the rules of WCAG 2 A and AA, on each kind of page in both languages and both colour schemes. */
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './launch.js';
import { locales, openSites, routes, type Sites } from './sites.js';

const browser = useBrowser();
let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

/** What a reader can't work with; axe calls the rest minor or moderate. */
const grave = new Set(['serious', 'critical']);
const alsoKinds = [
  'across.html',
  'moves.html',
  'decisions.html',
  'supplier/index.html',
  'supplier/04b9a672.html',
];

interface Finding {
  readonly rule: string;
  readonly where: string;
  readonly why: string;
}

describe.each(['light', 'dark'] as const)('in %s:', { timeout: 120_000 }, (colorScheme) => {
  it.each(locales)('no page of %s has a serious finding', async (locale) => {
    const { page, close } = await browser.open({ colorScheme, viewport: { width: 1280, height: 800 } });
    const found: Record<string, Finding[]> = {};
    for (const route of [...routes, ...alsoKinds]) {
      await page.goto(`${sites.file}/${locale}/${route}`);
      await page.evaluate(axe.source);
      const results = (await page.evaluate(
        "axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })",
      )) as axe.AxeResults;
      // Rules that ran: an axe that judged nothing would find nothing.
      expect(results.passes.length).toBeGreaterThan(10);
      const findings = results.violations
        .filter((violation) => grave.has(violation.impact ?? ''))
        .flatMap((violation) =>
          violation.nodes.map((node) => ({
            rule: violation.id,
            where: node.target.join(' '),
            why: node.any[0]?.message ?? violation.help,
          })),
        );
      if (findings.length > 0) found[route] = findings.slice(0, 5);
    }
    await close();
    expect(found).toEqual({});
  });

  it('a text without contrast is found', async () => {
    const { page, close } = await browser.open({ colorScheme });
    await page.goto(`${sites.file}/ja/index.html`);
    // 4.0 : 1 on the light paper, 4.4 : 1 on the dark one.
    await page.evaluate("document.querySelector('.lead').style.color = '#7f7f7f'");
    await page.evaluate(axe.source);
    const results = (await page.evaluate(
      "axe.run('.lead', { runOnly: ['color-contrast'] })",
    )) as axe.AxeResults;
    await close();
    expect(results.violations.map((violation) => violation.id)).toEqual(['color-contrast']);
  });
});
