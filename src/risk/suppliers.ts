import type { Mart } from '../marts/mart.js';

/**
 * Suppliers are told apart as the exports write them: two spellings are two suppliers. Behind what share of the most important
 * systems one stands is asked of the systems that exports know: a stand-in for the unknown has no suppliers, and would only thin
 * the share. A system of which the importance isn't known counts as config.risk.unknownImportance. `worst`: NULL where none of
 * its systems has a level.
 */
export const supplierWeights: Mart = {
  name: 'supplier_weights',
  grain: {
    ja: '1行は1か月の1委託先と、その背後にあるシステムの数',
    en: 'one row per month and supplier: the systems, units and companies behind which it stands',
  },
  sql: ({ config }) => {
    const { importance, share, systems } = config.risk.concentration;
    const top = `y.counted >= ${importance}`;
    return `
    WITH tops AS (SELECT month, count(*) FILTER (${top}) AS all_top FROM mart.risk_systems y WHERE y.known GROUP BY month),
    weights AS (
      SELECT x.month, x.supplier, count(*) AS systems, count(DISTINCT y.unit_id) AS units, count(DISTINCT y.company_id) AS companies,
        count(*) FILTER (${top}) AS top_systems, max(l.level)::INTEGER AS worst
      FROM mart.external_services x JOIN mart.risk_systems y ON y.month = x.month AND y.system_id = x.system_id
      LEFT JOIN mart.risk_levels l ON l.month = x.month AND l.system_id = x.system_id GROUP BY x.month, x.supplier)
    SELECT month, supplier, systems, units, companies, top_systems, all_top, share,
      coalesce(share >= ${share}::DOUBLE, false) AND top_systems >= ${systems} AS concentrated, worst
    FROM (SELECT w.*, t.all_top, w.top_systems::DOUBLE / nullif(t.all_top, 0) AS share FROM weights w JOIN tops t ON t.month = w.month)`;
  },
  checks: [
    'SELECT month, supplier FROM mart.supplier_weights GROUP BY ALL HAVING count(*) > 1',
    'SELECT month, supplier FROM mart.external_services EXCEPT SELECT month, supplier FROM mart.supplier_weights',
    'SELECT 1 FROM mart.supplier_weights WHERE top_systems > all_top OR top_systems > systems OR units > systems OR companies > units',
  ],
};
