/** Exports for tests: bytes written to a folder of this run, opened and read to the end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openTable, type TableOptions, type TableRecord } from '../../loaders/formats/index.js';
import { type Code, KadoError, type Problem } from '../../src/errors.js';

export const folder = mkdtempSync(join(tmpdir(), 'kado-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export function write(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export async function readTable(path: string, options: Partial<TableOptions> = {}) {
  const shown = `exports/${path.split('/').pop()}`;
  const table = await openTable(path, shown, { encoding: 'auto', ...options });
  const records: TableRecord[] = [];
  for await (const batch of table.batches()) records.push(...batch.records);
  return { ...table, records };
}

export const readContent = (
  content: Uint8Array | string,
  options: Partial<TableOptions> = {},
  name = 'a.csv',
) => readTable(write(name, content), options);

/** The problem that a promise fails with. */
export async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof KadoError) return error.problems[0] as Problem;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Rows as [line, ...fields], and rejects as [line, code]. */
export const good = (records: readonly TableRecord[]): (string | number)[][] =>
  records.filter((r) => !r.problem).map((r) => [r.line, ...r.fields]);
export const rejects = (records: readonly TableRecord[]): [number, Code][] =>
  records.filter((r) => r.problem).map((r) => [r.line, (r.problem as Problem).code]);
