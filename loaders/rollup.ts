/** The daily roll-up of capacity samples, as SQL: what one day of one series comes to (methods.md, "Capacity"). */
import { quoteName } from '../src/duckdb/quote.js';

/** Minutes of a day: moments on whole minutes are told apart by one bit each. */
const minutesPerDay = 1440;
const microsecondsPerDay = 86_400_000_000;
/** methods.md: "mean, p95, max"; interpolated between order statistics as R's default (type 7) has it. */
const highQuantile = 0.95;

/** What names a series; a day of it is one row of the roll-up. */
export const seriesKey = ['system_id', 'metric', 'component'] as const;

/**
 * SELECT with a row per series, local day and side of as-of, over typed rows of `from` (`at`, `value` … and `fate`, `size`).
 * Rows that aren't staged stand together with no day: there `samples` only counts them. `moments` is less than `samples` unless
 * each stands on a minute of its own. Sums are of decimals, since sums of doubles depend on the order of threads.
 */
export function rollQuery(
  from: string,
  given: ReadonlySet<string>,
  { localMicros, asOf, size, fate }: { localMicros: (instant: string) => string; asOf: string; size: string; fate: string },
): string {
  const text = (column: string): string => (given.has(column) ? quoteName(column) : 'NULL::VARCHAR');
  const keys = seriesKey.map((column) => `${text(column)} AS ${column}`).join(', ');
  return `
    SELECT system_id, metric, component, day, later, count(*) AS samples,
      sum(TRY_CAST(value AS DECIMAL(38, 12)))::DOUBLE / count(*) AS mean, quantile_cont(value, ${highQuantile}) AS p95, max(value) AS maximum,
      min(unit) AS unit, max(unit) AS other_unit, bit_count(bitstring_agg(minute, 0, ${minutesPerDay - 1})) AS moments, sum(size)::BIGINT AS size
    FROM (
      SELECT ${keys}, ${text('unit')} AS unit, value, size, CASE WHEN good THEN (local // ${microsecondsPerDay})::INTEGER END AS day,
        CASE WHEN good THEN at > ${asOf} END AS later, ((local // 60000000) % ${minutesPerDay})::INTEGER AS minute
      FROM (SELECT *, ${localMicros('"at"')} AS local, ${fate} AS good, ${size} AS size FROM ${from}))
    GROUP BY ALL`;
}
