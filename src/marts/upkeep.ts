/** How long ago a system's profile was reviewed and a drill was held. */
import type { Mart } from './mart.js';

/**
 * The latest review on or before the month's last day that the profile's rows valid by then tell of; a later one did not exist
 * yet. NULL: none is known, which isn't within the limit.
 */
export const profileAges: Mart = {
  name: 'profile_ages',
  grain: {
    ja: '1行は1か月の1システムと、プロファイル見直しからの日数',
    en: 'one row per month and system: days since its profile was reviewed',
  },
  sql: ({ config }) => `
    SELECT month, system_id, reviewed_on, days, coalesce(days > ${config.limits.profileAgeDays}, true) AS over_limit
    FROM (SELECT p.month, p.system_id, max(s.profile_reviewed_on) AS reviewed_on, date_diff('day', max(s.profile_reviewed_on), min(m.last_day)) AS days
      FROM mart.system_profiles p JOIN mart.months m ON m.month = p.month
      LEFT JOIN staging.systems s ON s.system_id = p.system_id AND s.profile_reviewed_on <= m.last_day AND coalesce(s.valid_from <= m.last_day, true)
      WHERE p.known AND p.valid_then GROUP BY ALL)`,
  checks: [
    'SELECT month, system_id FROM mart.profile_ages GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.profile_ages WHERE days < 0',
  ],
};

const validOnDay = `coalesce(s.valid_from <= d.held_on, true) AND coalesce(s.valid_to >= d.held_on, true)`;

/**
 * Which systems took part in each drill: those that belonged to its scope on its day. A drill of a system counts for it whether or
 * not its profile reaches back so far; one of a theme for no system, since systems have none.
 */
export const drilledSystems: Mart = {
  name: 'drilled_systems',
  grain: {
    ja: '1行は1回の訓練と、それに含まれた1システム',
    en: 'one row per drill and system that it covered',
  },
  sql: () => `
    WITH held AS (
      SELECT drill_id, held_on, split_part(scope, ':', 1) AS kind, substr(scope, strpos(scope, ':') + 1) AS id FROM staging.drills),
    days AS (SELECT DISTINCT held_on FROM held),
    systems AS (
      SELECT d.held_on, s.system_id, s.unit_id, s.layer, s.business_flow FROM days d JOIN staging.systems s ON ${validOnDay}
      QUALIFY row_number() OVER (PARTITION BY d.held_on, s.system_id ORDER BY s.valid_from DESC NULLS LAST, s._file, s._line) = 1),
    units AS (
      SELECT d.held_on, s.unit_id, s.company_id FROM days d CROSS JOIN mart.unit_rows s
      QUALIFY row_number() OVER (PARTITION BY d.held_on, s.unit_id ORDER BY (${validOnDay}) DESC, s.valid_from DESC NULLS LAST, s._file, s._line) = 1),
    placed AS (SELECT s.*, u.company_id FROM systems s JOIN units u ON u.held_on = s.held_on AND u.unit_id = s.unit_id)
    SELECT h.drill_id, h.held_on, p.system_id FROM held h JOIN placed p ON p.held_on = h.held_on
    WHERE CASE h.kind WHEN 'group' THEN true WHEN 'company' THEN p.company_id = h.id WHEN 'unit' THEN p.unit_id = h.id
      WHEN 'layer' THEN p.layer = h.id WHEN 'flow' THEN p.business_flow = h.id
      WHEN 'supplier' THEN EXISTS (SELECT 1 FROM staging.system_suppliers l WHERE l.system_id = p.system_id AND l.supplier = h.id AND coalesce(l.contract_until >= h.held_on, true))
      ELSE false END
    UNION ALL SELECT h.drill_id, h.held_on, h.id FROM held h WHERE h.kind = 'system'`,
  checks: ['SELECT drill_id, system_id FROM mart.drilled_systems GROUP BY ALL HAVING count(*) > 1'],
};

/** A drill of the month's last day was 0 days ago; a planned one has not been held. NULL: none on record, which isn't within the limit. */
export const drillAges: Mart = {
  name: 'drill_ages',
  grain: {
    ja: '1行は1か月の1システムと、最後の訓練からの日数',
    en: 'one row per month and system: days since its last drill',
  },
  sql: ({ config }) => `
    SELECT month, system_id, held_on, days, coalesce(days > ${config.limits.drillDays}, true) AS over_limit
    FROM (SELECT p.month, p.system_id, max(d.held_on) AS held_on, date_diff('day', max(d.held_on), min(m.last_day)) AS days
      FROM mart.system_profiles p JOIN mart.months m ON m.month = p.month
      LEFT JOIN mart.drilled_systems d ON d.system_id = p.system_id AND d.held_on <= m.last_day
      WHERE p.known AND p.valid_then GROUP BY ALL)`,
  checks: [
    'SELECT month, system_id FROM mart.drill_ages GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.drill_ages WHERE days < 0',
  ],
};
