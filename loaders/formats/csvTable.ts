/**
 * CSV and TSV, plain or gzipped. bytes → blocks → text → records: each step streams, and memory holds a few megabytes
 * whatever the file's size.
 */
import { createHash } from 'node:crypto';
import { KadoError, problem } from '../../src/errors.js';
import { cutBlocks } from './blocks.js';
import type { ExportFile } from './bytes.js';
import { CsvReader, type Dialect } from './csv.js';
import { findDelimiter, findLineEnd } from './delimiter.js';
import { chooseEncoding, surveyFile } from './encoding.js';
import { nameColumns } from './header.js';
import type { RecordBatch, Table, TableOptions, TableRecord } from './table.js';
import { decodeText, type Encoding, type TextPiece } from './text.js';

/** Opens a CSV: reads it once for its hash and encoding, and its beginning for the header. */
export async function openCsv(file: ExportFile, options: TableOptions): Promise<Table> {
  const shownPath = file.shown;
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
      format: 'csv',
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
    typedDates: false,
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
): Promise<{ header: TableRecord; empty: boolean }> {
  const reader = new CsvReader(dialect);
  let header: TableRecord | undefined;
  for await (const records of readRecords(file, dialect, reader)) {
    const follows = header !== undefined || records.length > 1;
    header ??= checkHeader(records[0] as TableRecord, dialect);
    if (follows) return { header, empty: false };
  }
  if (header) return { header, empty: true };
  throw new KadoError(problem('header_missing', { lines: reader.lines }, { file: file.shown }));
}

/** A header that can't be relied on makes every row unreliable, so its problem is the file's. */
function checkHeader(header: TableRecord, { encoding }: Dialect): TableRecord {
  const found = header.problem;
  if (!found) return header;
  const { place } = found;
  if (found.code === 'row_undecodable')
    throw new KadoError(problem('header_undecodable', { encoding }, place));
  if (found.code === 'row_nul') throw new KadoError(problem('header_nul', {}, place));
  throw new KadoError(problem('header_quote', { column: found.params.column ?? 1 }, place));
}
