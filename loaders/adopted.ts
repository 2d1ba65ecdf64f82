/**
 * The one file of a kind, read straight and whole, needn't be copied into `staging.<kind>`: its typed table stands there as a view.
 * Whoever wants to change staged rows makes a table of it first.
 */
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import { type Contract, sqlTypeOf } from '../src/staging/contract.js';

/** Below this many rows the copy costs nothing. */
const worthAdopting = 100_000;

/**
 * Makes `staging.<kind>` a view of typed rows (`from` with `_line`, and `_file` where `marks` says so), if there are many and nothing
 * is staged yet.
 */
export async function adoptRows(
  db: Database,
  { kind, columns }: Contract,
  given: ReadonlySet<string>,
  from: string,
  rows: number,
  marks: { readonly file: number | '_file'; readonly entry: number },
): Promise<boolean> {
  const name = `staging.${quoteName(kind)}`;
  if (rows < worthAdopting) return false;
  const [found] = await db.rows<{ none: boolean }>(`SELECT NOT EXISTS (SELECT 1 FROM ${name}) AS "none"`);
  if (!found!.none) return false;
  const all = columns.map(({ name: column, type }) =>
    given.has(column) ? quoteName(column) : `NULL::${sqlTypeOf(type)} AS ${quoteName(column)}`,
  );
  await db.run(`DROP TABLE ${name}`);
  await db.run(
    `CREATE VIEW ${name} AS SELECT ${marks.file}::INTEGER AS _file, _line, ${marks.entry}::INTEGER AS _entry, ${all.join(', ')} FROM ${from} WHERE fate = 'staged'`,
  );
  return true;
}

/** Makes `staging.<kind>` a table again, if it is a view. */
export async function copyAdopted(db: Database, kind: string): Promise<void> {
  const [found] = await db.rows<{ n: number }>(
    `SELECT count(*) AS n FROM duckdb_views() WHERE schema_name = 'staging' AND view_name = $kind`,
    { kind },
  );
  if (found!.n === 0) return;
  const name = quoteName(kind);
  await db.run(`CREATE TABLE staging.adopted AS SELECT * FROM staging.${name}`);
  await db.run(`DROP VIEW staging.${name}`);
  await db.run(`ALTER TABLE staging.adopted RENAME TO ${name}`);
}
