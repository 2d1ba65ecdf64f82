import { quoteText } from '../duckdb/quote.js';
import type { Mart } from './mart.js';

/**
 * Due before the moment of valuation and not done by then. A due day ends at its midnight, so an action due on the month's
 * last day is overdue at the month's end if it wasn't done on that day. The grade is the incident's at that moment.
 */
export const overdueActions: Mart = {
  name: 'overdue_actions',
  grain: {
    ja: '1行は期限を過ぎていた1つの対策の1か月',
    en: 'one row per action and month at whose valuation it was overdue',
  },
  sql: ({ config }) => {
    const zone = quoteText(config.timezone);
    return `
      SELECT a.action_id, a.incident_id, a.kind, m.month, p.system_id, g.grade, g.class, a._file, a._line, a.due_on,
        date_diff('day', a.due_on, m.last_day) AS days_over
      FROM staging.actions a
      JOIN mart.action_places p ON p.action_id = a.action_id
      JOIN mart.months m ON timezone(${zone}, (a.due_on + 1)::TIMESTAMP) <= m.valued_at
        AND (a.done_on IS NULL OR timezone(${zone}, a.done_on::TIMESTAMP) >= m.valued_at)
      LEFT JOIN mart.gradings g ON g.incident_id = a.incident_id AND m.month BETWEEN g.from_month AND g.to_month`;
  },
  checks: ['SELECT action_id, month FROM mart.overdue_actions GROUP BY ALL HAVING count(*) > 1'],
};
