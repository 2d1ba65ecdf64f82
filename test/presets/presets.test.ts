/** Every preset on an export of its tool: the rows as staged, the account of all rows, and what is said. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { usualCaps } from '../../loaders/caps.js';
import { presets } from '../../loaders/presets/index.js';
import { contracts } from '../../src/staging/contracts/index.js';
import { type Files, systemsCsv, toldReject, withStaged } from '../loaders/project.js';
import { cases, isHere, type PresetCase } from './cases.js';

const kindOf = (name: string) => presets.find((p) => p.name === name)!.kind;
const columns = {
  incidents:
    'incident_id, occurred_at::VARCHAR AS occurred, restored_at::VARCHAR AS restored, state, severity, title, system_id',
  capacity: 'system_id, metric, "at"::VARCHAR AS "at", value, component',
} as const;

function project({ preset, fixture, source = [], systems }: PresetCase): Files {
  const path = fileURLToPath(new URL(`fixtures/${fixture}`, import.meta.url)).replaceAll('\\', '/');
  const lines = [`preset: ${preset}`, ...source].map((line) => `      ${line}\n`).join('');
  const entry = `    - path: ${JSON.stringify(path)}\n${lines}`;
  const given =
    kindOf(preset) === 'incidents'
      ? `  incidents:\n${entry}`
      : `  incidents: i.csv\n  ${kindOf(preset)}:\n${entry}`;
  return {
    'kado.yaml': `max_reject_rate: 1\nsources:\n  systems: s.csv\n${given}`,
    's.csv': systemsCsv(...systems),
    'i.csv': 'incident_id,occurred_at\ni1,2026-04-01\n',
  };
}

describe('every preset', () => {
  it('has a case', () => {
    expect(presets.map((p) => p.name)).toEqual([...new Set(cases.map((c) => c.preset))]);
  });

  it.each(presets.map((p) => [p.name, p] as const))('%s names columns of its kind', (_, preset) => {
    const known = contracts[preset.kind].columns.map((c) => c.name);
    expect(Object.keys(preset.columns).filter((c) => !known.includes(c))).toEqual([]);
  });

  it.each(presets.map((p) => [p.name, p] as const))('%s maps states to states', (_, preset) => {
    const state = contracts.incidents.columns.find((c) => c.name === 'state')!.type;
    const values = state.is === 'oneOf' ? state.values : [];
    const known = preset.columns.state;
    const mapped = known && 'map' in known ? Object.values(known.map ?? {}) : [];
    expect(mapped.filter((v) => v !== '' && !values.includes(v))).toEqual([]);
  });

  it('is described in both languages', () => {
    for (const { about, how } of presets) for (const text of [about, how]) expect(text.ja).not.toBe(text.en);
  });
});

describe.each(cases.map((c) => [`${c.preset}: ${c.fixture}`, c] as const))('%s', (_, c) => {
  it(`is staged${c.source ? ` with ${c.source.length} lines` : ' without a mapping'}`, async (ctx) => {
    ctx.skip(!isHere(c), `needs ${c.needs}, which this build does not have`);
    const kind = kindOf(c.preset) as keyof typeof columns;
    await withStaged(project(c), async ({ db, loaded, rejects }) => {
      const rows = await db.rows<Record<string, string | number | null>>(
        `SELECT ${columns[kind]} FROM staging.${kind} ORDER BY _file, _line`,
      );
      const plain = (v: string | number | null) => (typeof v === 'string' ? v.replace(/\+00$/, '') : v);
      // keep_last keeps later lines: the order of the ids is the fixture's, not that of the rows kept.
      const sorted = (list: readonly (readonly (string | number | null)[])[]) =>
        c.source?.some((line) => line.startsWith('keep_last'))
          ? [...list].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
          : list;
      expect(sorted(rows.map((row) => Object.values(row).map(plain)))).toEqual(c.rows);
      const receipt = loaded.receipts.find((r) => r.kind === kind)!;
      const { rows: count, staged, rejected, filtered, superseded, duplicate } = receipt;
      expect({ rows: count, staged, rejected, filtered, superseded, duplicate }).toEqual({
        staged: c.rows.length,
        rejected: 0,
        filtered: 0,
        superseded: 0,
        duplicate: 0,
        ...c.account,
      });
      expect(rejects.map(toldReject)).toEqual(c.rejects ?? []);
      const said = loaded.warnings.filter((w) => w.place?.file !== 'i.csv').map((w) => w.code);
      expect(said).toEqual(c.warnings ?? []);
      if (c.encoding !== undefined) expect(receipt.encoding).toBe(c.encoding);
    });
  });
});

describe('a file that ends at a cap', () => {
  const csv = (n: number, header = 'incident_id,occurred_at'): string =>
    `${header}\n${Array.from({ length: n }, (_, i) => `${i},2026-04-01 00:00\n`).join('')}`;
  const redmine = csv(500, '#,作成日');
  it.each<[string, number, string, string[], string[]]>([
    ['999 rows', 999, '', [], []],
    ['1,000 rows', 1000, '', [], ['rows_at_cap 1000']],
    ['1,001 rows', 1001, '', [], []],
    ['10,000 rows', 10_000, '', [], ['rows_at_cap 10000']],
    ['500 rows of no tool', 500, '', [], []],
    ['500 rows of Redmine', 0, redmine, ['preset: redmine-ja'], ['rows_at_cap 500']],
  ])('%s', async (_, n, text, source, expected) => {
    const entry = source.map((line) => `, ${line}`).join('');
    const files = {
      'kado.yaml': `sources:\n  systems: s.csv\n  incidents: { path: i.csv${entry} }\n`,
      's.csv': systemsCsv('s1'),
      'i.csv': text || csv(n),
    };
    await withStaged(files, async ({ loaded }) => {
      const said = loaded.warnings.map((w) => `${w.code} ${w.params.rows}`);
      expect(said).toEqual(expected);
    });
  });

  it('is told for every usual cap', () => {
    expect(usualCaps).toEqual([1000, 10_000, 20_000]);
  });
});
