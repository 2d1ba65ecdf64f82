/** Which systems make up each scope in each month: the row of the profile valid then (methods.md, "Time"). */
import type { Mart } from './mart.js';

/** The row valid on the month's last day; before the first and after the last one, today's. */
const validThen = (table: string, key: string): string => `
  SELECT * FROM (SELECT m.month, r.*,
      coalesce(r.valid_from, DATE '0001-01-01') <= m.last_day AND coalesce(r.valid_to, DATE '9999-12-31') >= m.last_day AS valid_then, row_number() OVER (PARTITION BY m.month, r.${key} ORDER BY
      (coalesce(r.valid_from, DATE '0001-01-01') <= m.last_day AND coalesce(r.valid_to, DATE '9999-12-31') >= m.last_day) DESC,
      coalesce(r.valid_from, DATE '0001-01-01') DESC) AS nth
    FROM mart.months m CROSS JOIN ${table} r) WHERE nth = 1`;

/** The whole profile then; of stand-ins only the columns of their place are filled. */
export const systemProfiles: Mart = {
  name: 'system_profiles',
  grain: {
    ja: '1行は1か月の1システムの、その時のプロファイル',
    en: 'one row per month and system: the row of its profile that was valid then',
  },
  sql: () => `
    SELECT s.month, s.system_id, s.known, s.valid_then, p.* EXCLUDE (system_id, _entry)
    FROM (${validThen('mart.system_rows', 'system_id')}) s
    LEFT JOIN staging.systems p ON s.known AND p._file = s._file AND p._line = s._line`,
  checks: ['SELECT month, system_id FROM mart.system_profiles GROUP BY ALL HAVING count(*) > 1'],
};

export const systemMonths: Mart = {
  name: 'system_months',
  grain: {
    ja: '1行は1か月の1システムと、その時の事業部・会社・階層・業務フロー',
    en: 'one row per month and system: the unit, company, layer and business flow that it belonged to then',
  },
  sql: () => `
    SELECT s.month, s.system_id, s.unit_id, u.company_id, s.known, p.layer, p.business_flow
    FROM (${validThen('mart.system_rows', 'system_id')}) s
    JOIN (${validThen('mart.unit_rows', 'unit_id')}) u ON u.month = s.month AND u.unit_id = s.unit_id
    JOIN mart.system_profiles p ON p.month = s.month AND p.system_id = s.system_id`,
  checks: [
    'SELECT month, system_id FROM mart.system_months GROUP BY ALL HAVING count(*) > 1',
    'SELECT m.month, r.system_id FROM mart.months m, (SELECT DISTINCT system_id FROM mart.system_rows) r EXCEPT SELECT month, system_id FROM mart.system_months',
  ],
};

/**
 * Layers, flows and themes run through companies: `application` is the whole group's, `f/application` one company's. A slash
 * of a name itself is encoded, so that the two can't be taken for each other.
 */
export const scopeIdOf = (name: string): string => `replace(replace(${name}, '%', '%25'), '/', '%2F')`;
export const companyScopeId = (company: string, name: string): string =>
  `${scopeIdOf(company)} || '/' || ${scopeIdOf(name)}`;

/** Where there is one company, its layers are the group's. */
const several = `(SELECT count(*) FROM mart.companies WHERE known) > 1`;

/**
 * SQL for an attribute's scopes, the group's and each company's: `columns` (given SQL for the scope's company), scope_kind, scope_id.
 * `from` has month, company_id and the attribute.
 */
export const acrossCompanies = (
  kind: string,
  attribute: string,
  from: string,
  columns: (company: string) => string,
): string => `
    SELECT ${columns('NULL::VARCHAR')}, '${kind}' AS scope_kind, ${scopeIdOf(attribute)} AS scope_id FROM ${from} WHERE ${attribute} IS NOT NULL
    UNION ALL SELECT ${columns('company_id')}, '${kind}', ${companyScopeId('company_id', attribute)} FROM ${from} WHERE ${attribute} IS NOT NULL AND ${several}`;

const scopesAcross = (kind: string, attribute: string, from: string): string =>
  `SELECT DISTINCT month, scope_kind, scope_id, company_id FROM (${acrossCompanies(kind, attribute, from, (company) => `month, ${company} AS company_id`)})`;

/** Themes with the companies of whose incidents any names them, and those of the systems that such incidents harmed besides. */
const themes = `SELECT DISTINCT i.theme, m.company_id FROM staging.incidents i
      JOIN (SELECT incident_id, system_id FROM mart.places UNION SELECT incident_id, system_id FROM staging.incident_systems) p ON p.incident_id = i.incident_id
      JOIN mart.system_months m ON m.system_id = p.system_id WHERE i.theme IS NOT NULL`;

/** Units and companies without any system stand too, with no member: their figures are zero, not absent. */
export const scopes: Mart = {
  name: 'scopes',
  grain: {
    ja: '1行は1か月の1つの範囲（グループ・会社・事業部・システム・階層・業務フロー・テーマ・委託先）',
    en: 'one row per month and scope: group, company, unit, system, layer, business flow, theme or supplier',
  },
  sql: () => `
    SELECT DISTINCT month, 'group' AS scope_kind, 'group' AS scope_id, NULL::VARCHAR AS company_id FROM mart.months
    UNION ALL SELECT m.month, 'company', c.company_id, c.company_id FROM mart.months m CROSS JOIN mart.companies c
    UNION ALL SELECT month, 'unit', unit_id, company_id FROM (${validThen('mart.unit_rows', 'unit_id')})
    UNION ALL SELECT month, 'system', system_id, company_id FROM mart.system_months
    UNION ALL ${scopesAcross('layer', 'layer', 'mart.system_months')}
    UNION ALL ${scopesAcross('flow', 'business_flow', 'mart.system_months')}
    UNION ALL ${scopesAcross('theme', 'theme', `(SELECT m.month, t.* FROM mart.months m CROSS JOIN (${themes}) t)`)}
    UNION ALL SELECT m.month, 'supplier', s.supplier, NULL FROM mart.months m CROSS JOIN
      (SELECT supplier FROM staging.incidents WHERE supplier IS NOT NULL UNION SELECT supplier FROM staging.system_suppliers) s`,
  checks: ['SELECT month, scope_kind, scope_id FROM mart.scopes GROUP BY ALL HAVING count(*) > 1'],
};

const membersAcross = (kind: string, attribute: string): string =>
  `SELECT month, scope_kind, scope_id, system_id FROM (${acrossCompanies(kind, attribute, 'mart.system_months', () => 'month, system_id')})`;

export const members: Mart = {
  name: 'members',
  grain: { ja: '1行は1か月の1つの範囲に属する1システム', en: 'one row per month, scope and system in it' },
  sql: () => `
    SELECT month, 'group' AS scope_kind, 'group' AS scope_id, system_id FROM mart.system_months
    UNION ALL SELECT month, 'company', company_id, system_id FROM mart.system_months
    UNION ALL SELECT month, 'unit', unit_id, system_id FROM mart.system_months
    UNION ALL SELECT month, 'system', system_id, system_id FROM mart.system_months
    UNION ALL ${membersAcross('layer', 'layer')}
    UNION ALL ${membersAcross('flow', 'business_flow')}`,
  checks: [
    // A system appears in exactly one unit, one company and the group.
    `SELECT month, system_id, scope_kind FROM mart.members WHERE scope_kind IN ('group', 'company', 'unit', 'system') GROUP BY ALL HAVING count(*) > 1`,
    'SELECT 1 FROM mart.members GROUP BY month, system_id, scope_kind, scope_id HAVING count(*) > 1',
    'SELECT month, scope_kind, scope_id FROM mart.members EXCEPT SELECT month, scope_kind, scope_id FROM mart.scopes',
  ],
};
