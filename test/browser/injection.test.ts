/** Hostile texts in a real browser: read as they are, and nothing runs, asks or is fetched. */
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE, hostileDemo, hostileProject, MARK, without } from '../site/hostile.js';
import { filesOf, readPage } from '../site/tree.js';
import { useBrowser } from './launch.js';

const browser = useBrowser();

describe.each([
  { name: 'the demo', make: hostileDemo, least: 4 },
  { name: 'the project of hostile texts', make: hostileProject, least: 20 },
])('$name', { timeout: 120_000 }, ({ make, least }) => {
  let out: string;
  let paths: readonly string[];
  beforeAll(async () => {
    out = await make();
    paths = filesOf(out).filter(
      (path) => path.endsWith('.html') && readPage(out, path).source.includes(MARK),
    );
  });

  it('shows its characters and runs nothing, on every page where it stands', async () => {
    expect(paths.length).toBeGreaterThanOrEqual(least);
    for (const path of paths) {
      const { page, troubles, requests, close } = await browser.open();
      await page.goto(`${pathToFileURL(out).href}/${path}`);
      const text = (await page.evaluate('document.body.innerText')) as string;
      expect(text, path).toContain(HOSTILE);
      expect(without(text), path).not.toContain('alert');
      expect(await page.locator('img, script, [onerror]').count(), path).toBe(0);
      const links = (await page.evaluate('[...document.links].map((a) => a.protocol)')) as string[];
      expect(
        links.every((protocol) => protocol === 'file:'),
        path,
      ).toBe(true);
      expect(troubles, path).toEqual([]);
      expect(requests, path).toHaveLength(3);
      await close();
    }
  });

  it('would be stopped by the policy, were it ever markup', async () => {
    const { page, troubles, close } = await browser.open();
    await page.goto(`${pathToFileURL(out).href}/${paths[0]}`);
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)><p style="color:red" onclick="alert(2)">x</p>')`,
    );
    await page.locator('body > p:last-child').click();
    await page.waitForTimeout(200);
    expect(troubles.filter((trouble) => trouble.startsWith('dialog'))).toEqual([]);
    expect(troubles.some((trouble) => /Content Security Policy/.test(trouble))).toBe(true);
    await close();
  });
});
