/** Grades of a small scheme, worked by hand: bands' edges, what is missing, and what a later month's end knows. */
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { figuresOf } from '../cases/figures.js';
import { withStaged } from '../loaders/project.js';
import { type Parts, schemeProject, smallScheme } from './project.js';

const header =
  'incident_id,system_id,occurred_at,restored_at,closed_at,state,symptom_class,customers_affected,affected_users,affected_amount,place,impact_minutes,severity\n';

/** `table` after the marts are built, as lists of values. */
const rowsOf = (parts: Parts, query: string): Promise<unknown[][]> =>
  withStaged(schemeProject(parts), async ({ db, config }) => {
    await buildMarts(db, config, {});
    return (await db.rows<Record<string, unknown>>(query)).map((row) => Object.values(row));
  });

const grades = (incidents: string, more: Partial<Parts> = {}): Promise<unknown[][]> =>
  rowsOf(
    { incidents: header + incidents, ...more },
    'SELECT incident_id, grade, class, missing FROM mart.incidents ORDER BY 1',
  );

describe('a grade', () => {
  it('stands at the edge of its band', async () => {
    expect(
      await grades(
        [
          // Customers, 60 minutes exactly; 59 min 59.999999 s; 10 users × 10 = 100; 9.9 × 10 = 99.
          'A1,s1,2026-04-02T00:00:00Z,2026-04-02T01:00:00Z,,restored,,true,1,0,,,',
          'A2,s1,2026-04-02T00:00:00Z,2026-04-02T00:59:59.999999Z,,restored,,true,1,0,,,',
          'A3,s1,2026-04-02T00:00:00Z,2026-04-02T01:00:00Z,,restored,,false,10,0.01,,,',
          'A4,s1,2026-04-02T00:00:00Z,2026-04-02T01:00:00Z,,restored,,false,9.9,0,,,',
          // The export's own minutes win over its times.
          'A5,s1,2026-04-02T00:00:00Z,2026-04-02T09:00:00Z,,restored,,true,1,1,,59.9,',
        ].join('\n'),
      ),
    ).toEqual([
      ['A1', 'L3', 'critical', null],
      ['A2', 'L2', 'other', null],
      ['A3', 'L2', 'heavy', null],
      ['A4', 'L1', 'other', null],
      ['A5', 'L2', 'heavy', null],
    ]);
  });

  it('is none where a rule before it cannot be told, and names what is missing', async () => {
    expect(
      await grades(
        [
          // Not known whether customers were harmed: L3 needs it (60 minutes are known).
          'B1,s1,2026-04-02T00:00:00Z,2026-04-02T02:00:00Z,,restored,,,50,0,,,',
          // Customers unknown, but 10 minutes: L3 is false; L2 is true by its size.
          'B2,s1,2026-04-02T00:00:00Z,2026-04-02T00:10:00Z,,restored,,,50,0,,,',
          // The same with one user: L2 can't be told for want of customers; size and users are known.
          'B3,s1,2026-04-02T00:00:00Z,2026-04-02T00:10:00Z,,restored,,,1,0,,,',
          // No users of the record, none of the system (s2): through the scores both are missing.
          'B4,s2,2026-04-02T00:00:00Z,2026-04-02T00:10:00Z,,restored,,false,,0,,,',
          // L2 by customers, its class not known for want of an amount: grade without class.
          'B5,s1,2026-04-02T00:00:00Z,2026-04-02T00:10:00Z,,restored,,true,1,,,,',
          // Over, at a time that nobody said: minutes unknown.
          'B6,s1,2026-04-02T00:00:00Z,,,restored,,true,1,0,,,',
          // Restored before it occurred.
          'B7,s1,2026-04-02T00:00:00Z,2026-04-01T00:00:00Z,,restored,,true,1,0,,,',
        ].join('\n'),
      ),
    ).toEqual([
      ['B1', null, null, 'customers_affected'],
      ['B2', 'L2', 'other', null],
      ['B3', null, null, 'customers_affected'],
      ['B4', null, null, 'affected_users;users'],
      ['B5', 'L2', null, 'affected_amount'],
      ['B6', null, null, 'impact_minutes'],
      ['B7', null, null, 'impact_minutes'],
    ]);
  });

  it('does not call missing what a default stands for', async () => {
    // Neither a time of restoration nor an allowed stop is known, but 60 stands for the latter.
    const scheme = schemeWith([
      [
        'customers_affected AND impact_minutes >= 60',
        '"restore_minutes >= coalesce(allowed_stop_minutes, 60)"',
      ],
    ]);
    expect(await grades('C0,s1,2026-04-02T00:00:00Z,,,restored,,true,1,0,,,', { scheme })).toEqual([
      ['C0', null, null, 'restore_minutes'],
    ]);
  });

  it('is that of the export, without a class, where the company has no scheme', async () => {
    expect(
      await grades(
        'C1,s3,2026-04-02T00:00:00Z,,,open,,true,1,0,,,heavy\nC2,s3,2026-04-02T00:00:00Z,,,open,,,,,,,',
      ),
    ).toEqual([
      ['C1', 'heavy', null, null],
      ['C2', null, null, null],
    ]);
  });

  it('says no rule where none holds', async () => {
    const scheme = schemeWith([
      ['when: "true", class: other }\n    impact', 'when: "false", class: other }\n    impact'],
    ]);
    expect(
      await grades('D1,s1,2026-04-02T00:00:00Z,2026-04-02T01:00:00Z,,,,false,1,0,,,', { scheme }),
    ).toEqual([['D1', null, null, 'no_rule']]);
  });

  it('is none where a rule divides by 0: the gravest grade must not come of an infinity, nor of 0 ÷ 0', async () => {
    const scheme = schemeWith([
      ['customers_affected AND impact_minutes >= 60', 'impact_minutes / affected_amount >= 60'],
    ]);
    const incident = (id: string, restored: string, amount: number): string =>
      `${id},s1,2026-04-02T00:00:00Z,2026-04-02T${restored}Z,,restored,,false,1,${amount},,,`;
    expect(
      await grades(
        [incident('G1', '01:00:00', 0), incident('G2', '00:00:00', 0), incident('G3', '01:00:00', 1)].join(
          '\n',
        ),
        { scheme },
      ),
    ).toEqual([
      ['G1', null, null, 'no_rule'],
      ['G2', null, null, 'no_rule'],
      // 60 ÷ 1.
      ['G3', 'L3', 'critical', null],
    ]);
  });
});

describe('what a record is', () => {
  const rows = (incidents: string) =>
    rowsOf(
      { incidents: header + incidents },
      'SELECT incident_id, counts, terminal, harmed FROM mart.incidents ORDER BY 1',
    );
  it('is said by counts and terminal, NULL being yes and unknown', async () => {
    expect(
      await rows(
        [
          // Importance of s1: 2 + 1; 5 users × 3 = 15. s2: importance unknown, so is the product: 1.
          'E1,s1,2026-04-02T00:00:00Z,,,open,mail,true,5,0,端末,,',
          'E2,s1,2026-04-02T00:00:00Z,,,,,true,,0,,,',
          'E3,s1,2026-04-02T00:00:00Z,,,canceled,,true,0,0,机,,',
          'E4,s2,2026-04-02T00:00:00Z,,,open,,true,5,0,,,',
        ].join('\n'),
      ),
    ).toEqual([
      ['E1', false, true, 15],
      ['E2', true, null, 3],
      ['E3', false, false, 3],
      ['E4', true, null, 1],
    ]);
  });

  it('counts where it cannot be told whether it does', async () => {
    const scheme = schemeWith([[/counts: .*/, 'counts: known']]);
    expect(
      await rowsOf(
        { scheme, incidents: `${header}F1,s1,2026-04-02T00:00:00Z,,,,,,,,,,\n` },
        'SELECT counts FROM mart.incidents',
      ),
    ).toEqual([[true]]);
  });
});

describe('importance', () => {
  it('is that of the profile then, or what is missing; none without a scheme', async () => {
    const systems = `system_id,unit_id,name_ja,business_importance,customer_facing,valid_from,valid_to
s1,ua,S1,2,true,2026-04-01,2026-05-31
s1,ua,S1,3,true,2026-06-01,
s2,ua,S2,,false,,
s3,ub,S3,4,true,,
`;
    expect(
      await rowsOf(
        { systems, incidents: `${header}G1,s1,2026-05-31T00:00:00Z,,,open,,true,2,0,,,\n` },
        `SELECT month, system_id, importance, missing FROM mart.system_importance WHERE month >= '2026-05' AND month <= '2026-06' ORDER BY ALL`,
      ),
    ).toEqual([
      ['2026-05', 's1', 3, null],
      ['2026-05', 's2', null, 'business_importance'],
      ['2026-05', 's3', null, null],
      ['2026-06', 's1', 4, null],
      ['2026-06', 's2', null, 'business_importance'],
      ['2026-06', 's3', null, null],
    ]);
  });
});

describe('a later month', () => {
  // H1: 30 April 23:30 to 2 June 00:00. By April's end 30 minutes: L2, amount 1, heavy. By May's: L3, critical.
  // H2: 31 May 23:30, open: 30 minutes at May's end, then L3. H3: restored within its month.
  const incidents = `${header}H1,s1,2026-04-30T23:30:00Z,2026-06-02T00:00:00Z,,restored,,true,1,1,,,
H2,s1,2026-05-31T23:30:00Z,,,open,,true,1,1,,,
H3,s1,2026-05-02T00:00:00Z,2026-05-02T00:10:00Z,,restored,,true,1,1,,,
`;
  it('grades anew what still ran', async () => {
    expect(
      await rowsOf(
        { incidents },
        'SELECT incident_id, from_month, to_month, grade, class FROM mart.gradings ORDER BY ALL',
      ),
    ).toEqual([
      ['H1', '2026-04', '2026-04', 'L2', 'heavy'],
      ['H1', '2026-05', '9999-12', 'L3', 'critical'],
      ['H2', '2026-05', '2026-05', 'L2', 'heavy'],
      ['H2', '2026-06', '9999-12', 'L3', 'critical'],
      ['H3', '2026-05', '9999-12', 'L2', 'heavy'],
    ]);
  });

  it('values the year to date at its own end, and leaves the months as they were', async () => {
    const { series, list } = await figuresOf(schemeProject({ incidents }));
    const of = (metric: string, breakdown: string) => series(metric, `company:a/${breakdown}`);
    expect(of('incidents', 'class:heavy')).toEqual([1, 2, 0, 0]);
    expect(of('incidents', 'class:critical')).toEqual([0, 0, 0, 0]);
    // April 1 heavy; May: H1 is critical, H2 and H3 heavy; June: H2 critical too.
    expect(of('incidents_fytd', 'class:heavy')).toEqual([1, 2, 1, 1]);
    expect(of('incidents_fytd', 'class:critical')).toEqual([0, 1, 2, 2]);
    expect(of('incidents_fytd', 'grade:L3')).toEqual([0, 1, 2, 2]);
    expect(series('incidents_fytd', 'company:a')).toEqual([1, 3, 3, 3]);
    expect(of('open_incidents', 'class:heavy')).toEqual([1, 1, 0, 0]);
    expect(of('open_incidents', 'class:critical')).toEqual([0, 1, 1, 1]);
    // H1's harm of June is a critical one's: 1 June to 2 June, 1440 minutes, and H2's 30 × 1440.
    expect(of('impact_minutes', 'class:critical')).toEqual([0, 44640, 1440 + 43200, 44640]);
    expect(
      list.filter((f) => f.scope_kind === 'system' && f.breakdown === 'grade:L3').length,
    ).toBeGreaterThan(0);
  });
});

describe('scopes of several schemes', () => {
  const incidents = `${header}K1,s1,2026-04-02T00:00:00Z,2026-04-02T01:00:00Z,,restored,,true,1,0,,,critical
K2,s3,2026-04-02T00:00:00Z,2026-04-02T01:00:00Z,,restored,,true,1,0,,,critical
`;
  it('have classes, and no grades', async () => {
    const { list } = await figuresOf(schemeProject({ incidents }));
    const broken = (scope: string) =>
      list
        .filter(
          (f) =>
            f.metric === 'incidents' && f.month === '2026-04' && `${f.scope_kind}:${f.scope_id}` === scope,
        )
        .map((f) => `${f.breakdown} ${f.value}`);
    expect(broken('group:group')).toEqual([' 2', 'class:critical 1']);
    expect(broken('company:a')).toEqual([' 1', 'class:critical 1', 'grade:L3 1']);
    expect(broken('company:b')).toEqual([' 1', 'grade:critical 1']);
  });
});

describe('systems named', () => {
  it('are the known ones of the record and of incident_systems, each once, at least one', async () => {
    const scheme = schemeWith([[/impact_factor: .*/, 'impact_factor: systems_named']]);
    const incidents = `${header}${['N1,s1', 'N2,s1', 'N3,nobody', 'N4,s1'].map((x) => `${x},2026-04-02T00:00:00Z,,,open,,,,,,,\n`).join('')}`;
    const named = 'incident_id,system_id\nN1,s1\nN1,s2\nN1,s3\nN2,s2\nN2,unheard\nN3,unheard\n';
    expect(
      await rowsOf(
        { scheme, incidents, more: '', files: { 'n.csv': named } },
        'SELECT incident_id, harmed FROM mart.incidents ORDER BY 1',
      ),
    ).toEqual([
      ['N1', 3],
      ['N2', 2],
      // Its system is unknown, so its company and scheme are too: 1 is the general factor.
      ['N3', 1],
      ['N4', 1],
    ]);
  });
});

function schemeWith(changes: readonly (readonly [string | RegExp, string])[]): string {
  return changes.reduce((text, [from, to]) => text.replace(from, to), smallScheme);
}
