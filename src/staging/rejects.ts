/** Rows that could not be used: kept with file, line, column, value and reason, and published as rejects.csv. */
import type { Kind } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteList, quoteText } from '../duckdb/quote.js';
import type { Code } from '../errors.js';

export interface Reject {
  readonly kind: Kind;
  /** Number of the file within the run (see Receipt). */
  readonly file: number;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  /** Code in the error catalogue. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export async function createRejects(db: Database): Promise<void> {
  await db.run(
    `CREATE TABLE staging.rejects (kind VARCHAR, file INTEGER, line BIGINT, "column" VARCHAR, value VARCHAR, code VARCHAR, params VARCHAR)`,
  );
}

/** Rows per INSERT: a file of broken lines must not cost a statement each. */
const batch = 500;

export async function recordRejects(db: Database, rejects: readonly Reject[]): Promise<void> {
  for (let i = 0; i < rejects.length; i += batch) {
    const values = rejects.slice(i, i + batch).map((r) => {
      const texts = [r.column, r.value.slice(0, 200), r.code, JSON.stringify(r.params)].map(quoteText);
      return `(${quoteText(r.kind)}, ${r.file}, ${r.line}, ${texts.join(', ')})`;
    });
    await db.run(`INSERT INTO staging.rejects VALUES ${values.join(', ')}`);
  }
}

/** All rejects in the order of their files and lines. */
export async function readRejects(db: Database): Promise<Reject[]> {
  const rows = await db.rows<Omit<Reject, 'params'> & { params: string }>(
    `SELECT kind, file, line, "column", coalesce(value, '') AS value, code, params FROM staging.rejects ORDER BY file, line, "column"`,
  );
  return rows.map((row) => ({ ...row, params: JSON.parse(row.params) as Reject['params'] }));
}

/** How many rows of each file (by its number) were rejected for one of these reasons of the catalogue. */
export async function countRejects(
  db: Database,
  codes: readonly Code[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db.rows<{ file: number; n: number }>(
    `SELECT file, count(*) AS n FROM staging.rejects WHERE code IN ${quoteList(codes)} GROUP BY file`,
  );
  return new Map(rows.map(({ file, n }) => [file, n]));
}
