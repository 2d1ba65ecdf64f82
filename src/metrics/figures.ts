/** Marts → `mart.figures`: every metric, for every month and scope, with its breakdowns. */
import type { Database } from '../duckdb/database.js';
import { quoteList, quoteText } from '../duckdb/quote.js';
import { contributingRows } from './contribution.js';
import { addIntervals } from './intervals.js';
import { createKpiChecks } from './kpi.js';
import type { Breakdown, Cumulative, Metric, Pooled, Ratio, WorkedOut } from './metric.js';
import { metrics } from './registry.js';
import { judgeTargets } from './targets.js';

/**
 * `mapped`: the `kind.column`s that the exports give; a metric whose need is not among them has no data, never a zero.
 * They stand in `mart.given_columns` (kind, name), for marts that must tell an empty cell from a column that no export has.
 * `judgeRisk` makes what the metrics of risk are worked out from (src/risk); the other figures stand by then.
 */
export async function createFigures(
  db: Database,
  mapped: ReadonlySet<string>,
  judgeRisk: () => Promise<void>,
): Promise<void> {
  await db.run(
    `CREATE TABLE mart.figures (month VARCHAR, metric VARCHAR, scope_kind VARCHAR, scope_id VARCHAR, breakdown VARCHAR, value DOUBLE, unit VARCHAR,
      lower DOUBLE, upper DOUBLE, target DOUBLE, status VARCHAR, coverage DOUBLE, complete BOOLEAN, source_rows BIGINT, position INTEGER, part BIGINT, whole BIGINT)`,
  );
  // The scope's breakdowns, zero-filled over its months: a grade that didn't occur this month is a 0, not a gap.
  // From every mart that is broken down: harm of a January incident may be another company's in April.
  await db.run(`CREATE TABLE mart.breakdowns AS ${brokenDown('grade')} UNION ${brokenDown('class')}`);
  // Grades of different schemes are not one scale: such a scope is broken down by class alone (methods.md, "Counting incidents").
  await db.run(
    `DELETE FROM mart.breakdowns b WHERE dimension = 'grade' AND EXISTS (SELECT 1 FROM mart.breakdowns o
       WHERE o.scope_kind = b.scope_kind AND o.scope_id = b.scope_id AND o.dimension = 'grade' AND o.scheme <> b.scheme)`,
  );
  // A grade or class with a target has its figures even if none ever occurred: a cap of 0 that was kept is a 0 beside it.
  await db.run(
    `INSERT INTO mart.breakdowns SELECT t.scope_kind, t.scope_id, t.dimension, NULL, t.member FROM (
       SELECT DISTINCT scope_kind, scope_id, split_part(breakdown, ':', 1) AS dimension, substr(breakdown, instr(breakdown, ':') + 1) AS member
       FROM (SELECT scope_kind, scope_id, breakdown FROM mart.caps UNION SELECT scope_kind, scope_id, breakdown FROM mart.targets WHERE fault IS NULL) WHERE breakdown <> '') t
     ANTI JOIN mart.breakdowns b USING (scope_kind, scope_id, dimension, member)`,
  );
  await db.run(
    `CREATE TABLE mart.grid AS SELECT s.month, s.scope_kind, s.scope_id, c.complete FROM mart.scopes s
     JOIN mart.coverage c ON c.month = s.month AND c.company_id IS NOT DISTINCT FROM s.company_id`,
  );
  await db.run('CREATE TABLE mart.given_columns (kind VARCHAR, name VARCHAR)');
  const given = [...mapped].sort().map((column) => `(${column.split('.').map(quoteText).join(', ')})`);
  if (given.length > 0) await db.run(`INSERT INTO mart.given_columns VALUES ${given.join(', ')}`);
  const first = metrics.findIndex((m) => m.afterFigures);
  for (const [position, metric] of metrics.entries()) {
    if (position === first) await judgeRisk();
    if (!isGiven(metric, mapped))
      await db.run(
        `INSERT INTO mart.figures SELECT g.month, ${quoteText(metric.id)}, g.scope_kind, g.scope_id, '', NULL, ${quoteText(metric.unit)}, NULL, NULL, NULL, 'no_data', 0, g.complete, 0, ${position}, NULL, NULL
         FROM mart.grid g WHERE ${gridOf(metric)}`,
      );
    else for (const query of queriesOf(metric, position)) await db.run(`INSERT INTO mart.figures ${query}`);
  }
  await checkSums(db);
  await addIntervals(db);
  await judgeTargets(db);
  await createKpiChecks(db);
}

/** Whether the exports give what the metric needs. */
const isGiven = ({ needs }: Metric, mapped: ReadonlySet<string>): boolean =>
  needs === undefined || needs.split('&').every((any) => any.split('|').some((need) => mapped.has(need)));

function queriesOf(metric: Metric, position: number): string[] {
  const { measure } = metric;
  if (measure.kind === 'worked_out') return [workedOutQuery(metric, measure, position)];
  return [undefined, ...metric.breakdowns].map((dimension) =>
    measure.kind === 'cumulative'
      ? cumulativeQuery(metric, measure, dimension, position)
      : pooledQuery(metric, measure, dimension, position),
  );
}

/** Themes and suppliers are named by records of incidents: other metrics have no figure there. SQL condition on the grid, `g`. */
function gridOf({ measure }: Metric): string {
  if (measure.kind === 'worked_out' && measure.scopes) return `g.scope_kind IN ${quoteList(measure.scopes)}`;
  if ('scoped' in measure) return `g.scope_kind <> 'theme'`;
  const every =
    measure.kind === 'cumulative' ||
    (measure.kind !== 'worked_out' && measure.ofIncidents) ||
    (measure.kind === 'worked_out' && !measure.bySystem);
  return every ? 'true' : `g.scope_kind NOT IN ('theme', 'supplier')`;
}

/** The grades, each with its scheme, or the classes that ever contribute to a scope's figures. */
function brokenDown(dimension: Breakdown): string {
  const scheme = dimension === 'grade' ? 'r.scheme' : 'NULL::VARCHAR';
  const rows = metrics.flatMap(({ measure, breakdowns }) =>
    measure.kind === 'pooled' && breakdowns.includes(dimension) ? [contributingRows(measure)] : [],
  );
  const parts = [...rows, regraded].map(
    (from) =>
      `SELECT DISTINCT scope_kind, scope_id, '${dimension}' AS dimension, ${scheme} AS scheme, r.${dimension} AS member FROM ${from}`,
  );
  return `SELECT * FROM (${parts.join(' UNION ')}) WHERE member IS NOT NULL`;
}

/** What the year to date takes off and adds (mart.regradings), placed as `r` where the incidents stood in their own month. */
const regraded = contributingRows(
  { mart: 'regradings', ofIncidents: true },
  '(SELECT * REPLACE (scope_month AS month), month AS regraded_in FROM mart.regradings)',
);

function pooledQuery(
  metric: Metric,
  measure: Pooled | Ratio,
  dimension: Breakdown | undefined,
  position: number,
): string {
  const key = dimension === undefined ? `''` : `${quoteText(`${dimension}:`)} || r.${dimension}`;
  const value =
    measure.kind === 'ratio'
      ? `${measure.numerator}::DOUBLE / nullif(${measure.denominator}, 0) AS value, (${measure.numerator})::BIGINT AS part, (${measure.denominator})::BIGINT AS whole`
      : `${measure.value} AS value`;
  const rows = `SELECT r.month, r.scope_kind, r.scope_id, ${key} AS breakdown, ${value}, ${measure.coverage ?? '1'} AS coverage, ${measure.sourceRows ?? 'count(*)'} AS n
    FROM ${contributingRows(measure)} GROUP BY 1, 2, 3, 4`;
  const none = measure.kind === 'ratio' || measure.whenNone === null ? 'NULL' : '0';
  const worth = `CASE WHEN a.n IS NULL THEN ${none} ELSE a.value END`;
  const counted = measure.kind === 'pooled' && measure.interval === 'garwood';
  const [part, whole] = measure.kind === 'ratio' ? ['a.part', 'a.whole'] : [counted ? worth : 'NULL', 'NULL'];
  return `SELECT g.month, ${quoteText(metric.id)}, g.scope_kind, g.scope_id, g.breakdown, ${worth}, ${quoteText(metric.unit)}, NULL, NULL, NULL,
      CASE WHEN ${worth} IS NOT NULL THEN '' WHEN a.coverage = 0 THEN 'no_data' ELSE 'not_applicable' END, coalesce(a.coverage, 1), g.complete, coalesce(a.n, 0), ${position}, ${part}, ${whole}
    FROM (${grid(metric, dimension)}) g LEFT JOIN (${rows}) a ON a.month = g.month AND a.scope_kind = g.scope_kind AND a.scope_id = g.scope_id AND a.breakdown = g.breakdown`;
}

/** What a mart has worked out, cell by cell. */
function workedOutQuery(
  metric: Metric,
  { mart, where, whenNone, ownCompleteness }: WorkedOut,
  position: number,
): string {
  const complete = ownCompleteness ? 'g.complete AND r.complete' : 'g.complete';
  const of = `(SELECT * FROM mart.${mart} r WHERE ${where ?? 'true'})`;
  const filled = `SELECT r.month, ${quoteText(metric.id)}, r.scope_kind, r.scope_id, r.breakdown, r.value, ${quoteText(metric.unit)}, r.lower, r.upper, r.target,
      r.status, r.coverage, ${complete}, r.source_rows, ${position}, NULL, NULL
    FROM ${of} r JOIN mart.grid g ON g.month = r.month AND g.scope_kind = r.scope_kind AND g.scope_id = r.scope_id`;
  if (whenNone === undefined) return filled;
  return `${filled} UNION ALL SELECT g.month, ${quoteText(metric.id)}, g.scope_kind, g.scope_id, '', NULL, ${quoteText(metric.unit)}, NULL, NULL, NULL,
      ${quoteText(whenNone)}, ${whenNone === 'no_data' ? 0 : 1}, g.complete, 0, ${position}, NULL, NULL
    FROM mart.grid g ANTI JOIN (SELECT * FROM ${of} WHERE breakdown = '') r ON g.month = r.month AND g.scope_kind = r.scope_kind AND g.scope_id = r.scope_id`;
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
  // A grade is counted as it stands at this month's end, the whole as it is.
  const regrades = dimension !== undefined && measure.of === 'incidents';
  const changes = !regrades
    ? ''
    : `LEFT JOIN (SELECT r.regraded_in AS month, scope_kind, scope_id, ${quoteText(`${dimension}:`)} || r.${dimension} AS breakdown, sum(r.delta) AS delta
          FROM ${regraded} GROUP BY ALL) d ON d.month = f.month AND d.scope_kind = f.scope_kind AND d.scope_id = f.scope_id AND d.breakdown = f.breakdown`;
  const value = regrades ? 'f.value + coalesce(d.delta, 0)' : 'f.value';
  const sums = `SELECT f.month, f.scope_kind, f.scope_id, f.breakdown, sum(${value}) OVER (${year}) AS value, f.unit,
      CASE WHEN sum(f.source_rows) OVER (${year}) = 0 THEN 1 ELSE sum(f.coverage * f.source_rows) OVER (${year}) / sum(f.source_rows) OVER (${year}) END AS coverage,
      bool_and(f.complete) OVER (${year}) AND count(*) OVER (${year}) = m.fiscal_month AS complete, sum(f.source_rows) OVER (${year})::BIGINT AS n
    FROM mart.figures f JOIN mart.months m ON m.month = f.month ${changes} WHERE f.metric = ${quoteText(measure.of)} AND ${ofDimension}`;
  return `SELECT s.month, ${quoteText(metric.id)}, s.scope_kind, s.scope_id, s.breakdown, s.value, s.unit, NULL, NULL, NULL, '', s.coverage, s.complete, s.n, ${position}, s.value, NULL
    FROM (${sums}) s`;
}

function grid(metric: Metric, dimension: Breakdown | undefined): string {
  if (dimension === undefined) return `SELECT *, '' AS breakdown FROM mart.grid g WHERE ${gridOf(metric)}`;
  return `SELECT g.*, ${quoteText(`${dimension}:`)} || b.member AS breakdown FROM mart.grid g JOIN mart.breakdowns b ON b.scope_kind = g.scope_kind AND b.scope_id = g.scope_id AND b.dimension = ${quoteText(dimension)}
    WHERE ${gridOf(metric)}`;
}

/** Counts must add up: systems to units to companies to the group, for every month. A difference is a fault of ours. */
async function checkSums(db: Database): Promise<void> {
  const broken = await db.rows<{ metric: string; month: string }>(
    `SELECT metric, month FROM mart.figures WHERE unit = 'count' AND breakdown = '' AND metric IN (${additive.map(quoteText).join(', ')}) GROUP BY metric, month
     HAVING ${sumOf('group')} <> ${sumOf('company')} OR ${sumOf('company')} <> ${sumOf('unit')} OR ${sumOf('unit')} <> ${sumOf('system')}`,
  );
  if (broken.length > 0)
    throw new Error(`figures do not add up over the tiers: ${JSON.stringify(broken.slice(0, 3))}`);
}

/** What isn't known adds nothing; where all rows of a tier say nothing and another has no row, NULL stands beside 0. */
const sumOf = (kind: string): string => `coalesce(sum(value) FILTER (scope_kind = '${kind}'), 0)`;

/** Counts pooled from rows, each of which stands under one system. Of counts that a mart works out (days, caps) the worst stands above. */
const additive: readonly string[] = metrics
  .filter((m) => m.unit === 'count' && (m.measure.kind === 'pooled' || m.measure.kind === 'cumulative'))
  .map((m) => m.id);
