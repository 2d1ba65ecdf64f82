/** What a page weighs with all that it needs to be read, uncompressed; optional scripts come on top. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demo } from './kado.js';

const kB = 1000;
const MB = 1000 * kB;

let dist: string;
beforeAll(async () => {
  dist = await demo();
});

/** Bytes of a page and of every style sheet and picture that it names. */
async function weigh(locale: string, route: string): Promise<number> {
  const page = join(dist, locale, route);
  const text = await readFile(page, 'utf8');
  const named = [...text.matchAll(/<(?:link rel="stylesheet" href|img src)="([^"]+)"/g)].map((m) => m[1]!);
  expect(named.length, route).toBeGreaterThan(0);
  const parts = await Promise.all(named.map((name) => stat(join(page, '..', name))));
  return Buffer.byteLength(text) + parts.reduce((sum, part) => sum + part.size, 0);
}

describe.each(['ja', 'en'])('%s', (locale) => {
  it('the executive page is under 250 kB', async () => {
    expect(await weigh(locale, 'index.html')).toBeLessThanOrEqual(250 * kB);
  });

  it('every system page is under 120 kB', async () => {
    const names = (await readdir(join(dist, locale, 'system'))).filter((name) => name !== 'index.html');
    expect(names.length).toBeGreaterThan(100);
    const weights = await Promise.all(
      names.map(async (name) => ({ name, bytes: await weigh(locale, `system/${name}`) })),
    );
    expect(weights.filter(({ bytes }) => bytes > 120 * kB)).toEqual([]);
  });
});

it('the site, both languages, is under 40 MB', async () => {
  const names = (
    await Promise.all(
      ['ja', 'en'].map((l) => readdir(join(dist, l), { recursive: true, withFileTypes: true })),
    )
  ).flat();
  const sizes = await Promise.all(
    names.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(40 * MB);
});
