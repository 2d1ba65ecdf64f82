/** Incidents as the figures need them, and what each did in each month. */
import { quoteText } from '../duckdb/quote.js';
import { asExported } from '../schemes/scheme.js';
import type { Mart, MartContext } from './mart.js';

const instant = ({ period }: MartContext): string => `TIMESTAMPTZ ${quoteText(period.asOf)}`;

/**
 * Whether the incident took availability away (methods.md, "Harm"): availability_impact of 1 or more; not known where the record leaves it
 * empty in an export that has it; every incident of an export that doesn't. Exports are asked one by one: one company's
 * column must not empty another's.
 */
const stopsService = `CASE WHEN i._entry IN (SELECT _entry FROM existing WHERE availability_impact IS NOT NULL) THEN i.availability_impact >= 1 ELSE true END`;

/**
 * Nothing that happened after as-of exists: later records are left out, later restorations are not yet known.
 * `over_at`: restored or closed, whichever came first. A record whose state says "over" without a time is not open,
 * but can't be timed. One restored before it occurred is counted, not timed. Harm runs to the export's own
 * impact_minutes where it has them, else to restored_at, else to closed_at.
 */
export const incidents: Mart = {
  name: 'incidents',
  grain: { ja: '1行は基準時点までに発生した1件の記録', en: 'one row per record that had occurred by as-of' },
  sql: (context) => {
    const asOf = instant(context);
    const zone = quoteText(context.config.timezone);
    return `
      WITH existing AS (
        SELECT * REPLACE (CASE WHEN restored_at <= ${asOf} THEN restored_at END AS restored_at, CASE WHEN closed_at <= ${asOf} THEN closed_at END AS closed_at),
          restored_at > ${asOf} OR closed_at > ${asOf} AS over_later
        FROM staging.incidents WHERE occurred_at <= ${asOf}),
      judged AS (
        SELECT i.*, p.system_id AS place_id, p.mapped, strftime(i.occurred_at AT TIME ZONE ${zone}, '%Y-%m') AS month,
          coalesce(${asExported.counts}, true) AS counts, ${asExported.grade} AS grade, ${asExported.groupClass} AS class,
          coalesce(i.restored_at < i.occurred_at OR (i.restored_at IS NULL AND i.closed_at < i.occurred_at), false) AS contradictory,
          least(i.restored_at, i.closed_at) AS over_at, ${stopsService} AS stops,
          -- Without a state it is not known to be over: NULL here would drop it from what is open and from harm.
          least(i.restored_at, i.closed_at) IS NULL AND NOT coalesce(over_later, false) AND coalesce(i.state IN ('restored', 'closed'), false) AS over_unknown
        FROM existing i JOIN mart.places p ON p.incident_id = i.incident_id)
      SELECT _file, _line, _entry, incident_id, place_id AS system_id, mapped, month, occurred_at, restored_at, closed_at, state, title, symptom, place,
        product_class, process_class, root_cause, theme, supplier, recurs_of, grade, class, counts, contradictory, over_at,
        over_unknown, stops,
        CASE WHEN impact_minutes IS NOT NULL THEN occurred_at + to_microseconds(CAST(round(impact_minutes * 60000000) AS BIGINT))
          WHEN contradictory THEN NULL ELSE coalesce(restored_at, closed_at) END AS harm_end,
        impact_minutes IS NOT NULL OR NOT (contradictory OR over_unknown) AS timed,
        CAST(greatest(coalesce(affected_users, 0), coalesce(business_volume, 0), 1) AS DECIMAL(18, 4)) AS harmed
      FROM judged`;
  },
  checks: [
    'SELECT incident_id FROM mart.incidents GROUP BY 1 HAVING count(*) > 1',
    'SELECT incident_id FROM mart.incidents WHERE system_id IS NULL OR month IS NULL OR counts IS NULL',
  ],
};

export const restorations: Mart = {
  name: 'restorations',
  grain: {
    ja: '1行は復旧した月の1件の障害',
    en: 'one row per incident, in the month in which it was restored',
  },
  sql: () => `
    SELECT i.incident_id, m.month, i.system_id, i.theme, i.supplier, i.grade, i.class, (epoch_us(i.restored_at) - epoch_us(i.occurred_at)) / 60000000.0::DOUBLE AS minutes
    FROM mart.incidents i JOIN mart.months m ON i.restored_at >= m.starts AND i.restored_at < m.ends AND i.restored_at <= m.valued_at
    WHERE i.counts AND NOT i.contradictory`,
  checks: ['SELECT 1 FROM mart.restorations WHERE minutes < 0'],
};

export const openIncidents: Mart = {
  name: 'open_incidents',
  grain: {
    ja: '1行は復旧も終結もしていなかった1件の障害の1か月',
    en: 'one row per incident and month at whose valuation it was neither restored nor closed',
  },
  sql: () => `
    SELECT i.incident_id, m.month, i.system_id, i.theme, i.supplier, i.grade, i.class
    FROM mart.incidents i JOIN mart.months m ON i.occurred_at <= m.valued_at AND i.month <= m.month AND (i.over_at IS NULL OR i.over_at > m.valued_at)
    WHERE i.counts AND NOT i.over_unknown`,
  checks: ['SELECT incident_id, month FROM mart.open_incidents GROUP BY ALL HAVING count(*) > 1'],
};
