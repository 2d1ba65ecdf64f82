/** One pass over a file's content that gathers what its bytes say about their encoding. */
import { isAscii, isUtf8 } from 'node:buffer';
import { cutBlocks } from './blocks.js';
import { type Reading, readDoubleByte } from './doublebyte.js';
import { MojibakeWatch } from './mojibakeWatch.js';
import { type Shape, ShapeReader } from './shape.js';
import { decodeBlock } from './text.js';
import { countUtf8Errors } from './utf8.js';
import { bomOf, zeroPatternOf } from './utf16.js';

/** Of UTF-8. */
export const BOM_LENGTH = 3;

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
  const reader = new ShapeReader();
  const survey: Survey = {
    plain: 0,
    bom: undefined,
    zeros: undefined,
    ascii: true,
    utf8: { errors: 0, threeByte: false },
    utf16: { errors: 0 },
    shiftJis: { errors: 0, score: 0 },
    eucJp: { errors: 0, score: 0 },
    shape: reader.shape,
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
  const { mojibake } = survey;
  for await (const block of cutBlocks(chunks, look, shown)) {
    if (!wide) reader.push(block, survey.bom ? BOM_LENGTH : 0);
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
  reader.end();
  return survey;
}

function add(total: Reading, part: Reading): void {
  total.errors += part.errors;
  total.score += part.score;
}
