/**
 * Figures of nine public series (shared/data, no part of the repository), beside the same rules written out once more as plainly as they
 * are said: lists and sorts, nothing shared with src. Days and hours are those of Tokyo.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadExports } from '../../loaders/index.js';
import { loadConfig } from '../../src/config/load.js';
import { openDatabase } from '../../src/duckdb/database.js';
import { buildMarts } from '../../src/marts/index.js';
import { createFigures } from '../../src/metrics/figures.js';
import { silentContext } from '../../src/run.js';
import { withoutRisk } from '../cases/figures.js';

const data = resolve('..', 'shared', 'data', 'cloudwatch-utilisation');
const isHere = existsSync(data);
const reason = `${data} is not here: it is no part of the repository`;

const quantile = (list: readonly number[], share: number): number => {
  const sorted = [...list].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)]!;
  return low + ((sorted[Math.ceil(place)] ?? low) - low) * (place % 1);
};
const median = (list: readonly number[]): number => quantile(list, 0.5);

/** Values by whole units of time since 1970. */
function groupBy(lines: Iterable<string>, milliseconds: number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const line of lines) {
    const [at, value] = line.split(',') as [string, string];
    const key = Math.floor((Date.parse(`${at.replace(' ', 'T')}Z`) + 9 * 3_600_000) / milliseconds);
    groups.set(key, [...(groups.get(key) ?? []), Number(value)]);
  }
  return groups;
}

/** `from to raised` of each sign. */
function signsOf(hours: ReadonlyMap<number, readonly number[]>): string[] {
  const mean = new Map([...hours].map(([h, values]) => [h, values.reduce((a, b) => a + b) / values.length]));
  const all = [...mean.keys()].sort((a, b) => a - b);
  const first = all[0]!;
  const marked: { from: number; to: number }[] = [];
  const z = new Map<number, number>();
  let [up, down, side] = [0, 0, ''];
  let last = Number.NEGATIVE_INFINITY;
  for (const h of all) {
    if (h - first < 168) continue;
    const weekly = h - first >= 8 * 168;
    const same = all.filter(
      (o) => o < h && o >= h - 8 * 168 && (weekly ? (h - o) % 168 === 0 : (h - o) % 24 === 0),
    );
    if (same.length < 4) continue;
    // The resolution is renewed each week from the series' first hour.
    const now = first + Math.floor((h - first) / 168) * 168;
    const before = all.filter((o) => o < now && o >= now - 8 * 168);
    const period = now - first >= 8 * 168 ? 168 : 24;
    const ofHour = (o: number): number =>
      median(before.filter((p) => (o - p) % period === 0).map((p) => mean.get(p)!));
    const usualOf = new Map(before.map((o) => [(o - first) % period, 0]));
    for (const o of before)
      if (usualOf.get((o - first) % period) === 0) usualOf.set((o - first) % period, ofHour(o));
    const ordinary =
      quantile(
        before.map((o) => Math.abs(mean.get(o)! - usualOf.get((o - first) % period)!)),
        0.9,
      ) / 1.6449;
    const floor = Math.max(ordinary, 0.01 * Math.abs(median(before.map((o) => mean.get(o)!))));
    const usual = median(same.map((o) => mean.get(o)!));
    const mad = median(same.map((o) => Math.abs(mean.get(o)! - usual)));
    const score = (mean.get(h)! - usual) / Math.max(1.4826 * mad, floor);
    z.set(h, score);
    const former = z.get(h - 1) ?? 0;
    if (Math.abs(score) > 4 && Math.abs(former) > 4 && score * former > 0)
      marked.push({ from: h - 1, to: h });
    if (h - last > 24) [up, down, side] = [0, 0, ''];
    last = h;
    const bounded = Math.min(4, Math.max(-4, score));
    [up, down] = [Math.max(0, up + bounded - 1.5), Math.max(0, down - bounded - 1.5)];
    if (up > 20 || down > 20) [side, up, down] = [up > 20 ? 'up' : 'down', 0, 0];
    else if ((side === 'up' && up === 0) || (side === 'down' && down === 0)) side = '';
    if (side !== '') marked.push({ from: h, to: h });
  }
  const signs: { from: number; to: number; raised: number }[] = [];
  for (const { from, to } of marked) {
    const sign = signs.at(-1);
    if (sign && from - sign.to <= 24) sign.to = Math.max(sign.to, to);
    else signs.push({ from, to, raised: to });
  }
  return signs.map(({ from, to, raised }) => `${from} ${to} ${raised}`);
}

test('cloudwatch-utilisation: signs, days past the warning and the date of crossing', {
  timeout: 120_000,
}, async ({ skip }) => {
  skip(!isHere, reason);
  const folder = resolve('test/cases/real/cloudwatch-utilisation');
  const config = await loadConfig(join(folder, 'kado.yaml'), folder, {});
  const scratch = mkdtempSync(join(tmpdir(), 'kado-real-'));
  const db = await openDatabase(scratch);
  try {
    const { mapped } = await loadExports(db, config, silentContext);
    await buildMarts(db, config, { month: '2014-07' });
    await createFigures(db, mapped, withoutRisk(db));
    const found = await db.rows<{ name: string; told: string; month: string }>(
      `SELECT concat(metric, '_', system_id, '.csv') AS name, month, concat_ws(' ', epoch_us(from_hour) // 3600000000, epoch_us(to_hour) // 3600000000, epoch_us(raised_hour) // 3600000000) AS told
       FROM mart.capacity_signs ORDER BY series, from_hour`,
    );
    const signs = new Map<string, number>();
    const over = new Map<string, number>();
    for (const name of readdirSync(data).filter((file) => file.endsWith('.csv'))) {
      const lines = new Set(readFileSync(join(data, name), 'utf8').split(/\r?\n/).slice(1).filter(Boolean));
      const expected = signsOf(groupBy(lines, 3_600_000));
      expect([name, found.filter((f) => f.name === name).map((f) => f.told)]).toEqual([name, expected]);
      for (const sign of expected) {
        const month = new Date(Number(sign.split(' ')[2]) * 3_600_000).toISOString().slice(0, 7);
        signs.set(month, (signs.get(month) ?? 0) + 1);
      }
      for (const [day, values] of groupBy(lines, 24 * 3_600_000)) {
        const p95 = quantile(values, 0.95);
        const month = new Date(day * 24 * 3_600_000).toISOString().slice(0, 7);
        if ((name.includes('asg') && p95 > 60) || (name.includes('5f5533') && p95 < 40))
          over.set(month, (over.get(month) ?? 0) + 1);
      }
    }
    const figures = await db.rows<{ month: string; metric: string; value: number | null; status: string }>(
      `SELECT month, metric, value, status FROM mart.figures WHERE scope_kind = 'group' AND metric LIKE 'capacity%' ORDER BY month`,
    );
    const months = ['2014-02', '2014-03', '2014-04', '2014-05', '2014-06', '2014-07'];
    const series = (metric: string) =>
      figures.filter((f) => f.metric === metric).map((f) => [f.month, f.value]);
    expect(series('capacity_signs')).toEqual(months.map((m) => [m, signs.get(m) ?? 0]));
    expect([...signs.values()].reduce((a, b) => a + b)).toBe(6);
    // March and April: the one series with a level that isn't gone yet has no more samples.
    expect(series('capacity_over_warn_days')).toEqual(
      months.map((m) => [m, over.get(m) ?? (m === '2014-03' || m === '2014-04' ? null : 0)]),
    );
    // R: d$day of Tokyo; p <- tapply(d$value, day, quantile, .95, type = 7); of those from 2014-05-03 on: s of outer(), as in
    // test/stats/theilSen.test.ts; level <- median(y - b*x) + b*e; (120 - level) / b for b of the median, upper and lower slope
    const crossing = await db.rows<Record<string, number | string | null>>(
      `SELECT month, value, lower, upper, status FROM mart.figures WHERE scope_id = 'misconfiguration' AND metric = 'capacity_days_to_limit' AND month >= '2014-05' ORDER BY month`,
    );
    expect(crossing.map((c) => c.status)).toEqual(['no_data', 'not_applicable', '']);
    for (const [key, value] of [
      ['value', 59.6837977048],
      ['lower', 21.091723497],
      ['upper', 740.4803827093],
    ] as const)
      expect(crossing[2]![key]).toBeCloseTo(value, 6);
  } finally {
    db.close();
    rmSync(scratch, { recursive: true });
  }
});
