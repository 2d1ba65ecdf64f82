/** Text back to the bytes that it would have in an older encoding: the decoder read backwards, since Node can't encode these. */

export type OlderEncoding = 'shift_jis' | 'windows-1252';

/** Stands for what the encoding does not have: a byte that is malformed in UTF-8, CP932 and EUC-JP alike. */
export const LOST = 0xff;

const LONGEST_ASCII = 0x7f;
const tables = new Map<OlderEncoding, ReadonlyMap<string, number>>();

/** The bytes of `text`; LOST for each character that the encoding has not, and for each of `lost`. */
export function encodeOlder(text: string, name: OlderEncoding, lost = ''): Uint8Array {
  const table = tableOf(name);
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code <= LONGEST_ASCII) bytes.push(code);
    else {
      const found = lost.includes(char) ? undefined : table.get(char);
      if (found === undefined) bytes.push(LOST);
      else if (found > LOST) bytes.push(found >> 8, found & LOST);
      else bytes.push(found);
    }
  }
  return Uint8Array.from(bytes);
}

/** Whether CP932 writes this character with a lead byte of the kanji in everyday use (JIS level 1). */
export function isCommonKanji(char: string): boolean {
  const code = tableOf('shift_jis').get(char) ?? 0;
  return code >= FIRST_LEVEL_1 && code <= LAST_LEVEL_1;
}
/** 亜 and 腕. */
const FIRST_LEVEL_1 = 0x889f;
const LAST_LEVEL_1 = 0x9872;

/** Character → byte, or lead << 8 | trail; of several writings the first. */
function tableOf(name: OlderEncoding): ReadonlyMap<string, number> {
  const known = tables.get(name);
  if (known) return known;
  const table = new Map<string, number>();
  const decoder = new TextDecoder(name);
  const add = (code: number, bytes: readonly number[]) => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, code);
  };
  for (let byte = LONGEST_ASCII + 1; byte < LOST; byte++) add(byte, [byte]);
  if (name === 'windows-1252') {
    add(LOST, [LOST]);
    // Read as Latin-1, these bytes became controls; five of them do in Windows-1252 too.
    for (let byte = 0x80; byte < 0xa0; byte++) table.set(String.fromCharCode(byte), byte);
  } else {
    for (let lead = 0x81; lead <= 0xfc; lead++) {
      if (lead >= 0xa0 && lead < 0xe0) continue;
      for (let trail = 0x40; trail <= 0xfc; trail++) add((lead << 8) | trail, [lead, trail]);
    }
  }
  tables.set(name, table);
  return table;
}
