/** `kado init --from`: what it takes an export for, and that the kado.yaml it writes can be checked at once. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Code, catalogue } from '../../src/errors.js';
import { sheetJsBook } from '../formats/workbook.js';
import { cases, isHere } from '../presets/cases.js';
import { Project, patience } from './project.js';

const systemsOf = (ids: readonly string[]): string =>
  ['system_id,unit_id,name_ja', ...ids.map((id) => `${id},u1,${id}`), ''].join('\n');
const someIncidents = 'incident_id,system_id,occurred_at\ni1,,2026-04-02T10:00\n';

/** Exports → the project that `init` makes of them, with its templates filled as far as a report needs. */
async function initiate(
  files: Readonly<Record<string, string | Uint8Array>>,
  systems: readonly string[] = ['s1'],
  ...more: readonly string[]
) {
  const project = await Project.make(files);
  const names = Object.keys(files);
  const init = await project.run('init', 'made', '--from', ...names, ...more);
  if (init.code !== 0) return { project, init, yaml: '' };
  const templates = await readdir(join(project.folder, 'made', 'exports'));
  await project.write('made/exports/systems.csv', systemsOf(systems));
  if (templates.includes('incidents.csv')) await project.write('made/exports/incidents.csv', someIncidents);
  return { project, init, yaml: await project.read('made/kado.yaml') };
}

const check = (project: Project, ...more: string[]) =>
  project.run('check', '--config', 'made/kado.yaml', '--json', ...more);
const codes = (out: string): Code[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { code: Code }).code);

/** What single rows are rejected for. */
const rowCodes = new Set(
  cases.flatMap((c) => [...(c.initRejects ?? []), ...(c.rejects ?? [])]).map((told) => told.split(' ')[1]),
);

const fixtures = [...new Map(cases.map((c) => [c.fixture, c])).values()];

describe.each(fixtures.map((c) => [c.fixture, c] as const))('%s', { timeout: patience }, (_, c) => {
  it(`is taken for ${c.preset}, and what is written passes the check but for the data`, async (ctx) => {
    // Of dates that read one way only, init writes the format itself.
    const others = cases.filter((o) => o.fixture === c.fixture && o.needs !== 'day_or_month_first');
    ctx.skip(!others.every(isHere), `needs ${others.find((o) => !isHere(o))?.needs}, not in this build`);
    const bytes = readFileSync(new URL(`../presets/fixtures/${c.fixture}`, import.meta.url));
    const { project, init, yaml } = await initiate({ [c.fixture]: bytes }, c.systems);
    expect([init.code, init.out.split('\n')[0]]).toEqual([0, join('made', 'kado.yaml')]);
    expect(init.err).toContain(`preset ${c.preset}`);
    expect(yaml).toContain(`preset: ${c.preset}\n`);
    const { code, out } = await check(project);
    const said = codes(out);
    expect(said.filter((s) => catalogue[s].exit > 1)).toEqual([]);
    const rejects = c.initRejects ?? c.rejects ?? [];
    expect(code).toBe(rejects.length > 0 ? 1 : 0);
    expect(said.filter((s) => rowCodes.has(s))).toEqual(rejects.map((told) => told.split(' ')[1]));
    expect(yaml).not.toContain('header_line');
  });
});

describe('an export of no known tool', { timeout: patience }, () => {
  const register =
    '障害番号,発生日時,復旧日時,システム名,重大度,件名,対応状況,備考\r\n' +
    'S1,2026/4/1 9:05,2026/4/1 10:00,受付,重大,端末が使えない,完了,\r\n' +
    'S2,2026/4/30 23:50,-,帳票,軽微,桁ずれ,様子見,再確認\r\n';

  it('is taken for incidents by its Japanese names; every value reads, or is asked for', async () => {
    const { project, init, yaml } = await initiate({ 'register.csv': register }, ['受付', '帳票']);
    expect(init.code).toBe(0);
    expect(init.err).toContain('register.csv: incidents, no preset');
    for (const line of [
      '    - path: ../register.csv',
      '      missing: ["-"]',
      '      # covers: { from: 2026-04-01, to: 2026-04-30 }',
      '        incident_id: 障害番号',
      '        occurred_at: 発生日時\n        # No format is needed: "2026/4/1 9:05" reads as it is,',
      '            "完了": closed # check\n          #   "様子見": # open / in_progress / on_hold / restored / closed / canceled',
      '      # Columns not used (1): 備考',
    ])
      expect(yaml).toContain(line);
    const asked = await check(project);
    expect([asked.code, codes(asked.out)]).toEqual([
      1,
      ['value_not_listed', 'severity_unranked', 'reject_rate_exceeded'],
    ]);
    // The comments are what takes the place of the lines above them, with the choice filled in.
    const decided = yaml
      .replace('          #   "様子見":', '            "様子見": on_hold')
      .replace('        severity: 重大度\n', '')
      .replace(/^ {8}# (severity:$| {2}from: 重大度| {2}map:)/gm, '        $1')
      .replace(/^ {8}# ( {4}"(重大|軽微)":) #/gm, '        $1 other #');
    await project.write('made/kado.yaml', decided);
    const passed = await check(project);
    expect([passed.code, passed.out]).toEqual([0, '']);
  });

  it('whose dates read both ways leaves the choice, and the check asks for it', async () => {
    const csv = 'incident_id,occurred_at,title\ni1,1/2/2026 9:05,a\ni2,11/12/2026 9:05,b\n';
    const { project, init, yaml } = await initiate({ 'i.csv': csv });
    expect(init.err).toContain(
      'warning: i.csv: the dates of column "occurred_at" do not read in one way only',
    );
    const [day, month] = ['%d/%m', '%m/%d'].map(
      (f) => `        # occurred_at: { from: "occurred_at", format: "${f}/%Y %H:%M" }`,
    );
    for (const line of [day!, month!, 'it must be chosen']) expect(yaml).toContain(line);
    expect((await check(project)).code).toBe(1);
    const chosen = yaml
      .replace('        occurred_at: occurred_at\n', '')
      .replace(month!, month!.replace('# ', ''));
    await project.write('made/kado.yaml', chosen);
    expect((await check(project)).code).toBe(0);
  });

  it('with several rows per record gets a keep_last to complete', async () => {
    const csv = 'incident_id,occurred_at,updated\ni1,2026-04-01,1\ni1,2026-04-01,2\n';
    const { yaml } = await initiate({ 'i.csv': csv });
    expect(yaml).toContain('# 2 rows, 1 ids: several rows per record');
    expect(yaml).toContain('      # keep_last: { by: "incident_id", order: ["updated"] }\n');
  });

  it('that names nothing known is described all the same, with what is missing', async () => {
    const { project, init, yaml } = await initiate({ 'x.csv': 'foo,bar\n1,2\n' });
    expect(init.code).toBe(0);
    expect(init.err).toContain('nothing in the header seems to be incident_id, which incidents require');
    expect(yaml).toContain(
      "      columns: {} # the columns, instead of {}:\n      #   incident_id: # required: name the export's column",
    );
    expect(codes((await check(project)).out)).toEqual([
      'required_column_unmapped',
      'required_column_unmapped',
    ]);
  });

  it('with a thousand rows may be cut off', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `${i},2026-04-01\n`).join('');
    const { init } = await initiate({ 'i.csv': `incident_id,occurred_at\n${rows}` });
    expect(init.err).toContain('warning: i.csv: The file has exactly 1000 rows');
  });
});

describe('hostile names and values', { timeout: patience }, () => {
  it('stay data', async () => {
    const csv = [
      '"incident_id","occurred_at","state","件名","a: b # {c}\n- d","${HOME}","\u001b[31mred"',
      '"i1","2026-04-01","x: &y\n*z","t","","",""',
      '"i2","2026-04-02","# closed","t","","",""',
      '',
    ].join('\r\n');
    const { project, init, yaml } = await initiate({ 'a b #[1]+(x).csv': csv });
    expect(init.code).toBe(0);
    expect(yaml).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(yaml).toContain('      # Columns not used (3): a: b # {c} - d, ${HOME}, \\u001b[31mred\n');
    const { code, out } = await check(project);
    expect([code, codes(out)]).toEqual([1, ['value_not_listed', 'value_not_listed', 'reject_rate_exceeded']]);
  });

  it('and a name with an environment variable in it is told, not written', async () => {
    const csv = 'incident_id,occurred_at,state (${HOME})\ni1,2026-04-01,open\n';
    const { project, yaml } = await initiate({ 'i.csv': csv });
    expect(
      yaml.split('\n').filter((line) => line.includes('${HOME}') && !line.trim().startsWith('#')),
    ).toEqual([]);
    expect((await check(project)).code).toBe(0);
  });
});

describe('what next month may change or a person must decide', { timeout: patience }, () => {
  const fixture = (name: string) => readFileSync(new URL(`../presets/fixtures/${name}`, import.meta.url));
  const active = (yaml: string): string[] =>
    yaml.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));

  it('columns that the preset finds by itself, and the sort of a row, are comments', async () => {
    const { project, init, yaml } = await initiate({ 'r.csv': fixture('redmine-ja.csv') });
    expect(active(yaml).slice(-6)).toEqual([
      '  systems: exports/systems.csv',
      '  incidents:',
      '    - path: ../r.csv',
      '      preset: redmine-ja',
      '      encoding: auto # found: shift_jis, neither UTF-8 nor EUC-JP',
      '      columns: {} # the columns, instead of {}:',
    ]);
    expect(yaml).toContain('      # by the preset: incident_id ← #, occurred_at ← 作成日, ');
    expect(yaml).toContain('# Decide: トラッカー says what each row is: 障害 (3). ');
    expect(init.err).toContain('warning: r.csv: column "トラッカー" tells kinds of records apart (障害 3)');
    const line = `# where: "\\"トラッカー\\" = '障害'"`;
    await project.write('made/kado.yaml', yaml.replace(line, line.slice(2).replace('障害', '機能')));
    expect(yaml).toContain(line);
    expect(codes((await check(project)).out)).not.toContain('severity_unranked');
  });

  it('a sheet among others is not fixed, so that the rows of the others go on being told of', async () => {
    const rows = [
      ['incident_id', 'occurred_at'],
      ['i1', '2026-04-01'],
    ];
    const { project, yaml } = await initiate({ 'b.xlsx': sheetJsBook({ '4月': rows, '5月': rows }) });
    expect(yaml).toContain('      # sheet: 4月 # found by itself; rows stand on more than one: 4月, 5月\n');
    expect(codes((await check(project)).out)).toContain('sheet_chosen');
  });

  it('a day and a time of day apart are one moment', async () => {
    const csv =
      'incident_id,発生日,発生時刻,復旧日,復旧時刻\ni1,2026/4/1,9:05,-,-\ni2,令和8年4月2日,9:05,R8.4.2,10:00\n';
    const { project, yaml } = await initiate({ 'i.csv': csv });
    expect(yaml).toContain(`occurred_at: { sql: "\\"発生日\\" || ' ' || \\"発生時刻\\"" }\n`);
    expect([(await check(project)).code, (await check(project)).out]).toEqual([0, '']);
  });

  it('series of one folder are one source', async () => {
    const series = 'timestamp,value\n2026-04-01 00:00:00,1\n';
    const { yaml } = await initiate({
      'm/web_cpu.csv': series,
      'm/db_cpu.csv': series,
      'n/db_cpu.csv': series,
    });
    expect(yaml).toContain(
      '    - path:\n        - ../m/web_cpu.csv\n        - ../m/db_cpu.csv\n      preset: cloudwatch\n',
    );
    expect(yaml).toContain(`      #   system_id: { sql: "split_part(file, '_', 1)" } # web\n`);
    expect(yaml.match(/name_from: file/g)).toHaveLength(2);
  });

  it('actions are unknown until they are kept', async () => {
    const project = await Project.make({ 'other.txt': '' });
    await project.run('init', 'made');
    const yaml = await project.read('made/kado.yaml');
    expect(active(yaml).filter((line) => line.includes('actions'))).toEqual([]);
    expect(yaml).toContain('An empty file of actions means that there are none, not that they are unknown');
  });
});

describe('files', { timeout: patience }, () => {
  const incidents = 'incident_id,occurred_at\ni1,2026-04-01\n';

  it('of one kind make a list, of several kinds each its own; their templates are left out', async () => {
    const { project, init, yaml } = await initiate({
      'a.csv': incidents,
      'b.csv': incidents.replace('i1', 'i2'),
      's.csv': systemsOf(['s1']),
    });
    expect(yaml.match(/^ {4}- path: .*$/gm)).toEqual([
      '    - path: ../s.csv',
      '    - path: ../a.csv',
      '    - path: ../b.csv',
    ]);
    const written = init.out
      .split('\n')
      .filter(Boolean)
      .map((path) => path.replaceAll('\\', '/'));
    expect(written).toContain('made/exports/units.csv');
    expect(written.filter((path) => /(systems|incidents)\.csv$/.test(path) && !/_/.test(path))).toEqual([]);
    expect((await check(project)).code).toBe(0);
  });

  it('that cannot be read are all named, and nothing is written', async () => {
    const project = await Project.make({ 'empty.csv': '', 'i.csv': incidents });
    const run = await project.run('init', 'made', '--from', 'i.csv', 'empty.csv', 'none.csv');
    expect([run.code, run.out]).toEqual([1, '']);
    expect(run.err).toContain('empty.csv: The file is empty');
    expect(run.err).toContain(' none.csv: The file does not exist');
    expect(run.err).not.toMatch(/none\.csv.*kado\.yaml/);
    expect((await readdir(project.folder)).sort()).toEqual(['empty.csv', 'i.csv']);
  });

  it('are never overwritten, and the folder is the current one unless named', async () => {
    const project = await Project.make({ 'i.csv': incidents });
    expect((await project.run('init', '--from', 'i.csv')).code).toBe(0);
    expect(await project.read('kado.yaml')).toContain('    - path: i.csv\n');
    await project.write('kado.yaml', 'mine');
    const again = await project.run('init', '.', '--from', 'i.csv');
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.err).toContain('kado.yaml exists already');
    expect(await project.read('kado.yaml')).toBe('mine');
  });
});
