/**
 * A stranger's SQL expression (`where`, `sql`, later schemes' scores): parsed by DuckDB itself, then every node is held
 * to an allow-list. What is not listed is refused: subqueries, windows, tables, parameters, any function that is not
 * plain scalar arithmetic or text. The database's own confinement (database.ts) is the second wall, not the first.
 */
import type { Database } from './database.js';
import { scalarFunctions } from './functions.js';
import { quoteName, quoteText } from './quote.js';

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

/** What an expression must give. */
export type Result = 'boolean' | 'number';

export interface TypedExpression {
  /** In the spelling of the columns given. */
  readonly columns: readonly string[];
  /** Those of them without which it has no value: not the ones that stand only in IS NULL, IS DISTINCT FROM, or a COALESCE that ends in a constant. */
  readonly needed: readonly string[];
  /** DuckDB's name of the result's type. */
  readonly type: string;
}

type Node = { readonly [key: string]: unknown };

/** An expression of more nodes than this is not one that an auditor reads; it also bounds the parser's depth. */
const longestExpression = 20_000;

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

/** The columns that an expression names (in the spelling of `columns`), or what is wrong with it. */
export async function checkExpression(
  db: Database,
  sql: string,
  columns: readonly string[],
): Promise<{ readonly columns: readonly string[] } | ExpressionFault> {
  const texts = columns.map((name) => ({ name, type: 'VARCHAR' }));
  const checked = await check(db, sql, texts, 'LIMIT 0');
  return 'columns' in checked ? { columns: checked.columns } : checked;
}

/**
 * As checkExpression, over columns with types; the result must be of the type asked for. It is computed once, with every column
 * NULL, since it must hold for any value: a constant that is none of its column's type (`known = 'maybe'`) fails here.
 */
export async function checkTyped(
  db: Database,
  sql: string,
  columns: readonly TypedColumn[],
  result?: Result,
): Promise<TypedExpression | ExpressionFault> {
  const checked = await check(db, sql, columns, '');
  return 'columns' in checked && result !== undefined && !gives(checked.type, result)
    ? { kind: 'type', detail: checked.type }
    : checked;
}

async function check(
  db: Database,
  sql: string,
  columns: readonly TypedColumn[],
  limit: '' | 'LIMIT 0',
): Promise<TypedExpression | ExpressionFault> {
  if (sql.length > longestExpression) return { kind: 'not_allowed', detail: `${sql.length} characters` };
  const [row] = await db.rows<{ tree: string }>(
    `SELECT json_serialize_sql(${quoteText(`SELECT (${sql}\n)`)})::VARCHAR AS tree`,
  );
  const tree = readTree(row!.tree);
  if (tree === undefined) return { kind: 'syntax', detail: 'a number beyond the range of doubles' };
  if (tree.error || tree.statements?.length !== 1)
    return { kind: 'syntax', detail: tree.error_message ?? 'not one expression' };
  const node = tree.statements[0]!.node;
  const list = node.select_list as Node[] | undefined;
  const plain =
    node.type === 'SELECT_NODE' &&
    list?.length === 1 &&
    (node.from_table as Node | null)?.type === 'EMPTY' &&
    [node.where_clause, node.having, node.qualify, node.sample].every((part) => part === null) &&
    (node.group_expressions as unknown[]).length === 0 &&
    (node.modifiers as unknown[]).length === 0 &&
    (node.cte_map as { map: unknown[] }).map.length === 0;
  if (!plain) return { kind: 'not_allowed', detail: 'more than one scalar expression' };
  const byName = new Map(columns.map(({ name }) => [name.toLowerCase(), name]));
  const used: Used = { columns: new Set(), needed: new Set() };
  const fault = visit(list![0]!, byName, used, true) ?? findStrayValue(list![0]!, columns);
  if (fault) return fault;
  const type = await bind(
    db,
    sql,
    columns.filter(({ name }) => used.columns.has(name)),
    limit,
  );
  if (typeof type !== 'string') return type;
  return { columns: [...used.columns], needed: [...used.needed], type };
}

interface Used {
  readonly columns: Set<string>;
  readonly needed: Set<string>;
}

const numbers = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/;
const gives = (type: string, result: Result): boolean =>
  result === 'boolean' ? type === 'BOOLEAN' : numbers.test(type);

interface Tree {
  readonly error: boolean;
  readonly error_message?: string;
  readonly statements?: { readonly node: Node }[];
}

/** DuckDB writes a constant like 1e400 as a bare Infinity, which is not JSON. */
function readTree(text: string): Tree | undefined {
  try {
    return JSON.parse(text) as Tree;
  } catch {
    return undefined;
  }
}

/**
 * What only the binder knows (`a > 1` over a column of texts, a wrong number of arguments, a broken regular expression)
 * is said here, at the expression's place, not in the middle of the load.
 */
async function bind(
  db: Database,
  sql: string,
  columns: readonly TypedColumn[],
  limit: string,
): Promise<string | ExpressionFault> {
  const nulls = ['NULL', ...columns.map(({ name, type }) => `NULL::${type} AS ${quoteName(name)}`)];
  const from = `FROM (SELECT ${nulls.join(', ')})`;
  try {
    const [described] = await db.rows<{ type: string }>(
      `SELECT column_type AS type FROM (DESCRIBE SELECT (${sql}\n) ${from})`,
    );
    await db.run(`SELECT CAST((${sql}\n) AS VARCHAR) ${from} ${limit}`);
    return described!.type;
  } catch (error) {
    return { kind: 'syntax', detail: detailOf(error) };
  }
}

/** What DuckDB says, in one line and without its own heading. */
export function detailOf(error: unknown): string {
  const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
  return detail.replace(/^[A-Z][A-Za-z ]* Error: /, '');
}

function visit(
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
function findStrayValue(node: Node, columns: readonly TypedColumn[]): ExpressionFault | undefined {
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
