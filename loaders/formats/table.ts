/** What every format gives: a file in, a table of texts out. The loaders know no more of a format than this. */
import type { EncodingName } from '../../src/config/model.js';
import type { Database } from '../../src/duckdb/database.js';
import type { Problem } from '../../src/errors.js';
import type { EncodingWhy } from './encoding.js';
import type { Wanted } from './header.js';
import type { Encoding } from './text.js';

export type FormatName = 'csv' | 'json' | 'ndjson' | 'xlsx' | 'parquet';

/** How a source's files are to be read, from the configuration. */
export interface TableOptions {
  readonly encoding: EncodingName | 'auto';
  readonly delimiter?: string | undefined;
  /** Line (of a sheet: row) of the column names; otherwise found. */
  readonly headerLine?: number | undefined;
  readonly sheet?: string | undefined;
  readonly records?: string | undefined;
  /** For the formats that DuckDB itself reads. */
  readonly warehouse?: Database | undefined;
  /** What the mapping asks for: it tells a header from the lines above it, and the right sheet from the others. */
  readonly wanted?: Wanted | undefined;
}

/** What was received and how it was read. */
export interface Receipt {
  readonly format: FormatName;
  /** Of the file as received (compressed, if it is), hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Of text formats; the others have one of their own, called after them. */
  readonly encoding: Encoding | 'xlsx' | 'parquet';
  readonly bom: boolean;
  readonly why: EncodingWhy;
  /** '' where the format has none. */
  readonly delimiter: string;
  readonly compressed: boolean;
  readonly sheet?: string | undefined;
}

/** One row. A row with a problem is a reject; its fields are as far as they could be told. '' means missing. */
export interface TableRecord {
  /** Physical line, from 1, on which the record begins; in a sheet its row, in Parquet the number of the record. */
  readonly line: number;
  readonly fields: readonly string[];
  readonly problem?: Problem;
}

export interface RecordBatch {
  /** Rows in the file's order, without the header; those with a `problem` are rejects. */
  readonly records: readonly TableRecord[];
}

/** The column of line numbers: a name that no header has, since control characters are no part of names. */
export const lineColumn = 'kado\u0001line';

/** The column in which a scan gives the bytes of each row. */
export const sizeColumn = 'kado\u0001size';

/**
 * A file that DuckDB reads by itself: `from` is for FROM, with all columns of the header as texts and `sizeColumn`. The row with
 * number n (from 0, in the file's order) stands on line `firstLine` + n, if `isWhole` says so of the number of rows and the sum
 * of their sizes; if it doesn't, what was read must be thrown away.
 */
export interface Scan {
  readonly from: string;
  readonly firstLine: number;
  /** White space that occurs in it, of that which may stand at the ends of values. */
  readonly spaces: string;
  isWhole(rows: number, bytes: number): boolean;
}

/** A row that the format layer could not make sense of: rejected before it has columns. */
export interface BrokenRow {
  readonly line: number;
  readonly problem: Problem;
  readonly value: string;
}

/** Rows in = `count` = rows in the warehouse + `broken`. */
export interface RawRows {
  readonly count: number;
  /** What to read instead of the table itself: SQL for FROM, with the column of lines. */
  readonly from?: string | undefined;
  readonly broken: readonly BrokenRow[];
}

export interface Table {
  readonly receipt: Receipt;
  /** Names, none empty and none twice (see header.ts). */
  readonly header: readonly string[];
  readonly headerLine: number;
  /** A header and no row; the caller decides whether that may be (`file_without_rows`). */
  readonly empty: boolean;
  /** True where the format has dates of its own: they come as ISO 8601 whatever `format` says of texts. */
  readonly typedDates: boolean;
  readonly warnings: readonly Problem[];
  /** Reads the file anew each time. Throws KadoError where it has changed since it was opened. */
  batches(): AsyncIterable<RecordBatch>;
  /** Hands over the file for DuckDB's own reader; undefined where it needs judgement. `use` may fail: then `batches` is the way. */
  scan?<T>(db: Database, use: (scan: Scan) => Promise<T>): Promise<T | undefined>;
  /**
   * The same rows read by other means than `batches`, as `name(<line> BIGINT, <needed> VARCHAR …)`; undefined where the file needs
   * judgement, or isn't well-formed: then `batches` is the way. Leaves no table behind in that case.
   */
  bulk?(db: Database, name: string, needed: readonly string[]): Promise<RawRows | undefined>;
}
