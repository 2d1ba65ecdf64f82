/** From a source's paths and globs to files, in an order that doesn't depend on the machine. */
import { realpath } from 'node:fs/promises';
import { posix, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { shownFile } from '../src/config/location.js';
import { type Config, kinds, type Source } from '../src/config/model.js';
import { KadoError, problem } from '../src/errors.js';

export interface FoundFile {
  readonly absolute: string;
  /** Relative to the configuration's folder, forward slashes: what messages and the manifest show. */
  readonly shown: string;
}

/** The files of a source, in the order of its paths. A glob must match at least one file. */
export async function findFiles(config: Config, source: Source): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const [i, path] of source.paths.entries()) {
    const files = await expandPath(config.folder, path);
    if (files.length === 0) {
      const place = ['sources', source.kind, source.index, 'path', ...(source.paths.length > 1 ? [i] : [])];
      throw new KadoError(problem('file_glob_empty', { pattern: path }, config.placeOf(place)));
    }
    found.push(...files);
  }
  return found;
}

/** A plain path is taken as it stands (whether it exists is the reader's question); a glob may match nothing. */
export async function expandPath(folder: string, path: string): Promise<FoundFile[]> {
  const found = (name: string): FoundFile => ({ absolute: resolve(folder, name), shown: shownFile(name) });
  if (!isDynamicPattern(path)) return [found(path)];
  // The part before the first wildcard is a path like any other: it may lead over a link, as to a share of the network.
  const base = path.slice(0, path.slice(0, path.search(WILDCARD)).lastIndexOf('/') + 1);
  const matches = await glob(path.slice(base.length), {
    cwd: resolve(folder, base),
    onlyFiles: true,
    dot: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    // Lies beside a workbook for as long as Excel has it open, and holds the name of whoever opened it.
    ignore: ['**/~$*'],
  });
  // By code point: an alphabetical order by locale would differ between machines.
  return matches
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((name) => found(posix.normalize(base + name)));
}

/** What a part of a path has that isn't meant as it stands; a backslash takes the meaning off the character behind it. */
const WILDCARD = /[*?{}[\]()!+@\\]/;

/** Where all exports really lie: what DuckDB's own reader is allowed to open. What can't be found is said when it is opened. */
export async function listExports(config: Config): Promise<string[]> {
  const real = new Set<string>();
  for (const source of kinds.flatMap((kind) => config.sources[kind]))
    for (const { absolute } of await findFiles(config, source).catch(() => []))
      await realpath(absolute).then(
        (path) => real.add(path),
        () => undefined,
      );
  return [...real];
}
