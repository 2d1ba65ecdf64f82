/**
 * From an export's text to a declared type, as SQL. Nothing is guessed: a value that doesn't read as its declared type
 * becomes NULL here, and the row a reject in the caller. `value` is an SQL expression that yields trimmed text or NULL.
 */
import { quoteList, quoteText } from '../duckdb/quote.js';
import type { ColumnType } from './contract.js';

export interface ReadingRules {
  readonly timezone: string;
  /** strptime formats; none means ISO 8601. */
  readonly format?: readonly string[] | undefined;
}

/** Instants outside these years are typing errors (0016, 3026), not events of an information system. */
const plausibleTimes = { from: '1970-01-01 00:00:00+00', before: '2200-01-01 00:00:00+00' } as const;

/** ISO 8601 calendar dates with an optional time of day and zone; ordinal and week dates aren't met in exports. */
const isoPattern = String.raw`^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.]\d{1,6}\d*)?)?)?(Z|z|[+-](0\d|1[0-4])(:?[0-5]\d)?)?$`;
const zonePattern = String.raw`(Z|z|:\d{2}[+-]\d{2}(:?\d{2})?|\.\d+[+-]\d{2}(:?\d{2})?)$`;
/** DuckDB reads a zone only after seconds, and only a capital Z. */
const shortTime = String.raw`([T ]\d{2}:\d{2})(Z|z|[+-])`;
const integerPattern = String.raw`^[+-]?\d{1,18}$`;
const numberPattern = String.raw`^[+-]?(\d{1,17}(\.\d*)?|\.\d+)$`;
/** Measurements come in exponent notation too; NaN and Infinity are no measurements. */
const realPattern = String.raw`^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$`;
const monthPattern = String.raw`^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$`;
/** The contract's `true/false`, and what people write for them. */
const truths = ['true', '1', 'yes', 'y', '○', '〇', '◯', 'はい', '有'];
const falsehoods = ['false', '0', 'no', 'n', '×', '✕', 'いいえ', '無'];

/** The parsed value, or NULL where the text can't be read as the type; `holdRange` comes next. */
export function parseTyped(value: string, type: ColumnType, rules: ReadingRules): string {
  switch (type.is) {
    case 'text':
    case 'id':
      return value;
    case 'oneOf':
      return `CASE WHEN lower(${value}) IN ${quoteList(type.values.map((v) => v.toLowerCase()))} THEN ${canonicalCase(value, type.values)} END`;
    case 'boolean':
      return `CASE WHEN lower(${value}) IN ${quoteList(truths)} THEN true WHEN lower(${value}) IN ${quoteList(falsehoods)} THEN false END`;
    case 'integer':
      return `try_cast(CASE WHEN regexp_matches(${value}, ${quoteText(integerPattern)}) THEN ${value} END AS BIGINT)`;
    case 'number':
      return `try_cast(CASE WHEN regexp_matches(${value}, ${quoteText(numberPattern)}) THEN ${value} END AS DECIMAL(24,6))`;
    case 'time':
      return readTime(value, rules);
    case 'real':
      return `CASE WHEN regexp_matches(${value}, ${quoteText(realPattern)}) THEN try_cast(${value} AS DOUBLE) END`;
    case 'month':
      return rules.format?.length
        ? `strftime(timezone(${quoteText(rules.timezone)}, ${readTime(value, rules)}), '%Y-%m')`
        : `CASE WHEN regexp_matches(${value}, ${quoteText(monthPattern)}) THEN ${value} END`;
    case 'list':
      return readList(value, type.values);
    case 'scope':
      return `CASE WHEN ${scopeConditions(value, type.kinds)} THEN ${value} END`;
    case 'date':
      return `CAST(timezone(${quoteText(rules.timezone)}, ${readTime(value, rules)}) AS DATE)`;
  }
}

/** Each part must be of the list; the parts stand without spaces between, in the export's order. */
function readList(value: string, values: readonly string[]): string {
  const parts = `list_filter(list_transform(string_split(lower(${value}), ';'), lambda x: trim(x)), lambda x: x <> '')`;
  return `CASE WHEN len(list_filter(${parts}, lambda x: x NOT IN ${quoteList(values)})) = 0 THEN nullif(array_to_string(${parts}, ';'), '') END`;
}

/** `group` stands alone; every other kind needs an id behind its colon. */
function scopeConditions(value: string, kinds: readonly string[]): string {
  return kinds
    .map((kind) =>
      kind === 'group'
        ? `${value} = 'group'`
        : `(starts_with(${value}, '${kind}:') AND length(${value}) > ${kind.length + 1})`,
    )
    .join(' OR ');
}

/** An instant, or NULL: by the declared formats in their order, else ISO 8601. */
export function readTime(value: string, rules: ReadingRules): string {
  const zone = quoteText(rules.timezone);
  const local = (timestamp: string): string => `timezone(${zone}, ${timestamp})`;
  const readings = rules.format?.length
    ? rules.format.map((format) => {
        const parsed = `try_strptime(${value}, ${quoteText(format)})`;
        // %z is an offset, %Z a zone's name; %% is a plain percent sign.
        const directives = format.replaceAll('%%', '');
        if (/%[zZ]/.test(directives)) return parsed;
        // A literal Z at the end is ISO 8601's sign for UTC, not decoration.
        return directives.endsWith('Z') ? `timezone('UTC', ${parsed})` : local(parsed);
      })
    : [
        `CASE WHEN NOT regexp_matches(${value}, ${quoteText(isoPattern)}) THEN NULL
          WHEN regexp_matches(${value}, ${quoteText(zonePattern)}) THEN try_cast(regexp_replace(replace(${value}, 'z', 'Z'), ${quoteText(shortTime)}, '\\1:00\\2') AS TIMESTAMPTZ)
          ELSE ${local(`try_cast(${value} AS TIMESTAMP)`)} END`,
      ];
  return readings.length === 1 ? readings[0]! : `coalesce(${readings.join(', ')})`;
}

/** The parsed value where its type's range allows it, else NULL. `parsed` is a column, since it stands here twice. */
export function holdRange(parsed: string, type: ColumnType): string {
  const bounds: string[] = [];
  if (type.is === 'time')
    bounds.push(
      `${parsed} >= TIMESTAMPTZ '${plausibleTimes.from}'`,
      `${parsed} < TIMESTAMPTZ '${plausibleTimes.before}'`,
    );
  // 9999-12-31 is how many systems write "without end".
  if (type.is === 'date') bounds.push(`${parsed} >= DATE '1900-01-01'`, `${parsed} <= DATE '9999-12-31'`);
  if ((type.is === 'integer' || type.is === 'number') && type.min !== undefined)
    bounds.push(`${parsed} >= ${type.min}`);
  if ((type.is === 'integer' || type.is === 'number') && type.max !== undefined)
    bounds.push(`${parsed} <= ${type.max}`);
  return bounds.length === 0 ? parsed : `CASE WHEN ${bounds.join(' AND ')} THEN ${parsed} END`;
}

/** Value lists are matched without regard to case and staged in the contract's spelling (AAA stays AAA). */
function canonicalCase(value: string, values: readonly string[]): string {
  if (values.every((v) => v === v.toLowerCase())) return `lower(${value})`;
  return `CASE lower(${value}) ${values.map((v) => `WHEN ${quoteText(v.toLowerCase())} THEN ${quoteText(v)}`).join(' ')} END`;
}

/** Ideographic and no-break spaces come with hand-kept lists. */
const whiteSpace = ' \t\r\n\u3000\u00a0';

/** The same white space off a text that is not in the database. */
export function trimText(text: string): string {
  const points = [...text];
  const inner = (c: string): boolean => !whiteSpace.includes(c);
  return points.slice(points.findIndex(inner), points.findLastIndex(inner) + 1).join('');
}

/** White space of both widths off both ends; the empty text and the source's own words for "missing" are NULL. */
export function readText(value: string, missing: readonly string[]): string {
  const trimmed = `trim(${value}, ${quoteText(whiteSpace)})`;
  const absent = ['', ...missing].map(quoteText);
  return absent.length === 1
    ? `nullif(${trimmed}, '')`
    : `CASE WHEN ${trimmed} NOT IN (${absent.join(', ')}) THEN ${trimmed} END`;
}
