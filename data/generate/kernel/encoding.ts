/** Text to bytes in Japan's older encodings: Node can only decode them, so the table is its decoder turned round. */

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'shift_jis' | 'euc-jp';

/** Bytes put before everything else in a file. */
export const preamble = (encoding: Encoding): Buffer =>
  encoding === 'utf-8-bom'
    ? Buffer.from([0xef, 0xbb, 0xbf])
    : encoding === 'utf-16le'
      ? Buffer.from([0xff, 0xfe])
      : Buffer.alloc(0);

/** Encodes; throws on a character that the encoding lacks, as an export tool would write `?` and lose it. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') return Buffer.from(text, 'utf8');
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  const table = tableOf(encoding);
  const out = Buffer.alloc(text.length * 2);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const code = unit < 0x80 ? unit : table[unit]!;
    if (code === 0 && unit !== 0)
      throw new Error(`${encoding} has no “${text[i]}” (in ${text.slice(0, 60)})`);
    if (code > 0xff) out[length++] = code >> 8;
    out[length++] = code & 0xff;
  }
  return out.subarray(0, length);
}

const tables = new Map<string, Uint16Array>();

function tableOf(encoding: 'shift_jis' | 'euc-jp'): Uint16Array {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Uint16Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    // CP932 holds the IBM extensions twice; Windows writes those at FA–FC (so 髙 is FB FC), never at ED–EE.
    if (encoding === 'shift_jis' && (lead === 0xed || lead === 0xee)) continue;
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoded(decoder, lead, trail);
      if (text?.length === 1 && table[text.charCodeAt(0)] === 0)
        table[text.charCodeAt(0)] = (lead << 8) | trail;
    }
  }
  tables.set(encoding, table);
  return table;
}

function decoded(decoder: InstanceType<typeof TextDecoder>, lead: number, trail: number): string | undefined {
  try {
    return decoder.decode(Uint8Array.of(lead, trail));
  } catch {
    return undefined; // not a pair of this encoding
  }
}
