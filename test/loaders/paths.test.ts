/** Which files a path or glob of the configuration comes to. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expandPath } from '../../loaders/paths.js';

const folder = mkdtempSync(join(tmpdir(), 'kado-paths-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'share', 'deep'), { recursive: true });
mkdirSync(join(folder, 'report'));
for (const name of ['b.csv', 'a.csv', '~$a.xlsx', '.c.csv', 'deep/d.csv'])
  writeFileSync(join(folder, 'share', name), '');
symlinkSync(join(folder, 'share'), join(folder, 'report', 'exports'));
symlinkSync(join(folder, 'share'), join(folder, 'link'));
symlinkSync(join(folder, 'share', 'deep'), join(folder, 'share', 'linked'));

const expand = async (path: string) => (await expandPath(join(folder, 'report'), path)).map((f) => f.shown);

test.each([
  // Exports often lie on a share, to which a link leads; a link that a wildcard comes upon could lead round in circles.
  ['exports/*.csv', ['exports/a.csv', 'exports/b.csv']],
  ['exports/**/*.csv', ['exports/a.csv', 'exports/b.csv', 'exports/deep/d.csv']],
  ['../link/*.csv', ['../link/a.csv', '../link/b.csv']],
  ['../share/{b,x}.csv', ['../share/b.csv']],
  ['exports/*', ['exports/a.csv', 'exports/b.csv']],
  ['./exports/[ab].csv', ['exports/a.csv', 'exports/b.csv']],
  ['exports/*.json', []],
  ['exports/none.csv', ['exports/none.csv']],
])('%s', async (path, shown) => {
  expect(await expand(path)).toEqual(shown);
});

test('an absolute glob shows no folder of the machine', async () => {
  expect(await expand(join(folder, 'share', '*.csv'))).toEqual(['…/a.csv', '…/b.csv']);
});
