/** Schemes by the command line: what `kado check` says of them, and that a build knows by which rules it was made. */
import { describe, expect, it } from 'vitest';
import { schemeProject, smallScheme } from '../schemes/project.js';
import { Project, patience } from './project.js';

const incidents = `incident_id,system_id,occurred_at,restored_at,state,customers_affected,affected_users,affected_amount
A1,s1,2026-04-02T00:00:00Z,2026-04-02T01:00:00Z,restored,true,1,0
A2,s1,2026-05-02T00:00:00Z,2026-05-02T00:10:00Z,restored,true,1,
A3,s1,2026-06-02T00:00:00Z,2026-06-02T01:00:00Z,restored,,1,0
A4,s2,2026-06-02T00:00:00Z,2026-06-02T00:10:00Z,restored,false,,0
B1,s3,2026-06-02T00:00:00Z,2026-06-02T00:10:00Z,restored,,,
`;

describe('kado check', { timeout: patience }, () => {
  it('says how many incidents fall into each grade, and for want of what the rest do not', async () => {
    const project = await Project.make(schemeProject({ incidents }));
    const run = await project.run('check');
    expect(run.code, run.err).toBe(0);
    expect(run.err.split('\n').filter((line) => line.includes('company '))).toEqual([
      "company a: scheme small; incidents 2026-04 to 2026-07: L3 (Three) 1, L2 (Two) 1, L1 (One) 0; can't be graded: 2; graded, but without a class: 1; affected_amount missing: 1; affected_users missing: 1; customers_affected missing: 1; users missing: 1",
      'company a: 1 of 2 systems have an importance in 2026-07; business_importance missing: 1',
      'company b: no scheme, grades as exported; incidents 2026-04 to 2026-07: none graded; without a grade: 1',
    ]);
  });

  it('refuses an expression before any export is read', async () => {
    const scheme = smallScheme.replace(/counts: .*/, `counts: "read_text('s.csv') IS NULL"`);
    const project = await Project.make({ ...schemeProject({ incidents, scheme }), 'i.csv': '' });
    const run = await project.run('check');
    expect(run.code).toBe(2);
    expect(run.out).toMatch(
      /^kado\.yaml:\d+:5: the expression of schemes\.small\.counts may not use read_text\(\)/,
    );
    expect((await project.run('build')).code).toBe(2);
  });

  it("names the line of a company's CSV", async () => {
    const files = schemeProject({ incidents });
    const yaml = String(files['kado.yaml'])
      .replace('sources:\n', 'sources:\n  companies: c.csv\n')
      .replace(/companies:\n {2}- .*\n {2}- .*\n/, '');
    const companies = 'company_id,name_ja,scheme\nb,B,\na,A,smal\n';
    const project = await Project.make({ ...files, 'kado.yaml': yaml, 'c.csv': companies });
    const run = await project.run('check');
    expect(run.code).toBe(2);
    expect(run.out).toContain('c.csv:3:scheme: there is no scheme "smal"');
  });
});

describe('a build', { timeout: patience }, () => {
  it('is another one under other rules', async () => {
    const ids = new Set<string>();
    const hashes = new Set<string>();
    for (const scheme of [smallScheme, smallScheme.replace('>= 60', '>= 61')]) {
      const project = await Project.make(schemeProject({ incidents, scheme }));
      const run = await project.run('build');
      expect(run.code, run.err).toBe(0);
      const manifest = JSON.parse(await project.read('dist/manifest.json'));
      ids.add(manifest.build_id);
      expect(manifest.schemes.map((s: { id: string }) => s.id)).toEqual(['as-exported', 'small']);
      hashes.add(manifest.schemes[1].sha256);
    }
    expect([ids.size, hashes.size]).toEqual([2, 2]);
  });
});
