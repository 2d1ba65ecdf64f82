import { relative } from 'node:path';
import { buildReport } from '../publish/build.js';
import { type CommonOptions, outFolder, packageRoot, readChoice, readConfig } from './options.js';
import type { Terminal } from './terminal.js';
import { runtime, version } from './version.js';

/** Warnings beyond this many are counted; all of them stand on the data page. */
const warningsPrinted = 20;

/** `kado build`: exports → DuckDB → marts → static site and data files. */
export async function runBuild(options: CommonOptions, terminal: Terminal): Promise<number> {
  const config = await readConfig(options);
  const choice = readChoice(options, config);
  const out = outFolder(options);
  const result = await buildReport({ config, out, version, runtime, packageRoot, ...choice }, terminal);
  for (const warning of result.warnings.slice(0, warningsPrinted)) terminal.log.warn(warning);
  const shown = relative(process.cwd(), out) || '.';
  const rows = result.receipts.reduce((sum, r) => sum + r.rows, 0);
  const more = Math.max(0, result.warnings.length - warningsPrinted);
  if (more > 0)
    terminal.log.info(`${more} more warnings: see the data page`, { warnings: result.warnings.length });
  if (result.rejected > 0)
    terminal.log.info(`${result.rejected} rows rejected: see ${shown}/data/rejects.csv or run kado check`, {
      rejected: result.rejected,
    });
  terminal.log.info(
    `${result.period.month} as of ${result.period.asOfLocal}: ${rows} rows, ${result.pages} pages, build ${result.buildId}`,
    {
      month: result.period.month,
      as_of: result.period.asOf,
      rows,
      pages: result.pages,
      build_id: result.buildId,
    },
  );
  for (const locale of choice.locales) terminal.print(`${shown}/${locale}/index.html`);
  return 0;
}
