import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBlock } from '../../loaders/formats/text.js';
import { countUtf8Errors } from '../../loaders/formats/utf8.js';
import { formatProblem } from '../../src/errors.js';
import { bytesOf, charactersOf, utf16Of } from './bytesOf.js';
import { good, problemOf, readContent, readTable, rejects } from './exportFile.js';

const special = '番号,題名\n1,㈱①髙～\n2,受発注システムの障害について\n';
const rows = [
  [2, '1', '㈱①髙～'],
  [3, '2', '受発注システムの障害について'],
];
const share = '../shared/data/japanese-csv/';

describe('detection', () => {
  test.each([
    ['utf-8', Buffer.from(special), 'strict-utf8', false],
    ['utf-8', Buffer.from(`\ufeff${special}`), 'bom', true],
    ['utf-16le', utf16Of(special, 'le'), 'bom', true],
    ['utf-16be', utf16Of(special, 'be'), 'bom', true],
    ['utf-16le', utf16Of(special, 'le', false), 'zero-bytes', false],
    ['utf-16be', utf16Of(special, 'be', false), 'zero-bytes', false],
    ['shift_jis', bytesOf(special, 'shift_jis'), 'only-shift_jis', false],
  ])('%s (%#)', async (encoding, bytes, code, bom) => {
    const table = await readContent(bytes);
    expect(table.receipt).toMatchObject({ encoding, bom, why: { code } });
    expect(table.header).toEqual(['番号', '題名']);
    expect(good(table.records)).toEqual(rows);
    expect(table.warnings).toEqual([]);
  });

  test('euc-jp, by which of two clean readings looks like Japanese', async () => {
    const text = '番号,題名\n1,受発注システムの障害について\n2,データベースの停止により表示できない\n';
    const { receipt, records, header } = await readContent(bytesOf(text, 'euc-jp'));
    expect(receipt.encoding).toBe('euc-jp');
    expect(header).toEqual(['番号', '題名']);
    expect(records[1]?.fields[1]).toBe('データベースの停止により表示できない');
  });

  test('short texts of kana and kanji in both encodings', async () => {
    for (const word of [
      '障害',
      'システム',
      'かな',
      '東京都',
      'サーバー停止',
      '㈱山田',
      '夜間バッチが終わらない',
    ]) {
      for (const name of ['shift_jis', 'euc-jp'] as const) {
        const { header } = await readContent(bytesOf(`id,${word}の件数\n`, name));
        expect([name, ...header]).toEqual([name, 'id', `${word}の件数`]);
      }
    }
  });

  test('ascii', async () => {
    expect((await readContent('a,b\n1,2\n')).receipt).toMatchObject({
      encoding: 'utf-8',
      why: { code: 'ascii' },
    });
  });

  test('UTF-8 of mojibake that CP932 could also read stays UTF-8', async () => {
    expect((await readContent('a,b\n1,ï¿½ï¿½\n')).receipt.encoding).toBe('utf-8');
  });

  test('NUL characters do not make UTF-16', async () => {
    const { receipt, records } = await readContent('id,v\n1,a\0b\n2,c\n');
    expect(receipt.encoding).toBe('utf-8');
    expect(rejects(records)).toEqual([[2, 'row_nul']]);
    expect(records[0]?.problem?.place?.column).toBe('v');
  });

  test('where nothing reads cleanly, the encoding with the fewest bad places, and a warning', async () => {
    const good8 = Buffer.from('id,題名\n1,受発注システム\n');
    const { receipt, records, warnings } = await readContent(
      Buffer.concat([good8, Buffer.from([0x32, 0x2c, 0xff, 0x0a]), Buffer.from('3,正\n')]),
    );
    expect(receipt).toMatchObject({
      encoding: 'utf-8',
      why: { code: 'fewest-errors', params: { utf8Errors: 1 } },
    });
    expect(warnings.map((w) => w.code)).toEqual(['encoding_not_clean']);
    expect(rejects(records)).toEqual([[3, 'row_undecodable']]);
    expect(good(records)).toEqual([
      [2, '1', '受発注システム'],
      [4, '3', '正'],
    ]);
  });

  test('real Japanese files', async ({ skip }) => {
    skip(!existsSync(share), `${share} is not here: it is no part of the repository`);
    const holidays = await readTable(`${share}syukujitsu_cp932.csv`);
    expect([holidays.receipt.encoding, holidays.records.length]).toEqual(['shift_jis', 1067]);
    expect(holidays.records[0]?.fields[1]).toBe('元日');
    const resaved = await readTable(`${share}tepco_juyo_2016_first4months_utf8_resaved.csv`);
    expect(resaved.receipt.encoding).toBe('utf-8');
    expect((await readTable(`${share}tepco_juyo_2016_cp932.csv`)).receipt.encoding).toBe('shift_jis');
  });
});

describe('a declared encoding', () => {
  test('is used', async () => {
    const { receipt } = await readContent('a\n1\n', { encoding: 'shift_jis' });
    expect(receipt).toMatchObject({ encoding: 'shift_jis', why: { code: 'declared' } });
    const wide = await readContent(utf16Of(special, 'be'), { encoding: 'utf-16' });
    expect(wide.receipt).toMatchObject({ encoding: 'utf-16be', bom: true });
    expect(good(wide.records)).toEqual(rows);
  });

  test('that the bytes disprove is an error naming both', async () => {
    const problem = await problemOf(readContent(special, { encoding: 'shift_jis' }));
    expect(formatProblem(problem, 'en')).toBe(
      'exports/a.csv: The encoding is declared as shift_jis but the content is utf-8 ' +
        '(set encoding: auto or encoding: utf-8 in kado.yaml)',
    );
    const code = async (bytes: Uint8Array | string, encoding: 'utf-8' | 'euc-jp' | 'utf-16') =>
      (await problemOf(readContent(bytes, { encoding }))).code;
    expect(await code(special, 'euc-jp')).toBe('encoding_contradicted');
    expect(await code(utf16Of(special, 'le'), 'utf-8')).toBe('encoding_contradicted');
    expect(await code(special, 'utf-16')).toBe('encoding_contradicted');
    expect(await code(bytesOf(special, 'shift_jis'), 'utf-16')).toBe('encoding_contradicted');
  });

  test('utf-8 for CP932: the rows are rejected and the file says what would read it', async () => {
    const bytes = bytesOf('id,name\n1,a\n2,障害\n3,b\n', 'shift_jis');
    const { records, warnings } = await readContent(bytes, { encoding: 'utf-8' });
    expect(rejects(records)).toEqual([[3, 'row_undecodable']]);
    expect(good(records).map(([line]) => line)).toEqual([2, 4]);
    expect(warnings).toMatchObject([
      { code: 'encoding_other_fits', level: 'warning', params: { other: 'shift_jis' } },
    ]);
  });

  test('that cannot read the header is an error', async () => {
    const problem = await problemOf(readContent(bytesOf(special, 'shift_jis'), { encoding: 'utf-8' }));
    expect(problem.code).toBe('header_undecodable');
  });
});

describe('undecodable bytes', () => {
  test('a file that really holds U+FFFD is not rejected for it, beside a row that is', async () => {
    const real = await readContent('id,v\n1,a\ufffdb\n');
    expect(good(real.records)).toEqual([[2, '1', 'a\ufffdb']]);
    const bytes = Buffer.concat([
      Buffer.from('id,v\n1,\ufffd\n2,'),
      Buffer.from([0xe3, 0x81, 0x0a]),
      Buffer.from('3,\ufffd\n'),
    ]);
    const both = await readContent(bytes, { encoding: 'utf-8' });
    expect(rejects(both.records)).toEqual([[3, 'row_undecodable']]);
    expect(good(both.records).map(([line]) => line)).toEqual([2, 4]);
    const wide = await readContent(utf16Of('id,v\n1,\ufffd\n2,\ud800\n3,c\n', 'le'));
    expect(rejects(wide.records)).toEqual([[3, 'row_undecodable']]);
    expect(good(wide.records).map(([line]) => line)).toEqual([2, 4]);
  });

  test.each([0x80, 0xa0, 0xfd, 0xfe, 0xff])('CP932 has no single byte %i', async (byte) => {
    const bytes = Buffer.concat([
      bytesOf('id,題\n1,', 'shift_jis'),
      Buffer.from([byte, 0x0a]),
      Buffer.from('2,b\n'),
    ]);
    const { records } = await readContent(bytes, { encoding: 'shift_jis' });
    expect(rejects(records)).toEqual([[2, 'row_undecodable']]);
    expect(records[0]?.problem?.place).toEqual({ file: 'exports/a.csv', line: 2, column: '題' });
  });

  test('a lead byte at the end of a line does not swallow it', async () => {
    const bytes = Buffer.concat([
      bytesOf('id,題\n1,', 'shift_jis'),
      Buffer.from([0x81, 0x0a]),
      Buffer.from('2,b\n'),
    ]);
    const { records } = await readContent(bytes, { encoding: 'shift_jis' });
    expect([rejects(records), good(records)]).toEqual([[[2, 'row_undecodable']], [[3, '2', 'b']]]);
  });

  test('EUC-JP has neither C1 controls nor 0x8EE0, whatever ICU lets through', () => {
    for (const bytes of [[0x85], [0x80], [0x8e, 0xe0], [0xa1, 0x41], [0x8f, 0xa2]]) {
      expect(decodeBlock(Uint8Array.from(bytes), 'euc-jp').bad.length).toBeGreaterThan(0);
    }
  });

  test("CP932 keeps control characters that ICU's table turns round, and \\ and ~", () => {
    const text = '\x1a\x1c\x7f\\~障';
    expect(decodeBlock(bytesOf(text, 'shift_jis'), 'shift_jis')).toEqual({ text, bad: [] });
  });

  test('every character of both encodings is read back', () => {
    for (const name of ['shift_jis', 'euc-jp'] as const) {
      const text = charactersOf(name).join('');
      expect(decodeBlock(bytesOf(text, name), name)).toEqual({ text, bad: [] });
    }
  });

  test('UTF-8: as many errors are counted as the decoder replaces', () => {
    const byte = fc.oneof(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xe3, 0xed, 0xef, 0xf0, 0xf4, 0xa0, 0x9f, 0xbd),
      fc.nat(255),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 24 }), (bytes) => {
        const block = Uint8Array.from(bytes);
        expect(countUtf8Errors(block)).toBe(decodeBlock(block, 'utf-8').bad.length);
      }),
      { numRuns: 2000 },
    );
  });
});
