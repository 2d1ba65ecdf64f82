/**
 * Records from text that arrives in pieces, on PapaParse's low-level parser, with line numbers, and with a broken row
 * costing only its own line.
 *
 * PapaParse is given windows that end behind a line end, and says where each record in them ended. A window without
 * quotes goes the short way: one line, one row. A record whose quotes are broken, or that spans lines and has the
 * wrong width, is not believed: its first line is read alone and most often rejected, and parsing goes on behind it.
 */
import Papa from 'papaparse';
import { KadoError, type Problem, problem } from '../../src/errors.js';
import { MAX_LINE } from './blocks.js';
import type { LineEnd } from './delimiter.js';
import { nameColumns } from './header.js';
import { countFeeds, countLines, endOfLine, Marks, withoutEnd } from './lines.js';
import { hidesRow, type QuoteFault, readLine, strayClosing } from './quotes.js';
import type { TableRecord } from './table.js';
import type { Encoding, TextPiece } from './text.js';

/** How far a quoted field may extend behind the line it began on; beyond, its quote counts as unclosed. */
export const MAX_QUOTED_LINES = 10_000;
export const MAX_QUOTED_LENGTH = 4 * 1024 * 1024;
/**
 * After a broken row PapaParse gets this much, then twice as much after each window that went well: a file of nothing
 * but broken rows is then read in proportion to its size, and not window by window for each row.
 */
const CAREFUL_LENGTH = 256;

export interface Dialect {
  readonly delimiter: string;
  readonly lineEnd: LineEnd;
  readonly encoding: Encoding;
  /** The file as messages show it. */
  readonly shown: string;
  /** Lines above the header, which are not given to the reader. */
  readonly skip?: number | undefined;
}

/** Push pieces in, get records out; the first record is the header and sets the width. Throws KadoError line_too_long. */
export class CsvReader {
  readonly #dialect: Dialect;
  /** Text whose last line has not ended yet. */
  #waiting: string[] = [];
  #waitingLength = 0;
  /** Whole lines not yet parsed, and where in the stream they begin. */
  #text = '';
  #base = 0;
  #received = 0;
  #line = 1;
  #header: readonly string[] | undefined;
  #window = Number.POSITIVE_INFINITY;
  /** After a broken quote: up to this line, the next quote may be the end of the value that was given up. */
  #suspect = 0;
  #loneReturns = false;
  readonly #bad = new Marks();
  readonly #nul = new Marks();
  #out: TableRecord[] = [];

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
    this.#line += dialect.skip ?? 0;
  }

  /** Lines read so far, blank ones included. */
  get lines(): number {
    return this.#line - 1;
  }

  push({ text, bad }: TextPiece): TableRecord[] {
    for (const at of bad) this.#bad.add(this.#received + at);
    for (let at = text.indexOf('\0'); at !== -1; at = text.indexOf('\0', at + 1)) {
      this.#nul.add(this.#received + at);
      // No row begins between two of them: a disk's hole of a gigabyte needs one mark.
      while (text.charCodeAt(at + 1) === 0) at++;
    }
    this.#received += text.length;
    const end = text.lastIndexOf(this.#dialect.lineEnd) + 1;
    if (end === 0) {
      this.#wait(text);
      return [];
    }
    const lines = [this.#text, ...this.#waiting, text.slice(0, end)].join('');
    this.#waiting = [];
    this.#waitingLength = 0;
    if (end < text.length) this.#wait(text.slice(end));
    return this.#parse(lines, false);
  }

  /** The records left at the end of the file. */
  end(): TableRecord[] {
    const rest = this.#text + this.#waiting.join('');
    if (rest === '') return [];
    // With an end to the last line there is one case less: no record ends with the file.
    const { lineEnd } = this.#dialect;
    return this.#parse(rest.endsWith(lineEnd) ? rest : rest + lineEnd, true);
  }

  #wait(text: string): void {
    this.#waiting.push(text);
    this.#waitingLength += text.length;
    if (this.#waitingLength <= MAX_LINE) return;
    const params = { found: this.#waitingLength, limit: MAX_LINE };
    throw new KadoError(problem('line_too_long', params, { file: this.#dialect.shown, line: this.#line }));
  }

  #parse(text: string, final: boolean): TableRecord[] {
    this.#out = [];
    this.#text = text;
    this.#loneReturns = text.includes('\r') && /\r(?!\n)/.test(text);
    let at = 0;
    while (at < text.length) {
      const end = this.#windowEnd(at);
      const window = at === 0 && end === text.length ? text : text.slice(at, end);
      const { used, fault } = this.#parseWindow(window, at);
      at += used;
      if (at === end) {
        this.#window *= 2;
      } else if (fault || this.#tooFar(at, end) || (final && end === text.length)) {
        at = this.#readFirstLine(at);
        this.#window = CAREFUL_LENGTH;
      } else if (end === text.length) {
        break;
      } else {
        this.#window = Math.max(this.#window, end - at) * 4;
      }
    }
    this.#text = text.slice(at);
    this.#base += at;
    return this.#out;
  }

  #windowEnd(at: number): number {
    if (at + this.#window >= this.#text.length) return this.#text.length;
    return this.#text.indexOf(this.#dialect.lineEnd, at + this.#window) + 1;
  }

  /** Parses whole records; says how far they went, and whether the record there is known to be broken. */
  #parseWindow(window: string, at: number): { used: number; fault: boolean } {
    const { delimiter, lineEnd: newline } = this.#dialect;
    if (!window.includes('"') && !this.#loneReturns && !this.#bad.any && !this.#nul.any) {
      // No record spans lines here and nothing in them needs its place.
      const { data } = new Papa.Parser({ delimiter, newline }).parse(window, 0, true);
      for (const fields of data) {
        dropReturn(fields);
        this.#accept(fields, this.#line++);
      }
      return { used: window.length, fault: false };
    }
    let used = 0;
    let fault = false;
    const parser = new Papa.Parser({
      delimiter,
      newline,
      step: (result) => {
        const end = result.meta.cursor;
        if (result.errors.length === 0 && this.#believe(result.data[0] as string[], at + used, at + end)) {
          used = end;
        } else {
          fault = true;
          parser.abort();
        }
      },
    });
    const left = parser.parse(window, 0, true);
    return { used, fault: fault || left.errors.length > 0 };
  }

  /** Takes a record from `start` to `end`, or says that it can't be believed. */
  #believe(fields: string[], start: number, end: number): boolean {
    const text = this.#text;
    const { delimiter } = this.#dialect;
    const lines = this.#linesOf(start, end);
    if (lines > 1) {
      if (this.#tooFar(start, end)) return false;
      const width = this.#header?.length ?? fields.length;
      if (fields.length !== width && hidesRow(text.slice(start, end), delimiter, width)) return false;
    }
    // In `a⏎` the return belongs to the line's end; that of `"a\r"⏎` is the value's own, behind which the quote stands.
    if (text.charCodeAt(end - 2) === 13 && !text.startsWith('\r"\r', end - 4)) dropReturn(fields);
    this.#accept(fields, this.#line, start, end, this.#strayIn(start, end));
    this.#line += lines;
    return true;
  }

  /** The tail of a value that was given up looks like a row, `tail",2`: the first quote after the fault tells. */
  #strayIn(start: number, end: number): QuoteFault | undefined {
    if (this.#line > this.#suspect) return undefined;
    const record = withoutEnd(this.#text.slice(start, end));
    if (!record.includes('"')) return undefined;
    this.#suspect = 0;
    const column = strayClosing(record, this.#dialect.delimiter);
    return column === undefined ? undefined : { code: 'row_malformed_quote', column };
  }

  #linesOf(start: number, end: number): number {
    const feedsOnly = this.#dialect.lineEnd === '\n' && !this.#loneReturns;
    return feedsOnly ? countFeeds(this.#text, start, end) : countLines(this.#text, start, end);
  }

  #tooFar(start: number, end: number): boolean {
    const first = endOfLine(this.#text, start);
    if (end - first > MAX_QUOTED_LENGTH) return true;
    return end - first > MAX_QUOTED_LINES && countLines(this.#text, first, end) > MAX_QUOTED_LINES;
  }

  /** Reads the line at `at` alone and gives the place behind it. */
  #readFirstLine(at: number): number {
    const end = endOfLine(this.#text, at);
    const { fields, fault } = readLine(withoutEnd(this.#text.slice(at, end)), this.#dialect.delimiter);
    this.#accept(fields, this.#line, at, end, fault);
    if (fault) this.#suspect = this.#line + MAX_QUOTED_LINES;
    this.#line++;
    return end;
  }

  #accept(fields: string[], line: number, start = 0, end = 0, fault?: QuoteFault): void {
    if (fields.length === 1 && this.#isBlank(fields[0] as string, start, end)) return;
    const found = this.#problemOf(fields, line, start, end, fault);
    this.#header ??= nameColumns(fields);
    this.#out.push(found ? { line, fields, problem: found } : { line, fields });
  }

  /** A line of nothing is no row, nor one of spaces where there are several columns; `""` is one, of an empty value. */
  #isBlank(field: string, start: number, end: number): boolean {
    const nothing = this.#header?.length === 1 ? field : field.trim();
    return nothing === '' && !this.#text.slice(start, end).includes('"');
  }

  #problemOf(
    fields: string[],
    line: number,
    start: number,
    end: number,
    fault: QuoteFault | undefined,
  ): Problem | undefined {
    const { shown: file, encoding } = this.#dialect;
    // Bytes first: where they are broken, a wrong width or quote only follows from it.
    if (this.#bad.within(this.#base + start, this.#base + end)) {
      return problem(
        'row_undecodable',
        { encoding },
        { file, line, column: this.#columnWith(fields, '\ufffd') },
      );
    }
    if (fault) return problem(fault.code, { column: fault.column }, { file, line, column: fault.column });
    if (this.#nul.within(this.#base + start, this.#base + end)) {
      return problem('row_nul', {}, { file, line, column: this.#columnWith(fields, '\0') });
    }
    const expected = this.#header?.length;
    if (expected === undefined || fields.length === expected) return undefined;
    const code = fields.length > expected ? 'row_too_many_fields' : 'row_too_few_fields';
    return problem(code, { found: fields.length, expected }, { file, line });
  }

  #columnWith(fields: readonly string[], char: string): string | undefined {
    return this.#header?.[fields.findIndex((field) => field.includes(char))];
  }
}

/** Takes the CR of a CRLF off the last field. */
function dropReturn(fields: string[]): void {
  const at = fields.length - 1;
  const last = fields[at] as string;
  if (last.charCodeAt(last.length - 1) === 13) fields[at] = last.slice(0, -1);
}
