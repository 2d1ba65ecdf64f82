import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDemo } from '../../data/generate/demo.js';
import { FORMULA_TITLE, ODD_SYSTEM, SCRIPT_TITLE, UNKNOWN_SYSTEM } from '../../data/generate/dirt.js';
import { DEFAULT_SEED, SUPPLIER } from '../../data/generate/planted.js';
import { loadConfig } from '../../src/config/load.js';
import { contracts } from '../../src/staging/contracts/index.js';
import { cellsOf, data, entriesOf, momentOf, type Row, recordsOf, root, textOf, truth } from './exports.js';

const scratch = mkdtempSync(join(tmpdir(), 'kado-demo-'));
afterAll(() => rmSync(scratch, { recursive: true }));
const write = (name: string, seed: string) => {
  const out = join(scratch, name);
  writeDemo({ out, seed, systems: 1, incidents: 1 });
  return out;
};
const files = [...Object.keys(truth.rows), 'truth.json'];
const incidents = recordsOf('incidents');
const actions = recordsOf('actions');

/** Usable, not canceled, not after October: what counts. The dirty rows' fate is data/README.md's table. */
const counting: Row[] = [
  ...new Map(incidents.map(({ record }) => [record.incident_id!, record])).values(),
].filter(
  (i) =>
    i.state !== 'canceled' && momentOf(i.occurred_at!) < '2026-11' && !i.occurred_at!.startsWith('31/02'),
);
const byMonth = (list: readonly Row[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const i of list)
    counts[momentOf(i.occurred_at!).slice(0, 7)] = (counts[momentOf(i.occurred_at!).slice(0, 7)] ?? 0) + 1;
  return counts;
};
const months = Object.keys(truth.incidents_by_month.group!);
const monthly = (company: string): number[] =>
  months.map((month) => truth.incidents_by_month[company]![month]!);
const mean = (list: readonly number[]): number => list.reduce((sum, n) => sum + n, 0) / list.length;

describe('the generator', () => {
  it('writes the committed bytes, and the same twice', () => {
    const once = write('once', DEFAULT_SEED);
    const twice = write('twice', DEFAULT_SEED);
    for (const file of files) {
      const committed = readFileSync(join(data, file));
      expect(readFileSync(join(once, file)).equals(committed), file).toBe(true);
      expect(readFileSync(join(twice, file)).equals(committed), file).toBe(true);
    }
  });
  it('writes other incidents from another seed', () => {
    const other = write('other', 'another');
    expect(
      readFileSync(join(other, 'c/incidents.csv')).equals(readFileSync(join(data, 'c/incidents.csv'))),
    ).toBe(false);
  });
  it('multiplies systems and incidents', () => {
    const big = writeDemo({ out: join(scratch, 'big'), seed: 'x', systems: 3, incidents: 3 });
    expect(big.rows['group/systems.csv']).toBeGreaterThan(3 * 120);
    expect(JSON.parse(big.toJson()).incidents).toBeGreaterThan(2.7 * truth.incidents);
  });
});

describe('the files', () => {
  it('hold the rows of truth.json and nothing else stands in their folders', () => {
    for (const [path, rows] of Object.entries(truth.rows)) expect(cellsOf(path).length - 1, path).toBe(rows);
    const found = [...'abcdefg'].flatMap((id) => readdirSync(join(data, id)).map((name) => `${id}/${name}`));
    expect(found.sort()).toEqual(
      Object.keys(truth.rows)
        .filter((path) => !path.startsWith('group/'))
        .sort(),
    );
  });
  it('stay under 10 MB together', () => {
    expect(files.reduce((sum, file) => sum + statSync(join(data, file)).size, 0)).toBeLessThan(10_000_000);
  });
  it('keep what only CP932 can write', () => {
    const text = textOf('f/failures_fy2024.csv');
    for (const sign of ['㈱', '①', '髙']) expect(text).toContain(sign);
    expect(textOf('e/taisaku.tsv')).toContain('横展開');
    expect(readFileSync(join(data, 'd/incident_register.csv')).subarray(0, 3).toString('hex')).toBe('efbbbf');
  });
  it('name 120 systems in 25 units of seven companies, each name once', () => {
    const systems = recordsOf('systems').map(({ record }) => record);
    expect(new Set(systems.map((s) => s.system_id)).size).toBe(120);
    expect(new Set(systems.map((s) => s.name_ja)).size).toBe(120);
    expect(new Set(systems.map((s) => s.name_en)).size).toBe(120);
    expect(recordsOf('units')).toHaveLength(25);
  });
});

describe('the mapping of kado.yaml', () => {
  it('is read by the configuration', async () => {
    const config = await loadConfig(join(root, 'kado.yaml'), root, {});
    expect(config.companies.map((c) => `${c.id} ${c.scheme}`).join(', ')).toBe(
      'a finance-a, b finance-b, c finance-c, d transport-d, e transport-e, f manufacturing-f, g manufacturing-g',
    );
    expect(config.sources.incidents).toHaveLength(7);
  });
  it('names columns of the contract only', () => {
    for (const kind of ['incidents', 'actions'] as const) {
      const known = contracts[kind].columns.map((c) => c.name);
      for (const { entry } of entriesOf(kind))
        for (const name of Object.keys(entry.columns ?? {})) expect(known).toContain(name);
    }
  });
  it.each(['incidents', 'actions', 'systems'] as const)(
    'turns every listed value of %s into one of the contract',
    (kind) => {
      for (const column of contracts[kind].columns) {
        if (column.type.is !== 'oneOf') continue;
        const values = new Set(recordsOf(kind).map(({ record }) => record[column.name] ?? ''));
        for (const value of values) expect(['', ...column.type.values], column.name).toContain(value);
      }
    },
  );
  it('turns every company’s grades into critical, heavy and other', () => {
    const grades = new Set(incidents.map(({ record }) => record.severity));
    expect([...grades].sort()).toEqual(['critical', 'heavy', 'other']);
  });
});

describe('the counts', () => {
  it('are those of truth.json', () => {
    expect(byMonth(counting)).toEqual(truth.incidents_by_month.group);
    expect(counting).toHaveLength(truth.incidents);
  });
  it('are those of a group of this size', () => {
    expect(mean(monthly('group'))).toBeGreaterThan(60);
    expect(mean(monthly('group'))).toBeLessThan(70);
    for (const year of ['2024', '2025']) {
      const { critical, heavy } = truth.incidents_by_fiscal_year.group![year]!;
      expect(critical).toBeGreaterThanOrEqual(3);
      expect(critical).toBeLessThanOrEqual(8);
      expect(heavy).toBeGreaterThanOrEqual(30);
      expect(heavy).toBeLessThanOrEqual(50);
    }
  });
  it('are overdispersed where planted', () => {
    const [a, m] = [monthly('g'), mean(monthly('g'))];
    expect(mean(a.map((n) => (n - m) ** 2)) / m).toBeGreaterThan(1.6);
  });
});

describe('the planted truths', () => {
  const from = (month: string): number => months.indexOf(month);
  it('D is worse from May 2026, F better from October 2025', () => {
    const [d, f] = [monthly('d'), monthly('f')];
    expect(mean(d.slice(from('2026-05'))) / mean(d.slice(0, from('2026-05')))).toBeGreaterThan(1.8);
    expect(mean(f.slice(from('2025-10'))) / mean(f.slice(0, from('2025-10')))).toBeLessThan(0.6);
    const base = d.slice(0, 24);
    expect(Math.max(...d.slice(from('2026-05')))).toBeGreaterThan(
      mean(base) + 3 * Math.sqrt(mean(base) * 1.6),
    );
  });
  it('B’s loan screening fails of the same cause five times, each naming the one before', () => {
    const series = counting.filter(
      (i) =>
        i.system_id === 'b-loan-screening' && i.root_cause === '信用情報照会の接続プールが戻されず枯渇した',
    );
    expect(series).toHaveLength(5);
    expect(series.map((i) => i.recurs_of).slice(1)).toEqual(series.map((i) => i.incident_id).slice(0, 4));
  });
  it('one critical incident is open, at A’s foreign exchange settlement', () => {
    const open = counting.filter((i) => i.severity === 'critical' && i.restored_at === '');
    expect(open.map((i) => i.system_id)).toEqual(['a-foreign-exchange-settlement']);
    expect(momentOf(open[0]!.occurred_at!)).toBe('2026-10-28 09:12');
  });
  it('one supplier stands behind systems of five companies', () => {
    const recent = counting.filter(
      (i) => i.supplier === SUPPLIER.name && momentOf(i.occurred_at!) >= '2026-07',
    );
    expect(new Set(recent.map((i) => i.system_id![0])).size).toBe(5);
    expect(new Set(recent.map((i) => i.system_id))).toEqual(new Set(SUPPLIER.systems));
  });
  it('actions are overdue, some of critical incidents', () => {
    const overdue = actions
      .map(({ record }) => record)
      .filter((a) => {
        const [due, done] = [momentOf(a.due_on!), momentOf(a.done_on!)];
        return (
          due < '2026-10-31' &&
          (done === '' || done > '2026-10-31') &&
          a.incident_id !== 'C-99999' &&
          a.incident_id !== 'F24-9999'
        );
      });
    expect(new Set(actions.map(({ record }) => record.action_id)).size).toBe(actions.length);
    const { critical, heavy, other } = truth.actions_overdue.group!;
    expect(overdue).toHaveLength(critical + heavy + other);
    expect(critical).toBeGreaterThanOrEqual(2);
  });
});

describe('the planted noise', () => {
  it('is E’s 6 then 10 and C’s 8, 10, 12, inside three standard deviations of their first 24 months', () => {
    expect(monthly('e').slice(-2)).toEqual([6, 10]);
    expect(monthly('c').slice(-3)).toEqual([8, 10, 12]);
    for (const company of ['c', 'e']) {
      const base = mean(monthly(company).slice(0, 24));
      const last = monthly(company).slice(-7);
      expect(last.at(-1)).toBeLessThan(base + 3 * Math.sqrt(base));
      expect(last.every((n) => n > base) || last.every((n) => n < base)).toBe(false);
    }
  });
});

describe('the dirty rows', () => {
  it.each(truth.dirty)('$file:$line is “$what” and stands in the README', ({ file, line, id, what }) => {
    expect(textOf(file).split('\n')[line - 1]).toContain(id);
    expect(readFileSync(join(data, 'README.md'), 'utf8')).toContain(`| ${file}:${line} | ${id} | ${what} |`);
  });
  it('are what they say', () => {
    const values = (name: string): (string | undefined)[] => incidents.map(({ record }) => record[name]);
    expect(values('title')).toContain(SCRIPT_TITLE);
    expect(values('title')).toContain(FORMULA_TITLE);
    expect(values('system_id')).toContain(ODD_SYSTEM);
    expect(values('system_id')).toContain(UNKNOWN_SYSTEM);
    expect(values('system_id')).toContain('');
    expect(values('occurred_at')).toContain('31/02/2025 10:12');
    expect(cellsOf('d/incident_register.csv').filter((row) => row.length === 38)).toHaveLength(1);
    const ids = incidents.map(({ record }) => record.incident_id!);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toHaveLength(2);
    expect(
      counting.filter((i) => i.restored_at !== '' && momentOf(i.restored_at!) < momentOf(i.occurred_at!)),
    ).toHaveLength(1);
  });
  it('are under 5 % of each file', () => {
    for (const [path, rows] of Object.entries(truth.rows))
      expect(truth.dirty.filter(({ file }) => file === path).length / rows, path).toBeLessThan(0.05);
  });
});
