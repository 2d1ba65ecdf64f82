/** Who prepared, checked and approved the report of the month. */
import type { Database } from '../duckdb/database.js';

export interface Signature {
  readonly by: string | null;
  /** YYYY-MM-DD. */
  readonly on: string | null;
}

export interface SignOff {
  readonly edition: string;
  readonly prepared: Signature;
  readonly checked: Signature;
  readonly approved: Signature;
}

interface ApprovalRow {
  readonly edition: string;
  readonly preparedBy: string | null;
  readonly preparedOn: string | null;
  readonly checkedBy: string | null;
  readonly checkedOn: string | null;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
}

/** One per edition, in the order of the files. A report is signed after its as-of, so later days count too. */
export async function readSignOff(db: Database, month: string): Promise<SignOff[]> {
  const day = (column: string): string => `strftime(${column}, '%Y-%m-%d')`;
  const rows = await db.rows<ApprovalRow>(
    `SELECT edition, prepared_by AS "preparedBy", ${day('prepared_on')} AS "preparedOn", checked_by AS "checkedBy", ${day('checked_on')} AS "checkedOn",
       approved_by AS "approvedBy", ${day('approved_on')} AS "approvedOn" FROM staging.approvals WHERE month = $month ORDER BY _file, _line`,
    { month },
  );
  return rows.map((r) => ({
    edition: r.edition,
    prepared: { by: r.preparedBy, on: r.preparedOn },
    checked: { by: r.checkedBy, on: r.checkedOn },
    approved: { by: r.approvedBy, on: r.approvedOn },
  }));
}
