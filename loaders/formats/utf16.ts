/** The marks of Unicode encodings in a file's first bytes. */

/** A separator that stands as one byte with a zero beside it: line feed, return, tab, quote, comma, semicolon, bar. */
const SEPARATORS = new Set([0x0a, 0x0d, 0x09, 0x22, 0x2c, 0x3b, 0x7c]);
/**
 * Share of separator-like bytes that must be paired with a zero. In real UTF-16 text the others are halves of kanji
 * (上 is 4E 0A), a few in a hundred; in single-byte text with stray NULs nearly none is paired.
 */
const PAIRED_SHARE = 0.5;
const SAMPLE_BYTES = 65536;

/** The byte order mark, if there is one. */
export function bomOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: the separators of a table stand beside a zero byte, all on the same side. */
export function zeroPatternOf(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const end = Math.min(head.length, SAMPLE_BYTES) & ~1;
  let little = 0;
  let big = 0;
  let all = 0;
  for (let i = 0; i < end; i += 2) {
    const a = head[i] as number;
    const b = head[i + 1] as number;
    if (SEPARATORS.has(a)) {
      all++;
      if (b === 0) little++;
    }
    if (SEPARATORS.has(b)) {
      all++;
      if (a === 0) big++;
    }
  }
  if (little > all * PAIRED_SHARE) return 'utf-16le';
  return big > all * PAIRED_SHARE ? 'utf-16be' : undefined;
}
