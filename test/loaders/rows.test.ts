import { describe, expect, it } from 'vitest';
import {
  type Files,
  incidentProject,
  stagedIncidents,
  stops,
  told,
  toldReject,
  withStaged,
} from './project.js';

const csv = (...rows: string[]): string =>
  `incident_id,occurred_at,system_id,title,affected_users\n${rows.join('\n')}\n`;
const account = (files: Files) =>
  withStaged(files, async ({ loaded: { receipts, warnings }, rejects }) => {
    const { rows, staged, rejected, filtered, superseded, duplicate } = receipts.at(-1)!;
    return {
      account: [rows, staged, rejected, filtered, superseded, duplicate],
      rejects: rejects.map(toldReject),
      warnings: warnings.map(told),
    };
  });

describe('where', () => {
  it.each([
    ['true keeps', "title = 'a'", 1],
    ['false filters', "title <> 'a'", 0],
    ['NULL filters', 'title = NULL', 0],
    ['a missing value is NULL to it', 'affected_users IS NULL', 1],
    ['the sample of the contract', "title <> 'Canceled'", 1],
    ['a comment does not swallow what follows', "title = 'a' -- only these", 1],
  ])('%s', async (_, where, n) => {
    const rows = await stagedIncidents(
      incidentProject([`where: "${where}"`], csv('I1,2026-01-01,s1,a,')),
      'title',
    );
    expect(rows).toHaveLength(n);
  });
  it('that fails on a row rejects it: nothing is dropped unseen', async () => {
    const files = incidentProject(
      ['where: "CAST(affected_users AS INTEGER) > 1"'],
      csv('I1,2026-01-01,s1,a,2', 'I2,2026-01-01,s1,b,x', 'I3,2026-01-01,s1,c,1'),
    );
    expect(await account(files)).toEqual({
      account: [3, 1, 1, 1, 0, 0],
      rejects: ['3 expression_failed where'],
      warnings: [],
    });
  });
});

describe('rejects: the first thing wrong, at the export own column', () => {
  it.each<[string, string, string]>([
    ['an empty id', ',2026-01-01,s1,a,', '2 value_missing incident_id'],
    ['no time', 'I1,,s1,a,', '2 value_missing occurred_at'],
    ['a day that does not exist', 'I1,2026-02-31,s1,a,', '2 value_not_time occurred_at'],
    ['a number that is none', 'I1,2026-01-01,s1,a,many', '2 value_not_number affected_users'],
    ['a number out of range', 'I1,2026-01-01,s1,a,-1', '2 value_not_number affected_users'],
    ['too long an id', `${'x'.repeat(301)},2026-01-01,s1,a,`, '2 value_too_long incident_id'],
    ['too long a text', `I1,2026-01-01,s1,${'x'.repeat(100_001)},`, '2 value_too_long title'],
    ['a field too many', 'I1,2026-01-01,s1,a,1,2', '2 row_too_many_fields '],
    ['a field too few', 'I1,2026-01-01,s1', '2 row_too_few_fields '],
    ['two things: the first', 'I1,x,s1,a,y', '2 value_not_time occurred_at'],
  ])('%s', async (_, row, reject) => {
    const { account: counts, rejects } = await account(incidentProject([], csv(row)));
    expect(rejects).toEqual([reject]);
    expect(counts).toEqual([1, 0, 1, 0, 0, 0]);
  });
  it.each([
    ['300 characters', 'x'.repeat(300)],
    ['text of both languages', '障害-1'],
  ])('an id of %s stands', async (_, id) => {
    const { account: counts } = await account(incidentProject([], csv(`${id},2026-01-01,s1,a,`)));
    expect(counts).toEqual([1, 1, 0, 0, 0, 0]);
  });
  it('stop the build beyond max_reject_rate, not at it', async () => {
    const files = (rate: string) =>
      incidentProject([`max_reject_rate: ${rate}`], csv('I1,2026-01-01,s1,a,', 'I2,x,s1,a,'));
    const over = (rate: string) =>
      withStaged(files(rate), async ({ loaded }) => loaded.overLimit.map((p) => [told(p), p.params.rate]));
    expect(await over('0.5')).toEqual([]);
    expect(await over('0.49')).toEqual([['reject_rate_exceeded i.csv', '50.0 %']]);
  });
});

describe('duplicates', () => {
  it('identical rows count once; differing ones keep the later line and name the columns', async () => {
    const rows = [
      'I1,2026-01-01,s1,a,',
      'I2,2026-01-01,s1,b,1',
      'I1,2026-01-01T00:00:00,s1,a,',
      'I2,2026-01-02,s1,b,2',
    ];
    const files = incidentProject([], csv(...rows));
    await withStaged(files, async ({ db, loaded }) => {
      const kept = await db.rows(
        'SELECT incident_id AS id, _line AS line FROM staging.incidents ORDER BY id',
      );
      expect(kept).toEqual([
        { id: 'I1', line: 4 },
        { id: 'I2', line: 5 },
      ]);
      expect(loaded.warnings.map((w) => [told(w), w.params])).toEqual([
        ['duplicate_identical i.csv:2', { key: 'I1', kept: 'i.csv:4' }],
        [
          'duplicate_conflict i.csv:3',
          { key: 'I2', kept: 'i.csv:5', columns: 'occurred_at, affected_users' },
        ],
      ]);
      expect(loaded.receipts.at(-1)).toMatchObject({ rows: 4, staged: 2, duplicate: 2 });
    });
  });
  it('a rejected row does not displace a good one', async () => {
    const { account: counts } = await account(incidentProject([], csv('I1,2026-01-01,s1,a,', 'I1,x,s1,a,')));
    expect(counts).toEqual([2, 1, 1, 0, 0, 0]);
  });
  it('over two entries the later file stays, and each file keeps its own account', async () => {
    const files = {
      'kado.yaml': 'sources:\n  systems: s.csv\n  incidents: [i.csv, j.csv]\n',
      's.csv': 'system_id,unit_id,name_ja\ns1,u1,s\n',
      'i.csv': csv('I1,2026-01-01,s1,old,', 'I2,2026-01-01,s1,old,'),
      'j.csv': csv('I1,2026-01-01,s1,new,'),
    };
    await withStaged(files, async ({ db, loaded }) => {
      expect(await db.rows('SELECT incident_id AS id, title FROM staging.incidents ORDER BY id')).toEqual([
        { id: 'I1', title: 'new' },
        { id: 'I2', title: 'old' },
      ]);
      expect(loaded.receipts.slice(1).map((r) => [r.staged, r.duplicate])).toEqual([
        [1, 1],
        [1, 0],
      ]);
    });
  });
  it('a system may stand once per period of validity', async () => {
    const files = {
      ...incidentProject([], csv('I1,2026-01-01,s1,a,')),
      's.csv': 'system_id,unit_id,name_ja,valid_from\ns1,u1,a,\ns1,u2,b,2026-01-01\ns1,u3,c,\n',
    };
    await withStaged(files, async ({ db, loaded }) => {
      expect(await db.rows('SELECT unit_id AS u FROM staging.systems ORDER BY _line')).toEqual([
        { u: 'u2' },
        { u: 'u3' },
      ]);
      expect(loaded.receipts[0]).toMatchObject({ rows: 3, staged: 2, duplicate: 1 });
    });
  });
});

describe('references', () => {
  const organisation = (units: string, row: string): Files => ({
    'kado.yaml': `companies: [{ id: a, name: A }]\nsources:\n  systems: s.csv\n  incidents: i.csv\n${units}`,
    's.csv': 'system_id,unit_id,name_ja\ns1,u1,s\n',
    'u.csv': 'unit_id,company_id,name_ja\nu1,a,u\nu2,z,u\n',
    'i.csv': `incident_id,occurred_at,system_id,unit_id,company_id\n${row}\n`,
  });
  it.each<[string, string, string, string[]]>([
    ['known ones', '  units: u.csv\n', 'I1,2026-01-01,s1,u1,a', ['reference_units_company_id u.csv:3']],
    ['a kind that is not given can not be missed', '', 'I1,2026-01-01,,u9,a', []],
    ['an unknown system', '', 'I1,2026-01-01,s9,,', ['reference_incidents_system_id i.csv:2:system_id']],
    ['an unknown company', '', 'I1,2026-01-01,s1,,b', ['reference_incidents_company_id i.csv:2:company_id']],
    ['a missing one is not unknown', '', 'I1,2026-01-01,,,', []],
    ['ids are exact', '', 'I1,2026-01-01,S1,,', ['reference_incidents_system_id i.csv:2:system_id']],
  ])('%s', async (_, units, row, expected) => {
    await withStaged(organisation(units, row), async ({ db, loaded }) => {
      const found = loaded.warnings.map(told).map((t) => t.replace(/(u.csv:\d+):.*/, '$1'));
      expect(found).toEqual(expected);
      expect(await db.rows('SELECT incident_id FROM staging.incidents')).toHaveLength(1);
    });
  });
});

describe('an export without rows', () => {
  it('stops the load unless it is declared a legitimate nothing', async () => {
    expect(await stops(incidentProject([], csv().trimEnd()))).toEqual(['file_without_rows i.csv:1']);
    const rows = await stagedIncidents(incidentProject(['allow_empty: true'], csv().trimEnd()), 'title');
    expect(rows).toEqual([]);
  });
});
