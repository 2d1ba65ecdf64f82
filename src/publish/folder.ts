/** The output folder as a whole: whether it may be replaced, and replacing it in one stroke. */
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { KadoError, problem } from '../errors.js';
import { forEachBounded } from './bounded.js';

/**
 * Throws (exit 2) where `outDir` must not be replaced: a file; the project, home or root folder or one above them;
 * a folder that is neither empty nor a former output of ours.
 */
export async function assertReplaceable(outDir: string, projectFolder: string): Promise<void> {
  const folder = await realFolder(outDir);
  for (const kept of [projectFolder, homedir(), process.cwd()])
    if (isInside(await realFolder(kept), folder))
      throw new KadoError(problem('out-too-high', { folder: outDir }));
  if (dirname(folder) === folder) throw new KadoError(problem('out-too-high', { folder: outDir }));

  const found = await stat(folder).catch(() => null);
  if (found === null) return;
  if (!found.isDirectory()) throw new KadoError(problem('out-is-file', { folder: outDir }));
  if ((await readdir(folder)).length > 0 && !(await isOurs(folder)))
    throw new KadoError(problem('out-not-ours', { folder: outDir }));
}

/** A former output holds a `manifest.json` whose top level has `kado` (the version that made it). */
export async function isOurs(folder: string): Promise<boolean> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null && 'kado' in manifest;
  } catch {
    return false;
  }
}

/** The folders beside the output that a replacement uses: same file system, so that rename is one step. */
export function besides(folder: string): {
  readonly next: string;
  readonly former: string;
  readonly stem: string;
} {
  const stem = `.${basename(folder)}.kado-next.`;
  return {
    stem,
    next: join(dirname(folder), `${stem}${process.pid}`),
    former: join(dirname(folder), `.${basename(folder)}.kado-former`),
  };
}

/**
 * Mends what a killed run left: the former output comes back if the new one never stood, and half-written folders
 * of processes that are gone are removed.
 */
export async function recover(outDir: string): Promise<void> {
  const folder = await realFolder(outDir);
  const { former, stem } = besides(folder);
  if (await exists(former)) {
    if (await exists(folder)) await rm(former, { recursive: true, force: true });
    else await rename(former, folder);
  }
  for (const name of await readdir(dirname(folder)).catch(() => []))
    if (name.startsWith(stem) && !isAlive(Number(name.slice(stem.length))))
      await rm(join(dirname(folder), name), { recursive: true, force: true });
}

/** Puts `next` where `folder` is. Whatever goes wrong, one of the two stands there afterwards. */
export async function swap(next: string, folder: string): Promise<void> {
  const { former } = besides(folder);
  const replaces = await exists(folder);
  if (replaces) await rename(folder, former);
  try {
    await rename(next, folder);
  } catch (error) {
    if (replaces) await rename(former, folder);
    throw error;
  }
  await syncPath(dirname(folder));
  await rm(former, { recursive: true, force: true });
}

/** Everything under `folder` reaches the disk before the swap: a rename must not outrun its bytes. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  await forEachBounded([...paths, folder], syncPath);
}

async function syncPath(path: string): Promise<void> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    // Windows opens no folders and has no need to.
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    await handle.sync();
  } catch (error) {
    // Network file systems and Windows refuse to sync some handles opened for reading; the data is theirs to keep.
    if (
      !['EINVAL', 'EPERM', 'ENOTSUP', 'EBADF', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
    )
      throw error;
  } finally {
    await handle.close();
  }
}

/** The folder with links resolved, even where its last parts do not exist yet. */
export async function realFolder(path: string): Promise<string> {
  const full = resolve(path);
  try {
    return await realpath(full);
  } catch {
    const parent = dirname(full);
    return parent === full ? full : join(await realFolder(parent), basename(full));
  }
}

/** Makes the parent, so that siblings can be made. */
export const prepareParent = async (folder: string): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true });
};

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
