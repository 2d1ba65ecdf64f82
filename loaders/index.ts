/** Stage 1: every export that the configuration names → staging, with receipts, rejects and warnings. */
import { type Config, type Kind, kinds } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { KadoError, type Problem, problem } from '../src/errors.js';
import type { RunContext } from '../src/run.js';
import { contracts } from '../src/staging/contracts/index.js';
import { closes, type Receipt } from '../src/staging/receipt.js';
import { countRejects } from '../src/staging/rejects.js';
import { createStaging, stageCompanies } from '../src/staging/tables.js';
import { constantOffset } from '../src/staging/typing/times.js';
import { type Cache, closeCache, loadKept } from './cache/index.js';
import { checkCorrections } from './correctionChecks.js';
import { planCorrections } from './corrections.js';
import { dropDuplicates } from './duplicates.js';
import { loadEntry } from './entry.js';
import { findMismatches } from './mismatches.js';
import { findContradictions, findHarmFaults, findUnranked } from './oddities.js';
import { checkReferences } from './references.js';
import { loadSamples } from './samples.js';
import { findUnreadHours } from './serviceHours.js';
import type { Load } from './typedExport.js';
import { findValidityFaults } from './validity.js';

export type { Receipt } from '../src/staging/receipt.js';
export { type Cache, cacheFolder, openCache } from './cache/index.js';
export { listExports } from './paths.js';

/** Why rows are rejected that never were records. */
const noRecords = ['row_is_total', 'row_is_note'] as const;

export interface Loaded {
  readonly receipts: readonly Receipt[];
  /** What the reader of the report should know, besides the rejects (which stand in `staging.rejects`). */
  readonly warnings: readonly Problem[];
  /** `kind.column` for each canonical column that at least one export gives. */
  readonly mapped: ReadonlySet<string>;
  /** Files whose share of rejected rows is over the limit: the build must stop, with nothing published. */
  readonly overLimit: readonly Problem[];
}

/**
 * Loads all sources. Problems of single files are collected, so that one run names them all; then thrown together.
 * Afterwards `staging.<kind>` holds one row per key, and each receipt's account closes. `findAsOf` gives the SQL instant behind which
 * nothing exists, once the incidents are staged; without it all samples of capacity count. Without `cache` everything is read.
 */
export async function loadExports(
  db: Database,
  config: Config,
  ctx: RunContext,
  findAsOf: () => Promise<string | undefined> = async () => undefined,
  cache?: Cache,
): Promise<Loaded> {
  await createStaging(db);
  const receipts: Receipt[] = [];
  const warnings: Problem[] = [];
  const mapped = new Set<string>();
  const corrections = await planCorrections(config);
  const offset = await constantOffset(db, config.timezone);
  const load: Load = { db, config, plan: corrections, offset, ctx };
  const fatal: Problem[] = [];
  const unread = new Set<Kind>();
  for (const kind of kinds) {
    const contract = contracts[kind];
    const ofKind: Receipt[] = [];
    const { length } = receipts;
    // Samples are rolled up over all entries together.
    const loads =
      kind === 'capacity'
        ? [
            async () => {
              const asOf = await findAsOf();
              const unit = { sources: config.sources[kind], table: 'capacity_days', firstFile: length, asOf };
              return loadKept(cache, load, unit, () => loadSamples(load, length, asOf));
            },
          ]
        : config.sources[kind].map((source) => () => {
            const firstFile = length + ofKind.length;
            const unit = { sources: [source], table: kind, firstFile };
            return loadKept(cache, load, unit, () => loadEntry(load, source, firstFile));
          });
    for (const next of loads) {
      try {
        const result = await next();
        ofKind.push(...result.receipts);
        warnings.push(...result.warnings);
        for (const column of result.mapped) mapped.add(`${kind}.${column}`);
      } catch (error) {
        if (!(error instanceof KadoError)) throw error;
        fatal.push(...error.problems);
        // What it left in staging bears the numbers that the next files get: nothing of that may be kept.
        if (cache) cache.writes = false;
        unread.add(kind);
      }
    }
    receipts.push(...ofKind);
    if (kind === 'companies') await stageCompanies(db, config.companies);
    if (kind !== 'capacity') warnings.push(...(await dropDuplicates(db, contract, ofKind)));
  }
  fatal.push(...(await checkCorrections(db, config, corrections, receipts, mapped, unread)));
  if (fatal.length > 0) throw new KadoError(fatal);
  for (const kind of kinds) warnings.push(...(await checkReferences(db, contracts[kind], receipts)));
  warnings.push(...(await findValidityFaults(db, receipts)));
  warnings.push(...(await findMismatches(db, config.timezone, receipts)));
  warnings.push(...(await findContradictions(db, config.timezone, receipts)));
  warnings.push(...(await findHarmFaults(db, config.timezone, receipts)));
  warnings.push(...(await findUnranked(db, config)));
  warnings.push(...(await findUnreadHours(db, receipts)));
  for (const receipt of receipts)
    if (!closes(receipt))
      throw new Error(`${receipt.path}: the account of rows does not close: ${JSON.stringify(receipt)}`);
  ctx.progress.end();
  if (cache) await closeCache(cache, load, receipts.length);
  return { receipts, warnings, mapped, overLimit: await findOverLimit(db, config, receipts) };
}

/**
 * Files of which more rows are rejected than may be. Rows that are totals or notes count neither as rejected nor as rows there: a
 * sheet with a subtotal under each three rows has lost nothing, and totals that are left out must not make other losses look small.
 */
async function findOverLimit(db: Database, config: Config, receipts: readonly Receipt[]): Promise<Problem[]> {
  const besides = await countRejects(db, noRecords);
  return receipts.flatMap((r) => {
    const limit = config.sources[r.kind][r.entry]!.maxRejectRate;
    const others = besides.get(r.file) ?? 0;
    const [rejected, rows] = [r.rejected - others, r.rows - others];
    if (rows === 0 || rejected / rows <= limit) return [];
    const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
    return [
      problem(
        'reject_rate_exceeded',
        { rejected, rows, rate: percent(rejected / rows), limit: percent(limit) },
        { file: r.path },
      ),
    ];
  });
}
