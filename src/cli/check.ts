import { listExports, loadExports, openCache } from '../../loaders/index.js';
import { formatProblem, hintOf, KadoError, messageOf, type Problem } from '../errors.js';
import { summariseGradings } from '../marts/gradingSummary.js';
import { buildMarts } from '../marts/index.js';
import { findAsOf } from '../marts/period.js';
import { findPlanFaults } from '../metrics/planFaults.js';
import { checkRebases } from '../metrics/signals.js';
import { readCommentary } from '../pages/commentary.js';
import { rejectProblem } from '../pages/rejectProblem.js';
import { withDatabase } from '../publish/build.js';
import { checkSchemes, settleSchemes } from '../schemes/settle.js';
import { readRejects } from '../staging/rejects.js';
import { gradingLines } from './checkGradings.js';
import { type CommonOptions, readChoice, readConfig } from './options.js';
import type { Terminal } from './terminal.js';
import { runtime } from './version.js';

/**
 * `kado check`: validates configuration and every export, writes nothing. Problems are its result, so they go to stdout,
 * those that end it early too. Exit 1 when a build would stop, or when any row would be rejected; 2 when the configuration
 * is wrong; warnings alone are exit 0.
 */
export async function runCheck(options: CommonOptions, terminal: Terminal): Promise<number> {
  const print = (p: Problem): void =>
    terminal.print(
      terminal.voice.json
        ? JSON.stringify({
            level: p.level,
            code: p.code,
            ...p.place,
            message: messageOf(p, 'en'),
            hint: hintOf(p, 'en'),
          })
        : formatProblem(p, 'en'),
    );
  try {
    return await checkAll(options, terminal, print);
  } catch (error) {
    // Without a place it is about the command line, not about what was checked.
    if (!(error instanceof KadoError) || !error.problems.every((p) => p.place)) throw error;
    terminal.progress.end();
    for (const p of error.problems) print(p);
    return error.exitCode;
  }
}

async function checkAll(
  options: CommonOptions,
  terminal: Terminal,
  print: (p: Problem) => void,
): Promise<number> {
  const config = await readConfig(options);
  const choice = readChoice(options, config);
  return withDatabase(await listExports(config), async (db) => {
    await checkSchemes(db, config);
    const cache = openCache(config, { runtime, writes: false });
    const loaded = await loadExports(db, config, terminal, () => findAsOf(db, config, choice), cache);
    const paths = new Map(loaded.receipts.map((r) => [r.file, r.path]));
    const rejects = await readRejects(db);
    for (const reject of rejects) print(rejectProblem(reject, paths.get(reject.file) ?? ''));
    for (const p of [...loaded.warnings, ...loaded.overLimit]) print(p);
    const schemes = await settleSchemes(db, config, (file) => paths.get(file));
    const period = await buildMarts(db, config, choice, schemes);
    await checkRebases(db, config);
    const plans = await findPlanFaults(db, loaded.receipts);
    for (const p of plans) print(p);
    await readCommentary(db, config, period.month);
    const warnings = loaded.warnings.length + plans.filter((p) => p.level === 'warning').length;
    for (const r of loaded.receipts)
      terminal.log.info(
        `${r.path}: ${r.rows} rows = ${r.staged} staged + ${r.rejected} rejected + ${r.filtered} filtered + ${r.superseded} superseded + ${r.duplicate} duplicate; ${r.encoding} (${r.why.code})`,
        { ...r },
      );
    const { corrections } = config;
    if (corrections)
      terminal.log.info(`${corrections.path}: ${corrections.entries.length} corrections, all of which fit`, {
        corrections: corrections.entries.length,
      });
    for (const company of await summariseGradings(db, period))
      for (const line of gradingLines(company, period)) terminal.log.info(line, { ...company });
    terminal.log.info(
      `${rejects.length} rows rejected, ${warnings} warnings; the month would be ${period.month} as of ${period.asOfLocal}`,
      {
        rejected: rejects.length,
        warnings,
        month: period.month,
      },
    );
    const errors = [...loaded.overLimit, ...plans.filter((p) => p.level === 'error')];
    return rejects.length > 0 || errors.length > 0 ? 1 : 0;
  });
}
