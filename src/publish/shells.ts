/**
 * Page shells: what Observable Framework renders from `reports/`, kept in `lib/shells/`, so that a report needs no
 * Framework, no network and no 0.1 s per page. The published pages take head, style sheet and frame from them.
 */
import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KadoError, problem } from '../errors.js';
import { foreignReferences } from './foreign.js';
import { frameworkVersion, withFrameworkBuild } from './frameworkBuild.js';
import { parseShell, type Shell } from './shell.js';

/** Kind of page → the file that Framework builds for it. */
export const shellFiles = {
  executive: 'index.html',
  company: 'company/shell.html',
  unit: 'unit/shell.html',
  system: 'system/shell.html',
  across: 'across.html',
  register: 'register/shell.html',
  data: 'data.html',
  methods: 'methods.html',
  scheme: 'scheme/shell.html',
  risk: 'risk.html',
  moves: 'moves.html',
  decisions: 'decisions.html',
  supplier: 'supplier/shell.html',
  form: 'form/shell.html',
  incident: 'incident/shell.html',
} as const;
export type ShellKind = keyof typeof shellFiles;

/** A file that every locale's site holds besides its pages: `path` from the site's root, with a hash in its name. */
export interface Asset {
  readonly path: string;
  readonly content: string;
}

export interface Shells {
  readonly kinds: Readonly<Record<ShellKind, Shell>>;
  readonly assets: readonly Asset[];
  /** sha-256 over what the shells were built from: belongs into the manifest. */
  readonly hash: string;
}

interface Listing {
  readonly hash: string;
  readonly framework: string;
  readonly shells: Readonly<Record<ShellKind, string>>;
  readonly assets: readonly string[];
}

/** Shells of another form are built anew. */
const FORM = 'kado-shells-1';

/** Builds the shells of `reports/` into `outDir` (aside, then by rename). Throws KadoError on anything amiss. */
export async function buildShells(packageRoot: string, outDir: string): Promise<void> {
  const hash = await sourceHash(packageRoot);
  await withFrameworkBuild(packageRoot, async (built) => {
    const names = (await readdir(built, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
    const assets = names.filter((name) => name.endsWith('.css')).sort();
    for (const name of [...assets, ...Object.values(shellFiles)]) await checkFile(built, name);

    const aside = `${outDir}.${randomUUID()}`;
    for (const name of [...assets, ...Object.values(shellFiles)]) {
      await mkdir(dirname(join(aside, name)), { recursive: true });
      await cp(join(built, name), join(aside, name));
    }
    const framework = (await frameworkVersion(packageRoot)) ?? '';
    const listing: Listing = { hash, framework, shells: shellFiles, assets };
    await writeFile(join(aside, 'shells.json'), `${JSON.stringify(listing, null, 2)}\n`);
    await rm(outDir, { recursive: true, force: true });
    await rename(aside, outDir).catch(async (error: unknown) => {
      await rm(aside, { recursive: true, force: true });
      // Another process was first with the same shells: as good as ours.
      if ((await readListing(outDir))?.hash !== hash) throw error;
    });
  });
}

/**
 * The shells of `lib/shells`. In a checkout (`reports/` beside `lib/`) they are built first where they are absent or
 * older than `reports/`; an installed package ships them and has neither `reports/` nor Framework.
 */
export async function loadShells(packageRoot: string): Promise<Shells> {
  const folder = join(packageRoot, 'lib', 'shells');
  const wanted = await sourceHash(packageRoot);
  let listing = await readListing(folder);
  if (listing === null || (wanted !== '' && listing.hash !== wanted)) {
    if (wanted === '' || (await frameworkVersion(packageRoot)) === null)
      throw new KadoError(problem('shells-not-built', { folder }));
    await buildShells(packageRoot, folder);
    listing = (await readListing(folder))!;
  }
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const kinds = {} as Record<ShellKind, Shell>;
  for (const kind of Object.keys(shellFiles) as ShellKind[]) {
    const file = listing.shells[kind];
    if (!file) throw new KadoError(problem('shell-missing', { kind }));
    kinds[kind] = parseShell(await read(file), file);
  }
  const assets = await Promise.all(listing.assets.map(async (path) => ({ path, content: await read(path) })));
  return { kinds, assets, hash: listing.hash };
}

/** Framework exits 0 on broken pages: a shell must parse, hold its slot, and name no other host. */
async function checkFile(built: string, name: string): Promise<void> {
  const text = await readFile(join(built, name), 'utf8').catch(() => {
    throw new KadoError(problem('shell-missing', { kind: name }));
  });
  if (name.endsWith('.html')) parseShell(text, name);
  const foreign = foreignReferences(text, name.endsWith('.css') ? 'css' : 'markup');
  if (foreign.length > 0)
    throw new KadoError(foreign.map((reference) => problem('foreign-reference', { file: name, reference })));
}

async function readListing(folder: string): Promise<Listing | null> {
  try {
    return JSON.parse(await readFile(join(folder, 'shells.json'), 'utf8')) as Listing;
  } catch {
    return null;
  }
}

/** sha-256 over names and bytes of `reports/`, the configuration and Framework's version; '' where there is no `reports/`. */
async function sourceHash(packageRoot: string): Promise<string> {
  const root = join(packageRoot, 'reports');
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return '';
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('.observablehq'))
    .map((path) => ({ path, name: path.slice(root.length + 1).replaceAll('\\', '/') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const config = { path: join(packageRoot, 'observablehq.config.ts'), name: '../observablehq.config.ts' };
  const hash = createHash('sha256').update(`${FORM}\0${await lockedVersion(packageRoot)}\0`);
  for (const { path, name } of [...files, config]) {
    const bytes = await readFile(path);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** The version that package.json pins, so that a checkout without Framework knows the same hash as one with it. */
async function lockedVersion(packageRoot: string): Promise<string> {
  const text = await readFile(join(packageRoot, 'package.json'), 'utf8');
  const parsed = JSON.parse(text) as { devDependencies?: Readonly<Record<string, string>> };
  return parsed.devDependencies?.['@observablehq/framework'] ?? '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? process.cwd();
  await buildShells(root, join(root, 'lib', 'shells'));
}
