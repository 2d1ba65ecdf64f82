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
const yearFits = `(CASE WHEN g.era = '' THEN length(g.year) = 4 ELSE length(g.year) <= 2 END)`;
const western = `(CASE WHEN g.year = '元' THEN 1 ELSE try_cast(g.year AS INTEGER) END + ${byEra('g.era', (era) => String(era.before), '0')})`;

/** Without a clock's AM and PM, 12時 of the morning or afternoon is noon to some and midnight to others: not read. */
const hour = `(CASE
    WHEN g.half = '' AND g.meridiem = '' THEN try_cast(g.hour AS INTEGER)
    WHEN g.half <> '' AND g.meridiem <> '' THEN NULL
    WHEN try_cast(g.hour AS INTEGER) > 12 OR (g.kanji <> '' AND g.hour = '12') OR (g.meridiem <> '' AND try_cast(g.hour AS INTEGER) = 0) THEN NULL
    ELSE try_cast(g.hour AS INTEGER) % 12 + CASE WHEN g.half = '午後' OR upper(g.meridiem) = 'P' THEN 12 ELSE 0 END END)`;

/**
 * SQL: a TIMESTAMP, or NULL. `compact` lets 20260401 be a day. With `anyEra` an era's date outside of its era reads too:
 * for finding out why a value doesn't read.
 */
export function readJapanese(t: string, compact: boolean, anyEra = false): string {
  const fits = `g.year <> '' AND ${yearFits} AND g.sep = g.sep2 AND (g.sep = '') = (g.mark <> '')
      AND (g.hour = '' OR g.glue <> '' OR g.mark <> '' OR g.week <> '')`;
  const day = `try_cast(lpad(${western}::VARCHAR, 4, '0') || '-' || g.month || '-' || g.day AS DATE)`;
  const minute = `CASE WHEN g.kanji = '' THEN g.minute ELSE coalesce(nullif(g.minutes, ''), '0') END`;
  const second = `coalesce(nullif(g.second, ''), nullif(g.seconds, ''), '0')`;
  const time = `try_cast(d::VARCHAR || ' ' || CASE WHEN g.hour = '' THEN '0:00:00' ELSE ${hour} || ':' || ${minute} || ':' || ${second} END AS TIMESTAMP)`;
  const inEra = byEra('g.era', (era) => `d BETWEEN DATE '${era.from}' AND DATE '${era.to}'`, 'true');
  const held = anyEra ? time : `CASE WHEN ${inEra} THEN ${time} END`;
  const reading = bind(
    extract(t, timePattern, timeGroups),
    'g',
    `CASE WHEN ${fits} THEN ${bind(day, 'd', held)} END`,
  );
  if (!compact) return reading;
  return `CASE WHEN regexp_matches(${t}, ${quoteText(compactDay)}) THEN try_cast(left(${t}, 4) || '-' || substr(${t}, 5, 2) || '-' || right(${t}, 2) AS TIMESTAMP) ELSE ${reading} END`;
}

/** SQL: `YYYY-MM`, or NULL. An era's month is one of which at least a day is the era's. */
export function readJapaneseMonth(t: string, anyEra = false): string {
  const first = `try_cast(lpad(${western}::VARCHAR, 4, '0') || '-' || g.month || g.other || '-1' AS DATE)`;
  const inEra = byEra(
    'g.era',
    (era) => `last_day(d) >= DATE '${era.from}' AND d <= DATE '${era.to}'`,
    `g.sep <> '.'`,
  );
  const text = `strftime(d, '%Y-%m')`;
  const reading = bind(
    extract(t, monthPattern, monthGroups),
    'g',
    `CASE WHEN g.year <> '' AND ${yearFits} THEN ${bind(first, 'd', anyEra ? text : `CASE WHEN ${inEra} THEN ${text} END`)} END`,
  );
  return `CASE WHEN regexp_matches(${t}, ${quoteText(compactMonth)}) THEN left(${t}, 4) || '-' || right(${t}, 2) ELSE ${reading} END`;
}
