/** What is kept between builds is seen in their time alone. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { digest, Project, patience, soundFiles } from './project.js';

it('a second build reads nothing again and publishes the same bytes', { timeout: 3 * patience }, async () => {
  const project = await Project.make(soundFiles);
  expect((await project.run('check')).err).not.toContain('not read again');
  await expect(stat(join(project.folder, '.kado'))).rejects.toThrow('ENOENT');
  expect((await project.run('doctor')).out).toMatch(/cache: .*nothing is kept yet/);
  const first = await project.run('build');
  expect(first).toMatchObject({ code: 0 });
  expect(first.err).not.toMatch(/not read again|can't be/);
  const before = await digest(join(project.folder, 'dist'));
  const second = await project.run('build');
  expect(second).toMatchObject({ code: 0 });
  expect(second.err).toMatch(/(\d+) of \1 exports are unchanged and were not read again/);
  expect(await digest(join(project.folder, 'dist'))).toEqual(before);
  expect((await project.run('check')).err).toContain('not read again');
  expect((await project.run('doctor')).out).toMatch(/ok +cache: .*MiB/);
});
