/** Bytes to text, with the places marked where bytes could not be decoded: those are rejects, not U+FFFD. */
import { isAscii } from 'node:buffer';
import { readDoubleByte } from './doublebyte.js';

/** What a file was decoded with. ASCII counts as utf-8, shift_jis is CP932. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp';

export interface TextPiece {
  readonly text: string;
  /** Offsets in `text` of the U+FFFD that stand for bytes that could not be decoded, ascending. */
  readonly bad: readonly number[];
}

const REPLACEMENT = '\ufffd';
const none: readonly number[] = [];

/** Decodes blocks (see blocks.ts) one by one and takes the byte order mark off the first. */
export async function* decodeText(
  blocks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<TextPiece> {
  let first = true;
  for await (const block of blocks) {
    const piece = decodeBlock(block, encoding);
    const marked = first && piece.text.startsWith('\ufeff');
    first = false;
    yield marked ? { text: piece.text.slice(1), bad: piece.bad.map((at) => at - 1) } : piece;
  }
}

/** Decodes one block that is not cut inside a character. */
export function decodeBlock(block: Uint8Array, encoding: Encoding): TextPiece {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (!wide && isAscii(block)) {
    // One byte per character in memory, and past ICU's control characters (below).
    return { text: Buffer.from(block.buffer, block.byteOffset, block.length).toString('latin1'), bad: none };
  }
  if (encoding === 'euc-jp') return decodeEucJp(block);
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(block);
    return { text: encoding === 'shift_jis' ? mendControls(text) : text, bad: none };
  } catch {
    const text = lenient(block, encoding);
    if (wide) return { text, bad: places(text).filter((at) => !isWideReplacement(block, at, encoding)) };
    if (encoding === 'shift_jis') return { text: mendControls(text), bad: places(text) };
    return { text, bad: places(lenient(withoutReplacement(block), encoding)) };
  }
}

const lenient = (block: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(block);

/** ICU's EUC-JP lets C1 controls and 0x8EE0 up through, so the bad bytes are found by our table and made plainly bad. */
function decodeEucJp(block: Uint8Array): TextPiece {
  const masked = Uint8Array.from(block);
  const { errors } = readDoubleByte(block, 'euc-jp', (at) => {
    masked[at] = 0xff;
  });
  const text = lenient(masked, 'euc-jp');
  // The character set has no U+FFFD, so each one in the text is a bad byte.
  return { text, bad: errors > 0 ? places(text) : none };
}

/** The block with each U+FFFD that it really contains (EF BF BD) turned into "？": what is left as U+FFFD is bad bytes. */
function withoutReplacement(block: Uint8Array): Uint8Array {
  const copy = Buffer.from(block);
  for (let at = copy.indexOf('\ufffd'); at !== -1; at = copy.indexOf('\ufffd', at + 3)) {
    copy.write('？', at);
  }
  return copy;
}

function isWideReplacement(block: Uint8Array, at: number, encoding: Encoding): boolean {
  const [high, low] = encoding === 'utf-16be' ? [0, 1] : [1, 0];
  return block[at * 2 + high] === 0xff && block[at * 2 + low] === 0xfd;
}

function places(text: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(REPLACEMENT); at !== -1; at = text.indexOf(REPLACEMENT, at + 1)) found.push(at);
  return found;
}

/**
 * ICU's shift_jis turns three control characters round (1A → U+001C, 1C → U+007F, 7F → U+001A, an IBM habit; seen in
 * Node 20.20), where the Encoding Standard leaves them. Asked of the decoder, so that a mended ICU needs no change.
 */
const turned = new Map(
  [0x1a, 0x1c, 0x7f].map((byte) => [
    new TextDecoder('shift_jis').decode(Uint8Array.of(byte)),
    String.fromCharCode(byte),
  ]),
);
const mendControls = (text: string): string =>
  /[\x1a\x1c\x7f]/.test(text) ? text.replace(/[\x1a\x1c\x7f]/g, (char) => turned.get(char) ?? char) : text;
