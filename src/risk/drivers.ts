import type { Mart } from '../marts/mart.js';
import { driverValues, inputValues, nothing, pointsOf, sumOfDrivers } from './rules.js';

/** More than a driver has inputs. */
const manyInputs = 1000;
/** Greater for a greater level, then for an earlier input. */
const rank = `j.level * ${manyInputs} - i.nth`;

/**
 * A driver's level is the greatest among its inputs that have data; the first of those at it, in the configuration's order, decides.
 * A contribution is the driver's term of the score (methods.md, "Risk level, tier by tier"): 100 × factor ÷ greatest factor × weight ×
 * level ÷ (4 × Σ weight of applicable drivers); without data 0, which the coverage tells; not applicable: none. Where no applicable
 * driver has a weight, there is nothing to take a share of, and every contribution is 0.
 */
export const riskDrivers: Mart = {
  name: 'risk_drivers',
  grain: {
    ja: '1行は1か月の1システムの1つの観点の水準と、得点への寄与',
    en: 'one row per month, system and driver: its level and what it contributes to the score',
  },
  sql: ({ config }) => `
    WITH rules(driver, position, weight) AS (${driverValues(config)}),
    inputs(driver, input, nth) AS (${inputValues(config)}),
    judged AS (
      SELECT j.month, j.system_id, j.driver, max(j.level) AS level, bool_or(j.state = 'no_data') AS wanting, max(${rank}) AS decides,
        arg_max_null(j.value, ${rank}) AS value, arg_max_null(j.category, ${rank}) AS category
      FROM mart.risk_judged j JOIN inputs i ON i.driver = j.driver AND i.input = j.input GROUP BY ALL),
    placed AS (
      SELECT s.month, s.system_id, s.factor, r.driver, r.position, r.weight, j.level, i.input, j.value, j.category,
        CASE WHEN j.level IS NOT NULL THEN '' WHEN j.wanting THEN 'no_data' ELSE 'not_applicable' END AS state
      FROM mart.risk_systems s CROSS JOIN rules r
      LEFT JOIN judged j ON j.month = s.month AND j.system_id = s.system_id AND j.driver = r.driver
      LEFT JOIN inputs i ON i.driver = j.driver AND j.decides = j.level * ${manyInputs} - i.nth),
    weights AS (
      SELECT month, system_id, (${sumOfDrivers(config, 'weight', `state <> 'not_applicable'`)})::DOUBLE AS applicable FROM placed GROUP BY ALL)
    SELECT p.month, p.system_id, p.driver, p.position, p.state, p.level, p.input, p.value, p.category, p.weight,
      CASE WHEN p.state <> 'not_applicable' THEN coalesce(${pointsOf(config, 'p.factor')} * (p.weight / nullif(w.applicable, 0)) * coalesce(p.level, 0), 0) END AS contribution
    FROM placed p LEFT JOIN weights w ON w.month = p.month AND w.system_id = p.system_id`,
  checks: [
    'SELECT 1 WHERE (SELECT count(*) FROM mart.risk_drivers) <> (SELECT count(*) FROM mart.risk_systems) * (SELECT count(DISTINCT driver) FROM mart.risk_drivers)',
    `SELECT 1 FROM mart.risk_drivers WHERE (state = '') <> (level IS NOT NULL) OR (state = 'not_applicable') <> (contribution IS NULL) OR (state = 'no_data' AND contribution > 0)`,
    // Each term is at most its weight's share of the full score.
    `SELECT 1 FROM mart.risk_drivers WHERE contribution < 0 OR contribution > 100 + ${nothing}`,
  ],
};
