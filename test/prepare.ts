/**
 * Before any test: what tests share must stand. `bin/kado.js` runs `lib/`, so `lib/` must be as new as `src/`;
 * builds made once for several test files live in one scratch folder; Chromium is unpacked once, not by two workers at a time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all test files of one run share, removed afterwards. */
    scratch: string;
    /** Why no browser runs here; '' where one does. */
    noBrowser: string;
  }
}

const root = resolve(import.meta.dirname, '..');

export default async function prepare(project: TestProject): Promise<() => void> {
  if (isStale()) compile();
  project.provide('noBrowser', await prepareBrowser());
  const scratch = mkdtempSync(join(tmpdir(), 'kado-tests-'));
  project.provide('scratch', scratch);
  return () => rmSync(scratch, { recursive: true, force: true });
}

/** Whether a source has no compiled twin, or a newer one than it. */
function isStale(): boolean {
  return ['src', 'loaders'].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).some((name) => {
      // Presets of schemes are YAML, copied as they are.
      if (!/\.(ts|yaml)$/.test(name)) return false;
      const twin = join(root, 'lib', folder, name.replace(/\.ts$/, '.js'));
      return !existsSync(twin) || statSync(twin).mtimeMs < statSync(join(root, folder, name)).mtimeMs;
    }),
  );
}

/** `npm run build`: types that don't hold are told and left to `npm run types`; what they emit is tested. */
function compile(): void {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    shell,
    encoding: 'utf8',
  });
  if (status !== 0) console.warn(`npm run build: exit ${status}\n${stdout}${stderr}`);
  if (isStale()) throw new Error('lib/ is older than src/: npm run build did not mend it');
}

/** Unpacks the Chromium that npm brings, with the libraries that a bare system lacks; says why, where it doesn't start. */
async function prepareBrowser(): Promise<string> {
  if (process.platform !== 'linux') return 'the Chromium that npm brings runs on Linux only';
  const path = await chromium.executablePath();
  const start = () => spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (start().status === 0) return '';
  // NSS and its like come in the package, for servers that have as little; it unpacks them by itself on those only.
  const brought = join(root, 'node_modules', '@sparticuz', 'chromium');
  const { inflate } = (await import(pathToFileURL(join(brought, 'build', 'esm', 'lambdafs.js')).href)) as {
    inflate: (file: string) => Promise<string>;
  };
  const libraries = join(await inflate(join(brought, 'bin', 'al2023.tar.br')), 'lib');
  // The workers and their browsers inherit it.
  process.env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  const { status, stderr, error } = start();
  return status === 0 ? '' : `Chromium does not start here: ${error?.message ?? stderr.trim()}`;
}
