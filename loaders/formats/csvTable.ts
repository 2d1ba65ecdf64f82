/**
 * CSV and TSV, plain or gzipped. bytes → blocks → text → records: each step streams, and memory holds a few megabytes
 * whatever the file's size.
 */
import { KadoError, problem } from '../../src/errors.js';
import { headerFoundBelow } from './aboveHeader.js';
import { findForm, linesAbove, skipLines } from './beginning.js';
import { describeBulk, withBulkFile } from './bulk.js';
import type { ExportFile } from './bytes.js';
import { CsvReader, type Dialect } from './csv.js';
import { findLineEnd } from './delimiter.js';
import { foldNames, nameColumns } from './header.js';
import { describeScan } from './scan.js';
import type { RecordBatch, Table, TableOptions, TableRecord } from './table.js';
import { openText, type TextFile } from './textFile.js';

/** Opens a CSV: reads it once for its hash and encoding, and its beginning for the header. */
export async function openCsv(file: ExportFile, options: TableOptions): Promise<Table> {
  const { shown } = file;
  const text = await openText(file, options, 'csv');
  const { encoding, warnings } = text.choice;
  const head = await readHead(text);
  const { delimiter, skip } = findForm(head, shown, options);
  const dialect = { delimiter, lineEnd: findLineEnd(head), encoding, shown, skip };
  const { header: found, empty } = await readBeginning(text, dialect);
  const first = { ...found, fields: foldNames(found.fields, options.wanted) };
  const header = nameColumns(first.fields);
  // A line that was named is no finding.
  const above = options.headerLine === undefined ? linesAbove(head, first.line) : [];
  const bulk = describeBulk(text.survey, dialect, head, first);
  return {
    receipt: { ...text.receipt, delimiter },
    header,
    headerLine: first.line,
    empty,
    typedDates: false,
    warnings: above.length === 0 ? warnings : [...warnings, headerFoundBelow(first.line, above, shown)],
    batches: () => readRows(text, dialect),
    scan: async (db, use) =>
      bulk &&
      withBulkFile(
        db,
        file,
        encoding,
        bulk,
        () => text.pieces(),
        async (whole) => {
          const scan = describeScan(whole);
          return scan && use(scan);
        },
      ),
  };
}

/** The first block of text: enough for every header. */
async function readHead(file: TextFile): Promise<string> {
  for await (const { text } of file.pieces()) return text;
  return '';
}

async function* readRecords(file: TextFile, dialect: Dialect, reader = new CsvReader(dialect)) {
  const { skip = 0 } = dialect;
  for await (const piece of skip > 0 ? skipLines(file.pieces(), skip) : file.pieces()) {
    const records = reader.push(piece);
    if (records.length > 0) yield records;
  }
  const records = reader.end();
  if (records.length > 0) yield records;
}

async function* readRows(file: TextFile, dialect: Dialect): AsyncGenerator<RecordBatch> {
  let header = true;
  for await (const records of readRecords(file, dialect)) {
    const rows = header ? records.slice(1) : records;
    header = false;
    if (rows.length > 0) yield { records: rows };
  }
}

/** The header, and whether anything follows it. */
async function readBeginning(
  file: TextFile,
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
