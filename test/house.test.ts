/** The rules of the house: which way imports run, what no file may reach for, what no file may be called or contain. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Tracked and new files alike, without what .gitignore leaves out. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const sources = files.filter((file) => /^(src|loaders)\/.*\.ts$/.test(file));

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b(?:[^;'"]*?\bfrom)?\s*['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/g;
/** Without comments; texts stay, since imports stand in them. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
const importsOf = (file: string): string[] =>
  [...code(read(file)).matchAll(importPattern)].map((m) =>
    normalize(join(dirname(file), (m[1] ?? m[2])!)).replace(/\.js$/, '.ts'),
  );
const imports = new Map(sources.map((file) => [file, importsOf(file)]));

/** `src/pages/parts/note.ts` → pages; `src/errors.ts` and `src/errors/` → errors; `loaders/…` → loaders. */
const roomOf = (file: string): string =>
  file.startsWith('loaders/') ? 'loaders' : (file.split('/')[1] ?? '').replace(/\.ts$/, '');

/** From top to bottom; an import goes down, or sideways within one row where no circle comes of it. */
const rows: readonly (readonly string[])[] = [
  ['cli'],
  ['publish', 'archive'],
  ['loaders', 'pages'],
  ['charts', 'metrics', 'risk'],
  ['marts'],
  ['stats', 'schemes', 'staging'],
  ['duckdb', 'config', 'errors', 'run'],
  ['locale', 'html', 'fileName'],
];
const rank = (room: string): number => rows.findIndex((row) => row.includes(room));
/** house.md: stages meet only in the warehouse, so the loaders know no later stage. */
const loadersMayImport = ['config', 'duckdb', 'errors', 'run', 'staging'];

/** A way from a node back to itself, if there is one. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const walk = (node: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const circle = walk(next, [...path, node]);
      if (circle) return circle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const circle = walk(node, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('imports', () => {
  const arrows = [...imports].flatMap(([file, targets]) =>
    targets.map((target) => ({ file, from: roomOf(file), to: roomOf(target), target })),
  );
  it('are found, and lead to files that exist', () => {
    expect(arrows.length).toBeGreaterThan(200);
    expect(arrows.filter((a) => !imports.has(a.target)).map((a) => `${a.file} → ${a.target}`)).toEqual([]);
  });
  it('join rooms that house.md names', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => rank(room) < 0)).toEqual([]);
  });
  it('run down the house', () => {
    const up = arrows.filter((a) => a.from !== a.to && rank(a.to) < rank(a.from));
    expect(up.map((a) => `${a.file} → ${a.target}`)).toEqual([]);
  });
  it('of the loaders stay in their stage', () => {
    const stray = arrows.filter(
      (a) => a.from === 'loaders' && a.to !== 'loaders' && !loadersMayImport.includes(a.to),
    );
    expect(stray.map((a) => `${a.file} → ${a.target}`)).toEqual([]);
  });
  it('of the loaders are few: publish and the command line start them', () => {
    const users = arrows.filter((a) => a.to === 'loaders' && !['loaders', 'publish', 'cli'].includes(a.from));
    expect(users.map((a) => `${a.file} → ${a.target}`)).toEqual([]);
  });
  it('make no circle, of files or of rooms', () => {
    expect(findCircle(imports)).toBeUndefined();
    const rooms = new Map<string, string[]>();
    for (const { from, to } of arrows) if (from !== to) rooms.set(from, [...(rooms.get(from) ?? []), to]);
    expect(findCircle(rooms)).toBeUndefined();
  });
  it('of DuckDB stand in one room', () => {
    const users = sources.filter((file) => read(file).includes("'@duckdb/node-api'"));
    expect(users.map(roomOf)).toEqual(['duckdb']);
  });
});

/** What would let the machine, its clock, its zone or its language into the output, or speak past the terminal. */
const forbidden = /Date\.now|new Date\(|Math\.random|process\.env|\bIntl\b|localeCompare|toLocale|console\./g;
const exceptions: readonly (readonly [file: string, use: string, reason: string])[] = [
  ['src/config/timestamp.ts', 'new Date(', 'checks that a written day exists; the text is its only input'],
  ['src/config/timestamp.ts', 'Intl', 'asks whether a zone exists and how it is spelt; formats nothing'],
  ['src/publish/frameworkBuild.ts', 'process.env', "the child process needs the caller's PATH"],
];
describe('the core', () => {
  it('asks neither clock, chance, environment nor the language of the machine', () => {
    const found = sources
      .filter((file) => roomOf(file) !== 'cli')
      .flatMap((file) => [...code(read(file)).matchAll(forbidden)].map(([use]) => `${file}: ${use}`));
    expect([...new Set(found)].sort()).toEqual(exceptions.map(([file, use]) => `${file}: ${use}`).sort());
  });
});

describe('package.json', () => {
  const pack = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  it('gives exact versions', () => {
    const all = ['dependencies', 'devDependencies', 'overrides'].flatMap((k) =>
      Object.entries(pack[k] ?? {}),
    );
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
  it('has a lock file that names no host', () => {
    const lock = read('package-lock.json');
    expect(lock).toContain('"integrity"');
    expect(lock).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });
});

describe('files', () => {
  it('are called by what they hold', () => {
    const vague = /^(utils?|helpers?|misc|common|shared|stuff)\b/i;
    expect(files.filter((file) => file.split('/').some((part) => vague.test(basename(part))))).toEqual([]);
  });
  it('are mostly short', () => {
    const long = sources.filter((file) => read(file).split('\n').length > 300);
    expect(long).toEqual([]);
  });
  it('name no registry and no place on the machine where they were made', () => {
    // Our own words for these, in pieces so that this file passes.
    const places = new RegExp(
      [
        'registry\\.(?:npm|yarn)',
        '(?<![\\w.~@:-])/(?:home|Users|root|work|workspace)/[a-z]',
        '[A-Z]:\\\\Users',
      ].join('|'),
    );
    const text = files.filter((file) => !/\.(gz|xlsx|parquet|png|woff2?|ttf)$/.test(file));
    const found = text.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, i) =>
          places.test(line) && file !== 'test/house.test.ts' ? [`${file}:${i + 1}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });
});
