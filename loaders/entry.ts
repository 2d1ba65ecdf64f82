/** Stage 1b: one source entry (all files of its paths) → typed rows in `staging.<kind>`, rejects, and each file's account. */
import type { Config, Source } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import type { Problem } from '../src/errors.js';
import type { RunContext } from '../src/run.js';
import type { Contract } from '../src/staging/contract.js';
import type { Receipt } from '../src/staging/receipt.js';
import { checkCap } from './caps.js';
import { correctedRelation, findCells, type Plan } from './corrections.js';
import { choosePreset, type Export, openExports, pathOf } from './exports.js';
import { lineColumn } from './formats/table.js';
import { orderRows } from './keepLast.js';
import { declareOrder } from './mapping.js';
import type { Preset } from './presets/preset.js';
import { textsQuery } from './read.js';
import { placesQuery, type Typing, typingQuery } from './typed.js';
import { type Entry, loadWeighed, settle, stageExport, typedName, typingOf } from './typedExport.js';

export interface EntryResult {
  readonly receipts: Receipt[];
  readonly warnings: readonly Problem[];
  /** Canonical columns that at least one file gives. */
  readonly mapped: ReadonlySet<string>;
}

/** Loads one entry. `firstFile` numbers its files within the run. Throws a KadoError when a file can't be used at all. */
export async function loadEntry(
  db: Database,
  config: Config,
  source: Source,
  contract: Contract,
  firstFile: number,
  plan: Plan,
  ctx: RunContext,
): Promise<EntryResult> {
  const entry: Entry = { db, config, source, contract, plan, ctx, warnings: [] };
  const preset = choosePreset(config, source);
  const exports = await openExports(db, config, source, contract, preset, firstFile);
  // Which row of a log is its last is decided over all files; otherwise each file goes through by itself.
  if (source.keepLast) await stageLog(entry, exports, preset);
  else for (const e of exports) await stageExport(entry, e);
  return describeEntry(entry, exports, preset);
}

/** What is said of an entry whose rows have found their places. */
export function describeEntry(
  { warnings }: Entry,
  exports: readonly Export[],
  preset: Preset | undefined,
): EntryResult {
  const ofFiles = exports.flatMap((e) => [...e.table.warnings, checkCap(e.receipt, preset) ?? []].flat());
  return {
    receipts: exports.map((e) => e.receipt),
    warnings: [...ofFiles, ...warnings],
    mapped: new Set(exports.flatMap((e) => [...e.mapping.columns.keys()])),
  };
}

async function stageLog(entry: Entry, all: readonly Export[], preset: Preset | undefined): Promise<void> {
  const exports = all.filter((e) => e.mapping.columns.size > 0);
  if (exports.length === 0) return;
  const { db, config, source, contract, plan } = entry;
  const log = `log_${source.kind}_${source.index}`;
  const typings: Typing[] = [];
  const orderFormats = new Map<string, Map<number, readonly string[]>>();
  const orders = source.keepLast!.order.map((o) =>
    declareOrder(o, preset, contract, exports.at(-1)!.mapping),
  );
  for (const [i, e] of exports.entries()) {
    const raw = `raw_${log}_${i}`;
    const weighed = await loadWeighed(entry, e, raw, orders);
    typings.push(typingOf(entry, e, weighed.mapping));
    for (const [name, formats] of weighed.orderFormats)
      orderFormats.set(name, (orderFormats.get(name) ?? new Map()).set(e.receipt.file, formats));
    const carried = [`${e.receipt.file}::INTEGER AS _file`, `${quoteName(lineColumn)} AS _line`];
    // All columns: files differ in what they give, and a correction may ask for any.
    const texts = textsQuery(source, contract.columns, weighed.mapping, weighed.from, carried);
    await db.run(
      i === 0 ? `CREATE TABLE ${quoteName(log)} AS ${texts}` : `INSERT INTO ${quoteName(log)} ${texts}`,
    );
    await db.run(`DROP TABLE ${quoteName(raw)}`);
  }
  const ordering = await orderRows(db, log, orders, config.timezone, orderFormats, (i) =>
    config.placeOf(pathOf(source, 'keep_last', 'order', i)),
  );
  entry.warnings.push(...ordering.warnings);
  const places = `places_${source.kind}_${source.index}`;
  await db.run(`CREATE TABLE ${quoteName(places)} AS ${placesQuery(log, ordering.sql)}`);
  await db.run(`DROP TABLE ${quoteName(log)}`);
  const found = exports.map((e) => e.found);
  const cells = await findCells(db, plan, contract, quoteName(places), found, exports[0]!.receipt.file);
  const relation = correctedRelation(quoteName(places), source.kind, cells);
  for (const [i, e] of exports.entries()) {
    const texts = `SELECT * FROM ${relation} WHERE _file = ${e.receipt.file}`;
    const typed = quoteName(typedName(e));
    await db.run(`CREATE TABLE ${typed} AS ${typingQuery(typings[i]!, texts, ['_line'], 'place')}`);
    await settle(entry, e, { typing: typings[i]!, from: typed });
    await db.run(`DROP TABLE ${typed}`);
  }
  await db.run(`DROP TABLE ${quoteName(places)}`);
}
