/** Stage 1c: canonical texts → declared types, and each row's fate: superseded, filtered, rejected or staged. */
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import { type Column, type Contract, sqlTypeOf } from '../src/staging/contract.js';
import { isReserved } from '../src/staging/reserved.js';
import { holdRange, parseTyped } from '../src/staging/typing.js';
import type { Mapping } from './mapping.js';
import { whereFailed } from './read.js';

/** Longer texts are mistakes (a pasted log, an unclosed quote), and would be carried onto every page. */
export const longestText = 100_000;
/** Identifiers are keys, file names and links. */
export const longestId = 300;

const faults = ['missing', 'unreadable', 'too_long', 'expression', 'reserved'] as const;
/** The kinds whose ids name things of the organisation, of which some are stand-ins of ours. */
const named: ReadonlySet<string> = new Set(['companies', 'units', 'systems']);
type Fault = (typeof faults)[number];

/** First each row's fate by its place in the log and by `where` alone: keep_last looks at every row, `where` at what is left. */
export function fatesQuery(table: string, lastFirst: string): string {
  const rank =
    lastFirst === ''
      ? '1'
      : `CASE WHEN k IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY k ORDER BY ${lastFirst}) END`;
  return `SELECT *, CASE WHEN nth > 1 THEN 'superseded' WHEN keeps = 0 THEN 'filtered' ELSE 'kept' END AS place FROM (SELECT *, ${rank} AS nth FROM ${quoteName(table)})`;
}

/**
 * SELECT over the kept rows of a relation of fates with `_file`, `_line`, `v_…` texts, `t_…` typed values, `fault` (the first thing wrong:
 * column × 5 + kind) and `fate`: only what is kept has to be readable.
 */
export function typingQuery(contract: Contract, mapping: Mapping, fates: string, timezone: string): string {
  const columns = contract.columns;
  const v = (c: Column): string => quoteName(`v_${c.name}`);
  const p = (c: Column): string => quoteName(`p_${c.name}`);
  const t = (c: Column): string => quoteName(`t_${c.name}`);
  const given = (c: Column): boolean => mapping.columns.has(c.name);
  const parsed = columns.map((c) =>
    given(c)
      ? `${parseTyped(v(c), c.type, { timezone, format: mapping.columns.get(c.name)?.format })} AS ${p(c)}`
      : `CAST(NULL AS ${sqlTypeOf(c.type)}) AS ${p(c)}`,
  );
  const held = columns.map((c) => `${holdRange(p(c), c.type)} AS ${t(c)}`);
  const checks = columns.flatMap((c, i) => {
    if (!given(c)) return [];
    const whens = [`WHEN ${quoteName(`f_${c.name}`)} THEN ${i * faults.length + 3}`];
    if (c.required) whens.push(`WHEN ${v(c)} IS NULL THEN ${i * faults.length}`);
    if (named.has(contract.kind) && contract.key.includes(c.name) && c.type.is === 'id')
      whens.push(`WHEN ${isReserved(v(c))} THEN ${i * faults.length + 4}`);
    if (c.type.is === 'text' || c.type.is === 'id')
      whens.push(
        `WHEN length(${v(c)}) > ${c.type.is === 'id' ? longestId : longestText} THEN ${i * faults.length + 2}`,
      );
    else whens.push(`WHEN ${v(c)} IS NOT NULL AND ${t(c)} IS NULL THEN ${i * faults.length + 1}`);
    return whens;
  });
  return `
    WITH parsed AS (SELECT *, ${parsed.join(', ')} FROM ${fates} WHERE place = 'kept'),
    held AS (SELECT *, ${held.join(', ')} FROM parsed),
    faulted AS (SELECT *, CASE WHEN keeps = ${whereFailed} THEN -1 ${checks.join(' ')} END AS fault FROM held)
    SELECT _file, _line, ${columns.map((c) => `${v(c)}, ${t(c)}`).join(', ')}, fault,
      CASE WHEN fault IS NOT NULL THEN 'rejected' ELSE 'staged' END AS fate
    FROM faulted`;
}

/** Writes the rejected rows of a typed table into `staging.rejects`, one line each, for the first thing wrong. */
export async function rejectUnreadable(
  db: Database,
  contract: Contract,
  mapping: Mapping,
  typed: string,
): Promise<void> {
  const found = await db.rows<{ fault: number }>(
    `SELECT DISTINCT fault FROM ${quoteName(typed)} WHERE fate = 'rejected' ORDER BY fault`,
  );
  for (const { fault } of found) {
    const column = fault < 0 ? undefined : contract.columns[Math.floor(fault / faults.length)]!;
    const kind: Fault = fault < 0 ? 'expression' : faults[fault % faults.length]!;
    const text = column && kind !== 'missing' && kind !== 'expression' ? quoteName(`v_${column.name}`) : `''`;
    const reject = describeFault(column, kind, mapping);
    const own = column === undefined ? undefined : mapping.columns.get(column.name)?.from;
    await db.run(
      `INSERT INTO staging.rejects
       SELECT ${quoteText(contract.kind)}, _file, _line, ${quoteText(own ?? column?.name ?? 'where')}, left(${text}, 200), ${quoteText(reject.code)},
         json_merge_patch(${quoteText(JSON.stringify(reject.params))}, json_object('value', left(${text}, 200), 'length', length(${text})))::VARCHAR
       FROM ${quoteName(typed)} WHERE fate = 'rejected' AND fault = ${fault}`,
    );
  }
}

function describeFault(
  column: Column | undefined,
  kind: Fault,
  mapping: Mapping,
): { code: string; params: Record<string, string | number> } {
  const name = column?.name ?? 'where';
  if (kind === 'missing') return { code: 'value_missing', params: { column: name } };
  if (kind === 'expression') return { code: 'expression_failed', params: { column: name } };
  if (kind === 'reserved') return { code: 'id_reserved', params: { column: name } };
  if (kind === 'too_long')
    return {
      code: 'value_too_long',
      params: { column: name, limit: column!.type.is === 'id' ? longestId : longestText },
    };
  const type = column!.type;
  const format = mapping.columns.get(name)?.format;
  switch (type.is) {
    case 'oneOf':
      return { code: 'value_not_listed', params: { column: name, expected: type.values.join(' / ') } };
    case 'list':
      return { code: 'value_not_listed', params: { column: name, expected: type.values.join(' / ') } };
    case 'scope':
      return {
        code: 'value_not_scope',
        params: { column: name, expected: type.kinds.map((k) => (k === 'group' ? k : `${k}:…`)).join(' / ') },
      };
    case 'month':
      return { code: 'value_not_month', params: { column: name, expected: format?.join(', ') ?? 'YYYY-MM' } };
    case 'real':
      return { code: 'value_not_number', params: { column: name, expected: '0.0' } };
    case 'boolean':
      return { code: 'value_not_boolean', params: { column: name } };
    case 'integer':
    case 'number':
      return { code: 'value_not_number', params: { column: name, expected: rangeOf(type) } };
    default:
      return { code: 'value_not_time', params: { column: name, expected: format?.join(', ') ?? 'ISO 8601' } };
  }
}

function rangeOf(
  type: { is: 'integer'; min?: number; max?: number } | { is: 'number'; min?: number; max?: number },
): string {
  const kind = type.is === 'integer' ? '0, 1, 2 …' : '0.0';
  const max = type.max;
  if (type.min !== undefined && max !== undefined) return `${type.min}–${max}`;
  return type.min === undefined ? kind : `≥ ${type.min}`;
}
