/** Times, days and months in the forms of `japanese`, and what formats say besides. All local to Asia/Tokyo; null is a reject. */
import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../src/staging/contract.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { type Rules, readPairs, whyAll } from './reading.js';

const db = await scratchDatabase();
type Pairs = readonly (readonly [string, string | null])[];
const tokyo = (utc: string | null): string | null => utc && `${utc}+00`;

const yearFirst: Pairs = [
  ['2026/4/1', '2026-03-31 15:00:00'],
  ['2026/04/01 9:05', '2026-04-01 00:05:00'],
  ['2026/04/01 09:05:07', '2026-04-01 00:05:07'],
  ['2026/04/01 09:05:07.25', '2026-04-01 00:05:07.25'],
  ['2026/04/01T09:05', '2026-04-01 00:05:00'],
  ['2026-4-1 9:05:07', '2026-04-01 00:05:07'],
  ['2026-04-01 9:05', '2026-04-01 00:05:00'],
  ['2026.4.1', '2026-03-31 15:00:00'],
  ['２０２６／４／１　９：０５', '2026-04-01 00:05:00'],
  ['２０２６－０４－０１', '2026-03-31 15:00:00'],
  ['2026/4/1(水) 9:05', '2026-04-01 00:05:00'],
  ['2026/4/1（水）9:05', '2026-04-01 00:05:00'],
  ['2026/4/1 3:05 PM', '2026-04-01 06:05:00'],
  ['2026/4/1 12:05 AM', '2026-03-31 15:05:00'],
  ['2026/4/1 0:05 AM', null],
  ['2026/4/1 13:05 PM', null],
  ['2026/4/1 24:00', '2026-04-01 15:00:00'], // the end of the day
  ['2026/4/1 24:01', null],
  ['2026/4/1 25:30', null],
  ['2026/4/1 9:60', null],
  ['2026/4/1 9:5', null],
  ['2026/4/19:05', null], // the first at 9, or the nineteenth?
  ['2026/4-1', null],
  ['2026/2/29', null],
  ['2028/2/29', '2028-02-28 15:00:00'],
  ['2026/4/31', null],
  ['2026/13/1', null],
  ['2026/0/1', null],
  ['26/4/1', null],
  ['126/4/1', null],
  ['2026/4', null],
  ['20260401', null],
  ['1/4/2026', null],
  ['4月1日', null],
];
const spelt: Pairs = [
  ['2026年4月1日', '2026-03-31 15:00:00'],
  ['2026年04月01日', '2026-03-31 15:00:00'],
  ['２０２６年４月１日', '2026-03-31 15:00:00'],
  ['2026年 4月 1日', '2026-03-31 15:00:00'],
  ['2026年4月1日 9時05分', '2026-04-01 00:05:00'],
  ['2026年4月1日9時5分', '2026-04-01 00:05:00'],
  ['2026年4月1日 9時', '2026-04-01 00:00:00'],
  ['2026年4月1日 9時5分7秒', '2026-04-01 00:05:07'],
  ['2026年4月1日 9:05', '2026-04-01 00:05:00'],
  ['2026年4月1日(水) 午後3時5分', '2026-04-01 06:05:00'],
  ['2026年4月1日(水曜日)', '2026-03-31 15:00:00'],
  ['2026年4月1日（水・祝） 9時', '2026-04-01 00:00:00'],
  ['2026年4月1日 午前9時', '2026-04-01 00:00:00'],
  ['2026年4月1日 午前0時', '2026-03-31 15:00:00'],
  ['2026年4月1日 午後0時30分', '2026-04-01 03:30:00'],
  ['2026年4月1日 午後11時59分', '2026-04-01 14:59:00'],
  ['2026年4月1日 午後 12:30', '2026-04-01 03:30:00'], // as clocks and spreadsheets have it
  ['2026年4月1日 午前 12:30', '2026-03-31 15:30:00'],
  ['2026年4月1日 午後12時30分', null], // noon to some, midnight to others
  ['2026年4月1日 午前12時', null],
  ['2026年4月1日 午後13時', null],
  ['2026年4月1日 午後3:05 PM', null],
  ['2026年4月1日 24時', '2026-04-01 15:00:00'],
  ['2026年4月1日 24時00分', '2026-04-01 15:00:00'],
  ['2026年4月1日 9時60分', null],
  ['2026年4月1', null],
  ['2026年4/1', null],
  ['26年4月1日', null],
  ['2026年4月31日', null],
];
const eras: Pairs = [
  ['令和6年4月1日', '2024-03-31 15:00:00'],
  ['令和６年４月１日　１０時', '2024-04-01 01:00:00'],
  ['令和元年5月1日', '2019-04-30 15:00:00'],
  ['令和1年5月1日', '2019-04-30 15:00:00'],
  ['令和 6年 4月 1日', '2024-03-31 15:00:00'],
  ['㋿6年4月1日', '2024-03-31 15:00:00'],
  ['R6.4.1', '2024-03-31 15:00:00'],
  ['R06.04.01', '2024-03-31 15:00:00'],
  ['r6/4/1', '2024-03-31 15:00:00'],
  ['Ｒ６．４．１', '2024-03-31 15:00:00'],
  ['R6-4-1 9:05', '2024-04-01 00:05:00'],
  ['R元.5.1', '2019-04-30 15:00:00'],
  ['H31.4.30', '2019-04-29 15:00:00'],
  ['平成31年4月30日', '2019-04-29 15:00:00'],
  ['平成31年4月30日 24時', '2019-04-30 15:00:00'],
  ['平成元年1月8日', '1989-01-07 15:00:00'],
  ['昭和64年1月7日', '1989-01-06 15:00:00'],
  ['S63.4.1', '1988-03-31 15:00:00'],
  ['昭和45年1月2日', '1970-01-01 15:00:00'],
  ['昭和45年1月1日', null], // before 1970 in UTC: no instant of a system
  ['令和6年4月31日', null],
  ['令和100年4月1日', null],
  ['令和0年4月1日', null],
  ['X6.4.1', null],
  ['R6.4', null],
  ['R2024.4.1', null],
  ['元年4月1日', null],
];
const outside = [
  '平成31年5月1日',
  '令和1年4月30日',
  '令和元年4月30日',
  'S64.1.8',
  '平成元年1月7日',
  'H32.3.31',
];

describe('an instant', () => {
  it.each([
    ['year first', yearFirst],
    ['spelt', spelt],
    ['by era', eras],
    ['outside of its era', outside.map((text) => [text, null] as const)],
  ])('%s', async (_, pairs) => {
    const expected = pairs.map(([text, value]) => [text, tokyo(value)]);
    expect(await readPairs(db, pairs, { is: 'time' })).toEqual(expected);
  });
  it('reads none of these by a declared format', async () => {
    const pairs = ['2026/4/1', '2026年4月1日', 'R6.4.1', '2026-04-01'].map((text) => [text, null] as const);
    expect(await readPairs(db, pairs, { is: 'time' }, { format: ['%d/%m/%Y'] })).toEqual(pairs);
  });
});

const days: Pairs = [
  ['2026-04-01', '2026-04-01'],
  ['20260401', '2026-04-01'],
  ['２０２６０４０１', '2026-04-01'],
  ['20260431', null],
  ['2026040', null],
  ['202604011', null],
  ['2026/4/1', '2026-04-01'],
  ['2026/4/1 23:59', '2026-04-01'],
  ['2026/4/1 24:00', '2026-04-02'],
  ['9999/12/31', '9999-12-31'],
  ['令和8年4月1日', '2026-04-01'],
  ['昭和元年12月25日', '1926-12-25'],
  ['昭和元年12月24日', null],
  ['大正15年12月25日', '1926-12-25'], // both eras' day, by the proclamation
  ['大正15年12月26日', null],
  ['明治45年7月30日', '1912-07-30'],
  ['大正元年7月29日', null],
  ['M33.1.1', '1900-01-01'],
  ['M32.12.31', null],
  ['1899/12/31', null],
];
const months: Pairs = [
  ['2026-04', '2026-04'],
  ['2026/04', '2026-04'],
  ['2026/4', '2026-04'],
  ['2026-4', '2026-04'],
  ['２０２６／４', '2026-04'],
  ['2026年4月', '2026-04'],
  ['２０２６年 ４月', '2026-04'],
  ['202604', '2026-04'],
  ['令和6年4月', '2024-04'],
  ['令和元年5月', '2019-05'],
  ['R6.4', '2024-04'],
  ['R6/4', '2024-04'],
  ['平成31年4月', '2019-04'],
  ['昭和64年1月', '1989-01'], // of which it had seven days
  ['平成元年1月', '1989-01'],
  ['平成31年5月', null],
  ['令和元年4月', null],
  ['202613', null],
  ['2026/13', null],
  ['2026/0', null],
  ['2026.4', null], // which a spreadsheet makes of 2026.40 too
  ['2026-04-01', null],
  ['2026年', null],
  ['4月', null],
  ['1969/12', null],
  ['2200/1', null],
];
describe('a day and a month', () => {
  it.each<[string, ColumnType, Pairs]>([
    ['a day', { is: 'date' }, days],
    ['a month', { is: 'month' }, months],
  ])('%s', async (_, type, pairs) => {
    expect(await readPairs(db, pairs, type)).toEqual(pairs);
  });
});

const morning = '2026-04-01 00:05:00';
describe('a list of formats', () => {
  it.each<[string, Rules, Pairs]>([
    [
      'with keywords among them',
      { format: ['iso', '%d/%m/%Y %H:%M', 'japanese'] },
      [
        ['2026-04-01 09:05', morning],
        ['01/04/2026 09:05', morning],
        ['０１／０４／２０２６　０９：０５', morning],
        ['R8.4.1 9:05', morning],
        ['2026/4/1 9:05', morning],
      ],
    ],
    [
      'in its order',
      { format: ['japanese', '%Y/%d/%m'] },
      [
        ['2026/4/1', '2026-03-31 15:00:00'],
        ['2026/30/1', '2026-01-29 15:00:00'],
      ],
    ],
    [
      'with full-width signs of its own',
      { format: ['%Y／%m／%d'] },
      [
        ['2026／4／1', '2026-03-31 15:00:00'],
        ['２０２６／４／１', '2026-03-31 15:00:00'],
        ['2026/4/1', '2026-03-31 15:00:00'],
      ],
    ],
    [
      'of which nobody found out whether day or month is first',
      { format: ['day_or_month_first'] },
      [
        ['31/12/2026', null],
        ['2026-04-01', null],
      ],
    ],
    [
      'with twelve hours and English months, as strptime has it',
      { format: ['%d/%b/%y %I:%M %p', '%m/%d/%Y %H:%M'] },
      [
        ['11/May/24 03:26 PM', '2024-05-11 06:26:00'],
        ['03/Sep/26 9:05 AM', '2026-09-03 00:05:00'],
        ['03/SEP/26 12:05 am', '2026-09-02 15:05:00'],
        ['6/21/2025 16:14', '2025-06-21 07:14:00'],
        ['03/Sept/26 9:05 AM', null],
        ['03/Sep/26 13:05 PM', null],
      ],
    ],
    [
      'with two-digit years: 69 to 99 are of the last century',
      { format: ['%d/%m/%y'] },
      [
        ['1/4/26', '2026-03-31 15:00:00'],
        ['1/4/70', '1970-03-31 15:00:00'],
        ['1/4/99', '1999-03-31 15:00:00'],
        ['1/4/68', '2068-03-31 15:00:00'],
        ['1/4/69', null], // 1969
        ['1/4/2026', null],
      ],
    ],
    ['with four-digit years, which two digits are not', { format: ['%d/%m/%Y'] }, [['1/4/26', null]]],
  ])('%s', async (_, rules, pairs) => {
    const expected = pairs.map(([text, value]) => [text, tokyo(value)]);
    expect(await readPairs(db, pairs, { is: 'time' }, rules)).toEqual(expected);
  });
  it('reads months by the same words', async () => {
    const pairs: Pairs = [
      ['2026-04', null],
      ['令和8年4月', '2026-04'],
      ['04/2026', '2026-04'],
    ];
    expect(await readPairs(db, pairs, { is: 'month' }, { format: ['japanese', '%m/%Y'] })).toEqual([
      ['2026-04', '2026-04'],
      ...pairs.slice(1),
    ]);
  });
});

describe('a reason of its own', () => {
  it('for a date outside of its era', async () => {
    expect(await whyAll(db, outside, { is: 'time' })).toEqual(outside.map(() => 'era'));
    expect(await whyAll(db, ['平成31年5月', '令和元年4月'], { is: 'month' })).toEqual(['era', 'era']);
  });
  it('not for one that never was', async () => {
    const texts = ['令和6年4月31日', '令和6年13月1日', '2026/2/29', 'x'];
    expect(await whyAll(db, texts, { is: 'date' })).toEqual(texts.map(() => null));
  });
});
