/** Rows of different inputs that don't go together, though every id in them is known. */
import type { Database } from '../src/duckdb/database.js';
import { quoteText } from '../src/duckdb/quote.js';
import { type Problem, problem } from '../src/errors.js';
import type { Receipt } from '../src/staging/receipt.js';
import { valuesNamed } from './references.js';
import { validFrom, validTo } from './validity.js';

/** Up to so many idle limits of one metric are told one by one, each with its own series; of more, the first. */
const limitsNamed = 5;

export async function findMismatches(
  db: Database,
  timezone: string,
  receipts: readonly Receipt[],
): Promise<Problem[]> {
  return [...(await findForeignUnits(db, timezone, receipts)), ...(await findIdleLimits(db, receipts))];
}

/** Incidents that name a unit which was not their system's on the day. Where no period of the system holds the day, none is known. */
async function findForeignUnits(
  db: Database,
  timezone: string,
  receipts: readonly Receipt[],
): Promise<Problem[]> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const valid = `(SELECT system_id, unit_id, _file, _line, ${validFrom} AS begins, ${validTo} AS ends FROM staging.systems)`;
  const rows = await db.rows<{
    file: number;
    system: string;
    unit: string;
    actual: string;
    otherFile: number;
    otherLine: number;
    count: number;
    first: number;
    pairs: number;
    nth: number;
  }>(
    `WITH named AS (
       SELECT _file, _line, system_id, unit_id, CAST(timezone(${quoteText(timezone)}, occurred_at) AS DATE) AS day
       FROM staging.incidents WHERE system_id IS NOT NULL AND unit_id IS NOT NULL),
     odd AS (
       SELECT n.* FROM named n ANTI JOIN ${valid} s
         ON s.system_id = n.system_id AND s.unit_id = n.unit_id AND n.day >= s.begins AND n.day <= s.ends),
     counted AS (
       SELECT o._file AS file, o.system_id AS system, o.unit_id AS unit, s.unit_id AS actual, s._file AS "otherFile", s._line AS "otherLine",
         count(*) AS count, min(o._line) AS first
       FROM odd o JOIN ${valid} s ON s.system_id = o.system_id AND o.day >= s.begins AND o.day <= s.ends GROUP BY ALL)
     SELECT *, count(*) OVER (PARTITION BY file) AS pairs,
       row_number() OVER (PARTITION BY file ORDER BY first, "otherFile", "otherLine") AS nth
     FROM counted QUALIFY nth <= ${valuesNamed} ORDER BY file, nth`,
  );
  return rows.flatMap((row) => {
    const { system, unit, actual, count, pairs } = row;
    const at = { file: paths.get(row.file) ?? '', column: 'unit_id' };
    const other = `${paths.get(row.otherFile) ?? ''}:${row.otherLine}`;
    const params = { system, unit, actual, other, count };
    const told = problem('incident_unit_foreign', params, { ...at, line: row.first }, 'warning');
    if (row.nth < valuesNamed || pairs === valuesNamed) return [told];
    return [told, problem('incident_units_foreign', { pairs: pairs - valuesNamed }, at, 'warning')];
  });
}

/** Limits that no measurement can reach. One without a component is for every component of its metric. */
async function findIdleLimits(db: Database, receipts: readonly Receipt[]): Promise<Problem[]> {
  const [given] = await db.rows<{ any: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM staging.capacity_limits) AND EXISTS (SELECT 1 FROM staging.capacity_days) AS "any"',
  );
  if (!given?.any) return [];
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const where = receipts.filter((r) => r.kind === 'capacity').map((r) => r.path);
  const rows = await db.rows<{
    file: number;
    line: number;
    system: string;
    metric: string;
    component: string | null;
    count: number;
  }>(
    `SELECT l._file AS file, l._line AS line, l.system_id AS system, l.metric, l.component, count(*) OVER same AS count
     FROM staging.capacity_limits l ANTI JOIN (SELECT DISTINCT system_id, metric, component FROM staging.capacity_days) c
       ON c.system_id = l.system_id AND c.metric = l.metric AND (l.component IS NULL OR c.component = l.component)
     WINDOW same AS (PARTITION BY l._file, l.metric)
     QUALIFY count <= ${limitsNamed} OR row_number() OVER (PARTITION BY l._file, l.metric ORDER BY l._line) = 1
     ORDER BY file, line`,
  );
  return rows.map(({ file, line, metric, system, component, count }) => {
    const series = [system, metric, component].filter((part) => part !== null).join(' / ');
    const place = { file: paths.get(file) ?? '', line };
    return problem(
      'capacity_limit_idle',
      { series, metric, where: where.join(', '), count },
      place,
      'warning',
    );
  });
}
