/** Records as far as no scheme has a say in them: where each stands, and how its times are to be read. */
import { quoteText } from '../duckdb/quote.js';
import { asExported } from '../schemes/scheme.js';
import type { Mart } from './mart.js';

/**
 * Nothing that happened after as-of exists: later records are left out, later restorations are not yet known.
 * `over_at`: restored or closed, whichever came first. A record whose state says "over" without a time is not open,
 * but can't be timed. One restored before it occurred is counted, not timed. Harm runs to the export's own
 * impact_minutes where it has them, else to restored_at, else to closed_at. `ends_told`: the record has a state, or its export tells the
 * end of any incident; without that a record isn't known to be running still, and no minutes of it are known.
 * `scheme`: that of the company to which the system belonged in the record's month.
 */
export const records: Mart = {
  name: 'records',
  grain: {
    ja: '1行は基準時点までに発生した1件の記録（等級付けの前）',
    en: 'one row per record that had occurred by as-of, before it is graded',
  },
  sql: ({ config, period }) => {
    const asOf = `TIMESTAMPTZ ${quoteText(period.asOf)}`;
    const zone = quoteText(config.timezone);
    return `
      WITH tellers AS (
        SELECT _entry, bool_or(restored_at IS NOT NULL OR closed_at IS NOT NULL OR impact_minutes IS NOT NULL) AS tells FROM staging.incidents GROUP BY 1),
      existing AS (
        SELECT i._entry, i.incident_id, i.occurred_at, i.state, i.impact_minutes,
          CASE WHEN i.restored_at <= ${asOf} THEN i.restored_at END AS restored_at, CASE WHEN i.closed_at <= ${asOf} THEN i.closed_at END AS closed_at,
          i.restored_at > ${asOf} OR i.closed_at > ${asOf} AS over_later, i.state IS NOT NULL OR t.tells AS ends_told
        FROM staging.incidents i JOIN tellers t ON t._entry = i._entry WHERE i.occurred_at <= ${asOf}),
      judged AS (
        SELECT i.*, p.system_id, p.mapped, strftime(i.occurred_at AT TIME ZONE ${zone}, '%Y-%m') AS month,
          coalesce(i.restored_at < i.occurred_at OR (i.restored_at IS NULL AND i.closed_at < i.occurred_at), false) AS contradictory,
          least(i.restored_at, i.closed_at) AS over_at,
          -- Without a state it is not known to be over: NULL here would drop it from what is open and from harm.
          least(i.restored_at, i.closed_at) IS NULL AND NOT coalesce(over_later, false) AND coalesce(i.state IN ('restored', 'closed'), false) AS over_unknown
        FROM existing i JOIN mart.places p ON p.incident_id = i.incident_id)
      SELECT i.incident_id, i.system_id, i.mapped, i.month, i.occurred_at, i.restored_at, i.closed_at, i.contradictory, i.over_at, i.over_unknown,
        CASE WHEN impact_minutes IS NOT NULL THEN occurred_at + to_microseconds(CAST(round(impact_minutes * 60000000) AS BIGINT))
          WHEN contradictory THEN NULL ELSE coalesce(restored_at, closed_at) END AS harm_end,
        impact_minutes IS NOT NULL OR NOT (contradictory OR over_unknown) AS timed,
        (impact_minutes IS NOT NULL OR NOT (contradictory OR over_unknown)) AND ends_told AS minutes_known,
        NOT (contradictory OR over_unknown) AND ends_told AS restoration_known,
        coalesce(c.scheme, ${quoteText(asExported.id)}) AS scheme
      FROM judged i
      LEFT JOIN mart.system_months s ON s.month = i.month AND s.system_id = i.system_id
      LEFT JOIN mart.companies c ON c.company_id = s.company_id`;
  },
  checks: [
    'SELECT incident_id FROM mart.records GROUP BY 1 HAVING count(*) > 1',
    'SELECT incident_id FROM mart.records WHERE system_id IS NULL OR month IS NULL',
  ],
};
