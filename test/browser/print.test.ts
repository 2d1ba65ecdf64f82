/** On paper: no row is cut by a page's end, headings repeat, folded tables are written out. Read from the PDF's own structure tree. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './launch.js';
import { openSites, type Sites } from './sites.js';

const browser = useBrowser();
let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

/** Chromium writes its tagged PDF's structure uncompressed: number → text of each object. */
const objectsOf = (pdf: Buffer): ReadonlyMap<string, string> =>
  new Map(
    [...pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((m) => [
      m[1]!,
      m[2]!,
    ]),
  );

interface PrintedRow {
  readonly table: string;
  readonly heading: boolean;
  readonly pages: ReadonlySet<string>;
}

/** Each table row of the structure tree with the sheets on which its content lies. */
function rowsOf(objects: ReadonlyMap<string, string>): PrintedRow[] {
  const rows = new Map<string, { table: string; heading: boolean; pages: Set<string> }>();
  const parentOf = (id: string): string | undefined => /\/P (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
  const nearest = (id: string | undefined, type: string): string | undefined => {
    if (id === undefined) return undefined;
    return new RegExp(`/S /${type}\\b`).test(objects.get(id) ?? '') ? id : nearest(parentOf(id), type);
  };
  for (const [id, body] of objects) {
    if (!body.includes('/StructElem')) continue;
    const row = nearest(id, 'TR');
    if (row === undefined) continue;
    const table = nearest(row, 'Table')!;
    const found = rows.get(row) ?? { table, heading: true, pages: new Set() };
    if (/\/S \/TD\b/.test(body)) found.heading = false;
    for (const [, page] of body.matchAll(/\/Pg (\d+) 0 R/g)) found.pages.add(page!);
    rows.set(row, found);
  }
  return [...rows.values()];
}

describe('printed', { timeout: 120_000 }, () => {
  it.each([
    'ja/system/index.html',
    'en/register/2026-10.html',
    'ja/index.html',
    'ja/data.html',
    'en/methods.html',
  ])('%s has sheets, whole rows, and headings on every sheet', async (path) => {
    const { page, close } = await browser.open();
    await page.goto(`${sites.file}/${path}`);
    await page.emulateMedia({ media: 'print' });
    // Chart data stands in the drawing already; other folded tables are written out.
    const expected = (await page.evaluate(
      "[...document.querySelectorAll('tr')].filter((e) => !e.closest('figure.chart details')).length",
    )) as number;
    const objects = objectsOf(await page.pdf({ preferCSSPageSize: true, tagged: true }));
    await close();
    const sheets = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body)).length;
    const rows = rowsOf(objects);
    const bodies = rows.filter((row) => !row.heading);
    expect(sheets).toBeGreaterThan(1);
    expect(rows).toHaveLength(expected);
    expect(bodies.filter((row) => row.pages.size !== 1)).toEqual([]);
    const sheetsOf = (list: readonly PrintedRow[], table: string): string[] =>
      [...new Set(list.filter((row) => row.table === table).flatMap((row) => [...row.pages]))].sort();
    for (const { table, pages } of rows.filter((row) => row.heading))
      expect([...pages].sort()).toEqual(sheetsOf(bodies, table));
  });

  it.each([
    'ja/form/system/c-online-trading.html',
    'en/form/system/a-foreign-exchange-settlement.html',
    'ja/form/supplier/04b9a672.html',
  ])('the form %s takes two sheets, in black on white', async (path) => {
    const { page, close } = await browser.open({ colorScheme: 'dark' });
    await page.goto(`${sites.file}/${path}`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const inks = await page.evaluate(
      "[...new Set([...document.querySelectorAll('article *')].filter((e) => e.textContent.trim()).map((e) => getComputedStyle(e).color + ' ' + getComputedStyle(e).backgroundColor))]",
    );
    const objects = objectsOf(await page.pdf({ preferCSSPageSize: true, tagged: true }));
    await close();
    expect([...objects.values()].filter((body) => /\/Type \/Page\b/.test(body))).toHaveLength(2);
    expect(inks).toEqual(['rgb(0, 0, 0) rgba(0, 0, 0, 0)']);
  });
});
