/** Numbers as people write them. The pairs are text and value; null is a reject. */
import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../src/staging/contract.js';
import { decimalText } from '../../src/staging/typing/units.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { type Rules, readPairs, whyAll } from './reading.js';

const db = await scratchDatabase();
type Pairs = readonly (readonly [string, string | null])[];
const number = { is: 'number' } as const;

const cases: readonly (readonly [string, ColumnType, Rules, Pairs])[] = [
  [
    'full-width',
    number,
    {},
    [
      ['１２', '12.000000'],
      ['１，２３４．５', '1234.500000'],
      ['＋３', '3.000000'],
      ['－３', '-3.000000'],
      ['−3', '-3.000000'], // U+2212
      ['１２　件', '12.000000'],
      ['１　２', null],
      ['ー3', null], // a long vowel is no minus
    ],
  ],
  [
    "bookkeepers' negatives, directly before the digits",
    number,
    {},
    [
      ['▲1,234', '-1234.000000'],
      ['△5', '-5.000000'],
      ['△0.5', '-0.500000'],
      ['▲¥5', null],
      ['¥▲5', '-5.000000'],
      ['▲ 5', null],
      ['5▲', null],
      ['-▲5', null],
      ['▼5', null],
      ['(1,234)', null],
    ],
  ],
  [
    'counters and the yen',
    number,
    {},
    [
      ...[...'件人名台回社円個'].map((c) => [`12${c}`, '12.000000'] as const),
      ['12 件', '12.000000'],
      ['12  件', null],
      ['12件件', null],
      ['件', null],
      ['¥1,234', '1234.000000'],
      ['￥1,234', '1234.000000'],
      ['\\1,234', '1234.000000'], // what CP932 has in the yen's place
      ['-¥5', '-5.000000'],
      ['¥-5', '-5.000000'],
      ['¥5円', '5.000000'],
      ['$5', null],
      ['5分', null],
      ['2時間', null],
      ['3日', null],
      ['12%', null],
      ['１２％', null],
      ['120g', null],
      ['約12', null],
      ['12～15', null],
      ['1-2', null],
      ['3/4', null],
      ['12円/月', null],
    ],
  ],
  [
    'thousands, in threes only',
    number,
    {},
    [
      ['1,234', '1234.000000'],
      ['999,999', '999999.000000'],
      ['1,234,567.89', '1234567.890000'],
      ['12,345,678,901,234,567', '12345678901234567.000000'],
      ['123,456,789,012,345,678', null],
      ['1234,567', null],
      ['0,123', null],
      ['1,23', null],
      ['1,2345', null],
      ['1,23,456', null],
      ['1,234,56', null],
      [',123', null],
      ['1,', null],
      ['1,234.567,8', null],
      ['1.234,5', null],
      ['1 234', null],
    ],
  ],
  [
    'ten thousands',
    number,
    {},
    [
      ['3億円', '300000000.000000'],
      ['1.5万人', '15000.000000'],
      ['1.2345675万', '12345.675000'],
      ['5千円', '5000.000000'],
      ['12百万円', '12000000.000000'],
      ['1.5兆円', '1500000000000.000000'],
      ['▲3億円', '-300000000.000000'],
      ['￥３億', '300000000.000000'],
      ['1億2,000万円', '120000000.000000'],
      ['1億2345万6789円', '123456789.000000'],
      ['3億5千万円', '350000000.000000'],
      ['5千500万', '55000000.000000'],
      ['1万2千円', '12000.000000'],
      ['1万50円', '10050.000000'],
      ['▲1億2千万', '-120000000.000000'],
      ['9999兆9999億9999万9999', '9999999999999999.000000'],
      ['1万2', null], // said for 12,000 too
      ['1万23', null],
      ['1万2345', '12345.000000'],
      ['1万12345', null],
      ['2万1億', null],
      ['3億万', null],
      ['1.5億3万', null],
      ['2千5百万', null],
      ['万', null],
      ['億円', null],
    ],
  ],
  [
    'no number at all',
    number,
    {},
    ['-', '－', '―', 'なし', '無', '不明', '1e3', '0x10', 'NaN', 'Infinity', '.', ','].map((t) => [t, null]),
  ],
  [
    'the longest of each way',
    number,
    {},
    [
      ['999999999999', '999999999999.000000'],
      ['999999999999.9999999', '1000000000000.000000'],
      ['9999999999999', '9999999999999.000000'],
      ['99999999999999999', '99999999999999999.000000'],
      ['123456789012345678', null],
      ['0.0000005', '0.000001'],
      ['0.00000049', '0.000000'],
    ],
  ],
  [
    'whole numbers',
    { is: 'integer' },
    {},
    [
      ['１２件', '12'],
      ['1,234', '1234'],
      ['▲1,234', '-1234'],
      ['1.5万人', '15000'],
      ['1.2345万', '12345'],
      ['1.23456万', null],
      ['1.0', null],
      ['1.0件', null],
      ['12.', null],
      ['12%', null],
    ],
  ],
  [
    'measurements',
    { is: 'real' },
    {},
    [
      ['1.5e3', '1500.0'],
      ['１．５ｅ３', '1500.0'],
      ['1.1万', '11000.0'],
      ['▲0.5', '-0.5'],
      ['1,234.5', '1234.5'],
      ['99.9%', null],
      ['1e99', '1e+99'],
      ['1e999', null],
      ['1e-300', '1e-300'],
    ],
  ],
  [
    'a declared decimal comma',
    number,
    { decimal: ',' },
    [
      ['1.234,5', '1234.500000'],
      ['1234,5', '1234.500000'],
      ['1,5', '1.500000'],
      [',5', '0.500000'],
      ['1.234', '1234.000000'],
      ['1,234', '1.234000'],
      ['１．２３４，５', '1234.500000'],
      ['3,5億円', '350000000.000000'],
      ['▲1.234,5', '-1234.500000'],
      ['12', '12.000000'],
      ['1.5', null],
      ['1234.5', null],
      ['1,234,567', null],
    ],
  ],
  [
    'a declared decimal point',
    number,
    { decimal: '.' },
    [
      ['1,234', '1234.000000'],
      ['1,5', null],
    ],
  ],
  [
    'declared units',
    number,
    { units: { '': 1, g: 1000, t: 1_000_000, '%': 0.01, 千円: 1000 } },
    [
      ['120g', '120000.000000'],
      ['120 G', '120000.000000'],
      ['１２０ｇ', '120000.000000'],
      ['1.5t', '1500000.000000'],
      ['12', '12.000000'],
      ['12%', '0.120000'],
      ['１２％', '0.120000'],
      ['5千円', '5000.000000'],
      ['5千', '5000.000000'],
      ['5万g', '50000000.000000'],
      ['1億2千万g', '120000000000.000000'],
      ['-3g', '-3000.000000'],
      ['1,200g', '1200000.000000'],
      ['0.0000005g', '0.000500'], // the product is rounded, not the value
      ['12345678.1234567g', '12345678123.456700'],
      ['99999999999999999t', null],
      ['5円', null],
      ['5件', null],
      ['¥5', null],
      ['5kg', null],
    ],
  ],
  [
    'declared units without a bare number',
    number,
    { units: { g: 0.001, KG: 1 } },
    [
      ['120g', '0.120000'],
      ['1kg', '1.000000'],
      ['0.1234567kg', '0.123457'],
      ['120', null],
    ],
  ],
  [
    'a factor for bare numbers',
    number,
    { units: { '': 60 } },
    [
      ['1.5', '90.000000'],
      ['0.0166666667', '1.000000'],
      ['1234567890123', '74074073407380.000000'],
    ],
  ],
  [
    'units of whole numbers and of measurements',
    { is: 'integer' },
    { units: { '': 1, k: 1000 } },
    [
      ['1.5k', '1500'],
      ['2', '2'],
      ['1.0005k', null],
    ],
  ],
  [
    'units of measurements',
    { is: 'real' },
    { units: { '': 1, '%': 0.01 } },
    [
      ['12%', '0.12'],
      ['12', '12.0'],
    ],
  ],
];

describe('a number', () => {
  it.each(cases)('%s', async (_, type, rules, pairs) => {
    expect(await readPairs(db, pairs, type, rules)).toEqual(pairs);
  });
});

describe('why a number does not read', () => {
  const why: readonly (readonly [string, ColumnType, Rules, string, string | null])[] = [
    ['a unit', number, {}, '120g', 'unit'],
    ['a percent sign', number, {}, '12%', 'unit'],
    ['minutes of a plain number', number, {}, '5分', 'unit'],
    ['a unit after a full-width number', { is: 'real' }, {}, '１２％', 'unit'],
    ['an unlisted unit', number, { units: { g: 1 } }, '5kg', 'unit'],
    ['no unit where one is needed', number, { units: { g: 1 } }, '5', 'unit'],
    ['a decimal comma', number, {}, '1,5', 'decimal'],
    ['a decimal comma in a whole number', { is: 'integer' }, {}, '1,5', 'decimal'],
    ['points that group', number, {}, '1.234.567', 'decimal'],
    ['both', number, {}, '1.234,5件', 'decimal'],
    ['a declared point', number, { decimal: '.' }, '1,5', null],
    ['a word', number, {}, 'many', null],
    ['a date', number, {}, '2026年4月1日', null],
    ['a sentence', number, {}, '5 of them in the end', null],
    ['minutes with a decimal comma', { is: 'minutes' }, {}, '1,5', 'decimal'],
    ['minutes of an unlisted unit', { is: 'minutes' }, { units: { h: 60 } }, '5分', 'unit'],
  ];
  it.each(why)('%s', async (_, type, rules, text, reason) => {
    expect(await whyAll(db, [text], type, rules)).toEqual([reason]);
  });
});

describe('a factor as digits', () => {
  it.each([
    [1, '1'],
    [1000, '1000'],
    [0.001, '0.001'],
    [1e-7, '0.0000001'],
    [1.5e-7, '0.00000015'],
    [1e21, '1000000000000000000000'],
    [1.25e22, '12500000000000000000000'],
    [3.6, '3.6'],
    [1 / 60, '0.0166666666666666'],
  ])('%d', (factor, text) => {
    expect(decimalText(factor)).toBe(text);
  });
});
