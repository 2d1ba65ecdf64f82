/** A file's bytes as a stream: checked before, hashed on the way, gunzipped, and checked again after. */
import { createHash, type Hash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { KadoError, problem } from '../../src/errors.js';
import { gunzip } from './gunzip.js';

/** As large as a block (blocks.ts), so that a chunk mostly becomes one without being joined. */
const CHUNK_BYTES = 256 * 1024;

/** An export on disk, as it was when it was opened. */
export interface ExportFile {
  /** Absolute; never shown. */
  readonly path: string;
  /** The path as the configuration has it: the only one that messages show. */
  readonly shown: string;
  /** Size as received (compressed, if it is). */
  readonly bytes: number;
  readonly compressed: boolean;
  /**
   * The content (gunzipped), in chunks. `hash` is given the bytes as received.
   * Throws KadoError: file_changed, file_unreadable, gz_broken, gz_too_large.
   */
  read(hash?: Hash): AsyncGenerator<Uint8Array>;
  /** sha-256 of the bytes as received, hexadecimal. Throws KadoError: file_changed, file_unreadable. */
  digest(): Promise<string>;
  /** For readers of their own: throws file_changed where the file is no longer the one that was opened. */
  check(): Promise<void>;
}

/**
 * Looks at a file without reading it through.
 * Gzip needs both the name and the magic bytes: where they disagree, one of them is wrong, and guessing would
 * either parse binary or hide a mislabelled file.
 * Throws KadoError: file_missing, file_is_directory, file_unreadable, file_empty, gz_misnamed, gz_unnamed.
 */
export async function openFile(path: string, shown: string): Promise<ExportFile> {
  const place = { file: shown };
  const first = await stat(path).catch((error) => fail(error, shown));
  if (!first.isFile()) throw new KadoError(problem('file_is_directory', {}, place));
  if (first.size === 0) throw new KadoError(problem('file_empty', { bytes: 0, plain: 0 }, place));
  const magic = await readMagic(path, shown);
  const compressed = magic.startsWith('1f8b');
  const named = /\.gz$/i.test(path);
  if (named && !compressed) {
    throw new KadoError(problem('gz_misnamed', { found: magic.match(/../g)?.join(' ') ?? '' }, place));
  }
  if (compressed && !named) throw new KadoError(problem('gz_unnamed', {}, place));
  const received = (hash?: Hash) => readReceived(path, shown, first, hash);
  return {
    path,
    shown,
    bytes: first.size,
    compressed,
    read: (hash) => (compressed ? gunzip(received(hash), shown, first.size) : received(hash)),
    digest: async () => {
      const hash = createHash('sha256');
      for await (const _ of received(hash));
      return hash.digest('hex');
    },
    check: () => checkSame(path, shown, first, first.size),
  };
}

async function readMagic(path: string, shown: string): Promise<string> {
  const handle = await open(path).catch((error) => fail(error, shown));
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('hex', 0, bytesRead);
  } catch (error) {
    return fail(error, shown);
  } finally {
    await handle.close();
  }
}

async function* readReceived(
  path: string,
  shown: string,
  first: Stats,
  hash?: Hash,
): AsyncGenerator<Uint8Array> {
  const handle: FileHandle = await open(path).catch((error) => fail(error, shown));
  const readNext = () => {
    const chunk = handle.read(Buffer.allocUnsafeSlow(CHUNK_BYTES), 0, CHUNK_BYTES);
    // A read that fails while nobody waits for it yet is told when somebody does.
    chunk.catch(() => undefined);
    return chunk;
  };
  // The next chunk is under way while this one is looked at: a third of the time of a large file.
  let next = readNext();
  try {
    let total = 0;
    // A file that grows faster than it is read would never end: stop as soon as there is more than at first.
    while (total <= first.size) {
      const { buffer, bytesRead } = await next;
      if (bytesRead === 0) break;
      next = readNext();
      total += bytesRead;
      const chunk = buffer.subarray(0, bytesRead);
      hash?.update(chunk);
      yield chunk;
    }
    await checkSame(path, shown, first, total);
  } catch (error) {
    fail(error, shown);
  } finally {
    await next.catch(() => undefined);
    await handle.close();
  }
}

/** `total` bytes were read of a file that was `first`: it must have been all, and still be the same. */
async function checkSame(path: string, shown: string, first: Stats, total: number): Promise<void> {
  const now = await stat(path).catch((error) => fail(error, shown));
  // The time catches a rewrite of equal length; it is only compared with itself, never used as a date.
  const same = now.size === first.size && now.mtimeMs === first.mtimeMs && now.ino === first.ino;
  if (total === first.size && same) return;
  const after = now.size === first.size ? total : now.size;
  throw new KadoError(problem('file_changed', { before: first.size, after }, { file: shown }));
}

/** The system's error as ours; an error that is already ours passes through. */
function fail(error: unknown, shown: string): never {
  if (error instanceof KadoError) throw error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  const place = { file: shown };
  if (code === 'ENOENT' || code === 'ENOTDIR') throw new KadoError(problem('file_missing', {}, place));
  if (code === 'EISDIR') throw new KadoError(problem('file_is_directory', {}, place));
  throw new KadoError(problem('file_unreadable', { reason: code }, place));
}
