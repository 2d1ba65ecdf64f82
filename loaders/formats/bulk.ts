/** Which CSVs DuckDB's own reader is asked for, and the file that it is given: the export itself, or its text in UTF-8. */
import { createWriteStream } from 'node:fs';
import { realpath, unlink } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Database } from '../../src/duckdb/database.js';
import { whiteSpace } from '../../src/staging/typing/text.js';
import { lengthOfLines } from './beginning.js';
import type { ExportFile } from './bytes.js';
import type { Dialect } from './csv.js';
import { nameColumns } from './header.js';
import { withoutEnd } from './lines.js';
import { readLine } from './quotes.js';
import type { BulkFile } from './scan.js';
import { quotesStrictly } from './shape.js';
import { BOM_LENGTH, type Survey } from './survey.js';
import type { TableRecord } from './table.js';
import type { Encoding, TextPiece } from './text.js';

/** What is known of a file before it is known where DuckDB reads it. */
export type BulkForm = Omit<BulkFile, 'path' | 'compressed'>;

/** Of an encoding other than UTF-8 the size is only known once it is written anew. */
const unknownSize = -1;

/** The form in which DuckDB can read the file; undefined where it needs judgement from the beginning. */
export function describeBulk(
  survey: Survey,
  { delimiter, encoding, lineEnd }: Dialect,
  head: string,
  header: TableRecord,
): BulkForm | undefined {
  const { shape, bom, plain, utf8 } = survey;
  const unicode = encoding === 'utf-8';
  const clean = unicode ? utf8.errors === 0 : encoding === 'shift_jis' || encoding === 'euc-jp';
  if (!clean || shape.nul || shape.loneReturns || lineEnd !== '\n') return undefined;
  // A blank line of a single column is no row to us and an empty one to DuckDB.
  if (header.fields.length < 2 || header.problem) return undefined;
  const { counts } = shape;
  if ((shape.quotes || shape.returns) && !counts) return undefined;
  // A lone feed among returns is a byte less than its kind, which could make up for one that DuckDB left out elsewhere.
  if (shape.returns && counts?.returns !== counts?.feeds) return undefined;
  if (
    shape.quotes &&
    !(counts && isOwnByte(delimiter, unicode) && quotesStrictly(counts, delimiter.charCodeAt(0)))
  )
    return undefined;
  const above = lengthOfLines(head, header.line - 1);
  const length = lengthOfLines(head, header.line);
  if (above === -1 || length === -1) return undefined;
  const { fields, fault } = readLine(withoutEnd(head.slice(above, length)), delimiter);
  if (fault || fields.length !== header.fields.length) return undefined;
  return {
    delimiter,
    quoted: shape.quotes,
    // Of other encodings only the bytes were seen.
    spaces: unicode ? withoutEnds(shape) : whiteSpace,
    lineEnd: shape.returns ? '\r\n' : '\n',
    header: nameColumns(header.fields),
    headerLine: header.line,
    ended: shape.ended,
    rowLines: counts && counts.feeds + (shape.ended ? 0 : 1) - header.line,
    rowQuotes: counts && counts.quotes - countQuotes(head.slice(0, length)),
    rowBytes: unicode
      ? plain - (bom ? BOM_LENGTH : 0) - Buffer.byteLength(head.slice(0, length))
      : unknownSize,
  };
}

/** Whether the delimiter is one byte, which is part of no other character: CP932 ends many with one from 0x40 on. */
const isOwnByte = (delimiter: string, unicode: boolean): boolean =>
  delimiter.charCodeAt(0) < (unicode ? 0x80 : 0x40);

const countQuotes = (text: string): number => text.split('"').length - 1;

/** Line ends are white space too, but stand within values only where these are quoted. */
const withoutEnds = ({ spaces, quotes }: Survey['shape']): string =>
  quotes ? spaces : spaces.replace(/[\r\n]/g, '');

/** Hands over the file in a form that DuckDB may and can read; undefined where there is none. Throws KadoError file_changed. */
export async function withBulkFile<T>(
  db: Database,
  file: ExportFile,
  encoding: Encoding,
  form: BulkForm,
  text: () => AsyncIterable<TextPiece>,
  use: (file: BulkFile) => Promise<T>,
): Promise<T | undefined> {
  if (encoding === 'utf-8') {
    const path = await realpath(file.path);
    if (!db.readable.has(path)) return undefined;
    const result = await use({ ...form, path, compressed: file.compressed });
    await file.check();
    return result;
  }
  const path = `${db.folder}/unicode.csv`;
  try {
    const bytes = await writeUnicode(path, text(), form.headerLine);
    return bytes === undefined ? undefined : await use({ ...form, path, compressed: false, rowBytes: bytes });
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

/** Writes the text as UTF-8 and gives the bytes behind the header; undefined where some of it could not be decoded. */
async function writeUnicode(
  path: string,
  pieces: AsyncIterable<TextPiece>,
  headerLine: number,
): Promise<number | undefined> {
  const stream = createWriteStream(path);
  let bytes = 0;
  let header = '';
  let headerBytes = unknownSize;
  try {
    for await (const { text, bad } of pieces) {
      if (bad.length > 0) return undefined;
      const chunk = Buffer.from(text);
      bytes += chunk.length;
      if (headerBytes === unknownSize) {
        header += text;
        const length = lengthOfLines(header, headerLine);
        if (length !== -1) headerBytes = Buffer.byteLength(header.slice(0, length));
      }
      if (!stream.write(chunk)) await new Promise<void>((resolve) => stream.once('drain', resolve));
    }
    stream.end();
    await finished(stream);
    return headerBytes === unknownSize ? undefined : bytes - headerBytes;
  } finally {
    stream.destroy();
  }
}
