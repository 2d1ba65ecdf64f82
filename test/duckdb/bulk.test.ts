/** Rows of the program arrive in DuckDB as they are. */
import { describe, expect, it } from 'vitest';
import { insertRows } from '../../src/duckdb/bulk.js';
import { scratchDatabase } from './scratch.js';

const db = await scratchDatabase();

const columns = { text: 'VARCHAR', number: 'DOUBLE', whole: 'INTEGER', 'is it': 'BOOLEAN' };

describe('bulk rows', () => {
  it('keep every digit and every character, and their order', async () => {
    const rows = [
      { text: 'a,"b"\n\u0000', number: 0.1 + 0.2, whole: 1, 'is it': true },
      { text: '東京 <&>', number: 5e-324, whole: -7, 'is it': false },
      { text: null, number: null, whole: null, 'is it': null },
      { text: '', number: 1e300, whole: 0, 'is it': true },
    ];
    await insertRows(db, 'bulk', columns, rows);
    expect(await db.rows('SELECT * FROM bulk')).toEqual(rows);
  });
  it('may be none, or more than one batch', async () => {
    await insertRows(db, 'none', columns, []);
    expect(await db.rows('SELECT * FROM none')).toEqual([]);
    const many = Array.from({ length: 120_000 }, (_, whole) => ({ text: `${whole}`, whole }));
    await insertRows(db, 'many', { text: 'VARCHAR', whole: 'INTEGER' }, many);
    const [found] = await db.rows(
      'SELECT count(*) AS n, count(*) FILTER (text = whole::VARCHAR) AS same, sum(whole)::BIGINT AS sum FROM many',
    );
    expect(found).toEqual({ n: 120_000, same: 120_000, sum: (120_000 * 119_999) / 2 });
  });
  it('hold no infinity in silence', async () => {
    const rows = [{ number: Number.POSITIVE_INFINITY }];
    await expect(insertRows(db, 'bad', { number: 'DOUBLE' }, rows)).rejects.toThrow('column number');
  });
});
