/**
 * What was read of an export before: where neither its bytes nor anything else has changed on which its rows depend, these are
 * put back instead of being read again. Whatever is wrong with what was kept, the exports say it all anew: no fault of the cache
 * ends a run or shows in its result.
 */
import { resolve } from 'node:path';
import type { Config } from '../../src/config/model.js';
import { KadoError, type Problem } from '../../src/errors.js';
import type { RunContext } from '../../src/run.js';
import type { Receipt } from '../../src/staging/receipt.js';
import type { EntryResult } from '../entry.js';
import { openFile } from '../formats/bytes.js';
import type { Load } from '../typedExport.js';
import {
  fetchRows,
  keepRows,
  prepareFolder,
  readRecord,
  type SlotRecord,
  sweep,
  writeRecord,
} from './record.js';
import { putRows, takeRows } from './rows.js';
import { nameSlot, ownerOf, type Slot, type Unit } from './slot.js';

export interface Cache {
  /** Absolute. */
  readonly folder: string;
  /** Versions of what reads besides Kado and DuckDB: Node's tables of characters and zones. */
  readonly runtime: string;
  /** False: what is there is used, and nothing is added; turned to false where something goes wrong. */
  writes: boolean;
  /** Slots of this run. */
  readonly used: Set<string>;
  /** How many exports needn't be read. */
  unchanged: number;
}

/** Where a configuration keeps what was read; undefined where it keeps nothing. */
export const cacheFolder = (config: Config): string | undefined =>
  config.cache === undefined ? undefined : resolve(config.folder, config.cache);

/** For one run. Undefined where the configuration wants none. */
export function openCache(
  config: Config,
  options: { readonly runtime: string; readonly writes: boolean },
): Cache | undefined {
  const folder = cacheFolder(config);
  return folder === undefined ? undefined : { folder, ...options, used: new Set(), unchanged: 0 };
}

/** The unit's result as it was kept, its rows put back into staging; else what `read` gives, which is kept. */
export async function loadKept(
  cache: Cache | undefined,
  load: Load,
  unit: Unit,
  read: () => Promise<EntryResult>,
): Promise<EntryResult> {
  if (!cache || unit.sources.length === 0) return read();
  const slot = await findSlot(cache, load, unit);
  if (!slot) return read();
  cache.used.add(slot.name);
  const kept = await takeKept(cache, load, unit, slot);
  if (kept) {
    cache.unchanged += kept.receipts.length;
    return kept;
  }
  const result = await read();
  if (cache.writes) await keep(cache, load, unit, slot, result);
  return result;
}

/** Once all is read: says what didn't have to be, and removes what this configuration no longer needs. */
export async function closeCache(cache: Cache, { config, ctx }: Load, exports: number): Promise<void> {
  const { folder, used, unchanged, writes } = cache;
  if (unchanged > 0)
    ctx.log.info(`${unchanged} of ${exports} exports are unchanged and were not read again`, {
      unchanged,
      exports,
    });
  if (writes) await sweep(folder, ownerOf(config), used).catch((error) => give(cache, ctx, error));
}

async function findSlot(cache: Cache, load: Load, unit: Unit): Promise<Slot | undefined> {
  try {
    return await nameSlot(load, unit, cache.runtime);
  } catch (error) {
    // A path without a file: whoever reads it says so.
    if (error instanceof KadoError) return undefined;
    throw error;
  }
}

async function takeKept(
  { folder }: Cache,
  { db, ctx }: Load,
  unit: Unit,
  slot: Slot,
): Promise<EntryResult | undefined> {
  try {
    const record = await readRecord(folder, slot.name);
    if (!record || !(await areUnchanged(slot, record.receipts))) return undefined;
    const result = restore(record, unit);
    await putRows(db, unit, result, Object.keys(record.rows), (table, path) =>
      fetchRows(folder, record, table, path),
    );
    return result;
  } catch (error) {
    ctx.log.info(`what was kept of ${slot.files[0]!.shown} can't be used (${reasonOf(error)}): read anew`);
    return undefined;
  }
}

/** Sizes first, which cost nothing. */
async function areUnchanged({ files }: Slot, receipts: readonly Receipt[]): Promise<boolean> {
  try {
    const opened = await Promise.all(files.map((f) => openFile(f.absolute, f.shown)));
    if (opened.some((file, i) => file.bytes !== receipts[i]?.bytes)) return false;
    for (const [i, file] of opened.entries()) if ((await file.digest()) !== receipts[i]!.sha256) return false;
    return true;
  } catch (error) {
    if (error instanceof KadoError) return false;
    throw error;
  }
}

function restore({ receipts, warnings, mapped }: SlotRecord, { sources, firstFile }: Unit): EntryResult {
  return {
    // An entry may have moved in its list, and its files have other numbers.
    receipts: receipts.map((r) => ({
      ...r,
      file: r.file + firstFile,
      entry: sources.length === 1 ? sources[0]!.index : r.entry,
    })),
    warnings,
    mapped: new Set(mapped),
  };
}

async function keep(
  cache: Cache,
  { db, config, ctx }: Load,
  unit: Unit,
  slot: Slot,
  result: EntryResult,
): Promise<void> {
  const { folder } = cache;
  const { receipts, warnings } = result;
  if (!isOf(slot, receipts) || !warnings.every((w) => isLasting(w, config, slot))) return;
  try {
    await prepareFolder(folder);
    const rows = await takeRows(db, unit, result, (table, path) => keepRows(folder, slot.name, table, path));
    await writeRecord(folder, {
      slot: slot.name,
      receipts: receipts.map((r) => ({ ...r, file: r.file - unit.firstFile })),
      warnings,
      mapped: [...result.mapped],
      rows,
    });
  } catch (error) {
    give(cache, ctx, error);
  }
}

/** A file may have come or gone since the slot was named. */
const isOf = ({ files }: Slot, receipts: readonly Receipt[]): boolean =>
  files.length === receipts.length && files.every((f, i) => f.shown === receipts[i]!.path);

/** A warning that names a line of the configuration is true for as long as that line is part of the slot's name. */
const isLasting = ({ place }: Problem, { file }: Config, { places }: Slot): boolean =>
  place?.file !== file || places.some((p) => p.line === place.line && p.column === place.column);

/** Said once: a folder that can't be written to won't be better for the next entry. */
function give(cache: Cache, ctx: RunContext, error: unknown): void {
  cache.writes = false;
  ctx.log.info(`what was read can't be kept for the next time (${reasonOf(error)})`);
}

const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ??
  (error instanceof Error ? error.message.split('\n')[0]! : String(error));
