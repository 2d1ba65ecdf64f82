/** `kado trace`: from a figure of risk to the rows of the exports, in words and for machines; nothing is written. */
import { beforeAll, describe, expect, it } from 'vitest';
import { whyProject } from '../risk/whyProject.js';
import { digest, Project, patience, type Run } from './project.js';

let project: Project;
beforeAll(async () => {
  project = await Project.make(whyProject());
}, patience);

interface Json {
  readonly figure: { readonly figure_id: string; readonly value: number };
  readonly scope: { readonly systems: number; readonly deciding: string; readonly sentence: string } | null;
  readonly systems: readonly {
    readonly systemId: string;
    readonly name: string;
    readonly score: number;
    readonly sentence: string;
    readonly drivers: readonly {
      readonly driver: string;
      readonly contribution: number;
      readonly inputs: readonly {
        readonly input: string;
        readonly clause: string | null;
        readonly threshold: string | null;
        readonly rows: readonly { readonly key: string; readonly file: string; readonly line: number }[];
      }[];
    }[];
  }[];
  readonly sql: { readonly query: string; readonly steps: readonly { readonly mart: string }[] };
}
const json = (run: Run): Json => JSON.parse(run.out) as Json;

describe('kado trace', { timeout: patience }, () => {
  it('prints definition, formula, why, systems, drivers, rows with file and line, and SQL; writes nothing', async () => {
    const before = await digest(project.folder);
    const run = await project.run('trace', '2026-04/risk_level/unit:u1');
    expect(run.code, run.err).toBe(0);
    expect(await digest(project.folder)).toEqual(before);
    const lines = run.out.split('\n');
    expect(lines[0]).toBe('2026-04/risk_level/unit:u1 = 4 (Critical)');
    expect(lines[1]).toBe('Critical, because Booking, of importance 4, is at critical.');
    for (const begin of [
      'definition: 0 none',
      'formula: system: max of drivers',
      'these systems decide (1/2):',
    ])
      expect(
        lines.some((l) => l.startsWith(begin)),
        begin,
      ).toBe(true);
    expect(lines.some((l) => l.startsWith('s1 Booking · Importance 4 · Score '))).toBe(true);
    expect(run.out).not.toContain('s2 Board');
    expect(run.out).toMatch(
      / {4}the oldest open incident has been open for 10 days · Low \(low from 7 days on\)\n/,
    );
    expect(run.out).toMatch(/ {6}I3 · 未解決 · class heavy, .* · i\.csv:4\n/);
    expect(run.out).toContain(
      "metric = 'risk_level' AND month = '2026-04' AND scope_kind = 'unit' AND scope_id = 'u1'",
    );
    expect(run.out).toContain('-- mart.risk_levels:');
  });

  it('prints for machines the same with --json: parts add up, rows are all there', async () => {
    const score = json(await project.run('trace', '2026-04/risk_score/group:group', '--json'));
    // Of a score all systems count, the most important first.
    expect(score.systems.map((s) => s.systemId)).toEqual(['s1', 's2']);
    for (const s of score.systems)
      expect(s.drivers.reduce((sum, d) => sum + d.contribution, 0)).toBeCloseTo(s.score, 9);
    // Weighted by the factors 2 and 1.2 of importance 4 and 2 (AAA and A).
    const [s1, s2] = score.systems.map((s) => s.score);
    expect(score.figure.value).toBeCloseTo((2 * s1! + 1.2 * s2!) / 3.2, 9);
    const open = score.systems[0]!.drivers.find((d) => d.driver === 'open')!;
    expect(open.inputs[0]).toMatchObject({
      input: 'open_class',
      clause: 'an incident of class heavy is open',
      threshold: 'this finding counts as high',
      rows: [{ key: 'I3', file: 'i.csv', line: 4 }],
    });
    expect(score.sql.steps.map((s) => s.mart)).toContain('mart.risk_scopes');
  });

  it('traces one system, a coverage, a past month, and without a month the reported one', async () => {
    const system = json(await project.run('trace', '2026-02/risk_coverage/system:s1', '--json'));
    expect([system.figure.figure_id, system.scope, system.systems.length]).toEqual([
      '2026-02/risk_coverage/system:s1',
      null,
      1,
    ]);
    expect(system.sql.steps.map((s) => s.mart)).not.toContain('mart.risk_scopes');
    const now = json(await project.run('trace', 'risk_level/group:group', '--json'));
    expect(now.figure.figure_id).toBe('2026-04/risk_level/group:group');
  });

  it('speaks Japanese when asked', async () => {
    const run = await project.run('trace', '2026-04/risk_level/unit:u1', '--locale', 'ja');
    expect(run.out.split('\n').slice(0, 2)).toEqual([
      '2026-04/risk_level/unit:u1 = 4 (極めて高)',
      '「極めて高」です。重要度4の予約が「極めて高」のためです。',
    ]);
  });

  it.each([
    // Whatever is near in each part.
    ['2026-04/risk_levl/unit:u1', 2, 'did you mean: 2026-04/risk_level/unit:u1'],
    ['2026-04/risk_score/unit:u2', 2, 'did you mean: 2026-04/risk_score/unit:u1'],
    ['2031-04/risk_level/group:group', 2, 'did you mean: 20'],
    ['nonsense', 2, 'did you mean: 2026-04/risk_level/group:group'],
    ['2026-04/incidents/group:group', 2, 'a figure of incidents cannot be traced in this version'],
  ])('%s: %d', async (figure, code, says) => {
    const run = await project.run('trace', figure);
    expect([run.code, run.out]).toEqual([code, '']);
    expect(run.err).toContain(says);
  });

  it('needs a figure', async () => {
    const run = await project.run('trace');
    expect(run.code).toBe(2);
    expect(run.err).toContain('figure');
  });

  it('makes what could steer a terminal visible', async () => {
    const hostile = await Project.make(
      whyProject('', {
        'i.csv':
          'incident_id,system_id,occurred_at,title,operations_affected\nI1,s1,2026-04-10T00:00:00Z,\u001b[31mred,true\n',
        'system_suppliers.csv': 'system_id,supplier\ns1,\u001b[2Jwiped\n',
      }),
    );
    const run = await hostile.run('trace', '2026-04/risk_level/system:s1');
    expect(run.code, run.err).toBe(0);
    expect(run.out).toContain('\\u001b[31mred');
    expect(run.out).not.toContain('\u001b');
    // In the SQL too.
    const supplier = await hostile.run('trace', '2026-04/risk_level/supplier:%1B%5B2Jwiped');
    expect(supplier.code, supplier.err).toBe(0);
    expect(supplier.out).toContain("scope_id = '\\u001b[2Jwiped'");
    expect(supplier.out).not.toContain('\u001b');
  });
});
