/** Capacity by month: what each series came to, and the figures of every scope. */
import { trendDays } from './capacityTrends.js';
import type { Mart } from './mart.js';

/** Due are the days of the month up to its valuation, and 24 hours of each. A series that has been silent for 90 days is gone. */
export const capacityMonths: Mart = {
  name: 'capacity_months',
  grain: {
    ja: '1行は1系列の1か月（月末までの90日間に測定のあったもの）',
    en: 'one row per month and series with samples within the 90 days up to the month’s end',
  },
  sql: () => `
    WITH alive AS (
      SELECT m.month, m.last_day, strptime(m.month, '%Y-%m')::DATE AS first_day, s.series, s.system_id, s.metric, s.component, s.warn, s."limit", s.direction,
        d.day, d.p95
      FROM mart.months m JOIN mart.capacity_days d ON d.day > m.last_day - ${trendDays} AND d.day <= m.last_day
      JOIN mart.capacity_series s ON s.system_id = d.system_id AND s.metric = d.metric AND s.component IS NOT DISTINCT FROM d.component),
    days AS (
      SELECT month, last_day, first_day, series, system_id, metric, component, warn, "limit",
        count(*) FILTER (day >= first_day) AS days, last_day - first_day + 1 AS due_days,
        count(*) FILTER (day >= first_day AND CASE direction WHEN 'below' THEN p95 < warn ELSE p95 > warn END) AS days_over
      FROM alive GROUP BY ALL),
    signs AS (SELECT month, series, count(*) AS signs FROM mart.capacity_signs GROUP BY ALL)
    SELECT d.month, d.series, d.system_id, d.metric, d.component, d.days, d.due_days,
      CASE WHEN d.warn IS NOT NULL AND d.days > 0 THEN d.days_over END AS days_over, d.warn IS NOT NULL AS warned,
      coalesce(j.hours, 0) AS judged_hours, CASE WHEN j.hours > 0 THEN coalesce(g.signs, 0) END AS signs,
      d."limit" IS NOT NULL AS limited, t.status AS trend, coalesce(t.days, 0) AS trend_days, t.days_to_limit, t.lower, t.upper
    FROM days d
    LEFT JOIN mart.capacity_judged j ON j.month = d.month AND j.series = d.series
    LEFT JOIN signs g ON g.month = d.month AND g.series = d.series
    LEFT JOIN mart.capacity_trends t ON t.month = d.month AND t.series = d.series`,
  checks: [
    'SELECT month, series FROM mart.capacity_months GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.capacity_months WHERE days_over > days OR days > due_days OR (limited AND trend IS NULL)',
    // No sign of a reported month is lost on the way.
    `SELECT 1 FROM (SELECT sum(signs) AS n FROM mart.capacity_months) c, (SELECT count(*) AS n FROM mart.capacity_signs SEMI JOIN mart.months USING (month)) g WHERE coalesce(c.n, 0) <> g.n`,
  ],
};

/** Counts add, over components, metrics and systems; of the days to a limit the smallest stands, with its own interval. */
export const capacityFigures: Mart = {
  name: 'capacity_figures',
  grain: {
    ja: '1行は1つの指標・月・範囲の容量の値',
    en: 'one row per capacity metric, month and scope',
  },
  sql: () => `
    WITH limits AS (
      SELECT k.month, k.scope_kind, k.scope_id, bool_or(l.warn IS NOT NULL) AS any_warn, bool_or(l."limit" IS NOT NULL) AS any_limit
      FROM mart.members k JOIN staging.capacity_limits l ON l.system_id = k.system_id GROUP BY ALL),
    sums AS (
      SELECT k.month, k.scope_kind, k.scope_id, sum(c.days)::BIGINT AS days,
        sum(c.days_over)::DOUBLE AS days_over, (sum(c.days) FILTER (c.warned))::BIGINT AS warned_days, (sum(c.due_days) FILTER (c.warned))::BIGINT AS warned_due,
        sum(c.signs)::DOUBLE AS signs, sum(c.judged_hours)::BIGINT AS judged, 24 * sum(c.due_days)::BIGINT AS hours_due,
        count(*) FILTER (c.limited) AS limited, count(*) FILTER (c.trend IN ('', 'not_applicable')) AS trends,
        (sum(c.trend_days) FILTER (c.trend IN ('', 'not_applicable')))::BIGINT AS trend_days,
        min({'value': c.days_to_limit, 'lower': c.lower, 'upper': c.upper}) FILTER (c.trend = '') AS nearest
      FROM mart.members k JOIN mart.capacity_months c ON c.month = k.month AND c.system_id = k.system_id GROUP BY ALL),
    found AS (
      SELECT s.month, s.scope_kind, s.scope_id, coalesce(l.any_warn, false) AS any_warn, coalesce(l.any_limit, false) AS any_limit, coalesce(a.days, 0) AS days,
        a.* EXCLUDE (month, scope_kind, scope_id, days)
      FROM mart.scopes s
      LEFT JOIN limits l ON l.month = s.month AND l.scope_kind = s.scope_kind AND l.scope_id = s.scope_id
      LEFT JOIN sums a ON a.month = s.month AND a.scope_kind = s.scope_kind AND a.scope_id = s.scope_id
      WHERE s.scope_kind NOT IN ('theme', 'supplier'))
    ${[
      figure('capacity_over_warn_days', {
        value: 'days_over',
        status: `CASE WHEN days_over IS NOT NULL THEN '' WHEN any_warn OR days = 0 THEN 'no_data' ELSE 'not_applicable' END`,
        coverage: 'warned_days / warned_due',
        rows: 'warned_days',
      }),
      figure('capacity_days_to_limit', {
        value: 'nearest.value',
        lower: 'nearest.lower',
        upper: 'nearest.upper',
        status: `CASE WHEN nearest IS NOT NULL THEN '' WHEN trends > 0 THEN 'not_applicable' WHEN any_limit OR days = 0 THEN 'no_data' ELSE 'not_applicable' END`,
        coverage: 'trends / nullif(limited, 0)',
        rows: 'trend_days',
      }),
      figure('capacity_signs', {
        value: 'signs',
        status: `CASE WHEN signs IS NULL THEN 'no_data' ELSE '' END`,
        coverage: 'least(1, judged / hours_due)',
        rows: 'judged',
      }),
    ].join(' UNION ALL ')}`,
  checks: [
    'SELECT 1 FROM mart.capacity_figures GROUP BY metric, month, scope_kind, scope_id HAVING count(*) > 1',
    `SELECT 1 FROM mart.capacity_figures WHERE coverage NOT BETWEEN 0 AND 1 OR (value IS NULL) <> (status <> '')`,
    `SELECT metric, month FROM mart.capacity_figures WHERE metric <> 'capacity_days_to_limit' GROUP BY ALL
     HAVING sum(value) FILTER (scope_kind = 'group') IS DISTINCT FROM sum(value) FILTER (scope_kind = 'system')`,
  ],
};

interface Figure {
  readonly value: string;
  readonly lower?: string;
  readonly upper?: string;
  readonly status: string;
  /** SQL for a share; without any of what is due it is 0 where there is no data, else 1. */
  readonly coverage: string;
  readonly rows: string;
}

const figure = (metric: string, { value, lower, upper, status, coverage, rows }: Figure): string => `
    SELECT '${metric}' AS metric, month, scope_kind, scope_id, '' AS breakdown, ${value} AS value, ${lower ?? 'NULL::DOUBLE'} AS lower, ${upper ?? 'NULL::DOUBLE'} AS upper,
      NULL::DOUBLE AS target, ${status} AS status, CASE WHEN ${status} = 'no_data' THEN 0 ELSE coalesce(${coverage}, 1) END AS coverage, coalesce(${rows}, 0) AS source_rows
    FROM found`;
