/** Targets and indicators that mean nothing: told with their line, before anything is published. */
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Project, patience, soundFiles } from './project.js';

const head = 'scope,fiscal_year,metric,severity,cap,improvement_rate,note\n';
const config = (more = '') => `title: Test
locales: [en]
timezone: Asia/Tokyo
as_of: 2026-11-05T09:00:00+09:00
cache: none
${more}sources:
  systems: exports/systems.csv
  incidents: { path: exports/incidents.csv, covers: { from: 2026-04-01, to: 2026-10-31 } }
  targets: exports/targets.csv
  kpi: exports/kpi.csv
`;
const soundKpi =
  'node_id,scope,metric,parent_id,fiscal_year,fiscal_quarter,target\nk,group,incidents,,2026,,5\n';
const make = (targets: string, kpi = soundKpi, more = '') =>
  Project.make({
    ...soundFiles,
    'kado.yaml': config(more),
    'exports/targets.csv': head + targets,
    'exports/kpi.csv': kpi,
  });

describe('targets and indicators', { timeout: patience }, () => {
  it('that can not be judged end the build, all told at once, with nothing published', async () => {
    const project = await make(
      'system:s1,2026,incident,,3,,\nsystem:s1,2026,incidents,S9,3,,\n',
      'node_id,scope,metric,parent_id,fiscal_year\na,group,incidents,b,2026\nb,unit:u1,incidents,c,2026\nc,system:s9,availabilty,a,2026\n',
    );
    const expected = [
      'exports/targets.csv:2:metric: metric "incident" is not a metric of this report (nearest: incidents; docs/metrics.md lists them all)',
      'exports/targets.csv:3:severity: system:s1 knows no severity "S9" (write one of its scheme\'s grades (critical, heavy, other) or one of the classes (critical, heavy, other))',
      'exports/kpi.csv:2:parent_id: the tree of indicators runs in a circle: a → b → c → a (mend parent_id, so that the way up from each node ends at a KGI)',
      'exports/kpi.csv:4:metric: metric "availabilty" is not a metric of this report',
      'exports/kpi.csv:4:scope: nothing in this report is the scope "system:s9" of node c',
    ];
    const build = await project.run('build');
    expect(build.code).toBe(1);
    for (const line of expected) expect(build.err).toContain(`error: ${line}`);
    expect((await readdir(project.folder)).sort()).toEqual(['exports', 'kado.yaml']);
    const check = await project.run('check');
    expect(check.code).toBe(1);
    for (const line of expected) expect(check.out).toContain(line);
  });

  it('that are merely odd are told, and the rest is built', async () => {
    const project = await make(
      'system:s1,2026,incidents,,,0.1,\nsystem:s2,2026,incidents,,4,,\nsystem:s2,2026,incidents,,0,,\n',
    );
    const build = await project.run('build');
    expect(build.code, build.err).toBe(0);
    const prior =
      "exports/targets.csv:2:cap: the cap of fiscal year 2026 can't be worked out: the exports don't hold the whole year before";
    expect(build.err).toContain(`warning: ${prior}`);
    expect(build.err).toContain(
      'warning: exports/targets.csv:3: system:s2 2026 incidents differs from exports/targets.csv:4 in cap',
    );
    const check = await project.run('check');
    expect([check.code, check.out.includes(prior)]).toEqual([0, true]);
    const figures = await project.table('dist/data/figures.csv');
    const figure = (id: string) => figures.find((f) => f.figure_id === `2026-10/${id}`);
    expect(figure('cap/system:s1')).toMatchObject({ value: '', status: 'no_data' });
    // One incident on the last day of October, against the later row's 0.
    expect(figure('cap_exceed_probability/system:s2')).toMatchObject({ value: '1.0', status: 'off_track' });
    expect(figure('incidents_fytd/system:s2')).toMatchObject({
      value: '1.0',
      target: '0.0',
      status: 'off_track',
    });
  });

  it('of two scopes at once, and rates outside 0–1, are rejected rows', async () => {
    const project = await make(
      'system:s1;system:s2,2026,incidents,,3,,\nunit:u1、 group,2026,incidents,,3,,\n"company:a, unit:u1",2026,incidents,,3,,\nsystem:s1,2026,incidents,,,-0.1,\nsystem:s1,2026,incidents,,,10,\n',
      soundKpi,
      'max_reject_rate: 1\n',
    );
    const check = await project.run('check');
    expect(check.code).toBe(1);
    for (const line of [
      'exports/targets.csv:2:scope: scope "system:s1;system:s2" names more than one scope (give each scope a row of its own: one row, one scope)',
      'exports/targets.csv:3:scope: scope "unit:u1、 group" names more than one scope',
      'exports/targets.csv:4:scope: scope "company:a, unit:u1" names more than one scope',
      'exports/targets.csv:5:improvement_rate: improvement_rate "-0.1" does not read as a number (expected 0–1)',
      'exports/targets.csv:6:improvement_rate: improvement_rate "10" does not read as a number (expected 0–1)',
    ])
      expect(check.out).toContain(line);
    const build = await project.run('build');
    expect(build.code, build.err).toBe(0);
    expect(await project.figure('2026-10/cap/system:s1')).toBe('');
  });

  it('are judged by the chances of the configuration, which must be in order', async () => {
    const wrong = await make(
      'system:s1,2026,incidents,,3,,\n',
      soundKpi,
      'risk: { cap_status: { at_risk: 0.9 } }\n',
    );
    const run = await wrong.run('build');
    expect(run.code).toBe(2);
    expect(run.err).toContain('kado.yaml:6:9: risk.cap_status has at_risk above off_track');
    const strict = 'risk: { cap_status: { at_risk: 0.0001, off_track: 0.001 } }\n';
    const project = await make('system:s1,2026,incidents,,3,,\n', soundKpi, strict);
    expect((await project.run('build')).code).toBe(0);
    const figures = await project.table('dist/data/figures.csv');
    expect(figures.find((f) => f.figure_id === '2026-10/cap/system:s1')).toMatchObject({
      status: 'off_track',
    });
  });
});
