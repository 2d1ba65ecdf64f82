/**
 * A stranger's SQL expression (`where`, `sql`, later schemes' scores): parsed by DuckDB itself, then every node is held
 * to an allow-list. What is not listed is refused: subqueries, windows, tables, parameters, any function that is not
 * plain scalar arithmetic or text. The database's own confinement (database.ts) is the second wall, not the first.
 */
import type { Database } from './database.js';
import {
  type ExpressionFault,
  findStrayValue,
  type Node,
  type TypedColumn,
  type Used,
  visit,
} from './expressionTree.js';
import { quoteName, quoteText } from './quote.js';

export type { ExpressionFault, TypedColumn };

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

/** An expression of more nodes than this is not one that an auditor reads; it also bounds the parser's depth. */
const longestExpression = 20_000;

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
