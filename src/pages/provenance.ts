/** Where the figures come from: files, their accounts, what was rejected, what stands apart. */
import type { Database } from '../duckdb/database.js';
import type { Problem } from '../errors.js';
import { type CorrectedCell, readCorrectedCells } from '../staging/corrections.js';
import type { Receipt } from '../staging/receipt.js';
import { type Reject, readRejects } from '../staging/rejects.js';

export interface Provenance {
  readonly receipts: readonly Receipt[];
  readonly rejects: readonly Reject[];
  readonly corrected: readonly CorrectedCell[];
  readonly warnings: readonly Problem[];
  /** Counting incidents without a known system. */
  readonly unmapped: number;
  /** Counting incidents without a grade. */
  readonly ungraded: number;
  /** Records that don't count as incidents. */
  readonly notCounted: number;
  /** Records later than as-of: they do not exist yet. */
  readonly afterAsOf: number;
  /** Counting incidents whose state says "over" but that carry no time, or were restored before they occurred. */
  readonly untimed: number;
  readonly buildId: string;
}

export async function readProvenance(
  db: Database,
  given: {
    readonly receipts: readonly Receipt[];
    readonly warnings: readonly Problem[];
    readonly buildId: string;
  },
): Promise<Provenance> {
  const [counts] = await db.rows<
    Pick<Provenance, 'unmapped' | 'ungraded' | 'notCounted' | 'untimed' | 'afterAsOf'>
  >(
    `SELECT count(*) FILTER (counts AND NOT mapped) AS unmapped, count(*) FILTER (counts AND grade IS NULL) AS ungraded,
       count(*) FILTER (NOT counts) AS "notCounted", count(*) FILTER (counts AND (over_unknown OR contradictory)) AS untimed,
       (SELECT count(*) FROM staging.incidents) - count(*) AS "afterAsOf" FROM mart.incidents`,
  );
  return {
    ...given,
    rejects: await readRejects(db),
    corrected: await readCorrectedCells(db),
    ...counts!,
  };
}
