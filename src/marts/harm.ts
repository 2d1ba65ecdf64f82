/** What incidents did to the systems that they harmed: the record's own, and all that incident_systems names. */
import { graded } from './incidents.js';
import type { Mart } from './mart.js';
import { acrossCompanies } from './members.js';

/**
 * "An incident counts once, its harm counts for every system named" (contract.md). A named system's own harm_from and harm_to win
 * over the incident's (an end after as-of is cut off at the valuation, like one that isn't known yet). Harm is counted from the occurrence on
 * (methods.md, "Harm"). The record's own place is among the systems even where incident_systems doesn't name it: where the
 * incident counts, its harm does too. Unknown systems were warned of when they were read.
 */
export const harmedSystems: Mart = {
  name: 'harmed_systems',
  grain: {
    ja: '1行は1件の記録と、それが害を与えた1システム',
    en: 'one row per record and system that it harmed',
  },
  sql: () => `
      WITH named AS (
        SELECT n.incident_id, n.system_id, n.harm_from, n.harm_to FROM staging.incident_systems n
        SEMI JOIN staging.systems s ON s.system_id = n.system_id),
      others AS (
        SELECT n.* FROM named n JOIN mart.incidents i ON i.incident_id = n.incident_id AND i.system_id <> n.system_id),
      listed AS (
        SELECT i.incident_id, i.system_id, n.harm_from, n.harm_to FROM mart.incidents i
        LEFT JOIN named n ON n.incident_id = i.incident_id AND n.system_id = i.system_id
        UNION ALL SELECT * FROM others),
      dated AS (
        SELECT i.incident_id, l.system_id, i.month, i.counts, i.stops, greatest(l.harm_from, i.occurred_at) AS since,
          coalesce(l.harm_to, i.harm_end) AS till,
          l.harm_to IS NOT NULL OR i.timed AS ended,
          i.incident_id IN (SELECT incident_id FROM others) AS shared
        FROM mart.incidents i JOIN listed l ON l.incident_id = i.incident_id)
      SELECT * EXCLUDE (ended), ended AND coalesce(till >= since, true) AS timed FROM dated`,
  checks: [
    'SELECT 1 FROM mart.harmed_systems GROUP BY incident_id, system_id HAVING count(*) > 1',
    'SELECT incident_id, system_id FROM mart.incidents EXCEPT SELECT incident_id, system_id FROM mart.harmed_systems',
  ],
};

/**
 * Minutes are split at month ends; what has no end yet runs to the moment of valuation, and says so. `shared`: the incident harmed
 * several systems; above one system its rows stand in `shared_harm` instead.
 */
export const harm: Mart = {
  name: 'harm',
  grain: {
    ja: '1行は1件の障害が1つのシステムに害を与えた1か月',
    en: 'one row per incident, system that it harmed, and month in which it did',
  },
  sql: () => `
    SELECT i.incident_id, m.month, h.system_id, i.theme, i.supplier, i.scheme, g.grade, g.class, g.harmed, h.till IS NULL OR h.till > m.valued_at AS running,
      h.shared, h.stops, greatest(h.since, m.starts) AS since, least(coalesce(h.till, m.valued_at), m.valued_at) AS till,
      epoch_us(least(coalesce(h.till, m.valued_at), m.valued_at)) - epoch_us(greatest(h.since, m.starts)) AS harm_us
    FROM mart.harmed_systems h JOIN mart.incidents i ON i.incident_id = h.incident_id
    JOIN mart.months m ON h.since < m.valued_at AND coalesce(h.till, m.ends) > m.starts
    ${graded}
    WHERE h.counts AND h.timed`,
  checks: [
    'SELECT 1 FROM mart.harm WHERE harm_us < 0',
    'SELECT 1 FROM mart.harm GROUP BY incident_id, system_id, month HAVING count(*) > 1',
  ],
};

/**
 * The incidents that harmed several systems, once in each scope: the length of the union of their intervals on its systems. Added, one
 * failure's hour would count for every system behind it, and its users with it. Intervals in the order of their beginnings:
 * each adds what lies behind the furthest end before it.
 */
export const sharedHarm: Mart = {
  name: 'shared_harm',
  grain: {
    ja: '1行は複数のシステムに及んだ1件の障害の、1つの範囲での1か月',
    en: 'one row per month, scope and incident that harmed several systems: its time of harm there, overlaps once',
  },
  sql: () => {
    const placed = `(SELECT h.*, s.company_id FROM mart.harm h JOIN mart.system_months s ON s.month = h.month AND s.system_id = h.system_id WHERE h.shared)`;
    return `
      WITH standing AS (
        SELECT h.*, k.scope_kind, k.scope_id FROM mart.harm h JOIN mart.members k ON k.month = h.month AND k.system_id = h.system_id WHERE h.shared
        UNION ALL ${acrossCompanies('theme', 'theme', placed, () => '* EXCLUDE (company_id)')}
        UNION ALL SELECT h.*, 'supplier', h.supplier FROM mart.harm h WHERE h.shared AND h.supplier IS NOT NULL),
      reached AS (
        SELECT *, greatest(since, max(till) OVER (PARTITION BY month, scope_kind, scope_id, incident_id ORDER BY since, till, system_id
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS begins
        FROM standing)
      SELECT incident_id, month, scope_kind, scope_id, theme, supplier, scheme, grade, class, harmed, bool_or(running) AS running,
        sum(greatest(0, epoch_us(till) - epoch_us(begins)))::BIGINT AS harm_us
      FROM reached GROUP BY ALL`;
  },
  checks: [
    'SELECT 1 FROM mart.shared_harm GROUP BY month, scope_kind, scope_id, incident_id HAVING count(*) > 1',
    // Never more than the month has, nor less than on any one of the systems.
    `SELECT 1 FROM mart.shared_harm s JOIN mart.months m ON m.month = s.month WHERE s.harm_us > epoch_us(m.valued_at) - epoch_us(m.starts)`,
    `SELECT 1 FROM mart.shared_harm s JOIN (SELECT month, incident_id, max(harm_us) AS most FROM mart.harm GROUP BY ALL) h
       ON h.month = s.month AND h.incident_id = s.incident_id WHERE s.scope_kind = 'group' AND s.harm_us < h.most`,
  ],
};
