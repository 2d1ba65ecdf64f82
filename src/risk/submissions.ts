import { quoteText } from '../duckdb/quote.js';
import type { Mart } from '../marts/mart.js';

/**
 * Of units, systems and suppliers alike. Due within the month by its valuation: on time (at the very due time too), late, or missing. What
 * was due before and has still not come stays missing, month after month; what is due later, of this month or an earlier one, and hasn't
 * come yet is owed. What came after the valuation had not come. `minutes_late`: of a late one to its submission, of a missing one to the valuation.
 */
export const submissionStates: Mart = {
  name: 'submission_states',
  grain: {
    ja: '1行は1か月の報告を出すべき1者と、その提出の状態',
    en: 'one row per month and report that was due in it or still is: on time, late, missing or owed',
  },
  sql: ({ config }) => `
    WITH known AS (
      SELECT m.month, m.starts, m.ends, m.valued_at, s.scope, s.month AS reported, s.due_at, CASE WHEN s.submitted_at <= m.valued_at THEN s.submitted_at END AS submitted_at, s."by", s._file, s._line
      FROM staging.submissions s CROSS JOIN mart.months m),
    judged AS (
      SELECT *, CASE
          WHEN due_at >= ends OR due_at > valued_at THEN CASE WHEN reported <= month AND submitted_at IS NULL THEN 'owed' END
          WHEN submitted_at IS NULL THEN 'missing'
          WHEN due_at < starts THEN NULL
          WHEN submitted_at <= due_at THEN 'on_time' ELSE 'late' END AS state
      FROM known)
    SELECT month, split_part(scope, ':', 1) AS scope_kind, substr(scope, strpos(scope, ':') + 1) AS scope_id, reported, due_at, submitted_at, state,
      CASE state WHEN 'late' THEN date_diff('minute', due_at, submitted_at) WHEN 'missing' THEN date_diff('minute', due_at, valued_at) END AS minutes_late,
      CASE WHEN submitted_at IS NOT NULL THEN "by" END AS "by", _file, _line,
      ${localTime('due_at', config.timezone)} AS due_local, ${localTime('submitted_at', config.timezone)} AS submitted_local
    FROM judged WHERE state IS NOT NULL`,
  checks: [
    'SELECT month, scope_kind, scope_id, reported FROM mart.submission_states GROUP BY ALL HAVING count(*) > 1',
    `SELECT 1 FROM mart.submission_states WHERE minutes_late < 0 OR ((state IN ('late', 'missing')) <> (minutes_late IS NOT NULL)) OR ((state IN ('missing', 'owed')) <> (submitted_at IS NULL))`,
    // Those that came due within a month are those of which the published share is made; of a unit or supplier that no input knows too.
    `SELECT month, _file, _line FROM mart.submissions_due WHERE on_time EXCEPT SELECT month, _file, _line FROM mart.submission_states WHERE state = 'on_time'`,
    `SELECT d.month, d._file, d._line FROM mart.submissions_due d WHERE NOT d.on_time EXCEPT SELECT month, _file, _line FROM mart.submission_states WHERE state IN ('late', 'missing')`,
  ],
};

/** As its readers' clocks showed it. */
const localTime = (column: string, zone: string): string =>
  `strftime(${column} AT TIME ZONE ${quoteText(zone)}, '%Y-%m-%d %H:%M')`;
