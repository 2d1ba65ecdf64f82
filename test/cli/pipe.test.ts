/** `kado … | head -1`: a reader that has seen enough is no fault of anybody's. */
import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { endOf, Project, patience, soundFiles } from './project.js';

let project: Project;
beforeAll(async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => `r${i},s1,soon\n`).join('');
  project = await Project.make({
    ...soundFiles,
    'exports/incidents.csv': `${soundFiles['exports/incidents.csv']}${rows}`,
  });
}, patience);

/** Closes the pipes before anything can be written to them; what is still said on the other streams comes back. */
const runClosed = (streams: readonly ('stdout' | 'stderr')[], ...args: string[]) => {
  const child = project.start(args);
  const end = endOf(child);
  for (const stream of streams) child[stream].destroy();
  return end;
};

describe('a closed stdout', { timeout: patience }, () => {
  it.each([
    ['--help', ['--help']],
    ['a result of one line', ['init', 'made']],
    ['thousands of rejects', ['check', '--quiet']],
  ])('ends the command quietly: %s', async (_, args) => {
    expect(await runClosed(['stdout'], ...args)).toEqual({
      code: 0,
      out: '',
      err: expect.not.stringMatching(/EPIPE|error/),
    });
  });

  it('leaves the work whole', async () => {
    expect((await readdir(project.folder)).sort()).toEqual(['exports', 'kado.yaml', 'made']);
    expect(await readdir(`${project.folder}/made`)).toContain('kado.yaml');
  });

  it('hides no wrong use', async () => {
    await project.write('wrong.yaml', 'sources: 1\n');
    expect((await runClosed(['stdout'], 'check', '--config', 'wrong.yaml')).code).toBe(2);
  });

  it('goes with a closed stderr too', async () => {
    expect((await runClosed(['stdout', 'stderr'], 'check')).code).toBe(0);
  });
});

describe('a closed stderr', { timeout: patience }, () => {
  it('does not hide that something is wrong', async () => {
    expect((await runClosed(['stderr'], 'build', '--config', 'none.yaml')).code).toBe(2);
  });
});
