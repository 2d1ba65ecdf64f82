/** Lengths of time, in minutes: a plain number is minutes; every other form says its units itself. To a millionth of a minute. */
import { quoteText } from '../../duckdb/quote.js';
import { bind } from './fold.js';
import { amountPattern, normalize, plainNumber, readNumber } from './numbers.js';
import type { ReadingRules } from './rules.js';

/** Up to ten million of each: all sums stay exact. */
const amount = String.raw`(\d{1,7}(?:[.]\d{1,6})?|\d{1,3},\d{3}(?:[.]\d{1,6})?)`;
const part = (words: string): string => `(?:${amount} ?(?:${words}) ?)?`;
/** 1日2時間3分, 90分, 1h 30m, 2 hours, 45 min; in lower case. */
const spoken = `^${part('日|days?|d')}${part('時間|hours?|hrs?|h')}${part('分間?|minutes?|mins?|m')}${part('秒間?|seconds?|secs?|s')}$`;
/** ISO 8601, of days, hours, minutes and seconds: months and years have no length. */
const iso = `^p(?:${amount}d)?(?:t(?:${amount}h)?(?:${amount}m)?(?:${amount}s)?)?$`;
/** h:mm or h:mm:ss; sixty minutes are an hour, so 1:75 is a mistake. */
const clock = String.raw`^(\d{1,5}):([0-5]\d)(?::([0-5]\d))?$`;

/** Minutes as an exact decimal, or NULL. Declared units count alone, with minutes as what they are factors of. */
export function readMinutes(value: string, rules: ReadingRules): string {
  if (rules.units) return readNumber(value, 'number', rules);
  const bare = `^[+-]?${amountPattern}$`;
  const spans = [
    readParts(clock, ['hours', 'minutes', 'seconds']),
    readParts(spoken, ['days', 'hours', 'minutes', 'seconds']),
    readParts(iso, ['days', 'hours', 'minutes', 'seconds']),
  ];
  const other = `CASE WHEN regexp_matches(t, ${quoteText(bare)}) THEN try_cast(replace(t, ',', '') AS DECIMAL(24,6)) ELSE coalesce(${spans.join(', ')}) END`;
  const odd = bind(`lower(${normalize(value, rules.decimal)})`, 't', other);
  return plainNumber(value, rules.decimal === ',', `CASE WHEN ${value} IS NOT NULL THEN ${odd} END`);
}

const secondsIn = { days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const;
type Part = keyof typeof secondsIn;

/** SQL: the minutes of a text `t` of the pattern, NULL for another text and for one without any part. */
function readParts(pattern: string, parts: readonly Part[]): string {
  const names = parts.map((p) => `'${p}'`).join(', ');
  const seconds = parts.map(
    (p) => `coalesce(try_cast(replace(g.${p}, ',', '') AS DECIMAL(24,6)), 0) * ${secondsIn[p]}`,
  );
  // In whole microseconds and microminutes: a quotient of decimals would be a double.
  const minutes = `CAST(((CAST((${seconds.join(' + ')}) * 1000000 AS HUGEINT) + 30) // 60) AS DECIMAL(24,0)) * 0.000001::DECIMAL(7,6)`;
  return bind(
    `regexp_extract(t, ${quoteText(pattern)}, [${names}])`,
    'g',
    `CASE WHEN ${parts.map((p) => `g.${p}`).join(' || ')} <> '' THEN CAST(${minutes} AS DECIMAL(24,6)) END`,
  );
}
