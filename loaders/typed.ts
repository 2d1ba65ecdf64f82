/** Stage 1c: canonical texts → declared types, and each row's fate: superseded, filtered, rejected or staged. */
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import { type Column, type Contract, sqlTypeOf } from '../src/staging/contract.js';
import { isReserved } from '../src/staging/reserved.js';
import { whyUnreadable } from '../src/staging/typing/faults.js';
import type { ReadingRules } from '../src/staging/typing/rules.js';
import { holdRange, parseTyped } from '../src/staging/typing.js';
import {
  type Declared,
  describeFault,
  type Fault,
  faults,
  longestId,
  longestText,
  numberOf,
} from './faults.js';
import { byFile } from './fileFormats.js';
import type { Mapping } from './mapping.js';
import { whereFailed } from './read.js';

/** The kinds whose ids name things of the organisation, of which some are stand-ins of ours. */
const named: ReadonlySet<string> = new Set(['companies', 'units', 'systems']);

/** First each row's fate by its place in the log and by `where` alone: keep_last looks at every row, `where` at what is left. */
export function fatesQuery(table: string, lastFirst: string): string {
  const rank =
    lastFirst === ''
      ? '1'
      : `CASE WHEN k IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY k ORDER BY ${lastFirst}) END`;
  return `SELECT *, CASE WHEN nth > 1 THEN 'superseded' WHEN keeps = 0 THEN 'filtered' ELSE 'kept' END AS place FROM (SELECT *, ${rank} AS nth FROM ${quoteName(table)})`;
}

/**
 * SELECT over the kept rows with `_file`, `_line`, `v_…` texts, `t_…` typed values, `fault` (the first thing wrong:
 * its column and kind) and `fate`: only what is kept has to be readable.
 */
export function typingQuery(contract: Contract, mapping: Mapping, fates: string, declared: Declared): string {
  const columns = contract.columns;
  const v = (c: Column): string => quoteName(`v_${c.name}`);
  const p = (c: Column): string => quoteName(`p_${c.name}`);
  const t = (c: Column): string => quoteName(`t_${c.name}`);
  const given = (c: Column): boolean => mapping.columns.has(c.name);
  const parsed = columns.map((c) =>
    given(c)
      ? `${readingOf(c, mapping, declared)} AS ${p(c)}`
      : `CAST(NULL AS ${sqlTypeOf(c.type)}) AS ${p(c)}`,
  );
  const held = columns.map((c) => `${holdRange(p(c), c.type)} AS ${t(c)}`);
  const checks = columns.flatMap((c, i) => {
    if (!given(c)) return [];
    const whens = [`WHEN ${quoteName(`f_${c.name}`)} THEN ${numberOf(i, 'expression')}`];
    if (c.required) whens.push(`WHEN ${v(c)} IS NULL THEN ${numberOf(i, 'missing')}`);
    if (named.has(contract.kind) && contract.key.includes(c.name) && c.type.is === 'id')
      whens.push(`WHEN ${isReserved(v(c))} THEN ${numberOf(i, 'reserved')}`);
    if (c.type.is === 'text' || c.type.is === 'id')
      return [
        ...whens,
        `WHEN length(${v(c)}) > ${c.type.is === 'id' ? longestId : longestText} THEN ${numberOf(i, 'too_long')}`,
      ];
    return [...whens, `WHEN ${v(c)} IS NOT NULL AND ${t(c)} IS NULL THEN ${numberOf(i, 'unreadable')}`];
  });
  return `
    WITH parsed AS (SELECT *, ${parsed.join(', ')} FROM ${quoteName(fates)} WHERE place = 'kept'),
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
  declared: Declared,
  typed: string,
): Promise<void> {
  const distinct = `SELECT DISTINCT fault FROM ${quoteName(typed)} WHERE fate = 'rejected' ORDER BY fault`;
  for (const { fault } of await db.rows<{ fault: number }>(distinct))
    await findWhy(db, contract, mapping, declared, typed, fault);
  for (const { fault } of await db.rows<{ fault: number }>(distinct)) {
    const column = fault < 0 ? undefined : contract.columns[Math.floor(fault / faults.length)]!;
    const kind: Fault = fault < 0 ? 'expression' : faults[fault % faults.length]!;
    const text = column && kind !== 'missing' && kind !== 'expression' ? quoteName(`v_${column.name}`) : `''`;
    const reject = describeFault(column, kind, mapping, declared);
    const own = column === undefined ? undefined : mapping.columns.get(column.name)?.from;
    await db.run(
      `INSERT INTO staging.rejects
       SELECT ${quoteText(contract.kind)}, _file, _line, ${quoteText(own ?? column?.name ?? 'where')}, left(${text}, 200), ${quoteText(reject.code)},
         json_merge_patch(${quoteText(JSON.stringify(reject.params))}, json_object('value', left(${text}, 200), 'length', length(${text})))::VARCHAR
       FROM ${quoteName(typed)} WHERE fate = 'rejected' AND fault = ${fault}`,
    );
  }
}

/** Says of the rows with one fault why they don't read, where more is known; it costs nothing where all values read. */
async function findWhy(
  db: Database,
  contract: Contract,
  mapping: Mapping,
  declared: Declared,
  typed: string,
  fault: number,
): Promise<void> {
  const i = Math.floor(fault / faults.length);
  const column = contract.columns[i];
  if (!column || fault !== numberOf(i, 'unreadable')) return;
  const why = whyUnreadable(quoteName(`v_${column.name}`), column.type, rulesOf(column, mapping, declared));
  if (why.length === 0) return;
  const whens = why.map(([kind, condition]) => `WHEN ${condition} THEN ${numberOf(i, kind)}`);
  // A number out of its range reads: nothing is wrong with its unit.
  await db.run(
    `UPDATE ${quoteName(typed)} SET fault = CASE ${whens.join(' ')} ELSE fault END
     WHERE fault = ${fault} AND ${readingOf(column, mapping, declared)} IS NULL`,
  );
}

/** SQL: a column's value by its file's formats, before its range is looked at. */
function readingOf(column: Column, mapping: Mapping, declared: Declared): string {
  const rules = rulesOf(column, mapping, declared);
  return byFile(declared.formats.get(column.name), rules.format, (format) =>
    parseTyped(quoteName(`v_${column.name}`), column.type, { ...rules, format }),
  );
}

function rulesOf(column: Column, mapping: Mapping, declared: Declared): ReadingRules {
  const { format, units } = mapping.columns.get(column.name) ?? {};
  return { timezone: declared.timezone, format, units, decimal: declared.decimal };
}
