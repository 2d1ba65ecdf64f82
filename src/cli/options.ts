/** Options that commands share, checked once (contract.md, "Command line"). */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../config/load.js';
import type { Config, Locale } from '../config/model.js';
import { isTimestamp } from '../config/timestamp.js';
import { KadoError, problem } from '../errors.js';

export interface CommonOptions {
  readonly config?: string;
  readonly month?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly locale?: string;
  readonly edition?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly debug?: boolean;
}

/** The folder of the package: `lib/src/cli/` is three below it, `src/cli/` in a checkout two. */
export const packageRoot = fileURLToPath(
  new URL(import.meta.url.includes('/lib/src/cli/') ? '../../../' : '../../', import.meta.url),
).replace(/[\\/]$/, '');

export const readConfig = (options: CommonOptions): Promise<Config> =>
  loadConfig(options.config, process.cwd(), process.env);

/** Where the output goes, from where the command was called: what `--out` says, else `dist`. */
export const outFolder = (options: CommonOptions): string => resolve(process.cwd(), options.out ?? 'dist');

/** Month, as-of and languages of a run; throws a KadoError that names the option. */
export function readChoice(
  options: CommonOptions,
  config: Config,
): { month: string | undefined; asOf: string | undefined; locales: readonly Locale[] } {
  if (options.edition !== undefined) throw new KadoError(problem('option_not_yet', { option: '--edition' }));
  if (options.month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(options.month))
    throw new KadoError(
      problem('option_value', { option: '--month', value: options.month, expected: 'YYYY-MM' }),
    );
  if (options.asOf !== undefined && !isTimestamp(options.asOf))
    throw new KadoError(
      problem('option_value', {
        option: '--as-of',
        value: options.asOf,
        expected: 'YYYY-MM-DDTHH:MM:SS+09:00',
      }),
    );
  const locales =
    options.locale === undefined ? config.locales : options.locale.split(',').map((l) => l.trim());
  for (const locale of locales)
    if (locale !== 'ja' && locale !== 'en')
      throw new KadoError(problem('option_value', { option: '--locale', value: locale, expected: 'ja, en' }));
  return { month: options.month, asOf: options.asOf, locales: [...new Set(locales)] as Locale[] };
}
