/**
 * Before any test: what tests share must stand. `bin/kado.js` runs `lib/`, so `lib/` must be as new as `src/`;
 * builds made once for several test files live in one scratch folder; Chromium is unpacked once, not by two workers at a time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all test files of one run share, removed afterwards. */
    scratch: string;
  }
}

const root = resolve(import.meta.dirname, '..');

export default async function prepare(project: TestProject): Promise<() => void> {
  if (isStale()) compile();
  // The npm build of Chromium runs on Linux only; elsewhere the browser tests are skipped, with that reason.
  if (process.platform === 'linux') await chromium.executablePath();
  const scratch = mkdtempSync(join(tmpdir(), 'kado-tests-'));
  project.provide('scratch', scratch);
  return () => rmSync(scratch, { recursive: true, force: true });
}

/** Whether a source has no compiled twin, or a newer one than it. */
function isStale(): boolean {
  return ['src', 'loaders'].some((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).some((name) => {
      if (!name.endsWith('.ts')) return false;
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
