import type { RiskBounds } from '../config/model.js';
import type { Mart } from '../marts/mart.js';
import { levelFrom } from './bounds.js';

/**
 * A risk is open from the day on which it was identified. No export says when one was closed, so a closed risk stands in no month at
 * all, and one without a status is open: the graver reading. Without likelihood or impact there is neither score nor level.
 * `overdue_days` is NULL where the treatment's day isn't past or isn't given.
 */
export const registerStates: Mart = {
  name: 'register_states',
  grain: {
    ja: '1行は1か月末に開いていた1件のリスク',
    en: 'one row per month and risk that was open at its end',
  },
  sql: ({ config }) => `
    SELECT m.month, r.risk_id, r.system_id, r.title, r.likelihood::INTEGER AS likelihood, r.impact::INTEGER AS impact,
      (r.likelihood * r.impact)::INTEGER AS score,
      ${levelFrom('r.likelihood * r.impact', config.risk.drivers.register!.inputs.risk_score as RiskBounds)} AS level,
      r.treatment, r.owner, r.due_on, CASE WHEN r.due_on < m.last_day THEN date_diff('day', r.due_on, m.last_day) END::INTEGER AS overdue_days,
      r.identified_on, r._file::VARCHAR AS _file, r._line
    FROM staging.risks r JOIN mart.months m ON r.identified_on <= m.last_day
    WHERE r.status IS DISTINCT FROM 'closed'`,
  checks: [
    'SELECT month, risk_id FROM mart.register_states GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.register_states WHERE overdue_days <= 0 OR (level IS NULL) <> (score IS NULL)',
  ],
};
