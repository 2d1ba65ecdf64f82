import type { Mart } from '../marts/mart.js';
import { scopeIdOf, scopeKindOf, valuationDays } from './days.js';

/**
 * A matter is decided from the day of its decision on: a text without a day is none that an auditor could place in time, a day without a
 * text is one. What was decided or done after the month's valuation did not exist then. Without a decision nothing is done, whatever
 * `done_on` says. `age_days` counts from the last day of the month that the matter belongs to (the report of that month asks for it).
 */
export const decisionStates: Mart = {
  name: 'decision_states',
  grain: {
    ja: '1行は1か月末の1件の決定事項の状態',
    en: 'one row per month and matter for decision: how it stood at the month’s end',
  },
  sql: ({ config }) => `
    WITH known AS (
      SELECT m.month, m.last_day, m.over_day, d.decision_id, d.body, ${scopeKindOf('d.scope')} AS scope_kind, ${scopeIdOf('d.scope')} AS scope_id, d.subject, d.escalate,
        d.month AS asked_month, least(last_day(strptime(d.month, '%Y-%m')::DATE), m.last_day) AS asked_on,
        CASE WHEN d.decided_on <= m.last_day THEN d.decided_on END AS decided_on, CASE WHEN d.decided_on <= m.last_day THEN d.decision END AS decision,
        d.due_on, CASE WHEN d.decided_on <= m.last_day AND d.done_on <= m.last_day THEN d.done_on END AS done_on, d._file, d._line
      FROM staging.decisions d JOIN (${valuationDays(config)}) m ON m.month >= d.month),
    judged AS (
      SELECT *, CASE WHEN done_on IS NOT NULL THEN 'done' WHEN due_on <= over_day THEN 'overdue' WHEN decided_on IS NOT NULL THEN 'decided' ELSE 'needed' END AS state
      FROM known)
    SELECT month, decision_id, body, scope_kind, scope_id, subject, escalate, decision, asked_month, decided_on, due_on, done_on, state,
      date_diff('day', asked_on, last_day)::INTEGER AS age_days, CASE WHEN state = 'overdue' THEN date_diff('day', due_on, last_day)::INTEGER END AS days_over, _file, _line
    FROM judged`,
  checks: [
    'SELECT month, decision_id FROM mart.decision_states GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.decision_states WHERE age_days < 0 OR days_over < 0 OR month < asked_month',
    `SELECT 1 FROM mart.decision_states WHERE (state IN ('decided', 'done') AND decided_on IS NULL) OR (state = 'needed' AND decided_on IS NOT NULL) OR ((state = 'done') <> (done_on IS NOT NULL))`,
    // None is lost: in the last month stands each that belongs to it or to an earlier one.
    `SELECT 1 FROM (SELECT max(month) AS month FROM mart.months) m WHERE (SELECT count(*) FROM mart.decision_states s WHERE s.month = m.month) <> (SELECT count(*) FROM staging.decisions d WHERE d.month <= m.month)`,
  ],
};
