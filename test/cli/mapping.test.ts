/** What is wrong in kado.yaml itself or between it and an export: exit 2, the place in the file, and what was probably meant. */
import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { configOf, incidents, Project, patience, placeIn, type Run, soundFiles } from './project.js';

interface Fault {
  /** The source's option; its first key is unique, so that its place can be told. */
  readonly option: string;
  /** Where the message points to: the text that begins there. */
  readonly mark: string;
  readonly says: string;
  readonly hint: string;
}

const forbidden = (sql: string, detail: string): Fault => ({
  option: `columns: { title: { sql: "${sql}" } }`,
  mark: `sql: "${sql}"`,
  says: `the expression of title may not use ${detail}`,
  hint: 'see docs/configuration.md',
});

const where = (sql: string, says: string, hint = ''): Fault => ({
  option: `where: "${sql}"`,
  mark: `where: "${sql}"`,
  says,
  hint,
});

const faults: readonly Fault[] = [
  {
    option: 'columns: { title: sytem_id }',
    mark: 'title: sytem_id',
    says: 'column "sytem_id" is not in the header of exports/incidents.csv',
    hint: 'did you mean: system_id',
  },
  {
    option: 'columns: { symptom: zzz }',
    mark: 'symptom: zzz',
    says: 'column "zzz" is not in the header',
    hint: 'did you mean: incident_id, system_id, occurred_at, restored_at',
  },
  {
    option: 'columns: { ocurred_at: restored_at }',
    mark: 'ocurred_at: restored_at',
    says: 'incidents has no column ocurred_at',
    hint: 'did you mean: occurred_at',
  },
  {
    option: 'columns: { occurred_at: null }',
    mark: '{ path: exports/incidents.csv, columns: { occurred_at: null',
    says: 'required column occurred_at cannot be had from exports/incidents.csv',
    hint: 'the header is: incident_id, system_id, occurred_at, restored_at',
  },
  {
    option: 'preset: servicenaw',
    mark: 'preset: servicenaw',
    says: 'there is no preset "servicenaw"',
    hint: 'known: servicenow',
  },
  {
    option: 'keep_last: { by: incident, order: [occurred_at] }',
    mark: 'by: incident,',
    says: 'column "incident" is not in the header',
    hint: 'did you mean: incident_id',
  },
  where(
    "system_di <> 's1'",
    'column "system_di" in the expression of where is not in the header',
    'did you mean: system_id',
  ),
  where('system_id = ', 'the expression of where does not parse', 'write one scalar SQL expression'),
  where("true); COPY systems TO '/tmp/x' --", 'the expression of where does not parse', 'write one scalar'),
  where("ATTACH '/etc/passwd' AS x", 'the expression of where does not parse', 'write one scalar'),
  where("COPY (SELECT 1) TO 'x.csv'", 'the expression of where does not parse', 'write one scalar'),
  where(
    "system_id IN (SELECT system_id FROM 'exports/systems.csv')",
    'the expression of where may not use subquery',
  ),
  where("EXISTS (FROM read_csv('/etc/passwd'))", 'the expression of where may not use subquery'),
  where(
    "1) FROM read_text('/etc/passwd') WHERE (true",
    'the expression of where may not use more than one scalar expression',
  ),
  where('row_number() OVER () = 1', 'the expression of where may not use window'),
  where('count(*) > 0', 'the expression of where may not use count_star()'),
  where('random() > 0.5', 'the expression of where may not use random()'),
  where('now() > current_date', 'the expression of where may not use now()'),
  forbidden("getenv('HOME')", 'getenv()'),
  forbidden("read_text('/etc/passwd')", 'read_text()'),
  forbidden("(SELECT content FROM read_text('/etc/passwd'))", 'subquery'),
  forbidden("current_setting('temp_directory')", 'current_setting()'),
  forbidden("list_transform([1], x -> getenv('HOME'))", 'list_transform()'),
  forbidden("CASE WHEN true THEN getvariable('x') END", 'getvariable()'),
  forbidden('system_id COLLATE nocase', 'collate'),
];

const text = configOf(
  faults.map((f) => `\n    - { path: exports/incidents.csv, ${f.option} }`).join(''),
  'cache: none\n',
);

describe('a mapping that does not fit its export', { timeout: patience }, () => {
  let project: Project;
  let run: Run;
  beforeAll(async () => {
    project = await Project.make({ ...soundFiles, 'kado.yaml': text });
    run = await project.run('build');
  }, patience);

  it('ends with 2 and one line per fault; nothing is written', async () => {
    expect(run.code).toBe(2);
    expect(run.out).toBe('');
    expect(run.err.split('\n').filter((l) => l.startsWith('error: '))).toHaveLength(faults.length);
    expect((await readdir(project.folder)).sort()).toEqual(['exports', 'kado.yaml']);
  });

  it.each(faults)('$option', ({ mark, says, hint }) => {
    const place = placeIn('kado.yaml', text, mark);
    const line = run.err.split('\n').find((l) => l.startsWith(`error: ${place}: `));
    expect(line, `${place}\n${run.err}`).toBeDefined();
    expect(line).toContain(says);
    expect(line).toContain(hint);
  });
});

describe('kado.yaml', { timeout: patience }, () => {
  const wrong = `title: Test
locales: [en, fr]
timezone: Asia/Tokio
as_of: 2026-02-30
fiscal_year_start: 13
max_reject_rates: 0.1
sources:
  systems: exports/systems.csv
  incidents:
    - path: exports/incidents.csv
      encodig: utf-8
      covers: { from: 2026-10-31, to: 2026-10-01 }
      allow_empty: maybe
`;
  const told: readonly (readonly [mark: string, says: string])[] = [
    ['fr]', 'expected one of ja, en'],
    ['Asia/Tokio', 'not a known time zone (Use an IANA name such as Asia/Tokyo'],
    ['2026-02-30', 'not a real ISO 8601 time'],
    ['13', 'expected ≤ 12'],
    ['max_reject_rates', 'not a key that Kado knows (Did you mean max_reject_rate?'],
    ['encodig', 'not a key that Kado knows (Did you mean encoding?'],
    ['maybe', 'expected true | false'],
  ];

  it.each(['build', 'check'])(
    'several errors at once, each with its line and column, in %s',
    async (command) => {
      const project = await Project.make({ ...soundFiles, 'kado.yaml': wrong });
      const run = await project.run(command);
      expect(run.code).toBe(2);
      const lines = (command === 'build' ? run.err : run.out).trim().split('\n');
      for (const [mark, says] of told) {
        const [, line] = placeIn('kado.yaml', wrong, mark).split(':');
        const found = lines.filter((l) => new RegExp(`^(?:error: )?kado\\.yaml:${line}:\\d+: `).test(l));
        expect(found.join('\n'), mark).toContain(says);
      }
      expect(lines.length).toBeGreaterThanOrEqual(told.length);
      expect(await readdir(project.folder)).not.toContain('dist');
    },
  );

  it.each(['build', 'check'])('a re-basing of a chart that is not there, in %s', async (command) => {
    const yaml = configOf(
      undefined,
      'signals:\n  rebase:\n    - { scope: system:s9, metric: incidents, from: 2026-10, reason: new desk }\n',
    );
    const project = await Project.make({ ...soundFiles, 'kado.yaml': yaml });
    const run = await project.run(command);
    expect(run.code).toBe(2);
    expect(command === 'build' ? run.err : run.out).toContain(
      `${placeIn('kado.yaml', yaml, 'scope:')}: signals.rebase[0].scope is "system:s9", which is no scope of this report`,
    );
  });

  it.each([
    ['absent', ['--config', 'none.yaml'], 'none.yaml does not exist'],
    ['broken', ['--config', 'broken.yaml'], 'broken.yaml:3:1: This is not valid YAML'],
    [
      'in Shift_JIS',
      ['--config', 'cp932.yaml'],
      'cp932.yaml: cp932.yaml is not UTF-8 text (Save it again as UTF-8',
    ],
  ])('that is %s is wrong use', async (_, args, says) => {
    const project = await Project.make({
      'broken.yaml': 'title: Test\nsources: [\n',
      'cp932.yaml': Buffer.from('7469746c653a208fe18a510a', 'hex'),
      'exports/incidents.csv': incidents,
    });
    const run = await project.run('build', ...args);
    expect(run.code).toBe(2);
    expect(run.err).toContain(`error: ${says}`);
  });
});
