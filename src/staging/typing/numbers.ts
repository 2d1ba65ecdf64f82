/**
 * Whole numbers, exact decimals and measurements. Plain digits stand first, and cost what they cost before; everything that
 * people write besides (１２件, ▲1,234, 3億円, 120g) is only come to behind them. A comma groups thousands or is no number.
 */
import { quoteText } from '../../duckdb/quote.js';
import { bind, fold } from './fold.js';
import type { ReadingRules } from './rules.js';
import { applyUnit, exponentOf, multiply, scaleOf, type Units } from './units.js';

export type NumberType = 'integer' | 'number' | 'real';

/** Twelve digits fit DuckDB's 64-bit decimals, whose cast from text is a hundred times as fast as that of the 128-bit ones. */
const shortNumber = String.raw`^[+-]?(\d{1,12}(\.\d*)?|\.\d+)$`;
const integerPattern = String.raw`^[+-]?\d{1,18}$`;
/** Measurements come in exponent notation too; NaN and Infinity, and what a double has no room for, are no measurements. */
const realBody = String.raw`(\d{1,40}(\.\d*)?|\.\d+)([eE](\+?\d{1,2}|-\d{1,3}))?`;
const realPattern = `^[+-]?${realBody}$`;
/** What can be multiplied without rounding it before: a value of six decimals. */
const exactPattern = String.raw`^[+-]?\d{1,12}(\.\d{1,6})?$`;
/** Where the comma parts decimals, only digits read in one way as they stand. */
const digitsPattern = String.raw`^[+-]?\d{1,12}$`;

const plainBody = String.raw`\d{1,17}(\.\d*)?|\.\d+`;
/** Thousands in threes, up to seventeen digits. */
const groupedBody = String.raw`([1-9]\d{0,2}(,\d{3}){1,4}|[1-9]\d?(,\d{3}){5})(\.\d*)?`;
/** A plain number, or one with its thousands grouped: as it may stand before 分 too. */
export const amountPattern = `(?:${plainBody}|${groupedBody})`;

/** A sign; ▲ and △ only directly before the digits, by which bookkeepers' negatives differ from a pointer in a list. */
const sign = '[+-]?|[▲△]';
/** With the yen before or behind it; a Japanese code page has it in the backslash's place. */
const yenSign = String.raw`[+-]?[¥\\]?|[¥\\][+-]|[¥\\]?[▲△]`;
/** A suffix begins with no digit and no sign of a number: 1-2 and 3/4 are no numbers. */
const suffix = String.raw`[^\d.,+\- ¥\\▲△].*`;
const numeral = String.raw`[\d.,]+(?:[eE][+-]?\d{1,3})?`;

const signOf = (units: Units | undefined): string => (units ? sign : yenSign);
/** sign, body, suffix. */
export const numberPattern = (units: Units | undefined): string =>
  `^(${signOf(units)})(${numeral}) ?(${suffix})?$`;

const small = String.raw`\d{1,4}|\d,\d{3}`;
/**
 * 1億2,000万円, 3億5千万円, 1万2千: each part below ten thousand. What is left behind the last word has four digits or a
 * counter after it, since 1万2 is said for 12,000 too.
 */
const compoundPattern = (units: Units | undefined): string =>
  `^(${signOf(units)})(?:(${small})兆)?(?:(${small})億)?(?:(?:(\\d)千(\\d{3})?|(${small}))万)?(?:(\\d)千(\\d{3})?|(\\d{4}|\\d,\\d{3})|(\\d{1,3})( ?${suffix}))?( ?${suffix})?$`;
const compoundGroups = {
  sign: '',
  trillions: '1000000000000',
  hundredMillions: '100000000',
  tenMillions: '10000000',
  tenThousands: '10000',
  myriads: '10000',
  thousands: '1000',
  hundreds: '1',
  four: '1',
  few: '1',
  counter: '',
  suffix: '',
} as const;

const groups = (...names: string[]): string => `[${names.map((n) => `'${n}'`).join(', ')}]`;
const extract = (text: string, pattern: string, names: string): string =>
  `regexp_extract(${text}, ${quoteText(pattern)}, ${names})`;

/** SQL: the text folded, with a point for the decimal sign whatever it is. */
export const normalize = (value: string, decimal: '.' | ',' | undefined): string =>
  decimal === ',' ? `translate(${fold(value)}, '.,', ',.')` : fold(value);

/** The number, or NULL. */
export function readNumber(value: string, type: NumberType, rules: ReadingRules): string {
  const odd = bind(normalize(value, rules.decimal), 't', readOdd(type, rules.units));
  const otherwise = `CASE WHEN ${value} IS NOT NULL THEN ${odd} END`;
  const factor = rules.units ? rules.units[''] : 1;
  // A number without a unit, where units are declared and '' isn't among them, or a whole number that becomes another.
  if (factor === undefined || (type === 'integer' && factor !== 1)) return otherwise;
  const pattern = rules.decimal === ',' ? digitsPattern : factor === 1 ? plainPatterns[type] : exactPattern;
  return `CASE WHEN regexp_matches(${value}, ${quoteText(pattern)}) THEN ${factor === 1 ? castPlain(value, type) : multiplyShort(value, factor, type)} ELSE ${otherwise} END`;
}

const multiplyShort = (value: string, factor: number, type: NumberType): string =>
  multiply(type === 'real' ? value : `${value}::DECIMAL(18,6)`, factor, type === 'real');

const plainPatterns = { integer: integerPattern, number: shortNumber, real: realPattern } as const;

/** Of a text that its pattern allows. Rounding to six decimals can make a thirteenth digit. */
export function castPlain(value: string, type: NumberType): string {
  if (type === 'integer') return `try_cast(${value} AS BIGINT)`;
  if (type === 'real') return `try_cast(${value} AS DOUBLE)`;
  return `coalesce(try_cast(${value} AS DECIMAL(18,6))::DECIMAL(24,6), try_cast(${value} AS DECIMAL(24,6)))`;
}

/** What reads a plain number of at most twelve digits, for other types that begin with one. */
export const plainNumber = (value: string, comma: boolean, otherwise: string): string =>
  `CASE WHEN regexp_matches(${value}, ${quoteText(comma ? digitsPattern : shortNumber)}) THEN ${castPlain(value, 'number')} ELSE ${otherwise} END`;

/** Of the normalized text `t`: sign, digits, word for ten thousands, unit; then what has several such words. */
function readOdd(type: NumberType, units: Units | undefined): string {
  const body = type === 'real' ? `${realBody}` : plainBody;
  const digits = `CASE WHEN regexp_matches(g.body, ${quoteText(`^(${body})$`)}) THEN g.body
      WHEN regexp_matches(g.body, ${quoteText(`^(${groupedBody})$`)}) THEN replace(g.body, ',', '') END`;
  const scale = scaleOf('g.suffix', units);
  const rest = `ltrim(substr(g.suffix, length(s) + 1))`;
  const product = applyUnit(`(${minus} || d || ${exponentOf('s')})`, rest, units, type === 'real');
  // 12.0 is no whole number, but 1.5万 and 1.5 kg in grams are.
  const held =
    units || type !== 'integer' ? product : `CASE WHEN s <> '' OR NOT contains(d, '.') THEN ${product} END`;
  const simple = bind(
    extract('t', numberPattern(units), groups('sign', 'body', 'suffix')),
    'g',
    bind(digits, 'd', bind(scale, 's', held)),
  );
  const reading = `coalesce(${simple}, ${readCompound(type, units)})`;
  if (type !== 'integer') return reading;
  return bind(reading, 'y', `CASE WHEN y % 1 = 0 THEN try_cast(y AS BIGINT) END`);
}

const minus = `CASE WHEN regexp_matches(g.sign, '[-▲△]') THEN '-' ELSE '' END`;

function readCompound(type: NumberType, units: Units | undefined): string {
  const parts = Object.entries(compoundGroups).flatMap(([name, factor]) =>
    factor === '' ? [] : [`coalesce(try_cast(replace(g.${name}, ',', '') AS BIGINT), 0) * ${factor}`],
  );
  const number = `(${minus} || (${parts.join(' + ')})::VARCHAR)`;
  const product = applyUnit(number, 'ltrim(g.counter || g.suffix)', units, type === 'real');
  const words = 'g.trillions || g.hundredMillions || g.tenMillions || g.myriads';
  return bind(
    extract('t', compoundPattern(units), groups(...Object.keys(compoundGroups))),
    'g',
    `CASE WHEN ${words} <> '' THEN ${product} END`,
  );
}
