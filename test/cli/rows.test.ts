/** Rows that can't be used: one line lost each, with its place and reason; everything beside them stays, and every account closes. */
import { beforeAll, describe, expect, it } from 'vitest';
import { configOf, Project, patience, type Run, soundFiles } from './project.js';
import { type Case, cases } from './rowCases.js';

const fileOf = (c: Case): string => `exports/${c.name}.csv`;
const sources = cases
  .map((c) => `\n    - { path: ${fileOf(c)}${c.options ? `, ${c.options}` : ''} }`)
  .join('');
const losses = cases.flatMap((c) => (c.lost ?? []).map((lost) => ({ ...lost, file: fileOf(c) })));

describe('rows that cannot be used', { timeout: patience }, () => {
  let project: Project;
  let check: Run;
  let build: Run;
  let rejects: Record<string, string>[];
  beforeAll(async () => {
    project = await Project.make({
      ...soundFiles,
      'kado.yaml': configOf(sources, 'max_reject_rate: 1\n'),
      ...Object.fromEntries(cases.map((c) => [fileOf(c), c.content])),
    });
    [check, build] = await Promise.all([project.run('check'), project.run('build')]);
    rejects = await project.table('dist/data/rejects.csv');
  }, patience);

  it('do not stop a build that allows them; check exits 1', () => {
    expect(build.code, build.err).toBe(0);
    expect(build.err).toContain(`${losses.length} rows rejected: see dist/data/rejects.csv`);
    expect(check.code).toBe(1);
  });

  it.each(losses)('$file:$line $says', ({ file, line, column, says, hint, value }) => {
    const place = [file, line, ...(column === '' ? [] : [column])].join(':');
    const told = check.out.split('\n').filter((l) => l.startsWith(`${file}:${line}:`));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`${place}: ${says}`);
    expect(told[0]).toContain(hint);
    expect(told[0]!.length).toBeLessThan(1_000);
    const stored = rejects.filter((r) => r.file === file && r.line === String(line));
    expect(stored).toMatchObject([{ kind: 'incidents', column, reason: expect.stringContaining(says) }]);
    expect(stored[0]!.hint).toContain(hint);
    expect(stored[0]!.value!.slice(0, value?.length ?? 0)).toBe(value ?? '');
  });

  it('rejects.csv has its columns, and those rows alone', async () => {
    const text = await project.read('dist/data/rejects.csv');
    expect(text.split('\n')[0]).toBe('kind,file,line,column,value,reason,hint');
    expect(rejects.map((r) => `${r.file}:${r.line}`).sort()).toEqual(
      losses.map((l) => `${l.file}:${l.line}`).sort(),
    );
    for (const r of rejects) for (const cell of Object.values(r)) expect(cell).not.toMatch(/^[=+@\t\r-]/);
  });

  it.each(cases)('the account of $name.csv', async (c) => {
    const account = (await project.accounts()).find((a) => a.path === fileOf(c))!;
    const { rows, staged, rejected, filtered, superseded, duplicate } = account;
    expect([rows, staged, rejected, filtered, superseded, duplicate]).toEqual(c.account);
    expect(rows).toBe(staged + rejected + filtered + superseded + duplicate);
  });

  it('every staged row is a record of its month, and none besides', async () => {
    const staged = cases.reduce((sum, c) => sum + c.account[1], 0);
    const october = Number(await project.figure('2026-10/records/group:group'));
    const february = Number(await project.figure('2026-02/records/group:group'));
    expect([october, february]).toEqual([staged - 1, 1]);
  });

  it('duplicates are told with both lines; the later one stands', async () => {
    expect(check.out).toContain('exports/twice.csv:2: t1 duplicates exports/twice.csv:3 (counted once)');
    expect(check.out).toContain(
      'exports/twice.csv:4: t2 differs from exports/twice.csv:5 in title (the later line was kept',
    );
    expect(build.err).toContain('warning: exports/twice.csv:4: t2 differs');
    const register = await project.read('dist/en/register/2026-10.html');
    expect(register).toContain('second');
    expect(register).not.toContain('>first<');
  });
});
