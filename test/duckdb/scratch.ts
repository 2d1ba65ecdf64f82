/** A real database in a folder of its own, for one test file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Database, openDatabase } from '../../src/duckdb/database.js';

/** Opened at once, closed and removed after the file's last test. */
export async function scratchDatabase(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'kado-test-'));
  const db = await openDatabase(folder);
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  return db;
}

/** The single value of a query. */
export async function scalar<T>(db: Database, sql: string): Promise<T> {
  const [row] = await db.rows<{ v: T }>(`SELECT (${sql}) AS v`);
  return row!.v;
}
