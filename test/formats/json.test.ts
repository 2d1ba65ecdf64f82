/** JSON: where the list of records is found, and where each record stands. */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { longestElement, mostLists } from '../../loaders/formats/elements.js';
import type { TableOptions } from '../../loaders/formats/index.js';
import { findDoubt } from '../../loaders/formats/valueEnd.js';
import { formatPlace } from '../../src/errors.js';
import { utf16Of } from './bytesOf.js';
import { good, problemOf, readContent } from './exportFile.js';

const read = (content: Uint8Array | string, options: Partial<TableOptions> = {}) =>
  readContent(content, options, 'a.json');
/** `code line:column` of the problem that makes the file useless. */
async function failure(content: string, options: Partial<TableOptions> = {}): Promise<string> {
  const { code, place } = await problemOf(read(content, options));
  return `${code} ${formatPlace(place!).replace('exports/a.json', '').slice(1)}`.trim();
}
/** `line:column code` of each reject. */
const told = (records: Awaited<ReturnType<typeof read>>['records']): string[] =>
  records.flatMap(({ line, problem }) =>
    problem ? [`${line}:${problem.place?.column} ${problem.code}`] : [],
  );

describe('the list of records', () => {
  test.each<[string, string, number]>([
    ['the file itself', '[{"a":1}]', 1],
    ['with white space all over', ' \r\n\t[ \n {"a":1}\n , {"a" : 2} ] \n', 2],
    ['the only list, one level down', '{"result":[{"a":1}]}', 1],
    ['two levels down', '{"data":{"n":1,"result":[{"a":1}]}}', 1],
    [
      'between other keys of every kind',
      '{"n":-1.5e3,"s":"[{\\"a\\"","o":{"p":null},"r":[{"a":1}],"t":true}',
      1,
    ],
    ['beside lists of plain values', '{"warnings":["x"],"result":[{"a":1}],"n":[[1]]}', 1],
    ['records that hold lists', '{"r":[{"a":1,"b":[{"c":[]}]}]}', 1],
  ])('is found: %s', async (_, content, line) => {
    const { records, headerLine } = await read(content);
    expect([headerLine, records.some((r) => r.problem), records[0]?.fields[0]]).toEqual([line, false, '1']);
  });

  test.each<[string, string, string, string[][]]>([
    ['a path', '{"b":[{"x":1}],"data":{"result":[{"x":2}]}}', 'data.result', [['2']]],
    ['deeper than is searched', '{"a":{"b":{"c":[{"x":3}]}}}', 'a.b.c', [['3']]],
    ['a key with a dot', '{"a.b":[{"x":4}],"c":[{}]}', 'a.b', [['4']]],
  ])('is where `records` says: %s', async (_, content, records, rows) => {
    expect((await read(content, { records })).records.map((r) => r.fields)).toEqual(rows);
  });

  test.each<[string, string, string, string | undefined]>([
    ['none', '{"a":1,"b":{"c":2}}', 'json_list_missing', undefined],
    ['only plain values', '{"a":[1,2]}', 'json_list_missing', undefined],
    ['too deep to be searched', '{"a":{"b":{"c":[{}]}}}', 'json_list_missing', undefined],
    ['several', '{"a":[{}],"b":{"c":[]}}', 'json_lists_several', undefined],
    ['one key twice', '{"a":[{"x":1}],"a":[{"x":1}]}', 'json_lists_several', undefined],
    ['not at `records`', '{"a":[{}]}', 'json_records_unknown', 'b'],
    ['an object at `records`', '{"b":{"a":[{}]}}', 'json_records_unknown', 'b'],
    ['`records` for a file that is the list', '[{"a":1}]', 'json_records_unknown', 'a'],
    ['a text', '"a"', 'json_single_value', undefined],
    ['a number', ' 12 ', 'json_single_value', undefined],
  ])('is refused: %s', async (_, content, code, records) => {
    expect(await failure(content, { records })).toBe(code);
  });

  test('what was found is named', async () => {
    const several = await problemOf(read('{"a":[{}],"b":{"c":[{}]}}'));
    expect(several.params).toEqual({ count: 2, lists: 'a, b.c' });
    const unknown = await problemOf(read('{"a":[{}],"b":{"c":{"d":[]}}}', { records: 'x' }));
    expect(unknown.params).toEqual({ records: 'x', found: 'a, b.c.d' });
    const lists = Array.from({ length: mostLists + 5 }, (_, i) => `"l${i}":[{}]`);
    expect((await problemOf(read(`{${lists}}`))).params.count).toBe(mostLists);
  });

  test.each(['[]', '{"result":[ ]}', ' [\n]'])('without records is empty: %s', async (content) => {
    expect(await read(content)).toMatchObject({ empty: true, header: [], records: [] });
  });

  test.each<[string, string, string]>([
    [
      'Prometheus',
      '{"status":"error","errorType":"bad_data","error":"parse error"}',
      'bad_data: parse error',
    ],
    ['ServiceNow', '{"error":{"message":"m","detail":"d"},"status":"failure"}', 'm: d'],
    [
      'ServiceNow, half-way',
      '{"result":[{"a":1}],"error":{"message":"cancelled"},"status":"failure"}',
      'cancelled',
    ],
    ['without a status', '{"error":"no"}', 'no'],
  ])('is an error of the tool: %s', async (_, content, detail) => {
    const problem = await problemOf(read(content));
    expect([problem.code, problem.params.detail]).toEqual(['json_tool_error', detail]);
  });
  test('a record may speak of errors', async () => {
    expect((await read('[{"status":"error","error":"x"}]')).records[0]?.fields).toEqual(['error', 'x']);
    expect((await read('{"status":"error","r":[{"a":1}]}')).records).toHaveLength(1);
  });
});

describe('a malformed file', () => {
  test.each<[string, string]>([
    ['2:1', ' \n'],
    ['2:9', '[\n {"a":1}'],
    ['1:9', '{"a":[{}'],
    ['1:7', '{"a":"'],
    ['1:4', '[1,'],
    ['1:3', '[1'],
    ['1:9', '[{"a":"x'],
  ])('that ends too early says where: %s', async (place, content) => {
    expect(await failure(content)).toBe(`json_cut_short ${place}`);
  });

  test.each<[string, string, string]>([
    ['no comma', '[{"a":1}\n{"a":2}]', 'json_malformed 2:1'],
    ['two commas', '[{"a":1},,{"a":2}]', 'json_malformed 1:10'],
    ['a comma at the end', '[{"a":1},]', 'json_malformed 1:10'],
    ['a comma at the beginning', '[,{"a":1}]', 'json_malformed 1:2'],
    ['a comma at the end of an object', '{"a":[],}', 'json_malformed 1:9'],
    ['no colon', '{"a" [1]}', 'json_malformed 1:6'],
    ['no quotes', '{a:[1]}', 'json_malformed 1:2'],
    ['the wrong bracket', '{"a":[{}}', 'json_malformed 1:9'],
    ['the wrong bracket inside a record', '[{"a":[1}]', 'json_malformed 1:9'],
    ['no word of JSON', '{"a":NaN,"b":[]}', 'json_malformed 1:6'],
    ['a number with a zero before it', '{"a":01,"b":[]}', 'json_malformed 1:6'],
    ['a broken escape', '{"a":"\\x","b":[]}', 'json_malformed 1:6'],
    ['a line end in a text', '{"a":"x\ny","b":[]}', 'json_malformed 1:6'],
    ['something behind the end', '[]\n,', 'json_malformed 2:1'],
    ['a bracket behind the end', '[]]', 'json_malformed 1:3'],
    ['one record a line', '{"a":1}\n{"a":2}\n', 'json_several_values 2:1'],
    ['nested without end', `{"a":{"b":{"c":${'['.repeat(200)}`, 'json_too_deep 1:113'],
    ['CSV', 'a,b\n1,2\n', 'json_malformed 1:1'],
  ])('says where: %s', async (_, content, expected) => {
    expect(await failure(content)).toBe(expected);
  });

  test('says what was expected and found', async () => {
    expect((await problemOf(read('[{} {}]'))).params).toEqual({ expected: ', ]', found: '{' });
    expect((await problemOf(read('{"a":[{}'))).params).toEqual({ expected: ', ]' });
    expect((await problemOf(read('[{"a":"'))).params).toEqual({ expected: '"' });
  });

  test('with a text that never ends takes no more memory than one record may', async () => {
    expect(await failure(`[{"a":"${'x'.repeat(longestElement)}`)).toBe('json_element_too_long 1:2');
  });
});

describe('a malformed record', () => {
  test.each<[string, string, string]>([
    ['an unquoted value', '{"a":foo}', '2:6 record_malformed'],
    ['single quotes', "{'a':1}", '2:2 record_malformed'],
    ['an unquoted key', '{a:1}', '2:2 record_malformed'],
    ['no value', '{"a":}', '2:6 record_malformed'],
    ['a comma too many', '{"a":1,}', '2:8 record_malformed'],
    ['NaN', '{"a":NaN}', '2:6 record_malformed'],
    ['a tab in a text', '{"a":"x\ty"}', '2:8 record_malformed'],
    ['a broken escape', '{"a":"\\q"}', '2:7 record_malformed'],
    ['on a later line', '{"a":1,\n  "b":x}', '3:7 record_malformed'],
    ['a NUL', '{"a":"\0"}', '2:7 row_nul'],
    ['a number', '12', '2:1 record_not_object'],
    ['a text', '"x,]"', '2:1 record_not_object'],
    ['null', 'null', '2:1 record_not_object'],
    ['a list', '[{"a":1}]', '2:1 record_not_object'],
    ['a bare word', 'foo bar', '2:1 record_malformed'],
    ['too deep', `{"a":${'['.repeat(200)}${']'.repeat(200)}}`, '2:1 record_too_deep'],
    ['a key twice', '{"a":1,"a":2}', '2:8 record_key_twice'],
  ])('costs itself alone: %s', async (_, broken, expected) => {
    const { records } = await read(`[{"a":"0"},\n${broken},\n{"a":"9"}]`);
    expect(told(records)).toEqual([expected]);
    expect(records[0]?.fields[0]).toBe('0');
    expect(records.at(-1)?.fields[0]).toBe('9');
  });

  test.each<[string, string]>([
    ['a quote in a text', '[{"a":"5" disk"},{"a":"6" disk"},{"a":"x"}]'],
    ['a quote in a text, at its end', '[{"a":"5","},{"a":"6","},{"a":"x"}]'],
    ['a quote that is missing', '[{"a":"x},{"a":"y"},{"a":"z},{"a":"w"}]'],
    ['a bracket that is missing', '[{"a":{"b":1},{"a":{"b":2}}]'],
  ])('whose end is in doubt is the trouble of the file: %s', async (_, content) => {
    expect(await failure(content)).toMatch(/^(json_element_unsure|json_malformed|json_cut_short) 1:/);
  });
});

describe('the end of a malformed record', () => {
  test.each<[string, number | undefined]>([
    ['{"a":foo}', undefined],
    ['{"a":foo bar,"b":[1,,{"c":x}],}', undefined],
    ["{'a':1}", undefined],
    ['{"a":12:30}', undefined],
    ['{"a":"x" "b":1}', 9],
    ['{"a":x"y"}', 6],
    ['{"a":"x"y}', 8],
    ['{"a":"x},{a":"y"}', 12],
    ['{"a":{"b":1},{"a":2}}', 13],
    ['{"a":1 {"b":2}}', 7],
    ['["a":1]', 4],
    ['[{}{}]', 3],
  ])('%s', (text, doubt) => {
    expect(findDoubt(text)).toBe(doubt);
  });
});

describe('bytes', () => {
  const content = '{"result":[{"名":"東京"},\n{"名":"大阪"}]}';
  test.each<[string, Uint8Array, string, boolean]>([
    ['UTF-8', Buffer.from(content), 'utf-8', false],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${content}`), 'utf-8', true],
    ['UTF-16 with a mark', utf16Of(content, 'le'), 'utf-16le', true],
    ['UTF-16, big end', utf16Of(content, 'be'), 'utf-16be', true],
    ['UTF-16 without a mark', utf16Of(content, 'le', false), 'utf-16le', false],
  ])('%s', async (_, bytes, encoding, bom) => {
    const { records, receipt, header } = await read(bytes);
    expect([header, good(records)]).toEqual([
      ['名'],
      [
        [1, '東京'],
        [2, '大阪'],
      ],
    ]);
    expect(receipt).toMatchObject({ format: 'json', encoding, bom, delimiter: '', compressed: false });
  });

  test('that can not be decoded cost one record', async () => {
    const bytes = Buffer.concat([
      Buffer.from('[{"a":"東'),
      Buffer.from([0xe6, 0x22]),
      Buffer.from('},{"a":"京"}]'),
    ]);
    const { records, warnings } = await read(bytes);
    expect(told(records)).toEqual(['1:2 row_undecodable']);
    expect(good(records)).toEqual([[1, '京']]);
    expect(warnings.map((w) => w.code)).toEqual(['encoding_not_clean']);
  });

  test('gzipped, and over many pieces, with every line known', async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, i) => `{"id":"${i}",\r\n"t":"\\"}]{ ${'東'.repeat(i % 9)}"}`,
    );
    const { records } = await readContent(gzipSync(`{"r":[${rows.join(',\r\n')}]}`), {}, 'b.json.gz');
    expect(records).toHaveLength(40_000);
    expect(records.every((r, i) => r.line === 2 * i + 1 && r.fields[0] === String(i) && !r.problem)).toBe(
      true,
    );
    expect(records[17]?.fields[1]).toBe(`"}]{ ${'東'.repeat(8)}`);
  });

  test('of a record as long as may be', async () => {
    const long = 'x'.repeat(3_000_000);
    const { records } = await read(`[{"a":"${long}"},{"a":"\\\\"}]`);
    expect(records.map((r) => r.fields[0]?.length)).toEqual([3_000_000, 1]);
  });
});
