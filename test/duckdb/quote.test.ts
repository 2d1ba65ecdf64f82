import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteList, quoteName, quoteText } from '../../src/duckdb/quote.js';
import { scalar, scratchDatabase } from './scratch.js';

const db = await scratchDatabase();
const hostile = [
  '',
  ' ',
  "it's",
  "''",
  "'; DROP TABLE t; --",
  '\\',
  "\\'",
  '$$',
  '"',
  '""',
  'a\u0000b',
  '\u0000',
  "\u0000'\u0000",
  'line\nbreak',
  '障害',
  '\u{1f525}',
  '/* */ --',
  '$1 ?',
];

describe('quoteText', () => {
  it.each(hostile)('gives %j back', async (text) => {
    expect(await scalar(db, quoteText(text))).toBe(text);
  });
  it('gives any text back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await scalar(db, quoteText(text))).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('quoteName', () => {
  it.each(hostile.filter((t) => t.replaceAll('\u0000', '') !== ''))('names a column %j', async (name) => {
    const [row] = await db.rows<Record<string, number>>(`SELECT 1 AS ${quoteName(name)}`);
    // DuckDB can't hold NUL in a name: it goes.
    expect(row).toEqual({ [name.replaceAll('\u0000', '')]: 1 });
  });
});

describe('quoteList', () => {
  it.each([
    [[], 'x', null],
    [['x'], 'x', true],
    [["it's", 'a\u0000b'], 'a\u0000b', true],
    [['y'], 'x', false],
  ])('%j holds %j: %s', async (list, value, found) => {
    expect(await scalar(db, `${quoteText(value)} IN ${quoteList(list)}`)).toBe(found);
  });
});
