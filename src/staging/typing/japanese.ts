/**
 * The dates that people in Japan write by hand, year first or by era: nothing here reads in two ways. Local times, to the
 * end of the day (24:00 is the next day's beginning, as in ISO 8601). `t` is an SQL name of a folded text.
 */
import { quoteText } from '../../duckdb/quote.js';
import { byEra, eraNames } from './eras.js';
import { bind } from './fold.js';

/** 2026/4/1, 2026-4-1, 2026.4.1, 2026年4月1日, 令和8年4月1日, R8.4.1; then a weekday in brackets, which says nothing new. */
const dayPart = `(${eraNames})? ?(\\d{1,4}|元)(?: ?年 ?|([/.-]))(\\d{1,2})(?: ?月 ?|([/.-]))(\\d{1,2})(?: ?(日))?(?: ?(\\([月火水木金土日][^()]{0,4}\\)))?`;
/** 9:05, 9:05:07.25, 9時, 9時05分07秒, 午後3時5分, 午後 3:05, 3:05 PM. */
const clockPart = `( +|T)?(?:(午前|午後) ?)?(\\d{1,2})(?::(\\d{2})(?::(\\d{2}(?:[.]\\d{1,9})?))?(?: ?([AaPp])[Mm])?|( ?時)(?: ?(\\d{1,2}) ?分(?: ?(\\d{1,2}) ?秒)?)?)`;
const timePattern = `^${dayPart}(?:${clockPart})?$`;
const timeGroups =
  'era year sep month sep2 day mark week glue half hour minute second meridiem kanji minutes seconds'.split(
    ' ',
  );
/** 2026年4月, 2026/04, 2026-4, 令和8年4月, R8.4. Not 2026.4, which a spreadsheet makes of 2026.40 as well as of 2026.4. */
const monthPattern = `^(${eraNames})? ?(\\d{1,4}|元)(?: ?年 ?(\\d{1,2}) ?月|([/.-])(\\d{1,2}))$`;
const monthGroups = ['era', 'year', 'month', 'sep', 'other'];
const compactDay = String.raw`^\d{8}$`;
const compactMonth = String.raw`^\d{6}$`;

const list = (names: readonly string[]): string => `[${names.map((n) => `'${n}'`).join(', ')}]`;
const extract = (t: string, pattern: string, groups: readonly string[]): string =>
  `regexp_extract(${t}, ${quoteText(pattern)}, ${list(groups)})`;

/** An era's years have one or two digits, all others four. */
const yearFits = `(CASE WHEN g_.era = '' THEN length(g_.year) = 4 ELSE length(g_.year) <= 2 END)`;
const western = `(CASE WHEN g_.year = '元' THEN 1 ELSE try_cast(g_.year AS INTEGER) END + ${byEra('g_.era', (era) => String(era.before), '0')})`;

/** Without a clock's AM and PM, 12時 of the morning or afternoon is noon to some and midnight to others: not read. */
const hour = `(CASE
    WHEN g_.half = '' AND g_.meridiem = '' THEN try_cast(g_.hour AS INTEGER)
    WHEN g_.half <> '' AND g_.meridiem <> '' THEN NULL
    WHEN try_cast(g_.hour AS INTEGER) > 12 OR (g_.kanji <> '' AND g_.hour = '12') OR (g_.meridiem <> '' AND try_cast(g_.hour AS INTEGER) = 0) THEN NULL
    ELSE try_cast(g_.hour AS INTEGER) % 12 + CASE WHEN g_.half = '午後' OR upper(g_.meridiem) = 'P' THEN 12 ELSE 0 END END)`;

/**
 * SQL: a TIMESTAMP, or NULL. `compact` lets 20260401 be a day. With `anyEra` an era's date outside of its era reads too:
 * for finding out why a value doesn't read.
 */
export function readJapanese(t: string, compact: boolean, anyEra = false): string {
  const fits = `g_.year <> '' AND ${yearFits} AND g_.sep = g_.sep2 AND (g_.sep = '') = (g_.mark <> '')
      AND (g_.hour = '' OR g_.glue <> '' OR g_.mark <> '' OR g_.week <> '')`;
  const day = `try_cast(lpad(${western}::VARCHAR, 4, '0') || '-' || g_.month || '-' || g_.day AS DATE)`;
  const minute = `CASE WHEN g_.kanji = '' THEN g_.minute ELSE coalesce(nullif(g_.minutes, ''), '0') END`;
  const second = `coalesce(nullif(g_.second, ''), nullif(g_.seconds, ''), '0')`;
  const time = `try_cast(d_::VARCHAR || ' ' || CASE WHEN g_.hour = '' THEN '0:00:00' ELSE ${hour} || ':' || ${minute} || ':' || ${second} END AS TIMESTAMP)`;
  const inEra = byEra('g_.era', (era) => `d_ BETWEEN DATE '${era.from}' AND DATE '${era.to}'`, 'true');
  const held = anyEra ? time : `CASE WHEN ${inEra} THEN ${time} END`;
  const reading = bind(
    extract(t, timePattern, timeGroups),
    'g_',
    `CASE WHEN ${fits} THEN ${bind(day, 'd_', held)} END`,
  );
  if (!compact) return reading;
  return `CASE WHEN regexp_matches(${t}, ${quoteText(compactDay)}) THEN try_cast(left(${t}, 4) || '-' || substr(${t}, 5, 2) || '-' || right(${t}, 2) AS TIMESTAMP) ELSE ${reading} END`;
}

/** SQL: `YYYY-MM`, or NULL. An era's month is one of which at least a day is the era's. */
export function readJapaneseMonth(t: string, anyEra = false): string {
  const first = `try_cast(lpad(${western}::VARCHAR, 4, '0') || '-' || g_.month || g_.other || '-1' AS DATE)`;
  const inEra = byEra(
    'g_.era',
    (era) => `last_day(d_) >= DATE '${era.from}' AND d_ <= DATE '${era.to}'`,
    `g_.sep <> '.'`,
  );
  const text = `strftime(d_, '%Y-%m')`;
  const reading = bind(
    extract(t, monthPattern, monthGroups),
    'g_',
    `CASE WHEN g_.year <> '' AND ${yearFits} THEN ${bind(first, 'd_', anyEra ? text : `CASE WHEN ${inEra} THEN ${text} END`)} END`,
  );
  return `CASE WHEN regexp_matches(${t}, ${quoteText(compactMonth)}) THEN left(${t}, 4) || '-' || right(${t}, 2) ELSE ${reading} END`;
}
