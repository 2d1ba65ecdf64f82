/** Which systems there were in each month, and how much each of them weighs. */
import type { Mart } from '../marts/mart.js';
import { numberOf } from '../marts/rows.js';

/**
 * Under a stand-in, or a system that no row of the profile holds valid then, something may stand all the same: that must not be lost.
 * Each of these marts has month and system_id; the condition picks what stands at the month's end or happened in it.
 */
const standing = [
  'SELECT month, system_id FROM mart.incidents WHERE counts',
  'SELECT month, system_id FROM mart.harm',
  'SELECT month, system_id FROM mart.open_incidents',
  'SELECT month, system_id FROM mart.overdue_actions',
  'SELECT month, system_id FROM mart.regulator_duties WHERE overdue',
];

/** `importance` NULL: not known; it then counts as configured (`counted`), by default as the highest. */
export const riskSystems: Mart = {
  name: 'risk_systems',
  grain: {
    ja: '1行は1か月に存在した1システムと、その所属・重要度・係数',
    en: 'one row per month and system that was there: its unit, company, importance and factor',
  },
  sql: ({ config }) => {
    const { importanceFactors, unknownImportance } = config.risk;
    const factors = importanceFactors.map((factor, i) => `WHEN ${i + 1} THEN ${numberOf(factor)}`);
    return `
      SELECT *, CASE counted ${factors.join(' ')} END AS factor FROM (
        SELECT s.month, s.system_id, s.unit_id, s.company_id, s.known, i.importance, coalesce(i.importance, ${unknownImportance})::INTEGER AS counted
        FROM mart.system_months s
        JOIN mart.system_profiles p ON p.month = s.month AND p.system_id = s.system_id
        JOIN mart.system_importance i ON i.month = s.month AND i.system_id = s.system_id
        LEFT JOIN (${standing.join(' UNION ')}) w ON w.month = s.month AND w.system_id = s.system_id
        WHERE (p.known AND p.valid_then) OR w.system_id IS NOT NULL)`;
  },
  checks: [
    'SELECT month, system_id FROM mart.risk_systems GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.risk_systems WHERE factor IS NULL OR counted IS NULL OR unit_id IS NULL OR company_id IS NULL OR known IS NULL',
    ...standing.map(
      (rows) =>
        `SELECT w.system_id FROM (${rows}) w SEMI JOIN mart.months m ON m.month = w.month ANTI JOIN mart.risk_systems s ON s.month = w.month AND s.system_id = w.system_id`,
    ),
  ],
};
