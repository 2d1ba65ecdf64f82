/** Stage 1c: canonical texts → declared types, and each row's fate: superseded, filtered, rejected or staged. */
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import type { Column, Contract } from '../src/staging/contract.js';
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

/** One file's rows of a log, each with its place in it (`nth`, 1 = last): keep_last looks at every row, `where` at what is left. */
export function fatesQuery(log: string, lastFirst: string, file: number): string {
  const rank = `CASE WHEN k IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY k ORDER BY ${lastFirst}) END`;
  return `SELECT * FROM (SELECT *, ${rank} AS nth FROM ${quoteName(log)}) WHERE _file = ${file}`;
}

/**
 * SELECT over canonical texts (read.ts) with the `carried` columns, the `given` ones typed, `fate`, `fault` (the first thing wrong:
 * column × 5 + kind) and `bad` (the text that is wrong). Only what is kept has to be readable.
 */
export function typingQuery(
  contract: Contract,
  given: readonly Column[],
  mapping: Mapping,
  texts: string,
  timezone: string,
  { carried, ranked = false }: { readonly carried: readonly string[]; readonly ranked?: boolean },
): string {
  const v = (c: Column): string => quoteName(`v_${c.name}`);
  const p = (c: Column): string => quoteName(`p_${c.name}`);
  const name = (c: Column): string => quoteName(c.name);
  const parsed = given.map(
    (c) =>
      `${parseTyped(v(c), c.type, { timezone, format: mapping.columns.get(c.name)?.format })} AS ${p(c)}`,
  );
  const held = given.map((c) => `${holdRange(p(c), c.type)} AS ${name(c)}`);
  const number = (c: Column): number => contract.columns.indexOf(c) * faults.length;
  const checks = given.flatMap((c) => {
    const fault = (kind: Fault): number => number(c) + faults.indexOf(kind);
    const whens: string[] = [];
    if (mapping.columns.get(c.name)?.sql !== undefined)
      whens.push(`WHEN ${quoteName(`f_${c.name}`)} THEN ${fault('expression')}`);
    if (c.required) whens.push(`WHEN ${v(c)} IS NULL THEN ${fault('missing')}`);
    if (named.has(contract.kind) && contract.key.includes(c.name) && c.type.is === 'id')
      whens.push(`WHEN ${isReserved(v(c))} THEN ${fault('reserved')}`);
    if (c.type.is === 'text' || c.type.is === 'id')
      whens.push(
        `WHEN strlen(${v(c)}) > ${c.type.is === 'id' ? longestId : longestText} AND length(${v(c)}) > ${c.type.is === 'id' ? longestId : longestText} THEN ${fault('too_long')}`,
      );
    else whens.push(`WHEN ${name(c)} IS NULL AND ${v(c)} IS NOT NULL THEN ${fault('unreadable')}`);
    return whens;
  });
  const bad = given.map((c) => `WHEN ${number(c) / faults.length} THEN ${v(c)}`).join(' ');
  return `
    WITH texts AS (${texts}),
    parsed AS (SELECT *, ${parsed.join(', ')} FROM texts),
    held AS (SELECT *, ${held.join(', ')} FROM parsed),
    faulted AS (SELECT *, CASE WHEN keeps = ${whereFailed} THEN -1 ${checks.join(' ')} END AS fault FROM held)
    SELECT ${[...carried, ...given.map(name)].join(', ')}, fault,
      CASE WHEN fault >= 0 THEN CASE fault // ${faults.length} ${bad} END END AS bad,
      CASE ${ranked ? "WHEN nth > 1 THEN 'superseded' " : ''}WHEN keeps = 0 THEN 'filtered' WHEN fault IS NOT NULL THEN 'rejected' ELSE 'staged' END AS fate
    FROM faulted`;
}

/** Writes the rejected rows of one file's typed table (`from`) into `staging.rejects`, one line each, for the first thing wrong. */
export async function rejectUnreadable(
  db: Database,
  contract: Contract,
  mapping: Mapping,
  from: string,
  file: number,
): Promise<void> {
  const found = await db.rows<{ fault: number }>(
    `SELECT DISTINCT fault FROM ${from} WHERE fate = 'rejected' ORDER BY fault`,
  );
  for (const { fault } of found) {
    const column = fault < 0 ? undefined : contract.columns[Math.floor(fault / faults.length)]!;
    const kind: Fault = fault < 0 ? 'expression' : faults[fault % faults.length]!;
    const text = column && kind !== 'missing' && kind !== 'expression' ? 'bad' : `''`;
    const reject = describeFault(column, kind, mapping);
    const own = column === undefined ? undefined : mapping.columns.get(column.name)?.from;
    await db.run(
      `INSERT INTO staging.rejects
       SELECT ${quoteText(contract.kind)}, ${file}, _line, ${quoteText(own ?? column?.name ?? 'where')}, left(${text}, 200), ${quoteText(reject.code)},
         json_merge_patch(${quoteText(JSON.stringify(reject.params))}, json_object('value', left(${text}, 200), 'length', length(${text})))::VARCHAR
       FROM ${from} WHERE fate = 'rejected' AND fault = ${fault}`,
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
