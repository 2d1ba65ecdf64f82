/** What one kind of input must look like: columns, types, key, grain, references. The loaders, templates and docs all read this. */
import type { Kind, Names } from '../config/model.js';

/**
 * How a column's text is read. `time` is an instant (without a zone: local to the configuration's), `date` a local day;
 * `integer` and `number` may be held to a range; `oneOf` is a value list of contract.md.
 */
export type ColumnType =
  | { readonly is: 'text' }
  | { readonly is: 'id' }
  | { readonly is: 'boolean' }
  | { readonly is: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly is: 'number'; readonly min?: number; readonly max?: number }
  | { readonly is: 'time' }
  | { readonly is: 'date' }
  /** A length of time in minutes, an exact decimal; what is written otherwise (1:30, 90分) says its units itself. */
  | { readonly is: 'minutes'; readonly min?: number; readonly max?: number }
  /** A measurement: a double, since its own precision is coarser. */
  | { readonly is: 'real' }
  /** A calendar month, `YYYY-MM`. */
  | { readonly is: 'month' }
  | { readonly is: 'oneOf'; readonly values: readonly string[] }
  /** Several values of a list, separated by `;`. */
  | { readonly is: 'list'; readonly values: readonly string[] }
  /** `kind:id`, or `group`; only the kinds that the input allows. */
  | { readonly is: 'scope'; readonly kinds: readonly string[] };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
}

export interface Reference {
  readonly column: string;
  readonly to: Kind;
  readonly key: string;
}

export interface Contract {
  readonly kind: Kind;
  /** One sentence: what one row is. */
  readonly grain: Required<Names>;
  /** A column of the key may be empty only where it isn't required (validity dates). */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
}

const column = (name: string, type: ColumnType, required = false): Column => ({ name, type, required });

/** Column makers: `required(id('system_id'))`, `text('title')`, … */
export const text = (name: string): Column => column(name, { is: 'text' });
export const id = (name: string): Column => column(name, { is: 'id' });
export const boolean = (name: string): Column => column(name, { is: 'boolean' });
const ranged = (is: 'integer' | 'number' | 'minutes', name: string, min?: number, max?: number): Column =>
  column(name, { is, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) });
export const integer = (name: string, min?: number, max?: number): Column =>
  ranged('integer', name, min, max);
export const number = (name: string, min?: number, max?: number): Column => ranged('number', name, min, max);
export const minutes = (name: string, min?: number, max?: number): Column =>
  ranged('minutes', name, min, max);
export const time = (name: string): Column => column(name, { is: 'time' });
export const date = (name: string): Column => column(name, { is: 'date' });
export const real = (name: string): Column => column(name, { is: 'real' });
export const month = (name: string): Column => column(name, { is: 'month' });
export const list = (name: string, ...values: string[]): Column => column(name, { is: 'list', values });
export const scope = (name: string, ...kinds: string[]): Column => column(name, { is: 'scope', kinds });
export const oneOf = (name: string, ...values: string[]): Column => column(name, { is: 'oneOf', values });
export const required = (c: Column): Column => ({ ...c, required: true });

export const columnNames = (contract: Contract): string[] => contract.columns.map((c) => c.name);

/** The DuckDB type of a staged column. Amounts are exact decimals: sums of doubles would depend on the order of threads. */
export function sqlTypeOf(type: ColumnType): string {
  switch (type.is) {
    case 'boolean':
      return 'BOOLEAN';
    case 'integer':
      return 'BIGINT';
    case 'number':
    case 'minutes':
      return 'DECIMAL(24,6)';
    case 'real':
      return 'DOUBLE';
    case 'time':
      return 'TIMESTAMPTZ';
    case 'date':
      return 'DATE';
    default:
      return 'VARCHAR';
  }
}
