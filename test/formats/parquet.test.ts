/** Parquet, read by DuckDB: every type as the text that the typed layer reads. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openTable } from '../../loaders/formats/index.js';
import { lineColumn } from '../../loaders/raw.js';
import { quoteName, quoteText } from '../../src/duckdb/quote.js';
import { KadoError } from '../../src/errors.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { folder, good, problemOf, readTable, rejects, write } from './exportFile.js';

const db = await scratchDatabase();
/** Written by DuckDB in its own folder, then put where exports lie. */
async function parquet(name: string, query: string, options = ''): Promise<string> {
  await db.run(`COPY (${query}) TO ${quoteText(`${db.folder}/${name}`)} (FORMAT parquet${options})`);
  return write(name, readFileSync(`${db.folder}/${name}`));
}
const read = (path: string) => readTable(path, { warehouse: db });
const textOf = async (expression: string): Promise<string | undefined> => {
  const { records } = await read(await parquet('value.parquet', `SELECT ${expression} AS v`));
  return records[0]?.fields[0];
};

describe('values', () => {
  test.each<[string, string]>([
    ["'東京 ''\"'", '東京 \'"'],
    ["' a '", ' a '],
    ["''", ''],
    ['NULL::VARCHAR', ''],
    ['true', 'true'],
    ['12345678901234567890::UBIGINT', '12345678901234567890'],
    ['-5::TINYINT', '-5'],
    ['1.50::DECIMAL(10,2)', '1.50'],
    ['123456789012345678901234.500000::DECIMAL(38,6)', '123456789012345678901234.500000'],
    ['0.1::DOUBLE', '0.1'],
    ['0.1::FLOAT', '0.1'],
    ['5::DOUBLE', '5'],
    ['10::FLOAT', '10'],
    ['-1234567.0::DOUBLE', '-1234567'],
    ["'NaN'::DOUBLE", 'nan'],
    ["DATE '2026-04-01'", '2026-04-01'],
    ["TIMESTAMP '2026-04-01 09:08:07'", '2026-04-01T09:08:07'],
    ["TIMESTAMP '2026-04-01 09:08:07.123456'", '2026-04-01T09:08:07.123456'],
    ["TIMESTAMP_NS '2026-04-01 09:08:07.123456789'", '2026-04-01T09:08:07.123456789'],
    ["TIMESTAMPTZ '2026-04-01 09:08:07+09'", '2026-04-01T00:08:07Z'],
    ["TIMESTAMPTZ '2026-04-01 09:08:07.5+09'", '2026-04-01T00:08:07.5Z'],
    ["TIME '09:08:07'", '09:08:07'],
    ["['a', NULL, 'b']", 'a;b'],
    ['[1.0::DOUBLE, 2.5]', '1;2.5'],
    ["[TIMESTAMPTZ '2026-04-01 09:00:00+09']", '2026-04-01T00:00:00Z'],
    ['[]::VARCHAR[]', ''],
    ["[{'a': 1, 'b': 'x'}]", '[{"a":1,"b":"x"}]'],
    ['[[1], [2, 3]]', '[[1],[2,3]]'],
    ["MAP {'k': 1}", '{"k":1}'],
  ])('%s', async (expression, text) => {
    expect(await textOf(expression)).toBe(text);
  });
});

describe('a table', () => {
  const query = `SELECT 'I' || i AS "incident id", {'value': i, 'in': {'障害': 'x' || i}} AS ci, i AS "q.""'' 名" FROM range(1, 5001) t(i)`;

  test('has a receipt, names with quotes, dots and Japanese, and rows by number', async () => {
    const path = await parquet('t.parquet', query);
    const { header, headerLine, records, receipt, typedDates, empty } = await read(path);
    expect(header).toEqual(['incident id', 'ci.value', 'ci.in.障害', "q.\"'' 名"]);
    const bytes = readFileSync(path);
    expect(receipt).toEqual({
      format: 'parquet',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      encoding: 'parquet',
      bom: false,
      why: { code: 'own-format', params: {} },
      delimiter: '',
      compressed: false,
    });
    expect([headerLine, typedDates, empty, records.length]).toEqual([1, true, false, 5000]);
    expect(good(records)[4999]).toEqual([5000, 'I5000', '5000', 'x5000', '5000']);
    expect(records.every((r, i) => r.line === i + 1)).toBe(true);
  });

  test('fills the raw table with the columns that are needed', async () => {
    const table = await openTable(await parquet('b.parquet', query), 'b.parquet', {
      encoding: 'auto',
      warehouse: db,
    });
    const names = ["q.\"'' 名", 'ci.in.障害'];
    expect(await table.bulk?.(db, 'raw', names)).toEqual({ count: 5000, broken: [] });
    const columns = [lineColumn, ...names].map((name, i) => `${quoteName(name)} AS c${i}`);
    const rows = await db.rows(
      `SELECT ${columns} FROM raw WHERE ${quoteName(lineColumn)} > 4998 ORDER BY c0`,
    );
    expect(rows).toEqual([
      { c0: 4999, c1: '4999', c2: 'x4999' },
      { c0: 5000, c1: '5000', c2: 'x5000' },
    ]);
    const types = await db.rows<{ t: string }>('SELECT column_type AS t FROM (DESCRIBE raw)');
    expect(types.map((row) => row.t)).toEqual(['BIGINT', 'VARCHAR', 'VARCHAR']);
    await db.run('DROP TABLE raw');
    expect(readdirSync(db.folder).filter((name) => name.startsWith('parquet-'))).toEqual([]);
  });

  test('needs no column at all', async () => {
    const table = await openTable(await parquet('n.parquet', 'SELECT 1 AS a'), 'n', {
      encoding: 'auto',
      warehouse: db,
    });
    expect(await table.bulk?.(db, 'raw', [])).toEqual({ count: 1, broken: [] });
    await db.run('DROP TABLE raw');
  });

  test('can be read twice and left half-way, and leaves no table', async () => {
    const path = await parquet('l.parquet', query);
    const table = await openTable(path, 'l', { encoding: 'auto', warehouse: db });
    for await (const { records } of table.batches()) {
      expect(records.length).toBeLessThan(5000);
      break;
    }
    let rows = 0;
    for await (const { records } of table.batches()) rows += records.length;
    expect(rows).toBe(5000);
    expect(await db.rows('SELECT table_name FROM duckdb_tables()')).toEqual([]);
    write('l.parquet', readFileSync(await parquet('m.parquet', query.replace('5001', '4001'))));
    expect((await problemOf(table.batches()[Symbol.asyncIterator]().next())).code).toBe('file_changed');
  });

  test('without rows', async () => {
    expect(await read(await parquet('e.parquet', 'SELECT 1 AS a WHERE false'))).toMatchObject({
      empty: true,
      header: ['a'],
      records: [],
    });
  });

  test('rejects a row with a NUL, where the column is needed', async () => {
    const path = await parquet(
      'z.parquet',
      `SELECT * FROM (VALUES ('a', 'b'), ('c', 'd' || chr(0)), ('e', 'f')) t(x, y)`,
    );
    const { records } = await read(path);
    expect(rejects(records)).toEqual([[2, 'row_nul']]);
    expect(good(records)).toEqual([
      [1, 'a', 'b'],
      [3, 'e', 'f'],
    ]);
    const table = await openTable(path, 'z', { encoding: 'auto', warehouse: db });
    expect((await table.bulk?.(db, 'raw', ['y']))?.broken).toMatchObject([
      { line: 2, problem: { code: 'row_nul' } },
    ]);
    expect(await db.rows('SELECT y FROM raw')).toEqual([{ y: 'b' }, { y: 'f' }]);
    await db.run('DROP TABLE raw');
    expect(await table.bulk?.(db, 'raw', ['x'])).toEqual({ count: 3, broken: [] });
    await db.run('DROP TABLE raw');
  });

  test('has bytes refused only where they are needed', async () => {
    const path = await parquet('blob.parquet', `SELECT 'x' AS a, 'ab'::BLOB AS b`);
    const table = await openTable(path, 'blob', { encoding: 'auto', warehouse: db });
    expect(await table.bulk?.(db, 'raw', ['a'])).toEqual({ count: 1, broken: [] });
    await db.run('DROP TABLE raw');
    const problem = await problemOf(table.bulk!(db, 'raw', ['a', 'b']));
    expect([problem.code, problem.params]).toEqual(['parquet_binary', { column: 'b', type: 'BLOB' }]);
  });
});

describe('a file that cannot be used', () => {
  const codeOf = async (name: string, bytes: Uint8Array | string) =>
    (await problemOf(read(write(name, bytes)))).code;

  test('is no Parquet, is cut, is encrypted', async () => {
    const bytes = readFileSync(await parquet('w.parquet', 'SELECT i FROM range(1000) t(i)'));
    expect(await codeOf('a.parquet', 'id,name\n1,a\n')).toBe('parquet_not');
    expect(await codeOf('a.parquet', 'P')).toBe('parquet_not');
    expect(await codeOf('a.parquet', 'PAR1')).toBe('parquet_cut');
    expect(await codeOf('a.parquet', 'PAR1PAR1')).toBe('parquet_cut');
    expect(await codeOf('a.parquet', bytes.subarray(0, bytes.length - 100))).toBe('parquet_cut');
    expect(await codeOf('a.parquet', Buffer.concat([Buffer.from('PARE'), bytes.subarray(4)]))).toBe(
      'parquet_encrypted',
    );
    const encrypted = Buffer.concat([bytes.subarray(0, bytes.length - 4), Buffer.from('PARE')]);
    expect(await codeOf('a.parquet', encrypted)).toBe('parquet_encrypted');
  });

  test('claims a footer larger than itself', async () => {
    const bytes = Buffer.from(readFileSync(await parquet('w.parquet', 'SELECT i FROM range(1000) t(i)')));
    for (const size of [0, 1, bytes.length, 0x7fffffff, 0xffffffff]) {
      bytes.writeUInt32LE(size, bytes.length - 8);
      const problem = await problemOf(read(write('f.parquet', bytes)));
      expect(problem.code).toBe('parquet_unreadable');
      expect(problem.params.detail).not.toContain(folder);
      expect(problem.params.detail).not.toContain(db.folder);
    }
  });

  test('has bytes turned over at random: rows or a problem, never a crash, and the database lives on', async () => {
    const query = `SELECT 'I' || i AS id, TIMESTAMP '2026-01-01' + to_minutes(i) AS at, {'link': 'l' || i, 'value': i % 9} AS ci, ['a', 'b' || i] AS tags, i * 1.5 AS d FROM range(300) t(i)`;
    const sound = readFileSync(await parquet('sound.parquet', query));
    const footer = sound.readUInt32LE(sound.length - 8);
    let failed = 0;
    for (let seed = 1; seed <= mutations; seed++) {
      const next = randomFrom(seed);
      const bytes = Buffer.from(sound);
      // Every other time in the footer, where the sizes stand.
      const from = seed % 2 === 0 ? 4 : sound.length - 8 - footer;
      for (let i = 0; i < 3; i++) bytes[from + Math.floor(next() * (sound.length - 4 - from))] = next() * 256;
      try {
        const path = write('turned.parquet', bytes);
        const table = await openTable(path, 'turned', { encoding: 'auto', warehouse: db });
        await table.bulk?.(db, 'turned', table.header);
      } catch (error) {
        if (!(error instanceof KadoError)) throw new Error(`seed ${seed}`, { cause: error });
        failed++;
      }
      await db.run('DROP TABLE IF EXISTS turned');
    }
    expect(failed).toBeGreaterThan(mutations / 2);
  });
});

const mutations = 200;

/** Numbers from 0 up to 1, the same for the same seed (a linear congruential generator, after Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
