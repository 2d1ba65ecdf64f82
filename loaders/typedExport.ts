/** One file on its way into staging: straight from DuckDB's own reader, or by way of raw rows where it needs judgement. */
import type { Config, OrderColumn, Source } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import { KadoError, type Problem } from '../src/errors.js';
import type { RunContext } from '../src/run.js';
import type { Column, Contract } from '../src/staging/contract.js';
import { adoptRows, copyAdopted } from './adopted.js';
import { correctedRelation, findCells, type Plan } from './corrections.js';
import { askDoubts, type WeighedColumn, weighEvidence } from './evidence.js';
import { type Export, loadExport, withSeriesName } from './exports.js';
import { lineColumn, type Scan, sizeColumn } from './formats/table.js';
import type { Mapping } from './mapping.js';
import { proveScan } from './raw.js';
import { textsQuery, weighedColumns } from './read.js';
import { rejectUnreadable, type Typing, typingQuery } from './typed.js';

/** What all entries of a run share. */
export interface Load {
  readonly db: Database;
  readonly config: Config;
  readonly plan: Plan;
  /** The zone's constant offset, see ReadingRules. */
  readonly offset: number | undefined;
  readonly ctx: RunContext;
}

/** What the steps of one source entry share. */
export interface Entry extends Load {
  readonly source: Source;
  readonly contract: Contract;
  /** Filled on the way. */
  readonly warnings: Problem[];
}

export const givenColumns = (contract: Contract, exports: readonly Export[]): Column[] =>
  contract.columns.filter((c) => exports.some((e) => e.mapping.columns.has(c.name)));

export function typingOf(
  { config, source, contract, offset }: Entry,
  e: Export,
  mapping = e.mapping,
): Typing {
  const declared = { timezone: config.timezone, offset, decimal: source.decimal };
  return { contract, given: givenColumns(contract, [e]), mapping, declared };
}

/** Not by the file's number alone: an entry that failed half-way leaves its tables, and its numbers go to the next one. */
const nameOf = (step: string, { receipt: r }: Export): string => `${step}_${r.kind}_${r.entry}_${r.file}`;
export const typedName = (e: Export): string => nameOf('typed', e);

/** Types that wait to be settled: SQL for FROM, with `_line`. */
export interface Typed {
  readonly typing: Typing;
  readonly from: string;
}

/** Brings a file's rows to their places in staging, the rejects and its account. */
export async function stageExport(entry: Entry, e: Export): Promise<void> {
  if (e.mapping.columns.size === 0) return;
  const straight = await typeStraight(entry, e);
  const kept = await settle(entry, e, straight ?? (await typeCarefully(entry, e)), straight !== undefined);
  if (!kept) await entry.db.run(`DROP TABLE ${quoteName(typedName(e))}`);
}

/** Whether nothing asks for a look at raw rows: no correction may hit, no log has to be put in order. */
export const maySkipRaw = ({ source, plan }: Entry): boolean =>
  !source.keepLast && (plan.meant.get(source.kind)?.length ?? 0) === 0;

/**
 * SELECT from a scan with types, fates, the size of each row and `doubt`: whether a value of the row may read in more than one way
 * (then the file has to be weighed as a whole).
 */
export function straightQuery(entry: Entry, e: Export, scan: Scan, totals = true): string {
  const typing = { ...typingOf(entry, e), totals };
  const doubts = askDoubts(weighedColumns(typing.given, typing.mapping, [], true), {
    decimal: entry.source.decimal,
    delimiter: e.table.receipt.delimiter,
  }).map(
    ({ column, condition }) => `coalesce(${quickly(column, condition, e.table.receipt.delimiter)}, false)`,
  );
  const doubt = `${doubts.length === 0 ? 'false' : doubts.join(' OR ')} AS doubt`;
  const size = quoteName(sizeColumn);
  const texts = textsQuery(
    entry.source,
    typing.given,
    typing.mapping,
    withSeriesName(e, scan.from),
    [size],
    scan.spaces,
  );
  return typingQuery(typing, texts, [size, doubt]);
}

/** Whether a value may be doubtful, asked of few: not of dates that read without a format, nor of what DuckDB takes for a number. */
function quickly({ name, type, text }: WeighedColumn, condition: string, delimiter: string): string {
  if (type === 'time' || type === 'date') return `CASE WHEN ${quoteName(name)} IS NULL THEN ${condition} END`;
  // Parted by semicolons, a file may mean thousands by a point.
  return delimiter === ';'
    ? condition
    : `CASE WHEN try_cast(${text} AS DOUBLE) IS NULL THEN ${condition} END`;
}

async function typeStraight(entry: Entry, e: Export): Promise<Typed | undefined> {
  const { db, ctx } = entry;
  if (!maySkipRaw(entry)) return undefined;
  return e.table.scan?.(db, async (scan) => {
    ctx.progress.stage(e.receipt.path);
    const typed = typedName(e);
    const table = quoteName(typed);
    const count = await proveScan(
      db,
      scan,
      typed,
      `CREATE TABLE ${table} AS ${straightQuery(entry, e, scan)}`,
    );
    if (count === undefined) return undefined;
    const [found] = await db.rows<{ doubt: boolean | null }>(`SELECT bool_or(doubt) AS doubt FROM ${table}`);
    if (found!.doubt) {
      await db.run(`DROP TABLE ${table}`);
      return undefined;
    }
    ctx.progress.step(count);
    e.receipt.rows = count;
    return {
      typing: typingOf(entry, e),
      from: `(SELECT rowid + ${scan.firstLine} AS _line, * FROM ${table})`,
    };
  });
}

async function typeCarefully(entry: Entry, e: Export): Promise<Typed> {
  const { db, source, contract } = entry;
  const raw = nameOf('raw', e);
  const { from, mapping } = await loadWeighed(entry, e, raw, []);
  const typing = typingOf(entry, e, mapping);
  const corrected = !maySkipRaw(entry);
  const carried = [`${e.receipt.file}::INTEGER AS _file`, `${quoteName(lineColumn)} AS _line`];
  // A correction may ask for any column of the key.
  let texts = textsQuery(source, corrected ? contract.columns : typing.given, mapping, from, carried);
  const textTable = quoteName(nameOf('texts', e));
  if (corrected) {
    await db.run(
      `CREATE TABLE ${textTable} AS SELECT *, CASE WHEN keeps = 0 THEN 'filtered' ELSE 'kept' END AS place FROM (${texts})`,
    );
    const cells = await findCells(db, entry.plan, contract, textTable, [e.found], e.receipt.file);
    texts = `SELECT * FROM ${correctedRelation(textTable, source.kind, cells)}`;
  }
  const typed = quoteName(typedName(e));
  await db.run(`CREATE TABLE ${typed} AS ${typingQuery(typing, texts, ['_line'])}`);
  if (corrected) await db.run(`DROP TABLE ${textTable}`);
  await db.run(`DROP TABLE ${quoteName(raw)}`);
  return { typing, from: typed };
}

/** Raw rows, with the mapping that the file's own values decide where it leaves something open. Throws KadoError where they can't. */
export async function loadWeighed(
  { db, config, source, contract, ctx, warnings }: Entry,
  e: Export,
  raw: string,
  orders: readonly OrderColumn[],
): Promise<{ from: string; mapping: Mapping; orderFormats: ReadonlyMap<string, readonly string[]> }> {
  const from = await loadExport(db, source, e, raw, ctx);
  const evidence = await weighEvidence(db, {
    table: from,
    line: lineColumn,
    path: e.receipt.path,
    delimiter: e.table.receipt.delimiter,
    decimal: source.decimal,
    timezone: config.timezone,
    typedDates: e.table.typedDates,
    columns: weighedColumns(givenColumns(contract, [e]), e.mapping, orders),
  });
  if (evidence.problems.length > 0) throw new KadoError(evidence.problems);
  warnings.push(...evidence.warnings);
  const columns = new Map(
    [...e.mapping.columns].map(([name, m]) => [
      name,
      { ...m, format: evidence.formats.get(name) ?? m.format },
    ]),
  );
  return { from, mapping: { ...e.mapping, columns }, orderFormats: evidence.formats };
}

/** Each row of a typed table to its place: staging, the rejects, or only the account. True: the table itself is staged (adopted.ts). */
export async function settle(
  { db, source }: Entry,
  { receipt }: Export,
  { typing, from }: Typed,
  adoptable = false,
): Promise<boolean> {
  await rejectUnreadable(db, typing, from, receipt.file);
  const counts = await db.rows<{ fate: 'staged' | 'rejected' | 'filtered' | 'superseded'; n: number }>(
    `SELECT fate, count(*) AS n FROM ${from} GROUP BY fate`,
  );
  for (const { fate, n } of counts) receipt[fate] += n;
  const given = new Set(typing.given.map((c) => c.name));
  const marks = { file: receipt.file, entry: source.index };
  if (adoptable && (await adoptRows(db, typing.contract, given, from, receipt.staged, marks))) return true;
  await copyAdopted(db, source.kind);
  const names = typing.given.map((c) => quoteName(c.name)).join(', ');
  await db.run(
    `INSERT INTO staging.${quoteName(source.kind)} BY NAME SELECT ${receipt.file}::INTEGER AS _file, _line, ${source.index} AS _entry, ${names} FROM ${from} WHERE fate = 'staged'`,
  );
  return false;
}
