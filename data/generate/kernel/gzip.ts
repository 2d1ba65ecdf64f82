/**
 * A small gzip writer: LZ77 within each block and fixed Huffman codes (RFC 1951, RFC 1952). zlib's own output depends on
 * its version and the processor, and the demo's files must be the same bytes everywhere.
 */
import { crc32 } from 'node:zlib';

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227,
];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const WINDOW = 32768;
const LONGEST = 257; // 258 has a code of its own; one byte less saves the special case
const HASH_BITS = 15;

export class Gzip {
  private bits = 0;
  private held = 0;
  private out: number[] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
  private crc = 0;
  private size = 0;

  /** One deflate block; returns the bytes that are ready. */
  block(bytes: Buffer): Buffer {
    this.crc = crc32(bytes, this.crc);
    this.size = (this.size + bytes.length) >>> 0;
    this.put(0b010, 3); // not the last block, fixed codes
    const seen = new Int32Array(1 << HASH_BITS).fill(-1);
    for (let at = 0; at < bytes.length; ) {
      const found = this.match(bytes, at, seen);
      if (found.length < 4) this.symbol(bytes[at++]!);
      else {
        this.copy(found.length, found.distance);
        at += found.length;
      }
    }
    this.symbol(256);
    return this.take();
  }

  /** The empty last block and the trailer. */
  end(): Buffer {
    this.put(0b011, 3);
    this.symbol(256);
    if (this.held > 0) this.put(0, 8 - this.held);
    for (const word of [this.crc, this.size])
      for (let i = 0; i < 32; i += 8) this.out.push((word >>> i) & 0xff);
    return this.take();
  }

  private match(bytes: Buffer, at: number, seen: Int32Array): { length: number; distance: number } {
    if (at + 4 > bytes.length) return { length: 0, distance: 0 };
    const slot = Math.imul(bytes.readUInt32LE(at), 0x9e3779b1) >>> (32 - HASH_BITS);
    const from = seen[slot]!;
    seen[slot] = at;
    if (from < 0 || at - from > WINDOW) return { length: 0, distance: 0 };
    const most = Math.min(LONGEST, bytes.length - at);
    let length = 0;
    while (length < most && bytes[from + length] === bytes[at + length]) length++;
    return { length, distance: at - from };
  }

  private copy(length: number, distance: number): void {
    const l = LENGTH_BASE.findLastIndex((base) => base <= length);
    this.symbol(257 + l);
    this.put(length - LENGTH_BASE[l]!, l < 8 ? 0 : (l >> 2) - 1);
    const d = DISTANCE_BASE.findLastIndex((base) => base <= distance);
    this.put(reversed(d, 5), 5);
    this.put(distance - DISTANCE_BASE[d]!, d < 4 ? 0 : (d >> 1) - 1);
  }

  private symbol(value: number): void {
    if (value < 144) this.put(reversed(0x30 + value, 8), 8);
    else if (value < 256) this.put(reversed(0x190 + value - 144, 9), 9);
    else if (value < 280) this.put(reversed(value - 256, 7), 7);
    else this.put(reversed(0xc0 + value - 280, 8), 8);
  }

  private put(value: number, count: number): void {
    this.bits |= value << this.held;
    for (this.held += count; this.held >= 8; this.held -= 8) {
      this.out.push(this.bits & 0xff);
      this.bits >>>= 8;
    }
  }

  private take(): Buffer {
    const ready = Buffer.from(this.out);
    this.out = [];
    return ready;
  }
}

function reversed(value: number, count: number): number {
  let result = 0;
  for (let i = 0; i < count; i++) result |= ((value >> i) & 1) << (count - 1 - i);
  return result;
}
