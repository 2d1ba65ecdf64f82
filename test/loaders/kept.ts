/** Loads of one project folder, with a cache and without; what they leave in staging, to be compared as a whole. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listExports, loadExports, openCache } from '../../loaders/index.js';
import { readConfig } from '../../src/config/load.js';
import type { Config } from '../../src/config/model.js';
import { type Database, openDatabase } from '../../src/duckdb/database.js';
import { formatProblem, KadoError } from '../../src/errors.js';
import { silentContext } from '../../src/run.js';

export type Mode = 'none' | 'reads' | 'writes';

export interface Outcome {
  /** Everything that a load gives, as text: tables, receipts, warnings; or what stops it. */
  readonly left: string;
  /** How many exports were not read. */
  readonly unchanged: number;
  /** What is said of the cache otherwise. */
  readonly said: readonly string[];
  /** Statements in which DuckDB reads anything but what was kept. */
  readonly read: readonly string[];
}

export interface LoadOptions {
  readonly runtime?: string;
  /** SQL instant. */
  readonly asOf?: string;
  /** What DuckDB spends on it must not show. */
  readonly threads?: number;
}

/** Larger tables are compared by a hash of each row. */
const listedRows = 1000;

/** Everything that stands in staging. The rows of a log come out of its windows in any order, cached or not. */
async function describeStaging(db: Database): Promise<unknown[]> {
  const tables = await db.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'staging' ORDER BY 1`,
  );
  const all: unknown[] = [];
  for (const { name } of tables) {
    const table = `staging."${name}"`;
    const [count] = await db.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`);
    const rows =
      count!.n <= listedRows
        ? `SELECT COLUMNS(*)::VARCHAR FROM ${table} ORDER BY ALL`
        : `SELECT count(*) AS n, bit_xor(md5_number_lower(t::VARCHAR))::VARCHAR AS hash FROM ${table} t`;
    all.push(name, await db.rows(rows));
  }
  return all;
}

export async function load(config: Config, mode: Mode, options: LoadOptions = {}): Promise<Outcome> {
  const scratch = mkdtempSync(join(tmpdir(), 'kado-db-'));
  const { runtime = 'node 1', asOf, threads } = options;
  const db = await openDatabase(scratch, {
    readable: await listExports(config),
    ...(threads === undefined ? {} : { threads }),
  });
  const statements: string[] = [];
  const heard: Database = {
    ...db,
    run: (sql, params) => {
      statements.push(sql);
      return db.run(sql, params);
    },
  };
  const said: string[] = [];
  const ctx = { ...silentContext, log: { info: (text: string) => void said.push(text), warn() {} } };
  const cache = mode === 'none' ? undefined : openCache(config, { runtime, writes: mode === 'writes' });
  try {
    const left = await loadExports(heard, config, ctx, async () => asOf, cache).then(
      async ({ receipts, warnings, mapped, overLimit }) => ({
        receipts,
        warnings,
        mapped: [...mapped],
        overLimit,
        staging: await describeStaging(db),
      }),
      (error) => {
        if (!(error instanceof KadoError)) throw error;
        return error.problems.map((p) => formatProblem(p, 'en'));
      },
    );
    return {
      left: JSON.stringify(left, null, 1),
      unchanged: cache?.unchanged ?? 0,
      said: said.filter((text) => !text.includes('not read again')),
      read: statements.filter((sql) => /read_csv/.test(sql) || /read_parquet\('(?!.*kept-)/.test(sql)),
    };
  } finally {
    db.close();
    rmSync(scratch, { recursive: true });
  }
}

/** A folder with a project that changes from load to load. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'kado-kept-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
    if (path === 'kado.yaml') this.#yaml = String(text);
  }

  #yaml = '';

  get config(): Config {
    return readConfig(new TextEncoder().encode(this.#yaml), 'kado.yaml', this.folder, {});
  }

  get cache(): string {
    return join(this.folder, '.kado/cache');
  }

  load(mode: Mode, options?: LoadOptions): Promise<Outcome> {
    return load(this.config, mode, options);
  }

  remove(): void {
    // A test may have forbidden to write to it.
    if (existsSync(this.cache)) chmodSync(this.cache, 0o700);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
