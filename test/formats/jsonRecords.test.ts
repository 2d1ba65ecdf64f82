/** What becomes of a record: its columns, its values digit for digit, and what makes it a reject. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestPath, mostColumns } from '../../loaders/formats/columns.js';
import { ElementSplitter } from '../../loaders/formats/elements.js';
import { mostItems } from '../../loaders/formats/flatten.js';
import type { TableOptions } from '../../loaders/formats/index.js';
import { parseQuick, parseStrict } from '../../loaders/formats/verbatim.js';
import { KadoError } from '../../src/errors.js';
import { problemOf, readContent } from './exportFile.js';

const read = (content: string, options: Partial<TableOptions> = {}) =>
  readContent(content, options, 'r.json');
/** The only record's columns and values. */
async function row(record: string): Promise<Record<string, string>> {
  const { header, records } = await read(`[${record}]`);
  expect(records.map((r) => r.problem)).toEqual([undefined]);
  return Object.fromEntries(header.map((name, i) => [name, records[0]?.fields[i] as string]));
}

describe('values', () => {
  test.each<[string, string]>([
    ['12345678901234567890', '12345678901234567890'],
    ['0.10', '0.10'],
    ['1e3', '1e3'],
    ['-0', '-0'],
    ['1E-07', '1E-07'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', ''],
    ['""', ''],
    ['"  a "', '  a '],
    ['"0012"', '0012'],
    ['"\\u3042\\n\\"\\/\\ud83d\\ude00"', 'あ\n"/😀'],
    ['"東京\u2028"', '東京\u2028'],
    ['{}', ''],
    ['[]', ''],
    ['["a","b"]', 'a;b'],
    ['[1.0,null,true,""]', '1.0;true;'],
    ['[null]', ''],
  ])('%s', async (json, text) => {
    expect(await row(`{"v":${json}}`)).toEqual({ v: text });
  });

  test('of objects stand under dotted paths', async () => {
    expect(await row('{"a":{"link":"l","value":"v"},"b":{"c":{"d":1,"e":{}}},"f.g":2}')).toEqual({
      'a.link': 'l',
      'a.value': 'v',
      'b.c.d': '1',
      'b.c.e': '',
      'f.g': '2',
    });
  });

  test('of lists of objects and of mixed lists are numbered', async () => {
    expect(await row('{"a":[{"k":1},{"k":2,"l":3}],"b":[1,{"k":2},[3,4]]}')).toEqual({
      'a.0.k': '1',
      'a.1.k': '2',
      'a.1.l': '3',
      'b.0': '1',
      'b.1.k': '2',
      'b.2': '3;4',
    });
  });

  test('of long lists are cut, and that is said', async () => {
    const items = Array.from({ length: mostItems + 2 }, (_, i) => `{"k":${i}}`);
    const { header, warnings } = await read(`[{"a":[${items}]},{"a":[{"k":0}]}]`);
    expect(header).toHaveLength(mostItems);
    expect(warnings.map((w) => [w.code, w.level, w.params])).toEqual([
      ['list_items_cut', 'warning', { path: 'a', most: mostItems + 2, limit: mostItems }],
    ]);
  });

  test('of keys that objects have by themselves', async () => {
    expect(await row('{"__proto__":{"x":1},"constructor":2,"toString":3,"hasOwnProperty":4}')).toEqual({
      '__proto__.x': '1',
      constructor: '2',
      toString: '3',
      hasOwnProperty: '4',
    });
  });
});

describe('columns', () => {
  test('are those of all records, in the order of their first appearance', async () => {
    const { header, records } = await read('[{"b":1},{"a":2,"b":3},{"c":{"d":4}}]');
    expect(header).toEqual(['b', 'a', 'c.d']);
    expect(records.map((r) => r.fields)).toEqual([
      ['1', '', ''],
      ['3', '2', ''],
      ['', '', '4'],
    ]);
  });

  test('are one for both forms of a path', async () => {
    const { header, records } = await read('[{"a":{"b":1}},{"a.b":2}]');
    expect([header, records.map((r) => r.fields)]).toEqual([['a.b'], [['1'], ['2']]]);
  });

  test('have names, even where keys have none', async () => {
    expect((await read('[{"":1," a":2,"a":3}]')).header).toEqual(['column 1', 'a', 'a (2)']);
  });

  test('that are wanted below what is always empty are missing, not unknown', async () => {
    const wanted = { names: new Set(['a.value', 'b.value', 'c.value', 'd.e.f']), expressions: [] };
    const { header, records } = await read('[{"a":"","b":"x","d":{"e":null}},{"a":null,"b":""}]', { wanted });
    expect(header).toEqual(['a', 'b', 'd.e', 'a.value', 'd.e.f']);
    expect(records[1]?.fields).toEqual(['', '', '', '', '']);
  });

  test('are limited', async () => {
    const keys = (n: number) => `[{${Array.from({ length: n }, (_, i) => `"k${i}":1`)}}]`;
    expect((await read(keys(mostColumns))).header).toHaveLength(mostColumns);
    const problem = await problemOf(read(keys(mostColumns + 1)));
    expect([problem.code, problem.params]).toEqual([
      'json_too_many_columns',
      { limit: mostColumns, path: `k${mostColumns}` },
    ]);
  });
});

describe('a reject', () => {
  test.each<[string, string, string, string | number]>([
    ['a key twice with two values', '{"x":1,"a":1,"a":2}', 'record_key_twice', 14],
    ['a key twice, further in', '{"x":1,"a":{"b":1,"b":null}}', 'record_key_twice', 19],
    ['both forms of a path', '{"a":{"b":1},"a.b":1}', 'record_path_twice', 'a.b'],
    ['a list and a key for its item', '{"a":[{"k":1}],"a.0.k":1}', 'record_path_twice', 'a.0.k'],
    ['half a character', '{"a":{"b":"\\ud800"}}', 'record_surrogate', 'a.b'],
    ['half a character, the other half', '{"a":"\\udc00\\ud800"}', 'record_surrogate', 'a'],
    ['an escaped NUL', '{"a":"x\\u0000"}', 'row_nul', 'a'],
    ['an escaped NUL in a list', '{"a":["x","\\u0000"]}', 'row_nul', 'a'],
    ['a control character in a key', '{"kado\\u0001line":1}', 'record_key_unusable', 'kado\u0001line'],
    ['half a character in a key', '{"\\ud800":1}', 'record_key_unusable', '\ud800'],
    [
      'a key without end',
      `{"${'k'.repeat(longestPath + 1)}":1}`,
      'record_key_unusable',
      'k'.repeat(longestPath + 1),
    ],
  ])('is made of %s', async (_, record, code, column) => {
    const { records } = await read(`[\n${record},\n{"x":"good"}]`);
    expect(records.map((r) => [r.line, r.problem?.code, r.problem?.place?.column])).toEqual([
      [2, code, column],
      [3, undefined, undefined],
    ]);
    expect(records[0]?.fields).toEqual([record.slice(0, 200)]);
  });

  test('is not made of a key twice with one value', async () => {
    expect(await row('{"a":1,"a":1}')).toEqual({ a: '1' });
  });
});

describe('whatever the text', () => {
  const cut = (text: string, sizes: readonly number[]): string[] => {
    const splitter = new ElementSplitter('p.json', () => true);
    const out: string[] = [];
    let at = 0;
    const take = (elements: ReturnType<ElementSplitter['push']>) => {
      for (const e of elements) out.push(`${e.list.path} ${e.line}:${e.column} ${e.depth} ${e.text}`);
    };
    try {
      for (let i = 0; at < text.length; i++) {
        const size = sizes[i % sizes.length] as number;
        take(splitter.push({ text: text.slice(at, at + size), bad: [] }));
        at += size;
      }
      take(splitter.end());
    } catch (error) {
      if (!(error instanceof KadoError)) throw error;
      // How many records come before it depends on the pieces.
      return [error.message];
    }
    return out;
  };
  const json = fc.json({ maxDepth: 4 }).map((text) => `[${text},\r\n {"a":\r${text}}]\n`);
  const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

  test('where it is cut into pieces makes no difference', () => {
    fc.assert(
      fc.property(json, sizes, (text, parts) => {
        expect(cut(text, parts)).toEqual(cut(text, [text.length]));
      }),
    );
  });

  test('a damaged file gives rows, rejects or a problem, in the same way in pieces', () => {
    const damage = fc.tuple(
      fc.nat(),
      fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '\r', 'x', '\0'),
    );
    fc.assert(
      fc.property(json, sizes, damage, (text, parts, [place, sign]) => {
        const at = place % text.length;
        const damaged = text.slice(0, at) + sign + text.slice(at + 1);
        expect(cut(damaged, parts)).toEqual(cut(damaged, [damaged.length]));
      }),
    );
  });

  test('a single sign too many or too few costs one record or the file, never a record unseen', async () => {
    const records = fc.array(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.string({ maxLength: 6 }), { minKeys: 1 }),
      {
        minLength: 3,
        maxLength: 6,
      },
    );
    const sign = fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '\n', 'x');
    await fc.assert(
      fc.asyncProperty(records, fc.nat(), sign, fc.boolean(), async (list, place, found, over) => {
        const text = JSON.stringify(list);
        const at = place % text.length;
        try {
          const damaged = text.slice(0, at) + found + text.slice(at + (over || found === '' ? 1 : 0));
          const { records } = await read(damaged);
          expect([damaged, records.length]).toEqual([damaged, list.length]);
        } catch (error) {
          if (!(error instanceof KadoError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the quick reading is the strict one, or none', () => {
    const signs = fc.constantFrom(
      '',
      '"',
      '{',
      '}',
      ',',
      ':',
      '\\',
      '-',
      '0',
      '1',
      '.',
      'e',
      'x',
      ' ',
      '\n',
      '"a":1,',
    );
    const damaged = fc.tuple(fc.json(), fc.nat(), signs).map(([text, place, sign]) => {
      const at = place % (text.length + 1);
      return [text, text.slice(0, at) + sign + text.slice(at)] as const;
    });
    let quick = 0;
    const check = (text: string) => {
      const found = parseQuick(text);
      if (found === undefined) return;
      quick++;
      expect(found).toEqual(parseStrict(text));
    };
    fc.assert(
      fc.property(damaged, ([text, broken]) => {
        check(text);
        check(broken);
      }),
      { numRuns: 1000 },
    );
    expect(quick).toBeGreaterThan(900);
    const not = [
      '{1:2}',
      '{"a":01}',
      '{"a":1.}',
      '{"a":-}',
      '{"a":1 :2}',
      '{"a":.5}',
      '{"a":1,"a":1}',
      '[1 2]',
      '{"a":"x',
    ];
    for (const text of not) expect([text, parseQuick(text)]).toEqual([text, undefined]);
    expect(parseQuick('{"a\\\\":[-0.10E+5 ,1],"b":"\\"1:2"}')).toEqual({
      'a\\': ['-0.10E+5', '1'],
      b: '"1:2',
    });
  });

  test('each list element that is well-formed is a record of its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string({ maxLength: 5 }), fc.string()), { minLength: 1 }),
        async (list) => {
          const { records, header } = await read(JSON.stringify(list, null, 1));
          expect(records).toHaveLength(list.length);
          for (const [i, record] of records.entries()) {
            if (record.problem) continue;
            const held = record.fields.filter((field) => field !== '').sort();
            expect(held).toEqual(
              Object.values(list[i] as object)
                .filter((v) => v !== '')
                .sort(),
            );
            expect(record.fields).toHaveLength(header.length);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
