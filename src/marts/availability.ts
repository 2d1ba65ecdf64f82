/** Which share of their service time systems were available in, and scopes of them (methods.md, "Harm"). */
import type { Mart } from './mart.js';

/** A system whose importance isn't known weighs as the least important: it can't outweigh one that is. */
const leastImportance = 1;

/** The one place where a system's weight among others is decided: its importance, 1–4. */
export const importanceWeights: Mart = {
  name: 'importance_weights',
  grain: {
    ja: '1行は1か月の1システムの重み（重要度。不明なら1）',
    en: 'one row per month and system: its weight, which is its importance, or 1 where that is not known',
  },
  sql: () => `
    SELECT s.month, s.system_id, coalesce(i.importance, ${leastImportance})::INTEGER AS weight
    FROM mart.system_months s LEFT JOIN mart.system_importance i ON i.month = s.month AND i.system_id = s.system_id WHERE s.known`,
  checks: ['SELECT 1 FROM mart.importance_weights WHERE weight NOT BETWEEN 1 AND 4'],
};

/**
 * `stopped_us`: the union of the intervals of harm that took availability away, within the service windows. Intervals in the order of
 * their beginnings are cut down to what lies behind the furthest end before them; then none overlap, and lengths add.
 * `known_share`: of the incidents of the month that harmed the system, those whose end, and whether they stopped it, is known.
 */
export const systemAvailability: Mart = {
  name: 'system_availability',
  grain: {
    ja: '1行は1か月の1システムの、サービス時間と止まった時間',
    en: 'one row per month and system: its service time, and how long of it the system was not available',
  },
  sql: () => `
    WITH cut AS (
      SELECT month, system_id, till, greatest(since, max(till) OVER (PARTITION BY month, system_id ORDER BY since, till, incident_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS since
      FROM mart.harm WHERE stops AND till > since),
    stopped AS (
      SELECT s.month, s.system_id, sum(greatest(0, epoch_us(least(c.till, w.till, s.ends)) - epoch_us(greatest(c.since, w.since, s.begins))))::BIGINT AS us
      FROM cut c JOIN mart.system_service s ON s.month = c.month AND s.system_id = c.system_id
      JOIN mart.service_windows w ON w.month = c.month AND w.hours = s.hours AND w.since < c.till AND w.till > c.since
      WHERE c.till > c.since GROUP BY ALL),
    stops AS (SELECT month, system_id, count(*) AS n FROM mart.harm WHERE stops GROUP BY ALL),
    told AS (
      SELECT month, system_id, CAST(count(*) FILTER (timed AND stops IS NOT NULL)::DOUBLE / count(*) AS DECIMAL(18, 15)) AS share
      FROM mart.harmed_systems WHERE counts GROUP BY ALL)
    SELECT s.month, s.system_id, s.known, s.in_service, s.hours, s.holidays_known, s.service_us, coalesce(d.us, 0) AS stopped_us,
      CASE WHEN s.in_service AND s.service_us > 0 THEN CAST(1 - coalesce(d.us, 0)::DOUBLE / s.service_us AS DECIMAL(18, 15)) END AS available,
      coalesce(n.n, 0) AS stops, coalesce(t.share, 1)::DECIMAL(18, 15) AS known_share
    FROM mart.system_service s
    LEFT JOIN stopped d ON d.month = s.month AND d.system_id = s.system_id
    LEFT JOIN stops n ON n.month = s.month AND n.system_id = s.system_id
    LEFT JOIN told t ON t.month = s.month AND t.system_id = s.system_id`,
  checks: [
    'SELECT 1 FROM mart.system_availability GROUP BY month, system_id HAVING count(*) > 1',
    'SELECT 1 FROM mart.system_availability WHERE stopped_us < 0 OR stopped_us > service_us OR known_share NOT BETWEEN 0 AND 1',
  ],
};

/**
 * Above a system: the mean weighted by importance over the systems in service whose hours are known, with the worst beside it. Systems
 * that no row of the profile holds valid in the month, and those without a minute of service in it, have no part in the mean.
 * Coverage: the share of the weight whose service hours, holidays and incidents are fully known. Stand-ins for unknown systems
 * have neither hours nor weight. Sums are of decimals: those of doubles would depend on the order of threads.
 */
export const availability: Mart = {
  name: 'availability',
  grain: {
    ja: '1行は1か月の1つの範囲の稼働率と、その中で最も低いシステム',
    en: 'one row per month and scope: its availability, and the system in it with the lowest',
  },
  sql: () => `
    WITH part AS (
      SELECT k.month, k.scope_kind, k.scope_id, a.*, w.weight::DECIMAL(4, 0) AS weight,
        CASE WHEN a.hours IS NULL OR NOT a.holidays_known THEN 0 ELSE a.known_share END AS coverage
      FROM mart.scopes k LEFT JOIN mart.members e ON e.month = k.month AND e.scope_kind = k.scope_kind AND e.scope_id = k.scope_id
      LEFT JOIN mart.system_availability a ON a.month = e.month AND a.system_id = e.system_id
      LEFT JOIN mart.importance_weights w ON w.month = e.month AND w.system_id = e.system_id
      WHERE k.scope_kind NOT IN ('theme', 'supplier')),
    summed AS (
      SELECT month, scope_kind, scope_id, sum(weight * available) AS available, sum(weight) FILTER (available IS NOT NULL) AS judged,
        sum(weight * coverage) FILTER (in_service) AS covered, sum(weight) FILTER (in_service) AS weight,
        min({share: available, system: system_id}) FILTER (available IS NOT NULL) AS lowest,
        bool_or(NOT known OR (in_service AND hours IS NULL)) AS unknown, coalesce(sum(stops), 0)::BIGINT AS n
      FROM part GROUP BY ALL)
    SELECT month, scope_kind, scope_id, '' AS breakdown, available::DOUBLE / judged::DOUBLE AS value, NULL::DOUBLE AS lower, NULL::DOUBLE AS upper, NULL::DOUBLE AS target,
      CASE WHEN judged IS NOT NULL THEN '' WHEN unknown THEN 'no_data' ELSE 'not_applicable' END AS status,
      CASE WHEN weight IS NOT NULL THEN covered::DOUBLE / weight::DOUBLE WHEN unknown THEN 0 ELSE 1 END AS coverage, n AS source_rows,
      lowest.share::DOUBLE AS worst, lowest.system AS worst_system_id
    FROM summed`,
  checks: [
    'SELECT 1 FROM mart.availability WHERE value NOT BETWEEN 0 AND 1 OR coverage NOT BETWEEN 0 AND 1 OR worst > value + 1e-12',
    'SELECT 1 FROM mart.availability GROUP BY month, scope_kind, scope_id HAVING count(*) > 1',
  ],
};
