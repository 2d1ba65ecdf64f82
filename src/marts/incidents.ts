/** Incidents as the figures need them, and what each did in each month. */
import type { Mart } from './mart.js';

/**
 * Whether the incident took availability away (methods.md, "Harm"): availability_impact of 1 or more; not known where the record leaves it
 * empty in an export that has it; every incident of an export that doesn't. Exports are asked one by one: one company's
 * column must not empty another's.
 */
const stopsService = `CASE WHEN i._entry IN (SELECT e._entry FROM staging.incidents e JOIN mart.records x ON x.incident_id = e.incident_id WHERE e.availability_impact IS NOT NULL) THEN i.availability_impact >= 1 ELSE true END`;

/**
 * `counts`, grade and class are those of the record's own month, at its valuation; `missing` says for want of what there are none.
 * `terminal`: whether it was at a terminal, NULL where the scheme can't tell, or there is none.
 */
export const incidents: Mart = {
  name: 'incidents',
  grain: { ja: '1行は基準時点までに発生した1件の記録', en: 'one row per record that had occurred by as-of' },
  sql: () => `
    SELECT i._file, i._line, i._entry, r.incident_id, r.system_id, r.mapped, r.month, r.occurred_at, r.restored_at, r.closed_at, i.state, i.title, i.symptom, i.place,
      i.product_class, i.process_class, i.root_cause, i.theme, i.supplier, i.recurs_of, r.scheme, g.grade, g.class, g.missing, g.counts, g.terminal,
      r.contradictory, r.over_at, r.over_unknown, ${stopsService} AS stops, r.harm_end, r.timed, g.harmed
    FROM mart.records r JOIN staging.incidents i ON i.incident_id = r.incident_id
    JOIN mart.gradings g ON g.incident_id = r.incident_id AND g.from_month = r.month`,
  checks: [
    'SELECT incident_id FROM mart.incidents GROUP BY 1 HAVING count(*) > 1',
    'SELECT incident_id FROM mart.incidents WHERE system_id IS NULL OR month IS NULL OR counts IS NULL',
    'SELECT incident_id FROM mart.records EXCEPT SELECT incident_id FROM mart.incidents',
  ],
};

/** The grade that a record had at the end of the month `m`. */
export const graded = `JOIN mart.gradings g ON g.incident_id = i.incident_id AND m.month BETWEEN g.from_month AND g.to_month`;

export const restorations: Mart = {
  name: 'restorations',
  grain: {
    ja: '1行は復旧した月の1件の障害',
    en: 'one row per incident, in the month in which it was restored',
  },
  sql: () => `
    SELECT i.incident_id, m.month, i.system_id, i.theme, i.supplier, i.scheme, g.grade, g.class, (epoch_us(i.restored_at) - epoch_us(i.occurred_at)) / 60000000.0::DOUBLE AS minutes
    FROM mart.incidents i JOIN mart.months m ON i.restored_at >= m.starts AND i.restored_at < m.ends AND i.restored_at <= m.valued_at
    ${graded}
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
    SELECT i.incident_id, m.month, i.system_id, i.theme, i.supplier, i.scheme, g.grade, g.class
    FROM mart.incidents i JOIN mart.months m ON i.occurred_at <= m.valued_at AND i.month <= m.month AND (i.over_at IS NULL OR i.over_at > m.valued_at)
    ${graded}
    WHERE i.counts AND NOT i.over_unknown`,
  checks: ['SELECT incident_id, month FROM mart.open_incidents GROUP BY ALL HAVING count(*) > 1'],
};
