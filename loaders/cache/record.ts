/** The files of a slot: `<slot>.slot` says what was read and what came of it, the others hold the rows. */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../src/errors.js';
import type { Receipt } from '../../src/staging/receipt.js';
import { digest } from './slot.js';

/** What a unit's load gave, besides rows; files are numbered from 0. */
export interface SlotRecord {
  readonly slot: string;
  readonly receipts: readonly Receipt[];
  readonly warnings: readonly Problem[];
  readonly mapped: readonly string[];
  /** sha-256 of each file of rows, by its table; a table without rows has none. */
  readonly rows: Readonly<Record<string, string>>;
}

/** They hold rows of the exports: for their owner alone. */
const folderMode = 0o700;
const fileMode = 0o600;
const pieceBytes = 1 << 20;

/**
 * None of these endings is a format's, so that no glob takes what is kept for an export.
 * `part`: half-written.
 */
const fileOf = (folder: string, slot: string, ending: string): string => join(folder, `${slot}.${ending}`);
const recordEnding = 'slot';
const ownFile = /^([0-9a-f]{8})-([0-9a-f]{64})\.[a-z_]+(\.\d+\.part)?$/;

/** Undefined where nothing is kept. Throws where it isn't what was written. */
export async function readRecord(folder: string, slot: string): Promise<SlotRecord | undefined> {
  const path = fileOf(folder, slot, recordEnding);
  if (!(await stat(path).catch(() => undefined))?.isFile()) return undefined;
  const text = await readFile(path, 'utf8');
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, Math.max(0, end)) !== digest(body))
    throw new Error('its record is not as it was written');
  const record = JSON.parse(body) as SlotRecord;
  if (record.slot !== slot) throw new Error('its record is another one’s');
  return record;
}

/** Brings a file of rows to `path`, the very bytes that were compared. Throws where they aren't what was written. */
export async function fetchRows(
  folder: string,
  { slot, rows }: SlotRecord,
  table: string,
  path: string,
): Promise<void> {
  const kept = fileOf(folder, slot, table);
  if (!(await stat(kept)).isFile()) throw new Error('its rows are no file');
  if ((await copy(kept, path)) !== rows[table]) throw new Error('its rows are not as they were written');
}

/** Makes the folder. Git must not take it up with the project; a folder that already holds something is another's business. */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: folderMode });
  if ((await readdir(folder)).length > 0) return;
  await writeFile(join(folder, '.gitignore'), '*\n', { mode: fileMode });
}

/** Keeps a file of rows that stands at `path`; gives its sha-256. */
export const keepRows = (folder: string, slot: string, table: string, path: string): Promise<string> =>
  replace(fileOf(folder, slot, table), (part) => copy(path, part));

/** The last step: what has no record isn't there. */
export async function writeRecord(folder: string, record: SlotRecord): Promise<void> {
  const body = JSON.stringify(record);
  await replace(fileOf(folder, record.slot, recordEnding), (part) =>
    writeFile(part, `${digest(body)}\n${body}`, { flag: 'wx', mode: fileMode }),
  );
}

/** Removes the files of one owner's slots that aren't used, and what an interrupted run left half-written. */
export async function sweep(folder: string, owner: string, used: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, of, hash, part] = ownFile.exec(name) ?? [];
    if (of === owner && (part !== undefined || !used.has(`${of}-${hash}`))) await rm(join(folder, name));
  }
}

/** Whoever reads meanwhile finds the former file or the new one, never a part. */
async function replace<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = `${path}.${process.pid}.part`;
  try {
    await rm(part, { force: true });
    const result = await write(part);
    await syncFile(part);
    await rename(part, path);
    return result;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** A rename must not outrun its bytes. */
async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Copies a file to a new one; gives the sha-256 of what was copied. */
async function copy(from: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const source = await open(from, 'r');
  try {
    const target = await open(to, 'wx', fileMode);
    try {
      const piece = Buffer.allocUnsafe(pieceBytes);
      for (;;) {
        const { bytesRead } = await source.read(piece, 0, pieceBytes);
        if (bytesRead === 0) break;
        hash.update(piece.subarray(0, bytesRead));
        await target.writeFile(piece.subarray(0, bytesRead));
      }
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
  return hash.digest('hex');
}
