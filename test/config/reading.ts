/** Reads a configuration from text, as the tests write it. */
import { readConfig } from '../../src/config/load.js';
import type { Config } from '../../src/config/model.js';
import { formatPlace, KadoError, type Problem } from '../../src/errors.js';

export const smallest = 'sources:\n  systems: systems.csv\n  incidents: incidents.csv\n';

export const read = (yaml: string | Uint8Array, env: Record<string, string | undefined> = {}): Config =>
  readConfig(typeof yaml === 'string' ? new TextEncoder().encode(yaml) : yaml, 'kado.yaml', '/project', env);

/** The problems of a file that must have some. */
export function problemsOf(
  yaml: string | Uint8Array,
  env: Record<string, string | undefined> = {},
): readonly Problem[] {
  try {
    read(yaml, env);
  } catch (error) {
    if (error instanceof KadoError) return error.problems;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

/** `code line:column` of each problem: what most tests compare. */
export const told = (yaml: string | Uint8Array, env: Record<string, string | undefined> = {}): string[] =>
  problemsOf(yaml, env).map(
    ({ code, place }) => `${code} ${place ? formatPlace(place).replace('kado.yaml:', '') : ''}`,
  );
