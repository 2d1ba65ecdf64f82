import type { Mart } from './mart.js';
import { acrossCompanies } from './members.js';

/** Each row placed under its scopes; `scope_month`: the month whose systems make up the scopes. */
const placed = (from: string): string => `
  SELECT c.month, c.grade, c.class, c.n, c.regraded, k.scope_kind, k.scope_id
  FROM ${from} c JOIN mart.members k ON k.month = c.scope_month AND k.system_id = c.system_id
  UNION ALL ${acrossCompanies('theme', 'theme', from, () => 'month, grade, class, n, regraded')}
  UNION ALL SELECT month, grade, class, n, regraded, 'supplier', supplier FROM ${from} WHERE supplier IS NOT NULL`;

/**
 * What caps are held to. `n`: incidents of the month, graded at its own end. `regraded`: what a later month adds to the year to date (or
 * takes off) for incidents of earlier months of the year, graded anew. A cell that counts nothing has no row: readers take it as 0.
 */
export const incidentCounts: Mart = {
  name: 'incident_counts',
  grain: {
    ja: '1行は1か月・1範囲の障害件数（全体・等級別・区分別のいずれか）と、その月に改められた等級による増減',
    en: 'one row per month, scope and breakdown (none, a grade, a class) in which any incident counts or is graded anew',
  },
  sql: () => `
    WITH counted AS (
      SELECT i.month, i.month AS scope_month, i.system_id, i.theme, i.supplier, i.grade, i.class, 1 AS n, 0 AS regraded FROM mart.incidents i WHERE i.counts
      UNION ALL SELECT r.month, r.scope_month, r.system_id, r.theme, r.supplier, r.grade, r.class, 0, r.delta FROM mart.regradings r),
    owned AS (SELECT c.*, s.company_id FROM counted c JOIN mart.system_months s ON s.month = c.scope_month AND s.system_id = c.system_id),
    placed AS (${placed('owned')})
    SELECT month, scope_kind, scope_id, breakdown, sum(n)::BIGINT AS n, sum(regraded)::BIGINT AS regraded FROM (
      SELECT *, '' AS breakdown FROM placed WHERE n > 0
      UNION ALL SELECT *, 'grade:' || grade FROM placed WHERE grade IS NOT NULL
      UNION ALL SELECT *, 'class:' || class FROM placed WHERE class IS NOT NULL)
    GROUP BY ALL`,
  checks: [
    'SELECT 1 FROM mart.incident_counts GROUP BY month, scope_kind, scope_id, breakdown HAVING count(*) > 1',
    'SELECT 1 FROM mart.incident_counts ANTI JOIN mart.scopes USING (month, scope_kind, scope_id) WHERE n > 0',
  ],
};
