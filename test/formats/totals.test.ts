import { describe, expect, test } from 'vitest';
import { findTotal } from '../../loaders/formats/totals.js';

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
  ])('begins with %s', (label) => {
    expect(findTotal([' ', '', label, '12'])).toBe(label);
  });
  test.each(['合計金額の誤り', '計画停止', 'total loss', '累計', 'Summary', '', 'x'.repeat(100)])(
    'not with %s',
    (label) => {
      expect(findTotal([label, '合計'])).toBe(label === '' ? '合計' : undefined);
    },
  );
  test('only by its first field', () => {
    expect(findTotal(['I1', '合計'])).toBeUndefined();
    expect(findTotal(['', '　'])).toBeUndefined();
  });
});
