/** Gzip, unpacked as a stream, with a limit on how far it may expand. */
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { KadoError, problem } from '../../src/errors.js';

/**
 * Exports pack to 1/10–1/40 (the 2 MB ServiceNow log: 1/22); a log that repeats one line may reach 1/150. Deflate
 * can reach 1/1032, which only padding or an attack does.
 */
export const MAX_EXPANSION = 200;
/** Below this size even the worst ratio costs under a second, so a tiny file of equal rows is left in peace. */
export const ALWAYS_ALLOWED_BYTES = 64 * 1024 * 1024;
const OUTPUT_CHUNK_BYTES = 256 * 1024;

/**
 * Unpacks `received`; several gzip members in a row are one stream, as gzip(1) has it, and junk behind them is an error.
 * `bytes` is the compressed size. Throws KadoError: gz_broken, gz_too_large, and whatever `received` throws.
 */
export async function* gunzip(
  received: AsyncIterable<Uint8Array>,
  shown: string,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  const limit = Math.max(ALWAYS_ALLOWED_BYTES, bytes * MAX_EXPANSION);
  const unpacked = createGunzip({ chunkSize: OUTPUT_CHUNK_BYTES });
  // The callback is only there because pipeline wants one: the same error reaches the loop below.
  pipeline(Readable.from(received, { highWaterMark: 1 }), unpacked, () => {});
  let plain = 0;
  try {
    for await (const chunk of unpacked) {
      plain += chunk.length;
      if (plain > limit) {
        throw new KadoError(problem('gz_too_large', { plain, bytes, limit }, { file: shown }));
      }
      yield chunk;
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw error;
    const reason = (error as Error).message;
    throw new KadoError(problem('gz_broken', { plain, bytes, reason }, { file: shown }));
  }
}
