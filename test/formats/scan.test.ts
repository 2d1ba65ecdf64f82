/** DuckDB's own reader is trusted with the usual forms of CSV, and gives nothing else than ours does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBoth } from './bothReaders.js';
import { bytesOf } from './bytesOf.js';

const rows = (end: string, quote = '') =>
  ['番号,題名', '1,障害', '2,', '3,"復旧"']
    .map((line) => (quote === '' ? line.replaceAll('"', '') : line))
    .join(end);

test.each<[string, string | Uint8Array]>([
  ['LF', `${rows('\n')}\n`],
  ['CRLF', `${rows('\r\n')}\r\n`],
  ['CRLF, the last line without it', rows('\r\n')],
  ['CRLF and quotes', `${rows('\r\n', '"')}\r\n`],
  ['CRLF and quotes, the last line without it', rows('\r\n', '"')],
  ['CRLF and a BOM', `\ufeff${rows('\r\n')}\r\n`],
  ['CRLF in CP932', bytesOf(`${rows('\r\n')}\r\n`, 'shift_jis')],
])('is trusted with %s', async (_, content) => {
  const found = await readBoth(content);
  expect(found.quick).toBe(true);
  expect(found.rows).toEqual([
    [2, '1', '障害'],
    [3, '2', null],
    [4, '3', '復旧'],
  ]);
});

test('gives the same as ours, whatever ends the lines', { timeout: 120_000 }, async () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      '障',
      ',',
      ',',
      ',',
      '\n',
      '\r\n',
      '\n',
      '\r\n',
      '\r',
      '"',
      '"x"',
      '"x\r\ny"',
      '"x\ny"',
      '"x\r"',
      ' ',
      ',\r\n',
      ',\n\n',
    ],
  );
  const row = fc.tuple(
    fc.constantFrom('a', '', '"b"', '障'),
    fc.constantFrom('c', '', '"d"', '"e\r\nf"'),
    fc.constantFrom('\n', '\r\n', '\r\n'),
  );
  const table = fc.array(
    fc.oneof({ weight: 5, arbitrary: row.map(([a, b, end]) => `${a},${b}${end}`) }, piece),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (parts, end) => {
      await readBoth(`h,i${end}a,b${end}${parts.join('')}`);
    }),
    { numRuns: 60 },
  );
});
