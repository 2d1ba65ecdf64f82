import { appendFileSync, utimesSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../loaders/formats/bytes.js';
import { openTable } from '../../loaders/formats/index.js';
import { openXlsx } from '../../loaders/formats/xlsxTable.js';
import { openZip, readPart, xlsxLimits } from '../../loaders/formats/xlsxZip.js';
import { spreadsheetErrors } from '../../src/errors/spreadsheets.js';
import { hintOf, KadoError, messageOf } from '../../src/errors.js';
import { problemOf, readContent, write } from './exportFile.js';
import { handBook, handParts, type Lie, oneSheet, packZip, rowXml } from './workbook.js';

const good = oneSheet(
  [
    ['id', 'n'],
    ['a', '<c s="1"><v>45383</v></c>'],
  ],
  { formats: ['yyyy/m/d'] },
);
const told = async (content: Uint8Array | string, name = 'a.xlsx') => {
  const { code, params } = await problemOf(readContent(content, {}, name));
  return { code, params };
};

describe('what the content is', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  test.each<[string, Uint8Array | string, string]>([
    ['an old or encrypted workbook', ole, 'workbook_is_ole'],
    ['CSV', 'id,n\na,1\n', 'workbook_is_text'],
    ['CSV in CP932', Buffer.from('8f5b2c0d0a', 'hex'), 'workbook_is_text'],
    ['CSV in UTF-16', Buffer.from('\ufeffa\tb\n', 'utf16le'), 'workbook_is_text'],
    ['an HTML table', '\n <html><table><tr><td>1</td></tr></table>', 'workbook_is_html'],
    ['XML 2003', '<?xml version="1.0"?><Workbook/>', 'workbook_is_html'],
    ['PDF', '%PDF-1.7\n', 'workbook_is_other PDF'],
    ['bytes', Buffer.from('0001020304050607ff', 'hex'), 'workbook_is_other 00 01 02 03 04 05 06 07'],
    ['a document', packZip([['word/document.xml', '<w/>']]), 'workbook_is_other .docx'],
    ['a binary workbook', packZip([['xl/workbook.bin', 'x']]), 'workbook_is_other .xlsb'],
    ['OpenDocument', packZip([['META-INF/manifest.xml', '<m/>']]), 'workbook_is_other OpenDocument (.ods)'],
    ['a zip around one', packZip([['Book1.xlsx', good]]), 'workbook_missing Book1.xlsx'],
    ['an empty zip', packZip([]), 'workbook_missing –'],
  ])('%s', async (_, content, expected) => {
    const { code, params } = await told(content);
    expect([code, params.found].filter(Boolean).join(' ')).toBe(expected);
  });

  test.each(['.xls', '.XLSB', '.ods'])('a workbook called %s is sent to be saved again', async (ending) => {
    const told = await problemOf(readContent(good, {}, `a${ending}`));
    expect(told).toMatchObject({ code: 'spreadsheet_ending_unread', params: { ending } });
  });

  test('.xlsm and names in capitals are read', async () => {
    for (const name of ['a.xlsm', 'A.XLSX'])
      expect((await readContent(good, {}, name)).records).toHaveLength(1);
  });
});

describe('a broken zip', () => {
  test('cut anywhere it is refused, and never crashes', async () => {
    for (let length = 1; length < good.length; length += 7) {
      const { code } = await problemOf(readContent(good.subarray(0, length), {}, 'cut.xlsx'));
      expect(code).toMatch(/^workbook_(cut|is_text|is_other)$/);
    }
  });
  test('with any byte changed it is refused, or read as before', async () => {
    for (let at = 0; at < good.length; at += 5) {
      const bytes = Buffer.from(good);
      bytes[at] = bytes[at]! ^ 0x55;
      try {
        const { records } = await readContent(bytes, {}, 'bad.xlsx');
        expect([at, records.map((r) => r.fields)]).toEqual([at, [['a', '2024-04-01']]]);
      } catch (error) {
        if (!(error instanceof KadoError)) throw error;
      }
    }
  });

  const sheet = 'xl/worksheets/sheet0.xml';
  const lying = (lie: Lie, name = sheet, content?: string) =>
    packZip(
      [...handParts([{ name: 'S', data: rowXml(1, 'id') + rowXml(2, 'a') }])].map(([part, text]) =>
        part === name ? [part, content ?? text, lie] : [part, text],
      ),
    );
  test.each<[string, Buffer, string]>([
    ['a size that is too small', lying({ size: 10 }), 'workbook_part_broken'],
    ['a size that is too large', lying({ size: 5000 }), 'workbook_part_broken'],
    ['a false checksum', lying({ crc: 1 }), 'workbook_part_broken'],
    ['content cut short', lying({ packed: 30 }), 'workbook_part_broken'],
    ['no header at its offset', lying({ offset: 3 }), 'workbook_part_broken'],
    ['an offset beyond the end', lying({ offset: 1_000_000 }), 'workbook_cut'],
    ['encryption', lying({ flags: 1 }), 'workbook_encrypted'],
    ['strong encryption', lying({ flags: 0x41 }), 'workbook_encrypted'],
    ['a masked directory', lying({ flags: 0x2000 }), 'workbook_encrypted'],
    ['a stored part of another size', lying({ method: 0 }), 'workbook_cut'],
    ['another packing', lying({ method: 9 }), 'workbook_compression_unknown'],
    [
      'one name twice',
      packZip([
        ['a', ''],
        ['A', ''],
      ]),
      'workbook_part_twice',
    ],
  ])('%s', async (_, content, code) => {
    expect((await told(content)).code).toBe(code);
  });

  test('two sheets in one part, or a part that is not there', async () => {
    const parts = [
      ...handParts([
        { name: 'S', data: '' },
        { name: 'T', data: '' },
      ]),
    ];
    const swapped = (to: string) =>
      packZip(parts.map(([name, text]) => [name, text.replace('sheet1.xml', to)]));
    expect((await told(swapped('sheet0.xml'))).params).toEqual({ part: 'xl/workbook.xml' });
    expect((await told(swapped('sheet9.xml'))).params).toEqual({ part: 'worksheets/sheet9.xml' });
  });

  test.each<[string, string]>([
    ['cut in a row', '<worksheet><sheetData><row><c><v>1</v></c>'],
    ['without its end', '<worksheet><sheetData/>'],
    ['closed out of turn', '<worksheet><sheetData></worksheet></sheetData>'],
    ['with two roots', '<worksheet/><worksheet/>'],
    ['with a document type', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'],
    [
      'with an unknown entity',
      '<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
    ],
    ['with an entity of HTML', '<worksheet>&nbsp;</worksheet>'],
    ['with a control character', '<worksheet>&#1;</worksheet>'],
    ['with an attribute twice', '<worksheet><sheetData><row r="1" r="2"></row></sheetData></worksheet>'],
    ['with nothing in it', ''],
    ['nested beyond measure', `<worksheet>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</worksheet>`],
    ['with a text beyond measure', `<worksheet><!--${' '.repeat(17 * 1024 * 1024)}--></worksheet>`],
    ['with a broken attribute', '<worksheet><sheetData><row r=1></row></sheetData></worksheet>'],
    [
      'with rows out of order',
      `<worksheet><sheetData>${rowXml(2, 'a')}${rowXml(1, 'b')}</sheetData></worksheet>`,
    ],
    [
      'with one row twice',
      `<worksheet><sheetData>${rowXml(2, 'a')}${rowXml(2, 'b')}</sheetData></worksheet>`,
    ],
    [
      'with one cell twice',
      '<worksheet><sheetData><row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>',
    ],
    [
      'with a cell of another row',
      '<worksheet><sheetData><row r="1"><c r="A2"><v>1</v></c></row></sheetData></worksheet>',
    ],
    ['with a row beyond the last', `<worksheet><sheetData>${rowXml(1_048_577, 'a')}</sheetData></worksheet>`],
    [
      'with a column beyond the last',
      '<worksheet><sheetData><row><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>',
    ],
    [
      'with a text that is not shared',
      '<worksheet><sheetData><row><c t="s"><v>7</v></c></row></sheetData></worksheet>',
    ],
    ['in another encoding', '<worksheet>\ufffd</worksheet>'],
  ])('a sheet %s', async (_, text) => {
    const parts = handParts([{ name: 'S', data: '' }]);
    const bytes = text.includes('\ufffd') ? Buffer.from(text.replace('\ufffd', '\xff'), 'latin1') : text;
    const content = packZip([...parts].map(([name, t]) => [name, name === sheet ? bytes : t]));
    expect(await told(content)).toEqual({ code: 'workbook_part_broken', params: { part: sheet } });
  });
});

describe('limits', () => {
  const limited = async (content: Buffer, limits: Partial<typeof xlsxLimits>) => {
    const file = await openFile(write('limit.xlsx', content), 'limit.xlsx');
    const { code, params } = await problemOf(
      openXlsx(file, { encoding: 'auto' }, { ...xlsxLimits, ...limits }),
    );
    return [code, params.found ?? params.bytes, params.limit];
  };
  const padded = (size: number, lie?: Lie) =>
    packZip([...handParts([{ name: 'S', data: rowXml(1, 'a') }]), ['x', Buffer.alloc(size), lie]]);

  test('of the file, its parts, and what they unpack to', async () => {
    expect(await limited(good, { fileBytes: 100 })).toEqual(['workbook_file_too_large', good.length, 100]);
    expect(await limited(good, { parts: 6 })).toEqual(['workbook_too_many_parts', 7, 6]);
    expect(await limited(padded(9000), { totalBytes: 9000 })).toMatchObject([
      'workbook_unpacks_too_large',
      expect.anything(),
      9000,
    ]);
    const ratio = { alwaysAllowed: 5000, expansion: 20 };
    expect(await limited(padded(100_000), ratio)).toMatchObject([
      'workbook_unpacks_too_large',
      100_000,
      5000,
    ]);
  });

  test('a bomb is refused by what it says, in no time', async () => {
    const bomb = padded(200 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(300_000);
    expect((await told(bomb)).code).toBe('workbook_unpacks_too_large');
  });

  test('a bomb that says it is small is stopped a chunk behind what it said', async () => {
    const parts = [...handParts([{ name: 'S', data: '' }])];
    const data = `<worksheet><sheetData>${'<row/>'.repeat(2_000_000)}</sheetData></worksheet>`;
    const lie = (text: string, name: string) =>
      name.endsWith('sheet0.xml') ? ([name, data, { size: 1000 }] as const) : ([name, text] as const);
    const content = packZip(parts.map(([name, text]) => lie(text, name)));
    expect((await told(content)).code).toBe('workbook_part_broken');
    const zip = await openZip(content, 'a.xlsx', xlsxLimits);
    let bytes = 0;
    const read = async () => {
      for await (const chunk of readPart(zip, zip.parts.get('xl/worksheets/sheet0.xml')!))
        bytes += chunk.length;
    };
    expect((await problemOf(read())).code).toBe('workbook_part_broken');
    expect(bytes).toBe(0);
  });

  test('of cells and characters, also of those that merging makes', async () => {
    const rows = Array.from({ length: 50 }, (_, i) =>
      rowXml(i + 1, i === 1 ? 'x'.repeat(100) : undefined, 'b'),
    );
    const merged = handBook([
      { name: 'S', data: rowXml(1, 'h', 'i') + rows.slice(1).join(''), merges: ['A2:A50'] },
    ]);
    const texts = oneSheet([['a']], { strings: ['<t>abc</t>', '<t>def</t>'] });
    expect(await limited(texts, { characters: 5 })).toEqual(['workbook_unpacks_too_large', 6, 5]);
    expect(await limited(texts, { cells: 1 })).toEqual(['workbook_unpacks_too_large', 2, 1]);
    expect(await limited(merged, { cells: 60 })).toEqual(['workbook_too_many_cells', 62, 60]);
    expect(await limited(merged, { characters: 120 })).toEqual(['workbook_too_many_cells', 121, 120]);
    expect(await limited(merged, { characters: 1000 })).toEqual(['workbook_too_many_cells', 1100, 1000]);
  });
});

test('a file that changes after it was opened is noticed', async () => {
  const path = write('changing.xlsx', good);
  // Neither size nor time tells; the content does.
  utimesSync(path, 1000, 1000);
  const table = await openTable(path, 'changing.xlsx', { encoding: 'auto' });
  const read = async () => {
    let rows = 0;
    for await (const { records } of table.batches()) rows += records.length;
    return rows;
  };
  expect(await read()).toBe(1);
  expect(await read()).toBe(1);
  const other = oneSheet(
    [
      ['id', 'n'],
      ['b', '<c s="1"><v>45383</v></c>'],
    ],
    { formats: ['yyyy/m/d'] },
  );
  writeFileSync(path, Buffer.concat([other, Buffer.alloc(9)]).subarray(0, good.length));
  utimesSync(path, 1000, 1000);
  expect(await problemOf(read())).toMatchObject({ code: 'file_changed', params: { after: good.length } });
  appendFileSync(path, 'x');
  expect((await problemOf(read())).code).toBe('file_changed');
  writeFileSync(path, Buffer.alloc(good.length));
  expect((await problemOf(read())).code).toBe('file_changed');
});

test('every entry has a message and a hint in both languages with the same parameters', () => {
  const names = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]));
  for (const [code, entry] of Object.entries(spreadsheetErrors)) {
    expect([code, names(entry.ja.join())]).toEqual([code, names(entry.en.join())]);
    for (const text of [...entry.ja, ...entry.en]) expect(text).not.toBe('');
  }
  const params = { sheet: 'x', sheets: 'a, b' };
  const told = { code: 'sheet_unknown', level: 'error', params } as const;
  expect(messageOf(told, 'ja') + hintOf(told, 'ja')).toBe('シート「x」はありませんあるシート: a, b');
});
