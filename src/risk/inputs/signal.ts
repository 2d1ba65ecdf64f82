import { type DriverInputs, joined, nothing, ofSystems } from './input.js';

/** Within so many months, the judged one included, one cause counts as coming back (config/risk.ts, recurring_cause). */
export const causeMonths = 12;

/** Incidents by month and system, with the cause in the form in which causes are compared; of an unknown system it isn't one cause. */
const counted = `
      SELECT i.month, i.system_id, CASE WHEN c.cause IS NOT NULL THEN {'product': i.product_class, 'cause': c.cause} END AS cause, count(*) AS n
      FROM mart.incidents i
      LEFT JOIN mart.causes c ON c.root_cause = CASE WHEN i.mapped AND i.product_class IS NOT NULL THEN i.root_cause END
      WHERE i.counts AND i.mapped GROUP BY ALL`;

/** `most`: incidents of the most frequent cause of the window; NULL where none of the window's incidents has a cause. */
const recurring = `
      SELECT month, system_id, max(n) FILTER (cause IS NOT NULL) AS most FROM (
        SELECT m.month, i.system_id, i.cause, sum(i.n)::BIGINT AS n
        FROM (${counted}) i
        JOIN mart.months m ON i.month <= m.month AND i.month > strftime(strptime(m.month || '-01', '%Y-%m-%d') - INTERVAL ${causeMonths} MONTH, '%Y-%m')
        GROUP BY ALL)
      GROUP BY ALL`;

/**
 * A chart that can't be drawn says nothing (too few months, an incomplete one); one that has no rate because no incident ever came says
 * `none` for a month in which none came either. A cause: no data where no export gives any that can be compared (mart.causes), or none of
 * the system's incidents of the window has one; 0 where there was no incident.
 */
export const signalInputs: DriverInputs = {
  driver: 'signal',
  from: () => `
    mart.risk_systems s
    LEFT JOIN mart.signal_history h ON h.month = s.month AND h.system_id = s.system_id
    ${joined(recurring, 'r')}
    ${joined('SELECT DISTINCT month, system_id FROM mart.incidents WHERE counts', 'i')}
    CROSS JOIN (SELECT count(*) > 0 AS told FROM mart.causes) c`,
  inputs: () => ({
    incidents_worse: {
      category: `CASE WHEN h.variation = 'worse' THEN h.rule ELSE ${nothing} END`,
      state: ofSystems(
        `CASE WHEN h.variation IS NOT NULL OR (h.reason = 'no_events' AND i.month IS NULL) THEN '' ELSE 'no_data' END`,
      ),
    },
    recurring_cause: {
      value: 'CASE WHEN r.month IS NULL THEN 0 ELSE r.most END',
      state: ofSystems(
        `CASE WHEN NOT c.told OR (r.month IS NOT NULL AND r.most IS NULL) THEN 'no_data' ELSE '' END`,
      ),
    },
  }),
};
