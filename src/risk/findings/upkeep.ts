/** Profiles and drills past their limits: a whole unit at once where all of it is, else system by system. */
import type { MartContext } from '../../marts/mart.js';
import { type FindingKind, factOf, reported } from './fact.js';

/**
 * `from`: month, system_id, days (NULL: none on record) and over_limit. `n` of `of_n` systems; `value`: the longest known, NULL where none of
 * them has any on record; `weight`: the greatest importance among them.
 */
const lapsed = (from: string, given: string): string => `
  WITH ages AS (
    SELECT a.system_id, s.unit_id, s.counted, a.days, a.over_limit FROM mart.${from} a JOIN ${reported} ON m.month = a.month
    JOIN mart.risk_systems s ON s.month = a.month AND s.system_id = a.system_id WHERE ${given}),
  units AS (
    SELECT unit_id, count(*) AS all_n, count(*) FILTER (over_limit) AS n, max(days) FILTER (over_limit) AS days, max(counted) FILTER (over_limit) AS counted FROM ages GROUP BY 1)
  ${factOf({ kind: `'unit'`, id: 'unit_id', weight: 'counted', n: 'n', value: 'days', of: 'all_n', rank: '1000000 * n + coalesce(days, 999999)' })} FROM units WHERE n = all_n AND n > 1
  UNION ALL
  ${factOf({ kind: `'system'`, id: 'a.system_id', system: 'a.system_id', weight: 'a.counted', n: '1', value: 'a.days', of: '1', rank: 'coalesce(a.days, 999999)' })}
  FROM ages a JOIN units u ON u.unit_id = a.unit_id WHERE a.over_limit AND NOT (u.n = u.all_n AND u.n > 1)`;

/** Nothing is known to have lapsed where drills aren't exported at all: the driver says that there is no data. */
export const drillsLapsed: FindingKind = {
  id: 'drills_lapsed',
  sql: ({ config }: MartContext) => lapsed('drill_ages', String(config.sources.drills.length > 0)),
};

export const profilesStale: FindingKind = {
  id: 'profiles_stale',
  sql: () =>
    lapsed('profile_ages', 'EXISTS (SELECT 1 FROM staging.systems WHERE profile_reviewed_on IS NOT NULL)'),
};
