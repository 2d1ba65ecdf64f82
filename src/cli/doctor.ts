import { constants } from 'node:fs';
import { access, mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../loaders/index.js';
import { databaseVersion, openDatabase } from '../duckdb/database.js';
import { loadShells } from '../publish/shells.js';
import { type CommonOptions, outFolder, packageRoot, readConfig } from './options.js';
import type { Terminal } from './terminal.js';
import { version } from './version.js';

interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly detail: string;
}

/** A report of a group with 1,000 systems and its working files fit in this. */
const comfortableDisk = 2 * 1024 ** 3;

/** `kado doctor`: what works here and what to do. Exit 3 when a build could not run. */
export async function runDoctor(options: CommonOptions, terminal: Terminal): Promise<number> {
  const findings = [
    checkNode(),
    await checkDatabase(),
    await checkShells(),
    await checkDisk('temporary folder', tmpdir()),
    await checkOut(options),
    checkFonts(),
    await checkConfig(options),
    ...(await checkCache(options)),
  ];
  if (terminal.voice.json) for (const f of findings) terminal.print(JSON.stringify(f));
  else {
    terminal.print(`kado ${version}`);
    for (const f of findings) terminal.print(`${f.state.padEnd(8)} ${f.what}: ${f.detail}`);
  }
  return findings.some((f) => f.state === 'failed') ? 3 : 0;
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  return {
    what: 'Node',
    state: fits ? 'ok' : 'failed',
    detail: fits
      ? process.versions.node
      : `${process.versions.node}; install 20.19 or later, 22.12 or later, or 24`,
  };
}

async function checkDatabase(): Promise<Finding> {
  const folder = await mkdtemp(join(tmpdir(), 'kado-'));
  try {
    const db = await openDatabase(folder);
    await db.rows(`SELECT timezone('Asia/Tokyo', TIMESTAMP '2026-10-01')::VARCHAR AS t`);
    db.close();
    return { what: 'DuckDB', state: 'ok', detail: `${databaseVersion()}, with time zones` };
  } catch (error) {
    return {
      what: 'DuckDB',
      state: 'failed',
      detail: `${error instanceof Error ? error.message : error}; run npm ci again on this machine, so that its binary fits`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkShells(): Promise<Finding> {
  try {
    const shells = await loadShells(packageRoot);
    return { what: 'page shells', state: 'ok', detail: `${Object.keys(shells.kinds).length} kinds` };
  } catch (error) {
    return {
      what: 'page shells',
      state: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

async function checkDisk(what: string, folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GiB free`;
  return free >= comfortableDisk
    ? { what, state: 'ok', detail }
    : {
        what,
        state: 'warning',
        detail: `${detail}; a large report may need ${comfortableDisk / 1024 ** 3} GiB`,
      };
}

async function checkOut(options: CommonOptions): Promise<Finding> {
  const folder = outFolder(options);
  const parent = await access(folder).then(
    () => folder,
    () => join(folder, '..'),
  );
  return access(parent, 2).then(
    () => checkDisk('output', parent),
    () => ({
      what: 'output',
      state: 'failed' as const,
      detail: `${parent} cannot be written to; give another --out`,
    }),
  );
}

/** Pages name fonts that the reader's machine has; only charts as pictures would need one here. */
function checkFonts(): Finding {
  return {
    what: 'fonts and browser',
    state: 'ok',
    detail: "none needed to build: pages use the reader's own fonts",
  };
}

async function checkConfig(options: CommonOptions): Promise<Finding> {
  try {
    const config = await readConfig(options);
    return { what: 'configuration', state: 'ok', detail: config.file };
  } catch (error) {
    return {
      what: 'configuration',
      state: 'warning',
      detail: error instanceof Error ? error.message.split('\n')[0]! : String(error),
    };
  }
}

/** What was read of exports, so that unchanged ones aren't read again: where it lies and how much it takes. */
async function checkCache(options: CommonOptions): Promise<Finding[]> {
  const config = await readConfig(options).catch(() => undefined);
  if (!config) return [];
  const what = 'cache';
  const folder = cacheFolder(config);
  if (folder === undefined) return [{ what, state: 'ok', detail: 'none is kept (cache: none)' }];
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
  if (names === 'ENOENT') return [{ what, state: 'ok', detail: `${folder}: nothing is kept yet` }];
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (typeof names === 'string' || !writable)
    return [
      {
        what,
        state: 'warning',
        detail: `${folder} cannot be used (${typeof names === 'string' ? names : 'no right to write'}); every export is read anew each time: remove it, or name another folder under cache`,
      },
    ];
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return [
    {
      what,
      state: 'ok',
      detail: `${folder}: ${(bytes / 1024 ** 2).toFixed(1)} MiB of rows of the exports; may be removed at any time`,
    },
  ];
}
