/** Who owed a monthly report at the reported month's valuation. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';
import type { NamedScope } from './matters.js';

export interface SubmissionRow {
  readonly scope: NamedScope;
  /** The month that the report is on. */
  readonly reported: string;
  /** Local, `YYYY-MM-DD HH:MM`. */
  readonly due: string;
  readonly submitted: string | null;
  readonly state: 'missing' | 'late' | 'owed' | 'on_time';
  /** Whether it was due in the reported month itself: only then does it count in the month's share. */
  readonly dueInMonth: boolean;
  readonly minutesLate: number | null;
  readonly by: string | null;
}

/** The missing first, the longest of them first. */
export type Submissions = readonly SubmissionRow[];

export async function readSubmissions(db: Database, period: Period): Promise<Submissions> {
  const rows = await db.rows<Omit<SubmissionRow, 'scope'> & NamedScope>(
    `SELECT s.scope_kind AS kind, s.scope_id AS id, s.reported, s.due_local AS due, s.submitted_local AS submitted, s.state,
       s.due_at >= m.starts AND s.due_at < m.ends AND s.due_at <= m.valued_at AS "dueInMonth", s.minutes_late AS "minutesLate", s."by"
     FROM mart.submission_states s JOIN mart.months m ON m.month = s.month WHERE s.month = $month
     ORDER BY CASE s.state WHEN 'missing' THEN 0 WHEN 'late' THEN 1 WHEN 'owed' THEN 2 ELSE 3 END, s.due_at, s.reported,
       CASE s.scope_kind WHEN 'unit' THEN 0 WHEN 'system' THEN 1 ELSE 2 END, s.scope_id`,
    { month: period.month },
  );
  return rows.map(({ kind, id, ...row }) => ({ ...row, scope: { kind, id } }));
}
