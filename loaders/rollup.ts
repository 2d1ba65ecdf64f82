/** The daily roll-up of capacity samples, as SQL: what one day of one series, and each hour of it, comes to (methods.md, "Capacity"). */

/** Moments on whole minutes are told apart by one bit each. */
const minutesPerDay = 1440;
const minutesPerHour = 60;
const hoursOfDay = Array.from({ length: minutesPerDay / minutesPerHour }, (_, hour) => hour);
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
  /** Whether samples of one minute need telling apart; where they don't, `hours` is only right if `moments` equals `samples`. */
  readonly crowded: boolean;
  readonly file: string;
}

/**
 * SELECT with a row per file, series, local day and side of as-of. Rows that are no samples stand together without a day: there
 * `samples` only counts them. `moments` is less than `samples` unless each stands on a minute of its own. Means are made of
 * sums of decimals, since sums of doubles depend on the order in which threads come to them. What is the same for all rows is
 * no part of the key: at thirty million rows each column of it costs half a second.
 *
 * `hours` lists the day's hours that have samples. They are summed beside the day, since rows of their own would cost more: grouped by
 * hour first, with the values kept for the percentile, thirty million samples don't fit into a gigabyte; a second grouping set, or a
 * second pass, doubles the time; 24 filtered sums add 1.1 s, and their counts are in the bits of the minutes already.
 * Between two equal values the percentile's line can come out a bit above them: it is never above the maximum.
 * An hour that clocks repeat is one hour with the samples of both; one that they skip isn't there.
 */
export function rollQuery(
  { from, given, good, size, doubt, crowded, file }: Rows,
  localMicros: (instant: string) => string,
  asOf: string | undefined,
): string {
  const component = given.has('component') ? ['component'] : [];
  const later = asOf === undefined ? [] : ['later'];
  const ofFile = /^\d+$/.test(file) ? [] : ['file'];
  const units = given.has('unit');
  const sums = (aggregate: string): string =>
    hoursOfDay.map((hour) => `${aggregate} FILTER (hour = ${hour})`).join(', ');
  const keys = [...ofFile, 'system_id', 'metric', ...component, 'day', ...later];
  const columns = ['system_id', 'metric', ...component, ...(units ? ['unit'] : []), 'value', 'size', 'doubt'];
  return `
    SELECT ${ofFile[0] ?? file}::INTEGER AS file, system_id, metric, ${component[0] ?? 'NULL::VARCHAR'} AS component, make_date(day) AS day,
      ${later[0] ?? 'CASE WHEN day IS NOT NULL THEN false END'} AS later, samples, list_sum(totals)::DOUBLE / samples AS mean, least(p95, maximum) AS p95, maximum, unit, other_unit,
      coalesce(bit_count(minutes), 0) AS moments, size, doubt, ${hoursList} AS hours
    FROM (SELECT *, ${crowded ? 'hour_counts' : countsOfMinutes} AS counts FROM (
      SELECT ${keys.join(', ')}, count(*) AS samples, [${sums(`sum(exact)`)}] AS totals, ${crowded ? `[${sums('count(*)')}] AS hour_counts, ` : ''}quantile_cont(value, ${highQuantile}) AS p95,
        max(value) AS maximum, ${units ? 'min(unit)' : 'NULL::VARCHAR'} AS unit, ${units ? 'max(unit)' : 'NULL::VARCHAR'} AS other_unit,
        bitstring_agg(minute, 0, ${minutesPerDay - 1}) AS minutes, sum(size)::BIGINT AS size, bool_or(doubt) AS doubt
      FROM (SELECT *, (minute // ${minutesPerHour})::UTINYINT AS hour, TRY_CAST(value AS DECIMAL(38, 12)) AS exact FROM (
        SELECT ${[...ofFile, ...columns].join(', ')}, (local // ${microsecondsPerDay})::INTEGER AS day,
          ((local // ${microsecondsPerMinute}) % ${minutesPerDay})::INTEGER AS minute${asOf === undefined ? '' : ', CASE WHEN local IS NOT NULL THEN later END AS later'}
        FROM (
          SELECT ${[...(ofFile.length > 0 ? [`${file} AS file`] : []), ...columns.slice(0, -2)].join(', ')}, ${size} AS size, ${doubt} AS doubt,
            CASE WHEN ${good} THEN ${localMicros('"at"')} END AS local${asOf === undefined ? '' : `, "at" > ${asOf} AS later`}
          FROM ${from})))
      GROUP BY ${keys.join(', ')}))`;
}

/** SQL for the number of samples in each hour of a day of which each stands on a minute of its own. */
const countsOfMinutes = `[${hoursOfDay
  .map((hour) => {
    const [before, after] = [hour * minutesPerHour, minutesPerDay - (hour + 1) * minutesPerHour];
    return `bit_count(minutes & (repeat('0', ${before}) || repeat('1', ${minutesPerHour}) || repeat('0', ${after}))::BIT)`;
  })
  .join(', ')}]`;

/** SQL for the hours of a day that have samples: `{hour, samples, mean}`. */
const hoursList = `list_filter(list_transform(range(${hoursOfDay.length}),
        h -> {'hour': h::UTINYINT, 'samples': counts[h + 1]::BIGINT, 'mean': totals[h + 1]::DOUBLE / counts[h + 1]}), h -> h.samples > 0)`;

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
