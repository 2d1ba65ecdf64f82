/** `data/figures.csv` and `.parquet`: every published figure, in one order, the same bytes everywhere. */
import { copyFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { scopeKinds } from '../metrics/figure.js';
import { formulaLike } from './formula.js';

/** The published figures as a query, in the file's order: month, metric as registered, group before company before unit before system. */
export const figuresQuery = `
  SELECT month || '/' || metric || '/' || scope_kind || ':' || url_encode(scope_id)
      || CASE WHEN breakdown = '' THEN '' ELSE '/' || split_part(breakdown, ':', 1) || ':' || url_encode(substr(breakdown, position_of_colon + 1)) END AS figure_id,
    month, metric, scope_kind, scope_id, breakdown, value, unit, lower, upper, target, status, coverage, complete, source_rows
  FROM (SELECT *, instr(breakdown, ':') AS position_of_colon FROM mart.figures)
  ORDER BY month, position, list_position([${scopeKinds.map(quoteText).join(', ')}], scope_kind), scope_id, breakdown`;

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; figure_id and the Parquet file keep ids exact. */
const neutralised = (column: string): string =>
  `CASE WHEN regexp_matches(${column}, ${quoteText(formulaLike.source)}) THEN '''' || ${column} ELSE ${column} END`;

/** Writes both files into `folder`. DuckDB writes only inside its own folder, so they are made there and moved. */
export async function writeFigures(db: Database, folder: string): Promise<void> {
  const csv = join(db.folder, 'making.csv');
  const parquet = join(db.folder, 'making.parquet');
  await db.run(`CREATE TABLE mart.published AS ${figuresQuery}`);
  await db.run(
    `COPY (SELECT * REPLACE (${neutralised('scope_id')} AS scope_id) FROM mart.published) TO ${quoteText(csv)} (FORMAT csv, HEADER true)`,
  );
  await db.run(`COPY mart.published TO ${quoteText(parquet)} (FORMAT parquet, COMPRESSION zstd)`);
  // Not renamed: the temporary folder is often on another file system than the output.
  for (const [from, name] of [
    [csv, 'figures.csv'],
    [parquet, 'figures.parquet'],
  ] as const) {
    await copyFile(from, join(folder, name));
    await unlink(from);
  }
}
