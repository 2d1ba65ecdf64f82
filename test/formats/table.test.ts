import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findDelimiter } from '../../loaders/formats/delimiter.js';
import { nameColumns } from '../../loaders/formats/header.js';
import { openTable } from '../../loaders/formats/index.js';
import { fileErrors } from '../../src/errors/files.js';
import { catalogue } from '../../src/errors.js';
import { good, problemOf, readContent, readTable, write } from './exportFile.js';

describe('the delimiter', () => {
  test.each([
    [',', 'a,b;c\n1;2;3;4\n'],
    [';', 'a;b;c\n1,2,3\n'],
    ['\t', 'a\tb\n'],
    ['|', '\n\na|b|c,d\n'],
    [';', '"a,b,c,d\n,,";b\n'],
    [',', 'alone\n'],
  ])('%j', (delimiter, head) => {
    expect(findDelimiter(head, 'a.csv')).toBe(delimiter);
  });

  test('.tsv is by tab, the configuration decides over both, and nonsense is refused', async () => {
    expect(findDelimiter('a,b\tc\n', 'x/A.TSV.gz')).toBe('\t');
    expect(findDelimiter('a,b\n', 'a.tsv', ':')).toBe(':');
    expect((await problemOf(readContent('a,b\n', { delimiter: '"' }))).code).toBe('delimiter_unusable');
  });
});

describe('the header', () => {
  test('names are all there and all different', () => {
    expect(nameColumns(['a', '', 'a', 'a (2)', ' a ', '', 'column 2'])).toEqual([
      'a',
      'column 3',
      'a (3)',
      'a (2)',
      'a (4)',
      'column 6',
      'column 2',
    ]);
    expect(nameColumns(['Comment', 'Comment', 'Comment'])).toEqual(['Comment', 'Comment (2)', 'Comment (3)']);
  });

  test('stands on its first line, behind blank ones', async () => {
    const { header, headerLine, records, empty } = await readContent('\r\n\r\na;b\r\n1;2\r\n');
    expect([header, headerLine, empty]).toEqual([['a', 'b'], 3, false]);
    expect(good(records)).toEqual([[4, '1', '2']]);
  });

  test('without rows is said to be so; without a header the file is useless', async () => {
    expect(await readContent('\ufeffa,b\n\n')).toMatchObject({
      empty: true,
      records: [],
      header: ['a', 'b'],
    });
    const problem = await problemOf(readContent('\n \n\n'));
    expect(problem).toMatchObject({ code: 'header_missing', params: { lines: 3 } });
    expect((await problemOf(readContent('a,"b\n1,2\n'))).code).toBe('header_quote');
    expect((await problemOf(readContent('a,b\0\n1,2\n'))).code).toBe('header_nul');
  });
});

test('a table can be read more than once, and left half-way', async () => {
  const path = write('twice.csv', `a,b\n${'1,2\n'.repeat(300_000)}`);
  const table = await openTable(path, 'twice.csv', { encoding: 'auto' });
  for (let i = 0; i < 2; i++) {
    let rows = 0;
    for await (const { records } of table.batches()) rows += records.length;
    expect(rows).toBe(300_000);
  }
  for await (const { records } of table.batches()) {
    expect(records.length).toBeGreaterThan(0);
    break;
  }
});

test('every entry has a message and a hint in both languages with the same parameters', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  for (const [code, entry] of Object.entries(fileErrors)) {
    expect(Object.keys(catalogue)).toContain(code);
    expect([code, new Set(names(entry.ja.join()))]).toEqual([code, new Set(names(entry.en.join()))]);
    for (const text of [...entry.ja, ...entry.en]) expect(text).not.toBe('');
  }
});

const log = '../shared/data/servicenow-incident-log/incident_event_log.csv.gz';
test('the real ServiceNow log', async ({ skip }) => {
  skip(!existsSync(log), `${log} is not here: it is no part of the repository`);
  const { records, header, receipt } = await readTable(log);
  expect([records.length, header.length, receipt.encoding]).toEqual([119_998, 36, 'utf-8']);
  expect(records.some((r) => r.problem)).toBe(false);
});
