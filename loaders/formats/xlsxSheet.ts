/** One sheet as it stands: rows of texts, what each cell was, and the merged ranges. */
import { KadoError, problem } from '../../src/errors.js';
import { type Book, type Sheet, scanPart, TextItem, unescapeText } from './xlsxBook.js';
import type { NumberKind } from './xlsxFormat.js';
import { numberText, timeText } from './xlsxNumber.js';
import { type Attributes, XmlFault } from './xlsxXml.js';
import type { XlsxLimits } from './xlsxZip.js';

/** `t` texts, dates, booleans and errors · `n` numbers and spans of time · `u` a formula without a value · `-` nothing */
export type CellKind = 't' | 'n' | 'u' | '-';

export interface SheetRow {
  /** The sheet's own number of the row. */
  readonly line: number;
  /** From column A to the last cell that holds something; '' where nothing is. */
  readonly fields: readonly string[];
  /** A CellKind for each field, in one text. */
  readonly kinds: string;
}

/** From 1, both ends included. */
export interface Range {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The format's own size. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** More merged ranges than any sheet has cells to merge by hand. */
const MAX_MERGES = 100_000;

/**
 * Reads rows, hidden ones too, in their order; rows without any content are left out. Stops once `take` says so, and
 * then knows no merged ranges, which stand behind the rows. Throws KadoError workbook_{part_broken,too_many_cells}.
 */
export async function readSheet(
  book: Book,
  sheet: Sheet,
  limits: XlsxLimits,
  take: (row: SheetRow) => boolean,
): Promise<Range[]> {
  const merges: Range[] = [];
  const row = new RowReader(book);
  let within = false;
  let cells = 0;
  let characters = 0;
  let enough = false;
  await scanPart(
    book.zip,
    sheet.part,
    {
      open(name, attributes) {
        if (within) row.open(name, attributes);
        else if (name === 'sheetData') within = true;
        else if (name === 'mergeCell') {
          merges.push(readRange(attributes.ref ?? ''));
          if (merges.length > MAX_MERGES) throw new XmlFault();
        }
      },
      text(piece) {
        if (within) row.text(piece);
      },
      close(name) {
        if (!within) return;
        if (name === 'sheetData') within = false;
        const read = row.close(name);
        if (!read) return;
        cells += read.fields.length;
        characters += read.fields.reduce((sum, field) => sum + field.length, 0);
        const [found, limit] = cells > limits.cells ? [cells, limits.cells] : [characters, limits.characters];
        if (found > limit) {
          const params = { sheet: sheet.name, found, limit };
          throw new KadoError(
            problem('workbook_too_many_cells', params, { file: book.zip.shown, line: read.line }),
          );
        }
        enough ||= take(read);
      },
    },
    () => enough,
  );
  return merges;
}

/** The row and the cell that are being read: fed with what the scanner finds, gives rows. */
class RowReader {
  readonly #book: Book;
  readonly #item = new TextItem();
  readonly #known = new Map<string, string>();
  #line = 0;
  #inRow = false;
  #fields: string[] = [];
  #kinds: CellKind[] = [];
  #column = 0;
  #inCell = false;
  #type = 'n';
  #style = 0;
  #formula = false;
  #value: string | undefined;
  #taking = false;
  #inline = false;

  constructor(book: Book) {
    this.#book = book;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (this.#inline) this.#item.open(name);
    else if (!this.#inCell) return;
    else if (name === 'f') this.#formula = true;
    else if (name === 'v') {
      this.#taking = true;
      this.#value = '';
    } else if (name === 'is') {
      this.#inline = true;
      this.#item.begin();
    }
  }

  text(piece: string): void {
    if (this.#taking) this.#value += piece;
    else if (this.#inline) this.#item.text(piece);
  }

  /** The row, once it has ended, if anything stands in it. */
  close(name: string): SheetRow | undefined {
    if (name === 'v') this.#taking = false;
    else if (name === 'is') {
      this.#inline = false;
      this.#value = this.#item.end();
    } else if (this.#inline) this.#item.close(name);
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') return this.#closeRow();
    return undefined;
  }

  #openRow({ r }: Attributes): void {
    const line = r === undefined ? this.#line + 1 : Number(r);
    // Rows stand in order; a second row of one number would hide the first.
    if (this.#inRow || !(line > this.#line && line <= LAST_ROW)) throw new XmlFault();
    this.#inRow = true;
    this.#line = line;
    this.#column = 0;
    this.#fields = [];
    this.#kinds = [];
  }

  #closeRow(): SheetRow | undefined {
    this.#inRow = false;
    if (!this.#fields.some((field, i) => field.trim() !== '' || this.#kinds[i] === 'u')) return undefined;
    // Rows of one table are alike, so their kinds are few texts that are kept once.
    const kinds = this.#kinds.join('');
    const known = this.#known.get(kinds) ?? kinds;
    this.#known.set(kinds, known);
    return { line: this.#line, fields: this.#fields, kinds: known };
  }

  #openCell({ r, s = '0', t = 'n' }: Attributes): void {
    if (!this.#inRow || this.#inCell) throw new XmlFault();
    const [, letters, line] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(r ?? '') ?? [];
    if (letters === undefined && r !== undefined) throw new XmlFault();
    const column = letters === undefined ? this.#column + 1 : columnNumber(letters);
    if (column > LAST_COLUMN || (line !== undefined && Number(line) !== this.#line)) throw new XmlFault();
    if ((this.#kinds[column - 1] ?? '-') !== '-') throw new XmlFault();
    this.#column = column;
    this.#inCell = true;
    this.#style = Number(s);
    this.#type = t;
    this.#formula = false;
    this.#value = undefined;
  }

  #closeCell(): void {
    this.#inCell = false;
    const [text, kind] = this.#content();
    if (kind === '-') return;
    for (let i = this.#fields.length; i < this.#column; i++) {
      this.#fields.push('');
      this.#kinds.push('-');
    }
    this.#fields[this.#column - 1] = text;
    this.#kinds[this.#column - 1] = kind;
  }

  #content(): [string, CellKind] {
    const value = this.#value;
    const type = this.#type;
    // Excel writes an empty value for a formula that gives an empty text, and only for that.
    if (this.#formula && (value === undefined || (value === '' && type !== 'str'))) return ['', 'u'];
    if (value === undefined || value === '') return ['', '-'];
    if (type === 'inlineStr') return [value, 't'];
    if (type === 'str') return [unescapeText(value), 't'];
    if (type === 'e') return [value, 't'];
    if (type === 's') {
      const text = /^\d+$/.test(value) ? this.#book.strings[Number(value)] : undefined;
      if (text === undefined) throw new XmlFault();
      return text === '' ? ['', '-'] : [text, 't'];
    }
    if (type === 'b') return [value === '1' || value === 'true' ? 'true' : 'false', 't'];
    if (type === 'd') return [timeText(value), 't'];
    // NaN and the like, which Excel doesn't write: as it stands, for the column's type to judge.
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value)) return [value, 't'];
    const kind: NumberKind = this.#book.kinds[this.#style] ?? { is: 'number' };
    return [numberText(Number(value), kind, this.#book.date1904), kind.is === 'date' ? 't' : 'n'];
  }
}

const A = 'A'.charCodeAt(0) - 1;
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - A, 0);

function readRange(name: string): Range {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(name);
  if (!found) throw new XmlFault();
  const [, left = '', top = '', right = left, bottom = top] = found;
  return {
    name,
    top: Number(top),
    bottom: Number(bottom),
    left: columnNumber(left),
    right: columnNumber(right),
  };
}
