/** Where a report may be written: a folder of its own, never one that holds something else. */
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { digest, Project, patience, soundFiles } from './project.js';

describe('--out', { timeout: patience }, () => {
  let project: Project;
  let before: Record<string, string>;
  beforeAll(async () => {
    project = await Project.make({
      ...soundFiles,
      'thesis/chapter.txt': 'mine',
      'other/manifest.json': '{"name": "a web application"}',
      'cv.pdf': 'mine',
    });
    await symlink(project.folder, join(project.folder, 'link'));
    before = await digest(project.folder);
  }, patience);

  it.each([
    [
      "somebody else's folder",
      'thesis',
      'neither empty nor a former output of Kado',
      'nothing in it was changed',
    ],
    [
      "another program's manifest.json",
      'other',
      'neither empty nor a former output',
      'choose an empty folder',
    ],
    ['the exports', 'exports', 'neither empty nor a former output', 'choose an empty folder'],
    ['a file', 'cv.pdf', 'is a file', 'choose another folder'],
    ['the project', '.', 'is the project, the home folder', 'such as dist'],
    ['above the project', '..', 'or stands above one of them', 'such as dist'],
    ['the project by another name', 'link', 'is the project, the home folder', 'such as dist'],
    ['the root', '/', 'the file system root', 'such as dist'],
  ])('%s is refused and left as it is', async (_, out, says, hint) => {
    const { code, err, out: printed } = await project.run('build', '--out', out);
    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(err).toContain(says);
    expect(err).toContain(hint);
    expect(await digest(project.folder)).toEqual(before);
  });

  it('the home folder is refused', async () => {
    const home = join(project.folder, '../home');
    await mkdir(home);
    const run = await project.runWith({ HOME: home, USERPROFILE: home }, 'build', '--out', home);
    expect(run.code).toBe(2);
    expect(run.err).toContain('is the project, the home folder');
    expect(await readdir(home)).toEqual([]);
  });

  it('an empty folder, a new one below new ones, and a former output are taken', async () => {
    await mkdir(join(project.folder, 'empty'));
    expect((await project.run('build', '--out', 'empty')).code).toBe(0);
    const first = await digest(join(project.folder, 'empty'));
    expect((await project.run('build', '--out', 'new/deep')).code).toBe(0);
    await project.write('empty/stale.html', 'of a month ago');
    expect((await project.run('build', '--out', 'empty')).code).toBe(0);
    // The same inputs give the same bytes, wherever they are written; what an older build left is gone.
    expect(await digest(join(project.folder, 'empty'))).toEqual(first);
    expect(await digest(join(project.folder, 'new/deep'))).toEqual(first);
    expect(await readdir(join(project.folder, 'new'))).toEqual(['deep']);
  });
});
