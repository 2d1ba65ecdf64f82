/** CP932 and EUC-JP byte by byte: which sequences exist, and how much they look like Japanese. */

export type DoubleByteName = 'shift_jis' | 'euc-jp';

/** What reading some bytes as one of the two came to. */
export interface Reading {
  /** Sequences that the encoding does not have. */
  errors: number;
  /** Sum of the weights below over all characters beyond ASCII. */
  score: number;
}

/**
 * Weights of characters. Japanese text is kana and common kanji. EUC-JP bytes misread as CP932 come out as half-width
 * katakana (0xA1–0xDF are single bytes there), which real text has rarely, so these count against the reading.
 */
const KANA = 2;
const COMMON_KANJI = 1;
const OTHER = 0;
const HALF_WIDTH = -1;
const INVALID = -128;

interface Table {
  /** By lead << 8 | trail. */
  readonly pairs: Int8Array;
  /** By byte; INVALID for those that never stand alone. */
  readonly singles: Int8Array;
  /** EUC-JP only: by (second << 8 | third) behind 0x8F (JIS X 0212). */
  readonly triples: Int8Array;
}

const tables = new Map<DoubleByteName, Table>();

/** Reads a block that is not cut inside a character. `mask`, if given, is called with the place of each bad byte. */
export function readDoubleByte(
  block: Uint8Array,
  name: DoubleByteName,
  mask?: (at: number) => void,
): Reading {
  const { pairs, singles, triples } = tableOf(name);
  const euc = name === 'euc-jp';
  const reading = { errors: 0, score: 0 };
  for (let i = 0; i < block.length; i++) {
    const byte = block[i] as number;
    if (byte < 0x80) continue;
    const single = singles[byte] as number;
    if (single !== INVALID) {
      reading.score += single;
      continue;
    }
    // Reads past the end give undefined, which becomes 0: no table has a pair with a zero byte.
    const second = block[i + 1] as number;
    const pair = pairs[(byte << 8) | second] as number;
    if (pair !== INVALID) {
      reading.score += pair;
      i += 1;
    } else if (euc && byte === 0x8f && triples[(second << 8) | (block[i + 2] as number)] !== INVALID) {
      i += 2;
    } else {
      reading.errors++;
      mask?.(i);
    }
  }
  return reading;
}

/** The tables come from the decoder that will read the file, so the two can't disagree. */
function tableOf(name: DoubleByteName): Table {
  const known = tables.get(name);
  if (known) return known;
  const euc = name === 'euc-jp';
  const pairs = new Int8Array(65536).fill(INVALID);
  const singles = new Int8Array(256).fill(INVALID);
  const triples = new Int8Array(65536).fill(INVALID);
  const [low, leads] = euc ? [0xa1, range(0xa1, 0xfe)] : [0x40, [...range(0x81, 0x9f), ...range(0xe0, 0xfc)]];
  const trails = range(low, 0xfe);
  for (const lead of leads) {
    const common = euc ? lead >= 0xb0 && lead <= 0xcf : lead >= 0x88 && lead <= 0x98;
    for (const [trail, char] of existing(name, [lead], trails)) {
      pairs[(lead << 8) | trail] = weigh(char, common);
    }
  }
  if (euc) {
    // 0x8E takes half-width katakana only; ICU also lets 0x8EE0 and up through, as symbols that EUC-JP does not have.
    for (const trail of range(0xa1, 0xdf)) pairs[(0x8e << 8) | trail] = HALF_WIDTH;
    for (const second of trails) {
      for (const [third] of existing(name, [0x8f, second], trails)) triples[(second << 8) | third] = OTHER;
    }
  } else {
    singles.fill(HALF_WIDTH, 0xa1, 0xe0);
  }
  const table = { pairs, singles, triples };
  tables.set(name, table);
  return table;
}

/** Which last bytes make one character of a prefix: all tried in one call, one line each. */
function existing(name: DoubleByteName, prefix: readonly number[], lasts: readonly number[]) {
  const text = new TextDecoder(name).decode(
    Uint8Array.from(lasts.flatMap((last) => [...prefix, last, 0x0a])),
  );
  const lines = text.split('\n');
  return lasts
    .map((last, i) => [last, lines[i] as string] as const)
    .filter(([, char]) => [...char].length === 1 && char !== '\ufffd');
}

function weigh(char: string, common: boolean): number {
  const point = char.codePointAt(0) as number;
  if (point >= 0x3041 && point <= 0x30ff) return KANA;
  return common && point >= 0x4e00 && point <= 0x9fff ? COMMON_KANJI : OTHER;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
