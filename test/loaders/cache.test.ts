/** What was read before is put back only where it is what would be read now, and then all of it. */
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/load.js';
import { root } from '../demo/exports.js';
import { type LoadOptions, load, Project } from './kept.js';
import { systemsCsv } from './project.js';

const header = 'incident_id,occurred_at,system_id,state,stamp,affected_users';
const csv = (...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

/** Every way by which rows come to staging: straight, weighed, corrected, as a log, as JSON; with rejects, duplicates and warnings. */
const files = {
  'kado.yaml': `max_reject_rate: 1
corrections: corrections.yaml
sources:
  companies: { path: c.csv }
  systems: s.csv
  incidents:
    - path: i/*.csv
      company: a
      where: "state <> 'canceled'"
    - path: [log1.csv, log2.csv]
      company: a
      keep_last: { by: incident_id, order: [{ column: stamp, as: number }] }
      columns: { title: { sql: "'T' || stamp" } }
    - path: tool.csv
      preset: pagerduty
      company: b
  actions: a.json
  capacity: [k1.csv, k2.csv]
companies:
  - { id: z, name: Z }
`,
  'corrections.yaml': `- { kind: actions, key: A1, column: owner, from: old, to: new, reason: why, by: me }\n`,
  'c.csv': 'company_id,name_ja\na,A\n',
  's.csv': systemsCsv('s1', 's2'),
  'i/1.csv': csv('I1,2026-01-01,s1,open,1,5', 'I2,2026-02-31,s1,open,1,5', 'I3,2026-01-02,s9,canceled,1,5'),
  'i/2.csv': csv('I1,2026-01-01,s1,closed,1,5', 'I4,2026/4/3,s1,open,1,"1,000"'),
  'log1.csv': csv('I5,2026-01-01,s1,open,1,', 'I5,2026-01-01,s1,closed,2,', 'I6,2026-01-03,s2,open,x,'),
  'log2.csv': csv('I5,2026-01-01,s2,restored,3,7', 'I4,2026-04-03,s1,open,1,1'),
  'tool.csv':
    'id,incident_number,description,service_id,service_name,created_on,resolved_on,urgency\nP9,9,broken,s1,S,2026-01-01T00:00:00Z,2026-01-01T01:00:00Z,high\n',
  'a.json':
    '[{"action_id":"A1","incident_id":"I1","kind":"prevention","owner":"old"},{"action_id":"A2","incident_id":"I1","kind":"nonsense"}]',
  'k1.csv':
    'system_id,metric,at,value\ns1,cpu,2026-01-01T00:00,1\ns1,cpu,2026-01-01T00:01,2\ns1,cpu,2026-01-02,bad\n',
  'k2.csv': 'system_id,metric,at,value\ns1,cpu,2026-01-01T00:01,3\ns2,cpu,2026-01-03,4\n',
};
/** Under sources above. */
const exportCount = 10;

const projects: Project[] = [];
const begin = (): Project => {
  const project = new Project(files);
  projects.push(project);
  return project;
};
afterEach(() => {
  for (const project of projects.splice(0)) project.remove();
});

/** Loads with the cache and without, which must give the same; tells how many exports were not read. */
async function agree(project: Project, options: LoadOptions = {}): Promise<number> {
  const kept = await project.load('writes', options);
  const fresh = await project.load('none', options);
  expect(kept.left).toBe(fresh.left);
  expect(kept.said).toEqual([]);
  return kept.unchanged;
}

const edit = (project: Project, path: keyof typeof files, from: string, to: string): void => {
  const text = readFileSync(join(project.folder, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  project.write(path, text.replace(from, to));
};
const keptFiles = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(`.${ending}`))
    .sort()
    .map((name) => join(folder, name));

describe('unchanged exports', () => {
  it('are not read again, and give the same to the letter', async () => {
    const project = begin();
    expect(await agree(project)).toBe(0);
    const second = await project.load('writes');
    expect(second.unchanged).toBe(exportCount);
    expect(second.read).toEqual([]);
    expect(second.left).toBe((await project.load('none')).left);
    // The project does have everything that could be lost.
    for (const part of ['"duplicate_conflict"', '"order_value_unreadable"', '"reason": "why"'])
      expect(second.left).toContain(part);
  });
  it('are known under a further run with other numbers of files, and in another place of the list', async () => {
    const project = begin();
    await agree(project);
    project.write('i/0.csv', csv('I7,2026-01-01,s1,open,1,5'));
    expect(await agree(project)).toBe(exportCount - 2);
    edit(project, 'kado.yaml', '  incidents:\n', '  incidents:\n    - path: new.csv\n');
    project.write('new.csv', csv('I8,2026-01-01,s1,open,1,5'));
    // The log's warning names its line in the configuration, which has moved.
    expect(await agree(project)).toBe(exportCount + 1 - 2);
    expect(await agree(project)).toBe(exportCount + 2);
  });
  it('are taken from the cache by a run that writes nothing', async () => {
    const project = begin();
    await project.load('reads');
    expect(readdirSync(project.folder)).not.toContain('.kado');
    await project.load('writes');
    const before = readdirSync(project.cache).sort();
    edit(project, 'i/1.csv', 'I2', 'I9');
    expect((await project.load('reads')).unchanged).toBe(exportCount - 2);
    expect(readdirSync(project.cache).sort()).toEqual(before);
  });
});

/** What changes (the options of the load, where it gives any), and how many exports have to be read again. */
const changes: readonly (readonly [name: string, change: (p: Project) => unknown, read: number])[] = [
  ['a byte', (p) => edit(p, 'i/1.csv', 'I2', 'I9'), 2],
  ['a byte more', (p) => edit(p, 'log1.csv', 'I6', 'I66'), 2],
  ['a mapping', (p) => edit(p, 'kado.yaml', "'T' || stamp", "'U' || stamp"), 2],
  ['where', (p) => edit(p, 'kado.yaml', "<> 'canceled'", "<> 'open'"), 2],
  ['a correction', (p) => edit(p, 'corrections.yaml', 'to: new', 'to: newer'), 1],
  [
    'the kind of a correction',
    (p) =>
      p.write(
        'corrections.yaml',
        '- { kind: incidents, key: I6, column: state, from: open, to: closed, reason: why, by: me }\n',
      ),
    6,
  ],
  [
    'the preset',
    (p) =>
      edit(
        p,
        'kado.yaml',
        'preset: pagerduty',
        'columns: { incident_id: incident_number, occurred_at: created_on }',
      ),
    1,
  ],
  ['the company', (p) => edit(p, 'kado.yaml', 'company: b', 'company: z'), 1],
  ['the time zone', (p) => edit(p, 'kado.yaml', 'max_reject', 'timezone: UTC\nmax_reject'), exportCount],
  ['a new file under a glob', (p) => p.write('i/3.csv', csv('I7,2026-01-01,s1,open,1,5')), 2],
  ['a file that has gone', (p) => rmSync(join(p.folder, 'i/2.csv')), 2],
  ['a new name', (p) => renameSync(join(p.folder, 'i/2.csv'), join(p.folder, 'i/3.csv')), 2],
  ['as-of', () => ({ asOf: "TIMESTAMPTZ '2026-01-02'" }), 2],
  ['the version of Node', () => ({ runtime: 'node 2' }), exportCount],
];
describe('read anew because of', () => {
  it.each(changes)('%s', { timeout: 60_000 }, async (_, change, read) => {
    const project = begin();
    await project.load('writes');
    const options = (change(project) ?? {}) as LoadOptions;
    const count = (await project.load('none', options)).left;
    const kept = await project.load('writes', options);
    expect(kept.left).toBe(count);
    const exports = (JSON.parse(count) as { receipts: unknown[] }).receipts.length;
    // A new file is one more to read.
    expect(exports - kept.unchanged).toBe(
      exports > exportCount ? read + 1 : exports < exportCount ? read - 1 : read,
    );
    const again = await project.load('reads', options);
    expect([again.unchanged, again.left]).toEqual([exports, count]);
  });
  it('nothing else: title, and a comment below the keys of a log', async () => {
    const project = begin();
    await agree(project);
    edit(
      project,
      'kado.yaml',
      'companies:\n  - { id: z, name: Z }',
      'title: other\n# comment\ncompanies:\n  - { id: z, name: Z }',
    );
    expect(await agree(project)).toBe(exportCount);
  });
});

describe('a fault of the cache', () => {
  const faults: readonly (readonly [name: string, ending: string, damage: (path: string) => void])[] = [
    ['rows that were cut', 'incidents', (path) => truncateSync(path, statSync(path).size - 1)],
    ['rows with a byte more', 'incidents', (path) => appendFileSync(path, 'x')],
    ['rows with another bit', 'incidents', flipBit],
    [
      'the rows of another',
      'incidents',
      (path) => copyFileSync(keptFiles(dirname(path), 'incidents').at(-1)!, path),
    ],
    ['rows that are gone', 'rejects', (path) => rmSync(path)],
    ['a record that was cut', 'slot', (path) => truncateSync(path, 100)],
    ['an empty record', 'slot', (path) => writeFileSync(path, '')],
    [
      'a record with another number',
      'slot',
      (path) => rewrite(path, (t) => t.replace('"staged":', '"staged":1')),
    ],
    ['the record of another', 'slot', (path) => copyFileSync(keptFiles(dirname(path), 'slot').at(-1)!, path)],
  ];
  it.each(faults)('ends nothing and shows in nothing: %s', { timeout: 60_000 }, async (_, ending, damage) => {
    const project = begin();
    const fresh = await project.load('writes');
    const paths = keptFiles(project.cache, ending);
    expect(paths.length).toBeGreaterThan(1);
    for (const path of paths.slice(0, -1)) damage(path);
    const kept = await project.load('writes');
    expect(kept.left).toBe(fresh.left);
    expect(kept.unchanged).toBeLessThan(exportCount);
    expect(kept.said.join('\n')).toContain("can't be used");
    // And is mended by it.
    const again = await project.load('reads');
    expect([again.unchanged, again.left]).toEqual([exportCount, fresh.left]);
  });
  it.each([
    ['a file in its place', (p: Project) => p.write('.kado', '')],
    [
      'a folder that may not be written to',
      (p: Project) => {
        p.write('.kado/cache/x', '');
        chmodSync(p.cache, 0o500);
      },
    ],
  ])('is told in one line where nothing can be kept: %s', async (name, hinder) => {
    const project = begin();
    hinder(project);
    if (name.includes('may not') && process.getuid?.() === 0) return;
    const kept = await project.load('writes');
    expect(kept.left).toBe((await project.load('none')).left);
    expect(kept.said).toHaveLength(1);
    expect(kept.said[0]).toContain("can't be kept");
  });
});

function flipBit(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = bytes[at]! ^ 1;
  writeFileSync(path, bytes);
}

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

describe('the folder', () => {
  it('is for its owner alone, and no part of the repository', async () => {
    const project = begin();
    await project.load('writes');
    expect(readFileSync(join(project.cache, '.gitignore'), 'utf8')).toBe('*\n');
    if (process.platform === 'win32') return;
    expect(statSync(project.cache).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(project.cache))
      expect(statSync(join(project.cache, name)).mode & 0o777, name).toBe(0o600);
  });
  it('holds what this configuration needs, and what is not its own', async () => {
    const project = begin();
    await project.load('writes');
    const before = readdirSync(project.cache).sort();
    const foreign = `00000000-${'0'.repeat(64)}.slot`;
    project.write(`.kado/cache/${foreign}`, '');
    project.write('.kado/cache/notes.txt', '');
    project.write(`.kado/cache/${before.find((n) => n.endsWith('.slot'))}.123.part`, '');
    edit(project, 'i/1.csv', 'I2', 'I9');
    await project.load('writes');
    expect(readdirSync(project.cache).sort()).toEqual([...before, foreign, 'notes.txt'].sort());
    edit(project, 'kado.yaml', "<> 'canceled'", "<> 'open'");
    await project.load('writes');
    const slots = before.filter((n) => n.endsWith('.slot'));
    expect(keptFiles(project.cache, 'slot')).toHaveLength(slots.length + 1);
    for (const name of [foreign, 'notes.txt']) expect(readdirSync(project.cache)).toContain(name);
  });
  it('is left as it is where the load fails, and nothing of a failed load is kept', {
    timeout: 60_000,
  }, async () => {
    const project = begin();
    await project.load('writes');
    const before = readdirSync(project.cache).sort();
    // Fails after its rejects were written, with the numbers of the next entry's files.
    project.write('i/2.csv', csv('I1,01/02/2026,s1,closed,1,5'));
    edit(project, 'kado.yaml', "'T' || stamp", "'U' || stamp");
    const kept = await project.load('writes');
    expect(kept.left).toBe((await project.load('none')).left);
    expect(kept.left).not.toContain('receipts');
    expect(kept.said).toEqual([]);
    expect(readdirSync(project.cache).sort()).toEqual(before);
  });
  it('is none where the configuration wants none', async () => {
    const project = begin();
    edit(project, 'kado.yaml', 'max_reject', 'cache: none\nmax_reject');
    expect(await agree(project)).toBe(0);
    expect(readdirSync(project.folder)).not.toContain('.kado');
  });
});

/** Small edits: of a value, a row, a file, the mapping, the corrections. */
const edits: readonly ((p: Project, n: number) => unknown)[] = [
  (p, n) => p.write('i/1.csv', csv(`I1,2026-01-0${n},s1,open,1,5`, `I${n},2026-02-3${n},s1,open,1,5`)),
  (p, n) => p.write('i/2.csv', csv(`I${n},2026-01-01,s1,closed,1,${n}`, `I4,2026/4/${n},s1,open,1,"1,000"`)),
  (p, n) => p.write('i/3.csv', csv(`I${n},2026-01-01,s${n},closed,1,${n}`)),
  (p) => rmSync(join(p.folder, 'i/3.csv'), { force: true }),
  (p, n) =>
    p.write(
      'log1.csv',
      csv(`I5,2026-01-01,s1,open,${n},`, 'I5,2026-01-01,s1,closed,2,', 'I6,2026-01-03,s2,open,x,'),
    ),
  (p, n) => p.write('a.json', files['a.json'].replace('A2', `A${n}`)),
  (p, n) => p.write('k2.csv', files['k2.csv'].replace('00:01,3', `00:0${n},3`)),
  (p, n) => p.write('kado.yaml', files['kado.yaml'].replace("'T'", `'${n}'`)),
  (p, n) => p.write('kado.yaml', `${'# more\n'.repeat(n)}${files['kado.yaml']}`),
  (p, n) =>
    p.write(
      'corrections.yaml',
      `${'# more\n'.repeat(n % 3)}${files['corrections.yaml'].replace('A1', `A${(n % 2) + 1}`)}`,
    ),
  (_, n) => ({ asOf: `TIMESTAMPTZ '2026-01-0${n}'` }),
];
it('whatever is edited, the cached and the fresh load agree', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(edits.length - 1), fc.integer({ min: 1, max: 9 })), {
        minLength: 2,
        maxLength: 4,
      }),
      async (steps) => {
        const project = begin();
        for (const [which, n] of steps)
          await agree(project, (edits[which]!(project, n) ?? {}) as LoadOptions);
      },
    ),
    { numRuns: 5 },
  );
});

/** The demo's exports have every encoding and most presets; the log of the case `servicenow` takes long, and a log is among the above. */
it.each(['.', 'test/cases/moves', 'test/cases/tokyo'])(
  'gives the same for the project in %s',
  { timeout: 120_000 },
  async (path) => {
    const folder = join(root, path);
    const cache = begin().folder;
    const config = { ...readConfig(readFileSync(join(folder, 'kado.yaml')), 'kado.yaml', folder, {}), cache };
    const fresh = await load(config, 'none');
    const exports = (JSON.parse(fresh.left) as { receipts: unknown[] }).receipts.length;
    expect((await load(config, 'writes')).left).toBe(fresh.left);
    const kept = await load(config, 'reads');
    expect(kept.left).toBe(fresh.left);
    expect([kept.unchanged, kept.read]).toEqual([exports, []]);
  },
);

it('puts so many rows back as they were read that they are not copied', { timeout: 120_000 }, async () => {
  const project = new Project({
    'kado.yaml': 'sources:\n  systems: s.csv\n  incidents: [1.csv, 2.csv]\n',
    's.csv': systemsCsv('s1'),
    '1.csv': csv(Array.from({ length: 150_000 }, (_, i) => `I${i},2026-01-01,s1,open,1,5`).join('\n')),
    '2.csv': csv('J1,2026-01-01,s1,open,1,5', 'I7,2026-01-02,s1,open,1,5'),
  });
  projects.push(project);
  expect(await agree(project)).toBe(0);
  expect(await agree(project)).toBe(3);
  // The same files as one entry.
  project.write('kado.yaml', 'sources:\n  systems: s.csv\n  incidents: { path: [1.csv, 2.csv] }\n');
  expect(await agree(project)).toBe(1);
  expect(await agree(project)).toBe(3);
});
