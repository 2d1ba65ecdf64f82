import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableOptions } from '../../loaders/formats/index.js';
import type { Problem } from '../../src/errors.js';
import { good, problemOf, readContent, rejects } from './exportFile.js';
import { type HandBook, handBook, handParts, oneSheet, packZip, rowXml, sheetJsBook } from './workbook.js';

const read = (content: Uint8Array, options: Partial<TableOptions> = {}) =>
  readContent(content, options, 'a.xlsx');
const wanted = (...names: string[]) => ({ wanted: { names: new Set(names), expressions: [] } });
const warned = (warnings: readonly Problem[]) => warnings.map(({ code, params }) => [code, params]);

test('a workbook of SheetJS: receipt, header, rows, and what is left out', async () => {
  const content = sheetJsBook({
    '4月': [['id', 'n', 'ok'], ['a', 1.5, true], [], ['b', 2, false], [null, '　'], ['', '', ''], ['c']],
  });
  const { receipt, header, headerLine, records, warnings, empty, typedDates } = await read(content);
  expect(receipt).toMatchObject({
    format: 'xlsx',
    bytes: content.length,
    encoding: 'xlsx',
    why: { code: 'own-format', params: {} },
    delimiter: '',
    compressed: false,
    sheet: '4月',
  });
  expect(receipt.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect([header, headerLine, warnings, empty, typedDates]).toEqual([['id', 'n', 'ok'], 1, [], false, true]);
  expect(good(records)).toEqual([
    [2, 'a', '1.5', 'true'],
    [4, 'b', '2', 'false'],
    [7, 'c', '', ''],
  ]);
});

test('reads every value as SheetJS does', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.integer().map((n) => n / 1000),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('_x0041_', ' a ', 'a\nb', '<b>&amp;', '㈱①髙', '\u0001', 'true'),
  );
  const rows = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, async (data) => {
      const content = sheetJsBook({ S: [['1', '2', '3'], ...data] });
      const sheet = XLSX.read(content, { dense: true }).Sheets.S as XLSX.DenseWorkSheet;
      const theirs = sheet['!data'].slice(1).flatMap((cells, i) => {
        const fields = [0, 1, 2].map((c) => String(cells?.[c]?.v ?? '').replace(/^-0$/, '0'));
        return fields.every((f) => f.trim() === '') ? [] : [[i + 2, ...fields]];
      });
      expect((await read(content)).records.map((r) => [r.line, ...r.fields.slice(0, 3)])).toEqual(theirs);
    }),
    { numRuns: 60 },
  );
});

describe('cells', () => {
  const cell = async (xml: string, book?: HandBook) => {
    const { records } = await read(
      oneSheet(
        [
          ['h', 'i'],
          [xml, 'x'],
        ],
        book,
      ),
    );
    return records[0]?.problem?.code ?? records[0]?.fields[0];
  };
  test.each<[string, string, string, HandBook?]>([
    ['a shared text', '<c t="s"><v>1</v></c>', 'b', { strings: ['<t>a</t>', '<t>b</t>'] }],
    ['behind an empty one', '<c t="s"><v>1</v></c>', 'b', { strings: ['', '<t>b</t>'] }],
    [
      'without its phonetic guide',
      '<c t="s"><v>0</v></c>',
      '東京',
      { strings: ['<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>'] },
    ],
    [
      'in runs, with a guide',
      '<c t="s"><v>0</v></c>',
      '東 京都',
      {
        strings: [
          '<r><rPr><b/></rPr><t xml:space="preserve">東 </t></r><r><t>京都</t></r><rPh><t>トウ</t></rPh>',
        ],
      },
    ],
    [
      'with spaces and line ends',
      '<c t="inlineStr"><is><t xml:space="preserve"> a_x000D_\r\nb </t></is></c>',
      ' a\r\nb ',
    ],
    ['inline with a guide', '<c t="inlineStr"><is><t>東</t><rPh><t>ヒガシ</t></rPh></is></c>', '東'],
    ['with entities', '<c t="str"><v>&lt;&#x3042;&#38;&amp;lt;</v></c>', '<あ&&lt;'],
    ['with CDATA', '<c t="str"><v><![CDATA[<c>]]></v></c>', '<c>'],
    ['an escaped escape', '<c t="str"><v>_x005F_x0041_</v></c>', '_x0041_'],
    ['a truth', '<c t="b"><v>1</v></c>', 'true'],
    ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!'],
    ['an error of a formula', '<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a percentage', '<c s="1"><v>0.25</v></c>', '0.25', { formats: [9] }],
    ['a date', '<c s="1"><v>45383</v></c>', '2024-04-01', { formats: [14] }],
    [
      'a date of an era',
      '<c s="1"><v>45383</v></c>',
      '2024-04-01',
      { formats: ['[$-411]ggge"年"m"月"d"日"'] },
    ],
    ['a built-in era', '<c s="1"><v>45383.5</v></c>', '2024-04-01T12:00:00', { formats: [57] }],
    ['a date from 1904', '<c s="1"><v>43921</v></c>', '2024-04-01', { formats: [14], date1904: true }],
    ['a date as text', '<c t="d"><v>2024-04-01T09:30:00</v></c>', '2024-04-01T09:30:00'],
    ['a number with an exponent', '<c><v>1.5E3</v></c>', '1500'],
    ['no number', '<c><v>NaN</v></c>', 'NaN'],
    ['a formula', '<c><f>1-1</f><v>0</v></c>', '0'],
    ['a formula of an empty text', '<c t="str"><f>""</f><v></v></c>', ''],
    ['a formula without a value', '<c><f>1+1</f></c>', 'cell_formula_without_value'],
    ['with an empty value', '<c><f>1+1</f><v/></c>', 'cell_formula_without_value'],
    ['a text formula without a value', '<c t="str"><f>A1</f></c>', 'cell_formula_without_value'],
    ['a shared formula without a value', '<c><f t="shared" si="0"/></c>', 'cell_formula_without_value'],
    ['only a style', '<c s="1"/>', '', { formats: [14] }],
    ['a style that is not there', '<c s="9"><v>1</v></c>', '1'],
  ])('%s', async (_, xml, expected, book) => {
    expect(await cell(xml, book)).toBe(expected);
  });

  test('a formula without a value names its column', async () => {
    const { records } = await read(
      oneSheet([
        ['h', 'i'],
        ['a', '<c><f>1</f></c>'],
      ]),
    );
    expect(records[0]!.problem).toEqual({
      code: 'cell_formula_without_value',
      level: 'error',
      params: { column: 'i' },
      place: { file: 'exports/a.xlsx', line: 2, column: 'i' },
    });
  });
});

describe('the XML of other writers', () => {
  const data =
    '<row><c t="inlineStr"><is><t>id</t></is></c><c t="str"><v>a &gt; b</v></c></row>' +
    "<row r='5' hidden='1'><c r='B5' t='str'><v>x</v></c></row><row/><row><c><v>7</v></c></row>";
  const plain = handParts([{ name: 'S', data }]);
  const expected = [
    [5, '', 'x'],
    [7, '7', ''],
  ];
  const packed = (change: (text: string, name: string) => string | Buffer, rename = (name: string) => name) =>
    read(packZip([...plain].map(([name, text]) => [rename(name), change(text, name)])));
  test('cells and rows without references, single quotes, hidden rows', async () => {
    const { header, records } = await packed((text) => text);
    expect([header, good(records)]).toEqual([['id', 'a > b'], expected]);
  });
  test('prefixes', async () => {
    const { records } = await packed((text, name) =>
      /sheet0|workbook\.xml$/.test(name)
        ? text.replace(/<(\/?)([a-z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
        : text,
    );
    expect(good(records)).toEqual(expected);
  });
  test('backslashes and capitals in the names of parts', async () => {
    const { records } = await packed(
      (text) => text,
      (name) => name.replaceAll('/', '\\').toUpperCase(),
    );
    expect(good(records)).toEqual(expected);
  });
  test('UTF-16 and a byte order mark', async () => {
    for (const change of [
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      (text: string) => `\ufeff${text}`,
    ])
      expect(good((await packed(change)).records)).toEqual(expected);
  });
  test('the strict edition, comments, and things of other namespaces', async () => {
    const { records } = await packed((text) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        )
        .replace('<sheetData>', '<!-- <row> --><x14:row a=">"/><sheetData><?p <c>?>'),
    );
    expect(good(records)).toEqual(expected);
  });
  test('without styles, shared texts or the outer relations', async () => {
    const content = [...plain].filter(([name]) => !/styles|shared|^_rels/.test(name));
    const { records } = await read(
      packZip(content.map(([name, text]) => [name, text.replace(/<Relationship Id="[tu]".*?\/>/g, '')])),
    );
    expect(good(records)).toEqual(expected);
  });
});

describe('the sheet', () => {
  const table = (...names: string[]) => rowXml(1, ...names) + rowXml(2, ...names.map((n) => `${n}1`));
  const book = handBook([
    { name: '説明', data: table('注意') },
    { name: '控え', state: 'hidden', data: table('番号', '日時', '件名') },
    { name: '2', data: table('番号', '日時') },
    { name: '５月', data: table('番号', '日時') },
    { name: '空', data: '' },
  ]);
  test.each<[string, Partial<TableOptions>, string]>([
    ['holds the most wanted names, ties to the first', wanted('番号', '日時', '件名'), '2'],
    ['is the first where nothing is wanted', {}, '説明'],
    ['is named', { sheet: '５月' }, '５月'],
    ['is named though hidden', { sheet: '控え' }, '控え'],
    ['is named by what looks like a number', { sheet: '2' }, '2'],
    ['is numbered among those to be seen', { sheet: '3' }, '５月'],
    ['is chosen by the given header line', { ...wanted('番号1', '日時1'), headerLine: 2 }, '2'],
  ])('%s', async (_, options, expected) => {
    expect((await read(book, options)).receipt.sheet).toBe(expected);
  });
  test('that was chosen is told, where others hold rows too; a named one is not', async () => {
    const { warnings } = await read(book, wanted('番号', '日時'));
    expect(warned(warnings)).toEqual([['sheet_chosen', { sheet: '2', count: 3, sheets: '説明, 2, ５月' }]]);
    expect((await read(book, { sheet: '2' })).warnings).toEqual([]);
  });
  test('that is not there, is blank, or has no header where it should', async () => {
    const sheets = '説明, 控え, 2, ５月, 空';
    const told = async (content: Buffer, options: Partial<TableOptions>) => {
      const { code, params } = await problemOf(read(content, options));
      return [code, params];
    };
    expect(await told(book, { sheet: '6月' })).toEqual(['sheet_unknown', { sheet: '6月', sheets }]);
    expect(await told(book, { sheet: '9' })).toEqual(['sheet_unknown', { sheet: '9', sheets }]);
    expect(await told(book, { sheet: '0' })).toEqual(['sheet_unknown', { sheet: '0', sheets }]);
    expect(await told(book, { sheet: '空' })).toEqual(['sheets_blank', { sheets: '空' }]);
    const blank = handBook([
      { name: 'a', data: '' },
      { name: 'b', data: '<row/>' },
    ]);
    expect(await told(blank, {})).toEqual(['sheets_blank', { sheets: 'a, b' }]);
    const missing = ['sheet_header_blank', { sheet: '2', line: 3 }];
    expect(await told(book, { sheet: '2', headerLine: 3 })).toEqual(missing);
  });
});

describe('the header', () => {
  const rows = [
    ['障害一覧'],
    [],
    ['出力日', 45_383],
    ['番号', '日時', '', '日時', undefined],
    ['a', 'b', 'c', 'd'],
  ];
  test('is found below titles, which are named', async () => {
    const { header, headerLine, records, warnings } = await read(oneSheet(rows), wanted('番号', '日時'));
    expect([header, headerLine]).toEqual([['番号', '日時', 'column 3', '日時 (2)'], 4]);
    expect(good(records)).toEqual([[5, 'a', 'b', 'c', 'd']]);
    expect(warned(warnings)).toEqual([['header_found_below', { line: 4, above: '1, 3' }]]);
  });
  test.each<[string, string, string[], string?]>([
    ['a line break in a name', '発生_x000D_\n日時', ['発生日時']],
    ['breaks and spaces of any width', ' 備\u3000 考\n（分）', ['備考（分）']],
    ['one between other letters', 'Occurred\n  at', ['Occurred at']],
    ['one next to other letters', '発生\nat', ['発生 at']],
    ['a name that the mapping gives as it stands', '発生 日時', ['発生 日時'], '発生 日時'],
    ['a name that another column has', '番\n号', ['番\n号']],
  ])('has no trace of how it was fitted: %s', async (_, cell, expected, name = expected[0]!) => {
    const content = oneSheet([['障害一覧'], ['番号', cell], ['a', 'b\nb']]);
    const { header, headerLine, records } = await read(content, wanted('番号', name));
    expect([header, headerLine, good(records)]).toEqual([['番号', ...expected], 2, [[3, 'a', 'b\nb']]]);
  });
  test('also counts folded when sheets are compared', async () => {
    const sheet = (name: string, ...cells: string[]) => ({
      name,
      data: rowXml(1, ...cells) + rowXml(2, 'x'),
    });
    const content = handBook([sheet('a', '番号', 'x'), sheet('b', '番号', '発生\n日時')]);
    expect((await read(content, wanted('番号', '発生日時'))).receipt.sheet).toBe('b');
  });
  test('is the one that is given, without a word', async () => {
    const { headerLine, warnings } = await read(oneSheet(rows), { headerLine: 4 });
    expect([headerLine, warnings]).toEqual([4, []]);
  });
  test('ends the columns: what stands beyond makes a row a reject', async () => {
    const content = oneSheet([
      ['a', 'b'],
      ['1', '2', ' '],
      ['1', '2', '', 'x'],
      ['1', '2', '<c><f>1</f></c>'],
    ]);
    const { records } = await read(content);
    expect(good(records)).toEqual([[2, '1', '2']]);
    expect(rejects(records)).toEqual([
      [3, 'row_too_many_fields'],
      [4, 'row_too_many_fields'],
    ]);
    expect(records[1]).toMatchObject({
      fields: ['1', '2', '', 'x'],
      problem: { params: { found: 4, expected: 2 } },
    });
  });
  test('without rows leaves the table empty', async () => {
    expect(await read(oneSheet([['a', 'b']]))).toMatchObject({
      empty: true,
      records: [],
      header: ['a', 'b'],
    });
  });
});

describe('merged cells', () => {
  const data =
    rowXml(1, '会社', '件数', '日付', '備考') +
    rowXml(2, 'Ａ社', 10, '<c s="1"><v>45383</v></c>', 'x') +
    rowXml(3, undefined, undefined, undefined, 'y') +
    rowXml(4, undefined, '', undefined, 'z') +
    rowXml(5, undefined, undefined, undefined, undefined) +
    rowXml(6, 'Ｂ社', 20, undefined, 'w');
  const merges = ['A2:A5', 'B2:B4', 'C2:C4', 'A6:B6'];
  const book = handBook([{ name: 'S', data, merges }], { formats: [14] });
  test('downwards: texts and dates for each row, numbers for the first only, and no row of nothing else', async () => {
    const { records, warnings } = await read(book);
    expect(good(records)).toEqual([
      [2, 'Ａ社', '10', '2024-04-01', 'x'],
      [3, 'Ａ社', '', '2024-04-01', 'y'],
      [4, 'Ａ社', '', '2024-04-01', 'z'],
      [6, 'Ｂ社', '20', '', 'w'],
    ]);
    expect(warned(warnings)).toEqual([
      ['merged_cells_shared', { sheet: 'S', count: 3, ranges: 'A2:A5, B2:B4, C2:C4' }],
    ]);
  });
  test('at most five are named; those that no row needs are not', async () => {
    const pairs = [0, 1, 2, 3, 4, 5, 6].map((i) => [i * 2 + 2, i * 2 + 3] as const);
    const many =
      rowXml(1, 'a', 'b') + pairs.map(([a, b]) => rowXml(a, 'x', 'y') + rowXml(b, undefined, 'y')).join('');
    const ranges = pairs.map(([a, b]) => `A${a}:A${b}`);
    const { warnings } = await read(handBook([{ name: 'S', data: many, merges: ranges }]));
    const params = { sheet: 'S', count: 7, ranges: `${ranges.slice(0, 5).join(', ')} …` };
    expect(warned(warnings)).toEqual([['merged_cells_shared', params]]);
    const idle = handBook([{ name: 'S', data: rowXml(1, 'a') + rowXml(2, 'x'), merges: ['A2:A3', 'A1:C1'] }]);
    expect((await read(idle)).warnings).toEqual([]);
  });
  test('whose first row is blank give nothing, whatever is hidden under them', async () => {
    const hidden =
      rowXml(1, 'a', 'b') + rowXml(2, 'x', 'y') + rowXml(4, 'h', 'y') + rowXml(5, undefined, 'z');
    const { records, warnings } = await read(handBook([{ name: 'S', data: hidden, merges: ['A3:A5'] }]));
    expect(good(records)).toEqual([
      [2, 'x', 'y'],
      [4, 'h', 'y'],
      [5, '', 'z'],
    ]);
    expect(warnings).toEqual([]);
  });
  test('a formula without a value spoils each row of its range', async () => {
    const rows = rowXml(1, 'a', 'b') + rowXml(2, '<c><f>1</f></c>', 'y') + rowXml(3, undefined, 'z');
    const { records } = await read(handBook([{ name: 'S', data: rows, merges: ['A2:A3'] }]));
    expect(rejects(records).map(([line]) => line)).toEqual([2, 3]);
  });
  test('across the header number its columns; down into the header complete a second row of it', async () => {
    const two =
      rowXml(1, '番号', '日時', undefined, '備考') +
      rowXml(2, undefined, '発生', '復旧') +
      rowXml(3, 'a', 'b', 'c', 'd');
    const content = handBook([{ name: 'S', data: two, merges: ['A1:A2', 'B1:C1', 'D1:D2'] }]);
    const first = await read(content, { headerLine: 1 });
    expect(first.header).toEqual(['番号', '日時', '日時 (2)', '備考']);
    expect(good(first.records)).toEqual([
      [2, '', '発生', '復旧', ''],
      [3, 'a', 'b', 'c', 'd'],
    ]);
    const second = await read(content, { headerLine: 2 });
    expect([second.header, good(second.records)]).toEqual([
      ['番号', '発生', '復旧', '備考'],
      [[3, 'a', 'b', 'c', 'd']],
    ]);
    expect((await read(content, wanted('番号', '発生', '復旧'))).headerLine).toBe(2);
  });
});

test('total rows are rejects, formulas or not', async () => {
  const content = oneSheet([
    ['id', 'n'],
    ['a', 1],
    [undefined, '小　計', '<c><f>1</f></c>'],
    ['合計', '<c><f>1</f></c>'],
  ]);
  const { records } = await read(content);
  expect(rejects(records)).toEqual([
    [3, 'row_is_total'],
    [4, 'row_is_total'],
  ]);
  expect(records[1]!.problem!.params).toEqual({ value: '小　計' });
});

test('notes are rejects; what only looks like one is a record', async () => {
  const noted = [
    ['id', 'n'],
    ['a', 1],
    ['※ b'],
    ['※ c', 2],
    ['注文'],
    ['※ d', '<c><f>1</f></c>'],
    [undefined, '（注）速報値'],
    [undefined, undefined, 'Note: preliminary'],
  ];
  const { records } = await read(oneSheet(noted));
  expect(rejects(records)).toEqual([
    [3, 'row_is_note'],
    [6, 'cell_formula_without_value'],
    [7, 'row_is_note'],
    [8, 'row_is_note'],
  ]);
  const data = [rowXml(1, 'id', 'n'), rowXml(2, 'a', '※ e'), rowXml(3, undefined, '※ f')].join('');
  const merged = await read(handBook([{ name: 'S', data, merges: ['A2:A3'] }]));
  expect(good(merged.records)).toEqual([
    [2, 'a', '※ e'],
    [3, 'a', '※ f'],
  ]);
  // A column alone has no room for records beside it.
  expect(good((await read(oneSheet([['id'], ['※ g']]))).records)).toEqual([[2, '※ g']]);
});

test('a large sheet comes in batches, whole', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => [`id${i}`, i, i / 7]);
  const { records } = await read(sheetJsBook({ S: [['id', 'n', 'x'], ...rows] }));
  expect(records).toHaveLength(20_000);
  expect(records.at(-1)).toEqual({ line: 20_001, fields: ['id19999', '19999', String(19_999 / 7)] });
});
