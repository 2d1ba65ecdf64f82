import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../src/locale/format.js';
import { labelsOf, nameIn } from '../../src/locale/index.js';

const ja = formatsOf('ja');
const en = formatsOf('en');
/** Between number and unit stands a no-break space; the vectors are easier to read with plain ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it.each([
    [0, 0, '0'],
    [-0, 0, '0'],
    [999, 0, '999'],
    [1000, 0, '1,000'],
    [1234567.891, 2, '1,234,567.89'],
    [-1234.5, 1, '−1,234.5'],
    [-0.04, 1, '0.0'],
    [1e21, 0, '1,000,000,000,000,000,000,000'],
  ])('%d with %d decimals', (value, digits, text) => {
    expect(ja.number(value, digits)).toBe(text);
    expect(en.number(value, digits)).toBe(text);
  });

  it('says that a value is missing, and never 0', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect([ja.number(value), ja.percent(value), ja.duration(value), ja.amount(value)]).toEqual(
        Array(4).fill('情報なし'),
      );
      expect(en.probability(value)).toBe('no data');
    }
    expect(ja.month(null)).toBe('情報なし');
    expect(en.dateTime('')).toBe('no data');
  });

  it.each([
    [3, '+3'],
    [-2, '−2'],
    [0, '±0'],
    [-0.2, '±0'],
    [1500, '+1,500'],
  ])('change %d', (value, text) => expect(en.change(value)).toBe(text));

  it.each([
    [9999, '9,999', '9,999'],
    [12_345, '1.2万', '12,345'],
    [1_234_567, '123万', '1.2 million'],
    [123_456_789, '1.2億', '123 million'],
    [-2_500_000_000_000, '−2.5兆', '−2.5 trillion'],
  ])('amount %d', (value, inJa, inEn) => {
    expect(plain(ja.amount(value))).toBe(inJa);
    expect(plain(en.amount(value))).toBe(inEn);
  });

  it.each([
    [0, '0 %', '0%'],
    [0.0004, '0.1 %未満', '<0.1%'],
    [0.001, '0.1 %', '0.1%'],
    [0.37, '37 %', '37%'],
    [0.995, '99.5 %', '99.5%'],
    [0.9999, '99.9 %超', '>99.9%'],
    [1, '100 %', '100%'],
  ])('probability %d', (value, inJa, inEn) => {
    expect(plain(ja.probability(value))).toBe(inJa);
    expect(en.probability(value)).toBe(inEn);
  });
});

describe('durations', () => {
  it.each([
    [0, '0分', '0 min'],
    [0.4, '1分未満', '<1 min'],
    [45, '45分', '45 min'],
    [59.6, '1時間', '1 h'],
    [90, '1時間30分', '1 h 30 min'],
    [1439, '23時間59分', '23 h 59 min'],
    [1440, '1日', '1 d'],
    [1440 + 23 * 60 + 45, '2日', '2 d'],
    [3120, '2日4時間', '2 d 4 h'],
    [30 * 1440, '30日', '30 d'],
    [1440 * 1234, '1,234日', '1,234 d'],
    [-90, '−1時間30分', '−1 h 30 min'],
  ])('%d minutes', (minutes, inJa, inEn) => {
    expect(plain(ja.duration(minutes))).toBe(inJa);
    expect(plain(en.duration(minutes))).toBe(inEn);
  });
});

describe('dates', () => {
  it('writes months, days and times', () => {
    expect(ja.month('2026-10')).toBe('2026年10月');
    expect(en.month('2026-10')).toBe('October 2026');
    expect([ja.monthShort('2026-04'), en.monthShort('2026-04')]).toEqual(['4月', 'Apr']);
    expect([ja.fiscalYear(2026), en.fiscalYear(2026)]).toEqual(['2026年度', 'FY2026']);
    expect(ja.dateTime('2026-11-05T09:00:00')).toBe('2026-11-05 09:00');
    expect(en.date('2026-11-05T09:00:00')).toBe('2026-11-05');
  });
});

describe('labels', () => {
  it('hold the same keys in both languages', () => {
    const keys = (value: object, path = ''): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'object' ? keys(inner as object, `${path}${key}.`) : [`${path}${key}`],
      );
    expect(keys(labelsOf('ja'))).toEqual(keys(labelsOf('en')));
  });

  it('name things in the locale, else in the other, else by id', () => {
    expect(nameIn({ ja: 'Ａ社', en: 'Company A' }, 'en', 'a')).toBe('Company A');
    expect(nameIn({ ja: 'Ａ社' }, 'en', 'a')).toBe('Ａ社');
    expect(nameIn({}, 'ja', 'a')).toBe('a');
  });
});
