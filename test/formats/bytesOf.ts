/** Texts as bytes of old encodings: the decoder read backwards, since Node can't encode them. */

type Name = 'shift_jis' | 'euc-jp';
const tables = new Map<Name, Map<string, number[]>>();

export function bytesOf(text: string, name: Name): Buffer {
  const table = tables.get(name) ?? reverse(name);
  tables.set(name, table);
  return Buffer.from(
    [...text].flatMap((char) => {
      const bytes = char < '\x80' ? [char.charCodeAt(0)] : table.get(char);
      if (!bytes) throw new Error(`${name} has no ${char}`);
      return bytes;
    }),
  );
}

export function utf16Of(text: string, end: 'le' | 'be', bom = true): Buffer {
  const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le');
  return end === 'le' ? bytes : bytes.swap16();
}

/** Every character that the encoding has, for properties. */
export function charactersOf(name: Name): string[] {
  bytesOf('', name);
  return [...(tables.get(name) as Map<string, number[]>).keys()];
}

function reverse(name: Name): Map<string, number[]> {
  const decoder = new TextDecoder(name);
  const table = new Map<string, number[]>();
  const add = (...bytes: number[]) => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, bytes);
  };
  for (let a = 0xa1; a <= 0xdf; a++) name === 'shift_jis' ? add(a) : add(0x8e, a);
  for (let a = 0x81; a <= 0xfc; a++) {
    if (name === 'shift_jis' ? a >= 0xa0 && a < 0xe0 : a < 0xa1) continue;
    for (let b = name === 'shift_jis' ? 0x40 : 0xa1; b <= 0xfe; b++) add(a, b);
  }
  return table;
}
