/** Rows whose own values contradict each other. They are counted, but the contradiction is said. */
import type { Database } from '../src/duckdb/database.js';
import { quoteText } from '../src/duckdb/quote.js';
import { type Problem, problem } from '../src/errors.js';
import type { Receipt } from '../src/staging/receipt.js';

/** One warning for each incident restored before it occurred, in the order of files and lines. */
export async function findContradictions(
  db: Database,
  timezone: string,
  receipts: readonly Receipt[],
): Promise<Problem[]> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const local = (column: string): string =>
    `strftime(${column} AT TIME ZONE ${quoteText(timezone)}, '%Y-%m-%d %H:%M')`;
  const rows = await db.rows<{ file: number; line: number; id: string; restored: string; occurred: string }>(
    `SELECT _file AS file, _line AS line, incident_id AS id, ${local('restored_at')} AS restored, ${local('occurred_at')} AS occurred
     FROM staging.incidents WHERE restored_at < occurred_at ORDER BY _file, _line`,
  );
  return rows.map(({ file, line, ...params }) =>
    problem(
      'restored_before_occurred',
      params,
      { file: paths.get(file) ?? '', line, column: 'restored_at' },
      'warning',
    ),
  );
}
