/** What is reported of systems: changes, service levels, observations, upkeep, register, suppliers, capacity. Worked by hand. */
import { describe, expect, it } from 'vitest';
import { april, judge, type Parts, riskProject } from './judgements.js';

const ids = ['s1', 's2', 's3', 's4', 's5', 's6'];
/** April's texts of all systems, in their order, for the named inputs of a driver. */
const ofApril = async (parts: Parts, ...inputs: string[]): Promise<string[][]> => {
  const systems = ['system_id,unit_id,name_ja', ...ids.map((id) => `${id},u1,S`)];
  const { each } = await judge(riskProject({ systems, ...parts }), april);
  return inputs.map((input) => each(`2026-04 * ${input}`));
};
const numbered = (name: string, ...rows: string[]): string[] => rows.map((row, n) => `${name}${n},${row}`);

describe('changes and reviews', () => {
  it('are those of the month and of the year before its end', async () => {
    const more = {
      changes: [
        'change_id,system_id,at,result,caused_incident_id',
        ...numbered(
          'C',
          's1,2026-03-31T23:59,failed,',
          's1,2026-04-01T00:00,failed,',
          's1,2026-04-30T23:59,caused_incident,',
          's1,2026-05-01T00:00,failed,',
          's2,2026-04-10T00:00,succeeded,I1', // it names the incident that it caused
          's3,2026-04-10T00:00,,',
          's5,2026-04-10T00:00,rolled_back,I2', // which came only in May
          's5,2026-04-11T00:00,,',
          's6,2026-04-11T00:00,,I1',
        ),
      ],
      reviews: [
        'review_id,system_id,held_on,result',
        ...numbered(
          'V',
          's1,2025-05-01,stopped',
          's2,2025-04-30,stopped', // a day too far back
          's3,2026-04-30,conditional',
          's3,2026-04-30,stopped',
          's3,2026-04-30,passed',
          's4,2026-05-01,stopped',
          's5,2026-01-10,stopped',
          's5,2026-04-10,passed',
          's6,2026-01-10,stopped',
          's6,2026-04-10,',
        ),
      ],
    };
    const incidents = [
      'incident_id,system_id,occurred_at,restored_at',
      'I1,s2,2026-04-10T01:00,2026-04-10T02:00',
      'I2,s5,2026-05-02T00:00,2026-05-02T01:00',
    ];
    const inputs = ['changes failed_changes', 'changes changes_causing_incidents', 'changes last_review'];
    expect(await ofApril({ more, incidents }, ...inputs)).toEqual([
      ['2 = 2', '0 = 0', 'no_data', '0 = 0', '1 = 1', 'no_data'],
      ['1 = 2', '1 = 2', 'no_data', '0 = 0', '0 = 0', '1 = 2'],
      ['stopped = 2', 'not_applicable', 'stopped = 2', 'not_applicable', 'passed = 0', 'no_data'],
    ]);
  });
});

describe('service levels and observations', () => {
  it('are those of the month; one that is not told is no data', async () => {
    const more = {
      service_levels: [
        'system_id,month,indicator,target,actual,direction',
        's1,2026-04,a,99,98,higher',
        's1,2026-04,b,10,11,lower',
        's1,2026-04,c,10,10,lower',
        's1,2026-04,d,,10,lower',
        's2,2026-03,a,99,98,higher',
        's4,2026-04,a,,98,higher',
        's5,2026-04,a,99,99,higher',
      ],
      observations: [
        'system_id,month,aspect,status,reported_at',
        's1,2026-04,trouble,3,2026-04-30T10:00',
        's1,2026-04,change,3,',
        's1,2026-04,security,3,',
        's1,2026-04,supplier,0,',
        's2,2026-04,trouble,2,',
        's3,2026-03,trouble,3,',
        's4,2026-04,trouble,1,2026-05-05T10:00', // of April, told after it, and by as-of
        's5,2026-04,trouble,3,2026-05-20T10:00', // not yet told
        's6,2026-04,trouble,0,',
      ],
    };
    const inputs = ['service_levels sla_breaches', 'observations worst_status', 'observations bad_aspects'];
    expect(await ofApril({ more }, ...inputs)).toEqual([
      ['2 = 2', 'no_data', 'no_data', 'no_data', '0 = 0', 'no_data'],
      ['3 = 3', '2 = 2', 'no_data', '1 = 1', 'no_data', '0 = 0'],
      ['3 = 4', '0 = 0', 'no_data', '0 = 0', 'no_data', '0 = 0'],
    ]);
  });
});

describe('upkeep', () => {
  const systems = [
    'system_id,unit_id,name_ja,profile_reviewed_on,last_switchover_on',
    's1,u1,S,2025-04-30,2026-04-30',
    's2,u1,S,2025-04-29,2025-04-29',
    's3,u1,S,,',
    's4,u1,S,2026-05-05,2026-05-01',
  ];
  const drills = [
    'drill_id,scope,held_on',
    'D1,system:s1,2025-07-04', // 27 + 31 + 30 + 31 + 30 + 31 + 31 + 28 + 31 + 30 days ago
    'D2,system:s2,2025-04-29',
    'D3,system:s3,2026-05-01',
  ];
  it('is as old as it was at the month’s end; what came later had not been', async () => {
    const inputs = ['profile profile_age_days', 'drills drill_days', 'drills switchover_days'];
    expect(await ofApril({ systems, more: { drills } }, ...inputs)).toEqual([
      ['365 = 1', '366 = 2', 'no_data', 'no_data'],
      ['300 = 1', '366 = 2', 'no_data', 'no_data'],
      ['0 = 0', '366 = 2', 'not_applicable', 'no_data'],
    ]);
  });
  it('is not applicable to nobody: a system without a valid profile has no data', async () => {
    const gone = ['system_id,unit_id,name_ja,profile_reviewed_on,valid_to', 's1,u1,S,2026-01-05,2026-01-31'];
    const incidents = ['incident_id,system_id,occurred_at,state', 'I,s1,2026-01-10T00:00,open'];
    const { of } = await judge(riskProject({ systems: gone, incidents }), april);
    expect(of('2026-01 s1 profile profile_age_days')).toBe('26 = 0');
    expect(of('2026-04 s1 profile profile_age_days')).toBe('no_data');
  });
});

describe('the register', () => {
  it('has the greatest open risk, the longest overdue treatment, and exceptions whose end has passed', async () => {
    const more = {
      risks: [
        'risk_id,system_id,identified_on,likelihood,impact,due_on,status',
        ...numbered(
          'R',
          's1,2026-01-01,4,5,2026-04-01,open', // 29 days
          's1,2026-01-01,,5,2026-03-31,open', // 30 days, and no likelihood
          's1,2026-01-01,1,1,,open',
          's2,2026-01-01,3,,2026-04-30,open', // its day is the last one
          's3,2026-01-01,5,5,2026-01-01,closed',
          's4,2026-05-01,5,5,,open',
          's5,2026-04-30,2,2,,',
        ),
      ],
      exceptions: [
        'exception_id,system_id,standard,approved_on,ends_on',
        ...numbered(
          'E',
          's1,a,2026-01-01,2026-04-29',
          's1,b,2026-01-01,2026-04-30', // its last day
          's2,a,2026-05-02,2026-04-01', // not approved yet
          's3,a,,',
          ...['x', 'y', 'z'].map((name) => `s4,${name},,2026-01-31`),
        ),
      ],
    };
    const inputs = ['register risk_score', 'register treatment_days', 'register lapsed_exceptions'];
    expect(await ofApril({ more }, ...inputs)).toEqual([
      ['20 = 4', 'no_data', '0 = 0', '0 = 0', '4 = 1', '0 = 0'],
      ['30 = 2', '0 = 0', '0 = 0', '0 = 0', '0 = 0', '0 = 0'],
      ['1 = 2', '0 = 0', '0 = 0', '3 = 3', '0 = 0', '0 = 0'],
    ]);
  });
});

describe('suppliers', () => {
  const all = 'service_level;trouble;change;availability;performance;security;supplier;facility';
  const systems = [
    'system_id,unit_id,name_ja,external_policy',
    ...['s1', 's4', 's5', 's6'].map((id) => `${id},u1,S,demand`),
    's2,u1,S,',
    's3,u1,S,none',
  ];
  const more = {
    system_suppliers: [
      'system_id,supplier,contract_until,delivers',
      `s1,Kept,,${all}`,
      's1,Nothing,2026-05-14,',
      's1,Missing,2026-07-29,trouble',
      `s2,Kept,,${all}`,
      `s4,Kept,2026-04-30,${all}`,
      `s5,Missing,2026-04-29,trouble`,
      `s6,Kept,2026-03-31,${all}`,
    ],
  };
  it('are judged by the gravest finding and the contract that ends first', async () => {
    expect(await ofApril({ systems, more }, 'suppliers attitude', 'suppliers contract_days')).toEqual([
      ['nothing = 3', 'no_data', 'not_applicable', 'kept = 0', 'missing = 2', 'not_applicable'],
      ['14 = 3', 'not_applicable', 'not_applicable', '0 = 4', '-1 = 4', 'not_applicable'],
    ]);
  });
  it('are as grave as configured', async () => {
    const yaml = 'risk: { drivers: { suppliers: { attitude: { missing: 4 } } } }\n';
    expect((await ofApril({ systems, more, yaml }, 'suppliers attitude'))[0]![0]).toBe('missing = 4');
  });
});

describe('capacity', () => {
  it('is near a limit, past a warning or strange', async () => {
    const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
    // A sample a day at noon; day 119 is 30 April.
    const samples = (system: string, from: number, value: (n: number) => number): string[] =>
      Array.from({ length: 120 - from }, (_, i) => `${system},cpu,${day(from + i)}T12:00,${value(from + i)}`);
    const more = {
      capacity: [
        'system_id,metric,at,value',
        ...samples('s1', 0, (n) => n),
        ...samples('s2', 0, () => 50),
        ...samples('s3', 0, () => 50),
        ...samples('s5', 110, () => 50),
      ],
      capacity_limits: ['system_id,metric,warn,limit', 's1,cpu,117,160', 's2,cpu,80,90', 's5,cpu,,90'],
    };
    const inputs = ['capacity days_to_limit', 'capacity over_warn_days', 'capacity capacity_signs'];
    const [limit, warn, signs] = await ofApril({ more }, ...inputs);
    // From 119 to 160 at one a day; no approach; no limit; no samples; too few days for a slope; no samples.
    expect(limit).toEqual(['41 = 2', '- = 0', 'not_applicable', 'no_data', 'no_data', 'no_data']);
    // 118 and 119.
    expect(warn).toEqual(['2 = 1', '0 = 0', 'not_applicable', 'no_data', 'not_applicable', 'no_data']);
    expect(signs!.slice(1)).toEqual(['0 = 0', '0 = 0', 'no_data', '0 = 0', 'no_data']);
  });
});
