/** The same inputs, configuration and version give the same bytes: in any folder, time zone, locale and umask, however often. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, demo, root, shared } from './kado.js';
import { filesOf } from './tree.js';

/** Path → sha-256, over the whole tree. */
const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesOf(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );

/** The demo's inputs in a folder far away, with spaces and Japanese in its name. */
const elsewhere = async (name: string, env: Readonly<Record<string, string>>): Promise<string> => {
  const folder = await shared(name, async (folder) => {
    const project = join(folder, '別の 場所', 'x');
    mkdirSync(project, { recursive: true });
    cpSync(join(root, 'data'), join(project, 'data'), { recursive: true });
    cpSync(join(root, 'kado.yaml'), join(project, 'kado.yaml'));
    cpSync(join(root, 'commentary'), join(project, 'commentary'), { recursive: true });
    await build('out', [], { cwd: project, env });
  });
  return join(folder, '別の 場所', 'x', 'out');
};

describe('the demo built twice', { timeout: 120_000 }, () => {
  let here: Record<string, string>;
  let there: Record<string, string>;
  let folders: readonly string[];
  beforeAll(async () => {
    const env = { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C', HOME: '/nonexistent' };
    folders = [await demo(), await elsewhere('elsewhere', env)];
    [here, there] = folders.map(hashes) as [typeof here, typeof there];
  });

  it('has the same files', () => {
    expect(Object.keys(there)).toEqual(Object.keys(here));
    expect(Object.keys(here).length).toBeGreaterThan(300);
  });

  it('has the same bytes in every file', () => {
    expect(Object.keys(here).filter((path) => here[path] !== there[path])).toEqual([]);
  });

  it('names neither folder, user nor machine', () => {
    const words = [root, '/別の 場所', '/tmp', 'nonexistent'];
    const found = filesOf(folders[1]!).flatMap((path) => {
      const bytes = readFileSync(join(folders[1]!, path));
      return words.filter((word) => bytes.includes(word)).map((word) => `${path}: ${word}`);
    });
    expect(found).toEqual([]);
  });
});
