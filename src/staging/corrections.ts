/** The cells that were corrected: what the export said, what stands in its place, why, and who says so. */
import type { Kind } from '../config/model.js';
import type { Database } from '../duckdb/database.js';

export interface CorrectedCell {
  /** Position of the correction in its file, from 0. */
  readonly correction: number;
  readonly kind: Kind;
  /** Number of the file within the run (see Receipt), and the row's line in it. */
  readonly file: number;
  readonly line: number;
  readonly column: string;
  /** Canonical text as the export has it; null: missing. */
  readonly from: string | null;
  readonly to: string | null;
}

/** One row per corrected cell. The export's own text is nowhere else changed: this is how to come back to it. */
export async function createCorrections(db: Database): Promise<void> {
  await db.run(
    `CREATE TABLE staging.corrections (correction INTEGER, kind VARCHAR, file INTEGER, line BIGINT, "column" VARCHAR, "from" VARCHAR, "to" VARCHAR,
       reason VARCHAR, "by" VARCHAR, "on" VARCHAR, correction_line BIGINT)`,
  );
}

/** In the order of the corrections, each one's rows by file and line. */
export const readCorrectedCells = (db: Database): Promise<CorrectedCell[]> =>
  db.rows<CorrectedCell>(
    'SELECT correction, kind, file, line, "column", "from", "to" FROM staging.corrections ORDER BY correction, file, line',
  );
