/** Stage 1: every export that the configuration names → staging, with receipts, rejects and warnings. */
import { type Config, type Kind, kinds } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { KadoError, type Problem, problem } from '../src/errors.js';
import type { RunContext } from '../src/run.js';
import { contracts } from '../src/staging/contracts/index.js';
import { closes, type Receipt } from '../src/staging/receipt.js';
import { createStaging, stageCompanies } from '../src/staging/tables.js';
import { checkCorrections } from './correctionChecks.js';
import { planCorrections } from './corrections.js';
import { dropDuplicates } from './duplicates.js';
import { loadEntry } from './entry.js';
import { findMismatches } from './mismatches.js';
import { findContradictions, findUnranked } from './oddities.js';
import { checkReferences } from './references.js';
import { loadSamples } from './samples.js';
import { findValidityFaults } from './validity.js';

export type { Receipt } from '../src/staging/receipt.js';
export { listExports } from './paths.js';

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
 * nothing exists, once the incidents are staged; without it all samples of capacity count.
 */
export async function loadExports(
  db: Database,
  config: Config,
  ctx: RunContext,
  findAsOf: () => Promise<string | undefined> = async () => undefined,
): Promise<Loaded> {
  await createStaging(db);
  const receipts: Receipt[] = [];
  const warnings: Problem[] = [];
  const mapped = new Set<string>();
  const corrections = await planCorrections(config);
  const fatal: Problem[] = [];
  const unread = new Set<Kind>();
  for (const kind of kinds) {
    const contract = contracts[kind];
    const ofKind: Receipt[] = [];
    const { length } = receipts;
    // Samples are rolled up over all entries together.
    const loads =
      kind === 'capacity'
        ? [async () => loadSamples(db, config, length, corrections, await findAsOf(), ctx)]
        : config.sources[kind].map(
            (source) => () =>
              loadEntry(db, config, source, contract, length + ofKind.length, corrections, ctx),
          );
    for (const load of loads) {
      try {
        const result = await load();
        ofKind.push(...result.receipts);
        warnings.push(...result.warnings);
        for (const column of result.mapped) mapped.add(`${kind}.${column}`);
      } catch (error) {
        if (!(error instanceof KadoError)) throw error;
        fatal.push(...error.problems);
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
  warnings.push(...(await findUnranked(db, config)));
  for (const receipt of receipts)
    if (!closes(receipt))
      throw new Error(`${receipt.path}: the account of rows does not close: ${JSON.stringify(receipt)}`);
  ctx.progress.end();
  return { receipts, warnings, mapped, overLimit: findOverLimit(config, receipts) };
}

function findOverLimit(config: Config, receipts: readonly Receipt[]): Problem[] {
  return receipts.flatMap((r) => {
    const limit = config.sources[r.kind][r.entry]!.maxRejectRate;
    if (r.rows === 0 || r.rejected / r.rows <= limit) return [];
    const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
    return [
      problem(
        'reject_rate_exceeded',
        { rejected: r.rejected, rows: r.rows, rate: percent(r.rejected / r.rows), limit: percent(limit) },
        { file: r.path },
      ),
    ];
  });
}
