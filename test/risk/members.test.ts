/** Which systems are there in which month, what they weigh, and of which scopes they are part. */
import { describe, expect, it } from 'vitest';
import { riskMembers } from '../../src/risk/members.js';
import { riskSystems } from '../../src/risk/systems.js';
import { april, riskProject } from './judgements.js';
import { riskRows } from './marts.js';

/**
 * s1: importance 4 of company a until February, then of b, which has no scheme. s2: importance 1. s3: from 10 February, importance not
 * known. s4 to s8: gone on 31 January, with something that stays.
 */
const systems = [
  'system_id,unit_id,name_ja,availability_need,valid_from,valid_to',
  's1,u1,S,4,,2026-02-28',
  's1,u2,S,4,2026-03-01,',
  's2,u1,S,1,,',
  's3,u1,S,,2026-02-10,',
  ...['s4', 's5', 's6', 's7', 's8'].map((id) => `${id},u1,S,2,,2026-01-31`),
];
const incidents = [
  'incident_id,system_id,unit_id,occurred_at,restored_at,state,regulator_required,regulator_first_at,regulator_final_at',
  'I3,s3,,2026-01-20T00:00,2026-01-20T01:00,restored,,,', // before its profile
  'I4,s4,,2026-01-20T00:00,2026-03-01T00:00,restored,,,', // runs through February, and is over before March's end
  'I5,s5,,2026-01-20T00:00,2026-01-20T01:00,restored,,,', // an action, due 10 March
  'I6,s6,,2026-01-20T00:00,2026-01-20T01:00,restored,true,,2026-03-05T00:00', // no report until 5 March
  'I7,s7,,2026-03-15T00:00,2026-03-15T01:00,canceled,,,', // counts for nothing
  'I8,s8,,2026-03-15T00:00,2026-03-15T01:00,restored,,,',
  'I9,x,u2,2026-02-15T00:00,2026-02-15T01:00,restored,,,', // a system that nobody knows
];
const files = riskProject({
  systems,
  incidents,
  more: {
    actions: ['action_id,incident_id,kind,due_on,done_on', 'A,I5,prevention,2026-03-10,'],
    system_suppliers: [
      'system_id,supplier,contract_until',
      's1,Ends,2026-02-28',
      's2,Ends,2026-03-01',
      's2,Stays,',
      's8,Stays,',
    ],
  },
});

describe('systems of a month', () => {
  it('are those with a profile valid then, and all under which something stands', async () => {
    const rows = await riskRows(
      files,
      april,
      {},
      [riskSystems],
      `SELECT month, string_agg(system_id, ' ' ORDER BY system_id) FROM mart.risk_systems GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      ['2026-01', 's1 s2 s3 s4 s5 s6 s7 s8'],
      // I4's harm goes on; I6 is overdue for the regulator; the incident of nobody's system stands for itself.
      ['2026-02', 's1 s2 s3 s4 s6 unmapped@unit:u2'],
      // The action is overdue; I6 has been reported; I7 doesn't count.
      ['2026-03', 's1 s2 s3 s5 s8'],
      ['2026-04', 's1 s2 s3 s5'],
    ]);
  });

  it('weigh by their importance then; one that is not known counts as configured', async () => {
    const query = `SELECT system_id, unit_id, company_id, known, importance, counted, factor FROM mart.risk_systems WHERE month IN ('2026-02', '2026-03') AND system_id IN ('s1', 's2', 's3', 'unmapped@unit:u2') ORDER BY month, system_id`;
    expect(await riskRows(files, april, {}, [riskSystems], query)).toEqual([
      ['s1', 'u1', 'a', true, 4, 4, 2],
      ['s2', 'u1', 'a', true, 1, 1, 1],
      ['s3', 'u1', 'a', true, null, 4, 2],
      ['unmapped@unit:u2', 'u2', 'b', false, null, 4, 2],
      ['s1', 'u2', 'b', true, null, 4, 2], // company b has no scheme
      ['s2', 'u1', 'a', true, 1, 1, 1],
      ['s3', 'u1', 'a', true, null, 4, 2],
    ]);
    const yaml = 'risk: { unknown_importance: 2, importance_factors: [1, 1.1, 1.5, 3] }\n';
    const configured = { ...files, 'kado.yaml': `${yaml}${files['kado.yaml']}` };
    const rows = await riskRows(configured, april, {}, [riskSystems], query);
    expect(rows.map((row) => row.slice(4))).toEqual([
      [4, 4, 3],
      [1, 1, 1],
      ...Array.from({ length: 3 }, () => [null, 2, 1.1]),
      [1, 1, 1],
      [null, 2, 1.1],
    ]);
  });
});

describe('scopes', () => {
  it('are those of the figures, and suppliers by their contracts', async () => {
    const rows = await riskRows(
      files,
      april,
      {},
      [riskMembers],
      'SELECT scope_kind, month, scope_id, system_id FROM mart.risk_members ORDER BY ALL',
    );
    const suppliers = rows.filter(([kind]) => kind === 'supplier').map((row) => row.slice(1));
    expect(suppliers.filter(([, id]) => id === 'Ends')).toEqual([
      ['2026-01', 'Ends', 's1'],
      ['2026-01', 'Ends', 's2'],
      ['2026-02', 'Ends', 's1'], // until its last day
      ['2026-02', 'Ends', 's2'],
      ['2026-03', 'Ends', 's2'], // until its first one
    ]);
    expect(suppliers.filter(([month, id]) => month === '2026-04' && id === 'Stays')).toEqual([
      ['2026-04', 'Stays', 's2'],
      ['2026-04', 'Stays', 's8'],
    ]);
    const moved = rows.filter(
      ([kind, month, , system]) =>
        system === 's1' && /company|unit/.test(String(kind)) && /-0[23]/.test(String(month)),
    );
    expect(moved.map((row) => row.slice(1, 3).join(' '))).toEqual([
      '2026-02 a',
      '2026-03 b',
      '2026-02 u1',
      '2026-03 u2',
    ]);
  });
});
