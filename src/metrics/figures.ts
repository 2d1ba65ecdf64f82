/** Marts → `mart.figures`: every metric, for every month and scope, with its breakdowns. */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import type { Breakdown, Cumulative, Metric, Pooled } from './metric.js';
import { metrics } from './registry.js';

/** `mapped`: the `kind.column`s that the exports give; a metric whose need is not among them has no data, never a zero. */
export async function createFigures(db: Database, mapped: ReadonlySet<string>): Promise<void> {
  await db.run(
    `CREATE TABLE mart.figures (month VARCHAR, metric VARCHAR, scope_kind VARCHAR, scope_id VARCHAR, breakdown VARCHAR, value DOUBLE, unit VARCHAR,
      lower DOUBLE, upper DOUBLE, target DOUBLE, status VARCHAR, coverage DOUBLE, complete BOOLEAN, source_rows BIGINT, position INTEGER)`,
  );
  // The scope's breakdowns, zero-filled over its months: a grade that didn't occur this month is a 0, not a gap.
  // From every mart that is broken down: harm of a January incident may be another company's in April.
  await db.run(`CREATE TABLE mart.breakdowns AS ${brokenDown('grade')} UNION ${brokenDown('class')}`);
  await db.run(
    `CREATE TABLE mart.grid AS SELECT s.month, s.scope_kind, s.scope_id, c.complete FROM mart.scopes s
     JOIN mart.coverage c ON c.month = s.month AND c.company_id IS NOT DISTINCT FROM s.company_id`,
  );
  for (const [position, metric] of metrics.entries()) {
    const has = metric.needs === undefined || metric.needs.split('|').some((need) => mapped.has(need));
    for (const dimension of [undefined, ...metric.breakdowns]) {
      if (!has && dimension !== undefined) continue;
      if (!has)
        await db.run(
          insert(
            `SELECT g.month, ${quoteText(metric.id)}, g.scope_kind, g.scope_id, '', NULL, ${quoteText(metric.unit)}, NULL, NULL, NULL, 'no_data', 0, g.complete, 0, ${position} FROM mart.grid g`,
          ),
        );
      else if (metric.measure.kind === 'pooled')
        await db.run(insert(pooledQuery(metric, metric.measure, dimension, position)));
      else await db.run(insert(cumulativeQuery(metric, metric.measure, dimension, position)));
    }
  }
  await checkSums(db);
}

const insert = (query: string): string => `INSERT INTO mart.figures ${query}`;

/** The rows that contribute to a metric's figures, by month and scope: what `kado trace` will list. */
export function contributingRows(measure: Pooled): string {
  return `mart.${measure.mart} r JOIN mart.members k ON k.month = r.month AND k.system_id = r.system_id${measure.where ? ` WHERE ${measure.where}` : ''}`;
}

/** The grades or classes that ever contribute to a scope's figures. */
function brokenDown(dimension: Breakdown): string {
  const parts = metrics.flatMap(({ measure, breakdowns }) =>
    measure.kind === 'pooled' && breakdowns.includes(dimension)
      ? [
          `SELECT DISTINCT scope_kind, scope_id, '${dimension}' AS dimension, r.${dimension} AS member FROM ${contributingRows(measure)}`,
        ]
      : [],
  );
  return `SELECT * FROM (${parts.join(' UNION ')}) WHERE member IS NOT NULL`;
}

function pooledQuery(
  metric: Metric,
  measure: Pooled,
  dimension: Breakdown | undefined,
  position: number,
): string {
  const key =
    dimension === undefined
      ? `''`
      : `${quoteText(`${dimension}:`)} || r.${dimension === 'grade' ? 'grade' : 'class'}`;
  const rows = `SELECT r.month, k.scope_kind, k.scope_id, ${key} AS breakdown, ${measure.value} AS value, ${measure.coverage ?? '1'} AS coverage, count(*) AS n
    FROM ${contributingRows(measure)} GROUP BY 1, 2, 3, 4`;
  const none = measure.whenNone === null ? 'NULL' : '0';
  return `SELECT g.month, ${quoteText(metric.id)}, g.scope_kind, g.scope_id, g.breakdown, coalesce(a.value, ${none}), ${quoteText(metric.unit)}, NULL, NULL, NULL,
      CASE WHEN a.n IS NULL AND ${measure.whenNone === null} THEN 'not_applicable' ELSE '' END, coalesce(a.coverage, 1), g.complete, coalesce(a.n, 0), ${position}
    FROM (${grid(dimension)}) g LEFT JOIN (${rows}) a ON a.month = g.month AND a.scope_kind = g.scope_kind AND a.scope_id = g.scope_id AND a.breakdown = g.breakdown`;
}

/** Over the months of the fiscal year, counts add; one incomplete month, or one before the exports begin, makes the sum incomplete. */
function cumulativeQuery(
  metric: Metric,
  measure: Cumulative,
  dimension: Breakdown | undefined,
  position: number,
): string {
  const year = `PARTITION BY f.scope_kind, f.scope_id, f.breakdown, m.fiscal_year ORDER BY f.month`;
  const ofDimension =
    dimension === undefined ? `f.breakdown = ''` : `f.breakdown LIKE ${quoteText(`${dimension}:%`)}`;
  return `SELECT f.month, ${quoteText(metric.id)}, f.scope_kind, f.scope_id, f.breakdown, sum(f.value) OVER (${year}), f.unit, NULL, NULL, NULL, '',
      CASE WHEN sum(f.source_rows) OVER (${year}) = 0 THEN 1 ELSE sum(f.coverage * f.source_rows) OVER (${year}) / sum(f.source_rows) OVER (${year}) END,
      bool_and(f.complete) OVER (${year}) AND count(*) OVER (${year}) = m.fiscal_month, sum(f.source_rows) OVER (${year})::BIGINT, ${position}
    FROM mart.figures f JOIN mart.months m ON m.month = f.month WHERE f.metric = ${quoteText(measure.of)} AND ${ofDimension}`;
}

function grid(dimension: Breakdown | undefined): string {
  if (dimension === undefined) return `SELECT *, '' AS breakdown FROM mart.grid`;
  return `SELECT g.*, ${quoteText(`${dimension}:`)} || b.member AS breakdown FROM mart.grid g JOIN mart.breakdowns b ON b.scope_kind = g.scope_kind AND b.scope_id = g.scope_id AND b.dimension = ${quoteText(dimension)}`;
}

/** Counts must add up: systems to units to companies to the group, for every month. A difference is a fault of ours. */
async function checkSums(db: Database): Promise<void> {
  const broken = await db.rows<{ metric: string; month: string }>(
    `SELECT metric, month FROM mart.figures WHERE unit = 'count' AND breakdown = '' GROUP BY metric, month
     HAVING sum(value) FILTER (scope_kind = 'group') IS DISTINCT FROM sum(value) FILTER (scope_kind = 'company')
       OR sum(value) FILTER (scope_kind = 'company') IS DISTINCT FROM sum(value) FILTER (scope_kind = 'unit')
       OR sum(value) FILTER (scope_kind = 'unit') IS DISTINCT FROM sum(value) FILTER (scope_kind = 'system')`,
  );
  if (broken.length > 0)
    throw new Error(`figures do not add up over the tiers: ${JSON.stringify(broken.slice(0, 3))}`);
}
