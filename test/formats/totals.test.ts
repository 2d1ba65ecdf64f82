import { describe, expect, test } from 'vitest';
import { findTotal, isTotalLabel } from '../../loaders/formats/totals.js';
import { quoteText } from '../../src/duckdb/quote.js';
import { scalar, scratchDatabase } from '../duckdb/scratch.js';

const db = await scratchDatabase();
/** As the database sees a value of a CSV: without white space at its ends. */
const isTotal = (text: string): Promise<boolean> => scalar(db, isTotalLabel(quoteText(text)));

describe('a total row', () => {
  test.each([
    '合計',
    '合　計',
    '総 計',
    '小計：',
    '計',
    '総合計:',
    'Total',
    'TOTAL :',
    'Grand Total',
    'sub total',
    'Ｔｏｔａｌ',
    'sum',
    '平　均',
    '最大',
    '最小：',
    'Average',
    'AVG',
  ])('begins with %s', async (label) => {
    expect(findTotal([' ', '', label, '12'])).toBe(label);
    expect(await isTotal(label)).toBe(true);
  });
  test.each([
    '合計金額の誤り',
    '計画停止',
    '最大化',
    'storage',
    'total loss',
    '累計',
    'Summary',
    'I-計',
    ':',
    '',
    `to${' '.repeat(100)}tal`,
  ])('not with %s', async (label) => {
    expect(findTotal([label, '合計'])).toBe(label === '' ? '合計' : undefined);
    expect(await isTotal(label)).toBe(false);
  });
  test('only by its first field', () => {
    expect(findTotal(['I1', '合計'])).toBeUndefined();
    expect(findTotal(['', '　'])).toBeUndefined();
  });
});
