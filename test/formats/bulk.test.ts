/** Which CSVs DuckDB's own reader is trusted with, and that both ways of reading come to the same for each of them. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/duckdb/database.js';
import { bytesOf, utf16Of } from './bytesOf.js';
import { readRaw, withoutReader } from './ways.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kado-bulk-')));
const names = ['a.csv', 'a.tsv', 'a.csv.gz'];
const db = await openDatabase(folder, { readable: names.map((name) => join(folder, name)) });
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

async function readBoth(content: string | Uint8Array, name = 'a.csv') {
  const path = join(folder, name);
  writeFileSync(path, content);
  const quick = await readRaw(db, path);
  const careful = await readRaw(withoutReader(db), path);
  expect(quick.outcome).toEqual(careful.outcome);
  return quick;
}

type Sample = readonly [what: string, content: string | Uint8Array, name?: string];

const plain = 'aa,bb,cc\n1,障害 の,3\n,,\n4,5,6\n';
const quoted = 'aa,bb,cc\n1,"b, ""c""\\",3\n"","""",""\n"4","5","6"\n';
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
/** More than one block (loaders/formats/blocks.ts) and one of DuckDB's buffers. */
const many = (row: string): string => `aa,bb,cc\n${row.repeat(10_000_000 / row.length)}`;

const taken: readonly Sample[] = [
  ['plain', plain],
  ['quoted', quoted],
  ['a quoted header', '"aa","b,b","cc"\n1,2,3\n'],
  ['CRLF', crlf(plain)],
  ['CRLF and quotes', crlf(quoted)],
  ['no final line end', plain.slice(0, -1)],
  ['no final line end, quoted', quoted.slice(0, -1)],
  ['no final line end, CRLF', crlf(plain).slice(0, -2)],
  ['no final line end, CRLF and quotes', crlf(quoted).slice(0, -2)],
  ['an empty last field at the end', 'aa,bb,cc\n1,2,'],
  ['a BOM', `\ufeff${plain}`],
  ['a BOM before a quoted header', '\ufeff"aa","bb","cc"\n"1","2","3"\n'],
  ['blank lines above the header', `\n\n${plain}`],
  ['CP932', bytesOf(plain, 'shift_jis')],
  ['CP932 and quotes', bytesOf(crlf(quoted).replace('"b,', '"表,ソ,'), 'shift_jis')],
  ['EUC-JP', bytesOf(plain.replace('障害', '障害が発生した'), 'euc-jp')],
  ['gzip', gzipSync(plain), 'a.csv.gz'],
  ['gzip and quotes', gzipSync(crlf(quoted)), 'a.csv.gz'],
  ['tabs', plain.replaceAll(',', '\t'), 'a.tsv'],
  ['white space of every kind', 'aa,bb,cc\n \u3000x\u00a0,\u3000," \ty "\n'],
  ['signs that mean something elsewhere', 'aa,bb,cc\n#1,\\,\'\n\\N,NULL,\\"'.replace('\\"', '\\\\')],
  ['U+FEFF inside', 'aa,bb,cc\n\ufeff1,\ufeff,"\ufeff"\n'],
  ['a column more without a name', 'aa,bb,\n1,2,\n3,4,5\n'],
  ['a very long field', `aa,bb,cc\n1,${'長'.repeat(100_000)},3\n`],
  ['ten million bytes', many(`123,${'abc def '.repeat(300)},x\n`)],
  ['ten million bytes, quoted', many(`"123","${'abc, def '.repeat(300)}",""\n`)],
];

const refused: readonly Sample[] = [
  // DuckDB takes each of these for something else than they are.
  ['a delimiter behind the last column, quoted', 'aa,bb,cc\n"1",2,3,\n'],
  ['two quoted parts in one field', 'aa,bb,cc\n"1" "2",3,4\n'],
  ['a space behind a quote', 'aa,bb,cc\n"1" ,2,3\n'],
  ['a space before a quote', 'aa,bb,cc\n1, "2",3\n'],
  ['a quote within a field', 'aa,bb,cc\n1,5" disk,3\n'],
  ['a return less, a delimiter more', 'aa,bb,cc\r\n1,2,3,\r\n4,5,6\n'],
  ['a return less, a delimiter more, quoted', 'aa,bb,cc\r\n"1",2,3,\r\n4,5,6\n'],
  ['a blank line', 'aa,bb,cc\n1,2,3\n\n4,5,6\n'],
  ['a blank line, quoted', 'aa,bb,cc\n"1",2,3\n\n4,5,6\n'],
  ['a line of spaces', 'aa,bb,cc\n1,2,3\n  \n4,5,6\n'],
  ['an empty value alone', 'aa,bb,cc\n1,2,3\n""\n4,5,6\n'],
  ['a delimiter behind the last column', 'aa,bb,cc\n1,2,3,\n'],
  ['a field less', 'aa,bb,cc\n1,2\n'],
  ['a field less and one more', 'aa,bb,cc\n1,2\n3,4,5,6\n'],
  ['a line break in a value', 'aa,bb,cc\n1,"2\n2",3\n'],
  ['a return in a value', 'aa,bb,cc\r\n1,"2\r2",3\r\n'],
  ['a value to the end', 'aa,bb,cc\n1,2,"3\n4,5,6\n'],
  ['returns alone', 'aa,bb,cc\r1,2,3\r'],
  ['both line ends', 'aa,bb,cc\r\n1,2,3\n4,5,6\r\n'],
  ['a return only at the end', 'aa,bb,cc\n1,2,3\n4,5,6\r\n'],
  ['a return before nothing', 'aa,bb,cc\n1,2,3\r'],
  ['a NUL', 'aa,bb,cc\n1,\0,3\n'],
  ['bytes of another encoding', Buffer.from('aa,bb,cc\n1,\xe9,3\n4,5,6\n', 'latin1')],
  ['UTF-16', utf16Of(plain, 'le')],
  ['one column', 'aa\n1\n\n2\n'],
  ['names of both cases', 'aa,AA,bb\n1,2,3\n'],
  ['a line break in the header', 'aa,"b\nb",cc\n1,2,3\n'],
  ['quotes far behind the beginning', `${many(`123,${'abc def '.repeat(300)},x\n`)}1,"2,3",4\n`],
  ['ten million bytes, the last row short', `${many(`123,${'abc def '.repeat(300)},x\n`)}1,2\n`],
];

describe.each([
  ['straight', taken, true],
  ['careful', refused, false],
] as const)('the %s way is taken for', (_, samples, straight) => {
  it.each(samples.map((sample) => [sample[0], sample] as const))('%s', async (_, [, content, name]) => {
    expect((await readBoth(content, name)).straight).toBe(straight);
  });
});

it('a header alone comes to nothing by either way', async () => {
  for (const text of ['aa,bb\n', 'aa,bb', '"aa","bb"\r\n', 'aa,bb\n\n']) await readBoth(text);
});
