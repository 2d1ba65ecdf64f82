/** A file of corrections → its entries with their places, or one KadoError that lists everything wrong with its form. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { KadoError, type Place, type Problem, problem } from '../errors.js';
import { explain } from './complaints.js';
import { correctionsSchema, type WrittenCorrection } from './correctionEntry.js';
import { maxBytes, parseFile } from './document.js';
import { correctionsJsonSchema } from './jsonSchema.js';
import { shownFile } from './location.js';
import type { Correction, Corrections } from './model.js';
import { locate, type Parsed } from './place.js';
import { readTree } from './tree.js';

/** Gives the bytes of a file that stands beside the configuration; `size` beyond the limit is not read. */
export type ReadBeside = (absolute: string) => Uint8Array;

/** From the disk. What is no plain file is refused: a pipe would never end. */
export function readFromDisk(absolute: string): Uint8Array {
  const found = statSync(absolute);
  if (!found.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
  if (found.size > maxBytes) throw new TooLarge(found.size);
  return readFileSync(absolute);
}

class TooLarge extends Error {
  constructor(readonly bytes: number) {
    super('too large');
  }
}

/** Reads the file that `written` names; `at` is where the configuration names it. A file without entries is no mistake. */
export function readCorrections(
  written: string,
  folder: string,
  at: Place,
  readBeside: ReadBeside,
): Corrections {
  const path = shownFile(written);
  const absolute = resolve(folder, written);
  const bytes = readBytes(absolute, path, at, readBeside);
  const parsed = parseFile(bytes, path);
  return {
    path,
    absolute,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    entries: isBlank(parsed) ? [] : readEntries(parsed),
    placeOf: (keys) => locate(parsed, keys).at,
  };
}

function readBytes(absolute: string, path: string, at: Place, readBeside: ReadBeside): Uint8Array {
  const tooLarge = (bytes: number): KadoError =>
    new KadoError(problem('corrections_too_large', { bytes, limit: maxBytes }, { file: path }));
  try {
    const bytes = readBeside(absolute);
    if (bytes.byteLength <= maxBytes) return bytes;
    throw tooLarge(bytes.byteLength);
  } catch (cause) {
    if (cause instanceof KadoError) throw cause;
    if (cause instanceof TooLarge) throw tooLarge(cause.bytes);
    const { code, message } = cause as NodeJS.ErrnoException;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    throw new KadoError(
      missing
        ? problem('corrections_missing', { file: path }, at)
        : problem('corrections_unreadable', { file: path, detail: code ?? message }, at),
    );
  }
}

/** What is left when the last correction was mended at its source: nothing, or comments. */
const isBlank = ({ document: { contents } }: Parsed): boolean =>
  contents === null || (contents as { value?: unknown }).value === null;

function readEntries(parsed: Parsed): Correction[] {
  // Without an environment: a stranger's corrections must not bring a secret into the report.
  const { tree, problems } = readTree(parsed, undefined);
  const result = correctionsSchema.safeParse(tree);
  const found: Problem[] = [
    ...problems,
    ...explain(result.error?.issues ?? [], parsed, correctionsJsonSchema),
  ];
  if (!result.success || found.length > 0) throw new KadoError(inOrder(found));
  return result.data.map((entry, index) => resolveEntry(entry, index, locate(parsed, [index]).at));
}

const missingIfEmpty = (value: string | null): string | null => (value === '' ? null : value);

function resolveEntry(written: WrittenCorrection, index: number, place: Place): Correction {
  const { key } = written;
  return {
    ...written,
    index,
    place,
    key:
      typeof key === 'object'
        ? Object.assign(
            Object.create(null),
            Object.fromEntries(Object.entries(key).map(([name, value]) => [name, missingIfEmpty(value)])),
          )
        : key,
    file: written.file?.replaceAll('\\', '/'),
    from: missingIfEmpty(written.from),
    to: missingIfEmpty(written.to),
  };
}

/** As one reads the file: by line, then by column. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const position = ({ place }: Problem) => (place?.line ?? 0) * 1e6 + Number(place?.column ?? 0);
  return [...problems].sort((a, b) => position(a) - position(b));
}
