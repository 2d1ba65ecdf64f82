/** `kado init` and `kado figures`: from nothing to a first report's figures, printed as published. */
import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { kinds } from '../../src/config/model.js';
import { digest, Project, patience, type Run, rowsOf } from './project.js';

const templates = kinds.map((kind) => `${kind}.csv`).sort();
/** Columns of the contract → one row's values; the template's own header says where they go. */
const filled: Readonly<Record<string, Readonly<Record<string, string>>[]>> = {
  companies: [{ company_id: 'a', name_ja: 'Ａ社', name_en: 'Company A' }],
  units: [{ unit_id: 'a-fx', company_id: 'a', name_ja: '外為' }],
  systems: [
    { system_id: 's1', unit_id: 'a-fx', name_ja: '決済' },
    { system_id: 's2', unit_id: 'a-fx', name_ja: '情報' },
  ],
  incidents: [
    {
      incident_id: 'i1',
      system_id: 's1',
      occurred_at: '2026-09-02 10:00',
      restored_at: '2026-09-02 10:30',
      severity: 'critical',
    },
    {
      incident_id: 'i2',
      system_id: 's1',
      occurred_at: '2026-10-02 10:00',
      restored_at: '2026-10-02 12:00',
      severity: 'critical',
    },
    { incident_id: 'i3', system_id: 's2', occurred_at: '2026-10-30 10:00', severity: 'heavy', state: 'open' },
  ],
};

describe('from init to figures', { timeout: patience }, () => {
  let project: Project;
  let init: Run;
  beforeAll(async () => {
    project = await Project.make({ 'x.txt': '' });
    init = await project.run('init', 'report');
  }, patience);

  it('init writes a configuration and templates with headers, and says which', async () => {
    expect(init.code, init.err).toBe(0);
    expect(init.out.trim().split('\n').sort()).toEqual(
      [...templates.map((t) => `report/exports/${t}`), 'report/kado.yaml'].sort(),
    );
    expect(init.err).toContain('kado check --config');
    expect((await readdir(join(project.folder, 'report/exports'))).sort()).toEqual(templates);
    expect(await project.read('report/exports/incidents.csv')).toMatch(
      /^\ufeffincident_id,system_id,.*\r\n$/,
    );
  });

  it('init never overwrites: all or nothing', async () => {
    await project.write('half/kado.yaml', '# mine');
    const before = await digest(project.folder);
    const again = await project.run('init', 'report');
    const half = await project.run('init', 'half');
    expect([again.code, again.out, half.code, half.out]).toEqual([2, '', 2, '']);
    expect(again.err.split('\n').filter((l) => l.includes('exists already'))).toHaveLength(
      templates.length + 1,
    );
    expect(half.err).toContain('half/kado.yaml exists already (nothing is overwritten');
    expect(await digest(project.folder)).toEqual(before);
  });

  it('figures without a report: 1, and what to do', async () => {
    const run = await project.run('figures', '--config', 'report/kado.yaml');
    expect([run.code, run.out]).toEqual([1, '']);
    expect(run.err).toContain('(run kado build first)');
  });

  it('empty templates do not pass for a report; filled ones pass check and build, without any mapping', async () => {
    const empty = await project.run('check', '--config', 'report/kado.yaml');
    expect(empty.code).toBe(1);
    expect(empty.out).toContain('exports/incidents.csv:1: The file has a header');
    for (const [kind, rows] of Object.entries(filled)) {
      const path = `report/exports/${kind}.csv`;
      const header = (await project.read(path)).replace('\ufeff', '').trim().split(',');
      const lines = rows.map((row) => `${header.map((name) => row[name] ?? '').join(',')}\r\n`);
      await appendFile(join(project.folder, path), lines.join(''));
    }
    const check = await project.run('check', '--config', 'report/kado.yaml');
    expect([check.code, check.out], check.err).toEqual([0, '']);
    const build = await project.run('build', '--config', 'report/kado.yaml');
    expect([build.code, build.out], build.err).toEqual([0, 'dist/ja/index.html\ndist/en/index.html\n']);
  });

  describe('figures', () => {
    const figures = (...args: string[]): Promise<Run> =>
      project.run('figures', '--config', 'report/kado.yaml', ...args);

    it('as CSV are the published file, row by row', async () => {
      const run = await figures('--format', 'csv');
      expect([run.code, run.err]).toEqual([0, '']);
      const published = await project.table('dist/data/figures.csv');
      const plain = (rows: Record<string, string>[]) =>
        rows.map((r) => ({
          ...r,
          ...Object.fromEntries(
            ['value', 'lower', 'upper', 'target', 'coverage'].map((c) => [
              c,
              r[c] === '' ? '' : Number(r[c]),
            ]),
          ),
        }));
      expect(published.length).toBeGreaterThan(100);
      expect(plain(rowsOf(run.out))).toEqual(plain(published));
    });

    it.each([
      [
        ['--metric', 'incidents', '--scope', 'system:s1', '--month', '2026-10'],
        ['2026-10/incidents/system:s1', '2026-10/incidents/system:s1/grade:critical'],
      ],
      [
        ['--metric', 'restore_minutes_median', '--scope', 'group', '--month', '2026-10'],
        ['2026-10/restore_minutes_median/group:group'],
      ],
      [
        ['--metric', 'open_incidents', '--scope', 'unit:a-fx', '--month', '2026-09'],
        ['2026-09/open_incidents/unit:a-fx'],
      ],
      [
        ['--metric', 'records', '--scope', 'system', '--month', '2026-09'],
        ['2026-09/records/system:s1', '2026-09/records/system:s2'],
      ],
    ])('filtered by %j', async (args, ids) => {
      const run = await figures('--format', 'json', ...args);
      expect(run.code, run.err).toBe(0);
      const found = (JSON.parse(run.out) as { figure_id: string; breakdown: string }[]).map(
        (f) => f.figure_id,
      );
      expect(found.filter((id) => ids.includes(id))).toEqual(ids);
      const [, metric] = args;
      for (const id of found) expect(id).toMatch(new RegExp(`^${args.at(-1)}/${metric}/`));
      expect(found.filter((id) => id.split('/').length === 3)).toEqual(
        ids.filter((id) => id.split('/').length === 3),
      );
    });

    it('as a table have a header and aligned numbers, also by --out without a configuration', async () => {
      const run = await project.run('figures', '--out', 'dist', '--metric', 'records', '--scope', 'group');
      expect(run.code, run.err).toBe(0);
      expect(run.out).toBe(
        [
          'month    metric   scope  breakdown  value  unit   lower  upper  target  status  complete  rows',
          '2026-09  records  group                 1  count                                true         1',
          '2026-10  records  group                 2  count                                true         2',
          '',
        ].join('\n'),
      );
    });

    it.each([
      ['--scope', 'system:s9'],
      ['--month', '2020-01'],
    ])('none for %s %s: 1, and where to look', async (...args) => {
      const run = await figures(...args);
      expect([run.code, run.out]).toEqual([1, '']);
      expect(run.err).toBe('error: no published figure matches (check --metric, --scope and --month)\n');
    });

    it('of a metric that there is not: wrong use, with the likely one', async () => {
      const run = await figures('--metric', 'incident');
      expect([run.code, run.out]).toEqual([2, '']);
      expect(run.err).toBe('error: there is no metric "incident" (did you mean: incidents)\n');
    });
  });
});
