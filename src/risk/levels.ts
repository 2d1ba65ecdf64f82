import type { Config } from '../config/model.js';
import { quoteList } from '../duckdb/quote.js';
import type { Mart } from '../marts/mart.js';
import { gravityInputs, highestLevel, nothing, sumOfDrivers, usedDrivers } from './rules.js';

/** methods.md: "an importance-4 system with no data in a required driver is at least 2". */
const topImportance = 4;
const floorLevel = 2;

const requiredDrivers = (config: Config): string[] =>
  usedDrivers(config).flatMap(([id, { required }]) => (required ? [id] : []));

/**
 * The worst driver is the system's level; NULL: none of them has data. The floor holds for a system that counts as of importance 4,
 * known to be or not, even where nothing at all is known of it; an incident of unknown gravity is a want of data too (gravityInputs).
 */
export const riskLevels: Mart = {
  name: 'risk_levels',
  grain: {
    ja: '1行は1か月の1システムのリスク水準と得点',
    en: 'one row per month and system: its risk level, score and coverage',
  },
  sql: ({ config }) => `
    WITH summed AS (
      SELECT d.month, d.system_id, max(d.level) AS level, bool_or((d.state = 'no_data' OR g.driver IS NOT NULL) AND d.driver IN ${quoteList(requiredDrivers(config))}) AS wanting,
        ${sumOfDrivers(config, 'd.contribution', 'true')} AS score,
        ${sumOfDrivers(config, 'd.weight', `d.state = ''`)} AS known,
        ${sumOfDrivers(config, 'd.weight', `d.state <> 'not_applicable'`)} AS applicable
      FROM mart.risk_drivers d
      LEFT JOIN (SELECT DISTINCT month, system_id, driver FROM mart.risk_judged WHERE state = 'no_data' AND input IN ${quoteList(gravityInputs)}) g
        ON g.month = d.month AND g.system_id = d.system_id AND g.driver = d.driver
      GROUP BY ALL),
    floored AS (
      SELECT s.*, d.level AS by_driver, coalesce(d.known, 0) AS known_weight, coalesce(d.applicable, 0) AS applicable_weight, d.score AS points,
        coalesce(s.counted = ${topImportance} AND d.wanting AND coalesce(d.level, 0) < ${floorLevel}, false) AS floored
      FROM mart.risk_systems s LEFT JOIN summed d ON d.month = s.month AND d.system_id = s.system_id)
    SELECT month, system_id, unit_id, company_id, importance, counted, factor,
      (CASE WHEN floored THEN ${floorLevel} ELSE by_driver END)::INTEGER AS level, floored,
      CASE WHEN known_weight > 0 THEN points END::DOUBLE AS score,
      known_weight::DOUBLE AS known_weight, applicable_weight::DOUBLE AS applicable_weight, (known_weight / nullif(applicable_weight, 0))::DOUBLE AS coverage
    FROM floored ORDER BY month, system_id`,
  checks: [
    'SELECT month, system_id FROM mart.risk_levels GROUP BY ALL HAVING count(*) > 1',
    'SELECT month, system_id FROM mart.risk_systems EXCEPT SELECT month, system_id FROM mart.risk_levels',
    // Contributions add up to the score; the floor only ever lifts.
    `SELECT 1 FROM mart.risk_levels l LEFT JOIN (SELECT month, system_id, sum(contribution) AS score, max(level) AS level FROM mart.risk_drivers GROUP BY ALL) d
       ON d.month = l.month AND d.system_id = l.system_id
     WHERE abs(coalesce(l.score, 0) - coalesce(d.score, 0)) > ${nothing} OR d.level > coalesce(l.level, -1)`,
    `SELECT 1 FROM mart.risk_levels WHERE level NOT BETWEEN 0 AND ${highestLevel} OR score NOT BETWEEN 0 AND 100 + ${nothing} OR coverage NOT BETWEEN 0 AND 1 + ${nothing}`,
  ],
};
