/** Rows of the program → a table. Thousands go through a file of the run's folder: as a statement they would be too long. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database, Scalar } from './database.js';
import { quoteName, quoteText } from './quote.js';

/** Column → SQL type. */
export type ColumnTypes = Readonly<Record<string, string>>;
/** So many rows are one text: a text can't be endless. */
const batch = 50_000;

/** Creates `table` and fills it. Numbers arrive as they are to the last digit; infinities can't. */
export async function insertRows(
  db: Database,
  table: string,
  columns: ColumnTypes,
  rows: readonly object[],
): Promise<void> {
  const names = Object.keys(columns).map(quoteName).join(', ');
  const typed = Object.entries(columns).map(([name, type]) => `${quoteName(name)} ${type}`);
  await db.run(`CREATE TABLE ${table} (${typed.join(', ')})`);
  const types = Object.entries(columns).map(([name, type]) => `${quoteName(name)}: ${quoteText(type)}`);
  const file = join(db.folder, 'bulk.ndjson');
  for (let from = 0; from < rows.length; from += batch) {
    const lines = rows.slice(from, from + batch).map((row) => JSON.stringify(row, exactly));
    await writeFile(file, `${lines.join('\n')}\n`);
    await db.run(
      `INSERT INTO ${table} SELECT ${names} FROM read_json(${quoteText(file)}, format = 'newline_delimited', columns = {${types.join(', ')}})`,
    );
    await rm(file);
  }
}

/** JSON would make null of an infinity, and nobody would know. */
function exactly(key: string, value: Scalar): Scalar {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`column ${key}: ${value} is not a number`);
  return value;
}
