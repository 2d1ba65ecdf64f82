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

/** Rows of hours that are read at a time: some tens of megabytes in JavaScript. */
const batchHours = 100_000;

/** A limit for one component goes before one for all components of the metric, as a whole: its direction belongs to its numbers. */
export const capacitySeries: Mart = {
  name: 'capacity_series',
  grain: {
    ja: '1行は1システム・1指標・1部品と、そのしきい値',
    en: 'one row per system, metric and component that has samples, with its limits',
  },
  sql: () => `
    WITH found AS (
      SELECT system_id, metric, component, min(unit) AS unit, min(day) AS first_day, max(day) AS last_day, sum(len(hours))::BIGINT AS hours
      FROM staging.capacity_days WHERE NOT later GROUP BY ALL),
    limited AS (
      SELECT f.*, l.warn, l."limit", l.direction, row_number() OVER (PARTITION BY f.system_id, f.metric, f.component ORDER BY l.component IS NULL) AS nth
      FROM found f LEFT JOIN staging.capacity_limits l
        ON l.system_id = f.system_id AND l.metric = f.metric AND (l.component IS NULL OR l.component = f.component)),
    numbered AS (
      SELECT row_number() OVER (ORDER BY system_id, metric, component NULLS FIRST) AS series, * EXCLUDE (nth, direction), coalesce(direction, 'above') AS direction
      FROM limited WHERE nth = 1)
    SELECT *, (sum(hours) OVER (ORDER BY series) // ${batchHours})::INTEGER AS batch FROM numbered ORDER BY series`,
  checks: [
    'SELECT 1 FROM mart.capacity_series GROUP BY system_id, metric, component HAVING count(*) > 1',
    // Every sample is in an hour, and no hour is empty.
    `SELECT 1 FROM staging.capacity_days WHERE samples IS DISTINCT FROM list_sum(list_transform(hours, h -> h.samples)) OR list_min(list_transform(hours, h -> h.samples)) < 1`,
  ],
};

/** SQL condition: a row with system_id, metric and component is of a series. */
export const ofSeries = (row: string, series: string): string =>
  `${row}.system_id = ${series}.system_id AND ${row}.metric = ${series}.metric AND ${row}.component IS NOT DISTINCT FROM ${series}.component`;
