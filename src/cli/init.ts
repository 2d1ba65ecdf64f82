import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { kinds } from '../config/model.js';
import { KadoError, problem } from '../errors.js';
import { columnNames } from '../staging/contract.js';
import { contracts } from '../staging/contracts/index.js';
import type { CommonOptions } from './options.js';
import { starterConfig } from './starter.js';
import type { Terminal } from './terminal.js';

/** `kado init DIR`: a commented kado.yaml and a CSV template with headers per kind; refuses if any of them exists. */
export async function runInit(dir: string, _options: CommonOptions, terminal: Terminal): Promise<number> {
  const files = new Map<string, string>([['kado.yaml', starterConfig]]);
  // A byte order mark, so that Excel opens the Japanese that people will type in as what it is.
  for (const kind of kinds)
    files.set(`exports/${kind}.csv`, `\ufeff${columnNames(contracts[kind]).join(',')}\r\n`);
  const existing: string[] = [];
  for (const name of files.keys())
    if (await stat(join(dir, name)).catch(() => undefined)) existing.push(join(dir, name));
  if (existing.length > 0) throw new KadoError(existing.map((path) => problem('init_exists', { path })));
  await mkdir(join(dir, 'exports'), { recursive: true });
  for (const [name, text] of files) await writeFile(join(dir, name), text, { flag: 'wx' });
  for (const name of files.keys()) terminal.print(relative(process.cwd(), join(dir, name)));
  terminal.log.info(
    `fill exports/ (or point kado.yaml at the exports that you have), then: kado check --config ${join(dir, 'kado.yaml')}`,
  );
  return 0;
}
