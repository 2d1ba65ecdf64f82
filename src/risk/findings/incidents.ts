/** What incidents, caps and capacity give cause for. */
import { weightOf } from '../inputs/input.js';
import { type FindingKind, factOf, reported, systemFact, systemOf } from './fact.js';

/** Level 3, high: from there on an input is named of itself (docs/risk.md). */
const named = 3;

/** Of a scheme the class; of grades as exported the one that is called so (src/pages/weight.ts). */
const critical = `(${weightOf('o')}) = 'critical'`;

/** A critical incident that is neither restored nor closed; `value`: its minutes so far. */
export const openCritical: FindingKind = {
  id: 'open_critical',
  sql: () => `
    ${systemFact('o', { n: '1', value: '(epoch_us(m.valued_at) - epoch_us(i.occurred_at)) / 60000000.0', text: 'coalesce(i.title, i.symptom)', key: 'o.incident_id', rank: '-epoch_us(i.occurred_at)' })}
    FROM mart.open_incidents o JOIN ${reported} ON m.month = o.month JOIN mart.incidents i ON i.incident_id = o.incident_id ${systemOf('o')} WHERE ${critical}`,
};

/** Every system of the highest importance at critical, whatever the rule of the roll-up: none may be hidden. */
export const topCritical: FindingKind = {
  id: 'top_critical',
  sql: () => `
    ${systemFact('l', { value: 'l.score', rank: 'l.score' })}
    FROM mart.risk_levels l JOIN ${reported} ON m.month = l.month ${systemOf('l')} WHERE l.level = 4 AND s.counted = 4`,
};

export const otherCritical: FindingKind = {
  id: 'other_critical',
  sql: () => `
    ${systemFact('l', { value: 'l.score', rank: 'l.score' })}
    FROM mart.risk_levels l JOIN ${reported} ON m.month = l.month ${systemOf('l')} WHERE l.level = 4 AND s.counted < 4`,
};

/** Above its baseline for half a year (mart.risk_trends); `value`: what the baseline would have given. */
export const companyWorse: FindingKind = {
  id: 'company_worse',
  sql: () => `
    ${factOf({ kind: 't.scope_kind', id: 't.scope_id', weight: `CASE t.scope_kind WHEN 'company' THEN 1 ELSE 0 END`, n: 't.n', value: 't.expected', key: 't.from_month', of: 't.baseline_months', rank: 't.n / t.expected' })}
    FROM mart.risk_trends t JOIN ${reported} ON m.month = t.month WHERE t.worse`,
};

/** Passed for certain; sums above companies say no more than their parts. `value`: the cap. */
export const capExceeded: FindingKind = {
  id: 'cap_exceeded',
  sql: () => `
    ${factOf({ kind: 'f.scope_kind', id: 'f.scope_id', system: `CASE WHEN f.scope_kind = 'system' THEN f.scope_id END`, weight: `CASE f.scope_kind WHEN 'company' THEN 1 ELSE 0 END`, n: 'f.to_date', value: 'f.cap', key: 'f.breakdown', rank: 'f.to_date - f.cap' })}
    FROM mart.cap_forecasts f JOIN ${reported} ON m.month = f.month
    JOIN mart.caps c ON c.scope_kind = f.scope_kind AND c.scope_id = f.scope_id AND c.fiscal_year = f.fiscal_year AND c.breakdown = f.breakdown
    WHERE f.to_date > f.cap AND f.probability = 1 AND c.origin <> 'summed'`,
};

/** Of the systems that the driver names, the cause that stands behind the most of the last twelve months. */
export const recurringCause: FindingKind = {
  id: 'recurring_cause',
  sql: () => `
    WITH found AS (SELECT * FROM mart.risk_judged WHERE input = 'recurring_cause' AND level >= ${named}),
    series AS (
      SELECT m.month, i.system_id, i.product_class, c.cause, count(*) AS times, arg_max(i.root_cause, (i.occurred_at, i.incident_id)) AS told
      FROM mart.incidents i JOIN mart.causes c ON c.root_cause = i.root_cause JOIN ${reported} ON i.month <= m.month AND i.month > strftime((m.month || '-01')::DATE - INTERVAL 1 YEAR, '%Y-%m')
      WHERE i.counts AND i.mapped AND i.product_class IS NOT NULL GROUP BY ALL),
    first AS (SELECT * FROM series QUALIFY row_number() OVER (PARTITION BY system_id ORDER BY times DESC, product_class, cause) = 1)
    ${systemFact('j', { n: 'j.value', text: 'f.told', rank: 'j.value' })}
    FROM found j JOIN ${reported} ON m.month = j.month ${systemOf('j')} LEFT JOIN first f ON f.system_id = j.system_id`,
};

/** `value`: days until a limit is reached. */
export const capacityLimit: FindingKind = {
  id: 'capacity_limit',
  sql: () => `
    ${systemFact('j', { value: 'j.value', rank: '-j.value' })}
    FROM mart.risk_judged j JOIN ${reported} ON m.month = j.month ${systemOf('j')} WHERE j.input = 'days_to_limit' AND j.level >= ${named}`,
};

export const regulatorOverdue: FindingKind = {
  id: 'regulator_overdue',
  sql: () => `
    ${systemFact('d', { n: 'count(*)', key: 'min(d.incident_id)', rank: 'count(*)' })}
    FROM mart.regulator_duties d JOIN ${reported} ON m.month = d.month ${systemOf('d')} WHERE d.overdue GROUP BY d.system_id, s.counted`,
};
