/** Finding and reading the file itself. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.js';
import { KadoError } from '../../src/errors.js';
import { smallest } from './reading.js';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kado-config-'));
  await mkdir(join(root, 'project/deep/er'), { recursive: true });
  await mkdir(join(root, 'project/deep/kado.yaml')); // a folder of that name is passed over
  await writeFile(join(root, 'project/kado.yaml'), smallest);
  await writeFile(join(root, 'project/deep/other.yaml'), `titel: x\n${smallest}`);
  await writeFile(join(root, 'large.yaml'), '#'.repeat(1_048_577));
});
afterAll(() => rm(root, { recursive: true }));

const failure = (path: string | undefined, cwd: string): Promise<KadoError> =>
  loadConfig(path, cwd, {}).then(
    () => expect.unreachable('loaded'),
    (error: unknown) => (error instanceof KadoError ? error : Promise.reject(error)),
  );

describe('loadConfig', () => {
  it('finds the nearest kado.yaml upwards', async () => {
    const config = await loadConfig(undefined, join(root, 'project/deep/er'), {});
    expect(config).toMatchObject({ file: 'kado.yaml', folder: join(root, 'project') });
  });
  it('takes a path relative to the working folder and names it as given', async () => {
    const config = await loadConfig('../kado.yaml', join(root, 'project/deep'), {});
    expect(config).toMatchObject({ file: '../kado.yaml', folder: join(root, 'project') });
    const { problems } = await failure('deep/other.yaml', join(root, 'project'));
    expect(problems[0]?.place).toEqual({ file: 'deep/other.yaml', line: 1, column: 1 });
  });
  it.each([
    ['config_none', undefined],
    ['config_not_found', 'absent.yaml'],
    ['config_unreadable', 'project'],
    ['config_too_large', 'large.yaml'],
  ])('%s', async (code, path) => {
    const { problems, exitCode } = await failure(path, root);
    expect([problems.map((p) => p.code), exitCode]).toEqual([[code], 2]);
  });
});
