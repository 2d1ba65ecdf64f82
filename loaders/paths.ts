/** From a source's paths and globs to files, in an order that doesn't depend on the machine. */
import { basename, isAbsolute, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Config, Source } from '../src/config/model.js';
import { KadoError, problem } from '../src/errors.js';

export interface FoundFile {
  readonly absolute: string;
  /** Relative to the configuration's folder, forward slashes: what messages and the manifest show. */
  readonly shown: string;
}

/**
 * Outputs name no place of this machine: of an absolute path (often from the environment) only the file's name stands.
 */
const show = (path: string): string =>
  isAbsolute(path) || /^[a-z]:\//i.test(path) ? `…/${basename(path)}` : path;

/** A plain path is taken as it stands (whether it exists is the reader's question); a glob must match at least one file. */
export async function findFiles(config: Config, source: Source): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const [i, path] of source.paths.entries()) {
    if (!isDynamicPattern(path)) {
      found.push({ absolute: resolve(config.folder, path), shown: show(path) });
      continue;
    }
    const matches = await glob(path, {
      cwd: config.folder,
      onlyFiles: true,
      dot: false,
      expandDirectories: false,
      followSymbolicLinks: false,
      // Lies beside a workbook for as long as Excel has it open, and holds the name of whoever opened it.
      ignore: ['**/~$*'],
    });
    if (matches.length === 0)
      throw new KadoError(
        problem(
          'file_glob_empty',
          { pattern: path },
          config.placeOf([
            'sources',
            source.kind,
            source.index,
            'path',
            ...(source.paths.length > 1 ? [i] : []),
          ]),
        ),
      );
    // By code point: an alphabetical order by locale would differ between machines.
    for (const match of matches.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
      found.push({ absolute: resolve(config.folder, match), shown: show(match) });
  }
  return found;
}
