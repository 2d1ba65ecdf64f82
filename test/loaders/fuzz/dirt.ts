/**
 * CSVs as tools, hands and accidents make them. Each file has only a little dirt, of one or two kinds: a file with all of it
 * is never read straight, and says nothing of the two ways of reading.
 */
import fc from 'fast-check';

const plain = ['', '', 'a', '1', '0.5', 'x y', '障害', '復旧', "it's", 'NULL', '-', 'é'];
/** What may stand in a field, by how it may harm. `{d}` becomes the file's delimiter. */
const dirts: string[][] = [
  [' ', '  ', '\u3000', '\u00a0', ' x ', '\u3000x', 'x\u00a0', '\tx', 'x\t', ' \u3000 '],
  ['""', '"x"', '"x{d}y"', '"a""b"', '""""', '" x "', '"\u3000"', '"{d}"', '""""""', '"""a"', '"a"""'],
  ['"\\"', '"\\\\"', '"#"', '"\'"', '"\\n"', '"\\""x"', '"NULL"'],
  ['\\', '\\n', '\\"', 'a\\', '#', '# x', "'", "'a", '\x1a', '\x0b', '\x0c', '\x1c', '\x7f', '\x00'],
  ['\ufeff', '\ufeffx', '\u0085', '\u2028', '\u200b', '😀', 'e\u0301', '\ufffd', 'ﾊﾝｶｸ', '①', '～', '𠮷'],
  ['a"b', '5" disk', 'x""y', 'a"', 'a"b"c', ' ""', '\ufeff"a"'],
  ['"a"b', '"a" ', ' "a"', '"a"\t', '"a', '"""', '"a\\"b"', '"x"""', '"\0"', '"a" "b"', '"a"\u3000'],
  ['"x\ny"', '"x\r\ny"', '"\n"', '"x\ry"', 'x\ry', '"\r"', '"x\r"', '"\r\n"', '"a{d}b\nc{d}d"', 'x\r'],
  ['z'.repeat(5000), `"${'長'.repeat(3000)}"`, 'y'.repeat(70_000)],
];
const rowEnds = [
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\r\n\r\n',
  ' \n',
  '\u3000\n',
  '\n\r',
  '\n \n',
  '\n""\n',
  '\n#\n',
];
const above = [
  '\ufeff',
  '\n',
  '\r\n',
  ' \n',
  '# made by hand\n',
  '"title"\n',
  'title,\n\n',
  '\ufeff\ufeff',
  '"a\nb"\n',
];
const tails = [
  '',
  '',
  ' ',
  '\n',
  '\n\n',
  '\u001a',
  '\n\n ',
  '"',
  ',',
  '\r',
  '\0',
  '\ufeff',
  '\n""',
  '\n,,\n',
];

/** Mostly `usual`, else one of the others. */
const mostly = <T>(usual: T, others: readonly T[], weight: number): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight }, { arbitrary: fc.constantFrom(...others), weight: 1 });

const row = fc.record({
  /** Which value of its column or pool stands in each field. */
  picks: fc.array(fc.nat(999), { minLength: 8, maxLength: 8 }),
  /** Where dirt stands; most often behind the last column, that is nowhere. */
  dirtyAt: fc.nat(9),
  dirt: fc.nat(99),
  width: fc.constantFrom(-1, 1, 1, -3),
  rare: fc.nat(9),
});

export interface CsvText {
  readonly text: string;
  readonly delimiter: string;
}

/** A file of the given columns; `cells` are values that read as something, by column. */
export function dirtyCsv(
  names: readonly string[],
  cells: readonly (readonly string[])[] = [],
): fc.Arbitrary<CsvText> {
  const headers: ((d: string) => string)[] = [
    (d) => names.map((n) => `"${n}"`).join(d),
    (d) => names.map((n, i) => (i % 2 === 0 ? `"${n}"` : n)).join(d),
    (d) => names.join(d) + d,
    (d) => names.join(` ${d} `),
    (d) => [...names.slice(0, -1), `"${names.at(-1)}\n"`].join(d),
    (d) => [...names.slice(0, -1), `"${names.at(-1)}" `].join(d),
    (d) => names.map((n, i) => (i === 0 ? `"${n}"` : n)).join(d),
  ];
  const header = (d: string): string => names.join(d);
  return fc
    .record({
      end: fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n'),
      macintosh: mostly(false, [true], 40),
      /** Every field quoted, also without need; a delimiter behind every row. */
      always: mostly(false, [true], 3),
      trailing: mostly(false, [true], 9),
      dirts: fc.oneof(
        fc.constant([]),
        fc.subarray(
          dirts.map((_, i) => i),
          { minLength: 1, maxLength: 2 },
        ),
      ),
      ragged: mostly(false, [true], 6),
      mixed: mostly(false, [true], 6),
      above: mostly('', above, 4),
      header: mostly(header, headers, 2),
      delimiter: mostly(',', ['\t', ';', '|'], 3),
      rows: fc.array(row, { maxLength: 8 }),
      tail: mostly('end', tails, 2),
    })
    .map((file) => {
      const end = file.macintosh ? '\r' : file.end;
      const d = file.delimiter;
      const pool = (file.dirts as number[]).flatMap((i) => dirts[i]!);
      const field = (
        { picks, dirtyAt, dirt }: { picks: number[]; dirtyAt: number; dirt: number },
        i: number,
      ): string => {
        const pick = picks[i % picks.length]!;
        const own = cells[i] ?? plain;
        const value = dirtyAt === i && pool.length > 0 ? pool[dirt % pool.length]! : own[pick % own.length]!;
        const filled = value.replaceAll('{d}', d);
        return file.always && !filled.includes('"') ? `"${filled}"` : filled;
      };
      let text = `${file.above}${file.header(d)}${end}`;
      for (const next of file.rows) {
        const count = Math.max(1, names.length + (file.ragged && next.rare < 3 ? next.width : 0));
        const fields = Array.from({ length: count }, (_, i) => field(next, i));
        const rowEnd = file.mixed && next.rare > 6 ? rowEnds[next.dirt % rowEnds.length]! : end;
        text += fields.join(d) + (file.trailing ? d : '') + rowEnd;
      }
      if (file.tail !== 'end') text = text.slice(0, -end.length) + file.tail.replaceAll(',', d);
      return { text, delimiter: d };
    });
}
