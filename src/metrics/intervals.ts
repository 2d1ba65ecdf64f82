/** Exact intervals of the figures that are counts of events, or shares of them. */
import type { Database } from '../duckdb/database.js';
import { binomialInterval, poissonInterval } from '../stats/intervals.js';

/** Equal counts have equal intervals, so each is worked out once: `part` alone is a count, `part` of `whole` a share. */
export async function addIntervals(db: Database): Promise<void> {
  const counts = await db.rows<{ part: number; whole: number | null }>(
    'SELECT DISTINCT part, whole FROM mart.figures WHERE part IS NOT NULL AND value IS NOT NULL ORDER BY ALL',
  );
  if (counts.length === 0) return;
  const rows = counts.map(({ part, whole }) => {
    const { lower, upper } = whole === null ? poissonInterval(part) : binomialInterval(part, whole);
    return `(${part}, ${whole ?? 'NULL'}, ${lower}::DOUBLE, ${upper}::DOUBLE)`;
  });
  await db.run(
    `UPDATE mart.figures f SET lower = v.lower, upper = v.upper FROM (VALUES ${rows.join(', ')}) v(part, whole, lower, upper)
     WHERE f.part = v.part AND f.whole IS NOT DISTINCT FROM v.whole`,
  );
}
