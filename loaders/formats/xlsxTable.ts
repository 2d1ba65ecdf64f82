/**
 * Workbooks (.xlsx, .xlsm): one sheet as a table of texts. The sheet is parsed once, strictly, and kept as rows; the
 * workbook itself is let go. Macros, external links and connections are never looked at.
 *
 * SheetJS (0.20.3), which the tests hold this reader against, is not asked here: it drops a formula without a value as if the
 * cell were empty, gives every text behind an empty `<si/>` to the wrong cell, leaves out a sheet that it can't read,
 * and unpacks without a limit.
 */
import { createHash } from 'node:crypto';
import { KadoError, type Problem, problem } from '../../src/errors.js';
import { headerFoundBelow } from './aboveHeader.js';
import type { ExportFile } from './bytes.js';
import { findHeader, foldNames, headerWithin, nameColumns } from './header.js';
import type { RecordBatch, Table, TableOptions, TableRecord } from './table.js';
import { openBook, type Sheet } from './xlsxBook.js';
import { chooseSheet } from './xlsxChoice.js';
import { checkContent } from './xlsxContent.js';
import { fillHeader } from './xlsxMerge.js';
import { readRecords } from './xlsxRecords.js';
import { type Range, readSheet, type SheetRow } from './xlsxSheet.js';
import { openZip, type XlsxLimits, xlsxLimits } from './xlsxZip.js';

/** Rows that are handed on at a time. */
const BATCH_ROWS = 4096;

/** Opens a workbook. Throws KadoError with an entry of src/errors/{files,spreadsheets}.ts. `limits` are for tests. */
export async function openXlsx(
  file: ExportFile,
  options: TableOptions,
  limits: XlsxLimits = xlsxLimits,
): Promise<Table> {
  const { shown } = file;
  if (file.bytes > limits.fileBytes) {
    const params = { bytes: file.bytes, limit: limits.fileBytes };
    throw new KadoError(problem('workbook_file_too_large', params, { file: shown }));
  }
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.read(hash)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const sha256 = hash.digest('hex');
  checkContent(bytes, shown);
  const book = await openBook(await openZip(bytes, shown, limits), limits);
  const choice = await chooseSheet(book, options, limits);
  const { sheet } = choice;
  const rows: SheetRow[] = [];
  const merges = await readSheet(book, sheet, limits, (row) => rows.push(row) === 0);
  const head = readHeader(rows, merges, sheet, options, shown);
  const table = { shown, sheet: sheet.name, header: nameColumns(head.fields), headerLine: head.line };
  const { records, warnings } = readRecords(table, rows, merges, limits);
  return {
    receipt: {
      format: 'xlsx',
      sha256,
      bytes: file.bytes,
      encoding: 'xlsx',
      bom: false,
      why: { code: 'own-format', params: {} },
      delimiter: '',
      compressed: file.compressed,
      sheet: sheet.name,
    },
    header: table.header,
    headerLine: head.line,
    empty: records.length === 0,
    typedDates: true,
    warnings: [...choice.warnings, ...head.warnings, ...warnings],
    batches: () => readBatches(file, sha256, records),
  };
}

interface Header {
  readonly line: number;
  readonly fields: readonly string[];
  readonly warnings: readonly Problem[];
}

/** The row of the column names, with merged names spread, up to its last name. Throws KadoError sheet{_header,s}_blank. */
function readHeader(
  rows: readonly SheetRow[],
  merges: readonly Range[],
  sheet: Sheet,
  { headerLine, wanted }: TableOptions,
  shown: string,
): Header {
  if (rows.length === 0)
    throw new KadoError(problem('sheets_blank', { sheets: sheet.name }, { file: shown }));
  const byLine = new Map(rows.map((row) => [row.line, row]));
  const filled = (row: Pick<SheetRow, 'line' | 'fields'>) =>
    foldNames(withoutTail(fillHeader(row, byLine, merges)), wanted);
  if (headerLine !== undefined) {
    const fields = filled(byLine.get(headerLine) ?? { line: headerLine, fields: [] });
    if (fields.length > 0) return { line: headerLine, fields, warnings: [] };
    const place = { file: shown, line: headerLine };
    throw new KadoError(problem('sheet_header_blank', { sheet: sheet.name, line: headerLine }, place));
  }
  const first = rows.slice(0, headerWithin).map(filled);
  // A row whose only content is a formula without a value has no text.
  const found = Math.max(0, findHeader(first, wanted));
  const { line } = rows[found]!;
  const skipped = rows.slice(0, found).map((row) => row.line);
  const warnings = found === 0 ? [] : [headerFoundBelow(line, skipped, shown)];
  return { line, fields: first[found]!, warnings };
}

function withoutTail(fields: readonly string[]): readonly string[] {
  let end = fields.length;
  while (end > 0 && fields[end - 1]!.trim() === '') end--;
  return fields.slice(0, end);
}

/** The rows that are kept, once the file has shown that it is still the one they were read from. */
async function* readBatches(
  file: ExportFile,
  sha256: string,
  records: readonly TableRecord[],
): AsyncGenerator<RecordBatch> {
  const hash = createHash('sha256');
  for await (const _ of file.read(hash));
  if (hash.digest('hex') !== sha256) {
    const params = { before: file.bytes, after: file.bytes };
    throw new KadoError(problem('file_changed', params, { file: file.shown }));
  }
  for (let at = 0; at < records.length; at += BATCH_ROWS)
    yield { records: records.slice(at, at + BATCH_ROWS) };
}
