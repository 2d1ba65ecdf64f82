/** A project in memory → a real folder, a real database, the real loaders. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Loaded, listExports, loadExports } from '../../loaders/index.js';
import { readConfig } from '../../src/config/load.js';
import type { Config } from '../../src/config/model.js';
import { type Database, openDatabase } from '../../src/duckdb/database.js';
import { formatPlace, KadoError, type Problem } from '../../src/errors.js';
import { silentContext } from '../../src/run.js';
import { type Reject, readRejects } from '../../src/staging/rejects.js';

/** Path → text (or bytes); `kado.yaml` among them. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Staged {
  readonly db: Database;
  readonly config: Config;
  readonly loaded: Loaded;
  readonly rejects: readonly Reject[];
}

/** Loads the project and hands over what stands in staging; the folder is gone afterwards. */
export const withStaged = <T>(files: Files, use: (staged: Staged) => Promise<T>): Promise<T> =>
  withStagedAt(files, undefined, use);

/** The same with an as-of, an SQL instant. */
export async function withStagedAt<T>(
  files: Files,
  asOf: string | undefined,
  use: (staged: Staged) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kado-test-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const config = readConfig(new TextEncoder().encode(String(files['kado.yaml'])), 'kado.yaml', folder, {});
    mkdirSync(join(folder, 'db'));
    const db = await openDatabase(join(folder, 'db'), { readable: await listExports(config) });
    try {
      const loaded = await loadExports(db, config, silentContext, async () => asOf);
      return await use({ db, config, loaded, rejects: await readRejects(db) });
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `systems.csv` with the given ids, all of one unit. */
export const systemsCsv = (...ids: string[]): string =>
  ['system_id,unit_id,name_ja', ...ids.map((id) => `${id},u1,${id}`), ''].join('\n');

/** A project of one incidents file (`i.csv`) and system s1; `source` is YAML under that entry, indented by the caller's own taste. */
export function incidentProject(source: readonly string[], csv: string, more: Files = {}): Files {
  const entry = source.map((line) => `      ${line}\n`).join('');
  return {
    'kado.yaml': `max_reject_rate: 1\nsources:\n  systems: s.csv\n  incidents:\n    - path: i.csv\n${entry}`,
    's.csv': systemsCsv('s1'),
    'i.csv': csv,
    ...more,
  };
}

/** Staged incidents in the order of their lines, only the columns asked for; times as UTC text. */
export const stagedIncidents = (files: Files, columns: string): Promise<unknown[][]> =>
  withStaged(files, async ({ db }) => {
    const rows = await db.rows<Record<string, unknown>>(
      `SELECT ${columns} FROM staging.incidents ORDER BY _file, _line`,
    );
    return rows.map((row) => Object.values(row));
  });

/** `code place` of each problem that stops the load. */
export async function stops(files: Files): Promise<string[]> {
  try {
    await withStaged(files, async () => {});
  } catch (error) {
    if (error instanceof KadoError) return error.problems.map(told);
    throw error;
  }
  throw new Error('the exports were loaded');
}

export const told = ({ code, place }: Problem): string => `${code} ${place ? formatPlace(place) : ''}`;
/** `line code column` of each reject. */
export const toldReject = ({ line, code, column }: Reject): string => `${line} ${code} ${column}`;
