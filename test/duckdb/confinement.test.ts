/** The second wall: even our own SQL can't leave the database's folder, fetch anything or change the settings. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quoteText } from '../../src/duckdb/quote.js';
import { scalar, scratchDatabase } from './scratch.js';

const db = await scratchDatabase();
const inside = `${db.folder}/in`;
const sibling = `${db.folder}-sibling`;
mkdirSync(inside);
writeFileSync(`${inside}/a.csv`, 'a\n1\n');
symlinkSync('/etc/passwd', `${db.folder}/link.csv`);
const denied = /Permission Error/;
const locked = /configuration has been locked/;

const attempts: readonly (readonly [sql: string, error: RegExp])[] = [
  [`FROM read_csv('/etc/passwd')`, denied],
  [`FROM '/etc/passwd.csv'`, denied],
  [`FROM read_text('${db.folder}/../other')`, denied],
  [`FROM read_text('${sibling}/a.csv')`, denied],
  [`FROM read_text('${db.folder}/link.csv')`, denied],
  [`FROM read_blob('http://127.0.0.1:1/a')`, denied],
  [`FROM read_parquet('s3://bucket/a.parquet')`, denied],
  [`FROM glob('/etc/*')`, denied],
  [`ATTACH '/tmp/kado-outside.db'`, denied],
  [`COPY (SELECT 1) TO '${sibling}.csv'`, denied],
  [`EXPORT DATABASE '${sibling}'`, denied],
  [`IMPORT DATABASE '${sibling}'`, denied],
  [`CREATE PERSISTENT SECRET s (TYPE http)`, denied],
  [`INSTALL httpfs`, denied],
  [`LOAD httpfs`, denied],
  [`LOAD '${db.folder}/x.duckdb_extension'`, denied],
  [`SET enable_external_access = true`, locked],
  [`SET allowed_directories = ['/']`, locked],
  [`SET lock_configuration = false`, locked],
  [`SET memory_limit = '100GB'`, locked],
  [`SET TimeZone = 'Asia/Tokyo'`, locked],
  [`RESET memory_limit`, locked],
  [`PRAGMA threads = 64`, locked],
];

describe('the database', () => {
  it.each(attempts)('refuses %s', async (sql, error) => {
    await expect(db.run(sql)).rejects.toThrow(error);
    expect(existsSync(`${sibling}.csv`)).toBe(false);
  });
  it('reads and writes its own folder', async () => {
    await db.run(`COPY (SELECT 7 AS a) TO '${inside}/b.csv'`);
    expect(await scalar(db, `SELECT sum(a) FROM read_csv('${inside}/*.csv')`)).toBe(8);
  });
  it('works in UTC whatever the machine says', async () => {
    expect(await scalar(db, `current_setting('TimeZone')`)).toBe('UTC');
    expect(await scalar(db, `(TIMESTAMPTZ '2026-01-01 00:00:00+09')::VARCHAR`)).toBe(
      '2025-12-31 15:00:00+00',
    );
  });
});

describe('rows', () => {
  it.each([
    ['9007199254740991', 2 ** 53 - 1],
    ['1.5::DECIMAL(4, 2)', 1.5],
    ['NULL', null],
    ['true', true],
    [`'${'é'}'`, 'é'],
  ])('gives %s as it is', async (sql, value) => {
    expect(await scalar(db, sql)).toBe(value);
  });
  it('refuses an integer that a number would round', async () => {
    await expect(scalar(db, '9007199254740993')).rejects.toThrow(/column v: 9007199254740993 is beyond/);
  });
  it.each(["DATE '2026-01-01'", '[1]', "{'a': 1}"])('refuses %s', async (sql) => {
    await expect(scalar(db, sql)).rejects.toThrow(/column v: cast it/);
  });
  it('binds parameters as values', async () => {
    const [row] = await db.rows<{ v: string }>('SELECT $x AS v', { x: "'; DROP TABLE t; --" });
    expect(row!.v).toBe("'; DROP TABLE t; --");
    expect(await scalar(db, `${quoteText("'; DROP TABLE t; --")}`)).toBe("'; DROP TABLE t; --");
  });
});
