/** What the systems' capacity was used for, day by day (methods.md, "Capacity"). */
import type { Mart } from './mart.js';

/**
 * A day's share of missing samples is told from what the series mostly gives: the most frequent number of samples of its days
 * (of equally frequent ones the larger).
 */
export const capacityDays: Mart = {
  name: 'capacity_days',
  grain: {
    ja: '1行は1システム・1指標・1部品の1日',
    en: 'One row is one day of one metric of one system and component',
  },
  sql: () => `
    WITH days AS (SELECT * FROM staging.capacity_days WHERE NOT later),
    counted AS (SELECT system_id, metric, component, samples, count(*) AS n FROM days GROUP BY ALL),
    usual AS (SELECT system_id, metric, component, arg_max(samples, n * 1000000 + samples) AS samples FROM counted GROUP BY ALL)
    SELECT d.system_id, d.metric, d.component, d.unit, d.day, d.samples, d.mean, d.p95, d.maximum,
      greatest(0, 1 - d.samples / u.samples) AS missing_share
    FROM days d JOIN usual u ON u.system_id = d.system_id AND u.metric = d.metric AND u.component IS NOT DISTINCT FROM d.component
    ORDER BY ALL`,
  checks: [
    'SELECT 1 FROM mart.capacity_days GROUP BY system_id, metric, component, day HAVING count(*) > 1',
    'SELECT 1 FROM mart.capacity_days WHERE p95 > maximum OR samples < 1 OR missing_share < 0 OR missing_share >= 1',
  ],
};
