/** Capacity is rolled up by day while it is read: the same days whichever way the file goes, and every sample accounted for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Files, systemsCsv, told, toldReject, withStaged, withStagedAt } from './project.js';

const project = (more: Files, sources = 'c.csv'): Files => ({
  'kado.yaml': `max_reject_rate: 1\nsources:\n  systems: s.csv\n  incidents: i.csv\n  capacity: ${sources}\n`,
  's.csv': systemsCsv('s1', 's2'),
  'i.csv': 'incident_id,occurred_at,system_id\nI1,2026-01-01,s1\n',
  ...more,
});
const header = 'system_id,metric,at,value\n';

interface Day {
  readonly series: string;
  readonly day: string;
  readonly samples: number;
  readonly mean: number;
  readonly p95: number;
  readonly maximum: number;
}

const roll = (files: Files) =>
  withStaged(files, async ({ db, loaded, rejects }) => ({
    hours: (
      await db.rows<{ told: string }>(
        `SELECT concat_ws(' ', concat_ws('/', system_id, metric, component), strftime(hour, '%m-%dT%H'), samples, mean) AS told FROM staging.capacity_hours ORDER BY ALL`,
      )
    ).map(({ told: hour }) => hour),
    days: await db.rows<Day>(
      `SELECT concat_ws('/', system_id, metric, component) AS series, day::VARCHAR AS day, samples, mean, p95, maximum
       FROM staging.capacity_days ORDER BY ALL`,
    ),
    rows: await db.rows('SELECT 1 AS one FROM staging.capacity'),
    accounts: loaded.receipts
      .filter((r) => r.kind === 'capacity')
      .map((r) => [r.rows, r.staged, r.rejected, r.filtered, r.duplicate]),
    warnings: loaded.warnings.map(told),
    rejects: rejects.map(toldReject),
  }));

describe('a day of a series', () => {
  it('has its samples, their mean, 95th percentile and maximum', async () => {
    // R: mean(1:20); quantile(1:20, 0.95, type = 7); max(1:20) → 10.5, 19.05, 20
    const csv = Array.from(
      { length: 20 },
      (_, i) => `s1,cpu,2026-01-02T00:${String(i).padStart(2, '0')},${20 - i}\n`,
    );
    const { days, rows, accounts } = await roll(project({ 'c.csv': header + csv.join('') }));
    expect(days).toEqual([
      { series: 's1/cpu', day: '2026-01-02', samples: 20, mean: 10.5, p95: 19.05, maximum: 20 },
    ]);
    expect(rows).toEqual([]);
    expect(accounts).toEqual([[20, 20, 0, 0, 0]]);
  });
  it('has no percentile above its maximum, where rounding between equal values would make one', async () => {
    // 24 samples: place 0.95 × 23 = 21.85, between two of the 49.1s; 49.1 × 0.15 + 49.1 × 0.85 rounds to 49.10000000000001.
    const csv = Array.from(
      { length: 24 },
      (_, i) => `s1,disk,2026-01-02T${String(i).padStart(2, '0')}:00,${i < 20 ? 48 : 49.1}\n`,
    );
    const { days } = await roll(project({ 'c.csv': header + csv.join('') }));
    expect(days.map((d) => [d.p95, d.maximum])).toEqual([[49.1, 49.1]]);
  });
  it('begins at midnight of the configured zone, whatever zone the samples name', async () => {
    const csv =
      's1,cpu,2026-01-01T14:59:00Z,1\ns1,cpu,2026-01-01T15:00:00Z,2\ns1,cpu,2026-01-02T23:59:59+09:00,3\n';
    const { days } = await roll(project({ 'c.csv': header + csv }));
    expect(days.map((d) => [d.day, d.samples])).toEqual([
      ['2026-01-01', 1],
      ['2026-01-02', 2],
    ]);
  });
  it('is told apart by component', async () => {
    const csv = 's1,disk,2026-01-01,1,a\ns1,disk,2026-01-01,2,b\ns1,disk,2026-01-01,3,\n';
    const { days } = await roll(project({ 'c.csv': `system_id,metric,at,value,component\n${csv}` }));
    expect(days.map((d) => [d.series, d.mean])).toEqual([
      ['s1/disk', 3],
      ['s1/disk/a', 1],
      ['s1/disk/b', 2],
    ]);
  });
});

describe('an hour of a series', () => {
  it('has its samples and their mean, and only hours with samples are there', async () => {
    // Ten minutes to one and on the hour are two hours; 0.1 + 0.2 is 0.3 in decimals, and no 0.30000000000000004.
    const csv =
      's1,cpu,2026-01-02T00:00,0.1\ns1,cpu,2026-01-02T00:50,0.2\ns1,cpu,2026-01-02T01:00,5\ns1,cpu,2026-01-02T23:59,7\ns2,cpu,2026-01-03T00:00,8\n';
    const { hours } = await roll(project({ 'c.csv': header + csv }));
    expect(hours).toEqual([
      's1/cpu 01-02T00 2 0.15',
      's1/cpu 01-02T01 1 5.0',
      's1/cpu 01-02T23 1 7.0',
      's2/cpu 01-03T00 1 8.0',
    ]);
  });
  it('counts samples of one minute, of two files and of one moment as its day does', async () => {
    const files = {
      'a.csv': `${header}s1,cpu,2026-01-01T00:00:10,1\ns1,cpu,2026-01-01T00:00:20,3\ns1,cpu,2026-01-01T05:00,4\ns1,cpu,2026-01-01T05:00,4\n`,
      'b.csv': `${header}s1,cpu,2026-01-01T05:30,6\ns1,cpu,2026-01-02T07:00,9\n`,
    };
    const { hours, days } = await roll(project(files, '[a.csv, b.csv]'));
    expect(hours).toEqual(['s1/cpu 01-01T00 2 2.0', 's1/cpu 01-01T05 2 5.0', 's1/cpu 01-02T07 1 9.0']);
    expect(days.map((d) => [d.day, d.samples, d.mean])).toEqual([
      ['2026-01-01', 4, 3.5],
      ['2026-01-02', 1, 9],
    ]);
  });
  it('is one where clocks repeat it, and missing where they skip it', async () => {
    // New York: on 1 November 2026 01:00–02:00 comes twice (05:00 and 06:00 UTC); on 8 March 2026 02:00–03:00 never comes.
    const files = project({
      'c.csv': `${header}s1,cpu,2026-11-01T05:30Z,1\ns1,cpu,2026-11-01T06:30Z,3\ns1,cpu,2026-11-01T07:30Z,7\ns1,cpu,2026-03-08T06:30Z,1\ns1,cpu,2026-03-08T07:30Z,2\n`,
    });
    const { hours } = await roll({
      ...files,
      'kado.yaml': `timezone: America/New_York\n${files['kado.yaml']}`,
    });
    expect(hours).toEqual([
      's1/cpu 03-08T01 1 1.0',
      's1/cpu 03-08T03 1 2.0',
      's1/cpu 11-01T01 2 2.0',
      's1/cpu 11-01T02 1 7.0',
    ]);
  });
  it('is two where as-of parts it', async () => {
    const csv = 's1,cpu,2026-01-02T00:00Z,1\ns1,cpu,2026-01-02T00:30Z,2\ns1,cpu,2026-01-02T00:45Z,4\n';
    const rows = await withStagedAt(
      project({ 'c.csv': header + csv }),
      "TIMESTAMPTZ '2026-01-02T00:30:00Z'",
      ({ db }) => db.rows('SELECT later, samples, mean FROM staging.capacity_hours ORDER BY ALL'),
    );
    expect(rows).toEqual([
      { later: false, samples: 2, mean: 1.5 },
      { later: true, samples: 1, mean: 4 },
    ]);
  });
});

describe('samples of one moment', () => {
  it('count once where they are the same, and the later line stays where they differ', async () => {
    const csv =
      's1,cpu,2026-01-01T00:00,1\ns1,cpu,2026-01-01T00:00,1\ns1,cpu,2026-01-01T00:05,2\ns1,cpu,2026-01-01T00:05,4\n';
    const { days, accounts, warnings } = await roll(project({ 'c.csv': header + csv }));
    expect(days.map((d) => [d.samples, d.mean])).toEqual([[2, 2.5]]);
    expect(accounts).toEqual([[4, 2, 0, 0, 2]]);
    expect(warnings).toEqual(['duplicate_identical c.csv:2', 'duplicate_conflict c.csv:4']);
  });
  it('are found across files, and days of two files are rolled up together', async () => {
    const files = {
      'a.csv': `${header}s1,cpu,2026-01-01T00:00,1\ns1,cpu,2026-01-01T00:05,2\n`,
      'b.csv': `${header}s1,cpu,2026-01-01T00:05,2\ns1,cpu,2026-01-01T00:10,6\ns1,cpu,2026-01-02T00:00,9\n`,
    };
    const { days, accounts, warnings } = await roll(project(files, '[a.csv, b.csv]'));
    expect(days.map((d) => [d.day, d.samples, d.mean])).toEqual([
      ['2026-01-01', 3, 3],
      ['2026-01-02', 1, 9],
    ]);
    expect(accounts).toEqual([
      [2, 1, 0, 0, 1],
      [3, 3, 0, 0, 0],
    ]);
    expect(warnings).toEqual(['duplicate_identical a.csv:3']);
  });
  it('within one minute are different ones', async () => {
    const csv = 's1,cpu,2026-01-01T00:00:10,1\ns1,cpu,2026-01-01T00:00:20,3\n';
    const { days, accounts } = await roll(project({ 'c.csv': header + csv }));
    expect(days.map((d) => [d.samples, d.mean])).toEqual([[2, 2]]);
    expect(accounts).toEqual([[2, 2, 0, 0, 0]]);
  });
});

it('rejects and filters with the line, and rolls up the rest', async () => {
  const csv =
    's1,cpu,2026-01-01T00:00,1\ns1,cpu,soon,2\n,cpu,2026-01-01T00:05,3\ns1,cpu,2026-01-01T00:10,much\ns2,mem,2026-01-01T00:00,5\n';
  const files = project({ 'c.csv': header + csv }, `{ path: c.csv, where: "metric <> 'mem'" }`);
  const { days, accounts, rejects } = await roll(files);
  expect(days.map((d) => [d.series, d.samples])).toEqual([['s1/cpu', 1]]);
  expect(accounts).toEqual([[5, 1, 3, 1, 0]]);
  expect(rejects).toEqual(['3 value_not_time at', '4 value_missing system_id', '5 value_not_number value']);
});

it('says where a series has two units, and which systems nobody knows', async () => {
  const csv = 's1,cpu,2026-01-01T00:00,1,%\ns1,cpu,2026-01-01T00:05,2,percent\ns9,cpu,2026-01-01T00:05,2,%\n';
  const { warnings } = await roll(project({ 'c.csv': `system_id,metric,at,value,unit\n${csv}` }));
  expect(warnings).toEqual(['capacity_units_mixed c.csv', 'reference_unknown c.csv']);
});

/** The last column is quoted in every row or in none: with a line break in it, only our own reader takes the file. */
it('comes to the same days by either reader', { timeout: 60_000 }, async () => {
  const sample = fc.record({
    system: fc.constantFrom('s1', 's2', ''),
    minute: fc.integer({ min: 0, max: 4000 }),
    value: fc.constantFrom('1', '2.5', '-3', '1e2', 'x', ''),
  });
  const csvOf = (rows: readonly { system: string; minute: number; value: string }[], last: string): string =>
    `system_id,metric,at,value,unit\n${rows
      .map(({ system, minute, value }) => {
        const [d, h, m] = [Math.floor(minute / 1440), Math.floor(minute / 60) % 24, minute % 60].map((n) =>
          String(n).padStart(2, '0'),
        );
        return `${system},cpu,2026-01-${String(Number(d) + 1).padStart(2, '0')}T${h}:${m},${value},${last}\n`;
      })
      .join('')}`;
  await fc.assert(
    fc.asyncProperty(fc.array(sample, { minLength: 1, maxLength: 30 }), async (rows) => {
      const straight = await roll(project({ 'c.csv': csvOf(rows, '%') }));
      const careful = await roll(project({ 'c.csv': csvOf(rows, '"%"').replace('\n', '\n\n') }));
      expect(careful.days).toEqual(straight.days);
      expect(careful.hours).toEqual(straight.hours);
      expect(careful.accounts).toEqual(straight.accounts);
      expect(careful.rejects).toEqual(
        straight.rejects.map((r) => r.replace(/^\d+/, (line) => String(Number(line) + 1))),
      );
    }),
    { numRuns: 25, seed: 7 },
  );
});
