/**
 * Stage 1b for capacity. Samples come by the ten million, so they aren't kept: each file is rolled up by day while DuckDB reads it
 * (`staging.capacity_days`). Only rows that need a look one by one are staged as rows, in `staging.capacity`, until they are
 * rolled up too: days whose moments aren't all different, or of which more than one file speaks, and files of other formats.
 */
import type { Config } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import { type Problem, problem } from '../src/errors.js';
import type { RunContext } from '../src/run.js';
import { contracts } from '../src/staging/contracts/index.js';
import { dropDuplicates } from './duplicates.js';
import { type EntryResult, givenColumns, loadEntry, settle, typeExport, typeStraight } from './entry.js';
import { choosePreset, type Export, openExports } from './exports.js';
import { keptDays, rollQuery, seriesKey } from './rollup.js';

const contract = contracts.capacity;

/** Loads all capacity entries. `asOf` is an SQL instant: what lies behind it is rolled up apart. Throws as loadEntry does. */
export async function loadSamples(
  db: Database,
  config: Config,
  firstFile: number,
  asOf: string,
  ctx: RunContext,
): Promise<EntryResult> {
  const receipts: EntryResult['receipts'] = [];
  const warnings: Problem[] = [];
  const mapped = new Set<string>();
  const rolled: Export[] = [];
  await db.run(`CREATE TABLE rolls AS ${rollQuery(config, 'staging.capacity', '_file', asOf)} LIMIT 0`);
  for (const source of config.sources.capacity) {
    const next = firstFile + receipts.length;
    if (source.keepLast) {
      const entry = await loadEntry(db, config, source, contract, next, ctx);
      receipts.push(...entry.receipts);
      warnings.push(...entry.warnings);
      for (const column of entry.mapped) mapped.add(column);
      continue;
    }
    const step = { db, config, source, contract, ctx };
    const exports = await openExports(db, config, source, contract, choosePreset(config, source), next);
    for (const e of exports) {
      warnings.push(...e.table.warnings);
      for (const column of e.mapping.columns.keys()) mapped.add(column);
      if (await rollStraight(db, config, e, asOf, ctx, source)) rolled.push(e);
      else {
        const { from, drop } = await typeExport(step, e, givenColumns(contract, [e]));
        await settle(step, e, givenColumns(contract, [e]), from);
        await drop();
      }
    }
    receipts.push(...exports.map((e) => e.receipt));
  }
  await stageDoubtful(db, config, rolled, ctx);
  warnings.push(...(await dropDuplicates(db, contract, receipts)));
  await db.run(`INSERT INTO rolls ${rollQuery(config, 'staging.capacity', '_file', asOf)}`);
  await db.run('DELETE FROM staging.capacity');
  warnings.push(...(await mixedUnits(db, receipts)));
  await db.run(`INSERT INTO staging.capacity_days BY NAME ${keptDays('rolls')}`);
  await db.run('DROP TABLE rolls');
  return { receipts, warnings, mapped };
}
