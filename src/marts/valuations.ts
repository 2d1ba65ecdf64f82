/** The SQL that evaluates one scheme over its records, at the end of each month in which any answer could differ. */
import { quoteName, quoteText } from '../duckdb/quote.js';
import type { CheckedScheme } from '../schemes/check.js';
import { instants, originOf } from '../schemes/columns.js';
import { classOf, gradeOf, missingOf, rulesOf, withScores } from '../schemes/grading.js';

/** What never comes. */
const never = `TIMESTAMPTZ '9999-12-31 00:00:00+00'`;

/** Minutes from the occurrence, cut to the micro-minute: exact, and never above a band's edge that isn't reached. */
const minutesTo = (until: string): string =>
  `((epoch_us(${until}) - epoch_us(r.occurred_at)) // 60)::DECIMAL(18, 0) * 0.000001::DECIMAL(6, 6)`;

/** SQL of each column as it was known at the valuation `v` of the record `r`: `i` its row, `p` its profile. */
function columnAt(name: string): string {
  const quoted = quoteName(name);
  switch (name) {
    case 'impact_minutes':
      return `CASE WHEN r.minutes_known THEN ${minutesTo('least(coalesce(r.harm_end, v.valued_at), v.valued_at)')} END`;
    case 'restore_minutes':
      // Closed, and nobody said when it was restored: not known.
      return `CASE WHEN NOT r.restoration_known THEN NULL WHEN i.restored_at <= v.valued_at THEN ${minutesTo('i.restored_at')}
        WHEN i.closed_at <= v.valued_at THEN NULL ELSE ${minutesTo('v.valued_at')} END`;
    case 'systems_named':
      return 'greatest(1, coalesce(n.systems, 1))';
    case 'importance':
      return 'm.importance::BIGINT';
    default:
      if (instants.has(name)) return `CASE WHEN i.${quoted} <= v.valued_at THEN i.${quoted} END`;
      return originOf(name) === 'record' ? `i.${quoted}` : `p.${quoted}`;
  }
}

/** SQL of the instant after which a column of `r` or `i` can't change. */
function settledAt(name: string): string {
  if (name === 'impact_minutes')
    return `CASE WHEN r.minutes_known THEN coalesce(r.harm_end, ${never}) ELSE r.occurred_at END`;
  if (name === 'restore_minutes')
    return `CASE WHEN r.restoration_known THEN coalesce(i.restored_at, i.closed_at, ${never}) ELSE r.occurred_at END`;
  return `coalesce(i.${quoteName(name)}, r.occurred_at)`;
}

/** Only for schemes that ask: most records are named in no row of incident_systems. */
const namedSystems = `(SELECT incident_id, count(DISTINCT system_id) AS systems FROM (
      SELECT incident_id, system_id FROM staging.incident_systems
      UNION ALL SELECT incident_id, system_id FROM mart.records WHERE mapped AND incident_id IN (SELECT incident_id FROM staging.incident_systems))
    WHERE system_id IN (SELECT system_id FROM staging.systems) GROUP BY 1)`;

/**
 * One row per record and month at whose end it is graded: incident_id, month, `lasts` (whether there may be others of the record), grade,
 * class, missing, factor, counts and terminal. Each column is computed from the record, with the profile of the record's own month.
 */
export function valuedSql(checked: CheckedScheme): string {
  const { scheme, columns } = checked;
  const growing = checked.changes
    ? columns.filter((name) => name === 'impact_minutes' || name === 'restore_minutes' || instants.has(name))
    : [];
  const settled = growing.length === 0 ? 'r.occurred_at' : `greatest(${growing.map(settledAt).join(', ')})`;
  const inputs = columns.map((name) => `${columnAt(name)} AS ${quoteName(name)}`);
  const from = (valuation: string): string => `
      SELECT ${['r.incident_id AS _id', 'v.month AS _month', 'r.settled_at > o.ends AS _lasts', ...inputs].join(', ')}
      FROM (SELECT r.*, ${settled} AS settled_at FROM mart.records r JOIN staging.incidents i ON i.incident_id = r.incident_id WHERE r.scheme = ${quoteText(scheme.id)}) r
      JOIN staging.incidents i ON i.incident_id = r.incident_id
      JOIN mart.months o ON o.month = r.month
      ${valuation}
      JOIN mart.system_profiles p ON p.month = r.month AND p.system_id = r.system_id
      ${columns.includes('importance') ? 'JOIN mart.system_importance m ON m.month = r.month AND m.system_id = r.system_id' : ''}
      ${columns.includes('systems_named') ? `LEFT JOIN ${namedSystems} n ON n.incident_id = r.incident_id` : ''}`;
  const base = `(${from('JOIN mart.months v ON v.month = r.month')}
    ${growing.length === 0 ? '' : `UNION ALL ${from('JOIN mart.months v ON v.starts >= o.ends AND v.starts < r.settled_at')}`})`;
  const rules = [
    `(${scheme.impactFactor}\n) AS _factor`,
    `(${scheme.counts}\n) AS _counts`,
    `(${scheme.terminal}\n) AS _terminal`,
  ];
  const ruled = `SELECT *, ${[...rulesOf(checked), ...rules].join(', ')} FROM (${withScores(checked, base)})`;
  return `SELECT _id AS incident_id, _month AS month, _lasts AS lasts, ${gradeOf(checked)} AS grade, ${classOf(checked)} AS class, ${missingOf(checked)} AS missing,
    _factor::DOUBLE AS factor, coalesce(_counts, true) AS counts, _terminal AS terminal FROM (${ruled})`;
}
