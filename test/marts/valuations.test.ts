/** What a scheme is given to judge by: minutes so far, times that had passed, the profile of the month, and how it may fail. */
import { describe, expect, it } from 'vitest';
import { formatPlace, KadoError } from '../../src/errors.js';
import { buildMarts } from '../../src/marts/index.js';
import type { PeriodChoice } from '../../src/marts/period.js';
import { figuresOf } from '../cases/figures.js';
import { withStaged } from '../loaders/project.js';
import { type Parts, schemeProject, smallScheme } from '../schemes/project.js';

/** The small scheme, graded by one rule, with one expression as the factor: its value is read as `harmed`. */
const measuring = (factor: string, rule = 'true'): string =>
  smallScheme
    .replace(
      / {4}severity:[\s\S]*?(?= {4}impact_factor)/,
      `    severity: { grades: [{ id: X, name: X, when: "${rule}", class: other }] }\n`,
    )
    .replace(/impact_factor: .*/, `impact_factor: ${JSON.stringify(factor)}`);

const rowsOf = (parts: Parts, query: string, choice: PeriodChoice = {}): Promise<unknown[][]> =>
  withStaged(schemeProject(parts), async ({ db, config }) => {
    await buildMarts(db, config, choice);
    return (await db.rows<Record<string, unknown>>(query)).map((row) => Object.values(row));
  });

const header = 'incident_id,system_id,occurred_at,restored_at,closed_at,state,impact_minutes\n';
/** incident, month from which, value of the factor; 1 stands for NULL. */
const factors = (factor: string, incidents: string, choice: PeriodChoice = {}): Promise<unknown[][]> =>
  rowsOf(
    { scheme: measuring(factor), incidents: header + incidents },
    'SELECT incident_id, from_month, harmed FROM mart.gradings ORDER BY ALL',
    choice,
  );

describe('minutes of harm', () => {
  it('run to the month’s end and go on in the next', async () => {
    // Occurred 30 minutes before May's end, restored 60 minutes into June.
    expect(
      await factors('impact_minutes', 'A,s1,2026-05-31T23:30:00Z,2026-06-01T01:00:00Z,,restored,\n'),
    ).toEqual([
      ['A', '2026-05', 30],
      ['A', '2026-06', 90],
    ]);
  });
  it('are the export’s own, split at the month’s end too', async () => {
    expect(await factors('impact_minutes', 'A,s1,2026-05-31T23:30:00Z,,,open,45.5\n')).toEqual([
      ['A', '2026-05', 30],
      ['A', '2026-06', 45.5],
    ]);
  });
  it('end with the closing, where nobody said when it was restored', async () => {
    expect(
      await factors('impact_minutes', 'A,s1,2026-05-02T00:00:00Z,,2026-05-02T00:20:00Z,closed,\n'),
    ).toEqual([['A', '2026-05', 20]]);
  });
  it('end at as-of', async () => {
    const choice = { asOf: '2026-05-31T23:45:00Z', month: '2026-05' };
    expect(
      await factors('impact_minutes', 'A,s1,2026-05-31T23:30:00Z,2026-06-01T01:00:00Z,,restored,\n', choice),
    ).toEqual([['A', '2026-05', 15]]);
  });
  it('are none where an export tells the end of no incident and no state', async () => {
    const incidents = 'incident_id,system_id,occurred_at\nA,s1,2026-05-02T00:00:00Z\n';
    expect(
      await rowsOf(
        { scheme: measuring('1', 'impact_minutes > 3'), incidents },
        'SELECT grade, missing FROM mart.gradings',
      ),
    ).toEqual([[null, 'impact_minutes']]);
  });
});

describe('minutes to restore', () => {
  it.each<[string, string, unknown[][]]>([
    ['go to the restoration', '2026-05-02T00:20:00Z,2026-05-03T00:00:00Z,closed,5', [['A', '2026-05', 20]]],
    ['are unknown where only the closing is', ',2026-05-02T00:20:00Z,closed,', [['A', '2026-05', 1]]],
    ['are unknown where the times contradict', '2026-05-01T00:00:00Z,,restored,5', [['A', '2026-05', 1]]],
    ['are unknown where it is over at no time', ',,restored,5', [['A', '2026-05', 1]]],
    [
      'run while it is open',
      ',,open,5',
      [
        // 30, 60 and 91 days of 1440 minutes, from 2 May.
        ['A', '2026-05', 30 * 1440],
        ['A', '2026-06', 60 * 1440],
        ['A', '2026-07', 91 * 1440],
      ],
    ],
  ])('%s', async (_, rest, expected) => {
    expect(await factors('restore_minutes', `A,s1,2026-05-02T00:00:00Z,${rest}\n`)).toEqual(expected);
  });
});

describe('a time of the record', () => {
  it('is unknown until it has passed', async () => {
    expect(
      await factors(
        'CASE WHEN restored_at IS NULL THEN 7 ELSE 8 END',
        'A,s1,2026-05-02T00:00:00Z,2026-06-03T00:00:00Z,,restored,\nB,s1,2026-05-02T00:00:00Z,2026-06-01T00:00:00Z,,restored,\n',
      ),
    ).toEqual([
      ['A', '2026-05', 7],
      ['A', '2026-06', 8],
      // Midnight of the month's end is within it.
      ['B', '2026-05', 8],
    ]);
  });
});

describe('the profile and the scheme', () => {
  it('stay those of the month in which it occurred', async () => {
    const systems = `system_id,unit_id,name_ja,business_importance,users,valid_from,valid_to
s1,ua,S1,2,10,2026-04-01,2026-05-31
s1,ub,S1,3,20,2026-06-01,
`;
    const incidents = `${header}A,s1,2026-05-31T23:30:00Z,,,open,\nB,s1,2026-06-01T00:00:00Z,,,open,\n`;
    expect(
      await rowsOf(
        { scheme: measuring('users + 0 * impact_minutes'), systems, incidents },
        'SELECT incident_id, scheme, from_month, harmed FROM mart.gradings ORDER BY ALL',
      ),
    ).toEqual([
      ['A', 'small', '2026-05', 10],
      ['B', 'as-exported', '2026-06', 1],
    ]);
  });
});

describe('a regrading', () => {
  it('of the next fiscal year changes no earlier year to date', async () => {
    // Fiscal year from June: 30 minutes by May's end, then more.
    const scheme = smallScheme;
    const incidents =
      'incident_id,system_id,occurred_at,state,customers_affected,affected_users,affected_amount\nA,s1,2026-05-31T23:30:00Z,open,true,1,1\n';
    const files = schemeProject({ scheme, incidents });
    const { series } = await figuresOf({
      ...files,
      'kado.yaml': `fiscal_year_start: 6\n${String(files['kado.yaml'])}`,
    });
    expect(series('incidents_fytd', 'company:a/class:heavy')).toEqual([0, 1, 0, 0]);
    expect(series('incidents_fytd', 'company:a/class:critical')).toEqual([0, 0, 0, 0]);
    expect(series('open_incidents', 'company:a/class:critical')).toEqual([0, 0, 1, 1]);
  });
  it('stands where the incident stood, though its system has moved', async () => {
    const systems = `system_id,unit_id,name_ja,business_importance,customer_facing,users,valid_from,valid_to
s1,ua,S1,2,true,10,2026-04-01,2026-05-31
s1,ub,S1,2,true,10,2026-06-01,
`;
    const incidents =
      'incident_id,system_id,occurred_at,state,customers_affected,affected_users,affected_amount\nA,s1,2026-05-31T23:30:00Z,open,true,1,1\n';
    const { series } = await figuresOf(schemeProject({ systems, incidents }));
    for (const scope of ['unit:ua', 'company:a', 'group:group']) {
      expect(series('incidents_fytd', `${scope}/class:heavy`), scope).toEqual([0, 1, 0, 0]);
      expect(series('incidents_fytd', `${scope}/class:critical`), scope).toEqual([0, 0, 1, 1]);
    }
    // What is open is open where the system is by now; the year's count stays where it was.
    expect(series('open_incidents', 'unit:ub/class:critical')).toEqual([0, 0, 1, 1]);
    expect(series('incidents_fytd', 'unit:ub/class:critical')).toEqual([0, 0, 0, 0]);
  });
  it('stands under the theme and supplier of the record, and its system', async () => {
    const incidents =
      'incident_id,system_id,occurred_at,state,customers_affected,affected_users,affected_amount,theme,supplier\nA,s1,2026-05-31T23:30:00Z,open,true,1,1,operation,Ｘ社\n';
    const { series } = await figuresOf(schemeProject({ incidents }));
    for (const scope of [
      'theme:operation',
      'theme:a%2Foperation',
      'supplier:%EF%BC%B8%E7%A4%BE',
      'system:s1',
      'unit:ua',
      'group:group',
    ]) {
      expect(series('incidents_fytd', `${scope}/class:heavy`), scope).toEqual([0, 1, 0, 0]);
      expect(series('incidents_fytd', `${scope}/class:critical`), scope).toEqual([0, 0, 1, 1]);
      expect(series('incidents_fytd', scope), scope).toEqual([0, 1, 1, 1]);
    }
  });
});

describe('an overdue action', () => {
  it("stands under its incident's grade of that month", async () => {
    const incidents =
      'incident_id,system_id,occurred_at,state,customers_affected,affected_users,affected_amount\nA,s1,2026-05-31T23:30:00Z,open,true,1,1\n';
    const files = schemeProject({ incidents });
    const overdue = await withStaged(
      {
        ...files,
        'kado.yaml': String(files['kado.yaml']).replace('sources:\n', 'sources:\n  actions: a.csv\n'),
        'a.csv':
          'action_id,incident_id,kind,due_on\nM,A,prevention,2026-05-30\nN,nobody,prevention,2026-07-30\n',
      },
      async ({ db, config }) => {
        await buildMarts(db, config, {});
        return db.rows('SELECT month, action_id, grade, class FROM mart.overdue_actions ORDER BY ALL');
      },
    );
    expect(overdue.map((row) => Object.values(row as object))).toEqual([
      ['2026-05', 'M', 'L2', 'heavy'],
      ['2026-06', 'M', 'L3', 'critical'],
      ['2026-07', 'M', 'L3', 'critical'],
      ['2026-07', 'N', null, null],
    ]);
  });
});

describe('the impact index', () => {
  it("multiplies hours by the scheme's own factor", async () => {
    // 2 hours × 10 users of the system; harm of two hours × max(3 users, 1) at the company without a scheme.
    const incidents =
      'incident_id,system_id,occurred_at,restored_at,affected_users\nA,s1,2026-05-02T00:00:00Z,2026-05-02T02:00:00Z,3\nB,s3,2026-05-02T00:00:00Z,2026-05-02T02:00:00Z,3\n';
    const { series } = await figuresOf(schemeProject({ scheme: measuring('users'), incidents }));
    expect(series('impact_index', 'company:a')).toEqual([0, 20, 0, 0]);
    expect(series('impact_index', 'company:b')).toEqual([0, 6, 0, 0]);
  });
});

describe('a scheme that the data breaks', () => {
  const incidents = `${header}A,s1,2026-05-02T00:00:00Z,,,open,5\n`;
  it.each<[string, string, string]>([
    [
      'an importance beyond 4',
      measuring('1').replace(/level: "[^"]*"/, 'level: "users"'),
      'scheme_importance_range 16',
    ],
    [
      'an importance between',
      measuring('1').replace(/level: "[^"]*"/, 'level: "users / 4"'),
      'scheme_importance_range 16',
    ],
    ['a factor below 0', measuring('-users'), 'scheme_factor_range 18'],
    ['a factor beyond what is exact', measuring('users * 1000000000001'), 'scheme_factor_range 18'],
    ['a factor that is no number', measuring("'nan'::DOUBLE * users"), 'scheme_factor_range 18'],
    ['a value that cannot be computed', measuring('system_id::INTEGER'), 'scheme_fails 12'],
  ])('%s', async (_, scheme, expected) => {
    const error = await rowsOf({ scheme, incidents }, 'SELECT 1').catch((e: unknown) => e);
    if (!(error instanceof KadoError)) throw error;
    const [{ code, place }] = error.problems as [KadoError['problems'][number]];
    expect(`${code} ${formatPlace(place!).split(':')[1]}`).toBe(expected);
    expect(error.exitCode).toBe(2);
  });
});
