import type { Mart } from './mart.js';
import { acrossCompanies } from './members.js';

/** What caps are held to. A cell that counts nothing has no row: readers take it as 0. */
export const incidentCounts: Mart = {
  name: 'incident_counts',
  grain: {
    ja: '1行は1か月・1範囲の障害件数（全体・等級別・区分別のいずれか）',
    en: 'one row per month, scope and breakdown (none, a grade, a class) in which any incident counts',
  },
  sql: () => `
    WITH counted AS (
      SELECT i.month, i.theme, i.grade, i.class, i.system_id, s.company_id
      FROM mart.incidents i JOIN mart.system_months s ON s.month = i.month AND s.system_id = i.system_id WHERE i.counts),
    placed AS (
      SELECT c.month, c.grade, c.class, k.scope_kind, k.scope_id
      FROM counted c JOIN mart.members k ON k.month = c.month AND k.system_id = c.system_id
      UNION ALL ${acrossCompanies('theme', 'theme', 'counted', () => 'month, grade, class')})
    SELECT month, scope_kind, scope_id, breakdown, count(*) AS n FROM (
      SELECT month, scope_kind, scope_id, '' AS breakdown FROM placed
      UNION ALL SELECT month, scope_kind, scope_id, 'grade:' || grade FROM placed WHERE grade IS NOT NULL
      UNION ALL SELECT month, scope_kind, scope_id, 'class:' || class FROM placed WHERE class IS NOT NULL)
    GROUP BY ALL`,
  checks: [
    'SELECT 1 FROM mart.incident_counts GROUP BY month, scope_kind, scope_id, breakdown HAVING count(*) > 1',
    'SELECT 1 FROM mart.incident_counts ANTI JOIN mart.scopes USING (month, scope_kind, scope_id)',
  ],
};
