/** What can be wrong with a row's value, and how it is said: code and parameters of the catalogue. */
import type { Code } from '../src/errors.js';
import type { Column } from '../src/staging/contract.js';
import { type Unreadable, unreadable } from '../src/staging/typing/faults.js';
import { dayOrMonthFirst, isoDates, japaneseDates } from '../src/staging/typing/rules.js';
import { unitNames } from '../src/staging/typing/units.js';
import type { Mapping } from './mapping.js';

/** Longer texts are mistakes (a pasted log, an unclosed quote), and would be carried onto every page. */
export const longestText = 100_000;
/** Identifiers are keys, file names and links. */
export const longestId = 300;

export const faults = [
  'missing',
  'unreadable',
  'too_long',
  'expression',
  'reserved',
  'total',
  ...unreadable,
] as const;
export type Fault = (typeof faults)[number];
/** A fault's number: its column's place in the contract and its kind. */
export const numberOf = (column: number, fault: Fault): number =>
  column * faults.length + faults.indexOf(fault);

/** What is declared of a source's values, whatever their column. */
export interface Declared {
  readonly timezone: string;
  /** See ReadingRules. */
  readonly offset: number | undefined;
  readonly decimal: '.' | ',' | undefined;
}

/** Without a declared format: what is read, in words of every language. */
const undeclaredForms = 'ISO 8601, 2026/4/1 9:05, 2026年4月1日, 令和8年4月1日, R8.4.1';
const undeclaredMonths = 'YYYY-MM, 2026/4, 2026年4月, 令和8年4月';
/** The words of a list of formats, for someone who looks at a value and not at the configuration. */
const formWords: Readonly<Record<string, string>> = {
  [isoDates]: 'ISO 8601',
  [japaneseDates]: '令和8年4月1日 / 2026/4/1',
  [dayOrMonthFirst]: 'D/M/YYYY | M/D/YYYY',
};
const monthWords: Readonly<Record<string, string>> = {
  ...formWords,
  [isoDates]: 'YYYY-MM',
  [japaneseDates]: '令和8年4月 / 2026/4',
};

/** For one kind of fault in one column; the row adds `value` and `length`. */
export function describeFault(
  column: Column | undefined,
  kind: Fault,
  mapping: Mapping,
): { code: Code; params: Record<string, string | number> } {
  const name = column?.name ?? 'where';
  if (kind === 'missing') return { code: 'value_missing', params: { column: name } };
  if (kind === 'expression') return { code: 'expression_failed', params: { column: name } };
  if (kind === 'reserved') return { code: 'id_reserved', params: { column: name } };
  if (kind === 'total') return { code: 'row_is_total', params: {} };
  const type = column!.type;
  if (kind === 'too_long')
    return {
      code: 'value_too_long',
      params: { column: name, limit: type.is === 'id' ? longestId : longestText },
    };
  if (kind !== 'unreadable') return describeWhy(name, kind, mapping);
  const format = mapping.columns.get(name)?.format;
  const listed = (values: readonly string[]): string => values.join(' / ');
  switch (type.is) {
    case 'oneOf':
    case 'list':
      return { code: 'value_not_listed', params: { column: name, expected: listed(type.values) } };
    case 'scope': {
      const kinds = type.kinds.map((k) => (k === 'group' ? k : `${k}:…`));
      return { code: 'value_not_scope', params: { column: name, expected: listed(kinds) } };
    }
    case 'month':
      return {
        code: 'value_not_month',
        params: { column: name, expected: inWords(format, monthWords) ?? undeclaredMonths },
      };
    case 'real':
      return { code: 'value_not_number', params: { column: name, expected: '0.0' } };
    case 'boolean':
      return { code: 'value_not_boolean', params: { column: name } };
    case 'minutes':
      return { code: 'value_not_minutes', params: { column: name, expected: rangeOf(type) } };
    case 'integer':
    case 'number':
      return { code: 'value_not_number', params: { column: name, expected: rangeOf(type) } };
    default:
      return {
        code: 'value_not_time',
        params: { column: name, expected: inWords(format, formWords) ?? undeclaredForms },
      };
  }
}

const inWords = (
  formats: readonly string[] | undefined,
  words: Readonly<Record<string, string>>,
): string | undefined => formats?.map((f) => words[f] ?? f).join(', ');

function describeWhy(
  column: string,
  why: Unreadable,
  mapping: Mapping,
): { code: Code; params: Record<string, string | number> } {
  if (why === 'era') return { code: 'value_outside_era', params: { column } };
  if (why === 'scopes') return { code: 'value_two_scopes', params: { column } };
  if (why === 'decimal') return { code: 'value_decimal_comma', params: { column } };
  const units = mapping.columns.get(column)?.units;
  if (!units)
    return {
      code: 'value_unit_undeclared',
      params: { column, example: 'units: { "": 1, g: 1, kg: 1000, "%": 0.01 }' },
    };
  const known = unitNames(units).map((unit) => (unit === '' ? '""' : unit));
  return { code: 'value_unit_unknown', params: { column, known: known.join(', ') } };
}

function rangeOf(type: { is: 'integer' | 'number' | 'minutes'; min?: number; max?: number }): string {
  const kind = type.is === 'integer' ? '0, 1, 2 …' : '0.0';
  const max = type.max;
  if (type.min !== undefined && max !== undefined) return `${type.min}–${max}`;
  return type.min === undefined ? kind : `≥ ${type.min}`;
}
