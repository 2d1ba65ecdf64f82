import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../loaders/formats/bytes.js';
import { openTable } from '../../loaders/formats/index.js';
import { formatProblem } from '../../src/errors.js';
import { folder, good, problemOf, readContent, readTable, write } from './exportFile.js';

const text = 'id,name\n1,a\n2,b\n';
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

describe('a receipt', () => {
  test('is of the file as received', async () => {
    const plain = await readContent(text);
    expect(plain.receipt).toMatchObject({ sha256: sha256(text), bytes: text.length, compressed: false });
    const packed = gzipSync(text);
    const { receipt, records } = await readContent(packed, {}, 'a.csv.gz');
    expect(receipt).toMatchObject({ sha256: sha256(packed), bytes: packed.length, compressed: true });
    expect(good(records)).toEqual([
      [2, '1', 'a'],
      [3, '2', 'b'],
    ]);
  });

  test('covers gz of several members, as gzip(1) reads it', async () => {
    const packed = Buffer.concat([gzipSync('id,name\n1,'), gzipSync('a\n')]);
    expect(good((await readContent(packed, {}, 'm.csv.gz')).records)).toEqual([[2, '1', 'a']]);
  });

  test('is of the whole of a file larger than several chunks', async () => {
    const big = `id,name\n${'1,abcdefghij\n'.repeat(200_000)}`;
    const { receipt, records } = await readContent(gzipSync(big), {}, 'big.csv.gz');
    expect(receipt.sha256).toBe(sha256(gzipSync(big)));
    expect(records.length).toBe(200_000);
    expect(records.at(-1)?.line).toBe(200_001);
  });
});

describe('a file that cannot be used', () => {
  const codeOf = async (path: string) => (await problemOf(readTable(path))).code;

  test('is named as the configuration has it, with a hint', async () => {
    const problem = await problemOf(openTable('/nowhere/x.csv', 'exports/x.csv', { encoding: 'auto' }));
    expect(formatProblem(problem, 'en')).toBe(
      'exports/x.csv: The file does not exist (check the path in kado.yaml, or put the export in its place)',
    );
  });

  test('missing, directory, empty, other ending', async () => {
    expect(await codeOf(join(folder, 'none.csv'))).toBe('file_missing');
    mkdirSync(join(folder, 'dir.csv'));
    expect(await codeOf(join(folder, 'dir.csv'))).toBe('file_is_directory');
    expect(await codeOf(write('empty.csv', ''))).toBe('file_empty');
    expect(await codeOf(write('empty.csv.gz', gzipSync('')))).toBe('file_empty');
    const problem = await problemOf(readTable(write('a.pdf', '%PDF')));
    const told = formatProblem(problem, 'en');
    expect(told).toContain('.pdf is not read by this version');
    expect(
      told
        .match(/\.\w+(?=[ ,)])/g)
        ?.slice(1)
        .join(' '),
    ).toBe('.csv .tsv .txt .json .ndjson .jsonl .gz .xlsx .xlsm .parquet');
  });

  test('without permission to read', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may read every file');
    const path = write('secret.csv', text);
    chmodSync(path, 0o000);
    expect(await codeOf(path)).toBe('file_unreadable');
  });

  test('gz whose name and content disagree', async () => {
    expect(await codeOf(write('plain.csv.gz', text))).toBe('gz_misnamed');
    expect(await codeOf(write('packed.csv', gzipSync(text)))).toBe('gz_unnamed');
  });

  test('gz that is cut off, damaged, or followed by something else', async () => {
    const packed = gzipSync(text.repeat(1000));
    expect(await codeOf(write('cut.csv.gz', packed.subarray(0, packed.length - 12)))).toBe('gz_broken');
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, 20, 30);
    expect(await codeOf(write('damaged.csv.gz', damaged))).toBe('gz_broken');
    expect(await codeOf(write('tail.csv.gz', Buffer.concat([packed, Buffer.from('tail')])))).toBe(
      'gz_broken',
    );
  });

  test('gz that expands beyond reason', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, 'a,b\n'));
    const problem = await problemOf(readTable(write('bomb.csv.gz', bomb)));
    expect(problem.code).toBe('gz_too_large');
    expect(problem.params.limit).toBe(64 * 1024 * 1024);
  });

  test('a file that grows while it is read, or between the two readings', async () => {
    const path = write('grow.csv', `id\n${'1\n'.repeat(400_000)}`);
    const file = await openFile(path, 'grow.csv');
    const reading = async () => {
      for await (const _ of file.read()) appendFileSync(path, '2\n');
    };
    const problem = await problemOf(reading());
    expect(problem).toMatchObject({ code: 'file_changed', params: { before: 800_003 } });
    expect(problem.params.after).toBeGreaterThan(800_003);

    const later = write('later.csv', text);
    const table = await openTable(later, 'later.csv', { encoding: 'auto' });
    appendFileSync(later, '3,c\n');
    const rows = async () => {
      for await (const _ of table.batches());
    };
    expect((await problemOf(rows())).code).toBe('file_changed');
    rmSync(later);
    expect((await problemOf(rows())).code).toBe('file_missing');
  });
});
