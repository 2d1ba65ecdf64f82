/** The contents page of the formats: which ending is read by whom. */
import { KadoError, problem } from '../../src/errors.js';
import { type ExportFile, openFile } from './bytes.js';
import { openCsv } from './csvTable.js';
import { openJson } from './jsonTable.js';
import { openNdjson } from './ndjsonTable.js';
import { openParquet } from './parquet.js';
import type { Table, TableOptions } from './table.js';
import { openXlsx } from './xlsxTable.js';

export type { EncodingWhy } from './encoding.js';
export type { Table, TableOptions, TableRecord } from './table.js';
export type { Encoding } from './text.js';

/** Text formats may be gzipped; the others are compressed already. */
const openers: readonly {
  readonly ending: RegExp;
  readonly open: (file: ExportFile, options: TableOptions) => Promise<Table>;
}[] = [
  { ending: /\.(csv|tsv|txt)(\.gz)?$/i, open: openCsv },
  { ending: /\.json(\.gz)?$/i, open: openJson },
  { ending: /\.(ndjson|jsonl)(\.gz)?$/i, open: openNdjson },
  { ending: /\.xls[xm]$/i, open: (file, options) => openXlsx(file, options) },
  { ending: /\.parquet$/i, open: openParquet },
];
/** Workbooks of other forms: Excel saves each of them as .xlsx. */
const otherWorkbooks = /\.(xls|xlsb|xlt|ods|fods|numbers)$/i;

/**
 * Opens an export: reads it once for its hash and what its content says of its form, and its beginning for the header.
 * `shownPath` stands in messages, never the absolute path. Throws KadoError with an entry of src/errors/{files,…}.ts.
 */
export async function openTable(
  absolutePath: string,
  shownPath: string,
  options: TableOptions,
): Promise<Table> {
  const file = await openFile(absolutePath, shownPath);
  const found = openers.find(({ ending }) => ending.test(absolutePath));
  if (found) return found.open(file, options);
  const ending = /\.[^./\\]+(\.gz)?$/.exec(absolutePath)?.[0] ?? shownPath;
  if (otherWorkbooks.test(absolutePath))
    throw new KadoError(problem('spreadsheet_ending_unread', { ending }, { file: shownPath }));
  throw new KadoError(problem('file_ending_unread', { ending }, { file: shownPath }));
}
