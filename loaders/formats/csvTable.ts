/**
 * CSV and TSV, plain or gzipped. bytes → blocks → text → records: each step streams, and memory holds a few megabytes
 * whatever the file's size.
 */
import { createHash } from 'node:crypto';
import { KadoError, problem } from '../../src/errors.js';
import { headerFoundBelow } from './aboveHeader.js';
import { findForm, linesAbove, skipLines } from './beginning.js';
import { cutBlocks } from './blocks.js';
import { describeBulk, withBulkFile } from './bulk.js';
import type { ExportFile } from './bytes.js';
import { CsvReader, type Dialect } from './csv.js';
import { findLineEnd } from './delimiter.js';
import { chooseEncoding, surveyFile } from './encoding.js';
import { foldNames, nameColumns } from './header.js';
import { describeMojibake } from './mojibakeWatch.js';
import { describeScan } from './scan.js';
import type { RecordBatch, Table, TableOptions, TableRecord } from './table.js';
import { decodeText, type Encoding, type TextPiece } from './text.js';

/** Opens a CSV: reads it once for its hash and encoding, and its beginning for the header. */
export async function openCsv(file: ExportFile, options: TableOptions): Promise<Table> {
  const { shown } = file;
  const hash = createHash('sha256');
  const survey = await surveyFile(file, options.encoding, hash);
  if (survey.plain === 0)
    throw new KadoError(problem('file_empty', { bytes: file.bytes, plain: 0 }, { file: shown }));
  const { encoding, bom, why, warnings } = chooseEncoding(survey, options.encoding, shown);
  const garbled = survey.mojibake.sees(encoding) && (await describeMojibake(readText(file, encoding), shown));
  const head = await readHead(file, encoding);
  const { delimiter, skip } = findForm(head, shown, options);
  const dialect = { delimiter, lineEnd: findLineEnd(head), encoding, shown, skip };
  const { header: found, empty } = await readBeginning(file, dialect);
  const first = { ...found, fields: foldNames(found.fields, options.wanted) };
  const header = nameColumns(first.fields);
  // A line that was named is no finding.
  const above = options.headerLine === undefined ? linesAbove(head, first.line) : [];
  const bulk = describeBulk(survey, dialect, head, first);
  return {
    receipt: {
      format: 'csv',
      sha256: hash.digest('hex'),
      bytes: file.bytes,
      encoding,
      bom,
      why,
      delimiter,
      compressed: file.compressed,
    },
    header,
    headerLine: first.line,
    empty,
    typedDates: false,
    warnings: [
      ...warnings,
      ...(garbled ? [garbled] : []),
      ...(above.length === 0 ? [] : [headerFoundBelow(first.line, above, shown)]),
    ],
    batches: () => readRows(file, dialect),
    scan: async (db, use) =>
      bulk &&
      withBulkFile(
        db,
        file,
        encoding,
        bulk,
        () => readText(file, encoding),
        async (whole) => {
          const scan = describeScan(whole);
          return scan && use(scan);
        },
      ),
  };
}

function readText(file: ExportFile, encoding: Encoding): AsyncGenerator<TextPiece> {
  const wide = encoding.startsWith('utf-16');
  return decodeText(
    cutBlocks(file.read(), () => wide, file.shown),
    encoding,
  );
}

/** The first block of text: enough for every header. */
async function readHead(file: ExportFile, encoding: Encoding): Promise<string> {
  for await (const { text } of readText(file, encoding)) return text;
  return '';
}

async function* readRecords(file: ExportFile, dialect: Dialect, reader = new CsvReader(dialect)) {
  const { encoding, skip = 0 } = dialect;
  const text = readText(file, encoding);
  for await (const piece of skip > 0 ? skipLines(text, skip) : text) {
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
  const { shown, skip = 0 } = dialect;
  if (skip > 0)
    throw new KadoError(problem('header_line_missing', { line: skip + 1 }, { file: shown, line: skip + 1 }));
  throw new KadoError(problem('header_missing', { lines: reader.lines }, { file: shown }));
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
