/** Stage 1b: one source entry (all files of its paths) → typed rows in `staging.<kind>`, rejects, and each file's account. */
import type { Config, Source } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import type { Problem } from '../src/errors.js';
import type { RunContext } from '../src/run.js';
import type { Column, Contract } from '../src/staging/contract.js';
import type { Receipt } from '../src/staging/receipt.js';
import { choosePreset, type Export, loadExport, openExports, pathOf, withSeriesName } from './exports.js';
import { lineColumn, sizeColumn } from './formats/table.js';
import { orderRows } from './keepLast.js';
import { declareOrder } from './mapping.js';
import { proveScan } from './raw.js';
import { textsQuery } from './read.js';
import { fatesQuery, rejectUnreadable, typingQuery } from './typed.js';

export interface EntryResult {
  readonly receipts: Receipt[];
  readonly warnings: readonly Problem[];
  /** Canonical columns that at least one file gives. */
  readonly mapped: ReadonlySet<string>;
}

/** What the steps of one entry share. */
interface Entry {
  readonly db: Database;
  readonly config: Config;
  readonly source: Source;
  readonly contract: Contract;
  readonly ctx: RunContext;
}

/** Loads one entry. `firstFile` numbers its files within the run. Throws a KadoError when a file can't be used at all. */
export async function loadEntry(
  db: Database,
  config: Config,
  source: Source,
  contract: Contract,
  firstFile: number,
  ctx: RunContext,
): Promise<EntryResult> {
  const entry: Entry = { db, config, source, contract, ctx };
  const preset = choosePreset(config, source);
  const exports = await openExports(db, config, source, contract, preset, firstFile);
  const warnings = exports.flatMap((e) => e.table.warnings);
  // Which row of a log is its last is decided over all files; otherwise each file goes through by itself.
  if (source.keepLast) {
    const log = `log_${source.kind}_${source.index}`;
    const given = givenColumns(contract, exports);
    for (const [i, e] of exports.entries()) await appendLog(entry, e, given, log, i === 0);
    const orders = source.keepLast.order.map((o) =>
      declareOrder(o, preset, contract, exports.at(-1)!.mapping),
    );
    const ordering = await orderRows(db, log, orders, config.timezone, (i) =>
      config.placeOf(pathOf(source, 'keep_last', 'order', i)),
    );
    warnings.push(...ordering.warnings);
    for (const e of exports) {
      const last = fatesQuery(log, ordering.sql, e.receipt.file);
      const query = typingQuery(contract, given, e.mapping, last, config.timezone, {
        carried: ['_line'],
        ranked: true,
      });
      const typed = typedName(e);
      await db.run(`CREATE TABLE ${quoteName(typed)} AS ${query}`);
      await settle(entry, e, given, quoteName(typed));
      await db.run(`DROP TABLE ${quoteName(typed)}`);
    }
    await db.run(`DROP TABLE ${quoteName(log)}`);
  } else {
    for (const e of exports) {
      const given = givenColumns(contract, [e]);
      const typed = (await typeStraight(entry, e, given)) ?? (await typeCarefully(entry, e, given));
      await settle(entry, e, given, typed);
      await db.run(`DROP TABLE ${quoteName(typedName(e))}`);
    }
  }
  return {
    receipts: exports.map((e) => e.receipt),
    warnings,
    mapped: new Set(exports.flatMap((e) => [...e.mapping.columns.keys()])),
  };
}

const givenColumns = (contract: Contract, exports: readonly Export[]): Column[] =>
  contract.columns.filter((c) => exports.some((e) => e.mapping.columns.has(c.name)));

/** Not by the file's number alone: an entry that failed half-way leaves its tables, and its numbers go to the next one. */
const typedName = ({ receipt: r }: Export): string => `typed_${r.kind}_${r.entry}_${r.file}`;
const rawName = ({ receipt: r }: Export): string => `raw_${r.kind}_${r.entry}_${r.file}`;

async function appendLog(
  { db, source, ctx }: Entry,
  e: Export,
  given: readonly Column[],
  log: string,
  first: boolean,
): Promise<void> {
  const from = await loadExport(db, source, e, rawName(e), ctx);
  const carried = [`${e.receipt.file}::INTEGER AS _file`, `${quoteName(lineColumn)} AS _line`];
  const texts = textsQuery(source, given, e.mapping, from, carried);
  await db.run(
    first ? `CREATE TABLE ${quoteName(log)} AS ${texts}` : `INSERT INTO ${quoteName(log)} ${texts}`,
  );
  await db.run(`DROP TABLE ${quoteName(rawName(e))}`);
}

/** From DuckDB's own reader to types in one statement; undefined where the file needs judgement. Gives SQL for FROM. */
async function typeStraight(
  { db, config, source, contract, ctx }: Entry,
  e: Export,
  given: readonly Column[],
): Promise<string | undefined> {
  const typed = typedName(e);
  return e.table.scan?.(db, async (scan) => {
    ctx.progress.stage(e.receipt.path);
    const texts = textsQuery(source, given, e.mapping, withSeriesName(e, scan.from), [quoteName(sizeColumn)]);
    const query = typingQuery(contract, given, e.mapping, texts, config.timezone, {
      carried: [quoteName(sizeColumn)],
    });
    const count = await proveScan(db, scan, typed, `CREATE TABLE ${quoteName(typed)} AS ${query}`);
    if (count === undefined) return undefined;
    ctx.progress.step(count);
    e.receipt.rows = count;
    return `(SELECT rowid + ${scan.firstLine} AS _line, * FROM ${quoteName(typed)})`;
  });
}

/** By way of a raw table. Gives SQL for FROM. */
async function typeCarefully(
  { db, config, source, contract, ctx }: Entry,
  e: Export,
  given: readonly Column[],
): Promise<string> {
  const raw = rawName(e);
  const typed = typedName(e);
  const from = await loadExport(db, source, e, raw, ctx);
  const texts = textsQuery(source, given, e.mapping, from, [`${quoteName(lineColumn)} AS _line`]);
  const query = typingQuery(contract, given, e.mapping, texts, config.timezone, { carried: ['_line'] });
  await db.run(`CREATE TABLE ${quoteName(typed)} AS ${query}`);
  await db.run(`DROP TABLE ${quoteName(raw)}`);
  return quoteName(typed);
}

/** Each row of a typed table to its place: staging, the rejects, or only the account. */
async function settle(
  { db, source, contract }: Entry,
  { mapping, receipt }: Export,
  given: readonly Column[],
  typed: string,
): Promise<void> {
  await rejectUnreadable(db, contract, mapping, typed, receipt.file);
  const names = given.map((c) => quoteName(c.name)).join(', ');
  await db.run(
    `INSERT INTO staging.${quoteName(source.kind)} BY NAME SELECT ${receipt.file}::INTEGER AS _file, _line, ${source.index} AS _entry, ${names} FROM ${typed} WHERE fate = 'staged'`,
  );
  const counts = await db.rows<{ fate: 'staged' | 'rejected' | 'filtered' | 'superseded'; n: number }>(
    `SELECT fate, count(*) AS n FROM ${typed} GROUP BY fate`,
  );
  for (const { fate, n } of counts) receipt[fate] += n;
}
