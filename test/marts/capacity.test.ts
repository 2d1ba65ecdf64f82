/** Capacity's figures, worked by hand from small made-up series. Every day has one sample unless said, so its p95 is that value. */
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/duckdb/database.js';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { type Figures, figuresOf, withoutRisk } from '../cases/figures.js';
import { type Files, withStaged } from '../loaders/project.js';

const day = (n: number): string =>
  `2026-0${n < 31 ? 1 : n < 59 ? 2 : n < 90 ? 3 : 4}-${String(n < 31 ? n + 1 : n < 59 ? n - 30 : n < 90 ? n - 58 : n - 89).padStart(2, '0')}`;
/** Noon of day `n` of 2026, from 0, a sample each. */
const daily = (series: string, from: number, to: number, value: (n: number) => number): string =>
  Array.from({ length: to - from }, (_, i) => `${series},${day(from + i)}T12:00,${value(from + i)}\n`).join(
    '',
  );

const project = (samples: string, limits: string | undefined, more: Files = {}): Files => ({
  'kado.yaml': `timezone: Asia/Tokyo\nas_of: 2026-05-01T00:00:00+09:00\nsources:\n  systems: s.csv\n  incidents: { path: i.csv, covers: { from: 2026-01-01, to: 2026-04-30 } }\n  capacity: c.csv\n${limits === undefined ? '' : '  capacity_limits: l.csv\n'}companies:\n  - { id: a, name: A }\n  - { id: b, name: B }\n`,
  's.csv': 'system_id,unit_id,name_ja\ns1,u1,S1\ns2,u1,S2\ns3,u2,S3\n',
  'i.csv': 'incident_id,occurred_at,system_id\nI1,2026-01-01,s1\n',
  'c.csv': `system_id,metric,component,at,value\n${samples}`,
  ...(limits === undefined ? {} : { 'l.csv': `system_id,metric,component,warn,limit,direction\n${limits}` }),
  ...more,
});
const tell = (figures: Figures, metric: string, month: string, scope: string) => {
  const f = figures.of(`${month}/${metric}/${scope}`);
  return [f.value, f.status];
};

describe('days past the warning', () => {
  // January: cpu 81 on the 1st, 80 on the 2nd, 90 on the 3rd: two are over 80. Free memory: 15 on the 1st and 5 on the 2nd, under 10 once.
  const samples =
    's1,cpu,,2026-01-01T01:00,81\ns1,cpu,,2026-01-02T01:00,80\ns1,cpu,,2026-01-03T01:00,90\ns1,free,,2026-01-01T01:00,15\ns1,free,,2026-01-02T01:00,5\ns2,cpu,,2026-01-01T01:00,99\ns2,cpu,,2026-02-01T01:00,99\ns3,cpu,,2026-01-01T01:00,99\n';
  const limits = 's1,cpu,,80,90,above\ns1,free,,10,5,below\ns2,cpu,,95,,\n';
  it('are counted by either direction, and added over series and systems', async () => {
    const figures = await figuresOf(project(samples, limits));
    const of = (month: string, scope: string) => tell(figures, 'capacity_over_warn_days', month, scope);
    expect(of('2026-01', 'system:s1')).toEqual([3, '']);
    expect(of('2026-01', 'system:s2')).toEqual([1, '']);
    expect(of('2026-01', 'unit:u1')).toEqual([4, '']);
    expect(of('2026-01', 'group:group')).toEqual([4, '']);
    expect(of('2026-02', 'unit:u1')).toEqual([1, '']);
  });
  it('have no value, and say why, without samples or without a warning level', async () => {
    const figures = await figuresOf(project(samples, limits));
    const of = (month: string, scope: string) => tell(figures, 'capacity_over_warn_days', month, scope);
    expect(of('2026-01', 'system:s3')).toEqual([null, 'not_applicable']); // samples, no level
    expect(of('2026-02', 'system:s3')).toEqual([null, 'no_data']); // neither
    expect(of('2026-02', 'system:s1')).toEqual([null, 'no_data']); // a level, no samples
  });
  it('say what share of the days was measured', async () => {
    const figures = await figuresOf(project(samples, limits));
    // s1: 3 + 2 of 2 × 31 days; s2: 1 of 31. In February s1's series are still expected: 0 of 2 × 28 and 1 of 28.
    const of = (id: string) => figures.of(id);
    expect(of('2026-01/capacity_over_warn_days/system:s1')).toMatchObject({
      coverage: 5 / 62,
      source_rows: 5,
    });
    expect(of('2026-01/capacity_over_warn_days/unit:u1')).toMatchObject({ coverage: 6 / 93, source_rows: 6 });
    expect(of('2026-02/capacity_over_warn_days/unit:u1').coverage).toBe(1 / 84);
    expect(of('2026-02/capacity_over_warn_days/system:s1').coverage).toBe(0);
    // Ninety days later nobody waits for them.
    expect(of('2026-04/capacity_over_warn_days/unit:u1')).toMatchObject({ value: null, status: 'no_data' });
  });
  it('take a component’s own limits before those of all components', async () => {
    const disks = ['a', 'b', ''].map((c) => `s1,disk,${c},2026-01-01T01:00,50\n`).join('');
    const figures = await figuresOf(project(disks, 's1,disk,,40,,\ns1,disk,b,60,,\n'));
    // a and the one without a component are over 40; b isn't over 60.
    expect(tell(figures, 'capacity_over_warn_days', '2026-01', 'system:s1')).toEqual([2, '']);
  });
  it('stand under every scope with systems, and under no theme', async () => {
    const figures = await figuresOf(
      project(samples, limits, {
        'i.csv': 'incident_id,occurred_at,system_id,theme\nI1,2026-01-01,s1,operation\n',
      }),
    );
    const kinds = new Set(
      figures.list.filter((f) => f.metric.startsWith('capacity')).map((f) => f.scope_kind),
    );
    expect([...kinds].sort()).toEqual(['company', 'group', 'system', 'unit']);
  });
});

describe('days to the limit', () => {
  it('are those of the line at the month’s end, with their interval, for the nearest series', async () => {
    // s1: day n has exactly n, from day 0; at the end of February (day 58) 58, so 90 is 32 days away; March ends on day 89: 1 day.
    // Its slopes are all 1: the interval is the value. s2: two percent a day, at 116 of 200: 42 days, then 11.
    const samples = daily('s1,disk,', 0, 90, (n) => n) + daily('s2,disk,', 0, 90, (n) => 2 * n);
    const figures = await figuresOf(project(samples, 's1,disk,,,90,\ns2,disk,,,200,\n'));
    const of = (month: string, scope: string) => {
      const { value, lower, upper, status } = figures.of(`${month}/capacity_days_to_limit/${scope}`);
      return [value, lower, upper, status];
    };
    expect(of('2026-02', 'system:s1')).toEqual([32, 32, 32, '']);
    expect(of('2026-02', 'system:s2')).toEqual([42, 42, 42, '']);
    expect(of('2026-02', 'group:group')).toEqual([32, 32, 32, '']);
    expect(of('2026-03', 'group:group')).toEqual([1, 1, 1, '']);
    // Samples end with March: at the end of April 60 of the last 90 days are there, and the line has passed the limit.
    expect(of('2026-04', 'system:s1')).toEqual([0, 0, 0, '']);
  });
  it('take the last 90 days only, and 28 of them at least', async () => {
    // Falling for 30 days, then flat at 50: the last 90 days of April are days 30 to 119, all flat: no approach, from either side.
    const bent = daily('s1,disk,', 0, 120, (n) => (n < 30 ? 80 - n : 50));
    const thin = daily('s2,disk,', 0, 27, (n) => n) + daily('s3,disk,', 0, 28, (n) => n);
    const figures = await figuresOf(
      project(bent + thin, 's1,disk,,,0,below\ns2,disk,,,100,\ns3,disk,,,100,\n'),
    );
    const of = (month: string, scope: string) => tell(figures, 'capacity_days_to_limit', month, scope);
    expect(of('2026-04', 'system:s1')).toEqual([null, 'not_applicable']);
    expect(of('2026-01', 'system:s2')).toEqual([null, 'no_data']);
    // 28 days: 30 at the end of January by the line; 70 more.
    expect(of('2026-01', 'system:s3')).toEqual([70, '']);
    expect(figures.of('2026-01/capacity_days_to_limit/unit:u1')).toMatchObject({
      status: '',
      coverage: 1 / 2,
    });
  });
  it('come from above where the limit is a lower one', async () => {
    const figures = await figuresOf(
      project(
        daily('s1,free,', 0, 31, (n) => 100 - n),
        's1,free,,,10,below\n',
      ),
    );
    // 70 on day 30: 60 days.
    expect(tell(figures, 'capacity_days_to_limit', '2026-01', 'system:s1')).toEqual([60, '']);
  });
  it('are none where the slope may as well be none, and where there is no limit', async () => {
    const noise = [3, -1, 4, -1, -5, 9, -2, 6, -5, 3, 5, -8, 9, -7, 9, -3];
    const samples = daily('s1,cpu,', 0, 31, (n) => 50 + noise[n % 16]!) + daily('s2,cpu,', 0, 31, (n) => n);
    const figures = await figuresOf(project(samples, 's1,cpu,,,90,\n'));
    const of = (scope: string) => tell(figures, 'capacity_days_to_limit', '2026-01', scope);
    expect(of('system:s1')).toEqual([null, 'not_applicable']);
    expect(of('system:s2')).toEqual([null, 'not_applicable']);
    expect(of('system:s3')).toEqual([null, 'no_data']);
    expect(of('group:group')).toEqual([null, 'not_applicable']);
  });
});

describe('early signs', () => {
  /** Hourly for 20 days from 10 March, swinging by the day; `more` adds to an hour. */
  const hourly = (series: string, more: (hour: number) => number): string =>
    Array.from({ length: 480 }, (_, h) => {
      const value = 50 + [0, 1, -1, 2, -2, 0, 1][Math.floor(h / 24) % 7]! + more(h);
      return `${series},2026-03-${10 + Math.floor(h / 24)}T${String(h % 24).padStart(2, '0')}:30,${value}\n`;
    }).join('');
  const withMarts = <T>(files: Files, use: (db: Database) => Promise<T>): Promise<T> =>
    withStaged(files, async ({ db, config, loaded }) => {
      await buildMarts(db, config, {});
      await createFigures(db, loaded.mapped, withoutRisk(db));
      return use(db);
    });
  it('are listed with their series, times and distance, and counted by month', async () => {
    // Hour 300 is 12:00 of 22 March.
    const files = project(
      hourly('s1,cpu,', (h) => (h === 300 || h === 301 ? 30 : 0)) + hourly('s2,cpu,x', () => 0),
      undefined,
    );
    const figures = await figuresOf(files);
    const of = (month: string, scope: string) => tell(figures, 'capacity_signs', month, scope);
    expect(of('2026-03', 'system:s1')).toEqual([1, '']);
    expect(of('2026-03', 'system:s2')).toEqual([0, '']);
    expect(of('2026-03', 'system:s3')).toEqual([null, 'no_data']);
    expect(of('2026-03', 'group:group')).toEqual([1, '']);
    expect(of('2026-02', 'group:group')).toEqual([null, 'no_data']);
    // 480 hours, seven days of them not judged; due are 31 days of 24.
    expect(figures.of('2026-03/capacity_signs/system:s1')).toMatchObject({
      source_rows: 312,
      coverage: 312 / 744,
    });
    const signs = await withMarts(files, (db) =>
      db.rows(
        `SELECT month, system_id, metric, component, from_hour::VARCHAR AS "from", to_hour::VARCHAR AS "to", raised_hour::VARCHAR AS raised, kind, mean, usual FROM mart.capacity_signs`,
      ),
    );
    expect(signs).toEqual([
      {
        month: '2026-03',
        system_id: 's1',
        metric: 'cpu',
        component: null,
        from: '2026-03-22 12:00:00',
        to: '2026-03-22 13:00:00',
        raised: '2026-03-22 13:00:00',
        kind: 'deviation',
        mean: 80,
        usual: 50,
      },
    ]);
  });
  it('are none where there is less than a week', async () => {
    const week = hourly('s1,cpu,', (h) => (h === 150 ? 900 : 0))
      .split('\n')
      .slice(0, 168)
      .join('\n');
    const figures = await figuresOf(project(`${week}\n`, undefined));
    expect(tell(figures, 'capacity_signs', '2026-03', 'system:s1')).toEqual([null, 'no_data']);
  });
  it('are of the month in which the second hour came', async () => {
    // Hours of 23:00 on 31 March and 00:00 on 1 April.
    const hours = Array.from({ length: 24 * 24 }, (_, h) => {
      const d = 10 + Math.floor(h / 24);
      const at = d <= 31 ? `2026-03-${d}` : `2026-04-${String(d - 31).padStart(2, '0')}`;
      const far = h === 22 * 24 - 1 || h === 22 * 24;
      return `s1,cpu,,${at}T${String(h % 24).padStart(2, '0')}:30,${50 + (Math.floor(h / 24) % 3) + (far ? 30 : 0)}\n`;
    }).join('');
    const figures = await figuresOf(project(hours, undefined));
    expect(figures.series('capacity_signs', 'system:s1')).toEqual([null, null, 0, 1]);
  });
  it('leave the hour in which as-of lies for later', async () => {
    // As-of 13:20 on 22 March: the second far hour has begun, and isn't over.
    const at = (time: string): Files => {
      const files = project(
        Array.from({ length: 480 }, (_, h) => {
          const value = 50 + (Math.floor(h / 24) % 3) + (h === 300 || h === 301 ? 30 : 0);
          return `s1,cpu,,2026-03-${10 + Math.floor(h / 24)}T${String(h % 24).padStart(2, '0')}:10,${value}\n`;
        }).join(''),
        undefined,
      );
      return { ...files, 'kado.yaml': String(files['kado.yaml']).replace('2026-05-01T00:00', time) };
    };
    const signs = (files: Files) =>
      figuresOf(files, { month: '2026-03' }).then((f) => f.of('2026-03/capacity_signs/system:s1').value);
    expect(await signs(at('2026-03-22T13:20'))).toBe(0);
    expect(await signs(at('2026-03-22T14:00'))).toBe(1);
  });
});

it('without any capacity there is no data, for every scope', async () => {
  const files = { ...project('', undefined) };
  const figures = await figuresOf({
    ...files,
    'kado.yaml': String(files['kado.yaml']).replace('  capacity: c.csv\n', ''),
  });
  for (const metric of ['capacity_over_warn_days', 'capacity_days_to_limit', 'capacity_signs'])
    for (const scope of ['system:s1', 'unit:u2', 'company:a', 'group:group'])
      expect([scope, ...tell(figures, metric, '2026-03', scope)]).toEqual([scope, null, 'no_data']);
});
