/** Where a CSV's column names stand, and that the rows below keep their lines, by DuckDB's reader and by ours. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nameColumns } from '../../loaders/formats/header.js';
import { readBoth as read } from './bothReaders.js';
import { bytesOf, utf16Of } from './bytesOf.js';
import { problemOf, readTable, write } from './exportFile.js';

const wanted = (names: readonly string[], expressions: readonly string[] = []) => ({
  wanted: { names: new Set(names), expressions },
});
const incident = wanted(['番号', '発生日時', 'title']);

const two = ['番号', '発生日時'];
const rowsFrom = (line: number) => [
  [line, '1', '2026-04-01'],
  [line + 1, '2', '2026-04-02'],
];
const body = '番号,発生日時\n1,2026-04-01\n2,2026-04-02\n';

describe('lines above the header', () => {
  test.each<[string, string, number, readonly string[]]>([
    ['none', body, 1, []],
    ['blank ones, of which nothing is said', `\n  \n${body}`, 3, []],
    ['a title', `障害一覧\n${body}`, 2, ['header_found_below 2: 1']],
    ['a title and blank lines', `障害一覧\n\n\n${body}`, 4, ['header_found_below 4: 1']],
    [
      'a title with delimiters, wider than the table',
      `a,b,c,d,e\nx,y\n${body}`,
      3,
      ['header_found_below 3: 1, 2'],
    ],
    ['a title with one of the names', `番号,一覧\n${body}`, 2, ['header_found_below 2: 1']],
    ['a quote that stays open', `"障害一覧\n${body}`, 2, ['header_found_below 2: 1']],
    ['a quoted title of two lines', `"障害\n一覧",x\n${body}`, 3, ['header_found_below 3: 1, 2']],
    ['many', `${'x\n'.repeat(48)}${body}`, 49, ['header_found_below 49: 1, 2, 3, 4, 5 …']],
  ])('%s', async (_, text, headerLine, warnings) => {
    const found = await read(text, incident);
    expect([found.header, found.headerLine, found.warnings]).toEqual([two, headerLine, warnings]);
    expect(found.rows).toEqual(rowsFrom(headerLine + 1));
  });

  test('too far down it is not looked for', async () => {
    const { header, headerLine } = await read(`${'x\n'.repeat(50)}${body}`, incident);
    expect([header, headerLine]).toEqual([['x'], 1]);
  });

  test('a row of data with a wanted name in it is no header', async () => {
    const { headerLine } = await read('番号,発生日時\n番号,x\n発生日時,番号\n', incident);
    expect(headerLine).toBe(1);
  });

  test('without names asked for, the first line is the header', async () => {
    expect((await read(`障害一覧\n${body}`, {})).header).toEqual(['障害一覧']);
  });
});

describe('whatever the file is written in', () => {
  const text = `障害一覧\n\n${body}`;
  const crlf = text.replaceAll('\n', '\r\n');
  test.each<[string, Uint8Array | string, boolean]>([
    ['LF', text, true],
    ['CRLF', crlf, true],
    ['CR', text.replaceAll('\n', '\r'), false],
    ['no end to the last line', text.slice(0, -1), true],
    ['BOM', `\ufeff${crlf}`, true],
    ['CP932', bytesOf(crlf, 'shift_jis'), true],
    ['EUC-JP', bytesOf(text, 'euc-jp'), true],
    ['UTF-16', utf16Of(crlf, 'le'), false],
    ['all quoted', text.replace(/[^,\n]+/g, '"$&"'), true],
  ])('%s', async (_, content, quick) => {
    const found = await read(content, incident);
    expect([found.header, found.headerLine, found.quick]).toEqual([two, 3, quick]);
    expect(found.warnings).toEqual(['header_found_below 3: 1']);
    expect(found.rows).toEqual(rowsFrom(4));
  });

  test('longer than a block', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `${i},2026-04-01`);
    const found = await read(`障害一覧\r\n\r\n番号,発生日時\r\n${rows.join('\r\n')}\r\n`, incident);
    expect(found.quick).toBe(true);
    expect(found.rows.map(([line, id]) => `${line} ${id}`)).toEqual(rows.map((_, i) => `${i + 4} ${i}`));
  });
});

describe('what parts the columns', () => {
  test.each([
    ['; under a title with commas', '障害, 全社, 4月\n番号;発生日時\n1;2026-04-01\n2;2026-04-02\n'],
    ['a tab under a title with commas', '障害, 全社, 4月\n番号\t発生日時\n1\t2026-04-01\n2\t2026-04-02\n'],
    ['a comma under a title with ;', '障害; 全社; 4月\n番号,発生日時\n1,2026-04-01\n2,2026-04-02\n'],
    ['a bar', '障害\n番号|発生日時\n1|2026-04-01\n2|2026-04-02\n'],
  ])('%s', async (_, text) => {
    const found = await read(text, incident);
    expect([found.header, found.headerLine]).toEqual([two, 2]);
    expect(found.rows).toEqual(rowsFrom(3));
  });

  test('stays as it was declared', async () => {
    const text = '番号;発生日時\n番号,発生日時\n1,2026-04-01\n';
    expect((await read(text, { ...incident, delimiter: ',' })).headerLine).toBe(2);
    expect((await read(text, { ...incident, delimiter: ';' })).headerLine).toBe(1);
    expect((await read('番号,発生日時\n番号\t発生日時\n', incident, 'b.tsv')).headerLine).toBe(2);
  });
});

describe('names', () => {
  test('that only stand in expressions', async () => {
    const text = 'UPDATE 2026/4/2\n\nDATE,TIME,値\n2026/4/1,0:00,5\n';
    const found = await read(text, wanted(['system_id', '値'], ["DATE || ' ' || TIME"]));
    expect([found.header, found.headerLine, found.rows]).toEqual([
      ['DATE', 'TIME', '値'],
      3,
      [[4, '2026/4/1', '0:00', '5']],
    ]);
  });

  test.each([
    ['\n', ','],
    ['\r\n', ','],
    ['\n', ';'],
  ])('broken over lines, as in a workbook saved as CSV (%j %j)', async (end, d) => {
    const text = [
      '障害一覧',
      `"発生\n日時"${d}番号${d}"a\nb"`,
      `2026-04-01${d}1${d}x`,
      `"2026-04-02"${d}2${d}"y\nz"`,
      '',
    ]
      .join('\n')
      .replaceAll('\n', end);
    const rows = [
      [4, '2026-04-01', '1', 'x'],
      [5, '2026-04-02', '2', `y${end}z`],
    ];
    // The first name ends on line 3, and so does the header: the third goes over lines 3 and 4.
    const found = await read(text, incident);
    expect([found.header, found.headerLine]).toEqual([['発生日時', '番号', 'a b'], 2]);
    expect(found.rows).toEqual(rows.map(([line, ...rest]) => [Number(line) + 1, ...rest]));
    // As the file has it, where the mapping says it so.
    const exact = await read(text, wanted(['番号', `発生${end}日時`]));
    expect(exact.header[0]).toBe(`発生${end}日時`);
    const declared = await read(text, { ...incident, headerLine: 2 });
    expect([declared.header, declared.warnings]).toEqual([['発生日時', '番号', 'a b'], []]);
  });

  const header = '../shared/data/jira-export/headers.csv';
  test('that repeat are numbered, as in a real export of Jira', async ({ skip }) => {
    skip(!existsSync(header), `${header} is not here: it is no part of the repository`);
    const table = await readTable(header, wanted(['Issue key', 'Created', 'Comment']));
    expect([table.header.length, new Set(table.header).size, table.headerLine]).toEqual([83, 83, 1]);
    const ofComment = table.header.filter((name) => name.startsWith('Comment'));
    expect(ofComment).toEqual(nameColumns(Array(17).fill('Comment')));
    expect(ofComment.at(-1)).toBe('Comment (17)');
  });
});

describe('header_line', () => {
  test('decides, and nothing is said of what stands above', async () => {
    const found = await read(`番号,発生日時\nx,y\n1,2\n`, { ...incident, headerLine: 2 });
    expect([found.header, found.headerLine, found.warnings]).toEqual([['x', 'y'], 2, []]);
    expect(found.rows).toEqual([[3, '1', '2']]);
  });

  test('tells what parts the columns', async () => {
    const found = await read('a,b,c\n番号;発生日時\n1;2\n', { headerLine: 2 });
    expect([found.header, found.rows]).toEqual([two, [[3, '1', '2']]]);
  });

  test('that is blank leads to the next one', async () => {
    const found = await read(`x\n\n${body}`, { headerLine: 2 });
    expect([found.header, found.headerLine, found.rows]).toEqual([two, 3, rowsFrom(4)]);
  });

  test.each([
    ['a,b\n1,2\n', 3],
    ['a,b\n1,2', 3],
    ['a,b\r1,2\r', 4],
    ['a,b\n1,2\n\n\n', 3],
  ])('behind the end of %j is an error', async (text, headerLine) => {
    expect(await problemOf(readTable(write('b.csv', text), { headerLine }))).toMatchObject({
      code: 'header_line_missing',
      params: { line: headerLine },
      place: { line: headerLine },
    });
  });

  test('in the last line leaves no rows', async () => {
    expect(await readTable(write('b.csv', 'x\na,b'), { headerLine: 2 })).toMatchObject({
      empty: true,
      header: ['a', 'b'],
    });
  });
});

test('rows that end in a delimiter are wider than their header: each is a reject, with both numbers', async () => {
  const found = await read('番号,発生日時\n1,2,\n3,4,\n', incident);
  expect([found.rows, found.broken]).toEqual([[], ['2 row_too_many_fields', '3 row_too_many_fields']]);
  // With as many delimiters in the header, the last column only has no name.
  const ended = await read('番号,発生日時,\n1,2,\n', incident);
  expect([ended.header, ended.broken]).toEqual([['番号', '発生日時', 'column 3'], []]);
});
