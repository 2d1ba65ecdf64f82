/** The daily roll-up of capacity samples, as SQL: what one day of one series comes to (methods.md, "Capacity"). */
import { quoteName } from '../src/duckdb/quote.js';

/** Moments on whole minutes are told apart by one bit each. */
const minutesPerDay = 1440;
const microsecondsPerMinute = 60_000_000;
const microsecondsPerDay = minutesPerDay * microsecondsPerMinute;
/** methods.md: daily "p95"; between two order statistics it lies on the line between them (R's type 7). */
const highQuantile = 0.95;

/** What names a series; a day of it is one row of the roll-up. */
export const seriesKey = ['system_id', 'metric', 'component'] as const;

/** How the typed rows of a roll-up are to be understood. */
export interface Rows {
  /** SQL for FROM. */
  readonly from: string;
  /** Columns that it has of the optional ones. */
  readonly given: ReadonlySet<string>;
  /** SQL condition: the row is a sample. */
  readonly good: string;
  /** SQL for the bytes that the row takes up, 0 where nobody asks. */
  readonly size: string;
  /** SQL for whether the file needs a look at its raw rows, `false` where it had one. */
  readonly doubt: string;
  readonly file: string;
}

/**
 * SELECT with a row per file, series, local day and side of as-of. Rows that are no samples stand together without a day: there
 * `samples` only counts them. `moments` is less than `samples` unless each stands on a minute of its own. Means are made of
 * sums of decimals, since sums of doubles depend on the order in which threads come to them.
 */
export function rollQuery(
  { from, given, good, size, doubt, file }: Rows,
  localMicros: (instant: string) => string,
  asOf: string | undefined,
): string {
  const text = (column: string): string => (given.has(column) ? quoteName(column) : 'NULL::VARCHAR');
  const later = asOf === undefined ? 'false' : `"at" > ${asOf}`;
  return `
    SELECT file, system_id, metric, component, make_date(day) AS day, later, count(*) AS samples,
      sum(TRY_CAST(value AS DECIMAL(38, 12)))::DOUBLE / count(*) AS mean, quantile_cont(value, ${highQuantile}) AS p95, max(value) AS maximum,
      min(unit) AS unit, max(unit) AS other_unit, coalesce(bit_count(bitstring_agg(minute, 0, ${minutesPerDay - 1})), 0) AS moments,
      sum(size)::BIGINT AS size, bool_or(doubt) AS doubt
    FROM (
      SELECT file, system_id, metric, component, unit, value, size, doubt, CASE WHEN good THEN (local // ${microsecondsPerDay})::INTEGER END AS day,
        CASE WHEN good THEN later END AS later, CASE WHEN good THEN ((local // ${microsecondsPerMinute}) % ${minutesPerDay})::INTEGER END AS minute
      FROM (
        SELECT ${file}::INTEGER AS file, system_id, metric, ${text('component')} AS component, ${text('unit')} AS unit, value, ${size} AS size, ${doubt} AS doubt,
          ${localMicros('"at"')} AS local, ${later} AS later, coalesce(${good}, false) AS good
        FROM ${from}))
    GROUP BY ALL`;
}

/** SQL condition: two relations speak of the same day of the same series. */
export const sameDay = (a: string, b: string): string =>
  [
    ...seriesKey.slice(0, 2).map((k) => `${a}.${k} = ${b}.${k}`),
    `${a}.component IS NOT DISTINCT FROM ${b}.component`,
    `${a}.day = ${b}.day`,
  ].join(' AND ');

/** SQL for a local day, from what `localMicros` gives. */
export const localDay = (micros: string): string =>
  `make_date((${micros} // ${microsecondsPerDay})::INTEGER)`;
