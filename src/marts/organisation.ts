/** Companies, units and systems, with stand-ins for what no export names, so that every incident has exactly one place. */
import { quoteText } from '../duckdb/quote.js';
import { unmapped } from '../staging/reserved.js';
import type { Mart } from './mart.js';

/** The one company of a configuration that names none. */
export const wholeCompany = 'all';

/** Incidents and actions with the system they stand under, known or not. */
export const places: Mart = {
  name: 'places',
  grain: {
    ja: '1行は採用した1件の記録と、それが属するシステム',
    en: 'one row per staged incident: the system that it stands under',
  },
  sql: ({ config }) => {
    const companyOf = config.sources.incidents
      .filter((s) => s.company !== undefined)
      .map((s) => `WHEN ${s.index} THEN ${quoteText(s.company!)}`);
    const sourceCompany =
      companyOf.length === 0 ? 'NULL::VARCHAR' : `CASE i._entry ${companyOf.join(' ')} END`;
    return `
      SELECT i.incident_id,
        CASE WHEN s.system_id IS NOT NULL THEN s.system_id
          WHEN u.unit_id IS NOT NULL THEN '${unmapped}@unit:' || u.unit_id
          WHEN c.company_id IS NOT NULL THEN '${unmapped}@company:' || c.company_id
          ELSE '${unmapped}' END AS system_id,
        s.system_id IS NOT NULL AS mapped,
        CASE WHEN s.system_id IS NULL THEN u.unit_id END AS unit_id,
        CASE WHEN s.system_id IS NULL AND u.unit_id IS NULL THEN c.company_id END AS company_id
      FROM (SELECT *, ${sourceCompany} AS source_company FROM staging.incidents i) i
      LEFT JOIN (SELECT DISTINCT system_id FROM staging.systems) s ON s.system_id = i.system_id
      LEFT JOIN (SELECT DISTINCT unit_id FROM staging.units UNION SELECT DISTINCT unit_id FROM staging.systems) u ON u.unit_id = i.unit_id
      LEFT JOIN (SELECT DISTINCT company_id FROM staging.companies UNION SELECT DISTINCT company_id FROM staging.units) c
        ON c.company_id = CASE WHEN i.company_id IN (SELECT company_id FROM staging.companies UNION SELECT company_id FROM staging.units)
          THEN i.company_id ELSE i.source_company END`;
  },
  checks: [
    'SELECT incident_id FROM mart.places GROUP BY 1 HAVING count(*) > 1',
    'SELECT incident_id FROM staging.incidents EXCEPT SELECT incident_id FROM mart.places',
  ],
};

/** Actions with the system they stand under: a rollout under where it is rolled out to, else under its incident's. */
export const actionPlaces: Mart = {
  name: 'action_places',
  grain: {
    ja: '1行は1つの対策と、それが属するシステム',
    en: 'one row per action: the system that it stands under',
  },
  sql: () => `
    SELECT a.action_id, coalesce(r.system_id, p.system_id, '${unmapped}') AS system_id
    FROM staging.actions a
    LEFT JOIN (SELECT DISTINCT system_id FROM staging.systems) r ON a.kind = 'rollout' AND r.system_id = a.rollout_system_id
    LEFT JOIN mart.places p ON p.incident_id = a.incident_id`,
  checks: ['SELECT action_id FROM mart.action_places GROUP BY 1 HAVING count(*) > 1'],
};

/** `known`: the row comes from an export; else a stand-in, which the pages name by label. */
export const systemRows: Mart = {
  name: 'system_rows',
  grain: {
    ja: '1行は1システムの1つの有効期間（「不明」を含む）',
    en: 'one row per system and period of validity, stand-ins included',
  },
  sql: () => `
    SELECT system_id, unit_id, valid_from, valid_to, true AS known, _file, _line FROM staging.systems
    UNION ALL
    SELECT DISTINCT system_id,
      CASE WHEN unit_id IS NOT NULL THEN unit_id WHEN company_id IS NOT NULL THEN '${unmapped}@company:' || company_id ELSE '${unmapped}' END,
      NULL::DATE, NULL::DATE, false, 2147483647, 0 FROM mart.places WHERE NOT mapped
    UNION ALL
    SELECT DISTINCT '${unmapped}', '${unmapped}', NULL::DATE, NULL::DATE, false, 2147483647, 0 FROM mart.action_places
    WHERE system_id = '${unmapped}' AND NOT EXISTS (SELECT 1 FROM mart.places WHERE system_id = '${unmapped}')`,
  checks: [
    `SELECT system_id FROM mart.system_rows GROUP BY system_id HAVING count(DISTINCT known) > 1`,
    'SELECT system_id FROM mart.places EXCEPT SELECT system_id FROM mart.system_rows',
  ],
};

export const unitRows: Mart = {
  name: 'unit_rows',
  grain: {
    ja: '1行は1事業部の1つの有効期間（「不明」を含む）',
    en: 'one row per unit and period of validity, stand-ins included',
  },
  sql: () => {
    const onlyCompany = `CASE (SELECT count(*) FROM (SELECT company_id FROM staging.companies UNION SELECT company_id FROM staging.units))
      WHEN 0 THEN '${wholeCompany}' WHEN 1 THEN (SELECT min(company_id) FROM (SELECT company_id FROM staging.companies UNION SELECT company_id FROM staging.units)) ELSE '${unmapped}' END`;
    return `
      SELECT unit_id, company_id, valid_from, valid_to, true AS known, _file, _line FROM staging.units
      UNION ALL
      SELECT unit_id,
        CASE WHEN unit_id LIKE '${unmapped}@company:%' THEN substr(unit_id, ${`${unmapped}@company:`.length + 1})
          WHEN unit_id = '${unmapped}' THEN '${unmapped}' ELSE ${onlyCompany} END,
        NULL::DATE, NULL::DATE, false, 2147483647, min(_line)
      FROM mart.system_rows WHERE unit_id NOT IN (SELECT unit_id FROM staging.units) GROUP BY unit_id`;
  },
  checks: ['SELECT unit_id FROM mart.system_rows EXCEPT SELECT unit_id FROM mart.unit_rows'],
};

/** In the configured order: companies are never ranked. */
export const companyRows: Mart = {
  name: 'companies',
  grain: { ja: '1行は1社（「不明」を含む）', en: 'one row per company, stand-ins included' },
  sql: () => `
    SELECT company_id, name_ja, name_en, sector, scheme, true AS known, row_number() OVER (ORDER BY _file, _line)::INTEGER AS position FROM staging.companies
    UNION ALL
    SELECT company_id, NULL, NULL, NULL, NULL, false, 1000000 + row_number() OVER (ORDER BY company_id = '${unmapped}', company_id)::INTEGER
    FROM (SELECT DISTINCT company_id FROM mart.unit_rows WHERE company_id NOT IN (SELECT company_id FROM staging.companies))`,
  checks: ['SELECT company_id FROM mart.unit_rows EXCEPT SELECT company_id FROM mart.companies'],
};
