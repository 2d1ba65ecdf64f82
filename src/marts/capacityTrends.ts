/** When a series will reach its limit (methods.md, "capacity_days_to_limit"). */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { type Crossing, crossLimit, type Trend, theilSen } from '../stats/theilSen.js';
import { ofSeries } from './capacity.js';
import type { Mart } from './mart.js';
import { insertRows, numberOf } from './rows.js';

/** methods.md: "over the last 90 days (28 at least)". */
export const trendDays = 90;
const leastDays = 28;
/** Beyond a hundred years a date means nothing, and a calendar ends somewhere. */
const datedDays = 36_525;

/**
 * `status`: empty where there is a date, `not_applicable` where the interval of the slope includes no approach, `no_data` with too few
 * days. Days are counted from the month's last day (as-of's, if earlier); 0: the line has reached the limit.
 */
export const capacityTrends: Mart = {
  name: 'capacity_trends',
  grain: {
    ja: '1行は1系列の1か月末における、しきい値到達の見通し',
    en: 'one row per month and series that has a limit and samples within the 90 days up to the month’s end: when it will reach it',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::BIGINT AS series, NULL::BIGINT AS days, NULL::VARCHAR AS status, NULL::DOUBLE AS slope, NULL::DOUBLE AS slope_lower,
      NULL::DOUBLE AS slope_upper, NULL::DOUBLE AS level, NULL::DOUBLE AS days_to_limit, NULL::DOUBLE AS lower, NULL::DOUBLE AS upper,
      NULL::DATE AS reached_on, NULL::DATE AS earliest_on, NULL::DATE AS latest_on LIMIT 0`,
  compute: async (db) => {
    const months = await db.rows<MonthEnd>(
      `SELECT month, last_day - DATE '1970-01-01' AS "end" FROM mart.months ORDER BY month`,
    );
    const [{ batches } = { batches: 0 }] = await db.rows<{ batches: number }>(
      'SELECT coalesce(max(batch) + 1, 0) AS batches FROM mart.capacity_series WHERE "limit" IS NOT NULL',
    );
    for (let batch = 0; batch < batches; batch++) {
      const rows: string[] = [];
      for (const series of await readSeries(db, batch))
        for (const month of months) rows.push(...trendRow(series, month));
      await insertRows(db, 'mart.capacity_trends', rows, dated);
    }
  },
  checks: [
    'SELECT month, series FROM mart.capacity_trends GROUP BY ALL HAVING count(*) > 1',
    `SELECT 1 FROM mart.capacity_trends WHERE (status = '') <> (days_to_limit IS NOT NULL) OR days_to_limit < 0 OR lower > days_to_limit OR upper < days_to_limit`,
  ],
};

interface MonthEnd {
  readonly month: string;
  /** Its last day, since 1970. */
  readonly end: number;
}

interface Series {
  readonly series: number;
  readonly limit: number;
  readonly direction: 'above' | 'below';
  /** Since 1970, ascending. */
  readonly days: number[];
  readonly p95: number[];
}

async function readSeries(db: Database, batch: number): Promise<Series[]> {
  const rows = await db.rows<Omit<Series, 'days' | 'p95'> & { day: number; p95: number }>(
    `SELECT s.series, s."limit" AS "limit", s.direction, d.day - DATE '1970-01-01' AS day, d.p95
     FROM mart.capacity_series s JOIN mart.capacity_days d ON ${ofSeries('d', 's')}
     WHERE s."limit" IS NOT NULL AND s.batch = ${batch} ORDER BY s.series, d.day`,
  );
  const found: Series[] = [];
  for (const { series, limit, direction, day, p95 } of rows) {
    if (found.at(-1)?.series !== series) found.push({ series, limit, direction, days: [], p95: [] });
    const last = found.at(-1)!;
    last.days.push(day);
    last.p95.push(p95);
  }
  return found;
}

/** None where the series has no day within the window. */
function trendRow({ series, limit, direction, days, p95 }: Series, { month, end }: MonthEnd): string[] {
  const from = days.findIndex((day) => day > end - trendDays);
  const after = days.findIndex((day) => day > end);
  const [x, y] = [days, p95].map((list) =>
    from < 0 ? [] : list.slice(from, after < 0 ? undefined : after),
  ) as [number[], number[]];
  if (x.length === 0) return [];
  const key = `${quoteText(month)}, ${series}, ${x.length}`;
  const none = numberOf(null);
  if (x.length < leastDays) return [`${key}, 'no_data', ${Array(7).fill(none).join(', ')}`];
  const trend = theilSen(x, y)!;
  const crossing = crossLimit(trend, limit, direction, end);
  const status = crossing === undefined ? 'not_applicable' : '';
  return [`${key}, ${quoteText(status)}, ${numbersOf(trend, crossing, end).map(numberOf).join(', ')}`];
}

const numbersOf = (trend: Trend, crossing: Crossing | undefined, end: number): (number | null)[] => [
  trend.slope,
  trend.lower?.slope ?? null,
  trend.upper?.slope ?? null,
  trend.intercept + trend.slope * end,
  crossing?.value ?? null,
  crossing?.soonest ?? null,
  crossing?.latest ?? null,
];

/** A day is reached when it is over the line: 0.5 days from the last day is the next one. */
const dated = (rows: string): string => `
  SELECT r.*, ${['days_to_limit', 'lower', 'upper'].map((days) => `CASE WHEN r.${days} <= ${datedDays} THEN m.last_day + CAST(ceil(r.${days}) AS INTEGER) END`).join(', ')}
  FROM ${rows} r(month, series, days, status, slope, slope_lower, slope_upper, level, days_to_limit, lower, upper) JOIN mart.months m ON m.month = r.month
  ORDER BY r.series, r.month`;
