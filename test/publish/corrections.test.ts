/** Corrections in the manifest and in the build id: other corrections are another build. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config/load.js';
import type { Config } from '../../src/config/model.js';
import type { Period } from '../../src/marts/period.js';
import { identifyBuild } from '../../src/publish/build.js';
import { manifestText } from '../../src/publish/manifest.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const yaml = 'sources:\n  systems: s.csv\n  incidents: i.csv\n';
const corrected = (fix: string): Config =>
  readConfig(bytes(`${yaml}corrections: fix.yaml\n`), 'kado.yaml', '/project', {}, () => bytes(fix));
const fix = '- { kind: incidents, key: I1, column: title, from: a, to: b, reason: r, by: x }\n';

const manifestOf = (config: Config): Record<string, unknown> => {
  const period = { month: '2026-06', asOf: '2026-06-30T15:00:00Z', covers: [] } as unknown as Period;
  const parts = {
    config,
    period,
    receipts: [],
    version: '1',
    buildId: 'x',
    locales: [],
    shells: 'y',
  } as const;
  return JSON.parse(manifestText(parts)) as Record<string, unknown>;
};

it('the build id changes with the bytes of the corrections alone', () => {
  const ids = [fix, fix.replace('to: b', 'to: c'), `# why\n${fix}`].map((text) =>
    identifyBuild(corrected(text), [], '1'),
  );
  expect(new Set(ids).size).toBe(3);
  expect(identifyBuild(corrected(fix), [], '1')).toBe(ids[0]);
});

it('the manifest names the file, its hash and how many there are; nothing where there is none', () => {
  expect(manifestOf(corrected(fix)).corrections).toEqual({
    path: 'fix.yaml',
    sha256: createHash('sha256').update(fix).digest('hex'),
    count: 1,
  });
  expect(manifestOf(readConfig(bytes(yaml), 'kado.yaml', '/project', {}))).not.toHaveProperty('corrections');
});
