/**
 * A workbook's container: the zip's directory, read by yauzl and judged before anything is unpacked, and its parts as
 * streams that may not grow beyond what the directory says. yauzl holds sizes and places; checksums are held here.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { KadoError, problem } from '../../src/errors.js';
import { ALWAYS_ALLOWED_BYTES, MAX_EXPANSION } from './gunzip.js';

export interface XlsxLimits {
  /** Of the file as received: it is held in memory while it is read. */
  readonly fileBytes: number;
  /** Parts in the zip. A workbook has some twenty, and a few for each sheet and picture. */
  readonly parts: number;
  /** What all parts together may unpack to. */
  readonly totalBytes: number;
  /** How many times its packed size a part may unpack to, once it is larger than `alwaysAllowed` (see gunzip.ts). */
  readonly expansion: number;
  readonly alwaysAllowed: number;
  /** Cells with content in the sheet that is read: 120,000 rows of a 36-column log are 4.3 million. */
  readonly cells: number;
  /** Characters in the rows of that sheet (one long shared text can be named by every cell), and of all shared texts. */
  readonly characters: number;
}

const MIB = 1024 * 1024;
export const xlsxLimits: XlsxLimits = {
  fileBytes: 256 * MIB,
  parts: 10_000,
  totalBytes: 512 * MIB,
  expansion: MAX_EXPANSION,
  alwaysAllowed: ALWAYS_ALLOWED_BYTES,
  cells: 10_000_000,
  characters: 256 * MIB,
};

/** One file within the zip. */
export interface Part {
  readonly name: string;
  readonly entry: Entry;
}

export interface Zip {
  readonly shown: string;
  readonly file: ZipFile;
  /** By lower-case name with forward slashes: names of parts have no case (ECMA-376 part 2, 6.2.2.3). */
  readonly parts: ReadonlyMap<string, Part>;
}

/** Bits of an entry: encrypted, its directory masked. yauzl itself stops at the bit of strong encryption. */
const ENCRYPTED = 0x2001;

/** Reads the directory. Throws KadoError workbook_{cut,encrypted,part_twice,too_many_parts,unpacks_too_large}. */
export async function openZip(bytes: Buffer, shown: string, limits: XlsxLimits): Promise<Zip> {
  const parts = new Map<string, Part>();
  try {
    // Names as bytes: decoding would refuse the leading slash and the code page that some writers give them.
    const file = await fromBufferPromise(bytes, { decodeStrings: false });
    await readDirectory(file, parts, bytes.length, shown, limits);
    return { shown, file, parts };
  } catch (error) {
    if (error instanceof KadoError) throw error;
    const place = { file: shown };
    // yauzl's errors have a message only.
    if (String(error).includes('strong encryption'))
      throw new KadoError(problem('workbook_encrypted', { part: `#${parts.size + 1}` }, place));
    throw new KadoError(problem('workbook_cut', { bytes: bytes.length }, place));
  }
}

/** Throws KadoError, and whatever yauzl throws. */
async function readDirectory(
  file: ZipFile,
  parts: Map<string, Part>,
  bytes: number,
  shown: string,
  limits: XlsxLimits,
): Promise<void> {
  const place = { file: shown };
  if (file.entryCount > limits.parts) {
    const params = { found: file.entryCount, limit: limits.parts };
    throw new KadoError(problem('workbook_too_many_parts', params, place));
  }
  let total = 0;
  for await (const entry of file.eachEntry()) {
    // Some writers put backslashes where the format has slashes.
    const name = entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\//, '');
    if (entry.relativeOffsetOfLocalHeader + entry.compressedSize > bytes)
      throw new KadoError(problem('workbook_cut', { bytes }, place));
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
      throw new KadoError(problem('workbook_encrypted', { part: name }, place));
    const key = name.toLowerCase();
    if (parts.has(key)) throw new KadoError(problem('workbook_part_twice', { part: name }, place));
    parts.set(key, { name, entry });
    total += entry.uncompressedSize;
    const ofPart = Math.max(limits.alwaysAllowed, entry.compressedSize * limits.expansion);
    const [found, limit] =
      entry.uncompressedSize > ofPart ? [entry.uncompressedSize, ofPart] : [total, limits.totalBytes];
    if (found > limit)
      throw new KadoError(problem('workbook_unpacks_too_large', { part: name, found, limit }, place));
  }
}

/**
 * A part's content. A part that lies about its size is stopped on the way, at the chunk that goes beyond. Throws KadoError
 * workbook_{part_broken,compression_unknown}.
 */
export async function* readPart({ file, shown }: Zip, { name, entry }: Part): AsyncGenerator<Buffer> {
  const place = { file: shown };
  if (!entry.canDecodeFileData()) {
    const params = { part: name, method: entry.compressionMethod };
    throw new KadoError(problem('workbook_compression_unknown', params, place));
  }
  let crc = 0;
  let whole = false;
  try {
    for await (const chunk of await file.openReadStreamPromise(entry)) {
      crc = crc32(chunk, crc);
      yield chunk;
    }
    whole = crc === entry.crc32;
  } catch {
    // All that can fail here is yauzl (its bounds and sizes) and zlib below it.
  }
  if (!whole) throw new KadoError(problem('workbook_part_broken', { part: name }, place));
}
