import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildShells, loadShells, shellFiles } from '../../src/publish/shells.js';

const root = process.cwd();
let copy: string;

/** A checkout of its own: shells are kept under lib/, which other tests use at the same time. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'kado-shells-test-'));
  await cp(join(root, 'reports'), join(copy, 'reports'), { recursive: true });
  for (const name of ['observablehq.config.ts', 'package.json']) await cp(join(root, name), join(copy, name));
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
});
afterAll(() => rm(copy, { recursive: true, force: true }));

const contents = async (folder: string) => {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((e) => e.isFile());
  const pairs = names.map(async (e) => [e.name, await readFile(join(e.parentPath, e.name), 'utf8')] as const);
  return (await Promise.all(pairs)).sort();
};

describe('shells', { timeout: 60_000 }, () => {
  it('are built with Framework, twice to the same bytes, and loaded', async () => {
    await buildShells(copy, join(copy, 'lib', 'shells'));
    await buildShells(copy, join(copy, 'again'));
    expect(await contents(join(copy, 'again'))).toEqual(await contents(join(copy, 'lib', 'shells')));

    const shells = await loadShells(copy);
    expect(Object.keys(shells.kinds)).toEqual(Object.keys(shellFiles));
    expect(shells.assets.map((asset) => asset.path)).toEqual([shells.kinds.system.styles[0]]);
    expect(shells.kinds.system.classes).toBe('page system');
    expect(await readdir(join(copy, 'reports'))).not.toContain('.observablehq');
  });

  it('are built anew when reports/ changed', async () => {
    const { hash } = await loadShells(copy);
    await writeFile(join(copy, 'reports', 'data.md'), '<article class="page other" id="slot"></article>\n');
    const shells = await loadShells(copy);
    expect(shells.hash).not.toBe(hash);
    expect(shells.kinds.data.classes).toBe('page other');
  });

  it('fail where a page lost its slot or names another host', async () => {
    await writeFile(join(copy, 'reports', 'data.md'), '# no slot\n');
    await expect(loadShells(copy)).rejects.toMatchObject({ problems: [{ code: 'shell-lacks-slot' }] });
    await writeFile(
      join(copy, 'reports', 'data.md'),
      '<img src="https://example.com/x.png">\n<article id="slot"></article>\n',
    );
    await expect(loadShells(copy)).rejects.toMatchObject({ problems: [{ code: 'foreign-reference' }] });
  });

  it('need neither Framework nor reports/ in an installed package', async () => {
    const installed = join(copy, 'installed');
    await cp(join(copy, 'again'), join(installed, 'lib', 'shells'), { recursive: true });
    await cp(join(root, 'package.json'), join(installed, 'package.json'));
    expect((await loadShells(installed)).kinds.executive.classes).toBe('page executive');
    await rm(join(installed, 'lib'), { recursive: true });
    await expect(loadShells(installed)).rejects.toMatchObject({ exitCode: 3 });
  });
});
