/** A CSV's rows as raw table, by whatever way the loaders take, and by our own reader alone. */
import { openTable } from '../../loaders/formats/index.js';
import { lineColumn, sizeColumn } from '../../loaders/formats/table.js';
import { loadRaw } from '../../loaders/raw.js';
import type { Database } from '../../src/duckdb/database.js';
import { quoteName } from '../../src/duckdb/quote.js';
import { KadoError } from '../../src/errors.js';
import { silentContext } from '../../src/run.js';

export interface Reading {
  /** Line and texts of each row, and the rows that are none; or what stopped the reading. */
  readonly outcome: unknown;
  /** Whether DuckDB's own reader was asked for the file, and whether what it gave was kept. */
  readonly asked: boolean;
  readonly straight: boolean;
}

const whiteSpace = [' ', '\t', '\r', '\n', '\u3000', '\u00a0'];

const isScan = (sql: string): boolean => sql.includes('read_csv(') && sql.includes(sizeColumn);

/**
 * `db` as one that may read no export by itself, and refuses what the loaders write anew for it (of other encodings than UTF-8):
 * then only our own reader is used.
 */
export const withoutReader = (db: Database): Database => ({
  ...db,
  readable: new Set(),
  run: async (sql, params) => {
    if (isScan(sql)) throw new Error('Invalid Input Error: refused by the test');
    await db.run(sql, params);
  },
});

export async function readRaw(
  db: Database,
  path: string,
  encoding: 'auto' | 'utf-8' = 'auto',
): Promise<Reading> {
  let asked = false;
  const watched: Database = {
    ...db,
    run: (sql, params) => {
      asked ||= isScan(sql);
      return db.run(sql, params);
    },
  };
  try {
    const table = await openTable(path, 'a.csv', { encoding });
    const needed = unalike(table.header);
    const raw = await loadRaw(watched, table, 'raw', needed, silentContext);
    const straight = raw.from !== undefined;
    const columns = [lineColumn, ...needed].map(quoteName).join(', ');
    const rows = await db.rows<Record<string, string | number | null>>(
      `SELECT ${columns} FROM ${raw.from ?? 'raw'} ORDER BY 1`,
    );
    const { count, broken } = raw;
    const faults = broken.map(({ line, problem, value }) => [line, problem.code, problem.place, value]);
    if (straight) await checkSpaces(db, table, rows.flatMap(Object.values));
    return { outcome: { rows, faults, count }, asked, straight };
  } catch (error) {
    if (!(error instanceof KadoError)) throw error;
    return { outcome: error.problems, asked, straight: false };
  } finally {
    await db.run('DROP TABLE IF EXISTS raw');
  }
}

/** What the scan says of white space must be true: no other is taken off. */
async function checkSpaces(
  db: Database,
  table: Awaited<ReturnType<typeof openTable>>,
  values: readonly (string | number | null)[],
): Promise<void> {
  const spaces = (await table.scan?.(db, async (scan) => scan.spaces)) ?? '';
  for (const value of values)
    for (const space of whiteSpace)
      if (typeof value === 'string' && (value.startsWith(space) || value.endsWith(space)))
        if (!spaces.includes(space)) throw new Error(`${JSON.stringify(value)} ends with unsaid white space`);
}

/** DuckDB's names don't tell case apart, so no mapping names two alike (export_columns_alike). */
const unalike = (names: readonly string[]): string[] =>
  names.filter((name, i) => names.findIndex((n) => n.toLowerCase() === name.toLowerCase()) === i);
