/** One database at which file after file is loaded into staging, by either way of reading, and cleared away again. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planCorrections } from '../../../loaders/corrections.js';
import { dropDuplicates } from '../../../loaders/duplicates.js';
import { loadEntry } from '../../../loaders/entry.js';
import { sizeColumn } from '../../../loaders/formats/table.js';
import { loadSamples } from '../../../loaders/samples.js';
import type { Load } from '../../../loaders/typedExport.js';
import { readConfig } from '../../../src/config/load.js';
import type { Config, Kind } from '../../../src/config/model.js';
import { type Database, openDatabase } from '../../../src/duckdb/database.js';
import { quoteName } from '../../../src/duckdb/quote.js';
import { KadoError, type Problem } from '../../../src/errors.js';
import { silentContext } from '../../../src/run.js';
import { contracts } from '../../../src/staging/contracts/index.js';
import type { Receipt } from '../../../src/staging/receipt.js';
import { type Reject, readRejects } from '../../../src/staging/rejects.js';
import { createStaging } from '../../../src/staging/tables.js';
import { constantOffset } from '../../../src/staging/typing/times.js';

export type StagedRow = Readonly<Record<string, string | number | boolean | null>>;

/** What stands in staging after a load. */
export interface Standing {
  readonly rows: readonly StagedRow[];
  readonly rejects: readonly Reject[];
  readonly receipts: readonly Receipt[];
  readonly warnings: readonly Problem[];
}

/** The same, or the problems that stopped it. */
export type Outcome = Standing | { readonly problems: readonly Problem[] };

export const isStanding = (outcome: Outcome): outcome is Standing => 'rows' in outcome;

/** `quick`: whatever way the loaders take; `careful`: as if DuckDB's own reader refused every file. */
export type Way = 'quick' | 'careful';

export interface Read {
  readonly outcome: Outcome;
  /** Whether DuckDB's own reader was asked for the file, and whether what it gave was kept. */
  readonly asked: boolean;
  readonly straight: boolean;
}

/** What a case loads: the source's YAML (under its kind, of the file `path`), and the bytes. */
export interface Case {
  readonly kind: Kind;
  readonly path: string;
  readonly source: readonly string[];
  readonly content: Uint8Array;
}

export class Desk {
  readonly #folder: string;
  readonly #db: Database;
  readonly #configs = new Map<string, Promise<Load>>();

  private constructor(folder: string, db: Database) {
    this.#folder = folder;
    this.#db = db;
  }

  /** `paths` are the files that cases may be written to. */
  static async open(paths: readonly string[]): Promise<Desk> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kado-fuzz-')));
    mkdirSync(join(folder, 'db'));
    const db = await openDatabase(join(folder, 'db'), { readable: paths.map((path) => join(folder, path)) });
    await createStaging(db);
    return new Desk(folder, db);
  }

  close(): void {
    this.#db.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async read({ kind, path, source, content }: Case, way: Way = 'quick'): Promise<Read> {
    writeFileSync(join(this.#folder, path), content);
    const load = await this.#configure(kind, path, source);
    const seen = { scans: 0, raws: 0 };
    const look = (sql: string): void => {
      if (sql.includes(sizeColumn) && sql.includes('read_csv(')) {
        // What is not UTF-8 is written anew into the database's own folder, which it may always read.
        if (way === 'careful') throw new Error('Invalid Input Error: refused by the test');
        seen.scans++;
      }
      if (/^CREATE TABLE "raw_/.test(sql) && !sql.includes(sizeColumn)) seen.raws++;
    };
    const db: Database = {
      ...this.#db,
      readable: way === 'quick' ? this.#db.readable : new Set(),
      run: async (sql, params) => {
        look(sql);
        return this.#db.run(sql, params);
      },
    };
    try {
      const outcome = await this.#load({ ...load, db }, kind);
      return { outcome, asked: seen.scans > 0, straight: seen.scans > 0 && seen.raws === 0 };
    } finally {
      await this.#clear(kind);
    }
  }

  async #load(load: Load, kind: Kind): Promise<Outcome> {
    try {
      const contract = contracts[kind];
      const { receipts, warnings } =
        kind === 'capacity'
          ? await loadSamples(load, 0, undefined)
          : await loadEntry(load, load.config.sources[kind][0]!, 0);
      const repeated = kind === 'capacity' ? [] : await dropDuplicates(load.db, contract, receipts);
      return {
        rows: await this.#staged(kind),
        rejects: await readRejects(load.db),
        receipts: receipts.map((r) => ({ ...r })),
        warnings: [...warnings, ...repeated],
      };
    } catch (error) {
      if (error instanceof KadoError) return { problems: error.problems };
      throw error;
    }
  }

  #staged(kind: Kind): Promise<StagedRow[]> {
    const table = kind === 'capacity' ? 'capacity_days' : kind;
    const texts = 'SELECT COLUMNS(*)::VARCHAR FROM';
    return this.#db.rows(
      `${texts} (SELECT * ${kind === 'capacity' ? 'EXCLUDE (_file)' : ''} FROM staging.${quoteName(table)} ORDER BY ALL)`,
    );
  }

  async #configure(kind: Kind, path: string, source: readonly string[]): Promise<Load> {
    const entry = source.map((line) => `      ${line}\n`).join('');

    const yaml = `max_reject_rate: 1\nsources:\n${['systems', 'incidents']
      .filter((k) => k !== kind)
      .map((k) => `  ${k}: none.csv\n`)
      .join('')}  ${kind}:\n    - path: ${path}\n${entry}`;
    const known = this.#configs.get(yaml);
    if (known) return known;
    const made = this.#prepare(readConfig(new TextEncoder().encode(yaml), 'kado.yaml', this.#folder, {}));
    this.#configs.set(yaml, made);
    return made;
  }

  async #prepare(config: Config): Promise<Load> {
    const offset = await constantOffset(this.#db, config.timezone);
    return { db: this.#db, config, plan: await planCorrections(config), offset, ctx: silentContext };
  }

  /** Staging as it was, and no table of a load that was stopped. */
  async #clear(kind: Kind): Promise<void> {
    const left = await this.#db.rows<{ name: string }>(
      `SELECT table_name AS name FROM duckdb_tables() WHERE schema_name = 'main'`,
    );
    for (const { name } of left) await this.#db.run(`DROP TABLE ${quoteName(name)}`);
    for (const table of [kind, 'capacity', 'capacity_days', 'rejects'])
      await this.#db.run(`DELETE FROM staging.${quoteName(table)}`);
  }
}
