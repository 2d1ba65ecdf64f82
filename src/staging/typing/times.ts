/**
 * Instants, days and months. The common reading of clean exports, ISO 8601, stands first; the others are only come to where
 * it doesn't read. Nothing here begins with a day or a month unless a format says so.
 */
import type { Database } from '../../duckdb/database.js';
import { quoteText } from '../../duckdb/quote.js';
import { bind, fold, foldText } from './fold.js';
import { readJapanese, readJapaneseMonth } from './japanese.js';
import { dayOrMonthFirst, formatsOf, isoDates, japaneseDates, type ReadingRules } from './rules.js';

/** ISO 8601 calendar dates with an optional time of day and zone; ordinal and week dates aren't met in exports. */
const isoPattern = String.raw`^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.]\d{1,6}\d*)?)?)?(Z|z|[+-](0\d|1[0-4])(:?[0-5]\d)?)?$`;
/** The same without a zone: most of what comes. */
const localPattern = String.raw`^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.]\d+)?)?)?$`;
const zonePattern = String.raw`(Z|z|:\d{2}[+-]\d{2}(:?\d{2})?|\.\d+[+-]\d{2}(:?\d{2})?)$`;
/** DuckDB reads a zone only after seconds, and only a capital Z. */
const shortTime = String.raw`([T ]\d{2}:\d{2})(Z|z|[+-])`;
const dayPattern = String.raw`^\d{4}-\d{2}-\d{2}$`;
const monthPattern = String.raw`^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$`;

const matches = (value: string, pattern: string): string => `regexp_matches(${value}, ${quoteText(pattern)})`;
const firstOf = (readings: readonly string[]): string =>
  readings.length === 1 ? readings[0]! : `coalesce(${readings.join(', ')})`;

/** An instant, or NULL: by the declared formats in their order, else ISO 8601 and the forms of `japanese`. */
export const readTime = (value: string, rules: ReadingRules): string => readMoment(value, rules, false);

/** A local day, or NULL. A day without a time of day needs no zone. */
export function readDate(value: string, rules: ReadingRules): string {
  const moment = `CAST(timezone(${quoteText(rules.timezone)}, ${readMoment(value, rules, true)}) AS DATE)`;
  return formatsOf(rules)[0] === isoDates
    ? `CASE WHEN ${matches(value, dayPattern)} THEN try_cast(${value} AS DATE) ELSE ${moment} END`
    : moment;
}

/** A month as `YYYY-MM`, or NULL. */
export function readMonth(value: string, rules: ReadingRules): string {
  const plausible = (text: string): string => `CASE WHEN ${matches(text, monthPattern)} THEN ${text} END`;
  const readings = formatsOf(rules).map((format) => {
    if (format === isoDates) return plausible(value);
    if (format === japaneseDates)
      return bind(bind(fold(value), 't', readJapaneseMonth('t')), 'm', plausible('m'));
    const moment = readMoment(value, { ...rules, format: [format] }, false);
    return `strftime(timezone(${quoteText(rules.timezone)}, ${moment}), '%Y-%m')`;
  });
  return firstOf(readings);
}

/** `compact`: whether `japanese` reads 20260401, which as an instant could be any number. */
function readMoment(value: string, rules: ReadingRules, compact: boolean): string {
  // Which of both orders it is was found over the whole column (loaders/evidence.ts), or the value doesn't read.
  const formats = formatsOf(rules).filter((format) => format !== dayOrMonthFirst);
  if (formats.length === 0) return 'NULL::TIMESTAMPTZ';
  const reading = (text: string, format: string): string => {
    if (format === isoDates) return readIso(text, rules.timezone);
    if (format === japaneseDates) return localTo(rules.timezone, readJapanese(text, compact));
    return readFormat(text, format, rules.timezone);
  };
  const japanese = formats.indexOf(japaneseDates);
  // As written, as far as no reading needs the folded text; then folded, all of them in their order.
  const written = formats.slice(0, japanese < 0 ? undefined : japanese).map((f) => reading(value, f));
  const folded = firstOf(formats.map((f) => reading('t', foldText(f))));
  return firstOf([...written, `CASE WHEN ${value} IS NOT NULL THEN ${bind(fold(value), 't', folded)} END`]);
}

const localTo = (timezone: string, timestamp: string): string =>
  `timezone(${quoteText(timezone)}, ${timestamp})`;

/**
 * A zone whose clocks have stood still since 1970 (Asia/Tokyo) needs no calendar: its offset in microseconds, else undefined.
 * Asked of DuckDB for every day on which an instant is plausible: no zone has changed its clocks and back within one.
 */
async function constantOffset(db: Database, timezone: string): Promise<number | undefined> {
  const offset = `epoch_us(timezone(${quoteText(timezone)}, t)) - epoch_us(t)`;
  const [found] = await db.rows<{ low: number; high: number }>(
    `SELECT min(${offset}) AS low, max(${offset}) AS high
     FROM generate_series(TIMESTAMPTZ '1970-01-01 00:00:00+00', TIMESTAMPTZ '2200-01-01 00:00:00+00', INTERVAL 1 DAY) AS s(t)`,
  );
  return found!.low === found!.high ? found!.low : undefined;
}

/** Makes SQL for the microseconds that a zone's wall clock shows at an instant, counted from the start of 1970. */
export async function localMicrosIn(db: Database, timezone: string): Promise<(instant: string) => string> {
  const offset = await constantOffset(db, timezone);
  return offset === undefined
    ? (instant) => `epoch_us(timezone(${quoteText(timezone)}, ${instant}))`
    : (instant) => `(epoch_us(${instant}) + ${offset})`;
}

function readIso(text: string, timezone: string): string {
  const zoned = `try_cast(regexp_replace(replace(${text}, 'z', 'Z'), ${quoteText(shortTime)}, '\\1:00\\2') AS TIMESTAMPTZ)`;
  return `CASE WHEN ${matches(text, localPattern)} THEN ${localTo(timezone, `try_cast(${text} AS TIMESTAMP)`)}
      WHEN ${matches(text, isoPattern)} AND ${matches(text, zonePattern)} THEN ${zoned} END`;
}

function readFormat(text: string, format: string, timezone: string): string {
  const parsed = `try_strptime(${text}, ${quoteText(format)})`;
  // %z is an offset, %Z a zone's name; %% is a plain percent sign.
  const directives = format.replaceAll('%%', '');
  if (/%[zZ]/.test(directives)) return parsed;
  // A literal Z at the end is ISO 8601's sign for UTC, not decoration.
  return localTo(directives.endsWith('Z') ? 'UTC' : timezone, parsed);
}
