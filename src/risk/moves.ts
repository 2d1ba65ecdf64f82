import type { Mart } from '../marts/mart.js';

/** Each month with the one before it: the first has none. */
export const monthPairs = `(SELECT month, lag(month) OVER (ORDER BY month) AS before FROM mart.months)`;

/**
 * `kind`: new, gone, worse, better, same; told, untold: a level where there was no data, and the other way round. `unclear`: a lower level
 * that nobody may call better, since one of the two months is incomplete or a driver that stood above the present level now has no data.
 * Another unit within the group is neither new nor gone.
 */
export const riskMoves: Mart = {
  name: 'risk_moves',
  grain: {
    ja: '1行は1か月と前月の間の1システムの動き',
    en: 'one row per month and system that is in it or in the month before: how its level moved',
  },
  sql: () => `
    WITH pairs AS (SELECT * FROM ${monthPairs} WHERE before IS NOT NULL),
    whole AS (
      SELECT p.month, c.company_id, bool_and(c.complete) AS complete FROM pairs p JOIN mart.coverage c ON c.month IN (p.month, p.before)
      WHERE c.company_id IS NOT NULL GROUP BY ALL HAVING count(*) = 2),
    -- Drivers that had data and have none now, by the level at which they stood.
    lost AS (
      SELECT p.month, d.system_id, max(b.level) AS level FROM pairs p
      JOIN mart.risk_drivers d ON d.month = p.month AND d.state = 'no_data'
      JOIN mart.risk_drivers b ON b.month = p.before AND b.system_id = d.system_id AND b.driver = d.driver AND b.state = ''
      GROUP BY ALL),
    ends AS (
      SELECT p.month, l.system_id, true AS now, l.* EXCLUDE (month, system_id) FROM pairs p JOIN mart.risk_levels l ON l.month = p.month),
    starts AS (
      SELECT p.month, l.system_id, true AS was, l.* EXCLUDE (month, system_id) FROM pairs p JOIN mart.risk_levels l ON l.month = p.before)
    SELECT coalesce(n.month, b.month) AS month, coalesce(n.system_id, b.system_id) AS system_id, coalesce(n.unit_id, b.unit_id) AS unit_id, coalesce(n.company_id, b.company_id) AS company_id,
      coalesce(n.counted, b.counted) AS counted, b.level AS before_level, n.level, b.score AS before_score, n.score,
      CASE WHEN b.was IS NULL THEN 'new' WHEN n.now IS NULL THEN 'gone'
        WHEN b.level IS NULL AND n.level IS NULL THEN 'same' WHEN b.level IS NULL THEN 'told' WHEN n.level IS NULL THEN 'untold'
        WHEN n.level > b.level THEN 'worse' WHEN n.level = b.level THEN 'same'
        WHEN coalesce(w.complete, false) AND coalesce(t.level, 0) <= n.level THEN 'better' ELSE 'unclear' END AS kind,
      coalesce(w.complete, false) AS complete, b.unit_id AS before_unit_id, b.company_id AS before_company_id
    FROM ends n FULL JOIN starts b ON b.month = n.month AND b.system_id = n.system_id
    LEFT JOIN whole w ON w.month = coalesce(n.month, b.month) AND w.company_id = coalesce(n.company_id, b.company_id)
    LEFT JOIN lost t ON t.month = n.month AND t.system_id = n.system_id
    ORDER BY 1, 2`,
  checks: [
    'SELECT month, system_id FROM mart.risk_moves GROUP BY ALL HAVING count(*) > 1',
    `SELECT 1 FROM mart.risk_moves WHERE kind = 'better' AND NOT complete`,
    // Nothing comes or goes unsaid: present − new = before − gone.
    `SELECT p.month FROM ${monthPairs} p WHERE p.before IS NOT NULL AND
       (SELECT count(*) FROM mart.risk_levels l WHERE l.month = p.month) - (SELECT count(*) FROM mart.risk_moves m WHERE m.month = p.month AND m.kind = 'new')
       <> (SELECT count(*) FROM mart.risk_levels l WHERE l.month = p.before) - (SELECT count(*) FROM mart.risk_moves m WHERE m.month = p.month AND m.kind = 'gone')`,
  ],
};
