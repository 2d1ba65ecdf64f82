/**
 * Japanese that was decoded with the wrong encoding and saved again, so that its bytes are in order and its text is not
 * (繧ｷ繧ｹ繝・Β, ƒVƒXƒeƒ€, ã‚·ã‚¹ãƒ†ãƒ for システム). It isn't guessed from looks: the text goes back to the bytes that it came
 * from, and only if these are Japanese in the other encoding is it called mojibake.
 */
import { encodeOlder, isCommonKanji, type OlderEncoding } from './reencode.js';

/** A value that is mojibake, and how it would read. */
export interface Mojibake {
  /** Where the value begins in the text. */
  readonly at: number;
  readonly stands: string;
  /** `…` where bytes were lost. */
  readonly reads: string;
}

interface Mistake {
  /** What the bytes are, and what they were taken for. */
  readonly written: 'utf-8' | 'shift_jis' | 'euc-jp';
  readonly readAs: OlderEncoding;
  /** Characters that decoders put in place of bytes which they can't read. */
  readonly lost: string;
  /** Where to look: what at least two or three characters in a row come out as. */
  readonly trace: RegExp;
}

/** The bytes 80–9F as Latin-1 and Windows-1252 read them. */
const C1 = '\\u0080-\\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\\ufffd';
const mistakes: readonly Mistake[] = [
  {
    written: 'utf-8',
    readAs: 'shift_jis',
    // Windows writes a middle dot for what CP932 has not.
    lost: '・\ufffd',
    // E381, E382, E383: the beginnings of all kana; other characters leave single bytes, half-width katakana, between kanji.
    trace: /[縺繧繝]|[\u4e00-\u9fff][\uff61-\uff7f][\u4e00-\u9fff]/g,
  },
  {
    written: 'utf-8',
    readAs: 'windows-1252',
    lost: '\ufffd',
    trace: new RegExp(`[ã-é][${C1}\\u00a0-\\u00bf]{2}[ã-éï]`, 'g'),
  },
  {
    written: 'shift_jis',
    readAs: 'windows-1252',
    lost: '\ufffd',
    trace: new RegExp(`(?:[${C1}][${C1}@-~\\u00a0-\\u00fc]){3}`, 'g'),
  },
  {
    written: 'euc-jp',
    readAs: 'windows-1252',
    lost: '\ufffd',
    trace: /[¡-þ]{2}[¤¥][¡-ö]|[¤¥][¡-ö][¡-þ]{2}/g,
  },
];

/** Looked at in one text; what has so many traces and is no mojibake has other reasons for them. */
const MOST_TRACES = 200;
/** Longest part of a value that is judged. */
const LONGEST = 400;
/** No byte of a Japanese character is one of these, so they part values in every reading. */
const PARTS = /[,;"\t\r\n]/;

/** The first value of `text` that is mojibake. */
export function findMojibake(text: string): Mojibake | undefined {
  let first: Mojibake | undefined;
  for (const mistake of mistakes) {
    const { trace } = mistake;
    trace.lastIndex = 0;
    let judged = 0;
    for (let found = trace.exec(text); found && judged < MOST_TRACES; found = trace.exec(text), judged++) {
      if (first && found.index >= first.at) break;
      const [start, end] = valueAround(text, found.index);
      const stands = text.slice(start, end);
      const reads = judge(stands, mistake);
      if (reads !== undefined) {
        first = { at: start, stands, reads };
        break;
      }
      trace.lastIndex = Math.max(end, found.index + 1);
    }
  }
  return first;
}

function valueAround(text: string, at: number): [number, number] {
  let start = at;
  while (start > 0 && at - start < LONGEST && !PARTS.test(text[start - 1]!)) start--;
  let end = at;
  while (end < text.length && end - at < LONGEST && !PARTS.test(text[end]!)) end++;
  return [start, end];
}

/** Different kana and kanji that must come out, so that no row of dashes does for them. */
const FEWEST_DIFFERENT = 3;
/** So many times as much Japanese as other characters. */
const CLEARLY_MORE = 4;

/** How `stands` reads once the mistake is undone; undefined where that is not clearly Japanese, or no more so than it was. */
function judge(stands: string, { written, readAs, lost }: Mistake): string | undefined {
  const bytes = encodeOlder(stands, readAs, lost);
  const reads = new TextDecoder(written).decode(bytes);
  const { kana, kanji, japanese, strange, letters } = weigh(reads);
  if (kana.size + kanji.size < FEWEST_DIFFERENT) return undefined;
  if (japanese < strange || japanese <= weigh(stands).japanese) return undefined;
  if (written !== 'utf-8') {
    // Two bytes of nearly any value: accents and typographers' signs come to a kanji now and then, but hardly to kana.
    if (japanese < CLEARLY_MORE * strange) return undefined;
    const sure = kana.size > 1 || (strange === 0 && letters <= japanese);
    if (!sure || (written === 'euc-jp' && (strange > 0 || kana.size === 0))) return undefined;
  }
  return reads.replace(/\ufffd+/g, '…');
}

interface Weight {
  /** Different ones. */
  readonly kana: ReadonlySet<string>;
  readonly kanji: ReadonlySet<string>;
  /** How many kana and kanji in everyday use. */
  readonly japanese: number;
  /** Characters of no Japanese text, and places that can't be read. */
  readonly strange: number;
  readonly letters: number;
}

/** Punctuation and full-width letters; the middle dot is one, which may stand for lost bytes. */
const SIGNS = /[\u3000-\u303f\u30fb\uff01-\uff5e]/;

function weigh(text: string): Weight {
  const kana = new Set<string>();
  const kanji = new Set<string>();
  let [japanese, strange, letters] = [0, 0, 0];
  for (const char of text.replace(/\ufffd+/g, '\ufffd')) {
    if (char <= '\x7f') letters += /[a-z]/i.test(char) ? 1 : 0;
    else if (SIGNS.test(char)) continue;
    else if (char >= '\u3041' && char <= '\u30ff') {
      kana.add(char);
      japanese++;
    } else if (isCommonKanji(char)) {
      kanji.add(char);
      japanese++;
    } else strange++;
  }
  return { kana, kanji, japanese, strange, letters };
}
