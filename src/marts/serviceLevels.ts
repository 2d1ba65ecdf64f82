import type { Mart } from './mart.js';

/**
 * `breached`: worse than the target, by the indicator's own direction; on the target is kept. NULL where target, actual or
 * direction is missing. A system that has begun to report and has no row for a month in which it is valid has one without an
 * indicator: nothing reported isn't nothing breached.
 */
export const serviceLevelResults: Mart = {
  name: 'service_level_results',
  grain: {
    ja: '1行は1システム・1か月・1指標（報告のない月は指標なしの1行）',
    en: 'one row per system, month and indicator; one without an indicator where a month was not reported',
  },
  sql: () => `
    WITH begun AS (SELECT system_id, min(month) AS month FROM staging.service_levels GROUP BY 1)
    SELECT l.month, l.system_id, l.indicator, l.target, l.actual, l.unit, l.direction, l._file, l._line,
      CASE WHEN l.actual IS NULL OR l.target IS NULL THEN NULL WHEN l.actual = l.target THEN false
        WHEN l.direction = 'higher' THEN l.actual < l.target WHEN l.direction = 'lower' THEN l.actual > l.target END AS breached
    FROM staging.service_levels l JOIN mart.months m ON m.month = l.month
    UNION ALL
    SELECT p.month, p.system_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM mart.system_profiles p JOIN begun b ON b.system_id = p.system_id AND p.month > b.month
    ANTI JOIN staging.service_levels l ON l.system_id = p.system_id AND l.month = p.month
    WHERE p.known AND p.valid_then`,
  checks: [
    'SELECT 1 FROM mart.service_level_results GROUP BY month, system_id, indicator HAVING count(*) > 1',
  ],
};
