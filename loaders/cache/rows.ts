/** What a unit's load left in the warehouse, as files and back. Files are numbered from 0 where they are kept. */
import { rm } from 'node:fs/promises';
import type { Database } from '../../src/duckdb/database.js';
import { quoteName, quoteText } from '../../src/duckdb/quote.js';
import { contracts } from '../../src/staging/contracts/index.js';
import { adoptRows, copyAdopted } from '../adopted.js';
import type { EntryResult } from '../entry.js';
import type { Unit } from './slot.js';

/** A staging table, and its column with the number of the file. */
interface Part {
  readonly table: string;
  readonly file: string;
}

const partsOf = ({ table }: Unit): Part[] => [
  { table, file: '_file' },
  { table: 'rejects', file: 'file' },
  { table: 'corrections', file: 'file' },
];

/**
 * A million incidents of 125 MB take 61 MB and 0.75 s of processor time; with zstd 32 MB and 1.1 s. They are read in the same
 * time, and the first build is the one that people wait for.
 */
const compression = 'snappy';

type Counted = Pick<EntryResult, 'receipts' | 'mapped'>;

/**
 * Writes the unit's rows of each table that has any into the database's folder and hands the file to `keep`.
 * Gives what that answers, by table.
 */
export async function takeRows(
  db: Database,
  unit: Unit,
  result: Counted,
  keep: (table: string, path: string) => Promise<string>,
): Promise<Record<string, string>> {
  const { firstFile } = unit;
  const end = firstFile + result.receipts.length;
  const kept: Record<string, string> = {};
  for (const part of partsOf(unit)) {
    const { table, file } = part;
    const rows = `staging.${quoteName(table)} WHERE ${file} >= ${firstFile} AND ${file} < ${end}`;
    const [found] = await db.rows<{ n: number }>(`SELECT count(*) AS n FROM ${rows}`);
    const expected = countOf(unit, table, result) ?? found!.n;
    // Nothing of another unit may slip in, nothing be left out.
    if (found!.n !== expected)
      throw new Error(`${table} holds ${found!.n} rows, and its account says ${expected}`);
    if (found!.n === 0) continue;
    const path = `${db.folder}/kept-${table}`;
    const columns = columnsOf(unit, table, result).join(', ');
    try {
      await db.run(
        `COPY (SELECT (${file} - ${firstFile})::INTEGER AS ${file}, ${columns} FROM ${rows}) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION ${compression})`,
      );
      kept[table] = await keep(table, path);
    } finally {
      await rm(path, { force: true });
    }
  }
  return kept;
}

/** How many rows there must be by the account; undefined where it doesn't say. */
function countOf({ table: own }: Unit, table: string, { receipts }: Counted): number | undefined {
  if (table === 'rejects') return receipts.reduce((n, r) => n + r.rejected, 0);
  return table === own && own in contracts ? receipts.reduce((n, r) => n + r.staged, 0) : undefined;
}

/** Without the number of the file. Of a kind's many columns most exports give few, and empty ones take time too. */
function columnsOf(unit: Unit, table: string, { mapped }: Counted): string[] {
  if (table === unit.table && table in contracts) return ['_line', ...[...mapped].map(quoteName)];
  return [`* EXCLUDE (${partsOf(unit).find((p) => p.table === table)!.file})`];
}

/** Puts rows back as if they had just been read: all of them, or none where it throws. `fetch` brings a table's file to a path. */
export async function putRows(
  db: Database,
  unit: Unit,
  result: Counted,
  tables: readonly string[],
  fetch: (table: string, path: string) => Promise<void>,
): Promise<void> {
  const parts = partsOf(unit).filter((p) => tables.includes(p.table));
  const pathOf = ({ table }: Part): string => `${db.folder}/kept-${table}`;
  try {
    for (const part of parts) await fetch(part.table, pathOf(part));
    await db.run('BEGIN TRANSACTION');
    try {
      for (const part of parts) await putPart(db, unit, result, part, pathOf(part));
      await db.run('COMMIT');
    } catch (error) {
      await db.run('ROLLBACK');
      throw error;
    }
  } finally {
    for (const part of parts) await rm(pathOf(part), { force: true });
  }
}

async function putPart(
  db: Database,
  unit: Unit,
  { receipts, mapped }: Counted,
  { table, file }: Part,
  path: string,
): Promise<void> {
  const { firstFile, sources } = unit;
  const rows = `SELECT * REPLACE ((${file} + ${firstFile})::INTEGER AS ${file}) FROM read_parquet(${quoteText(path)}, hive_partitioning = false)`;
  const insert = `INSERT INTO staging.${quoteName(table)} BY NAME`;
  const [source] = sources;
  if (table !== source!.kind) return db.run(`${insert} ${rows}`);
  // As the rows of a file that was read straight (typedExport.ts).
  const own = quoteName(`kept_${table}_${firstFile}`);
  await db.run(`CREATE TABLE ${own} AS ${rows}`);
  const staged = receipts.reduce((n, r) => n + r.staged, 0);
  const marks = { file: receipts.length === 1 ? firstFile : ('_file' as const), entry: source!.index };
  const from = `(SELECT *, 'staged' AS fate FROM ${own})`;
  if (await adoptRows(db, contracts[source!.kind], mapped, from, staged, marks)) return;
  await copyAdopted(db, table);
  await db.run(`${insert} SELECT ${source!.index}::INTEGER AS _entry, * FROM ${own}`);
  await db.run(`DROP TABLE ${own}`);
}
