/** Which reports came in time, and in which scopes they count, worked by hand. */
import { describe, expect, it } from 'vitest';
import { type Figures, figuresOf } from '../cases/figures.js';
import type { Files } from '../loaders/project.js';
import { april, project } from './plainProject.js';

const submissions = (...rows: string[]): string => `scope,month,due_at,submitted_at\n${rows.join('\n')}\n`;
const suppliers =
  'system_id,supplier,contract_until\ns1,Acme/JP,\ns2,Acme/JP,\ns4,Old,2026-01-31\ns3,New,2026-03-15\n';
const compute = (rows: readonly string[], more: Files = {}): Promise<Figures> =>
  figuresOf(project({ 'submissions.csv': submissions(...rows), ...more }), april);
const shares = (f: Figures, scope: string): (number | null)[] => f.series('submission_on_time_rate', scope);

describe('the share of reports on time', () => {
  it.each<[what: string, row: string, expected: (number | null)[]]>([
    [
      'submitted at the very due time',
      'unit:u1,2025-12,2026-01-05T17:00:00Z,2026-01-05T17:00:00Z',
      [1, null, null, null],
    ],
    ['a second later', 'unit:u1,2025-12,2026-01-05T17:00:00Z,2026-01-05T17:00:01Z', [0, null, null, null]],
    ['never', 'unit:u1,2025-12,2026-01-05T17:00:00Z,', [0, null, null, null]],
    [
      'late, after the month',
      'unit:u1,2025-12,2026-01-31T17:00:00Z,2026-02-03T00:00:00Z',
      [0, null, null, null],
    ],
    [
      'early, before the month',
      'unit:u1,2025-12,2026-02-01T00:00:00Z,2026-01-03T00:00:00Z',
      [null, 1, null, null],
    ],
    [
      'due in the last second of a month',
      'unit:u1,2025-12,2026-01-31T23:59:59Z,2026-01-03',
      [1, null, null, null],
    ],
    ['due at as-of', 'unit:u1,2026-03,2026-04-20T12:00:00Z,', [null, null, null, 0]],
    ['not yet due at as-of', 'unit:u1,2026-03,2026-04-20T12:00:01Z,2026-04-01', [null, null, null, null]],
    ['due before the first month', 'unit:u1,2025-11,2025-12-31T23:59:59Z,', [null, null, null, null]],
    [
      'a day without a clock time is its 0:00',
      'unit:u1,2025-12,2026-01-05,2026-01-05T00:00:01Z',
      [0, null, null, null],
    ],
  ])('%s', async (_, row, expected) => {
    const f = await compute([row]);
    expect(shares(f, 'group:group')).toEqual(expected);
    expect(shares(f, 'unit:u1')).toEqual(expected);
  });

  it("counts a unit's report in it, its company and the group, not in its systems", async () => {
    const f = await compute(['unit:u1,2025-12,2026-01-05,', 'unit:u2,2025-12,2026-01-05,2026-01-04']);
    const at = (scope: string) => f.of(`2026-01/submission_on_time_rate/${scope}`).value;
    expect(['unit:u1', 'unit:u2', 'company:a', 'company:b', 'group:group'].map(at)).toEqual([
      0, 1, 0, 1, 0.5,
    ]);
    expect(['system:s1', 'layer:application', 'flow:pay'].map(at)).toEqual([null, null, null]);
    expect(f.of('2026-01/submission_on_time_rate/system:s1').status).toBe('not_applicable');
    expect(f.of('2026-01/submission_on_time_rate/group:group').source_rows).toBe(2);
  });

  it("counts a system's report where it belongs in the month in which it is due", async () => {
    const f = await compute([
      'system:s1,2026-01,2026-02-05,2026-02-04',
      'system:s1,2026-02,2026-03-05,2026-03-04',
    ]);
    expect(shares(f, 'unit:u1')).toEqual([null, 1, null, null]);
    expect(shares(f, 'unit:u2')).toEqual([null, null, 1, null]);
    expect(shares(f, 'company:b')).toEqual([null, null, 1, null]);
    expect(shares(f, 'flow:pay')).toEqual([null, 1, 1, null]);
    expect(shares(f, 'layer:b%2Fapplication')).toEqual([null, null, 1, null]);
  });

  it("counts a supplier's report under it, once in each company that it supplies, and in the group", async () => {
    const rows = [
      'supplier:Acme/JP,2026-01,2026-02-05,',
      'supplier:Acme/JP,2026-02,2026-03-05,2026-03-01',
      'supplier:Old,2026-01,2026-02-05,2026-02-01', // its contract with b ended in January
      'supplier:New,2026-02,2026-03-20,2026-03-01', // ended in March itself
    ];
    const f = await compute(rows, { 'system_suppliers.csv': suppliers });
    expect(shares(f, 'supplier:Acme%2FJP')).toEqual([null, 0, 1, null]);
    // s1 and s2 are both a's in February: once. In March s1 is b's.
    expect(f.of('2026-02/submission_on_time_rate/company:a')).toMatchObject({ value: 0, source_rows: 1 });
    expect(shares(f, 'company:a')).toEqual([null, 0, 1, null]);
    expect(f.of('2026-03/submission_on_time_rate/company:b')).toMatchObject({ value: 1, source_rows: 2 });
    expect(shares(f, 'company:b')).toEqual([null, null, 1, null]);
    expect(shares(f, 'unit:u1')).toEqual([null, null, null, null]);
    expect(shares(f, 'group:group')).toEqual([null, 0.5, 1, null]);
  });

  it('counts what it does not know nowhere, but in the group where nothing could be known', async () => {
    const rows = [
      'supplier:Nobody,2025-12,2026-01-05,',
      'unit:u9,2025-12,2026-01-05,',
      'system:s9,2025-12,2026-01-05,',
    ];
    const known = await compute(rows, { 'system_suppliers.csv': suppliers });
    expect(known.of('2026-01/submission_on_time_rate/group:group').status).toBe('not_applicable');
    const unknown = await compute(rows);
    expect(unknown.of('2026-01/submission_on_time_rate/group:group')).toMatchObject({
      value: 0,
      source_rows: 1,
    });
  });

  it('has no data without the input, or without the time of submission', async () => {
    const id = '2026-01/submission_on_time_rate/group:group';
    expect((await figuresOf(project(), april)).of(id).status).toBe('no_data');
    const due = project({ 'submissions.csv': 'scope,month,due_at\nunit:u1,2025-12,2026-01-05\n' });
    expect((await figuresOf(due, april)).of(id).status).toBe('no_data');
  });
});
