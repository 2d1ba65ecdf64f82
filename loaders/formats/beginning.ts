/** The beginning of a CSV: which line holds the column names, and what parts them. */
import { candidates, findDelimiter } from './delimiter.js';
import { findHeader, foldNames, headerWithin, scoreHeader, type Wanted } from './header.js';
import { endOfLine, withoutEnd } from './lines.js';
import { readLine } from './quotes.js';
import type { TableOptions } from './table.js';
import type { TextPiece } from './text.js';

export interface Form {
  readonly delimiter: string;
  /** Physical lines above the header that are no part of the table. */
  readonly skip: number;
}

/** `head` is the first block of text. Throws KadoError delimiter_unusable. */
export function findForm(
  head: string,
  shown: string,
  { delimiter, headerLine, wanted }: Pick<TableOptions, 'delimiter' | 'headerLine' | 'wanted'>,
): Form {
  if (headerLine !== undefined) {
    const above = lengthOfLines(head, headerLine - 1);
    const below = above === -1 ? '' : head.slice(above);
    return { delimiter: findDelimiter(below, shown, delimiter), skip: headerLine - 1 };
  }
  const first = findDelimiter(head, shown, delimiter);
  if (wanted === undefined) return { delimiter: first, skip: 0 };
  const lines = firstLines(head, headerWithin);
  const fixed = delimiter !== undefined || /\.tsv(\.gz)?$/i.test(shown);
  let best: Form = { delimiter: first, skip: 0 };
  let most = -1;
  for (const tried of [first, ...(fixed ? [] : candidates.filter((c) => c !== first))]) {
    const { rows, begins } = readRows(lines, tried, wanted);
    const at = findHeader(rows, wanted);
    const score = at === -1 ? 0 : scoreHeader(rows[at]!, wanted);
    if (score <= most) continue;
    most = score;
    const above = rows.slice(0, at).some((fields) => fields.some((field) => field.trim() !== ''));
    best = { delimiter: tried, skip: above ? begins[at]! : 0 };
  }
  return most > 0
    ? best
    : { ...best, skip: skipTitles(lines.map((line) => readLine(line, best.delimiter).fields)) };
}

/**
 * Where no line holds a name that anybody asked for: lines of a single field above a table of several are its titles. The table is told
 * by the width that most lines have, and begins with the first of them.
 */
function skipTitles(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((fields) => fields.some((field) => field.trim() !== ''));
  if (first === -1 || rows[first]!.length > 1) return 0;
  const widths = rows.map((fields) => fields.length).filter((width) => width > 1);
  const usual = widths.find((width) => widths.filter((w) => w === width).length * 2 > rows.length);
  return usual === undefined ? 0 : rows.findIndex((fields) => fields.length === usual);
}

/** Lines over which a quoted name of a column may go. */
const LONGEST_NAME = 10;

/** The rows of the first lines, and which line each begins on (from 0); a quote that isn't closed soon is only a character. */
function readRows(lines: readonly string[], delimiter: string, wanted: Wanted) {
  const rows: string[][] = [];
  const begins: number[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = readLine(withoutEnd(lines[at]!), delimiter);
    let [reading, end] = [first, at + 1];
    while (reading.fault?.code === 'row_unclosed_quote' && end < Math.min(lines.length, at + LONGEST_NAME))
      reading = readLine(withoutEnd(lines.slice(at, ++end).join('')), delimiter);
    const whole = reading.fault === undefined;
    rows.push(foldNames(whole ? reading.fields : first.fields, wanted));
    begins.push(at);
    at = whole ? end : at + 1;
  }
  return { rows, begins };
}

/** The lines above `line` that are not blank. */
export const linesAbove = (head: string, line: number): number[] =>
  firstLines(head, line - 1).flatMap((text, i) => (text.trim() === '' ? [] : [i + 1]));

/** With their ends. */
function firstLines(text: string, most: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length && lines.length < most; ) {
    const end = endOfLine(text, at);
    lines.push(text.slice(at, end));
    at = end;
  }
  return lines;
}

/** Length of the first `count` lines with their ends; -1 where the text may end before they do. */
export function lengthOfLines(text: string, count: number): number {
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at >= text.length) return -1;
    at = endOfLine(text, at);
  }
  // A return at the end may be half of a line end.
  return at === text.length && text.endsWith('\r') ? -1 : at;
}

/** The pieces without the first `count` lines. */
export async function* skipLines(pieces: AsyncIterable<TextPiece>, count: number): AsyncGenerator<TextPiece> {
  let held: TextPiece | undefined = { text: '', bad: [] };
  for await (const piece of pieces) {
    if (held === undefined) {
      yield piece;
      continue;
    }
    const before: TextPiece = held;
    const text: string = before.text + piece.text;
    const bad: number[] = [...before.bad, ...piece.bad.map((at) => at + before.text.length)];
    const length = lengthOfLines(text, count);
    held = length === -1 || length === text.length ? { text, bad } : undefined;
    if (held === undefined)
      yield { text: text.slice(length), bad: bad.filter((at) => at >= length).map((at) => at - length) };
  }
}
