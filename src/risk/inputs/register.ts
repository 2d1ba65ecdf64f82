import { type DriverInputs, isGiven, joined, ofSystems } from './input.js';

/** An exception holds on its last day; one that was not approved by the month's end didn't exist. */
const lapsed = `
      SELECT m.month, e.system_id, count(*) AS n FROM staging.exceptions e
      JOIN mart.months m ON e.ends_on < m.last_day AND coalesce(e.approved_on <= m.last_day, true) GROUP BY ALL`;

/** Risks without likelihood or impact: no data, where none of the system's open ones has both. */
export const registerInputs: DriverInputs = {
  driver: 'register',
  from: () => `
    mart.risk_systems s
    ${joined('SELECT month, system_id, max(score) AS score, max(overdue_days) AS days FROM mart.register_states GROUP BY ALL', 'r')}
    ${joined(lapsed, 'e')}`,
  inputs: (context) => {
    const risks = isGiven(context, 'risks');
    return {
      risk_score: {
        value: 'CASE WHEN r.month IS NULL THEN 0 ELSE r.score END',
        state: ofSystems(
          risks
            ? `CASE WHEN r.month IS NOT NULL AND r.score IS NULL THEN 'no_data' ELSE '' END`
            : `'no_data'`,
        ),
      },
      treatment_days: { value: 'coalesce(r.days, 0)', state: ofSystems(risks ? `''` : `'no_data'`) },
      lapsed_exceptions: {
        value: 'coalesce(e.n, 0)',
        state: ofSystems(isGiven(context, 'exceptions') ? `''` : `'not_applicable'`),
      },
    };
  },
};
