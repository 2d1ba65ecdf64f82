/**
 * From an export's text to a declared type, as SQL. Nothing is guessed: a value that doesn't read as its declared type
 * becomes NULL here, and the row a reject in the caller. `value` is an SQL expression that yields trimmed text or NULL.
 * What reads as what stands in docs/values.md.
 */
import type { ColumnType } from './contract.js';
import { readBoolean, readList, readOneOf, readScope } from './typing/choices.js';
import { readMinutes } from './typing/minutes.js';
import { readNumber } from './typing/numbers.js';
import type { ReadingRules } from './typing/rules.js';
import { readDate, readMonth, readTime } from './typing/times.js';

export type { ReadingRules } from './typing/rules.js';
export { readText, trimText } from './typing/text.js';
export { readTime } from './typing/times.js';

/** Instants outside these years are typing errors (0016, 3026), not events of an information system. */
const plausibleTimes = { from: '1970-01-01 00:00:00+00', before: '2200-01-01 00:00:00+00' } as const;

/** The parsed value, or NULL where the text can't be read as the type; `holdRange` comes next. */
export function parseTyped(value: string, type: ColumnType, rules: ReadingRules): string {
  switch (type.is) {
    case 'text':
    case 'id':
      return value;
    case 'oneOf':
      return readOneOf(value, type.values);
    case 'boolean':
      return readBoolean(value);
    case 'integer':
    case 'number':
    case 'real':
      return readNumber(value, type.is, rules);
    case 'minutes':
      return readMinutes(value, rules);
    case 'time':
      return readTime(value, rules);
    case 'date':
      return readDate(value, rules);
    case 'month':
      return readMonth(value, rules);
    case 'list':
      return readList(value, type.values);
    case 'scope':
      return readScope(value, type.kinds);
  }
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
  if (type.is === 'integer' || type.is === 'number' || type.is === 'minutes') {
    if (type.min !== undefined) bounds.push(`${parsed} >= ${type.min}`);
    if (type.max !== undefined) bounds.push(`${parsed} <= ${type.max}`);
  }
  return bounds.length === 0 ? parsed : `CASE WHEN ${bounds.join(' AND ')} THEN ${parsed} END`;
}
