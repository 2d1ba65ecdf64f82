/** kado.yaml → Config, or one KadoError that lists everything that is wrong with it, each with its line and column. */
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { formatPlace, KadoError, type Problem } from '../errors.js';
import { checkAcross } from './checks.js';
import { explain } from './complaints.js';
import { parseFile } from './document.js';
import type { Environment } from './environment.js';
import { findConfig, readConfigFile } from './location.js';
import type { Config } from './model.js';
import { locate } from './place.js';
import { resolve } from './resolve.js';
import { schema } from './schema.js';
import { readTree } from './tree.js';

/** Loads the file at `path`, else the nearest kado.yaml upwards from `cwd`. */
export async function loadConfig(path: string | undefined, cwd: string, env: Environment): Promise<Config> {
  const file = await findConfig(path, cwd);
  return readConfig(await readConfigFile(file), file.name, dirname(file.absolute), env);
}

/**
 * Reads a configuration from its bytes (an archive's, a test's). `file` is its name in messages, `folder` the
 * absolute folder where relative paths start, `env` what `${NAME}` stands for.
 */
export function readConfig(bytes: Uint8Array, file: string, folder: string, env: Environment): Config {
  const parsed = parseFile(bytes, file);
  const { tree, problems } = readTree(parsed, env);
  const result = schema.safeParse(tree);
  const complaints = [...explain(result.error?.issues ?? [], parsed), ...checkAcross(tree, parsed)];
  // A value that its environment variable left unfilled is wrong in form too; once is enough.
  const told = new Set(problems.map(({ place }) => place && formatPlace(place)));
  const found = [...problems, ...complaints.filter(({ place }) => !place || !told.has(formatPlace(place)))];
  if (!result.success || found.length > 0) throw new KadoError(inOrder(found));
  return {
    file,
    folder,
    hash: createHash('sha256').update(bytes).digest('hex'),
    ...resolve(result.data),
    placeOf: (path) => locate(parsed, path).at,
  };
}

/** As one reads the file: by line, then by column. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const position = ({ place }: Problem) => (place?.line ?? 0) * 1e6 + Number(place?.column ?? 0);
  return [...problems].sort((a, b) => position(a) - position(b));
}
