/** The command line: what it understands, which exit code it gives, and which stream says what. */
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bin, configOf, digest, Project, patience, soundFiles } from './project.js';

let project: Project;
beforeAll(async () => {
  project = await Project.make({
    ...soundFiles,
    'exports/twice.csv': 'incident_id,system_id,occurred_at\nt,s1,2026-10-02\nt,s2,2026-10-02\n',
    'wrong.yaml': configOf(' exports/none.csv'),
    'warn.yaml': configOf('\n    - exports/incidents.csv\n    - exports/twice.csv', 'max_reject_rate: 0.5\n'),
  });
}, patience);

const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('usage', { timeout: patience }, () => {
  it('--help lists the commands on stdout; each command has its own help', async () => {
    const help = await project.run('--help');
    expect([help.code, help.err]).toEqual([0, '']);
    for (const command of ['init', 'check', 'build', 'preview', 'figures', 'doctor'])
      expect(help.out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    const build = await project.run('build', '--help');
    expect([build.code, build.err]).toEqual([0, '']);
    for (const option of [
      '--config',
      '--month',
      '--as-of',
      '--out',
      '--locale',
      '--json',
      '--quiet',
      '--no-color',
    ])
      expect(build.out).toContain(option);
    const version = await project.run('--version');
    expect([version.code, version.out]).toEqual([0, '0.1.0\n']);
  });

  it.each([
    ['an unknown command', ['biuld'], "unknown command 'biuld' (Did you mean build?)"],
    ['no command', [], 'no command given (see kado --help)'],
    ['an unknown option', ['build', '--mnoth', '2026-10'], "unknown option '--mnoth'"],
    ['an option without its value', ['build', '--month'], "option '--month <YYYY-MM>' argument missing"],
    ['an argument too many', ['build', '2026-10'], 'too many arguments'],
    ['init without a folder', ['init'], "missing required argument 'dir'"],
    ['a language', ['build', '--locale', 'en,fr'], '--locale "fr" cannot be read (give it as ja, en)'],
    [
      'an edition',
      ['build', '--edition', 'unit-fx'],
      '--edition is not available in this version (leave it out)',
    ],
    ['a port', ['preview', '--port', '99999'], '--port "99999" cannot be read'],
    [
      'a format',
      ['figures', '--format', 'xml'],
      '--format "xml" cannot be read (give it as table, csv, json)',
    ],
    ['a scope', ['figures', '--scope', 'planet:earth'], '--scope "planet:earth" cannot be read'],
    ['a month of figures', ['figures', '--month', 'october'], '--month "october" cannot be read'],
  ])('%s is wrong use', async (_, args, says) => {
    const run = await project.run(...args);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain(`error: ${says}`);
    expect(run.err.trim().split('\n')).toHaveLength(1);
  });

  it('no kado.yaml upwards is wrong use, with a way to get one', async () => {
    const outside = await Project.make({ 'notes.txt': '' });
    const run = await outside.run('build');
    expect(run.code).toBe(2);
    expect(run.err).toContain('kado.yaml was not found in');
    expect(run.err).toContain('kado init');
  });

  it('the nearest kado.yaml upwards is found; dist stands where the command is called', async () => {
    const deep = await Project.make({ ...soundFiles, 'notes/2026/x.txt': '' });
    const run = spawnSync(process.execPath, [bin, 'build', '--quiet'], {
      cwd: join(deep.folder, 'notes/2026'),
      encoding: 'utf8',
    });
    expect([run.status, run.stderr, run.stdout]).toEqual([0, '', 'dist/en/index.html\n']);
    expect((await readdir(join(deep.folder, 'notes/2026'))).sort()).toEqual(['dist', 'x.txt']);
  });
});

describe('streams', { timeout: patience }, () => {
  it('build: the pages on stdout, everything else on stderr; --locale chooses', async () => {
    const run = await project.run('build', '--config', 'warn.yaml', '--locale', 'en', '--out', 'd/plain');
    expect([run.code, run.out]).toEqual([0, 'd/plain/en/index.html\n']);
    expect(run.err).toContain('warning: exports/twice.csv:2: t differs');
    expect(run.err).toMatch(/2026-10 as of 2026-11-05 09:00: 7 rows, \d+ pages, build [0-9a-f]{12}/);
    const japanese = await project.run(
      'build',
      '--config',
      'warn.yaml',
      '--locale',
      'ja,en',
      '--out',
      'd/both',
    );
    expect(japanese.out).toBe('d/both/ja/index.html\nd/both/en/index.html\n');
    expect((await readdir(join(project.folder, 'd/plain'))).sort()).toEqual([
      'data',
      'en',
      'manifest.json',
      'report-en.pdf',
    ]);
    expect((await readdir(join(project.folder, 'd/both'))).sort()).toEqual([
      'data',
      'en',
      'ja',
      'manifest.json',
      'report-en.pdf',
      'report-ja.pdf',
    ]);
    expect(await project.read('d/both/ja/index.html')).toMatch(/<html[^>]* lang="ja"/);
  });

  it('--json: every line of stderr parses, in success and in failure', async () => {
    const good = await project.run('build', '--config', 'warn.yaml', '--json', '--out', 'd/json');
    expect([good.code, good.out]).toEqual([0, 'd/json/en/index.html\n']);
    const lines = jsonLines(good.err);
    // Before it stands how many exports were known from builds above.
    expect(lines.find((line) => line.level !== 'info')).toMatchObject({
      level: 'warning',
      code: 'duplicate_conflict',
      file: 'exports/twice.csv',
      line: 2,
    });
    expect(lines.at(-1)).toMatchObject({
      level: 'info',
      month: '2026-10',
      rows: 7,
      build_id: expect.any(String),
    });
    const bad = await project.run('build', '--config', 'wrong.yaml', '--json');
    const usage = await project.run('biuld', '--json');
    expect([usage.code, usage.out]).toEqual([2, '']);
    expect(jsonLines(usage.err)).toMatchObject([
      { level: 'error', code: 'command_usage', hint: 'see kado --help' },
    ]);
    expect([bad.code, bad.out]).toEqual([1, '']);
    expect(jsonLines(bad.err)).toMatchObject([
      { level: 'error', code: 'file_missing', file: 'exports/none.csv' },
    ]);
    const check = await project.run('check', '--config', 'wrong.yaml', '--json');
    expect([check.code, check.err]).toEqual([1, '']);
    expect(jsonLines(check.out)).toMatchObject([
      { level: 'error', code: 'file_missing', file: 'exports/none.csv' },
    ]);
  });

  it('--quiet: silent in success, warnings too; errors are still told', async () => {
    const good = await project.run('build', '--config', 'warn.yaml', '--quiet', '--out', 'd/quiet');
    expect([good.code, good.out, good.err]).toEqual([0, 'd/quiet/en/index.html\n', '']);
    const bad = await project.run('build', '--config', 'wrong.yaml', '--quiet');
    expect(bad.code).toBe(1);
    expect(bad.err).toMatch(/^error: exports\/none\.csv: The file does not exist \(.*\)\n$/);
  });

  it('colours only on a terminal, and not with --no-color', async ({ skip }) => {
    const red = '\u001b[31m';
    const piped = await project.run('build', '--config', 'wrong.yaml');
    expect(piped.err).not.toContain('\u001b');
    const onTerminal = (...more: string[]): string =>
      spawnSync(
        'script',
        ['-qec', [process.execPath, bin, 'check', '--month', 'x', ...more].join(' '), '/dev/null'],
        {
          cwd: project.folder,
          encoding: 'utf8',
          env: { PATH: process.env.PATH ?? '', TERM: 'xterm' },
        },
      ).stdout ?? '';
    const colored = onTerminal();
    if (colored === '') {
      console.log('skipped: there is no script(1) to make a terminal with');
      skip();
    }
    expect(colored).toContain(`${red}error`);
    expect(onTerminal('--no-color')).toContain('error: --month');
    expect(onTerminal('--no-color')).not.toContain('\u001b[');
  });

  it('check writes nothing; problems are its result, what is well goes to stderr', async () => {
    const before = await digest(project.folder);
    const run = await project.run('check', '--config', 'warn.yaml');
    expect(run.code).toBe(0);
    expect(run.out).toMatch(
      /^exports\/twice\.csv:2: t differs from exports\/twice\.csv:3 in system_id \(.*\)\n$/,
    );
    expect(run.err).toContain(
      'exports/twice.csv: 2 rows = 1 staged + 0 rejected + 0 filtered + 0 superseded + 1 duplicate',
    );
    expect(await digest(project.folder)).toEqual(before);
  });

  it('doctor says what works, exit 0, also where there is no configuration', async () => {
    const run = await project.run('doctor');
    expect([run.code, run.err]).toEqual([0, '']);
    for (const what of ['Node', 'DuckDB', 'page shells', 'temporary folder', 'output', 'configuration'])
      expect(run.out).toMatch(new RegExp(`^ok +${what}: `, 'm'));
    const bare = await Project.make({ 'x.txt': '' });
    const json = await bare.run('doctor', '--json');
    expect(json.code).toBe(0);
    expect(jsonLines(json.out).find((f) => f.what === 'configuration')).toMatchObject({ state: 'warning' });
  });
});
