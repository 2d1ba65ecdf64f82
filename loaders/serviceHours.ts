/** Service hours that can't be read, and calendars in them that no holiday belongs to: said once for each value of a file. */
import type { Database } from '../src/duckdb/database.js';
import { type Problem, problem } from '../src/errors.js';
import type { Receipt } from '../src/staging/receipt.js';
import { readServiceHours, serviceHoursForms } from '../src/staging/typing/serviceHours.js';
import { valuesNamed } from './references.js';

/** Warnings in the order of files and lines, at the first line of each value. */
export async function findUnreadHours(db: Database, receipts: readonly Receipt[]): Promise<Problem[]> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const where = receipts.filter((r) => r.kind === 'holidays').map((r) => r.path);
  const known = await db.rows<{ calendar: string }>(
    'SELECT DISTINCT calendar FROM staging.holidays WHERE calendar IS NOT NULL',
  );
  const calendars = new Set(known.map((k) => k.calendar));
  const rows = await db.rows<{ file: number; line: number; value: string; count: number }>(
    `SELECT _file AS file, min(_line) AS line, service_hours AS value, count(*) AS count
     FROM staging.systems WHERE service_hours IS NOT NULL GROUP BY ALL ORDER BY file, line`,
  );
  const problems = rows.flatMap(({ file, line, value, count }) => {
    const place = { file: paths.get(file) ?? '', line, column: 'service_hours' };
    const hours = readServiceHours(value);
    if (!hours)
      return [problem('service_hours_unread', { value, count, forms: serviceHoursForms }, place, 'warning')];
    // Where no holidays are given at all, the figures' coverage says so.
    if (where.length === 0) return [];
    return hours.calendars
      .filter((calendar) => !calendars.has(calendar))
      .map((calendar) => {
        const params = { value, calendar, where: where.join(', '), count };
        return problem('service_calendar_unknown', params, place, 'warning');
      });
  });
  return problems.slice(0, valuesNamed);
}
