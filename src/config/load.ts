/** kado.yaml → Config, or one KadoError that lists everything that is wrong with it, each with its line and column. */
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { formatPlace, KadoError, problem } from '../errors.js';
import { checkAcross } from './checks.js';
import { explain } from './complaints.js';
import { inOrder, type ReadBeside, readCorrections, readFromDisk } from './corrections.js';
import { parseFile } from './document.js';
import type { Environment } from './environment.js';
import { configJsonSchema } from './jsonSchema.js';
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
 * absolute folder where relative paths start, `env` what `${NAME}` stands for, `readBeside` gives the file of corrections.
 */
export function readConfig(
  bytes: Uint8Array,
  file: string,
  folder: string,
  env: Environment,
  readBeside: ReadBeside = readFromDisk,
): Config {
  const parsed = parseFile(bytes, file);
  if (parsed.document.contents === null)
    throw new KadoError(problem('config_blank', { file }, { file, line: 1, column: 1 }));
  const { tree, problems } = readTree(parsed, env);
  const result = schema.safeParse(tree);
  const complaints = [
    ...explain(result.error?.issues ?? [], parsed, configJsonSchema),
    ...checkAcross(tree, parsed),
  ];
  // A value that its environment variable left unfilled is wrong in form too; once is enough.
  const told = new Set(problems.map(({ place }) => place && formatPlace(place)));
  const found = [...problems, ...complaints.filter(({ place }) => !place || !told.has(formatPlace(place)))];
  if (!result.success || found.length > 0) throw new KadoError(inOrder(found));
  const placeOf: Config['placeOf'] = (path) => locate(parsed, path).at;
  const corrections = result.data.corrections?.replaceAll('\\', '/');
  return {
    file,
    folder,
    hash: createHash('sha256').update(bytes).digest('hex'),
    ...resolve(result.data),
    corrections:
      corrections === undefined
        ? undefined
        : readCorrections(corrections, folder, placeOf(['corrections']), readBeside),
    placeOf,
  };
}
