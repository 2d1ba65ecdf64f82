import type { Mart } from '../marts/mart.js';
import { scopeIdOf, scopeKindOf, valuationDays } from './days.js';

/**
 * An acceptance is valid from the day of its approval to the day on which it ends, both included. Without an approver and a day it is
 * unapproved, ended or not. One whose end had passed when it was approved never began: it is expired from its end on.
 */
export const acceptanceStates: Mart = {
  name: 'acceptance_states',
  grain: {
    ja: '1行は1か月末の1件のリスク受容の状態',
    en: 'one row per month and acceptance of a risk: whether it was valid at the month’s end',
  },
  sql: ({ config }) => `
    SELECT m.month, a.acceptance_id, ${scopeKindOf('a.scope')} AS scope_kind, ${scopeIdOf('a.scope')} AS scope_id, a.subject, a.reason, a.approved_by, a.approved_on, a.ends_on,
      CASE WHEN a.approved_by IS NULL OR a.approved_on IS NULL THEN 'unapproved' WHEN a.ends_on < m.last_day THEN 'expired' WHEN a.approved_on > m.last_day THEN 'not_begun' ELSE 'valid' END AS state,
      CASE WHEN a.ends_on < m.last_day THEN date_diff('day', a.ends_on, m.last_day)::INTEGER END AS days_over, a._file, a._line
    FROM staging.acceptances a CROSS JOIN (${valuationDays(config)}) m`,
  checks: [
    'SELECT month, acceptance_id FROM mart.acceptance_states GROUP BY ALL HAVING count(*) > 1',
    `SELECT 1 FROM mart.acceptance_states WHERE (state = 'valid' AND days_over IS NOT NULL) OR (state = 'expired' AND days_over IS NULL) OR days_over <= 0`,
  ],
};
