/** max_reject_rate: how many rows a file may lose before nothing is published. */
import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { configOf, digest, Project, patience, soundFiles } from './project.js';

/** `count` rows, the first of which has no date. */
const rows = (count: number, prefix: string): string =>
  `incident_id,system_id,occurred_at\n${Array.from({ length: count }, (_, i) => `${prefix}${i},s1,${i === 0 ? '' : '2026-10-02'}\n`).join('')}`;

const source = (path: string, option = ''): string => `\n    - { path: exports/${path}${option} }`;

describe('the share of rows that may be rejected', { timeout: patience }, () => {
  let project: Project;
  let before: Record<string, string>;
  beforeAll(async () => {
    project = await Project.make({
      ...soundFiles,
      // What a stopped build has read may be kept for the next one; here nothing at all may come to stand.
      'kado.yaml': configOf(undefined, 'cache: none\n'),
      'exports/twenty.csv': rows(20, 'a'),
      'exports/nineteen.csv': rows(19, 'b'),
    });
    const { code, err } = await project.run('build');
    if (code !== 0) throw new Error(err);
    before = await digest(project.folder);
  }, patience);

  it('is 5 % per file: one row of 19 is too much, and a file beside it without fault does not dilute it', async () => {
    await project.write(
      'kado.yaml',
      configOf(source('incidents.csv') + source('nineteen.csv'), 'cache: none\n'),
    );
    const { code, out, err } = await project.run('build');
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(
      'error: exports/nineteen.csv: rejected rows: 1 of 19 (5.3 %), over the limit of 5.0 % (kado check tells the reason of each rejected row',
    );
    expect({ ...(await digest(project.folder)), 'kado.yaml': '' }).toEqual({ ...before, 'kado.yaml': '' });
    expect((await readdir(project.folder)).sort()).toEqual(['dist', 'exports', 'kado.yaml']);
    const check = await project.run('check');
    expect(check.code).toBe(1);
    expect(check.out).toContain('exports/nineteen.csv:2:occurred_at: required column occurred_at is empty');
    expect(check.out).toContain('exports/nineteen.csv: rejected rows: 1 of 19 (5.3 %)');
  });

  it.each([
    ['one of 20 is exactly the default', source('twenty.csv'), '', 0],
    ['stricter at the top of the file', source('twenty.csv'), 'max_reject_rate: 0.04\n', 1],
    ['looser for one source', source('nineteen.csv', ', max_reject_rate: 0.06'), '', 0],
    [
      'the source outranks the top',
      source('twenty.csv', ', max_reject_rate: 0.01'),
      'max_reject_rate: 1\n',
      1,
    ],
  ])('%s', async (_, sources, more, code) => {
    await project.write('kado.yaml', configOf(sources, more));
    const run = await project.run('build', '--out', 'other');
    expect(run.code, run.err).toBe(code);
    const account = (await project.accounts('other').catch(() => [])).find(
      (a) => a.path !== 'exports/systems.csv',
    );
    if (code === 0) {
      expect(account).toMatchObject({ rejected: 1 });
      expect(account!.rows).toBe(account!.staged + account!.rejected);
    }
  });
});
