/**
 * Parquet, by DuckDB's own reader. The database may read its own folder only, so each reading is of a copy there, which
 * is hashed on its way and removed afterwards.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../../src/duckdb/database.js';
import { quoteName, quoteText } from '../../src/duckdb/quote.js';
import { KadoError, type Place, problem } from '../../src/errors.js';
import { lineColumn } from '../raw.js';
import type { ExportFile } from './bytes.js';
import { nameColumns } from './header.js';
import { describeColumns, type ParquetColumn } from './parquetColumns.js';
import type { BrokenRow, RawRows, RecordBatch, Table, TableOptions } from './table.js';

/** Rows that are handed over at a time where they are asked for one by one. */
const batchRows = 2000;
/** The magic number at both ends, and the one of a file whose footer is encrypted. */
const magic = 'PAR1';
const encryptedMagic = 'PARE';
/** So much of a rejected row's value is kept. */
const keptLength = 200;

/** Opens a Parquet file: copies it once to read its columns. Needs `options.warehouse`. */
export async function openParquet(file: ExportFile, options: TableOptions): Promise<Table> {
  const db = options.warehouse;
  if (!db) throw new Error(`${file.shown}: Parquet is read by the warehouse, and none was given`);
  const parquet = new ParquetFile(file, db);
  const { columns, rows } = await parquet.describe();
  const header = nameColumns(columns.map(({ path }) => path));
  return {
    receipt: {
      format: 'parquet',
      sha256: parquet.sha256,
      bytes: file.bytes,
      encoding: 'parquet',
      bom: false,
      why: { code: 'own-format', params: {} },
      delimiter: '',
      compressed: file.compressed,
    },
    header,
    headerLine: 1,
    empty: rows === 0,
    typedDates: true,
    warnings: [],
    batches: () => parquet.batches(columns),
    bulk: (target, name, needed) => {
      if (target !== db) throw new Error(`${file.shown}: Parquet is read into the warehouse that opened it`);
      const chosen = needed.map((column) => columns[header.indexOf(column)] as ParquetColumn);
      return parquet.load(name, needed, chosen);
    },
  };
}

class ParquetFile {
  sha256 = '';
  readonly #file: ExportFile;
  readonly #db: Database;
  readonly #place: Place;

  constructor(file: ExportFile, db: Database) {
    this.#file = file;
    this.#db = db;
    this.#place = { file: file.shown };
  }

  describe(): Promise<{ columns: ParquetColumn[]; rows: number }> {
    return this.#withCopy(async (relation) => {
      const columns = await describeColumns(this.#db, relation);
      return { columns, rows: await this.#count(relation) };
    });
  }

  /** Fills `name` with the columns as texts; a row with a NUL in one of them is broken. Throws KadoError parquet_binary. */
  async load(name: string, names: readonly string[], columns: readonly ParquetColumn[]): Promise<RawRows> {
    for (const { binary, path, type } of columns) {
      if (binary) throw new KadoError(problem('parquet_binary', { column: path, type }, this.#place));
    }
    const texts = columns.map(({ sql }, i) => `, ${sql} AS ${quoteName(names[i] as string)}`).join('');
    const table = quoteName(name);
    return this.#withCopy(async (relation, numbered) => {
      await this.#db.run(
        `CREATE TABLE ${table} AS SELECT file_row_number + 1 AS ${quoteName(lineColumn)}${texts} FROM ${numbered}`,
      );
      const count = await this.#count(table);
      const said = await this.#count(relation);
      if (count !== said) throw new Error(`${count} rows, not ${said} as its footer has it`);
      return { count, broken: await this.#takeBroken(table, names) };
    });
  }

  async #count(relation: string): Promise<number> {
    const [{ n } = { n: -1 }] = await this.#db.rows<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`);
    return n;
  }

  async *batches(columns: readonly ParquetColumn[]): AsyncGenerator<RecordBatch> {
    const name = `parquet ${this.#file.path}`;
    const names = columns.map((_, i) => `c${i}`);
    const readable = columns.map((column) => ({ ...column, binary: false }));
    const { count, broken } = await this.load(name, names, readable);
    try {
      for (let start = 1; start <= count; start += batchRows)
        yield await this.#page(name, names, start, broken);
    } finally {
      await this.#db.run(`DROP TABLE ${quoteName(name)}`);
    }
  }

  async #page(
    name: string,
    names: readonly string[],
    start: number,
    broken: readonly BrokenRow[],
  ): Promise<RecordBatch> {
    const end = start + batchRows;
    const texts = names.map((column) => `, coalesce(${column}, '') AS ${column}`).join('');
    const line = quoteName(lineColumn);
    const rows = await this.#db.rows<Record<string, string> & { line: number }>(
      `SELECT ${line} AS line${texts} FROM ${quoteName(name)} WHERE ${line} >= ${start} AND ${line} < ${end} ORDER BY line`,
    );
    const good = rows.map((row) => ({
      line: row.line,
      fields: names.map((column) => row[column] as string),
    }));
    const bad = broken
      .filter((row) => row.line >= start && row.line < end)
      .map((row) => ({ line: row.line, fields: [row.value], problem: row.problem }));
    return { records: [...good, ...bad].sort((a, b) => a.line - b.line) };
  }

  /** Takes the rows out that hold a NUL, which no later stage could carry. */
  async #takeBroken(table: string, names: readonly string[]): Promise<BrokenRow[]> {
    if (names.length === 0) return [];
    const line = quoteName(lineColumn);
    const holds = names.map((name) => `coalesce(contains(${quoteName(name)}, chr(0)), false)`);
    const column = `CASE ${holds.map((test, i) => `WHEN ${test} THEN ${i}`).join(' ')} END`;
    const value = `CASE ${holds.map((test, i) => `WHEN ${test} THEN left(${quoteName(names[i] as string)}, ${keptLength})`).join(' ')} END`;
    const where = `WHERE ${holds.join(' OR ')}`;
    const found = await this.#db.rows<{ line: number; at: number; value: string }>(
      `SELECT ${line} AS line, ${column} AS at, ${value} AS value FROM ${table} ${where} ORDER BY line`,
    );
    if (found.length > 0) await this.#db.run(`DELETE FROM ${table} ${where}`);
    return found.map((row) => ({
      line: row.line,
      value: row.value,
      problem: problem('row_nul', {}, { ...this.#place, line: row.line, column: names[row.at] }),
    }));
  }

  /** Copies the file into the database's folder for as long as `use` runs; what DuckDB says of it becomes a KadoError. */
  async #withCopy<T>(use: (relation: string, numbered: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(`${this.#db.folder}/parquet-`);
    const path = `${folder}/copy.parquet`;
    try {
      await this.#copy(path);
      await checkMagic(path, this.#place);
      const relation = `read_parquet(${quoteText(path)}, hive_partitioning = false)`;
      const numbered = `read_parquet(${quoteText(path)}, hive_partitioning = false, file_row_number = true)`;
      return await use(relation, numbered);
    } catch (error) {
      if (error instanceof KadoError || !(error instanceof Error)) throw error;
      const detail = (error.message.split('\n')[0] as string).replaceAll(path, this.#file.shown);
      throw new KadoError(problem('parquet_unreadable', { detail }, this.#place));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #copy(path: string): Promise<void> {
    const hash = createHash('sha256');
    await pipeline(this.#file.read(hash), createWriteStream(path));
    const sha256 = hash.digest('hex');
    if (this.sha256 === '') this.sha256 = sha256;
    if (this.sha256 === sha256) return;
    const { bytes } = this.#file;
    throw new KadoError(problem('file_changed', { before: bytes, after: bytes }, this.#place));
  }
}

/** Throws KadoError: parquet_not, parquet_cut, parquet_encrypted. */
async function checkMagic(path: string, place: Place): Promise<void> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const read = async (at: number): Promise<string> => {
      const { buffer, bytesRead } = await handle.read(
        Buffer.alloc(magic.length),
        0,
        magic.length,
        Math.max(0, at),
      );
      return buffer.toString('latin1', 0, bytesRead);
    };
    const [first, last] = [await read(0), await read(size - magic.length)];
    if (first === encryptedMagic || last === encryptedMagic) {
      throw new KadoError(problem('parquet_encrypted', {}, place));
    }
    const hex = (text: string): string =>
      Buffer.from(text, 'latin1').toString('hex').match(/../g)?.join(' ') ?? '';
    if (first !== magic) throw new KadoError(problem('parquet_not', { found: hex(first) }, place));
    if (last !== magic || size < 3 * magic.length) {
      throw new KadoError(problem('parquet_cut', { bytes: size, found: hex(last) }, place));
    }
  } finally {
    await handle.close();
  }
}
