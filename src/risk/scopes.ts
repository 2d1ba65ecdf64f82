import type { Config } from '../config/model.js';
import type { Mart } from '../marts/mart.js';
import { doubleOf, highestLevel, nothing, sumOfSystems } from './rules.js';

const levels = [0, 1, 2, 3, highestLevel] as const;
const importances = [1, 2, 3, 4] as const;
/** methods.md: "Importance is 1–4, 4 highest": the one that no rule may take a level from. */
const top = 4;

/** The worst system of each importance less what the configuration takes off, the greatest of them; NULL where none counts. */
const worstLess = (config: Config, of: readonly number[]): string => {
  const terms = of.flatMap((importance) => {
    const less = config.risk.rollUp.less[importance - 1];
    // greatest() passes over a NULL: what isn't there must stay NULL.
    return less == null
      ? []
      : [`CASE WHEN worst_${importance} IS NOT NULL THEN greatest(worst_${importance} - ${less}, 0) END`];
  });
  return terms.length === 0 ? 'NULL' : `greatest(${terms.join(', ')}, NULL)`;
};

/** Importance factors of the systems at `level` or above: whole numbers of systems times four factors, so the same on any machine. */
const weightFrom = (config: Config, level: number): string =>
  `(${importances.map((i) => `n_${i}_${level} * ${doubleOf(config.risk.importanceFactors[i - 1]!)}`).join(' + ')})`;

/** Of factors with decimals a share that is exactly reached must not fail by the last bit of a double. */
const lastBits = 1e-12;

/** The highest level that at least the share of the importance-weighted systems with a level reach. */
const byShare = (config: Config): string => {
  const { share } = config.risk.rollUp;
  if (share === null) return 'NULL';
  const reached = [...levels]
    .reverse()
    .map(
      (level) =>
        `WHEN ${weightFrom(config, level)} > 0 AND ${weightFrom(config, level)} >= ${doubleOf(share)} * ${weightFrom(config, 0)} * (1 - ${lastBits}) THEN ${level}`,
    );
  return `CASE ${reached.join(' ')} END`;
};

const totals = `[${['systems', ...levels.map((l) => `level_${l}`), 'no_data'].map((n) => `sum(${n})`).join(', ')}] AS n`;

/**
 * The level of a scope is the greatest of what its worst systems and its share of systems come to; a system's is its own. Where there are
 * systems with a level but the configured rule counts none of them, it has none (its figure is not applicable, not zero).
 */
export const riskScopes: Mart = {
  name: 'risk_scopes',
  grain: {
    ja: '1行は1か月の1つの範囲のリスク：水準、その根拠、得点、水準ごとのシステム数',
    en: 'one row per month and scope: its level, what it rests on, its score, and how many systems are at each level',
  },
  sql: ({ config }) => `
    WITH placed AS (
      SELECT k.month, k.scope_kind, k.scope_id, l.* EXCLUDE (month)
      FROM mart.risk_members k JOIN mart.risk_levels l ON l.month = k.month AND l.system_id = k.system_id WHERE k.scope_kind <> 'system'),
    counted AS (
      SELECT month, scope_kind, scope_id, count(*) AS systems,
        ${levels.map((l) => `count(*) FILTER (level = ${l}) AS level_${l}`).join(', ')}, count(*) FILTER (level IS NULL) AS no_data, max(level) AS worst,
        ${importances.map((i) => `max(level) FILTER (counted = ${i}) AS worst_${i}`).join(', ')},
        ${importances.flatMap((i) => levels.map((l) => `count(*) FILTER (counted = ${i} AND level >= ${l}) AS n_${i}_${l}`)).join(', ')},
        list({'factor': factor, 'points': factor * coalesce(score, 0), 'known': known_weight, 'applicable': applicable_weight} ORDER BY system_id) AS rows
      FROM placed GROUP BY ALL),
    summed AS (
      SELECT *, ${worstLess(config, importances)} AS by_worst, ${worstLess(config, [top])} AS by_top, ${byShare(config)} AS by_share,
        ${sumOfSystems('rows', 'factor')} AS factors, ${sumOfSystems('rows', 'points')} AS points,
        ${sumOfSystems('rows', 'known')} AS known_weight, ${sumOfSystems('rows', 'applicable')} AS applicable_weight
      FROM counted),
    ruled AS (
      SELECT month, scope_kind, scope_id, systems, ${levels.map((l) => `level_${l}`).join(', ')}, no_data, greatest(by_worst, by_share) AS level, worst, by_worst, by_share,
        CASE WHEN by_top = greatest(by_worst, by_share) THEN 'top' WHEN by_worst = greatest(by_worst, by_share) THEN 'next' WHEN by_share IS NOT NULL THEN 'share' END AS deciding,
        CASE WHEN known_weight > 0 THEN points / factors END AS score, known_weight, applicable_weight, factors
      FROM summed
      UNION ALL
      SELECT month, 'system', system_id, 1, ${levels.map((l) => `(level IS NOT DISTINCT FROM ${l})::BIGINT`).join(', ')}, (level IS NULL)::BIGINT, level, level, level, NULL, NULL,
        score, known_weight, applicable_weight, factor
      FROM mart.risk_levels)
    SELECT r.month, r.scope_kind, r.scope_id, s.company_id, r.systems, ${levels.map((l) => `r.level_${l}`).join(', ')}, r.no_data,
      r.level::INTEGER AS level, r.worst, r.by_worst::INTEGER AS by_worst, r.by_share::INTEGER AS by_share, r.deciding, r.score,
      r.known_weight, r.applicable_weight, r.known_weight / nullif(r.applicable_weight, 0) AS coverage, r.factors
    FROM ruled r LEFT JOIN mart.scopes s ON s.month = r.month AND s.scope_kind = r.scope_kind AND s.scope_id = r.scope_id`,
  checks: [
    'SELECT month, scope_kind, scope_id FROM mart.risk_scopes GROUP BY ALL HAVING count(*) > 1',
    `SELECT 1 FROM mart.risk_scopes WHERE ${levels.map((l) => `level_${l}`).join(' + ')} + no_data <> systems`,
    // Each system in exactly one unit, one company and the group.
    `SELECT l.month, l.system_id FROM mart.risk_levels l JOIN (VALUES ('unit'), ('company'), ('group'), ('system')) t(kind) ON true
     LEFT JOIN mart.risk_members k ON k.month = l.month AND k.system_id = l.system_id AND k.scope_kind = t.kind
     GROUP BY l.month, l.system_id, t.kind HAVING count(k.scope_id) <> 1`,
    // Counts of units add up to their company's, of companies to the group's.
    `SELECT 1 FROM (SELECT month, company_id AS id, ${totals} FROM mart.risk_scopes WHERE scope_kind = 'unit' GROUP BY ALL) u
     FULL JOIN (SELECT month, scope_id AS id, ${totals} FROM mart.risk_scopes WHERE scope_kind = 'company' GROUP BY ALL) c ON c.month = u.month AND c.id = u.id WHERE u.n IS DISTINCT FROM c.n`,
    `SELECT 1 FROM (SELECT month, ${totals} FROM mart.risk_scopes WHERE scope_kind = 'company' GROUP BY ALL) c
     FULL JOIN (SELECT month, ${totals} FROM mart.risk_scopes WHERE scope_kind = 'group' GROUP BY ALL) g ON g.month = c.month WHERE g.n IS DISTINCT FROM c.n`,
    // No rule hides a critical system of the highest importance: its unit, its company and the group are critical.
    `SELECT l.month, l.system_id FROM mart.risk_levels l JOIN mart.risk_members k ON k.month = l.month AND k.system_id = l.system_id
     JOIN mart.risk_scopes s ON s.month = k.month AND s.scope_kind = k.scope_kind AND s.scope_id = k.scope_id
     WHERE l.counted = ${top} AND l.level = ${highestLevel} AND s.level IS DISTINCT FROM ${highestLevel}`,
    `SELECT 1 FROM mart.risk_scopes WHERE score NOT BETWEEN 0 AND 100 + ${nothing}`,
  ],
};
