/**
 * What the report's font can set. Other characters (外字 of the private use area, emoji, scripts that it lacks) stand as 〓,
 * as Japanese printers have always marked a type that they don't have: PDF/A allows no such character, and a font of the
 * machine in its place would make other bytes on the next machine.
 */

/** 下駄. */
const GETA = '\u3013';
/** Segmented coverage of all of Unicode: the `cmap` subtable of format 12 (OpenType, "cmap"). */
const FULL = 12;

/** Whether the TrueType font has a glyph for a code point. Throws where it has no table of format 12. */
export function glyphsOf(font: Buffer): (point: number) => boolean {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16);
  const cmap = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  if (cmap === undefined) throw new Error('the font has no cmap');
  const start = font.readUInt32BE(cmap + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(start + 2) },
    (_, i) => start + font.readUInt32BE(start + 4 + i * 8 + 4),
  );
  const full = subtables.find((at) => font.readUInt16BE(at) === FULL);
  if (full === undefined) throw new Error('the font has no cmap of format 12');
  const ranges = Array.from({ length: font.readUInt32BE(full + 12) }, (_, i) => {
    const at = full + 16 + i * 12;
    return [font.readUInt32BE(at), font.readUInt32BE(at + 4)] as const;
  });
  const known = new Map<number, boolean>();
  return (point) => {
    const before = known.get(point);
    if (before !== undefined) return before;
    const found = ranges.some(([first, last]) => point >= first && point <= last);
    known.set(point, found);
    return found;
  };
}

/** The text with what can't be set marked; line ends stay, other blanks become the plain one where the font lacks them. */
export const settable = (text: string, isSet: (point: number) => boolean): string =>
  [...text]
    .map((c) => {
      if (c === '\n') return c;
      const point = c.codePointAt(0)!;
      const privately = (point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000;
      if (!privately && point >= 0x20 && isSet(point)) return c;
      return /\s/.test(c) ? ' ' : GETA;
    })
    .join('');
