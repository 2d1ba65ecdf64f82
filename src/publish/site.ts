/** Writing a site: into a folder aside, checked, on the disk, then in the place of the former one. */
import { rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { KadoError, type Problem, problem } from '../errors.js';
import { forEachBounded } from './bounded.js';
import {
  assertReplaceable,
  besides,
  isOurs,
  prepareParent,
  realFolder,
  recover,
  swap,
  syncTree,
} from './folder.js';
import { foreignReferences } from './foreign.js';

/** A file to be written; `path` from the target folder, with forward slashes. */
export interface OutFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Replaces `outDir` by what `write` puts into the folder it is given; readers see the former output or the new one,
 * never a mixture. `write` must leave a `manifest.json` with a `kado` key there: the mark by which the next run knows
 * the folder. If it throws, nothing changes. Throws KadoError `out-*`.
 */
export async function writeSite(
  outDir: string,
  write: (stagingDir: string) => Promise<void>,
  projectFolder: string = process.cwd(),
): Promise<void> {
  await recover(outDir);
  await assertReplaceable(outDir, projectFolder);
  const folder = await realFolder(outDir);
  const { next } = besides(folder);
  // The next run would clear up after an interrupted one (recover), but nobody should have to wait for it.
  const clear = (): void => rmSync(next, { recursive: true, force: true });
  process.once('exit', clear);
  try {
    await atDisk(outDir, async () => {
      await prepareParent(folder);
      await rm(next, { recursive: true, force: true });
      await mkdir(next);
    });
    await write(next);
    if (!(await isOurs(next))) throw new Error('writeSite: write() left no manifest.json with a "kado" key');
    await atDisk(outDir, async () => {
      await syncTree(next);
      await swap(next, folder);
    });
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    throw error;
  } finally {
    process.removeListener('exit', clear);
  }
}

/**
 * Writes files under `root` as the iterable yields them, a bounded number at a time, so that thousands of pages are
 * rendered one by one and never held together. `onWritten` is called per file. Returns how many there were.
 */
export async function writeFiles(
  root: string,
  files: Iterable<OutFile> | AsyncIterable<OutFile>,
  onWritten: (file: OutFile) => void = () => {},
): Promise<number> {
  const folders = new Map<string, Promise<unknown>>();
  const taken = new Set<string>();
  await forEachBounded(files, async (file) => {
    const key = file.path.toLowerCase();
    // Programming errors, both: names come from fileNameOf, and each page is written once.
    if (/^[\\/]|^[a-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)|\\/i.test(file.path))
      throw new Error(`writeFiles: ${file.path} is outside`);
    if (taken.has(key)) throw new Error(`writeFiles: ${file.path} is written twice`);
    taken.add(key);
    const path = join(root, file.path);
    const folder = dirname(path);
    if (!folders.has(folder)) folders.set(folder, mkdir(folder, { recursive: true }));
    await folders.get(folder);
    await writeFile(path, file.content);
    onWritten(file);
  });
  return taken.size;
}

/** Every reference to another host in the written .html, .css and .svg files; none is how it must be. */
export async function checkReferences(folder: string): Promise<Problem[]> {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const problems = new Map<string, readonly Problem[]>();
  await forEachBounded(
    names.filter((name) => ['.html', '.css', '.svg'].includes(extname(name))),
    async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const found = foreignReferences(text, name.endsWith('.css') ? 'css' : 'markup');
      problems.set(
        name,
        found.map((reference) => problem('foreign-reference', { file: name, reference }, { file: name })),
      );
    },
  );
  return names.flatMap((name) => problems.get(name) ?? []);
}

async function atDisk(outDir: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new KadoError(problem('out-unwritable', { folder: outDir, reason: message }));
  }
}
