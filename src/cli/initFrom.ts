/** `kado init --from FILE…`: looks at exports, says what each seems to be and why, and writes how to read it. */
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { checkCap } from '../../loaders/caps.js';
import { type Suggestion, suggestSource } from '../../loaders/suggest/index.js';
import type { Kind } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { KadoError, type Problem, problem } from '../errors.js';
import { withDatabase } from '../publish/build.js';
import { entryLines } from './initConfig.js';
import { isWritable } from './initText.js';
import { isOpen } from './initTimes.js';
import { starterTimezone } from './starter.js';
import type { Terminal } from './terminal.js';

/** The sources of kado.yaml by kind. Throws one KadoError for all files that can't be used; nothing is written then. */
export async function describeExports(
  from: readonly string[],
  dir: string,
  terminal: Terminal,
): Promise<ReadonlyMap<Kind, string>> {
  const folder = resolve(dir);
  const problems: Problem[] = [];
  const entries = new Map<Kind, string[]>();
  await withDatabase([], async (db) => {
    for (const file of new Set(from.map((f) => resolve(f)))) {
      const path = pathFrom(folder, file);
      const suggestion = await look(db, file, path, problems);
      if (!suggestion) continue;
      say(suggestion, path, terminal);
      entries.set(suggestion.kind, [
        ...(entries.get(suggestion.kind) ?? []),
        ...entryLines(suggestion, path),
      ]);
    }
  });
  if (problems.length > 0) throw new KadoError(problems);
  return new Map(
    [...entries].map(([kind, lines]) => [kind, [`  ${kind}:`, ...lines, ''].join('\n')] as const),
  );
}

/** As kado.yaml names it: relative to its folder, with slashes; on another drive there is no such path. */
function pathFrom(folder: string, file: string): string {
  const path = relative(folder, file);
  return (isAbsolute(path) ? file : path).replaceAll('\\', '/');
}

async function look(
  db: Database,
  file: string,
  path: string,
  problems: Problem[],
): Promise<Suggestion | undefined> {
  if (!isWritable(path)) {
    problems.push(problem('init_path', { path }));
    return undefined;
  }
  try {
    // An absolute path is a fact of this machine; messages name the file as everywhere.
    return await suggestSource(db, file, isAbsolute(path) ? `…/${basename(path)}` : path, starterTimezone);
  } catch (error) {
    if (!(error instanceof KadoError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function say(s: Suggestion, path: string, terminal: Terminal): void {
  const { kind, preset, presets, match, sample } = s;
  const best = presets[0];
  const mapped = match.from.size + match.identity.size;
  const why = preset
    ? `preset ${preset.name}: ${best!.present.join(', ')} are there`
    : `no preset: ${best ? `${best.preset.name} lacks ${best.absent.join(', ')}` : 'none has these columns'}`;
  terminal.log.info(
    `${path}: ${kind}, ${why}; ${mapped} columns mapped, ${match.perhaps.size} to be looked at, ${match.unused.length} not used`,
    { path, kind, preset: preset?.name, mapped, unused: match.unused.length, rows: sample.count },
  );
  const file = { file: path };
  const warn = (p: Problem): void => terminal.log.warn({ ...p, level: 'warning' });
  for (const p of sample.warnings) warn(p);
  for (const column of s.lacking) warn(problem('init_column_open', { column, kind }, file));
  for (const [column, time] of s.times)
    if (isOpen(time, s.settled))
      warn(problem('init_dates_open', { column: match.from.get(column) ?? column }, file));
  const cut = checkCap({ path, rows: sample.count }, preset);
  if (cut) warn(cut);
}
