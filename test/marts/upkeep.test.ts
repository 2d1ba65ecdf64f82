/** Days since profiles were reviewed and drills held, worked by hand. */
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { type Figures, figuresOf } from '../cases/figures.js';
import { type Files, withStaged } from '../loaders/project.js';
import { april, project } from './plainProject.js';

const days = (f: Figures, metric: string, scope: string): (number | null)[] => f.series(metric, scope);
const systems = (...rows: string[]): string =>
  `system_id,unit_id,name_ja,profile_reviewed_on,valid_from,valid_to\n${rows.join('\n')}\n`;

describe('days since a profile was reviewed', () => {
  const files = {
    ...project(),
    's.csv': systems(
      's1,u1,s,2025-12-31,,2026-02-28',
      's1,u2,s,2026-03-31,2026-03-01,', // reviewed on the last day of March
      's2,u1,s,2026-02-28,,', // reviewed on the last day of February
      's3,u2,s,,,', // never
      's4,u2,s,2020-01-01,2026-02-01,2026-03-30', // valid on the last day of February only
    ),
  };
  it('are told at the month end, above a system of the oldest', async () => {
    const f = await figuresOf(files, april);
    // 31 December to 31 January 31, to 28 February 59; 31 March 0; as-of 20 April: 20.
    expect(days(f, 'profile_age_days', 'system:s1')).toEqual([31, 59, 0, 20]);
    // A review in February was not known in January; then 0, 31, 51.
    expect(days(f, 'profile_age_days', 'system:s2')).toEqual([null, 0, 31, 51]);
    expect(days(f, 'profile_age_days', 'unit:u1')).toEqual([31, 59, 31, 51]);
    // s4: 1 January 2020 to 28 February 2026 = 6 × 365 + 2 (2020, 2024) + 58 = 2250.
    expect(days(f, 'profile_age_days', 'unit:u2')).toEqual([null, 2250, 0, 20]);
    expect(days(f, 'profile_age_days', 'group:group')).toEqual([31, 2250, 31, 51]);
    const of = (id: string) => {
      const { status, coverage, source_rows } = f.of(id.replace('/', '/profile_age_days/'));
      return [status, coverage, source_rows];
    };
    expect(of('2026-01/system:s2')).toEqual(['no_data', 0, 0]);
    expect(of('2026-01/system:s4')).toEqual(['not_applicable', 1, 0]);
    expect(of('2026-03/system:s4')).toEqual(['not_applicable', 1, 0]);
    expect(of('2026-02/group:group')).toEqual(['', 3 / 4, 3]);
    expect((await figuresOf(project(), april)).of('2026-03/profile_age_days/group:group').status).toBe(
      'no_data',
    );
  });
  it.each([
    ['', 365, [false, false, true, false, true]],
    ['limits: { profile_age_days: 58, drill_days: 30 }\n', 58, [false, true, true, true, true]],
  ])('are over the limit from the day after it, or where none is known (%s)', async (yaml, _, expected) => {
    const base = { ...files, 'kado.yaml': `${yaml}${project()['kado.yaml']}` };
    const over = await withStaged(base, async ({ db, config }) => {
      await buildMarts(db, config, { month: '2026-02' });
      return db.rows<{ over: boolean }>(
        "SELECT over_limit AS over FROM mart.profile_ages WHERE month = '2026-02' ORDER BY system_id",
      );
    });
    // s1 59 days, s2 0, s3 unknown, s4 2250.
    expect(over.map((r) => r.over)).toEqual([expected[1], expected[0], expected[2], true]);
  });
});

describe('days since a drill', () => {
  const drills = (...rows: string[]) =>
    project({ 'drills.csv': `drill_id,scope,held_on\n${rows.map((r, i) => `d${i},${r}\n`).join('')}` });
  it.each<
    [
      scope: string,
      s1: (number | null)[],
      s2: (number | null)[],
      s3: (number | null)[],
      s4: (number | null)[],
    ]
  >([
    // 31 January: 0; 28 February: 28; 31 March: 59; 20 April: 79. s3 begins on 10 February, s4 ends on 15 March.
    [
      'system:s1',
      [0, 28, 59, 79],
      [null, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
    ],
    ['unit:u1', [0, 28, 59, 79], [0, 28, 59, 79], [null, null, null, null], [null, null, null, null]],
    [
      'unit:u2',
      [null, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
      [0, 28, null, null],
    ],
    ['company:a', [0, 28, 59, 79], [0, 28, 59, 79], [null, null, null, null], [null, null, null, null]],
    [
      'layer:application',
      [0, 28, 59, 79],
      [null, null, null, null],
      [null, null, null, null],
      [0, 28, null, null],
    ],
    [
      'flow:pay',
      [0, 28, 59, 79],
      [null, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
    ],
    ['group', [0, 28, 59, 79], [0, 28, 59, 79], [null, null, null, null], [0, 28, null, null]],
    [
      'theme:operation',
      [null, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
      [null, null, null, null],
    ],
  ])('of %s on 31 January cover the systems that belonged to it that day', async (scope, ...expected) => {
    const f = await figuresOf(drills(`${scope},2026-01-31`), april);
    expect(['s1', 's2', 's3', 's4'].map((s) => days(f, 'days_since_drill', `system:${s}`))).toEqual(expected);
  });
  it('of a unit follow the day, not the month: s1 is in u1 until 28 February', async () => {
    const before = await figuresOf(drills('unit:u1,2026-02-28'), april);
    const after = await figuresOf(drills('unit:u1,2026-03-01'), april);
    expect(days(before, 'days_since_drill', 'system:s1')).toEqual([null, 0, 31, 51]);
    expect(days(after, 'days_since_drill', 'system:s1')).toEqual([null, null, null, null]);
    expect(days(after, 'days_since_drill', 'system:s2')).toEqual([null, null, 30, 50]);
  });
  it('cover a system named outright even before its profile begins, and what its supplier drills', async () => {
    const f = await figuresOf(drills('system:s3,2026-02-01'), april);
    expect(days(f, 'days_since_drill', 'system:s3')).toEqual([null, 27, 58, 78]);
    const supplied: Files = {
      ...drills('supplier:Acme,2026-01-31'),
      'p.csv': 'system_id,supplier,contract_until\ns1,Acme,2026-01-31\ns2,Acme,2026-01-30\n',
    };
    const yaml = String(supplied['kado.yaml']).replace(' }\n', ', system_suppliers: p.csv }\n');
    const g = await figuresOf({ ...supplied, 'kado.yaml': yaml }, april);
    expect(days(g, 'days_since_drill', 'system:s1')).toEqual([0, 28, 59, 79]);
    expect(days(g, 'days_since_drill', 'system:s2')).toEqual([null, null, null, null]);
  });
  it('are told of the latest drill held by then; above a system, of the one whose drill is longest ago', async () => {
    const f = await figuresOf(
      drills('system:s1,2025-01-31', 'system:s1,2026-03-31', 'system:s2,2026-04-20', 'system:s2,2026-04-21'),
      april,
    );
    expect(days(f, 'days_since_drill', 'system:s1')).toEqual([365, 393, 0, 20]);
    expect(days(f, 'days_since_drill', 'system:s2')).toEqual([null, null, null, 0]);
    expect(days(f, 'days_since_drill', 'group:group')).toEqual([365, 393, 0, 20]);
    // April: s1 and s2 of s1, s2, s3; s4 is gone.
    expect(f.of('2026-04/days_since_drill/group:group')).toMatchObject({ coverage: 2 / 3, source_rows: 2 });
    expect(f.of('2026-04/days_since_drill/system:s3').status).toBe('no_data');
    expect(f.of('2026-04/days_since_drill/system:s4').status).toBe('not_applicable');
    expect((await figuresOf(project(), april)).of('2026-04/days_since_drill/group:group').status).toBe(
      'no_data',
    );
  });
});
