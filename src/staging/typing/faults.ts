/** Why a value doesn't read as its type, where more can be said than that it doesn't. Only asked of values that don't read. */
import { quoteText } from '../../duckdb/quote.js';
import type { ColumnType } from '../contract.js';
import { namesSeveral } from './choices.js';
import { bind, fold } from './fold.js';
import { readJapanese, readJapaneseMonth } from './japanese.js';
import { readMinutes } from './minutes.js';
import { normalize, numberPattern, readNumber } from './numbers.js';
import { formatsOf, japaneseDates, type ReadingRules } from './rules.js';
import { isCounter } from './units.js';

/** An era's date that isn't in the era; a number with a unit; a comma that groups no thousands; two scopes in one. */
export const unreadable = ['era', 'unit', 'decimal', 'scopes'] as const;
export type Unreadable = (typeof unreadable)[number];

/** SQL conditions by reason, the more exact first, for a value that isn't NULL and doesn't read. */
export function whyUnreadable(
  value: string,
  type: ColumnType,
  rules: ReadingRules,
): readonly (readonly [Unreadable, string])[] {
  switch (type.is) {
    case 'time':
    case 'date':
    case 'month': {
      if (!formatsOf(rules).includes(japaneseDates)) return [];
      const reading =
        type.is === 'month' ? readJapaneseMonth('t_', true) : readJapanese('t_', type.is === 'date', true);
      return [['era', `${bind(fold(value), 't_', reading)} IS NOT NULL`]];
    }
    case 'integer':
    case 'number':
    case 'real':
      return [...decimalComma(value, rules, readNumber), ['unit', hasUnit(value, rules)]];
    case 'minutes':
      return rules.units
        ? [['unit', hasUnit(value, rules)]]
        : decimalComma(value, rules, (text, _, other) => readMinutes(text, other));
    case 'scope':
      return [['scopes', namesSeveral(value)]];
    default:
      return [];
  }
}

/** Whether the value would read if the comma parted its decimals; a declared point needs no hint. */
function decimalComma(
  value: string,
  rules: ReadingRules,
  read: typeof readNumber,
): readonly (readonly [Unreadable, string])[] {
  if (rules.decimal !== undefined) return [];
  // One comma, or points that group.
  const candidate = bind(fold(value), 't_', `contains(t_, ',') OR t_ LIKE '%.%.%'`);
  const reading = read(value, 'number', { ...rules, decimal: ',' });
  return [['decimal', `CASE WHEN ${candidate} THEN ${reading} IS NOT NULL ELSE false END`]];
}

/** Digits with something behind them that has no digits itself and isn't known; with declared units also nothing behind them. */
function hasUnit(value: string, rules: ReadingRules): string {
  const unknown = rules.units ? 'true' : `g_.suffix <> '' AND NOT ${isCounter('g_.suffix')}`;
  return bind(
    `regexp_extract(${normalize(value, rules.decimal)}, ${quoteText(numberPattern(rules.units))}, ['sign', 'body', 'suffix'])`,
    'g_',
    `g_.body <> '' AND NOT regexp_matches(g_.suffix, '\\d') AND length(g_.suffix) <= ${longestUnit} AND ${unknown}`,
  );
}

/** Longer ones are sentences. */
const longestUnit = 12;
