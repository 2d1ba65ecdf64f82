/** The daily roll-up of capacity samples, as SQL: what one day of one series comes to (methods.md, "Capacity"). */

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
 * sums of decimals, since sums of doubles depend on the order in which threads come to them. What is the same for all rows is
 * no part of the key: at thirty million rows each column of it costs half a second.
 */
export function rollQuery(
  { from, given, good, size, doubt, file }: Rows,
  localMicros: (instant: string) => string,
  asOf: string | undefined,
): string {
  const component = given.has('component') ? ['component'] : [];
  const later = asOf === undefined ? [] : ['later'];
  const ofFile = /^\d+$/.test(file) ? [] : ['file'];
  const units = given.has('unit');
  const keys = [...ofFile, 'system_id', 'metric', ...component, 'day', ...later];
  const columns = ['system_id', 'metric', ...component, ...(units ? ['unit'] : []), 'value', 'size', 'doubt'];
  return `
    SELECT ${ofFile[0] ?? file}::INTEGER AS file, system_id, metric, ${component[0] ?? 'NULL::VARCHAR'} AS component, make_date(day) AS day,
      ${later[0] ?? 'CASE WHEN day IS NOT NULL THEN false END'} AS later, samples, total::DOUBLE / samples AS mean, p95, maximum, unit, other_unit,
      coalesce(moments, 0) AS moments, size, doubt
    FROM (
      SELECT ${keys.join(', ')}, count(*) AS samples, sum(TRY_CAST(value AS DECIMAL(38, 12))) AS total, quantile_cont(value, ${highQuantile}) AS p95,
        max(value) AS maximum, ${units ? 'min(unit)' : 'NULL::VARCHAR'} AS unit, ${units ? 'max(unit)' : 'NULL::VARCHAR'} AS other_unit,
        bit_count(bitstring_agg(minute, 0, ${minutesPerDay - 1})) AS moments, sum(size)::BIGINT AS size, bool_or(doubt) AS doubt
      FROM (
        SELECT ${[...ofFile, ...columns].join(', ')}, (local // ${microsecondsPerDay})::INTEGER AS day,
          ((local // ${microsecondsPerMinute}) % ${minutesPerDay})::INTEGER AS minute${asOf === undefined ? '' : ', CASE WHEN local IS NOT NULL THEN later END AS later'}
        FROM (
          SELECT ${[...(ofFile.length > 0 ? [`${file} AS file`] : []), ...columns.slice(0, -2)].join(', ')}, ${size} AS size, ${doubt} AS doubt,
            CASE WHEN ${good} THEN ${localMicros('"at"')} END AS local${asOf === undefined ? '' : `, "at" > ${asOf} AS later`}
          FROM ${from}))
      GROUP BY ${keys.join(', ')})`;
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
