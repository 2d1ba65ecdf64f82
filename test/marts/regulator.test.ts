/** Which reports to the regulator are overdue at each month end, worked by hand. */
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { type Figures, figuresOf } from '../cases/figures.js';
import { type Files, withStaged } from '../loaders/project.js';
import { april, project } from './plainProject.js';

const header =
  'incident_id,occurred_at,system_id,unit_id,state,detected_at,regulator_required,regulator_first_at,regulator_final_at';
const files = (rows: readonly string[], yaml = '', timezone = 'UTC'): Files => {
  const base = project({}, yaml);
  return {
    ...base,
    'kado.yaml': String(base['kado.yaml']).replace('timezone: UTC', `timezone: ${timezone}`),
    // The first month is January.
    'i.csv': `${header}\nZ,2026-01-01T00:00:00Z,s2,,closed,,false,,\n${rows.join('\n')}\n`,
  };
};
const compute = (...rows: string[]): Promise<Figures> => figuresOf(files(rows), april);
const overdue = (f: Figures, scope = 'group:group'): (number | null)[] =>
  f.series('regulator_reports_overdue', scope);

describe('overdue reports to the regulator', () => {
  it.each<[what: string, row: string, expected: number[]]>([
    // 24 hours after 30 January 24:00 is the end of January itself: not over yet, a microsecond later it is.
    [
      'first: due exactly at the month end',
      'A,2026-01-31T00:00:00Z,s1,,open,,true,,2026-02-01T00:00:01Z',
      [0, 0, 0, 0],
    ],
    [
      'first: due a second before',
      'A,2026-01-30T23:59:59Z,s1,,open,,true,,2026-02-01T00:00:01Z',
      [1, 0, 0, 0],
    ],
    [
      'first: made at the month end',
      'A,2026-01-05T00:00:00Z,s1,,open,,true,2026-02-01T00:00:00Z,2026-02-02',
      [0, 0, 0, 0],
    ],
    [
      'first: made a second after it',
      'A,2026-01-05T00:00:00Z,s1,,open,,true,2026-02-01T00:00:01Z,2026-02-02',
      [1, 0, 0, 0],
    ],
    [
      'first: late but made within the month',
      'A,2026-01-05T00:00:00Z,s1,,open,,true,2026-01-20,2026-01-21',
      [0, 0, 0, 0],
    ],
    // 30 days after 1 January is 31 January, whose midnight is the month end.
    [
      'final: the last day is the month end',
      'A,2026-01-01T10:00:00Z,s1,,open,,true,2026-01-01T11:00:00Z,',
      [1, 1, 1, 1],
    ],
    [
      'final: the last day is the next one',
      'A,2026-01-02T10:00:00Z,s1,,open,,true,2026-01-02T11:00:00Z,',
      [0, 1, 1, 1],
    ],
    [
      'final: made in March',
      'A,2026-01-02T10:00:00Z,s1,,open,,true,2026-01-02T11:00:00Z,2026-03-05',
      [0, 1, 0, 0],
    ],
    ['final: stands for the first too', 'A,2026-01-02T10:00:00Z,s1,,open,,true,,2026-01-05', [0, 0, 0, 0]],
    ['both, counted once', 'A,2026-01-01T00:00:00Z,s1,,open,,true,,', [1, 1, 1, 1]],
    ['not required', 'A,2026-01-01T00:00:00Z,s1,,open,,false,,', [0, 0, 0, 0]],
    ['of a record that is no incident', 'A,2026-01-01T00:00:00Z,s1,,canceled,,true,,', [0, 0, 0, 0]],
    // As-of is 20 April 12:00.
    ['first: due at as-of', 'A,2026-04-19T12:00:00Z,s1,,open,,true,,', [0, 0, 0, 0]],
    ['first: due before as-of', 'A,2026-04-19T11:59:59Z,s1,,open,,true,,', [0, 0, 0, 1]],
    ['first: made after as-of', 'A,2026-04-19T11:59:59Z,s1,,open,,true,2026-04-20T12:00:01Z,', [0, 0, 0, 1]],
  ])('%s', async (_, row, expected) => {
    expect(overdue(await compute(row))).toEqual(expected);
  });

  it('stand where their system is in the month, and under the unit of an unknown one', async () => {
    const f = await compute(
      'A,2026-01-01T00:00:00Z,s1,,open,,true,,',
      'B,2026-01-01T00:00:00Z,,u1,open,,true,,',
    );
    expect(overdue(f, 'unit:u1')).toEqual([2, 2, 1, 1]);
    expect(overdue(f, 'unit:u2')).toEqual([0, 0, 1, 1]);
    expect(overdue(f, 'company:a')).toEqual([2, 2, 1, 1]);
    expect(f.of('2026-03/regulator_reports_overdue/group:group').source_rows).toBe(2);
  });

  it('are not known where it is not recorded whether a report is required', async () => {
    const f = await compute(
      'A,2026-02-01T00:00:00Z,s1,,open,,,,',
      'B,2026-03-01T00:00:00Z,s1,,open,,,,',
      'C,2026-03-01T00:00:00Z,s1,,open,,false,,',
    );
    expect(f.of('2026-02/regulator_reports_overdue/system:s1')).toMatchObject({
      value: null,
      status: 'no_data',
      coverage: 0,
    });
    expect(f.of('2026-03/regulator_reports_overdue/system:s1')).toMatchObject({
      value: 0,
      status: '',
      coverage: 0.5,
    });
    expect(f.of('2026-04/regulator_reports_overdue/system:s1')).toMatchObject({ value: 0, coverage: 1 });
  });

  it.each(['regulator_required', 'regulator_first_at', 'regulator_final_at'])(
    'have no data without %s',
    async (column) => {
      const base = files(['A,2026-01-01T00:00:00Z,s1,,open,,true,2026-01-01,2026-01-02']);
      const f = await figuresOf({ ...base, 'i.csv': String(base['i.csv']).replace(column, 'x') }, april);
      expect(f.of('2026-01/regulator_reports_overdue/group:group').status).toBe('no_data');
    },
  );

  it('run by the configured hours and days, from where they are configured to', async () => {
    const rows = ['A,2026-01-31T20:00:00Z,s1,,open,2026-01-31T21:00:00Z,true,,'];
    const of = async (yaml: string) => overdue(await figuresOf(files(rows, yaml), april));
    expect(await of('regulator: { first_hours: 3 }\n')).toEqual([1, 1, 1, 1]);
    expect(await of('regulator: { first_hours: 4 }\n')).toEqual([0, 1, 1, 1]);
    expect(await of('regulator: { first_hours: 3, counted_from: detected_at }\n')).toEqual([0, 1, 1, 1]);
    const made = ['A,2026-01-31T20:00:00Z,s1,,open,,true,2026-01-31T20:30:00Z,'];
    const final = async (days: number) =>
      overdue(
        await figuresOf(
          files(made, `regulator: { final_days: ${days}, counted_from: detected_at }\n`),
          april,
        ),
      );
    // 28 days after 31 January is 28 February, over with the month; 29 days after it is 1 March.
    expect(await final(28)).toEqual([0, 1, 1, 1]);
    expect(await final(29)).toEqual([0, 0, 1, 1]);
  });

  it('end their days at the local midnight', async () => {
    // 1 January 00:30 in Tokyo is 31 December 15:30 UTC; 30 days after 1 January is 31 January, over at 15:00 UTC.
    const rows = ['A,2026-01-01T00:30:00+09:00,s1,,open,,true,2026-01-01T01:00:00+09:00,'];
    const f = await figuresOf(files(rows, '', 'Asia/Tokyo'), april);
    expect(overdue(f)[0]).toBe(1);
    const utc = await figuresOf(files(rows, '', 'UTC'), april);
    // In UTC it is of December: 30 days after the 31st is 30 January.
    expect(utc.of('2026-01/regulator_reports_overdue/group:group').value).toBe(1);
  });

  it('keep the late ones in the mart', async () => {
    const rows = [
      'A,2026-01-01T00:00:00Z,s1,,open,,true,2026-01-02T00:00:00Z,2026-01-31T23:59:59Z',
      'B,2026-01-01T00:00:00Z,s1,,open,,true,2026-01-02T00:00:01Z,2026-02-01T00:00:00Z',
    ];
    const late = await withStaged(files(rows), async ({ db, config }) => {
      await buildMarts(db, config, april);
      return db.rows(
        "SELECT first_late, final_late FROM mart.regulator_duties WHERE incident_id <> 'Z' AND month = '2026-01' ORDER BY incident_id",
      );
    });
    expect(late).toEqual([
      { first_late: false, final_late: false },
      { first_late: true, final_late: true },
    ]);
  });
});
