/**
 * Bytes in blocks that never cut a character in two, so that each block can be decoded, checked and counted by itself.
 * In UTF-8, EUC-JP and CP932 no byte below 0x40 is ever part of a longer character, so a block may end behind one.
 */
import { KadoError, problem } from '../../src/errors.js';

/** About this many bytes a block and batch of rows: 128 KiB and 1 MiB were both slower (1 MiB: its rows outlive a scavenge). */
const BLOCK_BYTES = 256 * 1024;
/** The first block holds at least this much (or the whole file), enough to see a BOM and the pattern of UTF-16. */
const HEAD_BYTES = 4096;
/** Longest run without a place to cut, and longest line: far over any real row, far under what memory holds. */
export const MAX_LINE = 64 * 1024 * 1024;

/** `isWide` looks at the first bytes and says whether they are UTF-16, which is cut at even places. */
export async function* cutBlocks(
  chunks: AsyncIterable<Uint8Array>,
  isWide: (head: Uint8Array) => boolean,
  shown: string,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  let wide: boolean | undefined;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < (wide === undefined ? HEAD_BYTES : BLOCK_BYTES)) continue;
    // Without a place to cut in what has come last there is none: what came before was searched. Joining it anew for each chunk of a
    // line without end would take a minute until the line is too long.
    if (wide !== undefined && isUncut(chunk, wide, length - chunk.length)) {
      if (length > MAX_LINE) throw lineTooLong(length, shown);
      continue;
    }
    const block = joinBytes(held, length);
    wide ??= isWide(block);
    const end = wide ? wideCut(block) : narrowCut(block);
    if (end === 0 && length > MAX_LINE) throw lineTooLong(length, shown);
    if (end > 0) yield block.subarray(0, end);
    held = end < length ? [block.subarray(end)] : [];
    length -= end;
  }
  if (length === 0) return;
  const last = joinBytes(held, length);
  if (wide === undefined) isWide(last);
  yield last;
}

const lineTooLong = (found: number, file: string): KadoError =>
  new KadoError(problem('line_too_long', { found, limit: MAX_LINE }, { file }));

const joinBytes = (parts: readonly Uint8Array[], length: number): Uint8Array =>
  parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts, length);

/** `before`: bytes held before the chunk; where they are odd in number, its units of UTF-16 don't begin with it. */
const isUncut = (chunk: Uint8Array, wide: boolean, before: number): boolean =>
  wide ? before % 2 === 0 && wideCut(chunk) === 0 : narrowCut(chunk) === 0;

function narrowCut(block: Uint8Array): number {
  let end = block.length;
  while (end > 0 && (block[end - 1] as number) >= 0x40) end--;
  return end;
}

/** Behind the last unit that has a zero half and a half below 0x40: one character in either byte order. */
function wideCut(block: Uint8Array): number {
  let end = block.length - (block.length % 2);
  while (end > 0) {
    const a = block[end - 2] as number;
    const b = block[end - 1] as number;
    if ((a === 0 && b < 0x40) || (b === 0 && a < 0x40)) break;
    end -= 2;
  }
  return end;
}
