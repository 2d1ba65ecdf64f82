/** Availability, worked by hand: which harm counts, what overlaps, what stands above a system. */
import { describe, expect, it } from 'vitest';
import { availability, importanceWeights } from '../../src/marts/availability.js';
import { buildMart, type MartContext } from '../../src/marts/mart.js';
import { figuresOf } from '../cases/figures.js';
import { scratchDatabase } from '../duckdb/scratch.js';
import { type Service, serviceProject } from './project.js';

const day = 1440;
const june = 30 * day;
/** Availability in June 2026 of s1, with 24x7 unless told otherwise. */
async function ofJune(incidents: readonly string[], more: Partial<Service> = {}) {
  const project: Service = { asOf: '2026-07-01T00:00:00', systems: ['s1,u1,24x7,,'], incidents, ...more };
  return figuresOf(serviceProject(project), { month: '2026-06' });
}
async function stopped(incidents: readonly string[], more: Partial<Service> = {}): Promise<number> {
  const { value } = (await ofJune(incidents, more)).of('2026-06/availability/system:s1');
  return (1 - value!) * june;
}

describe('harm of one system', () => {
  it.each<[string, string[], number]>([
    ['of none', ['I1,s1,2026-06-10T10:00,2026-06-10T10:00,closed,1'], 0],
    ['of one', ['I1,s1,2026-06-10T10:00,2026-06-10T11:00,closed,1'], 60],
    [
      'overlapping: 10:00–11:00 and 10:30–11:30',
      [
        'I1,s1,2026-06-10T10:00,2026-06-10T11:00,closed,1',
        'I2,s1,2026-06-10T10:30,2026-06-10T11:30,closed,3',
      ],
      90,
    ],
    [
      'one within another, and one after both',
      [
        'I1,s1,2026-06-10T10:00,2026-06-10T12:00,closed,1',
        'I2,s1,2026-06-10T10:30,2026-06-10T10:40,closed,2',
        'I3,s1,2026-06-10T11:50,2026-06-10T12:05,closed,1',
      ],
      125,
    ],
    [
      'touching: 10:00–11:00 and 11:00–11:30',
      [
        'I1,s1,2026-06-10T10:00,2026-06-10T11:00,closed,1',
        'I2,s1,2026-06-10T11:00,2026-06-10T11:30,closed,1',
      ],
      90,
    ],
    [
      'the same twice',
      [
        'I1,s1,2026-06-10T10:00,2026-06-10T11:00,closed,1',
        'I2,s1,2026-06-10T10:00,2026-06-10T11:00,closed,1',
      ],
      60,
    ],
    ['over the beginning of the month', ['I1,s1,2026-05-31T23:00,2026-06-01T00:30,closed,1'], 30],
    ['over its end', ['I1,s1,2026-06-30T23:00,2026-07-01T09:00,closed,1'], 60],
    ['running on', ['I1,s1,2026-06-29T00:00,,open,1'], 2 * day],
    [
      'not of availability, canceled, or without an end that is known',
      [
        'I1,s1,2026-06-10T10:00,2026-06-10T11:00,closed,0',
        'I2,s1,2026-06-10T10:30,2026-06-10T11:00,canceled,1',
        'I3,s1,2026-06-11T10:00,,closed,1',
        'I4,s1,2026-06-12T10:00,2026-06-12T10:05,closed,',
        'I5,s1,2026-06-13T10:00,2026-06-13T09:00,closed,1',
      ],
      0,
    ],
  ])('%s', async (_, incidents, minutes) => {
    expect(await stopped(incidents)).toBeCloseTo(minutes, 6);
  });

  it('counts within service hours only', async () => {
    // Friday 5 June 19:00 to Monday 8 June 09:00: an hour on Friday, one on Monday. 22 weekdays in June 2026.
    const incidents = [
      'I1,s1,2026-06-05T19:00,2026-06-08T09:00,closed,1',
      'I2,s1,2026-06-09T21:00,2026-06-09T23:00,closed,1',
    ];
    const systems = ['s1,u1,weekdays 08:00-20:00,,'];
    const f = await ofJune(incidents, { systems, holidays: ['2026-01-01,'] });
    expect(f.of('2026-06/availability/system:s1')).toMatchObject({
      value: Number((1 - 120 / (22 * 720)).toFixed(15)),
      coverage: 1,
      source_rows: 2,
    });
    // A Monday that is a holiday isn't harmed; of a year without any holiday the coverage is 0.
    const holiday = await ofJune(incidents, { systems, holidays: ['2026-06-08,'] });
    expect(holiday.of('2026-06/availability/system:s1').value).toBeCloseTo(1 - 60 / (21 * 720), 12);
    const none = await ofJune(incidents, { systems });
    expect(none.of('2026-06/availability/system:s1').value).toBeCloseTo(1 - 120 / (22 * 720), 12);
    expect(none.of('2026-06/availability/system:s1').coverage).toBe(0);
  });
  it('is valued at as-of in a month that has not ended', async () => {
    // Half of the 10th is over: 9.5 days, of them 30 minutes running.
    const f = await ofJune(
      ['I1,s1,2026-05-01T00:00,2026-05-01T00:00,closed,1', 'I2,s1,2026-06-10T11:30,2026-06-10T13:00,open,1'],
      {
        asOf: '2026-06-10T12:00:00',
      },
    );
    const figure = f.of('2026-06/availability/system:s1');
    expect(figure.value).toBeCloseTo(1 - 30 / (9.5 * day), 12);
    expect(figure.complete).toBe(false);
  });
  it('of exports without availability_impact counts every incident; with it, an empty one lowers the coverage', async () => {
    const header = 'incident_id,system_id,occurred_at,restored_at,state';
    expect(await stopped(['I1,s1,2026-06-10T10:00,2026-06-10T11:00,closed'], { header })).toBeCloseTo(60, 6);
    const f = await ofJune([
      'I1,s1,2026-06-10T10:00,2026-06-10T11:00,closed,1',
      'I2,s1,2026-06-10T12:00,2026-06-10T13:00,closed,',
      'I3,s1,2026-06-11T12:00,,closed,1',
      'I4,s1,2026-06-11T12:00,2026-06-11T12:30,closed,0',
    ]);
    expect(f.of('2026-06/availability/system:s1').coverage).toBe(0.5);
  });
  it('asks each export for itself whether it has availability_impact', async () => {
    const files = serviceProject({
      asOf: '2026-07-01T00:00:00',
      systems: ['s1,u1,24x7,,', 's2,u2,24x7,,'],
      incidents: ['I1,s1,2026-06-10T10:00,2026-06-10T11:00,closed,1'],
    });
    const f = await figuresOf({
      ...files,
      'kado.yaml': String(files['kado.yaml']).replace('incidents: i.csv', 'incidents: [i.csv, j.csv]'),
      'j.csv':
        'incident_id,system_id,occurred_at,restored_at,state\nJ1,s2,2026-06-10T10:00,2026-06-10T10:30,closed\n',
    });
    expect((1 - f.of('2026-06/availability/system:s2').value!) * june).toBeCloseTo(30, 6);
  });
  it('is that of all systems named', async () => {
    const f = await ofJune(['I1,s1,2026-06-10T10:00,2026-06-10T11:00,closed,2'], {
      systems: ['s1,u1,24x7,,', 's2,u2,24x7,,'],
      named: ['I1,s2,2026-06-10T10:00,2026-06-10T12:00'],
    });
    expect((1 - f.of('2026-06/availability/system:s1').value!) * june).toBeCloseTo(60, 6);
    expect((1 - f.of('2026-06/availability/system:s2').value!) * june).toBeCloseTo(120, 6);
    expect((1 - f.of('2026-06/availability/group:group').value!) * june).toBeCloseTo(90, 6);
    // Unlike the minutes of harm, which the group has once.
    expect(f.of('2026-06/impact_minutes/group:group').value).toBe(120);
  });
});

describe('above a system', () => {
  const incidents = [
    'I1,s1,2026-06-10T00:00,2026-06-13T00:00,closed,1',
    'I2,,2026-06-10T00:00,2026-06-13T00:00,closed,1',
  ];
  it('stands the mean of those whose hours are known', async () => {
    // s1 27 of 30 days; s2 all; s3's and s4's hours aren't known; s5 is gone, s6 serves on no day of June.
    const systems = [
      's1,u1,24x7,,',
      's2,u1,24x7,,',
      's3,u1,いつでも,,',
      's4,u2,,,',
      's5,u2,24x7,,2026-05-31',
      's6,u1,holidays 09:00-17:00,,',
    ];
    const f = await ofJune(incidents, { systems, holidays: ['2026-05-04,'] });
    const of = (scope: string) => {
      const { value, status, coverage } = f.of(`2026-06/availability/${scope}`);
      return [value, status, coverage];
    };
    expect(of('system:s1')).toEqual([0.9, '', 1]);
    expect(of('system:s2')).toEqual([1, '', 1]);
    expect(of('system:s3')).toEqual([null, 'no_data', 0]);
    expect(of('system:s5')).toEqual([null, 'not_applicable', 1]);
    expect(of('system:s6')).toEqual([null, 'not_applicable', 1]);
    expect(of('system:unmapped')).toEqual([null, 'no_data', 0]);
    // s1, s2, s6 of four.
    expect(of('unit:u1')).toEqual([0.95, '', 0.75]);
    expect(of('unit:u2')).toEqual([null, 'no_data', 0]);
    expect(of('group:group')).toEqual([0.95, '', 0.6]);
    expect(f.list.some((x) => x.metric === 'availability' && /theme|supplier/.test(x.scope_kind))).toBe(
      false,
    );
  });
  it('is not applicable to a unit without systems', async () => {
    const f = await ofJune(incidents.slice(0, 1));
    expect(f.of('2026-06/availability/unit:u2')).toMatchObject({ value: null, status: 'not_applicable' });
  });
  it('has no data where no time of an incident is ever given', async () => {
    const f = await ofJune(['I1,s1,2026-06-10T00:00'], { header: 'incident_id,system_id,occurred_at' });
    expect(f.of('2026-06/availability/group:group')).toMatchObject({ value: null, status: 'no_data' });
  });
});

describe('weights', () => {
  it('are importances, 1 where unknown; the lowest stands beside the mean', async () => {
    const db = await scratchDatabase();
    const context = {} as MartContext;
    await db.run('CREATE SCHEMA mart');
    await db.run(
      `CREATE TABLE mart.system_months AS FROM (VALUES ('m', 's1', true), ('m', 's2', true), ('m', 's3', true), ('m', 'unmapped', false)) t(month, system_id, known)`,
    );
    await db.run(
      `CREATE TABLE mart.system_importance AS FROM (VALUES ('m', 's1', 4), ('m', 's2', NULL), ('l', 's3', 2)) t(month, system_id, importance)`,
    );
    await buildMart(db, importanceWeights, context);
    expect(await db.rows('SELECT system_id, weight FROM mart.importance_weights ORDER BY 1')).toEqual([
      { system_id: 's1', weight: 4 },
      { system_id: 's2', weight: 1 },
      { system_id: 's3', weight: 1 },
    ]);
    await db.run(
      `CREATE TABLE mart.scopes AS SELECT 'm' AS month, 'group' AS scope_kind, 'group' AS scope_id`,
    );
    await db.run(
      `CREATE TABLE mart.members AS SELECT 'm' AS month, 'group' AS scope_kind, 'group' AS scope_id, system_id FROM mart.system_months`,
    );
    await db.run(`CREATE TABLE mart.system_availability AS SELECT 'm' AS month, system_id, known, known AS in_service, hours, true AS holidays_known, available::DECIMAL(18, 15) AS available, 2 AS stops, 1::DECIMAL(18, 15) AS known_share
      FROM (VALUES ('s1', true, 'x', 0.8), ('s2', true, 'x', 0.7), ('s3', true, NULL, NULL), ('unmapped', false, NULL, NULL)) t(system_id, known, hours, available)`);
    await buildMart(db, availability, context);
    // (4 × 0.8 + 1 × 0.7) ÷ 5 = 0.78; of a weight of 6, 5 is known.
    const [figure] = await db.rows<Record<string, unknown>>(
      'SELECT value, coverage, worst, worst_system_id, status, source_rows FROM mart.availability',
    );
    expect(figure).toEqual({
      value: 0.78,
      coverage: 5 / 6,
      worst: 0.7,
      worst_system_id: 's2',
      status: '',
      source_rows: 8,
    });
  });
});
