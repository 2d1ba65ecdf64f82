/** Causes that come back, and caps, worked by hand. */
import { describe, expect, it } from 'vitest';
import { april, judge, riskProject } from './judgements.js';

describe('a recurring cause', () => {
  it('is counted within 12 months, by system, product class and cause', async () => {
    const systems = [
      'system_id,unit_id,name_ja',
      ...['s1', 's2', 's3', 's4', 's5', 's6'].map((id) => `${id},u1,S`),
    ];
    const incidents = [
      'incident_id,system_id,unit_id,occurred_at,restored_at,state,product_class,root_cause',
      ...[
        's1,,2025-04-30T23:59,,closed,platform,SQL 障害',
        's1,,2025-05-01T00:00,,closed,platform,sql障害',
        's1,,2025-12-01T00:00,,closed,platform,ＳＱＬ障害',
        's1,,2026-04-30T23:59,,closed,platform,「ＳＱＬ」障害',
        's1,,2026-04-30T23:59,,closed,platform,別の原因',
        's2,,2026-02-01T00:00,,closed,platform,SQL障害',
        's2,,2026-02-02T00:00,,closed,network,SQL障害',
        's2,,2026-02-03T00:00,,closed,,SQL障害',
        's3,,2026-02-01T00:00,,closed,platform,',
        's4,,2026-02-01T00:00,,closed,platform,調査中',
        's4,,2026-02-02T00:00,,closed,platform,調査中',
        's6,,2026-02-01T00:00,,closed,platform,SQL障害',
        's6,,2026-02-02T00:00,,canceled,platform,SQL障害',
        ',u1,2026-02-01T00:00,,closed,platform,SQL障害',
        ',u1,2026-02-02T00:00,,closed,platform,SQL障害',
        's1,,2025-01-01T00:00,,closed,platform,昔',
      ].map((row, n) => `I${n},${row}`),
    ];
    const covers = '{ from: 2025-01-01, to: 2026-05-09 }';
    const { of } = await judge(riskProject({ systems, incidents, covers }), april);
    const cause = (key: string) => of(`${key} signal recurring_cause`);
    expect(cause('2026-04 s1')).toBe('3 = 2'); // of May, December and April; the first lies a minute too far back
    expect(cause('2026-03 s1')).toBe('3 = 2'); // both of April and May 2025, and December
    expect(cause('2025-11 s1')).toBe('2 = 1');
    expect(cause('2026-04 s2')).toBe('1 = 0'); // of two classes, and of one unknown
    expect(cause('2026-04 s3')).toBe('no_data'); // an incident, and no cause
    expect(cause('2026-01 s3')).toBe('0 = 0'); // before it
    expect(cause('2026-04 s4')).toBe('no_data'); // "under investigation" is none
    expect(cause('2026-04 s5')).toBe('0 = 0');
    expect(cause('2026-04 s6')).toBe('1 = 0'); // what was canceled doesn't count
    expect(cause('2026-02 unmapped@unit:u1')).toBe('not_applicable');
  });
});

describe('caps', () => {
  it("are the system's own, the worst of them", async () => {
    const systems = [
      'system_id,unit_id,name_ja',
      ...['s1', 's2', 'u1', 's4', 's5'].map((id) => `${id},u1,S`),
    ];
    const incidents = [
      'incident_id,system_id,occurred_at,restored_at,severity',
      'I1,s1,2025-05-10T00:00,2025-05-10T01:00,O',
      'I2,s1,2025-06-10T00:00,2025-06-10T01:00,O',
      'I4,s4,2025-07-10T00:00,2025-07-10T01:00,O',
    ];
    const targets = [
      'scope,fiscal_year,metric,severity,cap,improvement_rate',
      'system:s1,2025,incidents,,1,',
      'system:s2,2025,incidents,,5,',
      'unit:u1,2025,incidents,,1,',
      'system:s4,2025,incidents,,0,',
      'system:s4,2025,incidents,H,3,',
      'system:s5,2025,incidents,,,0.1', // of a prior year that no export has
    ];
    const covers = '{ from: 2025-04-01, to: 2026-05-09 }';
    const { of } = await judge(riskProject({ systems, incidents, covers, more: { targets } }), april);
    const cap = (key: string) => of(`${key} caps cap_chance`);
    expect(cap('2025-05 s1')).toBe('no_data'); // too early: two months, and no prior year
    expect(cap('2025-06 s1')).toBe('1 = 4'); // two of one
    expect(cap('2026-03 s1')).toBe('1 = 4');
    expect(cap('2026-04 s1')).toBe('not_applicable'); // none for the year
    expect(cap('2026-03 s2')).toBe('0 = 0'); // kept
    expect(cap('2026-03 u1')).toBe('not_applicable'); // its unit's isn't its own, even of one name
    expect(cap('2025-07 s4')).toBe('1 = 4'); // of all incidents; that of H is not passed
    expect(cap('2026-03 s5')).toBe('no_data');
  });
  it('are not judged over an incomplete month', async () => {
    const targets = ['scope,fiscal_year,metric,severity,cap', 'system:s1,2025,incidents,,0'];
    const covers = '{ from: 2025-04-15, to: 2026-05-09 }';
    const incidents = ['incident_id,system_id,occurred_at', 'I1,s1,2025-05-10'];
    const { of } = await judge(riskProject({ incidents, covers, more: { targets } }), april);
    expect(of('2026-03 s1 caps cap_chance')).toBe('no_data');
  });
});
