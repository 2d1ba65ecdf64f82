/** The safe-operation index: which investment it stands on, worked by hand. */
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../cases/figures.js';
import { withStaged } from '../loaders/project.js';
import { happened, indexOf, martRows, type Project, project } from './investmentProject.js';

const incidents = [
  ...happened('a1', 4, 2),
  ...happened('a2', 5, 1),
  ...happened('a1', 6, 3),
  ...happened('b1', 4, 4),
  ...happened('c1', 6, 1),
];
const of = (...investments: string[]): Project => ({ incidents, investments });
const million = (n: number): string => `${n}000000`;

interface Row {
  readonly amount: number | null;
  readonly basis: string | null;
  readonly level: string | null;
  readonly reason: string | null;
  readonly coverage: number;
}
const investmentOf = async (scope: string, month: string, ...investments: string[]): Promise<Row> => {
  const [kind, id] = scope.split(':');
  const [row] = await martRows<Row>(
    project(of(...investments)),
    `SELECT amount, basis, level, reason, coverage FROM mart.investments WHERE scope_kind = '${kind}' AND scope_id = '${id}' AND month = '${month}'`,
  );
  return row!;
};

describe('the index', () => {
  it("is the year to date's incidents over the same months' investment, per 100 million", async () => {
    // A: 1,200 million a year. April: 2 ÷ (1200 × 1/12 = 100 million) = 2. May: 3 ÷ 200 = 1.5. June: 6 ÷ 300 = 2.
    const figures = await indexOf(of(`a,2026,${million(1200)},,,,`));
    expect(figures.series('safe_operation_index', 'company:a')).toEqual([2, 1.5, 2]);
    // poisson.test(6, 3)$conf.int → qchisq(.025,12)/6, qchisq(.975,14)/6
    const june = figures.of('2026-06/safe_operation_index/company:a');
    expect(june.lower).toBeCloseTo(0.7339647511636169, 12);
    expect(june.upper).toBeCloseTo(4.353158007506228, 12);
    expect(june).toMatchObject({ unit: 'rate', status: '', coverage: 1, complete: true, source_rows: 6 });
    const counted = ['2026-04', '2026-05', '2026-06'].map(
      (m) => figures.of(`${m}/incidents_fytd/company:a`).value,
    );
    expect(counted).toEqual([2, 3, 6]);
  });

  it('is per the configured amount', async () => {
    const figures = await indexOf({
      ...of(`a,2026,${million(1200)},,,,`),
      config: 'safe_operation: { per: 1000000 }',
    });
    expect(figures.series('safe_operation_index', 'company:a')).toEqual([0.02, 0.015, 0.02]);
  });

  it('has an interval where nothing happened', async () => {
    // 0 in 100 million: upper −ln 0.025 = 3.6889
    const figures = await indexOf(of(`c,2026,${million(1200)},,,,`));
    const april = figures.of('2026-04/safe_operation_index/company:c');
    expect(april).toMatchObject({ value: 0, lower: 0, status: '' });
    expect(april.upper).toBeCloseTo(3.688879454113936, 12);
  });

  it('of the group pools the companies that have one, and says the share', async () => {
    // A: 6 in 300, B: 4 in 2 × 300 = 600, C: none. (6 + 4) ÷ 9 × 100 million; two companies of three.
    const figures = await indexOf(of(`a,2026,${million(1200)},,,,`, `b,2026,${million(2400)},,,,`));
    const june = figures.of('2026-06/safe_operation_index/group:group');
    expect(june.value).toBeCloseTo(10 / 9, 12);
    expect(june.coverage).toBeCloseTo(2 / 3, 12);
    expect(figures.of('2026-06/safe_operation_index/company:c')).toMatchObject({
      value: null,
      status: 'no_data',
      coverage: 0,
    });
  });

  it('stands under units and systems that have rows of their own, and no others', async () => {
    const figures = await indexOf(of(`a,2026,${million(1200)},,ua1,,`, `b,2026,${million(600)},,,b1,`));
    expect(figures.series('safe_operation_index', 'unit:ua1')).toEqual([2, 1, 5 / 3]);
    expect(figures.series('safe_operation_index', 'system:b1')).toEqual([8, 4, 8 / 3]);
    expect(figures.series('safe_operation_index', 'unit:ua2')).toEqual([]);
    expect(figures.series('safe_operation_index', 'unit:ub')).toEqual([]);
    // Company A's sum lacks one of its two units, B's one of its two systems; C has nothing.
    expect(figures.of('2026-06/safe_operation_index/company:a')).toMatchObject({ value: 2, coverage: 0.5 });
    expect(figures.of('2026-06/safe_operation_index/company:b').coverage).toBe(0.5);
    expect(figures.of('2026-06/safe_operation_index/group:group').coverage).toBeCloseTo(1 / 3, 12);
  });

  it('of a year to date that the exports do not hold whole is not complete', async () => {
    const late = { ...of(`a,2026,${million(1200)},,,,`), covers: { from: '2026-05-01', to: '2026-06-15' } };
    const figures = await indexOf({ ...late, incidents: happened('a1', 5, 1) });
    // May itself is whole, but April is not there.
    expect(figures.of('2026-05/incidents/company:a').complete).toBe(true);
    expect(figures.of('2026-05/safe_operation_index/company:a').complete).toBe(false);
  });

  it('begins anew with the fiscal year', async () => {
    const figures = await indexOf({
      incidents: [...happened('a1', 3, 5), ...happened('a1', 4, 1)],
      investments: [`a,2025,${million(1200)},,,,`, `a,2026,${million(2400)},,,,`],
      covers: { from: '2026-03-01', to: '2026-04-30' },
    });
    // March is month 12 of fiscal 2025: 5 ÷ 12; April: 1 ÷ 2.
    expect(figures.series('safe_operation_index', 'company:a')).toEqual([5 / 12, 0.5]);
  });
});

describe('an investment', () => {
  it('given by month is summed', async () => {
    const rows = [`a,2026,${million(10)},2026-04,,,`, `a,2026,${million(20)},2026-05,,,`];
    expect(await investmentOf('company:a', '2026-05', ...rows)).toMatchObject({
      amount: 30e6,
      basis: 'unstated',
      reason: null,
    });
  });
  it('given for a part of the months is none: the incidents are of all of them', async () => {
    const rows = [`a,2026,${million(10)},2026-04,,,`, `a,2026,${million(20)},2026-06,,,`];
    expect(await investmentOf('company:a', '2026-04', ...rows)).toMatchObject({ amount: 10e6 });
    expect(await investmentOf('company:a', '2026-06', ...rows)).toMatchObject({
      amount: null,
      reason: 'months_missing',
    });
  });
  it("is the year's share where months are missing", async () => {
    const rows = [`a,2026,${million(10)},2026-04,,,`, `a,2026,${million(1200)},,,,`];
    expect(await investmentOf('company:a', '2026-04', ...rows)).toMatchObject({ amount: 10e6 });
    expect(await investmentOf('company:a', '2026-05', ...rows)).toMatchObject({ amount: 200e6 });
  });
  it('is the actual one where both exist', async () => {
    const rows = [`a,2026,${million(1200)},,,,budget`, `a,2026,${million(960)},,,,actual`];
    expect(await investmentOf('company:a', '2026-06', ...rows)).toMatchObject({
      amount: 240e6,
      basis: 'actual',
    });
  });
  it('is the budget while the actual one lacks months', async () => {
    const rows = [`a,2026,${million(1200)},,,,budget`, `a,2026,${million(90)},2026-04,,,actual`];
    expect(await investmentOf('company:a', '2026-04', ...rows)).toMatchObject({
      amount: 90e6,
      basis: 'actual',
    });
    expect(await investmentOf('company:a', '2026-05', ...rows)).toMatchObject({
      amount: 200e6,
      basis: 'budget',
    });
  });
  it("of the company wins over its units' and systems', which are never added", async () => {
    const rows = [
      `a,2026,${million(1200)},,,,budget`,
      `a,2026,${million(5000)},,ua1,,actual`,
      `a,2026,${million(7000)},,ua1,a1,actual`,
    ];
    expect(await investmentOf('company:a', '2026-06', ...rows)).toMatchObject({
      amount: 300e6,
      level: 'company',
    });
    expect(await investmentOf('company:a', '2026-06', ...rows.slice(1))).toMatchObject({
      amount: 1250e6,
      level: 'unit',
    });
    expect(await investmentOf('company:a', '2026-06', ...rows.slice(2))).toMatchObject({
      amount: 1750e6,
      level: 'system',
    });
  });
  it('of several units is their sum, and says where budget and actual are mixed', async () => {
    const rows = [`a,2026,${million(1200)},,ua1,,budget`, `a,2026,${million(600)},,ua2,,actual`];
    expect(await investmentOf('company:a', '2026-06', ...rows)).toEqual({
      amount: 450e6,
      basis: 'mixed',
      level: 'unit',
      reason: null,
      coverage: 1,
    });
  });
  it('of units is none where one of them lacks months', async () => {
    const rows = [`a,2026,${million(1200)},,ua1,,`, `a,2026,${million(600)},2026-04,ua2,,`];
    expect(await investmentOf('company:a', '2026-06', ...rows)).toMatchObject({
      amount: null,
      reason: 'months_missing',
      coverage: 0,
    });
  });
  it('with a month outside its fiscal year contradicts itself', async () => {
    const rows = [`a,2026,${million(1200)},,,,actual`, `a,2026,${million(10)},2027-04,,,budget`];
    expect(await investmentOf('company:a', '2026-06', ...rows)).toMatchObject({
      amount: null,
      reason: 'month_outside_year',
    });
  });
  it('that is not there has its reason', async () => {
    const other = [`b,2026,${million(1)},,,,`, `a,2025,${million(1)},,,,`];
    expect(await investmentOf('company:a', '2026-06', ...other)).toMatchObject({
      amount: null,
      reason: 'missing',
    });
  });
  it('of nothing has no index, for nothing can be divided by it', async () => {
    const figures = await indexOf(of('a,2026,0,,,,'));
    expect(figures.of('2026-06/safe_operation_index/company:a')).toMatchObject({
      value: null,
      lower: null,
      upper: null,
      status: 'not_applicable',
      coverage: 0,
    });
    const reasons = await martRows(
      project(of('a,2026,0,,,,')),
      `SELECT scope_id, status, reason FROM mart.safe_operation WHERE month = '2026-06' AND scope_kind IN ('group', 'company') ORDER BY ALL`,
    );
    expect(reasons).toEqual([
      { scope_id: 'a', status: 'not_applicable', reason: 'zero' },
      { scope_id: 'b', status: 'no_data', reason: 'missing' },
      { scope_id: 'c', status: 'no_data', reason: 'missing' },
      { scope_id: 'group', status: 'no_data', reason: 'no_company' },
    ]);
  });
  it('below 0 is rejected', async () => {
    const files = project(of('a,2026,-5,,,,', `b,2026,${million(1)},,,,`));
    const told = await withStaged(
      { ...files, 'kado.yaml': `max_reject_rate: 1\n${files['kado.yaml']}` },
      async ({ rejects }) => rejects.map(({ code, line, column }) => [code, line, column]),
    );
    expect(told).toEqual([['value_not_number', 2, 'software_amount']]);
  });
  it('that is not given at all leaves group and companies without data, and the others without a figure', async () => {
    const files = project(of());
    const { list } = await figuresOf({
      ...files,
      'kado.yaml': String(files['kado.yaml']).replace('  investments: n.csv\n', ''),
    });
    const index = list.filter((f) => f.metric === 'safe_operation_index');
    expect(new Set(index.map((f) => f.scope_kind))).toEqual(new Set(['group', 'company']));
    expect(index.every((f) => f.status === 'no_data' && f.value === null && f.coverage === 0)).toBe(true);
  });
});
