/** Targets beside figures: months that kept to them, and rows of targets that mean nothing. */
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/errors.js';
import { buildMarts } from '../../src/marts/index.js';
import { findPlanFaults } from '../../src/metrics/planFaults.js';
import { figuresOf } from '../cases/figures.js';
import { type Files, withStaged } from '../loaders/project.js';
import { incidentsCsv, oneCompany, targetsCsv } from '../marts/capProject.js';

const restored = `incident_id,system_id,occurred_at,restored_at,severity
i1,s1,2026-04-10T00:00:00Z,2026-04-10T01:00:00Z,heavy
i2,s1,2026-05-10T00:00:00Z,2026-05-10T01:01:00Z,heavy
i3,s1,2026-09-30T23:00:00Z,2026-09-30T23:30:00Z,other
`;

describe('a target that is no cap', () => {
  it('is held to each complete month of its year, itself still kept', () =>
    figuresOf(
      oneCompany(
        restored,
        targetsCsv('unit:u1,2026,restore_minutes_p90,,60,,,', 'company:a,2026,impact_minutes,heavy,60.5,,,'),
        '{ from: 2026-04-01, to: 2026-09-29 }',
      ),
      { month: '2026-09' },
    ).then(({ of }) => {
      const p90 = (month: string) => of(`${month}/restore_minutes_p90/unit:u1`);
      expect(p90('2026-04')).toMatchObject({ value: 60, target: 60, status: 'met' });
      expect(p90('2026-05')).toMatchObject({ value: 61, target: 60, status: 'not_met' });
      // Nothing restored: no value to judge.
      expect(p90('2026-06')).toMatchObject({ value: null, target: 60, status: 'not_applicable' });
      // The exports end a day before September does.
      expect(p90('2026-09')).toMatchObject({ value: 30, target: 60, status: '', complete: false });
      expect(of('2026-05/impact_minutes/company:a/grade:heavy')).toMatchObject({
        value: 61,
        status: 'not_met',
      });
      expect(of('2026-05/impact_minutes/company:a')).toMatchObject({ target: null, status: '' });
      expect(of('2026-05/restore_minutes_p90/company:a')).toMatchObject({ target: null, status: '' });
    }));
});

/** `file:line:column: message (hint)` of each fault, after the loaders' own warnings. */
const faultsOf = (files: Files): Promise<string[]> =>
  withStaged(files, async ({ db, config, loaded }) => {
    await buildMarts(db, config, {});
    const faults = await findPlanFaults(db, loaded.receipts);
    return faults.map((p) => `${p.level} ${formatProblem(p, 'en')}`);
  });
const some = incidentsCsv('2025-04 heavy 2', '2026-04 odd 1', '2026-04 heavy 1 s2 operation');

describe('rows of targets that mean nothing', () => {
  const cases: [name: string, row: string, says: string | undefined][] = [
    ['a sound one', 'company:a,2026,incidents,heavy,3,,,', undefined],
    ['a grade as found', 'company:a,2026,incidents_fytd,odd,3,,,', undefined],
    [
      'an unknown metric',
      'company:a,2026,incident,heavy,3,,,',
      'error t.csv:2:metric: metric "incident" is not a metric of this report (nearest: incidents',
    ],
    [
      'one without a better way',
      'company:a,2026,records,,3,,,',
      'error t.csv:2:metric: metric "records" can have no target',
    ],
    ['the cap of a cap', 'company:a,2026,cap,,3,,,', 'error t.csv:2:metric: metric "cap" can have no target'],
    [
      'an unknown severity',
      'company:a,2026,incidents,SS,3,,,',
      'error t.csv:2:severity: company:a knows no severity "SS" (write one of its scheme\'s grades (critical, heavy, other, odd) or one of the classes (critical, heavy, other))',
    ],
    [
      'a metric without severities',
      'company:a,2026,actions_overdue,heavy,3,,,',
      'error t.csv:2:severity: actions_overdue is not worked out by severity (severity "heavy")',
    ],
    [
      'no value',
      'company:a,2026,actions_overdue,,,0.1,,',
      'error t.csv:2:cap: the target of actions_overdue has no value',
    ],
    [
      'a share in per cent, which no month could reach',
      'company:a,2026,availability,,99.9,,,',
      'error t.csv:2:cap: 99.9 is no target of availability, which lies between 0 and 1 (write 99.9 % as 0.999)',
    ],
    ['the whole of a share', 'company:a,2026,availability,,1,,,', undefined],
    [
      'a scope that is nowhere',
      'layer:a/gone,2026,incidents,,3,,,',
      'warning t.csv:2:scope: nothing in this report is the scope "layer:a/gone"',
    ],
    [
      'a year with no prior year',
      'company:a,2025,incidents,heavy,,0.1,,',
      "warning t.csv:2:cap: the cap of fiscal year 2025 can't be worked out: the exports don't hold the whole year before (it counts as no target; give cap itself",
    ],
    [
      'a year without data',
      'company:a,2006,incidents,heavy,3,,,',
      'warning t.csv:2:fiscal_year: there is no data of fiscal year 2006; it runs from 2025 to 2026',
    ],
    ['next year, planned already', 'company:a,2027,incidents,heavy,3,,,', undefined],
  ];
  it.each(cases)('%s', async (_, row, says) => {
    const faults = await faultsOf(oneCompany(some, targetsCsv(row)));
    expect(faults).toEqual(says === undefined ? [] : [expect.stringContaining(says)]);
  });

  it('a node of the tree that holds a share to per cent', async () => {
    const files = oneCompany(some, targetsCsv('company:a,2026,incidents,,3,,,'));
    const kpi =
      'node_id,scope,metric,target\nn1,company:a,availability,99.9\nn2,company:a,availability,0.999\n';
    expect(
      await faultsOf({ ...files, 'kado.yaml': `${files['kado.yaml']}  kpi: k.csv\n`, 'k.csv': kpi }),
    ).toEqual([expect.stringContaining('error k.csv:2:target: 99.9 is no target of availability')]);
  });

  it('an investment of a month outside its fiscal year, at both edges', async () => {
    const files = oneCompany(some, targetsCsv('company:a,2026,incidents,,3,,,'));
    const rows = ['2026,2026-03', '2026,2026-04', '2026,2027-03', '2026,2027-04', '2026,'];
    const investments = `company_id,fiscal_year,month,software_amount\n${rows.map((r) => `a,${r},1\n`).join('')}`;
    expect(
      await faultsOf({
        ...files,
        'kado.yaml': `${files['kado.yaml']}  investments: v.csv\n`,
        'v.csv': investments,
      }),
    ).toEqual([
      expect.stringContaining('warning v.csv:2:month: month 2026-03 is not in fiscal year 2026'),
      expect.stringContaining('warning v.csv:5:month: month 2027-04 is not in fiscal year 2026'),
    ]);
  });

  it('two that mean the same: the later one stands, and both lines are told', async () => {
    const files = oneCompany(
      some,
      targetsCsv('theme:operation,2026,incidents,,3,,,', 'theme:a/operation,2026,incidents_fytd,,4,,,'),
    );
    expect(await faultsOf(files)).toEqual([
      'warning t.csv:2:scope: this target is for the same scope, year, metric and severity as t.csv:3 (the later row stands; keep only one of them)',
    ]);
    const { of } = await figuresOf(files);
    expect(of('2026-05/cap/theme:operation')).toMatchObject({ value: 4, status: 'on_track' });
  });

  it('a year with no prior year: no target, in every month', async () => {
    const { of } = await figuresOf(
      oneCompany(
        some,
        targetsCsv('company:a,2025,incidents,heavy,,0.1,,', 'company:a,2026,incidents,heavy,,0.5,,'),
      ),
    );
    expect(of('2025-04/cap/company:a/grade:heavy')).toMatchObject({ value: null, status: 'no_data' });
    expect(of('2025-04/cap_exceed_probability/company:a/grade:heavy')).toMatchObject({
      value: null,
      status: 'no_data',
    });
    expect(of('2025-04/incidents_fytd/company:a/grade:heavy')).toMatchObject({ target: null, status: '' });
    // 2025 is whole: 2 × 0.5.
    expect(of('2026-04/cap/company:a/grade:heavy')).toMatchObject({ value: 1 });
  });
});
