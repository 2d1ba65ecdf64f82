/** Harm for every system that an incident names, and once for the incident in every scope above (contract.md, incident_systems). */
import { describe, expect, it } from 'vitest';
import { type Figures, figuresOf } from '../cases/figures.js';
import { type Files, told, withStaged } from '../loaders/project.js';

/** Systems s1 and s2 of unit u1, company a; s3 of u2, company b; s4 of u3, company b. UTC, as of 10 June 2026, 12:00. */
const project = (incidents: readonly string[], named: readonly string[]): Files => ({
  'kado.yaml':
    'timezone: UTC\nas_of: 2026-06-10T12:00:00Z\ncompanies: [{ id: a, name: A }, { id: b, name: B }]\nsources: { units: u.csv, systems: s.csv, incidents: i.csv, incident_systems: n.csv }\n',
  'u.csv': 'unit_id,company_id,name_ja\nu1,a,u1\nu2,b,u2\nu3,b,u3\n',
  's.csv':
    'system_id,unit_id,name_ja,layer\ns1,u1,s1,application\ns2,u1,s2,application\ns3,u2,s3,it_platform\ns4,u3,s4,application\n',
  'i.csv': `incident_id,system_id,occurred_at,restored_at,state,theme,supplier,affected_users,impact_minutes,severity\n${incidents.join('\n')}\n`,
  'n.csv': `incident_id,system_id,harm_from,harm_to,role\n${named.join('\n')}\n`,
});
const minutes = (f: Figures, scope: string): (number | null)[] => f.series('impact_minutes', scope);

describe('an incident that harmed several systems', () => {
  // I1 on s1, 1 May 10:00–11:00. s2 from 10:30 to 12:00 by its own times; s3 as long as the incident; s9 is unknown.
  const incidents = [
    'I1,s1,2026-05-01T10:00:00Z,2026-05-01T11:00:00Z,restored,operation,x,10,,heavy',
    'I2,s1,2026-06-01T00:00:00Z,2026-06-01T00:20:00Z,restored,,,,,other',
  ];
  const named = [
    'I1,s2,2026-05-01T10:30:00Z,2026-05-01T12:00:00Z,affected',
    'I1,s3,,,affected',
    'I1,s9,,2026-05-01T15:00:00Z,affected', // of no system: to 12:00 only, for the supplier too
  ];
  it('counts once, and harms each; above them its time counts once', async () => {
    const f = await figuresOf(project(incidents, named), { month: '2026-06' });
    expect(f.series('incidents', 'group:group')).toEqual([1, 1]);
    expect(f.series('incidents', 'system:s2')).toEqual([0, 0]);
    expect(minutes(f, 'system:s1')).toEqual([60, 20]);
    expect(minutes(f, 'system:s2')).toEqual([90, 0]);
    expect(minutes(f, 'system:s3')).toEqual([60, 0]);
    // 10:00–12:00, not 60 + 90.
    expect(minutes(f, 'unit:u1')).toEqual([120, 20]);
    expect(minutes(f, 'company:a')).toEqual([120, 20]);
    expect(minutes(f, 'unit:u2')).toEqual([60, 0]);
    expect(minutes(f, 'group:group')).toEqual([120, 20]);
    expect(minutes(f, 'layer:application')).toEqual([120, 20]);
    expect(minutes(f, 'layer:b%2Fit_platform')).toEqual([60, 0]);
    expect(minutes(f, 'theme:operation')).toEqual([120, 0]);
    // Company b has no incident of the theme, but was harmed by one.
    expect(minutes(f, 'theme:b%2Foperation')).toEqual([60, 0]);
    expect(minutes(f, 'supplier:x')).toEqual([120, 0]);
    expect(f.of('2026-05/impact_minutes/group:group/grade:heavy').value).toBe(120);
    expect(f.of('2026-05/impact_minutes/group:group').source_rows).toBe(1);
    // Ten users, two hours: not three systems' users.
    expect(f.series('impact_index', 'group:group')[0]).toBe(20);
    expect(f.series('impact_index', 'system:s2')[0]).toBe(15);
    expect(f.series('impact_index_max', 'unit:u1')[0]).toBe(20);
  });
  it('leaves out the time between that harms no system', async () => {
    // s1 10:00–10:10, s2 10:30–10:40, and s2's lies wholly in none: 20 minutes of the unit, not 40.
    const f = await figuresOf(
      project(
        ['I1,s1,2026-06-01T10:00:00Z,2026-06-01T10:10:00Z,restored,,,,,'],
        ['I1,s2,2026-06-01T10:30:00Z,2026-06-01T10:40:00Z,'],
      ),
    );
    expect(minutes(f, 'unit:u1')).toEqual([20]);
  });
  it('takes one interval within another once', async () => {
    // s1 10:00–11:00; s2 10:10–10:20; s1 row 10:00–11:00 by its own times: union 60.
    const f = await figuresOf(
      project(
        ['I1,s1,2026-06-01T10:00:00Z,2026-06-01T11:00:00Z,restored,,,,,'],
        ['I1,s2,2026-06-01T10:10:00Z,2026-06-01T10:20:00Z,'],
      ),
    );
    expect(minutes(f, 'unit:u1')).toEqual([60]);
    expect(minutes(f, 'system:s2')).toEqual([10]);
  });
  it("has its own system's times from incident_systems, where they are given", async () => {
    const f = await figuresOf(
      project(
        ['I1,s1,2026-06-01T10:00:00Z,2026-06-01T11:00:00Z,restored,,,,,'],
        ['I1,s1,2026-06-01T10:00:00Z,2026-06-01T10:15:00Z,source'],
      ),
    );
    expect(minutes(f, 'system:s1')).toEqual([15]);
    expect(minutes(f, 'group:group')).toEqual([15]);
  });
  it('is split at the month, and runs to as-of where the end lies behind it or is not known', async () => {
    // May: from 31 May 23:00. June to as-of: 9 days 12 hours (s1, s3). s2's end of 20 June is not known on the 10th either.
    const f = await figuresOf(
      project(
        ['I1,s1,2026-05-31T23:00:00Z,,open,,,,,'],
        [
          'I1,s2,2026-05-31T23:30:00Z,2026-06-20T00:00:00Z,',
          'I1,s3,2026-06-10T11:00:00Z,,',
          'I1,s4,2026-06-15T00:00:00Z,,',
        ],
      ),
      { month: '2026-06' },
    );
    const rest = 9 * 1440 + 720;
    expect(minutes(f, 'system:s1')).toEqual([60, rest]);
    expect(minutes(f, 'system:s2')).toEqual([30, rest]);
    expect(minutes(f, 'system:s3')).toEqual([0, 60]);
    expect(minutes(f, 'system:s4')).toEqual([0, 0]);
    expect(minutes(f, 'group:group')).toEqual([60, rest]);
  });
  it('stays with its place, where the record names no system', async () => {
    const f = await figuresOf(
      project(
        ['I1,,2026-06-01T10:00:00Z,2026-06-01T11:00:00Z,restored,,,,,'],
        ['I1,s3,2026-06-01T10:00:00Z,2026-06-01T10:30:00Z,source'],
      ),
    );
    expect(minutes(f, 'system:unmapped')).toEqual([60]);
    expect(minutes(f, 'system:s3')).toEqual([30]);
    expect(minutes(f, 'group:group')).toEqual([60]);
  });
  it('has no harm of its own times that contradict each other; nor of a record without an end', async () => {
    const files = project(
      [
        'I1,s1,2026-06-01T10:00:00Z,2026-06-01T11:00:00Z,restored,,,,,',
        'I2,s1,2026-06-02T10:00:00Z,,closed,,,,,', // over, nobody knows when; of s2 it is known
        'I3,s1,2026-06-03T10:00:00Z,2026-06-03T10:01:00Z,closed,,,,,',
      ],
      [
        'I1,s2,2026-06-01T10:30:00Z,2026-06-01T10:20:00Z,',
        'I2,s2,,2026-06-02T10:07:00Z,',
        'I3,s3,2025-06-03T10:00:00Z,,', // a year too early: from the occurrence on
      ],
    );
    const f = await figuresOf(files);
    expect(minutes(f, 'system:s2')).toEqual([7]);
    expect(minutes(f, 'system:s1')).toEqual([61]);
    expect(minutes(f, 'system:s3')).toEqual([1]);
    expect(minutes(f, 'group:group')).toEqual([68]);
    const warned = await withStaged(files, async ({ loaded }) => loaded.warnings.map(told));
    expect(warned).toEqual(['harm_reversed n.csv:2:harm_to', 'harm_before_incident n.csv:4:harm_from']);
  });
});
