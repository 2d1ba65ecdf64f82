import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Kind, kinds } from '../config/model.js';
import { KadoError, problem } from '../errors.js';
import { columnNames } from '../staging/contract.js';
import { contracts } from '../staging/contracts/index.js';
import { describeExports } from './initFrom.js';
import type { CommonOptions } from './options.js';
import { starterConfig } from './starter.js';
import type { Terminal } from './terminal.js';

export interface InitOptions extends CommonOptions {
  readonly from?: readonly string[];
}

/**
 * `kado init DIR`: a commented kado.yaml and a CSV template with headers per kind; refuses if any of them exists.
 * With `--from`, kado.yaml describes the given exports, and their kinds need no template.
 */
export async function runInit(
  dir: string | undefined,
  options: InitOptions,
  terminal: Terminal,
): Promise<number> {
  const { from = [] } = options;
  if (dir === undefined && from.length === 0)
    throw new KadoError(problem('command_usage', { detail: "missing required argument 'dir'" }));
  const folder = dir ?? '.';
  const given: ReadonlyMap<Kind, string> =
    from.length === 0 ? new Map() : await describeExports(from, folder, terminal);
  const files = new Map<string, string>([['kado.yaml', starterConfig(given)]]);
  // A byte order mark, so that Excel opens the Japanese that people will type in as what it is.
  for (const kind of kinds)
    if (!given.has(kind))
      files.set(`exports/${kind}.csv`, `\ufeff${columnNames(contracts[kind]).join(',')}\r\n`);
  const existing: string[] = [];
  for (const name of files.keys())
    if (await stat(join(folder, name)).catch(() => undefined))
      existing.push(relative(process.cwd(), join(folder, name)));
  if (existing.length > 0) throw new KadoError(existing.map((path) => problem('init_exists', { path })));
  await mkdir(join(folder, 'exports'), { recursive: true });
  for (const [name, text] of files) await writeFile(join(folder, name), text, { flag: 'wx' });
  for (const name of files.keys()) terminal.print(relative(process.cwd(), join(folder, name)));
  const config = relative(process.cwd(), join(folder, 'kado.yaml'));
  terminal.log.info(
    given.size > 0
      ? `correct ${config}, fill the templates in exports/ that you need, then: kado check --config ${config}`
      : `fill exports/ (or point kado.yaml at the exports that you have), then: kado check --config ${config}`,
  );
  return 0;
}
