/** Builds without a network: in a network namespace of their own, which has no interface but a dead loopback. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, demo, root, run } from './kado.js';
import { filesOf } from './tree.js';

/** The first way to lose the network that works here; containers often allow none. */
const ways = [
  ['unshare', '-n'],
  ['unshare', '-rn'],
];
const way = ways.find(([program, ...flags]) => spawnSync(program!, [...flags, 'true']).status === 0);
const reason = 'unshare -n is not allowed here, so no build can be cut off from the network';

describe('without a network', { timeout: 180_000 }, () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kado-offline-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('there is really none', async (ctx) => {
    ctx.skip(way === undefined, reason);
    const look =
      "const all = Object.values(require('os').networkInterfaces()).flat(); console.log(all.length)";
    expect((await run(process.execPath, ['-e', look], { under: way! })).stdout.trim()).toBe('0');
    expect(Number((await run(process.execPath, ['-e', look])).stdout)).toBeGreaterThan(0);
  });

  it('the report is built, to the same bytes', async (ctx) => {
    ctx.skip(way === undefined, reason);
    const out = await build(join(folder, 'dist'), ['--config', join(root, 'kado.yaml')], { under: way! });
    const dist = await demo();
    expect(filesOf(out)).toEqual(filesOf(dist));
    for (const path of ['manifest.json', 'data/figures.csv', 'ja/index.html', 'en/data.html'])
      expect(readFileSync(join(out, path), 'utf8') === readFileSync(join(dist, path), 'utf8'), path).toBe(
        true,
      );
  });

  it('Observable Framework builds the shells, to the same bytes', async (ctx) => {
    ctx.skip(way === undefined, reason);
    const checkout = join(folder, 'checkout');
    for (const name of ['reports', 'observablehq.config.ts', 'package.json'])
      cpSync(join(root, name), join(checkout, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'), 'dir');
    const script = join(root, 'lib', 'src', 'publish', 'shells.js');
    const { code, stderr } = await run(process.execPath, [script, checkout], { under: way! });
    expect(`${code} ${stderr}`).toBe('0 ');
    const [built, kept] = [join(checkout, 'lib', 'shells'), join(root, 'lib', 'shells')];
    expect(existsSync(join(built, 'shells.json'))).toBe(true);
    expect(filesOf(built)).toEqual(filesOf(kept));
    for (const path of filesOf(built))
      expect(readFileSync(join(built, path), 'utf8'), path).toBe(readFileSync(join(kept, path), 'utf8'));
  });
});
