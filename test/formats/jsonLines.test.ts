/** NDJSON: one record a line, and a broken line costs itself alone. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { longestElement } from '../../loaders/formats/elements.js';
import { formatPlace } from '../../src/errors.js';
import { utf16Of } from './bytesOf.js';
import { good, problemOf, readContent, readTable, rejects, write } from './exportFile.js';

const read = (content: Uint8Array | string, name = 'a.ndjson') => readContent(content, {}, name);

describe('lines', () => {
  test.each<[string, string, number[]]>([
    ['with LF', '{"a":1}\n{"a":2}\n', [1, 2]],
    ['with CRLF', '{"a":1}\r\n{"a":2}\r\n', [1, 2]],
    ['with CR', '{"a":1}\r{"a":2}\r', [1, 2]],
    ['without an end to the last', '{"a":1}\n{"a":2}', [1, 2]],
    ['and blank ones', '\n \t\n{"a":1}\r\n\r\n  {"a":2}  \n\n', [3, 5]],
    ['behind a mark', '\ufeff{"a":1}\n{"a":2}', [1, 2]],
  ])('%s', async (_, content, lines) => {
    const { records, header, headerLine, receipt, empty } = await read(content);
    expect(good(records)).toEqual(lines.map((line, i) => [line, String(i + 1)]));
    expect([header, headerLine, empty, receipt.format]).toEqual([['a'], lines[0], false, 'ndjson']);
  });

  test('.jsonl, gzipped, UTF-16', async () => {
    expect(good((await read('{"a":1}\n', 'a.jsonl')).records)).toEqual([[1, '1']]);
    const many = Array.from({ length: 50_000 }, (_, i) => `{"a":${i},"b":"${'東'.repeat(i % 7)}"}\r\n`).join(
      '',
    );
    const { records } = await read(gzipSync(many), 'a.ndjson.gz');
    expect(records.every((r, i) => r.line === i + 1 && r.fields[0] === String(i))).toBe(true);
    expect(records).toHaveLength(50_000);
    expect(good((await read(utf16Of('{"東":1}\n{"東":2}', 'be'))).records)).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
  });

  test('without a record', async () => {
    expect(await read(' \n\n')).toMatchObject({ empty: true, header: [], records: [] });
  });

  test('can be read twice', async () => {
    const table = await readTable(write('twice.ndjson', '{"a":1}\n{"b":2}\n'));
    for await (const { records } of table.batches()) expect(records[1]?.fields).toEqual(['', '2']);
  });
});

describe('a broken line', () => {
  test.each<[string, string, number | string, string]>([
    ['an unquoted value', '{"a":foo}', 6, 'record_malformed'],
    ['cut short', '{"a":1,"b":"x', 14, 'record_cut_short'],
    ['a quote in a text', '{"a":"5" disk"}', 10, 'record_malformed'],
    ['the wrong bracket', '{"a":[1}', 8, 'record_malformed'],
    ['two records', '{"a":1}{"a":2}', 8, 'record_malformed'],
    ['behind white space', '  {"a":x}', 8, 'record_malformed'],
    ['a comma at its end', '{"a":1},', 8, 'record_malformed'],
    ['a number', '12', 1, 'record_not_object'],
    ['too deep', `{"a":${'['.repeat(200)}`, 1, 'record_too_deep'],
    ['many brackets', `{"a":[${'[]'.repeat(200)}]}`, 9, 'record_malformed'],
    ['a NUL', '{"a":"\0"}', 7, 'row_nul'],
    ['a key twice', '{"a":1,"a":2}', 8, 'record_key_twice'],
  ])('costs itself alone: %s', async (_, line, column, code) => {
    const { records } = await read(`{"a":"0"}\n\n${line}\n{"a":"9"}\n`);
    expect(rejects(records)).toEqual([[3, code]]);
    expect(records[1]?.problem?.place).toEqual({ file: 'exports/a.ndjson', line: 3, column });
    expect(good(records).map(([at, a]) => [at, a])).toEqual([
      [1, '0'],
      [4, '9'],
    ]);
  });

  test('many flat lists are not deep', async () => {
    const { records } = await read(`{"a":[${Array.from({ length: 300 }, () => '[]')}]}\n`);
    expect(rejects(records)).toEqual([]);
  });

  test('of bytes that are no text', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"東'),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"a":"x"}\n'),
    ]);
    expect(rejects((await read(bytes)).records)).toEqual([[1, 'row_undecodable']]);
  });
});

describe('a file', () => {
  test.each(['[{"a":1}]', '\n[\n{"a":1},\n{"a":2}\n]', '{\n"a":1\n}'])(
    'of JSON under the wrong name: %j',
    async (content) => {
      expect((await problemOf(read(content))).code).toBe('ndjson_is_json');
    },
  );

  test('whose line has no end takes no more memory than one record may', async () => {
    const problem = await problemOf(read(`{"a":1}\n{"a":"${'x1 '.repeat(longestElement / 2)}`));
    expect([problem.code, formatPlace(problem.place!)]).toEqual(['line_too_long', 'exports/a.ndjson:2']);
  });
});
