import type { Mart } from '../marts/mart.js';

/** Importance NULL: not known; `counted` is the one it counts as then. Level NULL: no data. */
export const riskMatrix: Mart = {
  name: 'risk_matrix',
  grain: {
    ja: '1行は1か月の1つの範囲の、重要度と水準の1組とシステム数',
    en: 'one row per month, scope, importance and level: the number of systems',
  },
  sql: () => `
    SELECT k.month, k.scope_kind, k.scope_id, l.importance, l.level, count(*) AS systems, l.counted
    FROM mart.risk_members k JOIN mart.risk_levels l ON l.month = k.month AND l.system_id = k.system_id
    GROUP BY ALL ORDER BY k.month, k.scope_kind, k.scope_id, l.counted, l.importance, l.level`,
  checks: [
    `SELECT 1 FROM mart.risk_matrix x JOIN mart.risk_scopes s ON s.month = x.month AND s.scope_kind = x.scope_kind AND s.scope_id = x.scope_id
     GROUP BY x.month, x.scope_kind, x.scope_id, s.systems HAVING sum(x.systems) <> s.systems`,
  ],
};
