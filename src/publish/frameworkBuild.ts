/** Runs Observable Framework's build over a copy of `reports/`, with no network. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { KadoError, problem } from '../errors.js';

const run = promisify(execFile);

/** A build of seven empty shells takes 3 s; this long means that it waits for something. */
const BUILD_TIMEOUT_MS = 120_000;

export const frameworkFolder = (packageRoot: string): string =>
  join(packageRoot, 'node_modules', '@observablehq', 'framework');

/** The installed version of Framework, or null: a package from the registry comes without it. */
export async function frameworkVersion(packageRoot: string): Promise<string | null> {
  try {
    const text = await readFile(join(frameworkFolder(packageRoot), 'package.json'), 'utf8');
    return (JSON.parse(text) as { version: string }).version;
  } catch {
    return null;
  }
}

/**
 * Builds `reports/` in a temporary copy and hands the output folder to `use`; the copy is gone afterwards.
 * Framework exits 0 on most errors: `use` must look at what it got.
 */
export async function withFrameworkBuild<T>(
  packageRoot: string,
  use: (built: string) => Promise<T>,
): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'kado-shells-')));
  try {
    await cp(join(packageRoot, 'reports'), join(folder, 'reports'), {
      recursive: true,
      filter: (source) => !source.includes('.observablehq'),
    });
    await cp(join(packageRoot, 'observablehq.config.ts'), join(folder, 'observablehq.config.ts'));
    // Without it the configuration is read as CommonJS, and its settings are silently lost.
    await writeFile(join(folder, 'package.json'), '{"type":"module"}\n');
    await pretendCache(packageRoot, join(folder, 'reports', '.observablehq', 'cache', '_npm'));
    const bin = join(frameworkFolder(packageRoot), 'dist', 'bin', 'observable.js');
    const path = [join(packageRoot, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
    await run(process.execPath, [bin, 'build'], {
      cwd: folder,
      env: { ...process.env, NODE_OPTIONS: '', OBSERVABLE_TELEMETRY_DISABLE: 'true', PATH: path, TZ: 'UTC' },
      timeout: BUILD_TIMEOUT_MS,
      maxBuffer: 16 * 1024 * 1024,
    });
    return await use(join(folder, 'built'));
  } catch (error) {
    if (error instanceof KadoError) throw error;
    throw new KadoError(problem('shell-build-failed', { reason: lastLines(error) }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Framework asks the registry for the latest version of every library that a page *could* use, even of a page without
 * code, unless its cache holds a folder of that name. Empty folders are enough (seen with Framework 1.13.4).
 */
async function pretendCache(packageRoot: string, cache: string): Promise<void> {
  const dist = join(frameworkFolder(packageRoot), 'dist');
  const client = await readdir(join(dist, 'client'), { recursive: true });
  const sources = [
    join(dist, 'libraries.js'),
    ...client.filter((name) => name.endsWith('.js')).map((name) => join(dist, 'client', name)),
  ];
  const names = new Set<string>();
  for (const source of sources)
    for (const match of (await readFile(source, 'utf8')).matchAll(/["'`]npm:((?:@[\w.-]+\/)?[\w.-]+)/g))
      names.add(match[1]!);
  for (const name of names) await mkdir(join(cache, `${name}@0.0.0`), { recursive: true });
}

function lastLines(error: unknown): string {
  const output = (error as { stderr?: string }).stderr || String((error as Error).message ?? error);
  return output.trim().split('\n').slice(-3).join(' / ');
}
