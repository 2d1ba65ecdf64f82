/** One export's rows, verbatim, as a table of texts in the warehouse: only the columns that something names, and each row's line. */
import { createWriteStream } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import { problem } from '../src/errors.js';
import type { RunContext } from '../src/run.js';
import {
  type BrokenRow,
  lineColumn,
  type RawRows,
  type Scan,
  sizeColumn,
  type Table,
} from './formats/table.js';

/** DuckDB's default; a longer row raises it for that file. */
const shortestLineLimit = 2_097_152;
/**
 * A field that is longer is a pasted log or a lost quote; texts have a lower limit when they are typed (faults.ts). As long as the longest
 * line that DuckDB's own reader takes (scan.ts), so that a row meets the same limit whichever reader has it.
 */
const longestField = 2_097_152;
/** DuckDB takes sixteen times its longest line for a block, which for long lines is more than it may have. */
const linesPerBlock = 2;
/** Rows are handed to the stream in pieces of about this many characters. */
const pieceSize = 1 << 20;

/** Loads `needed` columns of a table as VARCHAR into `name(__line BIGINT, …)`. Rows in = count = rows of the table + broken. */
export async function loadRaw(
  db: Database,
  table: Table,
  name: string,
  needed: readonly string[],
  ctx: RunContext,
): Promise<RawRows> {
  const quick = await (table.bulk?.(db, name, needed) ??
    table.scan?.(db, (scan) => loadScan(db, scan, name, needed)));
  if (quick) {
    ctx.progress.step(quick.count);
    return quick;
  }
  return loadRecords(db, table, name, needed, ctx);
}

/** Whatever DuckDB dislikes of the file, our own reader says better, with its line; a fault of our SQL is none of the file's. */
export function holdToFile(error: unknown): void {
  const message = error instanceof Error ? error.message : '';
  if (!/^(Invalid Input|Conversion|Out of Range|IO) Error/.test(message)) throw error;
}

/** Runs the statement that makes `table` of a scan, and proves it; where that fails, no table is left and the answer is undefined. */
export async function proveScan(
  db: Database,
  scan: Scan,
  table: string,
  create: string,
): Promise<number | undefined> {
  try {
    await db.run(create);
  } catch (error) {
    holdToFile(error);
    await db.run(`DROP TABLE IF EXISTS ${quoteName(table)}`);
    return undefined;
  }
  const [found] = await db.rows<{ n: number; bytes: number }>(
    `SELECT count(*) AS n, coalesce(sum(${quoteName(sizeColumn)}), 0)::BIGINT AS bytes FROM ${quoteName(table)}`,
  );
  if (scan.isWhole(found!.n, found!.bytes)) return found!.n;
  await db.run(`DROP TABLE ${quoteName(table)}`);
  return undefined;
}

async function loadScan(
  db: Database,
  scan: Scan,
  name: string,
  needed: readonly string[],
): Promise<RawRows | undefined> {
  const columns = [...needed, sizeColumn].map(quoteName).join(', ');
  const count = await proveScan(
    db,
    scan,
    name,
    `CREATE TABLE ${quoteName(name)} AS SELECT ${columns} FROM ${scan.from}`,
  );
  if (count === undefined) return undefined;
  const line = `rowid + ${scan.firstLine} AS ${quoteName(lineColumn)}`;
  return {
    count,
    broken: [],
    from: `(SELECT ${line}, * EXCLUDE (${quoteName(sizeColumn)}) FROM ${quoteName(name)})`,
  };
}

/** The careful way: every row through our own readers, written out anew for DuckDB. */
async function loadRecords(
  db: Database,
  table: Table,
  name: string,
  needed: readonly string[],
  ctx: RunContext,
): Promise<RawRows> {
  const positions = needed.map((column) => table.header.indexOf(column));
  const path = `${db.folder}/${name}.csv`;
  const stream = createWriteStream(path);
  const broken: BrokenRow[] = [];
  let count = 0;
  let longest = 0;
  let piece = '';
  try {
    for await (const batch of table.batches()) {
      for (const record of batch.records) {
        count++;
        if (record.problem) {
          broken.push({
            line: record.line,
            problem: record.problem,
            value: record.fields.join(table.receipt.delimiter || ',').slice(0, 200),
          });
          continue;
        }
        const long = positions.find((position) => record.fields[position]!.length > longestField);
        if (long !== undefined) {
          const params = {
            column: table.header[long]!,
            length: record.fields[long]!.length,
            limit: longestField,
          };
          const place = { file: '', line: record.line, column: table.header[long]! };
          broken.push({
            line: record.line,
            problem: problem('value_too_long', params, place),
            value: record.fields[long]!.slice(0, 200),
          });
          continue;
        }
        let row = String(record.line);
        for (const position of positions) {
          const field = record.fields[position]!;
          row += field === '' ? ',' : `,"${field.includes('"') ? field.replaceAll('"', '""') : field}"`;
        }
        if (row.length > longest) longest = row.length;
        piece += `${row}\n`;
        if (piece.length >= pieceSize) {
          if (!stream.write(piece)) await new Promise<void>((resolve) => stream.once('drain', resolve));
          piece = '';
        }
      }
      ctx.progress.step(batch.records.length);
    }
    stream.end(piece);
    await finished(stream);
    await readBack(db, path, name, needed, longest);
  } finally {
    stream.destroy();
    await unlink(path).catch(() => undefined);
  }
  const [{ n } = { n: -1 }] = await db.rows<{ n: number }>(`SELECT count(*) AS n FROM ${quoteName(name)}`);
  if (n + broken.length !== count)
    throw new Error(`${name}: ${count} rows were read, but ${n} + ${broken.length} arrived`);
  return { count, broken };
}

async function readBack(
  db: Database,
  path: string,
  name: string,
  needed: readonly string[],
  longest: number,
): Promise<void> {
  const columns = [lineColumn, ...needed]
    .map((c, i) => `${quoteText(c)}: ${i === 0 ? "'BIGINT'" : "'VARCHAR'"}`)
    .join(', ');
  // UTF-8 needs at most three bytes per UTF-16 unit.
  const limit = Math.max(shortestLineLimit, longest * 3 + 1024);
  await db.run(
    `CREATE TABLE ${quoteName(name)} AS SELECT * FROM read_csv(${quoteText(path)}, auto_detect = false, header = false, delim = ',',
      quote = '"', escape = '"', new_line = '\\n', nullstr = '', max_line_size = ${limit}, buffer_size = ${limit * linesPerBlock}, columns = {${columns}})`,
  );
}
