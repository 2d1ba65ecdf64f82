/** Rows that were worked out in code, into a mart's table. */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';

/** A statement stays readable for DuckDB's parser. */
const rowsPerStatement = 1000;

/** Each of `rows` is SQL values parted by commas; `select` makes the rows of the table from them, given `(VALUES …)`. */
export async function insertRows(
  db: Database,
  table: string,
  rows: readonly string[],
  select: (values: string) => string = (values) => `SELECT * FROM ${values}`,
): Promise<void> {
  for (let i = 0; i < rows.length; i += rowsPerStatement) {
    const values = rows.slice(i, i + rowsPerStatement).map((row) => `(${row})`);
    await db.run(`INSERT INTO ${table} ${select(`(VALUES ${values.join(', ')})`)}`);
  }
}

/** SQL for exactly this double: as a bare literal it would come by way of a decimal. */
export const numberOf = (value: number | null): string =>
  value === null ? 'NULL::DOUBLE' : `${quoteText(String(value))}::DOUBLE`;
