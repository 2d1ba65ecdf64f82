/** Exports that can't be used as files: each is told with its place and a way out, all in one run, and nothing is published. */
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { configOf, digest, incidents, Project, patience, placeIn, type Run, soundFiles } from './project.js';

const header = 'incident_id,system_id,occurred_at,title\n';
const japanese = `${header}i1,s1,2026-10-01T10:00,振込が止まった\ni2,s1,2026-10-02T10:00,帳票が出ない\n`;
/** 障害 … in CP932, which no other encoding of ours reads. */
const cp932 = Buffer.concat([
  Buffer.from(`${header}i1,s1,2026-10-01T10:00,`),
  Buffer.from('8fe18a518c9f926d81458dc48b4e93ae', 'hex'),
  Buffer.from('\n'),
]);

interface Fault {
  readonly path: string;
  /** undefined: the file is absent. */
  readonly content?: string | Uint8Array;
  readonly options?: string;
  /** What stands behind `error: exports/<path>`. */
  readonly says: string;
  readonly hint: string;
}

const faults: readonly Fault[] = [
  { path: 'missing.csv', says: ': The file does not exist', hint: 'check the path in kado.yaml' },
  { path: 'folder.csv', says: ': This is a directory', hint: 'write exports/*.csv' },
  { path: 'empty.csv', content: '', says: ': The file is empty: 0 bytes', hint: 'set allow_empty: true' },
  { path: 'empty.csv.gz', content: gzipSync(''), says: ': The file is empty', hint: 'export it again' },
  {
    path: 'blank.csv',
    content: '\n\n  \n',
    says: ': There is no header line: all 3 lines are blank',
    hint: 'column names in the first line',
  },
  {
    path: 'header.csv',
    content: header,
    says: ':1: The file has a header of 4 columns and 0 rows',
    hint: 'set allow_empty: true for this source',
  },
  {
    path: 'quote.csv',
    content: `incident_id,"system_id,occurred_at\ni1,s1,2026-10-01\n`,
    says: ':1:13: The quote at character 13 of the header line is unclosed',
    hint: 'mend the quotes',
  },
  {
    path: 'nul.csv',
    content: 'incident_id,sys\0tem_id,occurred_at\ni1,s1,2026-10-01\n',
    says: ':1: The header line holds a NUL character',
    hint: 'check the encoding',
  },
  {
    path: 'utf8.csv',
    content: japanese,
    options: 'encoding: shift_jis',
    says: ': The encoding is declared as shift_jis but the content is',
    hint: 'set encoding: auto or encoding: utf-8 in kado.yaml',
  },
  {
    path: 'cut.csv.gz',
    content: gzipSync(incidents.repeat(50)).subarray(0, 60),
    says: ': The gzip is broken after',
    hint: 'copy the file again',
  },
  {
    path: 'flipped.csv.gz',
    content: gzipSync(incidents).map((byte, i, all) => (i === all.length - 6 ? byte ^ 0xff : byte)),
    says: ': The gzip is broken after',
    hint: 'copy the file again',
  },
  {
    path: 'plain.csv.gz',
    content: incidents,
    says: ': The name ends in .gz but the content is not gzip: it begins with 69 6e, not 1f 8b',
    hint: 'take .gz off its name',
  },
  {
    path: 'packed.csv',
    content: gzipSync(incidents),
    says: ': The content is gzip but the name does not end in .gz',
    hint: 'add .gz to its name',
  },
  {
    path: 'book.xlsx',
    content: 'PK\u0003\u0004',
    says: ': The file is cut short or damaged: its 4 bytes do not end in the directory of a zip',
    hint: 'copy it again',
  },
];

const config = configOf(
  [
    '',
    ...faults.map((f) => `    - { path: exports/${f.path}${f.options ? `, ${f.options}` : ''} }`),
    '    - { path: "exports/none-*.csv" }',
  ].join('\n'),
  'cache: none\n',
);

describe('exports that cannot be used', { timeout: patience }, () => {
  let project: Project;
  let run: Run;
  let before: Record<string, string>;

  beforeAll(async () => {
    project = await Project.make({
      ...soundFiles,
      'kado.yaml': configOf(undefined, 'cache: none\n'),
      'bad.yaml': config,
    });
    const { code, err } = await project.run('build', '--out', 'dist');
    if (code !== 0) throw new Error(err);
    before = await digest(join(project.folder, 'dist'));
    await mkdir(join(project.folder, 'exports/folder.csv'));
    for (const fault of faults)
      if (fault.content !== undefined) await project.write(`exports/${fault.path}`, fault.content);
    run = await project.run('build', '--config', 'bad.yaml', '--out', 'dist');
  }, patience);

  it('end the build with 1, print no result and no stack', () => {
    expect(run.code).toBe(1);
    expect(run.out).toBe('');
    expect(run.err).not.toMatch(/^\s+at /m);
    expect(run.err.split('\n').filter((line) => line.startsWith('error: '))).toHaveLength(faults.length + 1);
  });

  it('leave the former site byte for byte, and nothing beside it', async () => {
    expect(Object.keys(before).length).toBeGreaterThan(10);
    expect(await digest(join(project.folder, 'dist'))).toEqual(before);
    expect((await readdir(project.folder)).sort()).toEqual(['bad.yaml', 'dist', 'exports', 'kado.yaml']);
    expect(await readdir(dirname(project.folder))).toEqual(['project']);
  });

  it.each(faults)('exports/$path $says', ({ path, says, hint }) => {
    const line = run.err.split('\n').find((l) => l.startsWith(`error: exports/${path}${says}`));
    expect(line, run.err).toBeDefined();
    expect(line).toContain(hint);
  });

  it('names the place of a glob that matches nothing', () => {
    expect(run.err).toContain(
      `error: ${placeIn('bad.yaml', config, 'path: "exports/none-')}: no file matches "exports/none-*.csv" (check the path`,
    );
  });

  it('check tells the same, as its result', async () => {
    const check = await project.run('check', '--config', 'bad.yaml');
    expect(check.code).toBe(1);
    for (const { path, says } of faults) expect(check.out).toContain(`exports/${path}${says}`);
  });

  it('a file without rights is told, and publishes nothing', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may read every file');
    await project.write('exports/secret.csv', incidents);
    await chmod(join(project.folder, 'exports/secret.csv'), 0);
    await project.write('secret.yaml', configOf(' exports/secret.csv'));
    const { code, err } = await project.run('build', '--config', 'secret.yaml', '--out', 'fresh');
    expect(code).toBe(1);
    expect(err).toContain('error: exports/secret.csv: The file cannot be read');
    expect(await readdir(project.folder)).not.toContain('fresh');
  });

  it('one missing file alone stops a first build, and no output folder appears', async () => {
    await project.write('one.yaml', configOf(' exports/missing.csv'));
    const { code, err } = await project.run('build', '--config', 'one.yaml', '--out', 'fresh');
    expect(code).toBe(1);
    expect(err).toContain('error: exports/missing.csv: The file does not exist');
    expect((await readdir(project.folder)).filter((name) => name.includes('fresh'))).toEqual([]);
  });
});

/** Not contradicted by the bytes, which might be damaged UTF-8: the rows are rejected, and the limit ends the build. */
it(
  'CP932 declared as utf-8 ends the build with the way out, not only with the count',
  async () => {
    const project = await Project.make({
      ...soundFiles,
      'kado.yaml': configOf('\n    - { path: exports/cp932.csv, encoding: utf-8 }', 'cache: none\n'),
      'exports/cp932.csv': cp932,
    });
    const { code, err } = await project.run('build');
    expect(code).toBe(1);
    expect(err).toContain('shift_jis would read them all (set encoding: shift_jis or auto in kado.yaml)');
    expect(err).toContain(
      'error: exports/cp932.csv: rejected rows: 1 of 1 (100.0 %), over the limit of 5.0 %',
    );
    expect((await readdir(project.folder)).sort()).toEqual(['exports', 'kado.yaml']);
    const check = await project.run('check');
    expect(check.code).toBe(1);
    expect(check.out).toContain('exports/cp932.csv:2:title: The row has bytes that cannot be read as utf-8');
  },
  patience,
);

it(
  'a header without rows is a legitimate nothing where allow_empty says so',
  async () => {
    const project = await Project.make({
      ...soundFiles,
      'exports/more.csv': header,
      'kado.yaml': configOf(
        '\n    - exports/incidents.csv\n    - { path: exports/more.csv, allow_empty: true }',
      ),
    });
    const { code, err } = await project.run('build');
    expect(code, err).toBe(0);
    expect(await project.figure('2026-10/records/group:group')).toBe('2.0');
    expect((await project.accounts()).find((a) => a.path === 'exports/more.csv')).toMatchObject({
      rows: 0,
      staged: 0,
    });
  },
  patience,
);
