import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { besides } from '../../src/publish/folder.js';
import { checkReferences, writeFiles, writeSite } from '../../src/publish/site.js';

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kado-site-'));
  out = join(folder, 'project', 'dist');
  await mkdir(join(folder, 'project'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const project = () => join(folder, 'project');
const manifest = { path: 'manifest.json', content: '{"kado":"0.1.0"}' };
const write = (text: string) => async (dir: string) => {
  await writeFiles(dir, [manifest, { path: 'ja/index.html', content: text }]);
};
const read = () => readFile(join(out, 'ja', 'index.html'), 'utf8');
const code = (code: string, exit = 2) =>
  expect.objectContaining({ exitCode: exit, problems: [expect.objectContaining({ code })] });

describe('writeSite', () => {
  it('writes, replaces, and leaves nothing beside', async () => {
    await writeSite(out, write('one'), project());
    await writeSite(out, write('two'), project());
    expect(await read()).toBe('two');
    expect(await readdir(project())).toEqual(['dist']);
  });

  it('keeps the former output when writing fails', async () => {
    await writeSite(out, write('one'), project());
    const fail = async (dir: string) => {
      await write('half')(dir);
      throw new Error('full disk');
    };
    await expect(writeSite(out, fail, project())).rejects.toThrow('full disk');
    expect(await read()).toBe('one');
    expect(await readdir(project())).toEqual(['dist']);
  });

  it('brings the former output back after a run killed in the middle of the swap', async () => {
    await writeSite(out, write('one'), project());
    const { former, next } = besides(out);
    const { rename } = await import('node:fs/promises');
    await rename(out, former);
    await mkdir(next.replace(/\d+$/, '999999999'));
    const look = async (dir: string) => {
      expect(await read()).toBe('one');
      await write('two')(dir);
    };
    await writeSite(out, look, project());
    expect(await read()).toBe('two');
    expect(await readdir(project())).toEqual(['dist']);
  });

  it('takes an empty folder, and refuses one that is not its own, leaving it alone', async () => {
    await mkdir(out);
    await writeSite(out, write('one'), project());
    await rm(join(out, 'manifest.json'));
    await expect(writeSite(out, write('two'), project())).rejects.toEqual(code('out-not-ours'));
    await writeFile(join(out, 'manifest.json'), '{"name":"other"}');
    await expect(writeSite(out, write('two'), project())).rejects.toEqual(code('out-not-ours'));
    expect(await read()).toBe('one');
  });

  it('refuses a file, the project, what is above it, home and root', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(writeSite(join(folder, 'file'), write(''), project())).rejects.toEqual(code('out-is-file'));
    for (const high of [project(), folder, '/', homedir(), join(out, '..')])
      await expect(writeSite(high, write(''), project())).rejects.toEqual(code('out-too-high'));
  });

  it('looks through links', async () => {
    await symlink(folder, join(folder, 'project', 'link'), 'dir');
    await expect(writeSite(join(project(), 'link'), write(''), project())).rejects.toEqual(
      code('out-too-high'),
    );
  });
});

describe('writeFiles', () => {
  it('draws pages as it writes them, a bounded number at a time', async () => {
    let drawn = 0;
    let written = 0;
    let most = 0;
    function* pages() {
      for (; drawn < 200; drawn++) {
        most = Math.max(most, drawn - written);
        yield { path: `ja/${drawn % 7}/${drawn}.html`, content: 'x' };
      }
    }
    expect(await writeFiles(folder, pages(), () => written++)).toBe(200);
    expect(most).toBeLessThanOrEqual(32);
  });

  it.each(['../x.html', '/x.html', 'a/../../x', 'a\\x', 'C:/x'])('refuses %s', async (path) => {
    await expect(writeFiles(folder, [{ path, content: '' }])).rejects.toThrow('outside');
  });

  it('refuses the same name twice, case apart', async () => {
    const files = ['a.html', 'A.html'].map((path) => ({ path, content: '' }));
    await expect(writeFiles(folder, files)).rejects.toThrow('twice');
  });
});

describe('checkReferences', () => {
  it('names file and reference', async () => {
    await writeFiles(folder, [
      { path: 'a.html', content: '<a href="b.html">https://example.com</a>' },
      { path: 'b/c.html', content: '<img src="//example.com/x.png">' },
      { path: 'd.css', content: '@import "http://example.com/y.css";' },
      { path: 'e.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    ]);
    const problems = await checkReferences(folder);
    expect(problems.map((p) => [p.params.file, p.params.reference])).toEqual([
      ['b/c.html', '//example.com/x.png'],
      ['d.css', 'http://example.com/y.css'],
    ]);
  });
});
