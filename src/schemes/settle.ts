/** The schemes of a run: those that the configuration writes, and those that its companies name. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { KadoError, type Place, type Problem, problem } from '../errors.js';
import { type CheckedScheme, checkScheme } from './check.js';
import { knownIds, type Shelf } from './layers.js';
import { listPresets, readPreset } from './presets.js';
import { resolveScheme } from './resolve.js';
import { asExported } from './scheme.js';

export type Schemes = ReadonlyMap<string, CheckedScheme>;

interface Naming {
  readonly scheme: string;
  readonly place: Place;
}

/** Before any export is read: what kado.yaml itself writes and names. Throws a KadoError. */
export async function checkSchemes(db: Database, config: Config): Promise<void> {
  const named = config.companies.flatMap(({ scheme }, i) =>
    scheme === undefined ? [] : [{ scheme, place: config.placeOf(['companies', i, 'scheme']) }],
  );
  await readSchemes(db, config, named);
}

/** Once the companies are staged: the schemes that they use, by id. `pathOf` gives an export's path by its number. */
export async function settleSchemes(
  db: Database,
  config: Config,
  pathOf: (file: number) => string | undefined = () => undefined,
): Promise<Schemes> {
  const rows = await db.rows<{ scheme: string; file: number; line: number; entry: number }>(
    'SELECT scheme, _file AS file, _line AS line, _entry AS entry FROM staging.companies WHERE scheme IS NOT NULL ORDER BY _file, _line',
  );
  const named = rows.map(({ scheme, file, line, entry }): Naming => {
    const path = pathOf(file);
    if (file < 0) return { scheme, place: config.placeOf(['companies', line, 'scheme']) };
    return {
      scheme,
      place:
        path === undefined
          ? config.placeOf(['sources', 'companies', entry])
          : { file: path, line, column: 'scheme' },
    };
  });
  const all = await readSchemes(db, config, named);
  const used = new Set(named.map(({ scheme }) => scheme));
  return new Map([...all].filter(([id]) => used.has(id)));
}

async function readSchemes(db: Database, config: Config, named: readonly Naming[]): Promise<Schemes> {
  const wanted = new Set([...Object.keys(config.schemes), ...named.map(({ scheme }) => scheme)]);
  const ids = await listPresets();
  // Those that are wanted, and what a configured scheme may extend.
  const read = Object.keys(config.schemes).length > 0 ? ids : ids.filter((id) => wanted.has(id));
  const presets = new Map(await Promise.all(read.map(async (id) => [id, await readPreset(id)] as const)));
  const shelf: Shelf = { config, presets };
  const allowed = [...new Set([...ids, ...knownIds(shelf)])].sort();
  const problems: Problem[] = [];
  for (const { scheme, place } of named)
    if (!allowed.includes(scheme))
      problems.push(problem('scheme_unknown', { value: scheme, allowed: allowed.join(', ') || '—' }, place));
  if (Object.hasOwn(config.schemes, asExported.id))
    problems.push(
      problem('scheme_reserved', { value: asExported.id }, config.placeOf(['schemes', asExported.id])),
    );
  const schemes = new Map<string, CheckedScheme>();
  for (const id of [...wanted].filter((w) => allowed.includes(w)).sort()) {
    try {
      schemes.set(id, await checkScheme(db, resolveScheme(id, shelf)));
    } catch (error) {
      if (!(error instanceof KadoError)) throw error;
      problems.push(...error.problems);
    }
  }
  // One line of a preset, or of a scheme that others extend, is told once.
  const told = new Map(problems.map((p) => [JSON.stringify([p.code, p.place, p.params]), p]));
  if (told.size > 0) throw new KadoError([...told.values()]);
  return schemes;
}
