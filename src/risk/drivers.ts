import type { Mart } from '../marts/mart.js';
import { driverValues, inputValues, nothing, pointsOf, sumInOrder } from './rules.js';

/** More than a driver has inputs. */
const manyInputs = 1000;

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
    WITH rules(driver, position, weight, required) AS (${driverValues(config)}),
    inputs(driver, input, nth) AS (${inputValues(config)}),
    judged AS (
      SELECT j.month, j.system_id, j.driver, max(j.level) AS level, bool_or(j.state = 'no_data') AS wanting,
        arg_max({'input': j.input, 'value': j.value, 'category': j.category}, j.level * ${manyInputs} - i.nth) AS deciding
      FROM mart.risk_judged j JOIN inputs i ON i.driver = j.driver AND i.input = j.input GROUP BY ALL),
    placed AS (
      SELECT s.month, s.system_id, s.factor, r.driver, r.position, r.weight, j.level, j.deciding,
        CASE WHEN j.level IS NOT NULL THEN '' WHEN j.wanting THEN 'no_data' ELSE 'not_applicable' END AS state
      FROM mart.risk_systems s CROSS JOIN rules r
      LEFT JOIN judged j ON j.month = s.month AND j.system_id = s.system_id AND j.driver = r.driver),
    weights AS (
      SELECT month, system_id, ${sumInOrder('weight', 'position')} AS applicable FROM placed WHERE state <> 'not_applicable' GROUP BY ALL)
    SELECT p.month, p.system_id, p.driver, p.position, p.state, p.level, p.deciding.input AS input, p.deciding.value AS value, p.deciding.category AS category, p.weight,
      CASE WHEN p.state <> 'not_applicable' THEN coalesce(${pointsOf(config, 'p.factor')} * (p.weight / nullif(w.applicable, 0)) * coalesce(p.level, 0), 0) END AS contribution
    FROM placed p LEFT JOIN weights w ON w.month = p.month AND w.system_id = p.system_id
    ORDER BY p.month, p.system_id, p.position`,
  checks: [
    'SELECT month, system_id, driver FROM mart.risk_drivers GROUP BY ALL HAVING count(*) > 1',
    `SELECT 1 FROM mart.risk_drivers WHERE (state = '') <> (level IS NOT NULL) OR (state = 'not_applicable') <> (contribution IS NULL) OR (state = 'no_data' AND contribution > 0)`,
    // Each term is at most its weight's share of the full score.
    `SELECT 1 FROM mart.risk_drivers WHERE contribution < 0 OR contribution > 100 + ${nothing}`,
  ],
};
