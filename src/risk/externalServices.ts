import { aspects } from '../config/aspects.js';
import { quoteText } from '../duckdb/quote.js';
import type { Mart } from '../marts/mart.js';

/** What is found of an external service, the gravest first: where several hold, the first of them stands. */
export const externalFindings = ['not_to_be_used', 'unlimited_harm', 'nothing', 'missing', 'kept'] as const;
export type ExternalFinding = (typeof externalFindings)[number];

const listOf = (names: readonly string[]): string =>
  `[${aspects
    .filter((aspect) => names.includes(aspect))
    .map(quoteText)
    .join(', ')}]::VARCHAR[]`;

/**
 * The attitude is the profile's of that month. `delivers` and `missing` stand in the contract's order; '' is none; NULL is not known,
 * since no export says what is delivered, or (missing) nothing is asked. `nothing`: none of what is asked is delivered, whatever else
 * is. A service begins at no known day, so it stands in every month until its contract has ended; one that ends within the month is
 * there still.
 */
export const externalServices: Mart = {
  name: 'external_services',
  grain: {
    ja: '1行は1か月の1システムの1委託先と、求める報告・実際の報告',
    en: 'one row per month, system and supplier: what is asked for and what is really delivered',
  },
  sql: ({ config }) => {
    const { demand, standard, limitedImportance } = config.risk.external;
    return `
    WITH services AS (
      SELECT y.month, y.system_id, s.supplier, s.role, p.external_policy AS policy,
        CASE WHEN EXISTS (SELECT 1 FROM mart.given_columns WHERE kind = 'system_suppliers' AND name = 'delivers')
          THEN list_filter(${listOf(aspects)}, lambda a_: list_contains(string_split(coalesce(s.delivers, ''), ';'), a_)) END AS delivered,
        CASE p.external_policy WHEN 'demand' THEN ${listOf(demand)} WHEN 'standard' THEN ${listOf(standard)} END AS asked,
        y.counted <= ${limitedImportance} OR coalesce(p.substitutable, false) AS limited,
        s.contract_until, date_diff('day', m.last_day, s.contract_until)::INTEGER AS contract_days, s._file, s._line
      FROM mart.risk_systems y JOIN mart.months m ON m.month = y.month
      JOIN staging.system_suppliers s ON s.system_id = y.system_id AND coalesce(s.contract_until >= (y.month || '-01')::DATE, true)
      LEFT JOIN mart.system_profiles p ON p.month = y.month AND p.system_id = y.system_id),
    compared AS (SELECT *, CASE WHEN delivered IS NOT NULL THEN list_filter(asked, lambda a_: NOT list_contains(delivered, a_)) END AS lacking FROM services)
    SELECT month, system_id, supplier, role, policy, array_to_string(delivered, ';') AS delivers, array_to_string(lacking, ';') AS missing, limited,
      contract_until, contract_days,
      CASE WHEN policy = 'none' THEN 'not_to_be_used'
        WHEN policy = 'standard' AND NOT limited THEN 'unlimited_harm'
        WHEN len(lacking) = 0 THEN 'kept'
        WHEN len(lacking) = len(asked) THEN 'nothing'
        WHEN len(lacking) > 0 THEN 'missing' END AS finding,
      _file::VARCHAR AS _file, _line FROM compared`;
  },
  checks: [
    'SELECT month, system_id, supplier FROM mart.external_services GROUP BY ALL HAVING count(*) > 1',
    // Whoever states an attitude is told whether it is kept, as long as anything says what is delivered.
    'SELECT 1 FROM mart.external_services WHERE policy IS NOT NULL AND delivers IS NOT NULL AND finding IS NULL',
    'SELECT 1 FROM mart.external_services WHERE policy IS NULL AND finding IS NOT NULL',
  ],
};
