/**
 * The public files in shared/data (no part of the repository), each that fits a kind, as it is: test/cases/real/<folder>/kado.yaml
 * loads it, by DuckDB's reader and by ours. What is expected is counted here by a few lines that know nothing of the loaders.
 * Two files fit no kind: control-chart-vectors (vectors for rules) and labelled_windows.json (spans of time that people marked).
 * The ServiceNow log, with its companies, units and systems, is loaded by test/site/serviceNow.test.ts.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listExports, loadExports } from '../../loaders/index.js';
import { readConfig } from '../../src/config/load.js';
import { openDatabase } from '../../src/duckdb/database.js';
import { formatPlace, type Problem } from '../../src/errors.js';
import { buildMarts } from '../../src/marts/index.js';
import { silentContext } from '../../src/run.js';
import { closes } from '../../src/staging/receipt.js';
import { readRejects } from '../../src/staging/rejects.js';
import { type Staged, toldReject } from './project.js';

const data = resolve('..', 'shared', 'data');
const isHere = existsSync(join(data, 'README.md'));
const reason = `${data} is not here: it is no part of the repository`;
const ways = ["by DuckDB's reader", 'by ours'] as const;

async function withCase(
  name: string,
  way: (typeof ways)[number],
  use: (staged: Staged) => Promise<void>,
  change = (yaml: string) => yaml,
): Promise<void> {
  const folder = resolve('test/cases/real', name);
  const yaml = change(readFileSync(join(folder, 'kado.yaml'), 'utf8'));
  const config = readConfig(new TextEncoder().encode(yaml), 'kado.yaml', folder, {});
  const scratch = mkdtempSync(join(tmpdir(), 'kado-real-'));
  const db = await openDatabase(scratch, way === 'by ours' ? {} : { readable: await listExports(config) });
  try {
    const loaded = await loadExports(db, config, silentContext);
    expect(loaded.receipts.every(closes)).toBe(true);
    await use({ db, config, loaded, rejects: await readRejects(db) });
  } finally {
    db.close();
    rmSync(scratch, { recursive: true });
  }
}

/** Warnings and accounts name files by their last part. */
const short = (text: string): string => text.replace(/\S*\//, '');
const accounts = ({ loaded }: Staged, kind: string): (string | number)[][] =>
  loaded.receipts
    .filter((r) => r.kind === kind)
    .map((r) => [short(r.path), r.rows, r.staged, r.rejected, r.filtered, r.superseded, r.duplicate]);
const toldShort = ({ code, place }: Problem): string => `${code} ${short(formatPlace(place!))}`;
const linesOf = (text: string): string[] => text.split(/\r?\n/).filter((line) => line !== '');

describe.each(ways)('%s', { timeout: 60_000 }, (way) => {
  test('cloudwatch-utilisation: nine series by day', async ({ skip }) => {
    skip(!isHere, reason);
    await withCase('cloudwatch-utilisation', way, async (staged) => {
      const { db, config, loaded, rejects } = staged;
      const folder = join(data, 'cloudwatch-utilisation');
      const series = accounts(staged, 'capacity');
      expect(series).toHaveLength(9);
      const expected = new Map<string, number[]>();
      for (const [name, rows, ...account] of series) {
        const lines = linesOf(readFileSync(join(folder, String(name)), 'utf8')).slice(1);
        expect([name, rows]).toEqual([name, lines.length]);
        // The hour in which clocks went forward there: twelve samples of one moment, all of the same value, count once.
        const twice = lines.length - new Set(lines).size;
        expect([name, twice]).toEqual([name, String(name).includes('1ef3de') ? 11 : 0]);
        expect(account).toEqual([lines.length - twice, 0, 0, 0, twice]);
        for (const line of new Set(lines)) {
          const [at, value] = line.split(',') as [string, string];
          // Times in UTC; days in Tokyo, nine hours ahead.
          const day = new Date(Date.parse(`${at.replace(' ', 'T')}Z`) + 9 * 3_600_000).toISOString();
          const key = `${String(name).replace('.csv', '')} ${day.slice(0, 10)}`;
          expected.set(key, [...(expected.get(key) ?? []), Number(value)]);
        }
      }
      await buildMarts(db, config, {});
      const days = await db.rows<{
        key: string;
        samples: number;
        mean: number;
        p95: number;
        maximum: number;
        missing: number;
      }>(
        `SELECT concat(metric, '_', system_id, ' ', day) AS key, samples, mean, p95, maximum, missing_share AS missing
         FROM mart.capacity_days ORDER BY ALL`,
      );
      expect(days.map((d) => d.key)).toEqual([...expected.keys()].sort());
      for (const { key, samples, mean, p95, maximum } of days) {
        const values = expected.get(key)!.sort((a, b) => a - b);
        const place = (values.length - 1) * 0.95;
        const [low, high] = [values[Math.floor(place)]!, values[Math.ceil(place)]!];
        expect([key, samples, maximum]).toEqual([key, values.length, values.at(-1)]);
        const average = values.reduce((a, b) => a + b) / values.length;
        expect(Math.abs(mean - average)).toBeLessThanOrEqual(average * 1e-9);
        expect(p95).toBeCloseTo(low + (high - low) * (place - Math.floor(place)), 6);
      }
      // A full day has 288 samples of five minutes. Each series begins and ends within a day; some have gaps besides.
      for (const { key, samples, missing } of days)
        expect([key, missing]).toEqual([key, Math.max(0, 1 - samples / 288)]);
      const gaps = days.filter((d) => d.missing > 0);
      expect(gaps.length).toBeGreaterThan(18);
      expect(loaded.warnings.map(toldShort)).toEqual(
        Array.from(
          { length: 11 },
          (_, i) => `duplicate_identical ec2_disk_write_bytes_1ef3de.csv:${2120 + i}`,
        ),
      );
      expect(rejects).toEqual([]);
    });
  });

  test('host-inventory: systems, and limits in mixed units, on their lines', async ({ skip }) => {
    skip(!isHere, reason);
    const text = readFileSync(join(data, 'host-inventory', 'hosts.csv'), 'utf8');
    // A record begins on a line before which quotes are closed.
    const begins: { line: number; fields: string[] }[] = [];
    let quotes = 0;
    for (const [i, line] of text.split('\n').slice(0, -1).entries()) {
      if (quotes % 2 === 0) begins.push({ line: i + 1, fields: line.split(',') });
      quotes += line.split('"').length - 1;
    }
    const hosts = begins.slice(1);
    const factor: Readonly<Record<string, number>> = { g: 1000, t: 1_000_000 };
    await withCase('host-inventory', way, async (staged) => {
      const { db, loaded, rejects } = staged;
      const systems = await db.rows(
        'SELECT _line::INTEGER AS line, system_id AS id, unit_id AS unit, customer_facing AS facing FROM staging.systems ORDER BY 1',
      );
      expect(systems).toEqual(
        hosts.map(({ line, fields }) => ({
          line,
          id: fields[0],
          unit: fields[3],
          facing: fields[9] === '' ? null : fields[9] === 'true',
        })),
      );
      const limits = await db.rows(
        'SELECT _line::INTEGER AS line, system_id AS id, metric, "limit" AS size FROM staging.capacity_limits ORDER BY metric, 1',
      );
      expect(limits).toEqual([
        ...hosts.map(({ line, fields }) => ({
          line,
          id: fields[0],
          metric: 'lvm_size',
          size: Number.parseFloat(fields[7]!) * (factor[fields[7]!.at(-1)!] ?? 1),
        })),
        ...hosts.map(({ line, fields }) => ({
          line,
          id: fields[0],
          metric: 'mem_size',
          size: Number(fields[6]),
        })),
      ]);
      expect(new Set(accounts(staged, 'capacity_limits').map(String))).toEqual(
        new Set(['hosts.csv,371,371,0,0,0,0']),
      );
      expect(rejects).toEqual([]);
      expect(loaded.warnings).toEqual([]);
    });
    // A unit that nobody declared is not guessed: the two hosts whose size is in `t`, each on its line.
    const inTera = hosts.filter(({ fields }) => fields[7]!.endsWith('t'));
    expect(inTera).toHaveLength(2);
    await withCase(
      'host-inventory',
      way,
      async ({ rejects }) =>
        expect(rejects.map(toldReject)).toEqual(
          inTera.map(({ line }) => `${line} value_unit_unknown lvm_size`),
        ),
      (yaml) => yaml.replace(', t: 1000000', '').replace('timezone:', 'max_reject_rate: 1\ntimezone:'),
    );
  });

  test('japanese-csv: CP932 with lines above its header, and the same re-saved in UTF-8', async ({
    skip,
  }) => {
    skip(!isHere, reason);
    const read = (name: string, encoding: string) =>
      linesOf(new TextDecoder(encoding).decode(readFileSync(join(data, 'japanese-csv', name))));
    await withCase('japanese-csv', way, async (staged) => {
      const { db, loaded, rejects } = staged;
      const encodings = loaded.receipts
        .filter((r) => r.kind !== 'systems' && r.kind !== 'incidents')
        .map((r) => r.encoding);
      expect(encodings).toEqual(['shift_jis', 'utf-8', 'shift_jis']);

      const holidays = await db.rows<{ line: string }>(
        `SELECT strftime(date, '%Y/%-m/%-d') || ',' || name AS line FROM staging.holidays ORDER BY date`,
      );
      const days = read('syukujitsu_cp932.csv', 'shift_jis').slice(1);
      expect(holidays.map((h) => h.line)).toEqual(days);
      expect([days.length, days[0]]).toEqual([1067, '1955/1/1,元日']);

      const demand = await db.rows<{
        component: string;
        day: string;
        samples: number;
        mean: number;
        maximum: number;
      }>(
        `SELECT component, strftime(day, '%Y/%-m/%-d') AS day, samples, mean, maximum FROM staging.capacity_days ORDER BY component, capacity_days.day`,
      );
      const whole = read('tepco_juyo_2016_cp932.csv', 'shift_jis').slice(2);
      const resaved = read('tepco_juyo_2016_first4months_utf8_resaved.csv', 'utf-8').slice(1);
      const expected = (component: string, lines: readonly string[]) =>
        [...new Set(lines.map((line) => line.split(',')[0]!))].map((day) => {
          const rows = lines.filter((line) => line.startsWith(`${day},`));
          const values = rows.map((row) => Number(row.split(',')[2]));
          const mean = values.reduce((a, b) => a + b) / values.length;
          return { component, day, samples: values.length, mean, maximum: Math.max(...values) };
        });
      expect(demand).toEqual([...expected('resaved', resaved), ...expected('whole', whole)]);
      expect(accounts(staged, 'capacity')).toEqual([
        ['tepco_juyo_2016_cp932.csv', 6600, 6600, 0, 0, 0, 0],
        ['tepco_juyo_2016_first4months_utf8_resaved.csv', 3191, 3191, 0, 0, 0, 0],
      ]);
      // Line 1 says when the file was made. The re-saved one lost its first row (0:00 of 1 April) and has other values, but its
      // text is in order: the only Japanese in it is 実績(万kW) on line 1, in UTF-8, so there is no mojibake to be warned of. It
      // would be 螳溽ｸｾ(荳㌣W) to whoever took it for CP932, which its bytes allow.
      expect(loaded.warnings.map(toldShort)).toEqual(['header_found_below tepco_juyo_2016_cp932.csv:3']);
      expect(resaved[0]).toBe('2016/4/1,1:00,2426');
      expect(rejects).toEqual([]);
    });
  });

  test('jira-export: a header of 83 columns, and no row', async ({ skip }) => {
    skip(!isHere, reason);
    await withCase('jira-export', way, async (staged) => {
      expect(accounts(staged, 'incidents')).toEqual([['headers.csv', 0, 0, 0, 0, 0, 0]]);
      expect([...staged.loaded.mapped].filter((m) => m.startsWith('incidents.')).sort()).toEqual([
        'incidents.found_by',
        'incidents.incident_id',
        'incidents.occurred_at',
        'incidents.restored_at',
        'incidents.severity',
        'incidents.state',
        'incidents.system_id',
        'incidents.title',
      ]);
      expect(staged.loaded.warnings).toEqual([]);
    });
  });
});
