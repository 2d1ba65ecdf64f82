/** Texts → typed values by DuckDB itself, many in one query: what the loaders would stage, as text; `null` = a reject. */
import type { Database } from '../../src/duckdb/database.js';
import { quoteText } from '../../src/duckdb/quote.js';
import type { ColumnType } from '../../src/staging/contract.js';
import { whyUnreadable } from '../../src/staging/typing/faults.js';
import { holdRange, parseTyped, type ReadingRules } from '../../src/staging/typing.js';

export type Rules = Partial<ReadingRules>;

const table = (texts: readonly string[]): string =>
  `(VALUES ${texts.map((text, i) => `(${i}, ${quoteText(text)})`).join(', ')}) x(i, v)`;

export async function readAll(
  db: Database,
  texts: readonly string[],
  type: ColumnType,
  rules: Rules = {},
): Promise<(string | null)[]> {
  const parsed = parseTyped('v', type, { timezone: 'Asia/Tokyo', ...rules });
  const rows = await db.rows<{ r: string | null }>(
    `SELECT (${holdRange('p', type)})::VARCHAR AS r FROM (SELECT i, ${parsed} AS p FROM ${table(texts)}) ORDER BY i`,
  );
  return rows.map((row) => row.r);
}

/** Pairs of text and value, as a table of a test has them: reads the texts, and pairs them with what came out. */
export async function readPairs(
  db: Database,
  pairs: readonly (readonly [string, string | null])[],
  type: ColumnType,
  rules: Rules = {},
): Promise<[string, string | null][]> {
  const texts = pairs.map(([text]) => text);
  const values = await readAll(db, texts, type, rules);
  return texts.map((text, i) => [text, values[i]!]);
}

/** The first reason that holds for each text, or null. */
export async function whyAll(
  db: Database,
  texts: readonly string[],
  type: ColumnType,
  rules: Rules = {},
): Promise<(string | null)[]> {
  const why = whyUnreadable('v', type, { timezone: 'Asia/Tokyo', ...rules });
  const rows = await db.rows<{ r: string | null }>(
    `SELECT CASE ${why.map(([reason, condition]) => `WHEN ${condition} THEN '${reason}'`).join(' ')} END AS r FROM ${table(texts)} ORDER BY i`,
  );
  return rows.map((row) => row.r);
}
