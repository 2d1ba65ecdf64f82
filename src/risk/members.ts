/** Which systems risk is condensed from, scope by scope. */
import type { Mart } from '../marts/mart.js';

/**
 * The figures' scopes, and a supplier's systems besides: those that it stands behind by contract in the month, whatever any incident
 * names. A contract that ends within the month has stood in it; one without an end still stands. Themes have no systems.
 */
export const riskMembers: Mart = {
  name: 'risk_members',
  grain: {
    ja: '1行は1か月の1つの範囲に属する1システム（委託先を含む）',
    en: 'one row per month, scope and system in it, suppliers among the scopes',
  },
  sql: () => `
    SELECT month, scope_kind, scope_id, system_id FROM mart.members
    UNION ALL
    SELECT DISTINCT s.month, 'supplier', l.supplier, l.system_id
    FROM staging.system_suppliers l
    JOIN mart.system_months s ON s.system_id = l.system_id AND (l.contract_until IS NULL OR strftime(l.contract_until, '%Y-%m') >= s.month)`,
  checks: [
    'SELECT 1 FROM mart.risk_members GROUP BY month, scope_kind, scope_id, system_id HAVING count(*) > 1',
    'SELECT month, scope_kind, scope_id FROM mart.risk_members EXCEPT SELECT month, scope_kind, scope_id FROM mart.scopes',
  ],
};
