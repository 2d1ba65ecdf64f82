/**
 * The contents page of the formats: a file in, a table of texts out. So far CSV and TSV, plain or gzipped.
 * bytes → blocks → text → records: each step streams, and memory holds a few megabytes whatever the file's size.
 */
import { createHash } from 'node:crypto';
import type { EncodingName } from '../../src/config/model.js';
import { KadoError, type Problem, problem } from '../../src/errors.js';
import { cutBlocks } from './blocks.js';
import { type ExportFile, openFile } from './bytes.js';
import { CsvReader, type CsvRecord, type Dialect } from './csv.js';
import { findDelimiter, findLineEnd } from './delimiter.js';
import { chooseEncoding, type EncodingWhy, surveyFile } from './encoding.js';
import { nameColumns } from './header.js';
import { decodeText, type Encoding, type TextPiece } from './text.js';

export type { CsvRecord } from './csv.js';
export type { EncodingWhy } from './encoding.js';
export type { Encoding } from './text.js';

/** How a source's files are to be read, from the configuration. */
export interface TableOptions {
  readonly encoding: EncodingName | 'auto';
  readonly delimiter?: string | undefined;
}

/** What was received and how it was read. */
export interface Receipt {
  /** Of the file as received (compressed, if it is), hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly why: EncodingWhy;
  readonly delimiter: string;
  readonly compressed: boolean;
}

export interface RecordBatch {
  /** Rows in the file's order, without the header; those with a `problem` are rejects. */
  readonly records: readonly CsvRecord[];
}

export interface Table {
  readonly receipt: Receipt;
  /** Names, none empty and none twice (see header.ts). */
  readonly header: readonly string[];
  readonly headerLine: number;
  /** A header and no row; the caller decides whether that may be (`file_without_rows`). */
  readonly empty: boolean;
  /** Reads the file anew each time. Throws KadoError where it has changed since it was opened. */
  batches(): AsyncIterable<RecordBatch>;
  readonly warnings: readonly Problem[];
}

const READ_ENDINGS = /\.(csv|tsv|txt)(\.gz)?$/i;

/**
 * Opens an export: reads it once for its hash and encoding, and its beginning for the header.
 * `shownPath` stands in messages, never the absolute path. Throws KadoError with an entry of src/errors/files.ts.
 */
export async function openTable(
  absolutePath: string,
  shownPath: string,
  options: TableOptions,
): Promise<Table> {
  const file = await openFile(absolutePath, shownPath);
  if (!READ_ENDINGS.test(absolutePath)) {
    const ending = /\.[^./\\]+(\.gz)?$/.exec(absolutePath)?.[0] ?? shownPath;
    throw new KadoError(problem('file_ending_unread', { ending }, { file: shownPath }));
  }
  const hash = createHash('sha256');
  const survey = await surveyFile(file, options.encoding, hash);
  if (survey.plain === 0) {
    throw new KadoError(problem('file_empty', { bytes: file.bytes, plain: 0 }, { file: shownPath }));
  }
  const { encoding, bom, why, warnings } = chooseEncoding(survey, options.encoding, shownPath);
  const dialect = await findDialect(file, encoding, options.delimiter);
  const { header, empty } = await readBeginning(file, dialect);
  return {
    receipt: {
      sha256: hash.digest('hex'),
      bytes: file.bytes,
      encoding,
      bom,
      why,
      delimiter: dialect.delimiter,
      compressed: file.compressed,
    },
    header: nameColumns(header.fields),
    headerLine: header.line,
    empty,
    batches: () => readRows(file, dialect),
    warnings,
  };
}

function readText(file: ExportFile, encoding: Encoding): AsyncGenerator<TextPiece> {
  const wide = encoding.startsWith('utf-16');
  return decodeText(
    cutBlocks(file.read(), () => wide, file.shown),
    encoding,
  );
}

async function findDialect(file: ExportFile, encoding: Encoding, delimiter?: string): Promise<Dialect> {
  let head = '';
  for await (const { text } of readText(file, encoding)) {
    head = text;
    break;
  }
  const { shown } = file;
  return { delimiter: findDelimiter(head, shown, delimiter), lineEnd: findLineEnd(head), encoding, shown };
}

async function* readRecords(file: ExportFile, dialect: Dialect, reader = new CsvReader(dialect)) {
  for await (const piece of readText(file, dialect.encoding)) {
    const records = reader.push(piece);
    if (records.length > 0) yield records;
  }
  const records = reader.end();
  if (records.length > 0) yield records;
}

async function* readRows(file: ExportFile, dialect: Dialect): AsyncGenerator<RecordBatch> {
  let header = true;
  for await (const records of readRecords(file, dialect)) {
    const rows = header ? records.slice(1) : records;
    header = false;
    if (rows.length > 0) yield { records: rows };
  }
}

/** The header, and whether anything follows it. */
async function readBeginning(
  file: ExportFile,
  dialect: Dialect,
): Promise<{ header: CsvRecord; empty: boolean }> {
  const reader = new CsvReader(dialect);
  let header: CsvRecord | undefined;
  for await (const records of readRecords(file, dialect, reader)) {
    const follows = header !== undefined || records.length > 1;
    header ??= checkHeader(records[0] as CsvRecord, dialect);
    if (follows) return { header, empty: false };
  }
  if (header) return { header, empty: true };
  throw new KadoError(problem('header_missing', { lines: reader.lines }, { file: file.shown }));
}

/** A header that can't be relied on makes every row unreliable, so its problem is the file's. */
function checkHeader(header: CsvRecord, { encoding }: Dialect): CsvRecord {
  const found = header.problem;
  if (!found) return header;
  const { place } = found;
  if (found.code === 'row_undecodable')
    throw new KadoError(problem('header_undecodable', { encoding }, place));
  if (found.code === 'row_nul') throw new KadoError(problem('header_nul', {}, place));
  throw new KadoError(problem('header_quote', { column: found.params.column ?? 1 }, place));
}
