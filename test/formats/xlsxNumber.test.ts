import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInKind, numberKind } from '../../loaders/formats/xlsxFormat.js';
import { decimalText, numberText, timeText } from '../../loaders/formats/xlsxNumber.js';

describe('what a number format makes of a number', () => {
  const shown = (code: string): string => {
    const kind = numberKind(code);
    if (kind.is === 'date') return kind.clock ? 'date and time' : 'date';
    if (kind.is === 'number') return 'number';
    return `${kind.elapsed ? 'elapsed' : 'time'}${kind.seconds ? ' s' : ''}`;
  };
  test.each([
    ['General', 'number'],
    ['G/標準', 'number'],
    ['General"月"', 'number'],
    ['0.00E+00', 'number'],
    ['##0.0E+0', 'number'],
    ['#,##0;[Red]-#,##0', 'number'],
    ['[DBNum1][$-411]0', 'number'],
    ['0"day"', 'number'],
    ['0\\d', 'number'],
    ['0_m', 'number'],
    ['0 g', 'number'],
    ['# ?/?', 'number'],
    ['0.0%', 'number'],
    ['@', 'number'],
    ['', 'number'],
    [';;;', 'number'],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 'number'],
    ['yyyy/m/d;@', 'date'],
    ['[$-411]ggge"年"m"月"d"日";@', 'date'],
    ['[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', 'date'],
    ['[$-411]GGGE"年"', 'date'],
    ['[<=43585][$-411]ggge"年";[$-411]"令和"e"年"', 'date'],
    ['[$-411]ge.m.d', 'date'],
    ['rr', 'date'],
    ['aaaa', 'date'],
    ['[$-411]aaa', 'date'],
    ['mmm', 'date'],
    ['d-mmm-yy', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['yyyy"年"m"月"d"日" h"時"mm"分"', 'date and time'],
    ['m/d h:mm', 'date and time'],
    ['h:mm', 'time'],
    ['h"時"mm"分"ss"秒"', 'time s'],
    ['h:mm AM/PM', 'time'],
    ['[$-F400]h:mm:ss\\ AM/PM', 'time s'],
    ['上午/下午h"時"', 'time'],
    ['mm:ss.0', 'time s'],
    ['[h]:mm', 'elapsed'],
    ['[hh]:mm:ss', 'elapsed s'],
    ['[mm]:ss', 'elapsed s'],
    ['[h]"時間"mm"分"', 'elapsed'],
  ])('%s is a %s', (code, expected) => {
    expect(shown(code)).toBe(expected);
  });

  test('sees every date that SheetJS sees among the formats it knows', () => {
    const table = Object.entries(XLSX.SSF.get_table()).filter(([id]) => Number(id) < 50);
    expect(table.length).toBeGreaterThan(25);
    for (const [id, code] of table) {
      const dated = XLSX.SSF.is_date(String(code));
      expect([code, numberKind(String(code)).is !== 'number']).toEqual([code, dated]);
      expect([id, builtInKind(Number(id)).is !== 'number']).toEqual([id, dated]);
    }
  });
});

describe('a number', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.1, '0.1'],
    [-12.5, '-12.5'],
    [1e15, '1000000000000000'],
    [9_007_199_254_740_991, '9007199254740991'],
    [1.2345678901234568e18, '1.2345678901234568e+18'],
    [1e-7, '0.0000001'],
    [-1.5e-10, '-0.00000000015'],
    [1e-300, '1e-300'],
  ])('%d is %s', (value, text) => {
    expect(decimalText(value)).toBe(text);
  });
  test('reads back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(decimalText(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('a date', () => {
  const date = numberKind('yyyy/m/d');
  const clock = numberKind('yyyy/m/d h:mm');
  test.each([
    [45_383, '2024-04-01'],
    [45_383.5, '2024-04-01T12:00:00'],
    [45_351, '2024-02-29'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [0, '1900-01-00'],
    [2_958_465, '9999-12-31'],
    [2_958_466, '2958466'],
    [-1, '-1'],
    [45_383.374_999_999_99, '2024-04-01T09:00:00'],
    [45_382.999_999_9, '2024-03-31T23:59:59'],
    [45_382.999_999_999_9, '2024-04-01'],
  ])('%d is %s', (serial, text) => {
    expect(numberText(serial, date, false)).toBe(text);
  });
  test('shown with its time has a time, at midnight too', () => {
    expect(numberText(45_383, clock, false)).toBe('2024-04-01T00:00:00');
  });
  test('counts from 1904 where the workbook does', () => {
    expect(numberText(0, date, true)).toBe('1904-01-01');
    expect(numberText(43_921, date, true)).toBe('2024-04-01');
    expect(numberText(0.5, numberKind('h:mm'), true)).toBe('12:00');
    expect(numberText(43_921.5, numberKind('h:mm'), true)).toBe('2024-04-01T12:00:00');
  });
  test('is the day that SheetJS finds, at the second that was meant', () => {
    const serials = [fc.integer({ min: 61, max: 2_958_464 }), fc.integer({ min: 0, max: 86_399 })] as const;
    fc.assert(
      fc.property(...serials, (day, second) => {
        const { y, m, d } = XLSX.SSF.parse_date_code(day);
        const two = (n: number) => String(n).padStart(2, '0');
        const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
          .map(two)
          .join(':');
        const expected = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}T${time}`;
        expect(numberText(day + second / 86_400, clock, false)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
  test.each([
    ['h:mm', 0.375, '9:00'],
    ['h:mm', 0.375 + 1 / 86_400, '9:00:01'],
    ['h:mm:ss', 0.375, '9:00:00'],
    ['h:mm', 1.0625, '25:30'],
    ['[h]:mm', 1.0625, '25:30'],
    ['[h]:mm', 100, '2400:00'],
    ['[mm]:ss', 0.0625, '1:30:00'],
    ['h:mm', 45_383.375, '2024-04-01T09:00:00'],
    ['[h]:mm', -0.5, '-0.5'],
  ])('%s of %d is %s', (code, serial, text) => {
    expect(numberText(serial, numberKind(code), false)).toBe(text);
  });
  test.each([
    ['2024-04-01', '2024-04-01'],
    ['2024-04-01T09:00:00.000Z', '2024-04-01T09:00:00'],
    ['2024-04-01T09:00', '2024-04-01T09:00:00'],
    ['T09:05', '9:05'],
    ['soon', 'soon'],
  ])('written as text %s is %s', (value, text) => {
    expect(timeText(value)).toBe(text);
  });
});
