/** Which month is reported and what exists by then: the ends of months and of as-of, to the second (methods.md, "Time"). */
import { beforeAll, describe, expect, it } from 'vitest';
import { configOf, Project, patience, soundFiles } from './project.js';

const rows = `incident_id,system_id,occurred_at,restored_at
a1,s1,2026-09-01T00:00:00,2026-10-01T00:00:01
a2,s1,2026-09-30T23:59:59,2026-09-30T23:59:59
a3,s1,2026-09-30T15:00:00Z,2026-10-01T00:30
a4,s1,2026-10-31T23:59:59,
a5,s1,2026-11-01T00:00:00,2026-11-01T00:00:30
a6,s1,2026-11-01T00:00:01,
`;

describe('the month and as-of', { timeout: patience }, () => {
  let project: Project;
  beforeAll(async () => {
    project = await Project.make({ ...soundFiles, 'exports/incidents.csv': rows });
  }, patience);

  it.each([
    ['the file', [], '2026-10', '2026-11-05 09:00'],
    ['exactly the end of October', ['--as-of', '2026-11-01T00:00:00+09:00'], '2026-10', '2026-11-01 00:00'],
    ['a second before', ['--as-of', '2026-10-31T23:59:59+09:00'], '2026-09', '2026-10-31 23:59'],
    ['without a zone: local', ['--as-of', '2026-11-01'], '2026-10', '2026-11-01 00:00'],
    ['in UTC', ['--as-of', '2026-10-31T14:59:59Z'], '2026-09', '2026-10-31 23:59'],
    ['an unfinished month of choice', ['--month', '2026-11'], '2026-11', '2026-11-05 09:00'],
  ])('%s', async (_, args, month, asOf) => {
    const run = await project.run('check', '--json', ...args);
    expect(run.code, run.err).toBe(0);
    expect(JSON.parse(run.err.trim().split('\n').at(-1)!)).toMatchObject({
      month,
      message: expect.stringContaining(`the month would be ${month} as of ${asOf}`),
    });
  });

  it.each([
    [
      'after the data',
      ['--month', '2026-12'],
      2,
      'there is no data for 2026-12 (it runs from 2026-09 to 2026-11)',
    ],
    ['before the data', ['--month', '2026-08'], 2, 'there is no data for 2026-08'],
    ['no month', ['--month', '2026-13'], 2, '--month "2026-13" cannot be read (give it as YYYY-MM)'],
    ['a day', ['--month', '2026-10-01'], 2, '--month "2026-10-01" cannot be read'],
    [
      'no date',
      ['--as-of', '2026-02-30'],
      2,
      '--as-of "2026-02-30" cannot be read (give it as YYYY-MM-DDTHH',
    ],
    [
      'before all',
      ['--as-of', '2026-08-31T23:59:59+09:00'],
      1,
      'not one usable incident record up to the as-of',
    ],
  ])('%s is refused', async (_, args, code, says) => {
    const run = await project.run('check', ...args);
    expect(run.code).toBe(code);
    expect(run.out + run.err).toContain(says);
  });

  it('an incident belongs to the month of its local time; the end of a month is the next one', async () => {
    expect((await project.run('build', '--month', '2026-11', '--out', 'all')).code).toBe(0);
    expect(JSON.parse(await project.read('all/manifest.json'))).toMatchObject({
      month: '2026-11',
      as_of: '2026-11-05T00:00:00Z',
    });
    const value = (id: string) => project.figure(`${id}/group:group`, 'all');
    expect(await value('2026-09/records')).toBe('2.0');
    expect(await value('2026-10/records')).toBe('2.0');
    expect(await value('2026-11/records')).toBe('2.0');
    // Restored a second into October: open when September ended. The one that lasted no time was not.
    expect(await value('2026-09/open_incidents')).toBe('1.0');
    expect(await value('2026-10/open_incidents')).toBe('1.0');
    expect(await value('2026-11/open_incidents')).toBe('2.0');
    // 30 days; a second and 30 minutes and a second; four days and nine hours, twice, less a second, and half a minute.
    expect(Number(await value('2026-09/impact_minutes'))).toBe(30 * 1440);
    expect(Number(await value('2026-10/impact_minutes'))).toBeCloseTo(30 + 2 / 60, 6);
    expect(Number(await value('2026-11/impact_minutes'))).toBeCloseTo(2 * (4 * 1440 + 540) - 1 / 60 + 0.5, 6);
  });

  it('nothing after as-of exists, what happened at that very moment does', async () => {
    const at = ['--month', '2026-11', '--out', 'at', '--as-of'];
    expect((await project.run('build', ...at, '2026-11-01T00:00:00+09:00')).code).toBe(0);
    expect(await project.figure('2026-11/records/group:group', 'at')).toBe('1.0');
    // Its end, 30 seconds later, is not known yet.
    expect(await project.figure('2026-11/open_incidents/group:group', 'at')).toBe('2.0');
    expect((await project.run('build', ...at, '2026-11-01T00:00:01+09:00')).code).toBe(0);
    expect(await project.figure('2026-11/records/group:group', 'at')).toBe('2.0');
    expect(await project.figure('2026-11/open_incidents/group:group', 'at')).toBe('3.0');
  });

  it.each([
    ['three days before the end: whole', '2026-10-29T00:00', '2026-10', '2026-11-01 00:00'],
    ['four days before: not', '2026-10-28T23:59', '2026-09', '2026-10-28 23:59'],
  ])('without as_of and covers the last record tells: %s', async (_, last, month, asOf) => {
    const free = await Project.make({
      ...soundFiles,
      'kado.yaml': configOf().replace(/as_of.*\n/, ''),
      'exports/incidents.csv': `incident_id,system_id,occurred_at\na,s1,2026-09-03T10:00\nb,s1,${last}\n`,
    });
    const run = await free.run('check');
    expect(run.code, run.err).toBe(0);
    expect(run.err).toContain(`the month would be ${month} as of ${asOf}`);
  });
});
