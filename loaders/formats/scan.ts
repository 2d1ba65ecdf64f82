/**
 * DuckDB's reader for the well-formed bulk of CSVs. It is several times as fast as ours, but forgives silently what we must
 * see, and knows no line numbers. So it is only asked where each row is one line and quotes stand only where RFC 4180 has them
 * (DuckDB reads `"a" "b"` as `a b`), and what it gives is proven: the rows' bytes, quotes apart, must add up to the file's size
 * (it takes `a,b,` for two columns, and leaves out spaces behind a quote), and with quotes there must be as many rows as lines.
 * Where the proof fails, or DuckDB refuses, the file goes the careful way (csv.ts), as if nothing had been tried.
 */
import { quoteName, quoteText } from '../../src/duckdb/quote.js';
import { type Scan, sizeColumn } from './table.js';

/** The part of a CSV that DuckDB is asked for, and what its rows must account for. */
export interface BulkFile {
  /** Absolute, without symbolic links; one that the database may read. */
  readonly path: string;
  readonly compressed: boolean;
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly spaces: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Bytes of the rows: of the content without the byte order mark and all lines up to the header. */
  readonly rowBytes: number;
  /** Whether the last line has its line end; else its bytes are counted as if it had. */
  readonly ended: boolean;
  /** Lines behind the header, where they were counted. */
  readonly rowLines: number | undefined;
  /** Quotes behind the header, where they were counted. */
  readonly rowQuotes: number | undefined;
}

/** DuckDB's default, and what it needs at least for the block that it reads ahead. */
const maxLineSize = 2_097_152;
/** Blocks that threads take in turn: with DuckDB's default of 32 MB a file of 130 MB keeps one of two cores waiting. */
const bufferSize = 8_388_608;

/** SQL for the file's rows as texts named after the header; an empty field is NULL. */
function scanFile(file: BulkFile): string {
  const columns = file.header.map((_, i) => `${quoteText(`c${i}`)}: 'VARCHAR'`).join(', ');
  const names = file.header.map((name, i) => `c${i} AS ${quoteName(name)}`).join(', ');
  const quote = file.quoted ? `quote = '"', escape = '"'` : `quote = '', escape = ''`;
  // Told of CRLF, DuckDB 1.5 passes over the whole file; untold, it takes either end, and bulk.ts has seen to it that there is one.
  const lineEnd = file.lineEnd === '\n' ? `new_line = '\\n', ` : '';
  return `(SELECT ${names}, (${rowSize(file)})::UINTEGER AS ${quoteName(sizeColumn)} FROM read_csv(${quoteText(file.path)},
    auto_detect = false, header = false, skip = ${file.headerLine}, delim = ${quoteText(file.delimiter)}, ${quote}, comment = '',
    ${lineEnd}nullstr = '', strict_mode = true, null_padding = false, ignore_errors = false,
    max_line_size = ${maxLineSize}, buffer_size = ${bufferSize}, compression = '${file.compressed ? 'gzip' : 'none'}', columns = {${columns}}))`;
}

/** SQL for the bytes that a row takes up, quotes apart. */
function rowSize(file: BulkFile): string {
  const size = file.quoted ? sizeWithoutQuotes : (c: string): string => `strlen(${c})`;
  const fields = addUp(file.header.map((_, i) => `coalesce(${size(`c${i}`)}, 0)`));
  return `${fields} + ${(file.header.length - 1) * Buffer.byteLength(file.delimiter) + file.lineEnd.length}`;
}

/** A sum in brackets, as a tree: DuckDB refuses expressions that are a thousand operators deep. */
const addUp = (terms: readonly string[]): string => {
  if (terms.length <= 2) return `(${terms.join(' + ')})`;
  const half = terms.length >> 1;
  return `(${addUp(terms.slice(0, half))} + ${addUp(terms.slice(half))})`;
};

/** Few values hold a quote, and looking first costs a tenth of replacing. */
const sizeWithoutQuotes = (c: string): string =>
  `CASE WHEN contains(${c}, '"') THEN strlen(replace(${c}, '"', '')) ELSE strlen(${c}) END`;

/** The file as something to select from. Names in two spellings of one word would be one column to DuckDB: then it's undefined. */
export function describeScan(file: BulkFile): Scan | undefined {
  if (new Set(file.header.map((name) => name.toLowerCase())).size < file.header.length) return undefined;
  return {
    from: scanFile(file),
    firstLine: file.headerLine + 1,
    spaces: file.spaces,
    isWhole: (rows, bytes) =>
      (!file.quoted || rows === file.rowLines) &&
      bytes === file.rowBytes - (file.rowQuotes ?? 0) + (file.ended ? 0 : file.lineEnd.length),
  };
}
