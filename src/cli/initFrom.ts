/** `kado init --from FILE…`: looks at exports, says what each seems to be and why, and writes how to read it. */
import { basename, isAbsolute, posix, relative, resolve } from 'node:path';
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
  const found: Found[] = [];
  await withDatabase([], async (db) => {
    for (const file of new Set(from.map((f) => resolve(f)))) {
      const path = pathFrom(folder, file);
      const told = shownPath(file);
      const suggestion = await look(db, file, path, told, problems);
      if (!suggestion) continue;
      say(suggestion, told, terminal);
      const series = found.find((f) => isSeries(f, suggestion, path));
      if (series) series.paths.push(path);
      else found.push({ suggestion, paths: [path] });
    }
  });
  if (problems.length > 0) throw new KadoError(problems);
  const entries = new Map<Kind, string[]>();
  for (const { suggestion, paths } of found)
    entries.set(suggestion.kind, [...(entries.get(suggestion.kind) ?? []), ...entryLines(suggestion, paths)]);
  return new Map(
    [...entries].map(([kind, lines]) => [kind, [`  ${kind}:`, ...lines, ''].join('\n')] as const),
  );
}

interface Found {
  readonly suggestion: Suggestion;
  readonly paths: string[];
}

/** Exports of one series a file are one source, where they lie together and look alike. */
const isSeries = ({ suggestion, paths }: Found, other: Suggestion, path: string): boolean =>
  other.preset?.nameFrom !== undefined &&
  suggestion.preset === other.preset &&
  posix.dirname(paths[0]!) === posix.dirname(path) &&
  suggestion.sample.header.join('\n') === other.sample.header.join('\n');

/** As the person who called would name it; of a file on another drive its name, since its path is a fact of this machine. */
function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return isAbsolute(path) ? `…/${basename(path)}` : path.replaceAll('\\', '/');
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
  told: string,
  problems: Problem[],
): Promise<Suggestion | undefined> {
  if (!isWritable(path)) {
    problems.push(problem('init_path', { path }));
    return undefined;
  }
  try {
    return await suggestSource(db, file, told, starterTimezone);
  } catch (error) {
    if (!(error instanceof KadoError)) throw error;
    // There is no kado.yaml yet in which a path could be mended.
    const missing = problem('init_file_missing', {}, { file: told });
    problems.push(...error.problems.map((p) => (p.code === 'file_missing' ? missing : p)));
    return undefined;
  }
}

/** Kinds of records that a warning names; kado.yaml names more. */
const sortsToldAtMost = 8;

function say(s: Suggestion, path: string, terminal: Terminal): void {
  const { kind, preset, presets, match, sample } = s;
  const best = presets[0];
  const mapped = match.from.size + match.identity.size + match.joined.size;
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
      warn(
        problem(
          'init_dates_open',
          { column: match.from.get(column) ?? match.joined.get(column)?.day ?? column },
          file,
        ),
      );
  if (s.sorts) {
    const values = s.sorts.counts.map(({ value, rows }) => `${value === '' ? '—' : value} ${rows}`);
    const params = { column: s.sorts.column, values: values.slice(0, sortsToldAtMost).join(', ') };
    warn(problem('init_sorts_open', params, file));
  }
  const cut = checkCap({ path, rows: sample.count }, preset);
  if (cut) warn(cut);
}
