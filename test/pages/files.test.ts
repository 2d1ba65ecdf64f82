/** The files on the data page: what was read of each, every text as data. */
import { expect, test } from 'vitest';
import { formatsOf } from '../../src/locale/index.js';
import { provenanceWords } from '../../src/locale/provenanceOf.js';
import { filesTable } from '../../src/pages/data.js';
import type { Receipt } from '../../src/staging/receipt.js';

test.each([
  ['ja', '文字コードとその理由', '形式で決まっている'],
  ['en', 'Encoding and why', 'fixed by the format'],
] as const)('a workbook is shown with its sheet, escaped: %s', (locale, label, why) => {
  const receipt = { kind: 'incidents', path: 'i.xlsx', encoding: 'xlsx', why: { code: 'own-format' } };
  const sheets = ['<b>5月 & 6月', undefined];
  const receipts = sheets.map((sheet) => ({ ...receipt, sheet }) as unknown as Receipt);
  const shown = String(filesTable({ format: formatsOf(locale) }, provenanceWords(locale), { receipts }));
  const cells = [...shown.matchAll(/<td data-label="([^"]*)">(xlsx.*?)<\/td>/g)].map((m) => m.slice(1));
  expect(cells).toEqual([
    [label, `xlsx · &lt;b&gt;5月 &amp; 6月 <small>${why}</small>`],
    [label, `xlsx <small>${why}</small>`],
  ]);
});
