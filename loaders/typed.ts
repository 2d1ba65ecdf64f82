/** Stage 1c: canonical texts → declared types, and each row's fate: superseded, filtered, rejected or staged. */
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import type { Column, Contract } from '../src/staging/contract.js';
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
import { isTotalLabel } from './formats/totals.js';
import type { Mapping } from './mapping.js';
import { whereFailed } from './read.js';

/** The kinds whose ids name things of the organisation, of which some are stand-ins of ours. */
const named: ReadonlySet<string> = new Set(['companies', 'units', 'systems']);

/** Each row of a log with its place in it: keep_last looks at every row, `where` at what is left. */
export function placesQuery(log: string, lastFirst: string): string {
  const rank = `CASE WHEN k IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY k ORDER BY ${lastFirst}) END`;
  return `SELECT *, CASE WHEN nth > 1 THEN 'superseded' WHEN keeps = 0 THEN 'filtered' ELSE 'kept' END AS place FROM (SELECT *, ${rank} AS nth FROM ${quoteName(log)})`;
}

/** How one file's texts become types. */
export interface Typing {
  readonly contract: Contract;
  /** The columns that the file gives, in the contract's order. */
  readonly given: readonly Column[];
  readonly mapping: Mapping;
  readonly declared: Declared;
  /** False where total rows are looked for otherwise (samples.ts). Default: true. */
  readonly totals?: boolean;
}

/**
 * SELECT over canonical texts (read.ts) with what is `carried` along, the given columns typed, `fate`, `fault` (the first thing
 * wrong: its column and kind) and `bad` (the text that is wrong). Only what is kept has to be readable. `place` is SQL.
 */
export function typingQuery(
  { contract, given, mapping, declared, totals: look = true }: Typing,
  texts: string,
  carried: readonly string[],
  place = "CASE WHEN keeps = 0 THEN 'filtered' ELSE 'kept' END",
): string {
  const v = (c: Column): string => quoteName(`v_${c.name}`);
  const p = (c: Column): string => quoteName(`p_${c.name}`);
  const name = (c: Column): string => quoteName(c.name);
  const parsed = given.map((c) => `${parseTyped(v(c), c.type, rulesOf(c, mapping, declared))} AS ${p(c)}`);
  const held = given.map((c) => `${holdRange(p(c), c.type)} AS ${name(c)}`);
  const fault = (c: Column, condition: string, kind: Fault): string =>
    `WHEN ${condition} THEN ${numberOf(contract.columns.indexOf(c), kind)}`;
  const labelled = given.filter((c) => look && c === labelColumn(contract) && isOfRow(c, mapping));
  // Before all else: nothing that is missing from a row of sums, or fails on it, has to be mended.
  const totals = labelled.map((c) => fault(c, isTotalLabel(v(c)), 'total'));
  const checks = given.flatMap((c) => {
    const when = (condition: string, kind: Fault): string => fault(c, condition, kind);
    const whens: string[] = [];
    if (mapping.columns.get(c.name)?.sql !== undefined)
      whens.push(when(quoteName(`f_${c.name}`), 'expression'));
    if (c.required) whens.push(when(`${v(c)} IS NULL`, 'missing'));
    if (named.has(contract.kind) && contract.key.includes(c.name) && c.type.is === 'id')
      whens.push(when(isReserved(v(c)), 'reserved'));
    if (c.type.is !== 'text' && c.type.is !== 'id')
      return [...whens, when(`${name(c)} IS NULL AND ${v(c)} IS NOT NULL`, 'unreadable')];
    // Bytes are known, characters have to be counted: there are never more of these.
    const limit = c.type.is === 'id' ? longestId : longestText;
    return [...whens, when(`strlen(${v(c)}) > ${limit} AND length(${v(c)}) > ${limit}`, 'too_long')];
  });
  const bad = given.map((c) => `WHEN ${contract.columns.indexOf(c)} THEN ${v(c)}`).join(' ');
  return `
    WITH texts AS (${texts}),
    parsed AS (SELECT *, ${parsed.join(', ')} FROM texts),
    held AS (SELECT *, ${held.join(', ')} FROM parsed),
    faulted AS (SELECT *, CASE ${totals.join(' ')} WHEN keeps = ${whereFailed} THEN -1 ${checks.join(' ')} END AS fault, ${place} AS stands FROM held)
    SELECT ${[...carried, ...given.map(name)].join(', ')}, fault,
      CASE WHEN fault >= 0 THEN CASE fault // ${faults.length} ${bad} END END AS bad,
      CASE WHEN stands <> 'kept' THEN stands WHEN fault IS NOT NULL THEN 'rejected' ELSE 'staged' END AS fate
    FROM faulted`;
}

/** Where a hand-kept table writes 合計: the first id that says what a row is about. */
const labelColumn = ({ columns, key }: Contract): Column | undefined =>
  columns.find((c) => c.required && c.type.is === 'id' && key.includes(c.name));

/** A constant of the configuration labels no row. */
function isOfRow({ name }: Column, mapping: Mapping): boolean {
  const m = mapping.columns.get(name);
  return m?.from !== undefined || m?.sql !== undefined;
}

/** Writes the rejected rows of one file's typed table (`from`) into `staging.rejects`, one line each, for the first thing wrong. */
export async function rejectUnreadable(
  db: Database,
  typing: Typing,
  from: string,
  file: number,
): Promise<void> {
  const found = await db.rows<{ fault: number }>(
    `SELECT DISTINCT fault FROM ${from} WHERE fate = 'rejected' ORDER BY fault`,
  );
  for (const { fault } of found) {
    const rows = `${from} WHERE fate = 'rejected' AND fault = ${fault}`;
    const column = fault < 0 ? undefined : typing.contract.columns[Math.floor(fault / faults.length)]!;
    const kind: Fault = fault < 0 ? 'expression' : faults[fault % faults.length]!;
    const why = column && kind === 'unreadable' ? explain(column, typing) : `'${kind}'`;
    const reasons = await db.rows<{ why: Fault }>(`SELECT DISTINCT ${why} AS why FROM ${rows} ORDER BY 1`);
    for (const reason of reasons)
      await writeRejects(db, typing, column, reason.why, `${rows} AND ${why} = '${reason.why}'`, file);
  }
}

/** SQL: the reason why `bad` doesn't read, as far as one is known. A number out of its range reads: nothing is wrong with its unit. */
function explain(column: Column, { mapping, declared }: Typing): string {
  const rules = rulesOf(column, mapping, declared);
  const why = whyUnreadable('bad', column.type, rules);
  if (why.length === 0) return "'unreadable'";
  const whens = why.map(([kind, condition]) => `WHEN ${condition} THEN '${kind}'`).join(' ');
  return `CASE WHEN ${parseTyped('bad', column.type, rules)} IS NOT NULL THEN 'unreadable' ${whens} ELSE 'unreadable' END`;
}

async function writeRejects(
  db: Database,
  { contract, mapping }: Typing,
  column: Column | undefined,
  fault: Fault,
  rows: string,
  file: number,
): Promise<void> {
  const text = column && fault !== 'missing' && fault !== 'expression' ? 'bad' : `''`;
  const reject = describeFault(column, fault, mapping);
  const own = column === undefined ? undefined : mapping.columns.get(column.name)?.from;
  await db.run(
    `INSERT INTO staging.rejects
     SELECT ${quoteText(contract.kind)}, ${file}, _line, ${quoteText(own ?? column?.name ?? 'where')}, left(${text}, 200), ${quoteText(reject.code)},
       json_merge_patch(${quoteText(JSON.stringify(reject.params))}, json_object('value', left(${text}, 200), 'length', length(${text})))::VARCHAR
     FROM ${rows}`,
  );
}

function rulesOf(column: Column, mapping: Mapping, declared: Declared): ReadingRules {
  const { format, units, timezone } = mapping.columns.get(column.name) ?? {};
  return {
    timezone: timezone ?? declared.timezone,
    offset: timezone === undefined || timezone === declared.timezone ? declared.offset : undefined,
    format,
    units,
    decimal: declared.decimal,
  };
}
