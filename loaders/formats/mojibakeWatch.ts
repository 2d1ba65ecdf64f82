/**
 * Looks for mojibake while a file is surveyed, at a few percent of the survey's time: bytes are searched for what mojibake
 * leaves, and only where that is found the text is judged. Once it is known that there is some, its lines are counted.
 */
import { type Problem, problem } from '../../src/errors.js';
import { endOfLine } from './lines.js';
import { findMojibake } from './mojibake.js';
import { decodeBlock, type TextPiece } from './text.js';

/** So much of a file is searched whole, then so much of each block of 256 KiB: mojibake comes by columns, hardly by single rows. */
const WHOLE_BYTES = 4 * 1024 * 1024;
const SAMPLE_BYTES = 16 * 1024;
/** Text judged without a result, whose bytes had other reasons to look so (Czech: příští); then so much of each block. */
const INNOCENT_BYTES = 1024 * 1024;
const LAST_SAMPLE_BYTES = 2 * 1024;

type Watched = 'utf-8' | 'shift_jis' | 'utf-16le' | 'utf-16be';

/** What the traces in mojibake.ts are as bytes: each of them has one of these, and few other texts have. */
const traces: Readonly<Record<'utf-8' | 'shift_jis', RegExp>> = {
  // 縺, 繧, 繝 · half-width katakana before a kanji · three Latin characters beyond ASCII, at most a letter between them.
  'utf-8':
    /\xe7(?:\xb8\xba|\xb9[\xa7\x9d])|\xef\xbd[\xa1-\xbf][\xe4-\xe9]|(?:(?:[\xc2-\xcb]|\xe2[\x80-\x84])[\x80-\xbf][@-~]?){2}(?:[\xc2-\xcb]|\xef\xbf)/,
  // In CP932, UTF-8 that was taken for it still is UTF-8 but for what was lost.
  shift_jis: /(?:[\xe3-\xe9][\x80-\xbf]{2}){2}/,
};

export class MojibakeWatch {
  readonly #found = new Set<Watched>();
  #searched = 0;
  #innocent = 0;

  /** Whether some of the text is mojibake, read with that encoding. */
  sees = (encoding: string): boolean => this.#found.has(encoding as Watched);

  /** Looks at a block that is not cut inside a character and well-formed in the encoding. */
  look(block: Uint8Array, encoding: Watched): void {
    if (this.#found.has(encoding)) return;
    let part = this.#searched < WHOLE_BYTES ? block : block.subarray(0, SAMPLE_BYTES);
    this.#searched += part.length;
    if (encoding === 'utf-8' || encoding === 'shift_jis') {
      const bytes = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
      if (!traces[encoding].test(bytes)) return;
    }
    if (this.#innocent > INNOCENT_BYTES) part = part.subarray(0, LAST_SAMPLE_BYTES);
    if (findMojibake(decodeBlock(part, encoding).text)) this.#found.add(encoding);
    else this.#innocent += part.length;
  }
}

/** Lines counted; what has more is wholly mojibake. */
const MOST_LINES = 1000;
/** Characters of a value that are shown. */
const SHOWN = 40;

/** The warning, with the first line; undefined where no line has any. */
export async function describeMojibake(
  pieces: AsyncIterable<TextPiece>,
  file: string,
): Promise<Problem | undefined> {
  let lines = 0;
  let params: { stands: string; reads: string } | undefined;
  let first = 0;
  for await (const { text, line } of textLines(pieces)) {
    const found = /[^\0-\x7f]/.test(text) ? findMojibake(text) : undefined;
    if (!found) continue;
    if (lines === 0) first = line;
    params ??= { stands: shorten(found.stands), reads: shorten(found.reads) };
    if (++lines === MOST_LINES) break;
  }
  if (params === undefined) return undefined;
  const count = lines === MOST_LINES ? `≥ ${lines}` : lines;
  return problem('text_mojibake', { ...params, lines: count }, { file, line: first }, 'warning');
}

const shorten = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** Physical lines, each in full. */
async function* textLines(pieces: AsyncIterable<TextPiece>): AsyncGenerator<{ text: string; line: number }> {
  let held: string[] = [];
  let line = 1;
  for await (const { text } of pieces) {
    held.push(text);
    if (!/[\r\n]/.test(text)) continue;
    const whole = held.join('');
    let at = 0;
    // A return at the end may be half of a line end.
    for (let end = endOfLine(whole, at); end < whole.length; end = endOfLine(whole, at)) {
      yield { text: whole.slice(at, end), line: line++ };
      at = end;
    }
    held = [whole.slice(at)];
  }
  yield { text: held.join(''), line };
}
