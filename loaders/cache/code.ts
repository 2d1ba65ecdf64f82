/** What decides how an export is read, besides its bytes and its mapping: Kado's own code. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything that the loaders import lies here (test/house.test.ts holds them to it). */
const rooms = ['loaders', 'src/config', 'src/duckdb', 'src/errors', 'src/staging'];
const files = ['src/errors', 'src/run'];

const own = fileURLToPath(import.meta.url);
/** The checkout, or its `lib`. */
const root = resolve(dirname(own), '../..');
/** `.ts` where it runs from its sources. */
const ending = extname(own);

let known: Promise<string> | undefined;

/**
 * sha-256 over the code that reads exports and over package.json, which names Kado's version and those of its libraries: whoever
 * changes a loader must not meet what it read before. Computed once per process.
 */
export function hashCode(): Promise<string> {
  known ??= computeHash();
  return known;
}

async function computeHash(): Promise<string> {
  const found = files.map((file) => join(root, `${file}${ending}`));
  for (const room of rooms)
    for (const name of await readdir(join(root, room), { recursive: true }))
      if (name.endsWith(ending)) found.push(join(root, room, name));
  const hash = createHash('sha256');
  for (const file of found.sort())
    addFile(hash, relative(root, file).split(sep).join('/'), await readFile(file));
  addFile(hash, 'package.json', await readPackage());
  return hash.digest('hex');
}

/** With its length, so that no text can pass from one file into the next unseen. */
function addFile(hash: ReturnType<typeof createHash>, name: string, bytes: Uint8Array): void {
  hash.update(`${name}\n${bytes.length}\n`).update(bytes);
}

const readPackage = (): Promise<Uint8Array> =>
  readFile(join(root, 'package.json')).catch(() => readFile(join(root, '..', 'package.json')));
