/** What may stand behind a number: words for ten thousands, counters that say nothing of its unit, units with a declared factor. */
import { quoteList, quoteText } from '../../duckdb/quote.js';
import { foldText } from './fold.js';

/** Powers of ten; the longer word first. */
const scales = {
  千億: 11,
  百億: 10,
  十億: 9,
  億: 8,
  千万: 7,
  百万: 6,
  十万: 5,
  万: 4,
  千: 3,
  兆: 12,
} as const;
const scaleWords = Object.keys(scales).join('|');
/** Words that count or name money, and leave a plain number's unit as it is; 分, 時間, 日 and % would change it. */
const counters = '件人名台回社円個';
const counted = `^[${counters}]?$`;

/** Decimals of a factor beyond these are cut: values have six. */
const factorDecimals = 16;
/** Of a value before it is multiplied: as many decimals as 38 digits have room for, with 16 digits before the point. */
const decimalsBefore = (factor: number): number => (factor <= 8 ? 12 : 6);

export type Units = Readonly<Record<string, number>>;

/** As they are compared: folded, in lower case. */
export const unitNames = (units: Units): string[] => Object.keys(units).map((u) => foldText(u).toLowerCase());

/** SQL: the word for a power of ten at the front of a suffix, '' where there is none or the whole is a declared unit. */
export function scaleOf(suffix: string, units: Units | undefined): string {
  const word = `regexp_extract(${suffix}, ${quoteText(`^(?:${scaleWords})`)})`;
  return units
    ? `CASE WHEN lower(${suffix}) IN ${quoteList(unitNames(units))} THEN '' ELSE ${word} END`
    : word;
}

/** SQL: the exponent that a scale's word stands for, as `e4`; '' for none. */
export const exponentOf = (scale: string): string =>
  `CASE ${scale} ${Object.entries(scales)
    .map(([word, power]) => `WHEN '${word}' THEN 'e${power}'`)
    .join(' ')} ELSE '' END`;

/** SQL condition: a suffix that leaves a plain number what it is. */
export const isCounter = (suffix: string): string => `regexp_matches(${suffix}, ${quoteText(counted)})`;

/**
 * SQL: the number of a plain text times the factor of `suffix` (its scale taken off), NULL for a suffix that isn't known.
 * `double`: a measurement; else an exact decimal, rounded once to its six places, NULL where the product is beyond it.
 */
export function applyUnit(text: string, suffix: string, units: Units | undefined, double: boolean): string {
  const plain = `try_cast(${text} AS ${double ? 'DOUBLE' : 'DECIMAL(24,6)'})`;
  if (!units) return `CASE WHEN ${isCounter(suffix)} THEN ${plain} END`;
  const products = Object.entries(units).map(
    ([unit, factor]) =>
      `WHEN ${quoteText(foldText(unit).toLowerCase())} THEN ${factor === 1 ? plain : multiply(text, factor, double)}`,
  );
  return `CASE lower(${suffix}) ${products.join(' ')} END`;
}

/** SQL: the product of a plain text of at most twelve decimals and a factor. */
export function multiply(text: string, factor: number, double: boolean): string {
  if (double) {
    const product = `TRY(try_cast(${text} AS DOUBLE) * ${quoteText(String(factor))}::DOUBLE)`;
    return `CASE WHEN isfinite(${product}) THEN ${product} END`;
  }
  const digits = decimalText(factor);
  const [whole = '', fraction = ''] = digits.split('.');
  const type = `DECIMAL(${whole.length + fraction.length}, ${fraction.length})`;
  const value = `try_cast(${text} AS DECIMAL(36, ${decimalsBefore(fraction.length)}))`;
  return `try_cast(TRY(${value} * ${quoteText(digits)}::${type}) AS DECIMAL(24,6))`;
}

/** A number above zero as digits, without an exponent. */
export function decimalText(value: number): string {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const shift = Number(exponent);
  const all =
    shift < 0 ? '0'.repeat(-shift) + whole + fraction : whole + fraction.padEnd(Math.max(shift, 0), '0');
  const point = shift < 0 ? whole.length : whole.length + shift;
  const tail = all.slice(point, point + factorDecimals);
  return tail === '' ? all.slice(0, point) : `${all.slice(0, point)}.${tail}`;
}
