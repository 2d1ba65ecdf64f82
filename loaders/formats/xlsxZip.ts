/**
 * A workbook's container: the zip's directory, walked and judged before anything is unpacked, and its parts as streams
 * that may not grow beyond what the directory says.
 */
import { crc32, createInflateRaw } from 'node:zlib';
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
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface Zip {
  readonly shown: string;
  readonly bytes: Buffer;
  /** By lower-case name with forward slashes: names of parts have no case (ECMA-376 part 2, 6.2.2.3). */
  readonly parts: ReadonlyMap<string, Part>;
}

const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 } as const;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const ZIP64_FIELD = 0x0001;
const IN_ZIP64 = 0xffffffff;
const ENCRYPTED = 0x2041;
const STORED = 0;
const DEFLATED = 8;
const OUTPUT_CHUNK_BYTES = 256 * 1024;

/** Walks the directory. Throws KadoError workbook_{cut,encrypted,part_twice,too_many_parts,unpacks_too_large}. */
export function openZip(bytes: Buffer, shown: string, limits: XlsxLimits): Zip {
  const place = { file: shown };
  const cut = () => new KadoError(problem('workbook_cut', { bytes: bytes.length }, place));
  const { count, start } = findDirectory(bytes) ?? fail(cut());
  if (count > limits.parts)
    throw new KadoError(problem('workbook_too_many_parts', { found: count, limit: limits.parts }, place));
  const parts = new Map<string, Part>();
  let total = 0;
  for (let i = 0, at = start; i < count; i++) {
    if (at + CENTRAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== SIGNATURE.central) throw cut();
    const end = at + CENTRAL_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30);
    if (end > bytes.length) throw cut();
    const part = readEntry(bytes, at) ?? fail(cut());
    if (part.offset + LOCAL_BYTES + part.packed > start) throw cut();
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0)
      throw new KadoError(problem('workbook_encrypted', { part: part.name }, place));
    const key = part.name.toLowerCase();
    if (parts.has(key)) throw new KadoError(problem('workbook_part_twice', { part: part.name }, place));
    parts.set(key, part);
    total += part.size;
    holdSize(part, part.size, total, limits, shown);
    at = end + bytes.readUInt16LE(at + 32);
  }
  return { shown, bytes, parts };
}

function holdSize(part: Part, size: number, total: number, limits: XlsxLimits, shown: string): void {
  const ofPart = Math.max(limits.alwaysAllowed, part.packed * limits.expansion);
  const [found, limit] = size > ofPart ? [size, ofPart] : [total, limits.totalBytes];
  if (found <= limit) return;
  throw new KadoError(
    problem('workbook_unpacks_too_large', { part: part.name, found, limit }, { file: shown }),
  );
}

/** Where the directory begins and how many entries it has, from the record at the file's end. */
function findDirectory(bytes: Buffer): { count: number; start: number } | undefined {
  const from = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= from; at--) {
    if (bytes.readUInt32LE(at) !== SIGNATURE.end) continue;
    if (at + END_BYTES + bytes.readUInt16LE(at + 20) !== bytes.length) continue;
    const count = bytes.readUInt16LE(at + 10);
    const start = bytes.readUInt32LE(at + 16);
    if (count !== 0xffff && start !== IN_ZIP64) return start <= at ? { count, start } : undefined;
    if (at < LOCATOR_BYTES) return undefined;
    const end64 = Number(bytes.readBigUInt64LE(at - LOCATOR_BYTES + 8));
    if (end64 + 56 > at || bytes.readUInt32LE(end64) !== SIGNATURE.end64) return undefined;
    const start64 = Number(bytes.readBigUInt64LE(end64 + 48));
    return start64 <= end64
      ? { count: Number(bytes.readBigUInt64LE(end64 + 32)), start: start64 }
      : undefined;
  }
  return undefined;
}

/** An entry of the directory; sizes that don't fit into it stand in its zip64 field. */
function readEntry(bytes: Buffer, at: number): Part | undefined {
  const nameEnd = at + CENTRAL_BYTES + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  let wide: Buffer = Buffer.alloc(0);
  for (let field = nameEnd; field + 4 <= extraEnd; field += 4 + bytes.readUInt16LE(field + 2))
    if (bytes.readUInt16LE(field) === ZIP64_FIELD)
      wide = bytes.subarray(field + 4, Math.min(extraEnd, field + 4 + bytes.readUInt16LE(field + 2)));
  let next = 0;
  let whole = true;
  const sizeAt = (place: number): number => {
    const value = bytes.readUInt32LE(place);
    if (value !== IN_ZIP64) return value;
    if (next + 8 > wide.length) whole = false;
    next += 8;
    return whole ? Number(wide.readBigUInt64LE(next - 8)) : 0;
  };
  // In the order in which the zip64 field holds them.
  const size = sizeAt(at + 24);
  const packed = sizeAt(at + 20);
  const offset = sizeAt(at + 42);
  // Some writers put backslashes where the format has slashes.
  const name = bytes
    .toString('utf8', at + CENTRAL_BYTES, nameEnd)
    .replaceAll('\\', '/')
    .replace(/^\//, '');
  const method = bytes.readUInt16LE(at + 10);
  return whole ? { name, method, crc: bytes.readUInt32LE(at + 16), packed, size, offset } : undefined;
}

/**
 * A part's content. What comes out is held against the directory's word on the way, not after: a part that lies about
 * its size costs one chunk more than it said. Throws KadoError workbook_{part_broken,compression_unknown}.
 */
export async function* readPart({ bytes, shown }: Zip, part: Part): AsyncGenerator<Buffer> {
  const place = { file: shown };
  const broken = () => new KadoError(problem('workbook_part_broken', { part: part.name }, place));
  if (part.method !== STORED && part.method !== DEFLATED) {
    const params = { part: part.name, method: part.method };
    throw new KadoError(problem('workbook_compression_unknown', params, place));
  }
  if (bytes.readUInt32LE(part.offset) !== SIGNATURE.local) throw broken();
  const names = bytes.readUInt16LE(part.offset + 26) + bytes.readUInt16LE(part.offset + 28);
  const start = part.offset + LOCAL_BYTES + names;
  const packed = bytes.subarray(start, start + part.packed);
  let size = 0;
  let crc = 0;
  for await (const chunk of part.method === STORED ? [packed] : inflate(packed, broken)) {
    size += chunk.length;
    crc = crc32(chunk, crc);
    if (size > part.size) throw broken();
    yield chunk;
  }
  if (size !== part.size || crc !== part.crc) throw broken();
}

async function* inflate(packed: Buffer, broken: () => KadoError): AsyncGenerator<Buffer> {
  const unpacked = createInflateRaw({ chunkSize: OUTPUT_CHUNK_BYTES });
  unpacked.end(packed);
  try {
    for await (const chunk of unpacked) yield chunk as Buffer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw broken();
    throw error;
  } finally {
    unpacked.destroy();
  }
}

function fail(error: Error): never {
  throw error;
}
