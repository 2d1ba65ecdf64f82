import type { Mart } from '../marts/mart.js';

/**
 * Nothing known is no data. Not applicable: a level where the configured rule counts none of the scope's systems; a score or a coverage
 * where no driver that applies has a weight.
 */
export const riskFigures: Mart = {
  name: 'risk_figures',
  grain: {
    ja: '1行は1つの指標・月・範囲のリスクの値',
    en: 'one row per metric of risk, month and scope',
  },
  sql: () => {
    const figure = (metric: string, value: string, why: string): string => `
      SELECT '${metric}' AS metric, s.month, s.scope_kind, s.scope_id, '' AS breakdown, (${value})::DOUBLE AS value, NULL::DOUBLE AS lower, NULL::DOUBLE AS upper, NULL::DOUBLE AS target,
        CASE WHEN ${value} IS NOT NULL THEN '' ELSE ${why} END AS status, s.coverage, (CASE WHEN s.scope_kind = 'system' THEN coalesce(n.drivers, 0) ELSE s.systems END)::BIGINT AS source_rows
      FROM mart.risk_scopes s LEFT JOIN known n ON n.scope_kind = s.scope_kind AND n.month = s.month AND n.system_id = s.scope_id`;
    const weightless = `CASE WHEN s.applicable_weight > 0 THEN 'no_data' ELSE 'not_applicable' END`;
    return `
    WITH known AS (SELECT month, 'system' AS scope_kind, system_id, count(*) AS drivers FROM mart.risk_drivers WHERE state = '' GROUP BY ALL)
    ${[
      figure('risk_level', 's.level', `CASE WHEN s.worst IS NULL THEN 'no_data' ELSE 'not_applicable' END`),
      figure('risk_score', 's.score', weightless),
      figure('risk_coverage', 's.coverage', `'not_applicable'`),
    ].join(' UNION ALL ')}`;
  },
  checks: [
    'SELECT metric, month, scope_kind, scope_id FROM mart.risk_figures GROUP BY ALL HAVING count(*) > 1',
    `SELECT 1 FROM mart.risk_figures WHERE (status = '') <> (value IS NOT NULL)`,
  ],
};
