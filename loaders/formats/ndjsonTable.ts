/** NDJSON (JSON Lines): one object on each line. A broken line costs itself alone; a blank one is none. */
import { KadoError, problem } from '../../src/errors.js';
import type { ExportFile } from './bytes.js';
import { deepestNesting, longestElement } from './elements.js';
import { nameColumns } from './header.js';
import { Marks } from './lines.js';
import { RecordReader } from './recordReader.js';
import type { RecordText } from './recordText.js';
import type { RecordBatch, Table, TableOptions } from './table.js';
import type { TextPiece } from './text.js';
import { openText, type TextFile } from './textFile.js';
import { depthOf } from './valueEnd.js';

export async function openNdjson(file: ExportFile, options: TableOptions): Promise<Table> {
  const text = await openText(file, options, 'ndjson');
  const { shown } = text;
  const reader = new RecordReader({ shown, encoding: text.choice.encoding, byLine: true });
  let line: number | undefined;
  for await (const records of readLines(text)) {
    if (line === undefined && records[0]) line = checkForm(records[0], shown);
    for (const record of records) reader.learn(record);
  }
  reader.settle(options.wanted);
  return {
    receipt: text.receipt,
    header: nameColumns(reader.header),
    headerLine: line ?? 1,
    empty: reader.rows === 0,
    typedDates: false,
    warnings: [...text.choice.warnings, ...reader.warnings],
    batches: () => readRows(text, reader),
  };
}

/** JSON under the other's name would give nothing but broken lines. Throws KadoError ndjson_is_json. */
function checkForm({ text, line, column }: RecordText, file: string): number {
  if (text.startsWith('[') || text === '{')
    throw new KadoError(problem('ndjson_is_json', {}, { file, line, column }));
  return line;
}

async function* readRows(text: TextFile, reader: RecordReader): AsyncGenerator<RecordBatch> {
  for await (const lines of readLines(text)) {
    if (lines.length > 0) yield { records: lines.flatMap((line) => reader.read(line)) };
  }
}

async function* readLines(text: TextFile): AsyncGenerator<RecordText[]> {
  const splitter = new LineSplitter(text.shown);
  for await (const piece of text.pieces()) yield splitter.push(piece);
  yield splitter.push({ text: '\n', bad: [] });
}

/** Lines of text that arrives in pieces; JSON has no line end inside a text, so each one parts records. */
class LineSplitter {
  readonly #shown: string;
  readonly #bad = new Marks();
  #waiting: string[] = [];
  #length = 0;
  #base = 0;
  #received = 0;
  #line = 1;

  constructor(shown: string) {
    this.#shown = shown;
  }

  /** Throws KadoError line_too_long. */
  push({ text, bad }: TextPiece): RecordText[] {
    for (const at of bad) this.#bad.add(this.#received + at);
    this.#received += text.length;
    this.#waiting.push(text);
    this.#length += text.length;
    const out = /[\r\n]/.test(text) ? this.#cut(this.#waiting.join('')) : [];
    if (this.#length > longestElement) {
      const params = { found: this.#length, limit: longestElement };
      throw new KadoError(problem('line_too_long', params, { file: this.#shown, line: this.#line }));
    }
    return out;
  }

  #cut(text: string): RecordText[] {
    const out: RecordText[] = [];
    // A return at the end may be the first half of a line end.
    const ends = text.includes('\r') ? /\r\n|\n|\r(?!$)/g : /\n/g;
    let start = 0;
    for (let found = ends.exec(text); found; found = ends.exec(text)) {
      this.#take(text, start, found.index, out);
      this.#line++;
      start = ends.lastIndex;
    }
    this.#waiting = start < text.length ? [text.slice(start)] : [];
    this.#length = text.length - start;
    this.#base += start;
    return out;
  }

  #take(text: string, start: number, end: number, out: RecordText[]): void {
    const line = text.slice(start, end);
    const content = line.trimStart();
    if (content === '') return;
    out.push({
      text: content.trimEnd(),
      line: this.#line,
      column: line.length - content.length + 1,
      depth: nestingOf(content),
      undecodable: this.#bad.within(this.#base + start, this.#base + end),
    });
  }
}

/** Counts brackets only while there may be too many of them. */
function nestingOf(text: string): number {
  let opened = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) opened++;
  }
  return opened <= deepestNesting ? opened : depthOf(text);
}
