/** Ids are a stranger's text: they never name a file outside the output, never break a link, never run. */
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { configOf, digest, Project, patience, type Run, rowsOf } from './project.js';

const hostile = [
  '../../x',
  '../../../../../tmp/kado-escaped',
  '/etc/kado-escaped',
  '..',
  '.',
  'CON',
  'a/b\\c',
  '..\\..\\y',
  '%2e%2e%2fz',
  'index',
  'Index',
  "=1+cmd|' /C calc'!A0",
  'javascript:alert(1)',
  '"><script>alert(1)</script>',
  "a' OR 1=1 --",
  '${process.exit(9)}',
  '\u202egnp.exe',
  '長'.repeat(300),
];
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const table = (header: string, row: (id: string) => string): string =>
  `${header}\n${hostile.map((id) => row(cell(id))).join('\n')}\n`;

const files = {
  'kado.yaml': configOf(undefined, 'cache: none\n').replace(
    'sources:',
    'sources:\n  companies: exports/companies.csv\n  units: exports/units.csv',
  ),
  'exports/companies.csv': table('company_id,name_ja', (id) => `${id},${id}`),
  'exports/units.csv': table('unit_id,company_id,name_ja', (id) => `${id},${id},${id}`),
  'exports/systems.csv': table('system_id,unit_id,name_ja', (id) => `${id},${id},${id}`),
  'exports/incidents.csv': table(
    'incident_id,system_id,occurred_at,title,severity,root_cause',
    (id) => `${id},${id},2026-10-05T10:00,${id},${id},${id}`,
  ),
};

interface Link {
  readonly page: string;
  readonly href: string;
}

describe('hostile ids', { timeout: patience }, () => {
  let project: Project;
  let run: Run;
  let pages: string[];
  const links: Link[] = [];
  const ids = new Map<string, Set<string>>();
  const scripts: Link[] = [];

  beforeAll(async () => {
    project = await Project.make(files);
    run = await project.run('build');
    if (run.code !== 0) throw new Error(run.err);
    const names = Object.keys(await digest(join(project.folder, 'dist')));
    pages = names.filter((name) => name.endsWith('.html'));
    for (const page of pages) {
      const found = new Set<string>();
      ids.set(page, found);
      const visit = (node: DefaultTreeAdapterTypes.Node): void => {
        if ('attrs' in node) {
          for (const { name, value } of node.attrs) {
            if (name === 'id') found.add(value);
            if (name === 'href' || name === 'xlink:href' || name === 'src') links.push({ page, href: value });
            if (name.startsWith('on')) scripts.push({ page, href: `${name}=${value}` });
          }
          if (node.nodeName === 'script') scripts.push({ page, href: 'script' });
        }
        if ('childNodes' in node) for (const child of node.childNodes) visit(child);
      };
      visit(parse(await project.read(join('dist', page))));
    }
  }, patience);

  it('write nothing outside the output', async () => {
    expect((await readdir(project.folder)).sort()).toEqual(['dist', 'exports', 'kado.yaml']);
    expect(await readdir(dirname(project.folder))).toEqual(['project']);
    for (const path of ['/tmp/kado-escaped', '/tmp/kado-escaped.html', '/etc/kado-escaped.html'])
      expect(await stat(path).catch(() => undefined), path).toBeUndefined();
  });

  it('have a page each, in every kind', () => {
    for (const kind of ['company', 'unit', 'system']) {
      const own = pages.filter((page) => page.startsWith(`en/${kind}/`));
      expect(own, kind).toHaveLength(hostile.length + 1);
      // Windows and macOS fold case, and Windows keeps device names for itself.
      expect(new Set(own.map((page) => page.toLowerCase())).size).toBe(own.length);
      for (const page of own)
        expect(page).toMatch(new RegExp(`^en/${kind}/(?!con\\.|-)[a-z0-9-]{1,80}\\.html$`));
    }
  });

  it('every link leads to a page or a place that exists', async () => {
    expect(links.length).toBeGreaterThan(500);
    const known = new Set(Object.keys(await digest(join(project.folder, 'dist'))));
    const broken = links.filter(({ page, href }) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !href.startsWith('data:')) return true;
      if (href.startsWith('data:')) return false;
      const [path = '', fragment] = href.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
      if (!known.has(target)) return true;
      return fragment !== undefined && fragment !== '' && !ids.get(target)?.has(decodeURIComponent(fragment));
    });
    expect(broken).toEqual([]);
  });

  it('run nothing in the page', () => {
    expect(scripts).toEqual([]);
  });

  it('stand exactly in the figures, and harmlessly in the CSV', async () => {
    const text = await project.read('dist/data/figures.csv');
    const counted = rowsOf(text).filter(
      (f) =>
        f.month === '2026-10' && f.metric === 'records' && f.scope_kind === 'system' && f.breakdown === '',
    );
    expect(counted.map((f) => f.value)).toEqual(hostile.map(() => '1.0'));
    expect(counted.map((f) => decodeURIComponent(f.figure_id!.split('/system:')[1]!)).sort()).toEqual(
      [...hostile].sort(),
    );
    for (const f of rowsOf(text))
      for (const value of Object.values(f)) expect(value).not.toMatch(/^[=+@\t\r-](?!\d)/);
    const printed = await project.run(
      'figures',
      '--format',
      'csv',
      '--metric',
      'records',
      '--scope',
      `system:${hostile[11]}`,
    );
    expect(printed.code, printed.err).toBe(0);
    expect(rowsOf(printed.out).find((f) => f.month === '2026-10')).toMatchObject({
      value: '1',
      scope_id: `'${hostile[11]}`,
    });
  });

  it('count once each', async () => {
    expect(await project.figure('2026-10/records/group:group')).toBe(`${hostile.length}.0`);
    for (const a of await project.accounts())
      expect(a).toMatchObject({ rows: hostile.length, staged: hostile.length, rejected: 0 });
  });
});
