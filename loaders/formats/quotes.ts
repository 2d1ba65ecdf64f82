/** Single lines judged by themselves, for the recovery from broken quotes (see csv.ts). */
import Papa from 'papaparse';
import { endOfLine, withoutEnd } from './lines.js';

/** A misused quote and the 1-based character of the line where its field was opened. */
export interface QuoteFault {
  readonly code: 'row_unclosed_quote' | 'row_malformed_quote';
  readonly column: number;
}

export interface LineReading {
  readonly fields: string[];
  readonly fault?: QuoteFault;
}

/** Reads one line as if it were the whole file. `line` has no line end. */
export function readLine(line: string, delimiter: string): LineReading {
  // Lone returns inside the line have been taken as line ends already, so LF does for every file here.
  const { data, errors } = new Papa.Parser({ delimiter, newline: '\n' }).parse(line, 0, false);
  const fields: string[] = data[0] ?? [line];
  const error = errors[0];
  if (!error) return { fields };
  const code = error.code === 'MissingQuotes' ? 'row_unclosed_quote' : 'row_malformed_quote';
  // PapaParse gives the place behind the opening quote, counted from 0: the same number counts the quote from 1.
  return { fields, fault: { code, column: error.index } };
}

/**
 * A quote that closes a field nobody opened: `y",2` is the tail of a value whose beginning was on a line before.
 * A quote with text on both sides (`5" disk`) is only a character. Gives its 1-based place in the line.
 */
export function strayClosing(line: string, delimiter: string): number | undefined {
  for (let at = 0; at < line.length; ) {
    if (line[at] === '"') {
      at++;
      while (at < line.length && (line[at] !== '"' || line[at + 1] === '"')) at += line[at] === '"' ? 2 : 1;
    }
    const next = line.indexOf(delimiter, at);
    const end = next === -1 ? line.length : next;
    if (end - 1 > at && line[end - 1] === '"') return end;
    at = end + 1;
  }
  return undefined;
}

/**
 * Whether one of the lines behind the first, alone, is a row of the right width. Then the first line's quote was
 * unclosed and swallowed it; otherwise the lines are one row that is really too wide or too narrow.
 */
export function hidesRow(record: string, delimiter: string, width: number): boolean {
  for (let at = endOfLine(record, 0); at < record.length; ) {
    const end = endOfLine(record, at);
    const line = withoutEnd(record.slice(at, end));
    at = end;
    if (!line.includes('"')) {
      if (line.trim() !== '' && line.split(delimiter).length === width) return true;
      continue;
    }
    const { fields, fault } = readLine(line, delimiter);
    if (!fault && fields.length === width && strayClosing(line, delimiter) === undefined) return true;
  }
  return false;
}
