/** figures.csv on its own: names, sums over the tiers, running sums, and its twin in Parquet. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/duckdb/database.js';
import { scopeKinds } from '../../src/metrics/figure.js';
import { metrics } from '../../src/metrics/registry.js';
import { byId, columns, numberOf, type Row, readFigures } from './figuresFile.js';
import { demo } from './kado.js';

let dist: string;
let rows: readonly Row[];
let figures: ReadonlyMap<string, Row>;
beforeAll(async () => {
  dist = await demo();
  rows = readFigures(dist);
  figures = byId(rows);
});

/** RFC 3986: everything but the unreserved characters is percent-encoded. */
const encoded = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => String.fromCharCode(byte))
    .map((c) =>
      /[A-Za-z0-9._~-]/.test(c) ? c : `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('');
const tiers = ['group', 'company', 'unit', 'system'];
const additive = new Set(
  metrics
    .filter((m) => m.unit === 'count' && (m.measure.kind === 'pooled' || m.measure.kind === 'cumulative'))
    .map((m) => m.id),
);
/** Ids that a spreadsheet would run have an apostrophe in front. */
const exact = (id: string): string => id.replace(/^'(?=[=+@\t\r-])/, '');

describe('figures.csv', () => {
  it('gives every figure one id, made of its columns', () => {
    expect(figures.size).toBe(rows.length);
    const wrong = rows.filter((row) => {
      const [dimension, ...member] = row.breakdown!.split(':');
      const tail = row.breakdown === '' ? '' : `/${dimension}:${encoded(member.join(':'))}`;
      const id = `${row.month}/${row.metric}/${row.scope_kind}:${encoded(exact(row.scope_id!))}${tail}`;
      return row.figure_id !== id;
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('keeps to the words of the contract', () => {
    const judged = ['', 'on_track', 'at_risk', 'off_track', 'too_early', 'met', 'not_met'];
    const missing = ['no_data', 'not_applicable', 'too_early'];
    const units = new Set(metrics.map((m) => m.unit as string));
    const wrong = rows.filter(
      (row) =>
        !/^\d{4}-(0[1-9]|1[0-2])$/.test(row.month!) ||
        !/^[a-z][a-z0-9_]*$/.test(row.metric!) ||
        !(scopeKinds as readonly string[]).includes(row.scope_kind!) ||
        !/^((grade|class):.+)?$/.test(row.breakdown!) ||
        !/^(-?\d+(\.\d+)?(e[+-]?\d+)?)?$/.test(row.value!) ||
        !units.has(row.unit!) ||
        !(row.value === '' ? missing : judged).includes(row.status!) ||
        !['lower', 'upper', 'target'].every((c) => /^(-?\d+(\.\d+)?(e[+-]?\d+)?)?$/.test(row[c]!)) ||
        (row.lower !== '' && row.value !== '' && !(Number(row.lower) <= Number(row.value))) ||
        (row.upper !== '' && row.value !== '' && !(Number(row.value) <= Number(row.upper))) ||
        !(Number(row.coverage) >= 0 && Number(row.coverage) <= 1 && row.coverage !== '') ||
        !['true', 'false'].includes(row.complete!) ||
        !/^\d+$/.test(row.source_rows!),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('has a row for every metric, month and scope, in all months up to the reported one', () => {
    const keys = new Set(rows.map((row) => row.month));
    expect([...keys].sort().at(0)).toBe('2024-04');
    expect([...keys].sort().at(-1)).toBe('2026-10');
    expect(keys.size).toBe(31);
    // Caps and indices stand only where somebody has set or paid them; systems have no theme, and no supplier of their own.
    const everywhere = metrics.filter((m) => m.measure.kind !== 'worked_out');
    const ofRecords = everywhere.filter((m) => 'ofIncidents' in m.measure || m.measure.kind === 'cumulative');
    const missing = rows
      .filter((row) => row.metric === 'records')
      .flatMap((row) =>
        (['theme', 'supplier'].includes(row.scope_kind!) ? ofRecords : everywhere).flatMap(({ id }) => {
          const twin = row.figure_id!.replace('/records/', `/${id}/`);
          return figures.has(twin) ? [] : [twin];
        }),
      );
    expect([...new Set(rows.map((row) => row.metric))].sort()).toEqual(metrics.map((m) => m.id).sort());
    expect(missing.slice(0, 5)).toEqual([]);
  });

  it('adds up over systems, units, companies and the group, in every month', () => {
    const sums = new Map<string, Record<string, number>>();
    for (const row of rows) {
      if (!additive.has(row.metric!) || !tiers.includes(row.scope_kind!)) continue;
      // Grades of one scheme add up to its company, not beyond; classes and the whole do.
      if (row.breakdown!.startsWith('grade:')) continue;
      const key = `${row.month} ${row.metric} ${row.breakdown}`;
      const sum = sums.get(key) ?? Object.fromEntries(tiers.map((tier) => [tier, 0]));
      sum[row.scope_kind!]! += Number(row.value);
      sums.set(key, sum);
    }
    expect(sums.size).toBeGreaterThan(31 * 5);
    expect([...sums].filter(([, sum]) => new Set(Object.values(sum)).size > 1)).toEqual([]);
  });

  it('adds up over the grades, where every incident has one', () => {
    const grades = new Map<string, number>();
    for (const row of rows)
      if (row.breakdown!.startsWith('grade:') && additive.has(row.metric!)) {
        const whole = row.figure_id!.slice(0, row.figure_id!.lastIndexOf('/grade:'));
        grades.set(whole, (grades.get(whole) ?? 0) + Number(row.value));
      }
    expect(grades.size).toBeGreaterThan(1000);
    expect([...grades].filter(([id, sum]) => sum !== numberOf(figures, id)).slice(0, 5)).toEqual([]);
  });

  it('has running sums from April to March in incidents_fytd', () => {
    const running = new Map<string, number>();
    const wrong: string[] = [];
    // By grade and class the year to date is graded anew at each month's end: test/marts/valuations.test.ts.
    const monthly = rows.filter((row) => row.metric === 'incidents' && row.breakdown === '');
    for (const row of [...monthly].sort((a, b) => (a.month! < b.month! ? -1 : 1))) {
      const key = `${row.scope_kind}:${row.scope_id} ${row.breakdown}`;
      const before = row.month!.endsWith('-04') ? 0 : (running.get(key) ?? 0);
      running.set(key, before + Number(row.value));
      const id = row.figure_id!.replace('/incidents/', '/incidents_fytd/');
      if (numberOf(figures, id) !== running.get(key)) wrong.push(id);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(monthly.length).toBe(
      rows.filter((row) => row.metric === 'incidents_fytd' && row.breakdown === '').length,
    );
  });

  it('never has more incidents than records, nor a 90th percentile under the median', () => {
    const over = rows.filter((row) => {
      const twin = (metric: string) =>
        numberOf(figures, row.figure_id!.replace(`/${row.metric}/`, `/${metric}/`));
      if (row.metric === 'incidents' && row.breakdown === '') return Number(row.value) > twin('records');
      if (row.metric === 'restore_minutes_median') return Number(row.value) > twin('restore_minutes_p90');
      return row.metric === 'impact_index_max' && Number(row.value) > twin('impact_index') * (1 + 1e-12);
    });
    expect(over.slice(0, 5)).toEqual([]);
  });

  it('is the same as figures.parquet', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kado-parquet-'));
    copyFileSync(join(dist, 'data', 'figures.parquet'), join(folder, 'figures.parquet'));
    const db = await openDatabase(folder);
    const typed = await db.rows<Record<string, string | number | boolean | null>>(
      `SELECT * FROM read_parquet('${folder}/figures.parquet')`,
    );
    db.close();
    rmSync(folder, { recursive: true });
    expect(typed.length).toBe(rows.length);
    expect(Object.keys(typed[0]!)).toEqual(columns);
    const differing = typed.flatMap((figure, i) =>
      columns.flatMap((column) => {
        const [value, text] = [figure[column], rows[i]![column]!];
        const same =
          value === null
            ? text === ''
            : typeof value === 'number'
              ? text !== '' && Number(text) === value
              : String(value) === (column === 'scope_id' ? exact(text) : text);
        return same ? [] : [`${figure.figure_id} ${column}: ${value} and ${text}`];
      }),
    );
    expect(differing.slice(0, 5)).toEqual([]);
  });
});
