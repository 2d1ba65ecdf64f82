/** Where the configuration is: the file that was named, or the nearest kado.yaml upwards from a folder. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { KadoError, problem } from '../errors.js';
import { maxBytes } from './document.js';

export const configName = 'kado.yaml';

/** Outputs name no place of this machine: of an absolute path (often from the environment) only the file's name stands. */
export const shownFile = (path: string): string =>
  isAbsolute(path) || /^[a-z]:\//i.test(path) ? `…/${basename(path)}` : path;

export interface ConfigFile {
  /** As messages name it: the path given, else the base name. */
  readonly name: string;
  readonly absolute: string;
}

/** Throws a KadoError where there is none: the hint leads to `kado init`. */
export async function findConfig(path: string | undefined, cwd: string): Promise<ConfigFile> {
  if (path !== undefined) return { name: path, absolute: resolve(cwd, path) };
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const absolute = join(folder, configName);
    if (await isFile(absolute)) return { name: basename(absolute), absolute };
    if (folder === dirname(folder)) throw new KadoError(problem('config_none', { folder: resolve(cwd) }));
  }
}

export async function readConfigFile({ name, absolute }: ConfigFile): Promise<Uint8Array> {
  try {
    const { size } = await stat(absolute);
    if (size <= maxBytes) return await readFile(absolute);
    throw new KadoError(
      problem('config_too_large', { file: name, bytes: size, limit: maxBytes }, { file: name }),
    );
  } catch (cause) {
    if (cause instanceof KadoError) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new KadoError(problem('config_not_found', { file: name }));
    throw new KadoError(problem('config_unreadable', { file: name, detail: code ?? message }));
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // absent, or in a folder that may not be looked into: search on above it
  }
}
