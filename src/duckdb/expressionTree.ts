/** A stranger's expression as DuckDB's parser gives it, held node by node to an allow-list (expression.ts). */
import { scalarFunctions } from './functions.js';

export type ExpressionFault =
  | { readonly kind: 'syntax'; readonly detail: string }
  | { readonly kind: 'not_allowed'; readonly detail: string }
  | { readonly kind: 'unknown_column'; readonly detail: string }
  /** `detail` is the type that it gives. */
  | { readonly kind: 'type'; readonly detail: string }
  /** A column of a list of values is held against one that it can't have: such a rule would never hold, and nobody would see. */
  | { readonly kind: 'unknown_value'; readonly detail: string; readonly column: TypedColumn };

export interface TypedColumn {
  readonly name: string;
  /** DuckDB's name of the type. */
  readonly type: string;
  /** All that it may hold, where that is a list. */
  readonly values?: readonly string[] | undefined;
}

export type Node = { readonly [key: string]: unknown };

const allowedClasses = new Set([
  'COLUMN_REF',
  'CONSTANT',
  'COMPARISON',
  'CONJUNCTION',
  'OPERATOR',
  'BETWEEN',
  'CASE',
  'CAST',
  'FUNCTION',
]);
const allowedOperators = new Set([
  'OPERATOR_NOT',
  'OPERATOR_IS_NULL',
  'OPERATOR_IS_NOT_NULL',
  'COMPARE_IN',
  'COMPARE_NOT_IN',
  'OPERATOR_COALESCE',
  'OPERATOR_NULLIF',
]);
const allowedTypes = new Set([
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'FLOAT',
  'DOUBLE',
  'DECIMAL',
  'VARCHAR',
  'DATE',
  'TIMESTAMP',
  'TIMESTAMP WITH TIME ZONE',
  'INTERVAL',
]);

/** A text padded to a thousand million characters takes the machine's memory and minutes with it. */
const padding: ReadonlySet<string> = new Set(['lpad', 'rpad']);
const longestPadding = 1000;

function isShort(length: Node | undefined): boolean {
  const value = (length?.value as { value?: unknown } | undefined)?.value;
  return length?.class === 'CONSTANT' && typeof value === 'number' && value <= longestPadding;
}

/** What a visit finds; `needed` as TypedExpression has it. */
export interface Used {
  readonly columns: Set<string>;
  readonly needed: Set<string>;
}

/** The first thing in a node, or below it, that may not stand there; notes the columns that it names. */
export function visit(
  node: Node,
  columns: ReadonlyMap<string, string>,
  used: Used,
  needed: boolean,
): ExpressionFault | undefined {
  const kind = String(node.class);
  if (!allowedClasses.has(kind))
    return { kind: 'not_allowed', detail: kind.toLowerCase().replaceAll('_', ' ') };
  if (kind === 'COLUMN_REF') {
    const path = node.column_names as string[];
    const name = path.length === 1 ? columns.get(path[0]!.toLowerCase()) : undefined;
    if (name === undefined) return { kind: 'unknown_column', detail: path.join('.') };
    used.columns.add(name);
    if (needed) used.needed.add(name);
    return undefined;
  }
  if (kind === 'OPERATOR' && !allowedOperators.has(String(node.type)))
    return { kind: 'not_allowed', detail: String(node.type).toLowerCase() };
  if (kind === 'CAST') {
    const type = node.cast_type as { id: string };
    if (!allowedTypes.has(type.id)) return { kind: 'not_allowed', detail: `cast to ${type.id}` };
  }
  if (kind === 'FUNCTION') {
    const name = String(node.function_name).toLowerCase();
    const schema = String(node.schema ?? '');
    const plainCall =
      node.filter === null &&
      node.distinct === false &&
      ['', 'main'].includes(schema) &&
      String(node.catalog ?? '') === '';
    if (!scalarFunctions.has(name) || !plainCall) return { kind: 'not_allowed', detail: `${name}()` };
    if (padding.has(name) && !isShort((node.children as Node[] | undefined)?.[1]))
      return {
        kind: 'not_allowed',
        detail: `${name}() to a length that isn't a number up to ${longestPadding}`,
      };
  }
  for (const child of childrenOf(node)) {
    const fault = visit(child, columns, used, needed && !survivesNull(node));
    if (fault) return fault;
  }
  return undefined;
}

/** Whether a node has a value even where what stands below it is NULL. */
function survivesNull(node: Node): boolean {
  const type = String(node.type);
  if (['OPERATOR_IS_NULL', 'OPERATOR_IS_NOT_NULL'].includes(type)) return true;
  if (['COMPARE_DISTINCT_FROM', 'COMPARE_NOT_DISTINCT_FROM'].includes(type)) return true;
  const falls = type === 'OPERATOR_COALESCE' || ['coalesce', 'ifnull'].includes(String(node.function_name));
  return falls && childrenOf(node).some(isValue);
}

const isValue = (node: Node): boolean =>
  node.class === 'CONSTANT' && (node.value as { is_null?: boolean }).is_null === false;

/** In `=`, `<>`, `IS DISTINCT FROM`, `IN` and `CASE … WHEN` (which the parser makes comparisons of). */
export function findStrayValue(node: Node, columns: readonly TypedColumn[]): ExpressionFault | undefined {
  const parts = childrenOf(node);
  const compares =
    node.class === 'COMPARISON' || ['COMPARE_IN', 'COMPARE_NOT_IN'].includes(String(node.type));
  for (const part of compares ? parts : []) {
    const name = part.class === 'COLUMN_REF' ? (part.column_names as string[])[0]!.toLowerCase() : undefined;
    const column = columns.find((c) => c.values !== undefined && c.name.toLowerCase() === name);
    const texts = parts.filter(isValue).map((p) => (p.value as { value: unknown }).value);
    const stray = column && texts.find((text) => typeof text === 'string' && !column.values!.includes(text));
    if (column && stray !== undefined) return { kind: 'unknown_value', detail: String(stray), column };
  }
  for (const part of parts) {
    const fault = findStrayValue(part, columns);
    if (fault) return fault;
  }
  return undefined;
}

/** Every expression below a node, whatever key it stands under: a key that we don't know is visited too, never skipped. */
function childrenOf(node: Node): Node[] {
  const found: Node[] = [];
  const search = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) search(item);
    else if (value !== null && typeof value === 'object') {
      if ('class' in value) found.push(value as Node);
      else for (const inner of Object.values(value)) search(inner);
    }
  };
  for (const [key, value] of Object.entries(node)) if (key !== 'value' && key !== 'cast_type') search(value);
  return found;
}
