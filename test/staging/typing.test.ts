/** Text → declared type, by DuckDB itself. `null` = can't be read: the row becomes a reject. */
import { describe, expect, it } from 'vitest';
import { quoteText } from '../../src/duckdb/quote.js';
import { type ColumnType, sqlTypeOf } from '../../src/staging/contract.js';
import { holdRange, parseTyped, readText } from '../../src/staging/typing.js';
import { scalar, scratchDatabase } from '../duckdb/scratch.js';

const db = await scratchDatabase();
const tokyo = 'Asia/Tokyo';

async function read(text: string, type: ColumnType, timezone = tokyo, format?: readonly string[]) {
  const parsed = `SELECT ${parseTyped('v', type, { timezone, format })} AS p FROM (SELECT ${quoteText(text)} AS v)`;
  const [row] = await db.rows<{ v: string | null; type: string }>(
    `SELECT (${holdRange('p', type)})::VARCHAR AS v, typeof(p) AS type FROM (${parsed})`,
  );
  const staged = sqlTypeOf(type);
  expect(row!.type).toBe(staged === 'TIMESTAMPTZ' ? 'TIMESTAMP WITH TIME ZONE' : staged);
  return row!.v;
}
const utc = (text: string) => `${text}+00`;
const time = { is: 'time' } as const;

describe('a time in ISO 8601, local to Asia/Tokyo without a zone', () => {
  it.each([
    ['2026-11-05', utc('2026-11-04 15:00:00')],
    ['2026-11-05 09:00', utc('2026-11-05 00:00:00')],
    ['2026-11-05T09:00:30', utc('2026-11-05 00:00:30')],
    ['2026-11-05T09:00:30.25', utc('2026-11-05 00:00:30.25')],
    ['2026-11-05T09:00:00.123456789', utc('2026-11-05 00:00:00.123456')],
    ['2026-11-05T24:00', utc('2026-11-05 15:00:00')], // ISO 8601's end of the day
    ['2026-11-05T09:00Z', utc('2026-11-05 09:00:00')],
    ['2026-11-05T09:00:00z', utc('2026-11-05 09:00:00')],
    ['2026-11-05T09:00+09', utc('2026-11-05 00:00:00')],
    ['2026-11-05T09:00+0900', utc('2026-11-05 00:00:00')],
    ['2026-11-05T09:00:00-05:30', utc('2026-11-05 14:30:00')],
    ['2026-11-05 09:00:00.5-05', utc('2026-11-05 14:00:00.5')],
    ['2028-02-29', utc('2028-02-28 15:00:00')],
    ['2000-02-29', utc('2000-02-28 15:00:00')],
    ['2026-02-29', null],
    ['2100-02-29', null],
    ['2026-02-31', null],
    ['2026-04-31 10:00', null],
    ['2026-13-01', null],
    ['2026-00-10', null],
    ['2026-11-05T25:00', null],
    ['2026-11-05T09:60', null],
    ['2026-11-05T23:59:60', null],
    ['2026-11-05T09:00+25:00', null],
    ['2026-11-05Z', null], // a day has no offset
    ['2026-11-05+09:00', null],
    ['2026-11-5', utc('2026-11-04 15:00:00')], // no ISO 8601, but `japanese`: see times.test.ts
    ['2026/11/05', utc('2026-11-04 15:00:00')],
    ['20261105', null],
    ['2026-W45-4', null],
    ['05/11/2026 09:00', null],
    ['1762300800', null],
    ['now', null],
    ['infinity', null],
    ['-infinity', null],
    ['epoch', null],
    ['1970-01-01T00:00:00Z', utc('1970-01-01 00:00:00')],
    ['1969-12-31T23:59:59.999999Z', null],
    ['2199-12-31T23:59:59Z', utc('2199-12-31 23:59:59')],
    ['2200-01-01T00:00:00Z', null],
    ['0016-02-29', null],
    ['3026-11-05', null],
  ])('%s', async (text, expected) => {
    expect(await read(text, time)).toBe(expected);
  });
});

describe('a time where clocks change (America/New_York)', () => {
  it.each([
    ['2026-01-15 12:00', utc('2026-01-15 17:00:00')],
    ['2026-07-15 12:00', utc('2026-07-15 16:00:00')],
    ['2026-03-08 01:59', utc('2026-03-08 06:59:00')],
    ['2026-03-08 02:30', utc('2026-03-08 07:30:00')], // doesn't exist: read as 03:30 EDT
    ['2026-03-08 03:00', utc('2026-03-08 07:00:00')],
    ['2026-11-01 00:59', utc('2026-11-01 04:59:00')],
    ['2026-11-01 01:30', utc('2026-11-01 06:30:00')], // stands twice: the later, EST
    ['2026-11-01 01:30:00-04:00', utc('2026-11-01 05:30:00')], // said with its offset
  ])('%s', async (text, expected) => {
    expect(await read(text, time, 'America/New_York')).toBe(expected);
  });
});

describe('a time by declared formats', () => {
  it.each<[string, string[], string | null]>([
    ['05/11/2026 09:00', ['%d/%m/%Y %H:%M'], utc('2026-11-05 00:00:00')],
    ['5/1/2026 9:00', ['%d/%m/%Y %H:%M'], utc('2026-01-05 00:00:00')],
    ['31/02/2026 09:00', ['%d/%m/%Y %H:%M'], null],
    ['29/02/2028 09:00', ['%d/%m/%Y %H:%M'], utc('2028-02-29 00:00:00')],
    ['11/25/2026 09:00', ['%d/%m/%Y %H:%M'], null],
    ['2026-11-05', ['%d/%m/%Y'], null], // ISO is not tried behind a declared format
    ['05/11/2026', ['%d/%m/%Y %H:%M', '%d/%m/%Y'], utc('2026-11-04 15:00:00')],
    ['03/04/2026', ['%m/%d/%Y', '%d/%m/%Y'], utc('2026-03-03 15:00:00')], // the first that reads
    ['Nov 5, 2026 9:00 PM', ['%b %d, %Y %I:%M %p'], utc('2026-11-05 12:00:00')],
    ['2026年11月5日 9時', ['%Y年%m月%d日 %H時'], utc('2026-11-05 00:00:00')],
    ['05/11/2026 09:00 -0500', ['%d/%m/%Y %H:%M %z'], utc('2026-11-05 14:00:00')],
    ['05/11/2026', ['%Y-%m-%d %z', '%d/%m/%Y'], utc('2026-11-04 15:00:00')],
    ['05/11/2026 09:00 America/New_York', ['%d/%m/%Y %H:%M %Z'], utc('2026-11-05 14:00:00')],
    ['05/11/2026 %z', ['%d/%m/%Y %%z'], utc('2026-11-04 15:00:00')], // %% is a percent sign, no zone
    ['05/11/3026', ['%d/%m/%Y'], null],
  ])('%s by %j', async (text, format, expected) => {
    expect(await read(text, time, tokyo, format)).toBe(expected);
  });
});

describe('a date: the local day', () => {
  it.each([
    ['2026-11-05', tokyo, '2026-11-05'],
    ['2026-11-05T23:30:00Z', tokyo, '2026-11-06'],
    ['2026-11-05T00:30:00+09:00', 'UTC', '2026-11-04'],
    ['2026-03-08', 'America/New_York', '2026-03-08'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04'], // midnight did not exist
    ['1950-05-07', tokyo, '1950-05-07'], // summer time in Japan
    ['2026-02-29', tokyo, null],
    ['1900-01-01', tokyo, '1900-01-01'],
    ['1899-12-31', tokyo, null],
    ['2199-12-31', tokyo, '2199-12-31'],
    ['2200-01-01', tokyo, '2200-01-01'],
    ['9999-12-31', tokyo, '9999-12-31'], // "without end" in many systems
  ])('%s in %s', async (text, zone, expected) => {
    expect(await read(text, { is: 'date' }, zone)).toBe(expected);
  });
});

const level = { is: 'integer', min: 0, max: 3 } as const;
const amount = { is: 'number', min: 0 } as const;
const category = { is: 'oneOf', values: ['AAA', 'AA', 'A'] } as const;
const several = { is: 'list', values: ['a', 'b'] } as const;
const state = { is: 'oneOf', values: ['open', 'closed'] } as const;
describe('other types', () => {
  it.each<[ColumnType, string, string | null]>([
    [level, '0', '0'],
    [level, '+3', '3'],
    [level, '003', '3'],
    [level, '4', null],
    [level, '-1', null],
    [level, '1.0', null],
    [level, '１', '1'],
    [level, '４', null],
    [{ is: 'integer' }, '-999999999999999999', '-999999999999999999'],
    [{ is: 'integer' }, '1000000000000000000', null],
    [{ is: 'integer' }, '0x1', null],
    [{ is: 'integer', min: 1 }, '0', null],
    [amount, '0', '0.000000'],
    [amount, '.5', '0.500000'],
    [amount, '12.', '12.000000'],
    [amount, '99999999999999999', '99999999999999999.000000'],
    [amount, '-0.000001', null],
    [amount, '1e3', null],
    [amount, '1,000', '1000.000000'],
    [amount, '123456789012345678', null],
    [amount, 'NaN', null],
    [{ is: 'number' }, '-1.25', '-1.250000'],
    [{ is: 'boolean' }, 'TRUE', 'true'],
    [{ is: 'boolean' }, '1', 'true'],
    [{ is: 'boolean' }, 'Yes', 'true'],
    [{ is: 'boolean' }, '〇', 'true'],
    [{ is: 'boolean' }, '○', 'true'],
    [{ is: 'boolean' }, '0', 'false'],
    [{ is: 'boolean' }, 'no', 'false'],
    [{ is: 'boolean' }, '×', 'false'],
    ...['１', 'ＴＲＵＥ', 'ｙｅｓ', '◯', 'はい', '有', '有り', 'あり', '済'].map(
      (t): [ColumnType, string, string] => [{ is: 'boolean' }, t, 'true'],
    ),
    ...['０', 'ＮＯ', '✕', '☓', 'いいえ', '無', '無し', 'なし', '未'].map(
      (t): [ColumnType, string, string] => [{ is: 'boolean' }, t, 'false'],
    ),
    [{ is: 'boolean' }, '済み', null],
    [{ is: 'boolean' }, '2', null],
    [{ is: 'boolean' }, 'on', null],
    [category, 'aa', 'AA'],
    [category, 'AAA', 'AAA'],
    [category, 'AAAA', null],
    [state, 'Closed', 'closed'],
    [state, 'done', null],
    [state, 'ｏｐｅｎ', null], // words stay as written
    [several, 'a;\u3000B\u3000; ', 'a;b'],
    [several, 'a;c', null],
    [{ is: 'text' }, '=1+1', '=1+1'],
    [{ is: 'id' }, '007', '007'],
  ])('%j reads %j', async (type, text, expected) => {
    expect(await read(text, type)).toBe(expected);
  });
});

describe('readText', () => {
  it.each<[string, string[], string | null]>([
    ['', [], null],
    [' \t\r\n\u3000\u00a0', [], null],
    ['\u3000障害\u00a0', [], '障害'],
    ['a\u3000b', [], 'a\u3000b'],
    [' ? ', ['?'], null],
    ['-', ['?', '-'], null],
    ['??', ['?'], '??'],
    ["n'a", ["n'a"], null],
  ])('%j with %j missing', async (text, missing, expected) => {
    expect(await scalar(db, readText(quoteText(text), missing))).toBe(expected);
  });
});
