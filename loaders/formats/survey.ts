/** One pass over a file's content that gathers what its bytes say about their encoding. */
import { isAscii, isUtf8 } from 'node:buffer';
import { whiteSpace } from '../../src/staging/typing/text.js';
import { cutBlocks } from './blocks.js';
import { type Reading, readDoubleByte } from './doublebyte.js';
import { MojibakeWatch } from './mojibakeWatch.js';
import { decodeBlock } from './text.js';
import { countUtf8Errors } from './utf8.js';
import { bomOf, zeroPatternOf } from './utf16.js';

/** What decides whether DuckDB's reader and ours see the same rows (bulk.ts): bytes that mean the same in all encodings but UTF-16. */
export interface Shape {
  quotes: boolean;
  nul: boolean;
  /** White space that occurs, of what stands at the ends of values: looking for it in each value costs more than all else. */
  spaces: string;
  /** Any carriage return, and one without a line feed behind it. */
  returns: boolean;
  loneReturns: boolean;
  /** Whether the last byte is a line feed. */
  ended: boolean;
  /** Line feeds, counted where the first block has quotes: there they prove that each row is one line. */
  feeds: number | undefined;
}

export type UnicodeName = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Counts over the whole content; `errors` are sequences that can't be decoded. */
export interface Survey {
  /** Bytes of content (gunzipped). */
  plain: number;
  bom: UnicodeName | undefined;
  /** UTF-16 without a BOM, told by its zero bytes. */
  zeros: 'utf-16le' | 'utf-16be' | undefined;
  ascii: boolean;
  utf8: { errors: number; threeByte: boolean };
  utf16: { errors: number };
  shiftJis: Reading;
  eucJp: Reading;
  shape: Shape;
  readonly mojibake: MojibakeWatch;
  /** False where the double-byte readings were not taken from the beginning: the file looked like UTF-8 for a while. */
  doubleByteComplete: boolean;
}

/**
 * Surveys `chunks`. CP932 and EUC-JP are only counted once something is seen that is not UTF-8, unless `doubleByte`
 * asks for it from the beginning: most files are UTF-8, and counting costs more than all the rest.
 */
export async function surveyBytes(
  chunks: AsyncIterable<Uint8Array>,
  shown: string,
  doubleByte = false,
): Promise<Survey> {
  const survey: Survey = {
    plain: 0,
    bom: undefined,
    zeros: undefined,
    ascii: true,
    utf8: { errors: 0, threeByte: false },
    utf16: { errors: 0 },
    shiftJis: { errors: 0, score: 0 },
    eucJp: { errors: 0, score: 0 },
    shape: {
      quotes: false,
      nul: false,
      spaces: '',
      returns: false,
      loneReturns: false,
      ended: false,
      feeds: undefined,
    },
    mojibake: new MojibakeWatch(),
    doubleByteComplete: true,
  };
  let wide: 'utf-16le' | 'utf-16be' | undefined;
  const look = (head: Uint8Array): boolean => {
    survey.bom = bomOf(head);
    survey.zeros = survey.bom ? undefined : zeroPatternOf(head);
    const found = survey.bom ?? survey.zeros;
    wide = found === 'utf-8' ? undefined : found;
    return wide !== undefined;
  };
  let last = LINE_FEED;
  const { shape, mojibake } = survey;
  for await (const block of cutBlocks(chunks, look, shown)) {
    if (!wide) observe(shape, block, survey.plain === 0, last);
    last = block[block.length - 1] as number;
    survey.plain += block.length;
    if (wide) {
      survey.utf16.errors += decodeBlock(block, wide).bad.length;
      mojibake.look(block, wide);
      continue;
    }
    if (isAscii(block)) continue;
    survey.ascii = false;
    const clean = isUtf8(block);
    if (clean) mojibake.look(block, 'utf-8');
    if (!clean) survey.utf8.errors += countUtf8Errors(block);
    else if (!survey.utf8.threeByte)
      survey.utf8.threeByte = block.some((byte) => byte >= 0xe0 && byte < 0xf0);
    if (doubleByte || survey.utf8.errors > 0) {
      mojibake.look(block, 'shift_jis');
      add(survey.shiftJis, readDoubleByte(block, 'shift_jis'));
      add(survey.eucJp, readDoubleByte(block, 'euc-jp'));
    } else {
      survey.doubleByteComplete = false;
    }
  }
  shape.ended = last === LINE_FEED;
  if (last === RETURN) shape.loneReturns = true;
  return survey;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** `first` for the first block: whether line feeds are worth counting shows there. `last` is the byte before the block. */
function observe(shape: Shape, block: Uint8Array, first: boolean, last: number): void {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  shape.quotes ||= bytes.includes(0x22);
  shape.nul ||= bytes.includes(0);
  for (const space of whiteSpace)
    if (!shape.spaces.includes(space) && bytes.includes(space)) shape.spaces += space;
  if (first && shape.quotes) shape.feeds = 0;
  if (shape.feeds !== undefined)
    for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) shape.feeds++;
  if (last === RETURN && bytes[0] !== LINE_FEED) shape.loneReturns = true;
  let at = bytes.indexOf(RETURN);
  if (at !== -1) shape.returns = true;
  for (; at !== -1 && !shape.loneReturns; at = bytes.indexOf(RETURN, at + 1))
    if (at + 1 < bytes.length && bytes[at + 1] !== LINE_FEED) shape.loneReturns = true;
}

function add(total: Reading, part: Reading): void {
  total.errors += part.errors;
  total.score += part.score;
}
