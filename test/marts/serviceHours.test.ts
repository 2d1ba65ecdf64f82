/** Service minutes of months, worked by hand: weekends, holidays, nights, month ends, clock changes. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildMarts } from '../../src/marts/index.js';
import { type Files, withStaged } from '../loaders/project.js';
import { type Service, serviceProject } from './project.js';

const list = resolve('..', 'shared', 'data', 'japanese-csv', 'syukujitsu_cp932.csv');

interface Served {
  readonly minutes: number | null;
  readonly holidays_known: boolean;
}
/** Of each month (`2026-05 s1`), the service minutes. */
async function serve(
  project: Omit<Service, 'incidents'>,
  first: string,
): Promise<ReadonlyMap<string, Served>> {
  const files = serviceProject({ ...project, incidents: [`I1,s1,${first},${first},closed,1`] });
  return served(files, project.asOf.slice(0, 7));
}
const served = (files: Files, month: string): Promise<ReadonlyMap<string, Served>> =>
  withStaged(files, async ({ db, config }) => {
    await buildMarts(db, config, { month });
    const rows = await db.rows<Served & { key: string }>(
      "SELECT month || ' ' || system_id AS key, service_us / 60000000 AS minutes, holidays_known FROM mart.system_service",
    );
    return new Map(rows.map(({ key, ...of }) => [key, of]));
  });
/** Minutes of one system's one month in a zone; as-of is the first of the next month. */
async function minutesOf(hours: string, month: string, more: Partial<Service> = {}): Promise<number | null> {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  const served = await serve(
    { asOf: `${next}-01T00:00:01`, systems: [`s1,u1,"${hours}",,`], ...more },
    `${month}-01T12:00:00`,
  );
  return served.get(`${month} s1`)!.minutes;
}

describe('service minutes', () => {
  // May 2026 has 31 days, begins on a Friday: 21 weekdays, 5 Fridays, Saturdays and Sundays each, 4 of the others.
  it.each<[string, number]>([
    ['24x7', 31 * 1440],
    ['daily 06:00-24:00', 31 * 18 * 60],
    ['weekdays 08:00-20:00', 21 * 720],
    ['weekdays 08:00-12:00, 13:00-17:00', 21 * 480],
    ['mon-sat 07:00-22:30', 26 * 930],
    ['sat 09:00-12:00', 5 * 180],
    // Windows that overlap count once: 08:00–20:00 on the 21 weekdays, and the daily hour of 19:30–20:30 half within.
    ['weekdays 08:00-20:00; daily 19:30-20:30', 21 * 750 + 10 * 60],
    ['24x7; weekdays 08:00-20:00', 31 * 1440],
    // 22:00–06:00 of 30 April reaches 6 hours into May; that of the 31st has only 2 hours in it.
    ['daily 22:00-06:00', 360 + 30 * 480 + 120],
    // Friday's night into Saturday is Friday's; Sunday's is none. The 30th of April was a Thursday; the 29th's Friday is whole, the
    // 31st a Sunday: 21 nights, and 6 hours of the night from the 30th of April.
    ['weekdays 22:00-06:00', 360 + 21 * 480],
  ])('%s, May 2026: %i', async (hours, minutes) => {
    expect(await minutesOf(hours, '2026-05')).toBe(minutes);
  });

  it('holidays are left out where the hours say so, served where they say so, and else a day like others', async () => {
    // 4, 5 and 6 May 2026 are Monday to Wednesday; 2 May is a Saturday.
    const holidays = ['2026-05-04,', '2026-05-05,', '2026-05-06,', '2026-05-02,', '2026-05-08,JP'];
    const of = (hours: string): Promise<number | null> => minutesOf(hours, '2026-05', { holidays });
    expect(await of('weekdays 08:00-20:00')).toBe(18 * 720);
    expect(await of('mon-fri 08:00-20:00')).toBe(21 * 720);
    expect(await of('mon-sat 08:00-20:00 except holidays')).toBe(22 * 720);
    expect(await of('24x7')).toBe(31 * 1440);
    expect(await of('weekdays 08:00-20:00; sat,sun,holidays 09:00-17:00')).toBe(18 * 720 + 13 * 480);
    // Of Saturdays nothing is said, beside weekdays that leave holidays out: the 2nd is served.
    expect(await of('weekdays 08:00-20:00; sat 09:00-12:00')).toBe(18 * 720 + 5 * 180);
    expect(await of('holidays 09:00-10:00')).toBe(4 * 60);
    // A named calendar stands alone: the 8th, a Friday.
    expect(await of('weekdays 08:00-20:00 @JP')).toBe(20 * 720);
    expect(await of('weekdays 08:00-20:00 @US')).toBe(21 * 720);
  });
  it('a single calendar needs no name', async () => {
    const named = { holidays: ['2026-05-04,JP', '2026-05-05,JP'] };
    expect(await minutesOf('weekdays 08:00-20:00', '2026-05', named)).toBe(19 * 720);
    // Of two named ones, neither is meant.
    const two = { holidays: ['2026-05-04,JP', '2026-05-05,US'] };
    expect(await minutesOf('weekdays 08:00-20:00', '2026-05', two)).toBe(21 * 720);
    expect(await minutesOf('weekdays 08:00-20:00 @JP @US', '2026-05', two)).toBe(19 * 720);
  });
  it('says whether the holidays of the year are known', async () => {
    const systems = [
      's1,u1,weekdays 08:00-20:00,,',
      's2,u1,24x7,,',
      's3,u1,weekdays 08:00-20:00 @US,,',
      's4,u1,weekdays 08:00-20:00 @US @UK,,',
    ];
    const known = async (holidays?: string[]): Promise<(boolean | undefined)[]> => {
      const project = { asOf: '2026-05-31T00:00:00', systems, ...(holidays && { holidays }) };
      const served = await serve(project, '2026-05-01T00:00:00');
      return ['s1', 's2', 's3', 's4'].map((s) => served.get(`2026-05 ${s}`)?.holidays_known);
    };
    expect(await known()).toEqual([false, true, false, false]);
    expect(await known(['2025-05-05,'])).toEqual([false, true, false, false]);
    expect(await known(['2026-11-03,'])).toEqual([true, true, false, false]);
    expect(await known(['2026-11-03,', '2026-07-04,US'])).toEqual([true, true, true, false]);
    expect(await known(['2026-12-25,UK', '2026-07-04,US'])).toEqual([false, true, true, true]);
  });

  describe('in a zone whose clocks change (America/New_York, 2026)', () => {
    const timezone = 'America/New_York';
    const of = (hours: string, month: string): Promise<number | null> =>
      minutesOf(hours, month, { timezone });
    it('follow the hours that really passed', async () => {
      // 8 March, 02:00 → 03:00: a day of 23 hours; 1 November, 02:00 → 01:00: one of 25. Both are Sundays.
      expect(await of('24x7', '2026-03')).toBe(31 * 1440 - 60);
      expect(await of('24x7', '2026-11')).toBe(30 * 1440 + 60);
      expect(await of('sun 00:00-24:00', '2026-03')).toBe(5 * 1440 - 60);
      expect(await of('sun 00:00-24:00', '2026-11')).toBe(5 * 1440 + 60);
      // 28 February's night reaches 6 hours into March; 4 more follow, that of the 7th an hour short.
      expect(await of('sat 22:00-06:00', '2026-03')).toBe(360 + 4 * 480 - 60);
      // 31 October's night reaches 6 + 1 hours into November, where 4 more follow.
      expect(await of('sat 22:00-06:00', '2026-11')).toBe(420 + 4 * 480);
      // 9 to 17 is 9 to 17 on both sides of the change.
      expect(await of('sun 09:00-17:00', '2026-03')).toBe(5 * 480);
      // The skipped hour is none; the one that comes twice ends with its second.
      expect(await of('sun 02:00-03:00', '2026-03')).toBe(4 * 60);
      expect(await of('sun 00:00-01:30', '2026-11')).toBe(5 * 90 + 60);
    });
  });

  it('run to as-of in a month that has not ended, and from and to the days of validity', async () => {
    // 10 June 2026 is a Wednesday: 7 whole weekdays before it, and from 08:00 to 12:00.
    const systems = [
      's1,u1,weekdays 08:00-20:00,,',
      's2,u1,24x7,2026-06-09,',
      's3,u1,24x7,,2026-06-01',
      's4,u1,24x7,2026-07-01,',
      's5,u1,24x7,,2026-05-31',
      's6,u1,?,,',
      's7,u1,,,',
    ];
    const served = await serve({ asOf: '2026-06-10T12:00:00', systems }, '2026-05-01T00:00:00');
    const june = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'].map((s) => served.get(`2026-06 ${s}`)!.minutes);
    expect(june).toEqual([7 * 720 + 240, 1440 + 720, 1440, 0, 0, null, null]);
    expect(served.get('2026-05 s1')!.minutes).toBe(21 * 720);
    expect(served.get('2026-05 s5')!.minutes).toBe(31 * 1440);
  });

  it("of each month from 2019 to 2026 are those that the Cabinet Office's list of holidays leaves", async ({
    skip,
  }) => {
    skip(!existsSync(list), `${list} is not here: it is no part of the repository`);
    const bytes = readFileSync(list);
    const project = {
      asOf: '2027-01-01T00:00:00',
      systems: [
        's1,u1,平日 8時〜20時,,',
        's2,u1,月〜土 7:00〜22:30（祝日を除く）,,',
        's3,u1,土日祝 9:00-17:00,,',
      ],
      incidents: ['I1,s1,2019-01-01T00:00:00,2019-01-01T00:00:00,closed,1'],
      holidays: [],
    };
    const files = serviceProject(project);
    const yaml = String(files['kado.yaml']).replace(
      'holidays: h.csv',
      'holidays: [{ path: h.csv, columns: { date: 国民の祝日・休日月日, name: 国民の祝日・休日名称 } }]',
    );
    const found = await served({ ...files, 'kado.yaml': yaml, 'h.csv': bytes }, '2026-12');
    // By hand, knowing nothing of the marts: each day is one of the list, or not.
    const holidays = new Set(
      new TextDecoder('shift_jis')
        .decode(bytes)
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    );
    const expected = new Map<string, number>();
    for (let at = Date.UTC(2019, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
      const day = new Date(at);
      const holiday = holidays.has(`${day.getUTCFullYear()}/${day.getUTCMonth() + 1}/${day.getUTCDate()}`);
      const sunday = day.getUTCDay() === 0;
      const saturday = day.getUTCDay() === 6;
      const add = (system: string, minutes: number): void => {
        const key = `${day.toISOString().slice(0, 7)} ${system}`;
        expected.set(key, (expected.get(key) ?? 0) + minutes);
      };
      add('s1', holiday || saturday || sunday ? 0 : 720);
      add('s2', holiday || sunday ? 0 : 930);
      add('s3', holiday || saturday || sunday ? 480 : 0);
    }
    expect(expected.size).toBe(96 * 3);
    expect(new Map([...found].map(([key, { minutes }]) => [key, minutes]))).toEqual(expected);
    // May 2019: ten days from 27 April to 6 May, the 1st for the accession: 4 of 23 weekdays.
    expect(found.get('2019-05 s1')).toEqual({ minutes: 19 * 720, holidays_known: true });
  });
});
