/** The tree of indicators, checked: each node's value over its quarter, or over the year to date. */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { contributingRows } from './contribution.js';
import type { Metric, Pooled, Ratio } from './metric.js';
import { metrics } from './registry.js';
import { canHaveTarget, keepsTo } from './targets.js';

const monthsOfQuarter = 3;
const monthsOfYear = 12;

/**
 * Writes `mart.kpi_checks`, one row per node, year and quarter: its value over the months that there are, met or not met where all of
 * them are complete, the state of its parent and of its children. Nodes with a fault (findPlanFaults) have no row.
 */
export async function createKpiChecks(db: Database): Promise<void> {
  await db.run(
    `CREATE TABLE mart.kpi_periods AS
     SELECT n.*, q.first_month, q.last_month, q.months = CASE WHEN n.fiscal_quarter IS NULL THEN ${monthsOfYear} ELSE ${monthsOfQuarter} END AND q.complete AS complete
     FROM mart.kpi_nodes n LEFT JOIN LATERAL (
       SELECT min(m.month) AS first_month, max(m.month) AS last_month, count(*) AS months, bool_and(g.complete) AS complete
       FROM mart.months m JOIN mart.grid g ON g.month = m.month AND g.scope_kind = n.scope_kind AND g.scope_id = n.scope_id
       WHERE m.fiscal_year = n.fiscal_year AND (n.fiscal_quarter IS NULL OR (m.fiscal_month - 1) // ${monthsOfQuarter} + 1 = n.fiscal_quarter)) q ON true
     WHERE n.scope_id IS NOT NULL AND n.metric IN (${metrics.map((m) => quoteText(m.id)).join(', ')})`,
  );
  await db.run(
    `CREATE TABLE mart.kpi_values (node_id VARCHAR, fiscal_year INTEGER, fiscal_quarter INTEGER, value DOUBLE, status VARCHAR)`,
  );
  const used = await db.rows<{ metric: string }>('SELECT DISTINCT metric FROM mart.kpi_periods');
  for (const metric of metrics.filter((m) => used.some((u) => u.metric === m.id)))
    await db.run(`INSERT INTO mart.kpi_values ${valuesOf(metric)}`);
  await db.run(`CREATE TABLE mart.kpi_checks AS ${checks}`);
  await db.run('DROP TABLE mart.kpi_values');
}

function valuesOf(metric: Metric): string {
  const judged = canHaveTarget(metric)
    ? `CASE WHEN f.status IN ('no_data', 'not_applicable') AND v.value IS NULL THEN f.status WHEN v.value IS NULL THEN 'no_data'
        WHEN p.target IS NULL OR NOT p.complete THEN '' WHEN ${keepsTo(metric, 'v.value', 'p.target')} THEN 'met' ELSE 'not_met' END`
    : `CASE WHEN v.value IS NULL THEN 'no_data' ELSE '' END`;
  return `SELECT p.node_id, p.fiscal_year, p.fiscal_quarter, v.value, CASE WHEN p.last_month IS NULL THEN '' ELSE ${judged} END
    FROM mart.kpi_periods p
    LEFT JOIN mart.figures f ON f.metric = p.metric AND f.month = p.last_month AND f.scope_kind = p.scope_kind AND f.scope_id = p.scope_id AND f.breakdown = ''
    LEFT JOIN (${overMonths(metric)}) v ON v.node_id = p.node_id AND v.fiscal_year = p.fiscal_year AND v.fiscal_quarter IS NOT DISTINCT FROM p.fiscal_quarter
    WHERE p.metric = ${quoteText(metric.id)}`;
}

const keys = 'p.node_id, p.fiscal_year, p.fiscal_quarter';

/** The value over the months of a node, as the metric declares it (Metric.overMonths). */
function overMonths(metric: Metric): string {
  const { measure } = metric;
  const pooled = measure.kind === 'pooled' || measure.kind === 'ratio';
  // A share that a mart works out can't be pooled from its months: a quarter kept to its target if each month did.
  const otherwise = metric.unit === 'share' ? 'worst' : 'last';
  switch (metric.overMonths ?? (pooled ? 'pooled' : otherwise)) {
    case 'pooled':
      if (pooled) return pooledOver(metric, measure);
      throw new Error(`${metric.id} has no rows that could be pooled`);
    case 'last':
      return `SELECT ${keys}, f.value ${ofMonths(metric, 'f.month = p.last_month')}`;
    case 'worst': {
      const worst = metric.direction === 'higher_is_better' ? 'min' : 'max';
      return `SELECT ${keys}, ${worst}(f.value) AS value ${ofMonths(metric)} GROUP BY ALL`;
    }
  }
}

const ofMonths = (metric: Metric, when = 'f.month BETWEEN p.first_month AND p.last_month'): string =>
  `FROM mart.kpi_periods p JOIN mart.figures f ON f.metric = ${quoteText(metric.id)} AND f.scope_kind = p.scope_kind AND f.scope_id = p.scope_id
   AND f.breakdown = '' AND ${when} WHERE p.metric = ${quoteText(metric.id)}`;

/** Counts are summed, shares and medians worked out anew from all rows of the months: never a mean of means. */
function pooledOver(metric: Metric, measure: Pooled | Ratio): string {
  const value =
    measure.kind === 'ratio'
      ? `${measure.numerator}::DOUBLE / nullif(${measure.denominator}, 0)`
      : measure.value;
  const none = measure.kind === 'ratio' ? null : measure.whenNone;
  return `SELECT ${keys}, CASE WHEN f.status = 'no_data' THEN NULL ELSE coalesce(a.value, ${none ?? 'NULL'}) END AS value
    FROM mart.kpi_periods p
    JOIN mart.figures f ON f.metric = p.metric AND f.month = p.last_month AND f.scope_kind = p.scope_kind AND f.scope_id = p.scope_id AND f.breakdown = ''
    LEFT JOIN (
      SELECT ${keys}, ${value} AS value FROM (SELECT r.* FROM ${contributingRows(measure)}) r
      JOIN mart.kpi_periods p ON p.metric = ${quoteText(metric.id)} AND p.scope_kind = r.scope_kind AND p.scope_id = r.scope_id AND r.month BETWEEN p.first_month AND p.last_month
      GROUP BY ALL) a ON a.node_id = p.node_id AND a.fiscal_year = p.fiscal_year AND a.fiscal_quarter IS NOT DISTINCT FROM p.fiscal_quarter
    WHERE p.metric = ${quoteText(metric.id)}`;
}

/** A parent's state is that of the same quarter, else its year's. A year's node has the children of all quarters. */
const checks = `
  WITH checked AS (
    SELECT p.*, v.value, v.status FROM mart.kpi_periods p JOIN mart.kpi_values v
      ON v.node_id = p.node_id AND v.fiscal_year = p.fiscal_year AND v.fiscal_quarter IS NOT DISTINCT FROM p.fiscal_quarter),
  family AS (
    SELECT c.node_id, c.fiscal_year, c.fiscal_quarter, up.status AS parent_status FROM checked c
    LEFT JOIN checked up ON up.node_id = c.parent_id AND up.fiscal_year = c.fiscal_year AND (up.fiscal_quarter IS NULL OR up.fiscal_quarter = c.fiscal_quarter)
    QUALIFY row_number() OVER (PARTITION BY c.node_id, c.fiscal_year, c.fiscal_quarter ORDER BY up.fiscal_quarter NULLS LAST) = 1),
  children AS (
    SELECT c.node_id, c.fiscal_year, c.fiscal_quarter, count(*) AS children, count(*) FILTER (d.status = 'met') AS met, count(*) FILTER (d.status = 'not_met') AS not_met
    FROM checked c JOIN checked d ON d.parent_id = c.node_id AND d.fiscal_year = c.fiscal_year AND (c.fiscal_quarter IS NULL OR d.fiscal_quarter = c.fiscal_quarter)
    GROUP BY ALL)
  SELECT c.node_id, c.parent_id, c.depth, c.level, c.fiscal_year, c.fiscal_quarter, c.scope_kind, c.scope_id, c.metric, c.first_month, c.last_month,
    c.value, c.target, c.status, coalesce(c.complete, false) AS complete, f.parent_status, coalesce(d.children, 0) AS children, coalesce(d.met, 0) AS children_met,
    coalesce(d.not_met, 0) AS children_not_met, c.note, c._file, c._line
  FROM checked c
  JOIN family f ON f.node_id = c.node_id AND f.fiscal_year = c.fiscal_year AND f.fiscal_quarter IS NOT DISTINCT FROM c.fiscal_quarter
  LEFT JOIN children d ON d.node_id = c.node_id AND d.fiscal_year = c.fiscal_year AND d.fiscal_quarter IS NOT DISTINCT FROM c.fiscal_quarter
  ORDER BY c.fiscal_year, c.fiscal_quarter NULLS FIRST, c.depth, c._file, c._line`;
