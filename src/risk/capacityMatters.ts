import type { RiskBounds } from '../config/model.js';
import type { Mart, MartContext } from '../marts/mart.js';

/** Level 2 is watch (methods.md, "Risk level, tier by tier"). */
const watch = 2;
/** Any early sign is the committee's to see: it decides whether to escalate (domain.md, company C). */
const anySign = 1;

/** SQL: whether a value is at watch; where that level is never reached, at the next one that is. */
function atWatch(column: string, sign: '<=' | '>=', bounds: RiskBounds): string {
  const bound = bounds.slice(watch - 1).find((b) => b !== null);
  return bound === undefined ? 'false' : `coalesce(${column} ${sign} ${bound}, false)`;
}

/**
 * By the published figures of each system. `none`: the committee's record holds nothing of it for the month; `needed`: it stands in the
 * record without a decision by the valuation. Of several entries an undecided one counts. `level`: of the driver, NULL where it isn't used.
 */
export const capacityMatters: Mart = {
  name: 'capacity_matters',
  grain: {
    ja: '1行は1か月の、容量委員会が見る1システム',
    en: 'one row per month and system that the capacity committee has to look at',
  },
  sql: (context) => `
    WITH figures AS (
      SELECT month, scope_id AS system_id, max(value) FILTER (metric = 'capacity_days_to_limit') AS days_to_limit,
        (max(value) FILTER (metric = 'capacity_over_warn_days'))::BIGINT AS over_warn_days, (max(value) FILTER (metric = 'capacity_signs'))::BIGINT AS signs
      FROM mart.figures WHERE scope_kind = 'system' AND breakdown = '' AND metric IN ('capacity_days_to_limit', 'capacity_over_warn_days', 'capacity_signs') GROUP BY ALL),
    records AS (
      SELECT month, scope_id AS system_id, decision_id, escalate, decided_on, row_number() OVER (PARTITION BY month, scope_id ORDER BY decided_on DESC NULLS FIRST, decision_id) AS nth
      FROM mart.decision_states WHERE body = 'capacity' AND scope_kind = 'system' AND asked_month = month)
    SELECT f.month, f.system_id, f.days_to_limit, f.over_warn_days, f.signs, d.level, r.decision_id, r.escalate,
      CASE WHEN r.decision_id IS NULL THEN 'none' WHEN r.decided_on IS NULL THEN 'needed' ELSE 'decided' END AS state
    FROM figures f
    LEFT JOIN mart.risk_drivers d ON d.month = f.month AND d.system_id = f.system_id AND d.driver = 'capacity'
    LEFT JOIN records r ON r.month = f.month AND r.system_id = f.system_id AND r.nth = 1
    WHERE ${conditions(context).join(' OR ')}`,
  checks: [
    'SELECT month, system_id FROM mart.capacity_matters GROUP BY ALL HAVING count(*) > 1',
    `SELECT 1 FROM mart.capacity_matters WHERE (state = 'none') <> (decision_id IS NULL)`,
  ],
};

function conditions({ config }: MartContext): string[] {
  const bounds = (input: string) => config.risk.drivers.capacity!.inputs[input] as RiskBounds;
  return [
    atWatch('f.days_to_limit', '<=', bounds('days_to_limit')),
    atWatch('f.over_warn_days', '>=', bounds('over_warn_days')),
    `coalesce(f.signs >= ${anySign}, false)`,
  ];
}
