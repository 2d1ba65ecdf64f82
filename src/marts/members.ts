/** Which systems make up each scope in each month: the row of the profile valid then (methods.md, "Time"). */
import type { Mart } from './mart.js';

/** The row valid on the month's last day; before the first and after the last one, today's. */
const validThen = (table: string, key: string): string => `
  SELECT * FROM (SELECT m.month, r.*, row_number() OVER (PARTITION BY m.month, r.${key} ORDER BY
      (coalesce(r.valid_from, DATE '0001-01-01') <= m.last_day AND coalesce(r.valid_to, DATE '9999-12-31') >= m.last_day) DESC,
      coalesce(r.valid_from, DATE '0001-01-01') DESC) AS nth
    FROM mart.months m CROSS JOIN ${table} r) WHERE nth = 1`;

export const systemMonths: Mart = {
  name: 'system_months',
  grain: {
    ja: '1行は1か月の1システムと、その時の事業部と会社',
    en: 'one row per month and system: the unit and company that it belonged to then',
  },
  sql: () => `
    SELECT s.month, s.system_id, s.unit_id, u.company_id, s.known
    FROM (${validThen('mart.system_rows', 'system_id')}) s
    JOIN (${validThen('mart.unit_rows', 'unit_id')}) u ON u.month = s.month AND u.unit_id = s.unit_id`,
  checks: [
    'SELECT month, system_id FROM mart.system_months GROUP BY ALL HAVING count(*) > 1',
    'SELECT m.month, r.system_id FROM mart.months m, (SELECT DISTINCT system_id FROM mart.system_rows) r EXCEPT SELECT month, system_id FROM mart.system_months',
  ],
};

/** Units and companies without any system stand too, with no member: their figures are zero, not absent. */
export const scopes: Mart = {
  name: 'scopes',
  grain: {
    ja: '1行は1か月の1つの範囲（グループ・会社・事業部・システム）',
    en: 'one row per month and scope: group, company, unit or system',
  },
  sql: () => `
    SELECT DISTINCT month, 'group' AS scope_kind, 'group' AS scope_id, NULL::VARCHAR AS company_id FROM mart.months
    UNION ALL SELECT m.month, 'company', c.company_id, c.company_id FROM mart.months m CROSS JOIN mart.companies c
    UNION ALL SELECT month, 'unit', unit_id, company_id FROM (${validThen('mart.unit_rows', 'unit_id')})
    UNION ALL SELECT month, 'system', system_id, company_id FROM mart.system_months`,
  checks: ['SELECT month, scope_kind, scope_id FROM mart.scopes GROUP BY ALL HAVING count(*) > 1'],
};

export const members: Mart = {
  name: 'members',
  grain: { ja: '1行は1か月の1つの範囲に属する1システム', en: 'one row per month, scope and system in it' },
  sql: () => `
    SELECT month, 'group' AS scope_kind, 'group' AS scope_id, system_id FROM mart.system_months
    UNION ALL SELECT month, 'company', company_id, system_id FROM mart.system_months
    UNION ALL SELECT month, 'unit', unit_id, system_id FROM mart.system_months
    UNION ALL SELECT month, 'system', system_id, system_id FROM mart.system_months`,
  checks: [
    // A system appears in exactly one unit, one company and the group.
    `SELECT month, system_id, scope_kind FROM mart.members GROUP BY ALL HAVING count(*) > 1`,
    'SELECT month, scope_kind, scope_id FROM mart.members EXCEPT SELECT month, scope_kind, scope_id FROM mart.scopes',
  ],
};
