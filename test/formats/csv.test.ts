import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutBlocks } from '../../loaders/formats/blocks.js';
import { CsvReader, MAX_QUOTED_LINES } from '../../loaders/formats/csv.js';
import type { TableRecord } from '../../loaders/formats/table.js';
import { decodeText } from '../../loaders/formats/text.js';
import { formatProblem, type Problem } from '../../src/errors.js';
import { good, problemOf, readContent, rejects } from './exportFile.js';

const dialect = { delimiter: ',', lineEnd: '\n', encoding: 'utf-8', shown: 'a.csv' } as const;

/** Parses a text in pieces of the given lengths (the last for the rest). */
function parse(
  text: string,
  cuts: readonly number[] = [],
  options: Partial<typeof dialect> | object = {},
): TableRecord[] {
  const reader = new CsvReader({ ...dialect, ...options });
  const records: TableRecord[] = [];
  let at = 0;
  for (const cut of cuts) {
    records.push(...reader.push({ text: text.slice(at, at + cut), bad: [] }));
    at += cut;
  }
  records.push(...reader.push({ text: text.slice(at), bad: [] }));
  return [...records, ...reader.end()];
}
const rows = (text: string, options = {}) => good(parse(text, [], options));

describe('lines', () => {
  test('LF, CRLF, quoted line breaks, blank lines, no end to the last', () => {
    expect(rows('a,b\n\n1,2\r\n\r\n"3\r\n\r\n3","4\n4"\r\n  \n5,6')).toEqual([
      [1, 'a', 'b'],
      [3, '1', '2'],
      [5, '3\r\n\r\n3', '4\n4'],
      [10, '5', '6'],
    ]);
  });

  test('lone CR, with LF inside a cell as Excel for Macintosh writes it', async () => {
    const { records, header } = await readContent('a,b\r1,"x\ny"\r\r2,z\r');
    expect(header).toEqual(['a', 'b']);
    expect(good(records)).toEqual([
      [2, '1', 'x\ny'],
      [5, '2', 'z'],
    ]);
  });

  test('a stray CR among LF parts two rows', () => {
    expect(rows('a,b\n1,2\r3,4\n5,6\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
      [4, '5', '6'],
    ]);
  });

  test('a CR that belongs to a quoted value stays', () => {
    expect(rows('a,b\n1,"x\r"\r\n"2","y"\r\n')[1]).toEqual([2, '1', 'x\r']);
  });

  test('one column: an empty quoted value is a row, an empty line is not', () => {
    expect(rows('a\n""\n\n" "\n \nx\n')).toEqual([
      [1, 'a'],
      [2, ''],
      [4, ' '],
      [5, ' '],
      [6, 'x'],
    ]);
  });
});

describe('rows that cannot be used', () => {
  test('too many and too few fields', () => {
    const records = parse('a,b\n1,2,3\n4\n5,6\n');
    expect(rejects(records)).toEqual([
      [2, 'row_too_many_fields'],
      [3, 'row_too_few_fields'],
    ]);
    expect(formatProblem(records[1]?.problem as Problem, 'en')).toMatch(
      /^a.csv:2: The row has 3 fields; the header has 2/,
    );
  });

  test('a row over several lines that is really too wide is one reject', () => {
    const records = parse('a,b\n1,"x\ny\nz",2\n3,4\n');
    expect(rejects(records)).toEqual([[2, 'row_too_many_fields']]);
    expect(good(records).at(-1)).toEqual([5, '3', '4']);
  });

  test('text after a closing quote', () => {
    const records = parse('a,b\n1,"x"y\n"2","z"\n');
    expect(rejects(records)).toEqual([[2, 'row_malformed_quote']]);
    expect(records[1]?.problem?.place).toEqual({ file: 'a.csv', line: 2, column: 3 });
    expect(good(records).at(-1)).toEqual([3, '2', 'z']);
  });

  test.each([
    ['among rows without quotes', 'a,b\n1,2\n3,"x\n4,5\n6,7\n', [4, 5]],
    ['among quoted rows', 'a,b\n"1","2"\n"3","x\n"4","5"\n"6","7"\n', [4, 5]],
    ['before a row whose quote closes it', 'a,b,c\n1,2,3\n3,"x,y\n4,5,6\n6,7,8"\n8,9,0\n', [4, 6]],
    ['before empty quoted values', 'a,b\n1,2\n3,"x\n4,""\n"",7\n', [4, 5]],
    ['in the last line', 'a,b\n1,2\n3,"x', []],
  ])('an unclosed quote %s costs its line', (_, text, survivors) => {
    const records = parse(text);
    expect(rejects(records)[0]).toEqual([3, 'row_unclosed_quote']);
    expect(records.find((r) => r.problem)?.problem?.place?.column).toBe(
      (text.split('\n')[2]?.lastIndexOf('"') as number) + 1,
    );
    const lines = good(records).map(([line]) => line);
    expect(lines).toEqual([1, 2, ...survivors]);
  });

  test('the tail of a value that was given up is not taken for a row', () => {
    const records = parse('a,b\n1,"say "hi"\nmore",2\n3,4\n');
    expect(rejects(records)).toEqual([
      [2, 'row_malformed_quote'],
      [3, 'row_malformed_quote'],
    ]);
    expect(good(records).at(-1)).toEqual([4, '3', '4']);
  });

  test('inches are only characters', () => {
    expect(rows('a,b\n1,5" disk\n2,19"\n')).toHaveLength(3);
  });

  test('a quote is given up after so many lines, wherever the pieces end', () => {
    const text = `a,b\n1,"x\n${'2,3\n'.repeat(MAX_QUOTED_LINES + 5)}y"\n`;
    for (const cuts of [[], [1000, 30_000], Array(40).fill(1024)]) {
      const records = parse(text, cuts);
      expect(rejects(records)[0]).toEqual([2, 'row_unclosed_quote']);
      expect(good(records)).toHaveLength(MAX_QUOTED_LINES + 6);
    }
    const allowed = parse(`a,b\n1,"x\n${'2,3\n'.repeat(MAX_QUOTED_LINES - 5)}y"\n`);
    expect(rejects(allowed)).toEqual([]);
  });

  test('work stays in proportion where every row is broken', () => {
    const records = parse(`a,b\n${'1,"x\n'.repeat(50_000)}`);
    expect(records).toHaveLength(50_001);
    expect(records.filter((r) => r.problem)).toHaveLength(50_000);
  });

  test('a field of 2 MB is none of our business; a line of 64 MiB is', async () => {
    const long = 'x'.repeat(2_000_000);
    expect(rows(`a,b\n1,"${long}"\n2,3\n`).map((r) => String(r[2]).length)).toEqual([1, 2_000_000, 1]);
    const reader = new CsvReader(dialect);
    const piece = { text: 'x'.repeat(1024 * 1024), bad: [] };
    const endless = async () => {
      for (let i = 0; i < 65; i++) reader.push(piece);
    };
    expect((await problemOf(endless())).code).toBe('line_too_long');
  });
});

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    ',',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '障害',
    '㈱①髙',
    '\ufffd',
    '😀',
    '5" disk',
    ';\t|',
    'a\n\nb',
  ),
  fc
    .array(fc.constantFrom('"', ',', '\n', '\r\n', 'x', 'あ', ' '), { maxLength: 8 })
    .map((parts) => parts.join('')),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc
      .array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 25, size: 'max' })
      .map((body) => ({ width, body })),
  );
const quote = (value: string, always: boolean) =>
  always || /[",\r\n]/.test(value) || value.trim() === '' ? `"${value.replaceAll('"', '""')}"` : value;

/** The table as CSV with the line on which each row begins. */
function written(width: number, body: readonly (readonly string[])[], end: string, always: boolean) {
  let text = `${Array.from({ length: width }, (_, i) => `h${i}`).join(',')}${end}`;
  const lines: number[] = [];
  for (const row of body) {
    lines.push(text.split(/\r\n|\n|\r/).length);
    text += row.map((value) => quote(value, always)).join(',') + end;
  }
  return { text, lines };
}

describe('random tables', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 300, size: 'max' });

  test('come back row by row with their lines, however the text is cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        cuts,
        ({ width, body }, end, always, cut) => {
          const { text, lines } = written(width, body, end, always);
          expect(good(parse(text, cut)).slice(1)).toEqual(body.map((row, i) => [lines[i], ...row]));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('come back from bytes in chunks of any size', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9000 }), async ({ width, body }, size) => {
        const { text, lines } = written(width, body, '\n', false);
        const bytes = Buffer.from(text.repeat(1));
        async function* chunks() {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        }
        const reader = new CsvReader(dialect);
        const records: TableRecord[] = [];
        for await (const piece of decodeText(
          cutBlocks(chunks(), () => false, 'a.csv'),
          'utf-8',
        ))
          records.push(...reader.push(piece));
        records.push(...reader.end());
        expect(good(records).slice(1)).toEqual(body.map((row, i) => [lines[i], ...row]));
      }),
    );
  });

  test('lose one line to an unclosed quote put between their rows', () => {
    const wide = table.filter(({ width }) => width > 1);
    fc.assert(
      fc.property(wide, fc.nat(), fc.boolean(), cuts, ({ width, body }, pick, always, cut) => {
        // Values begin with a letter: a quote before a comma or line break is also the right end of the value before.
        const named = body.map((row) => row.map((value) => `x${value}`));
        const at = pick % (body.length + 1);
        const before = written(width, named.slice(0, at), '\n', always);
        const after = written(width, named.slice(at), '\n', always);
        const broken = `${'x,'.repeat(width - 1)}"unclosed\n`;
        const text = before.text + broken + after.text.slice(after.text.indexOf('\n') + 1);
        const line = before.text.split(/\r\n|\n|\r/).length;
        const records = parse(text, cut);
        const whole = parse(text);
        expect(records).toEqual(whole);
        expect(rejects(records)).toContainEqual([line, 'row_unclosed_quote']);
        const lines = [...before.lines, ...after.lines.map((l) => l + line - 1)];
        expect(good(records).slice(1)).toEqual(named.map((row, i) => [lines[i], ...row]));
        expect(rejects(records)).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });

  test('of any characters are accounted for alike, however they are cut', () => {
    const noise = fc.array(fc.constantFrom('"', ',', '\n', '\r\n', '\r', 'x', '""', '"x', 'a,b\n'), {
      maxLength: 300,
      size: 'max',
    });
    fc.assert(
      fc.property(noise, cuts, (parts, cut) => {
        const text = `a,b\n${parts.join('')}`;
        expect(parse(text, cut)).toEqual(parse(text));
      }),
      { numRuns: 1500 },
    );
  });
});
