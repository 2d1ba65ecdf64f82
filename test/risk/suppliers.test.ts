/** Behind how much each supplier stands, worked by hand. */
import { describe, expect, it } from 'vitest';
import { externalServices } from '../../src/risk/externalServices.js';
import { supplierWeights } from '../../src/risk/suppliers.js';
import type { Files } from '../loaders/project.js';
import { april, project } from '../marts/plainProject.js';
import { everySystem, riskRows } from './marts.js';

const noLevels = `SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::INTEGER AS level WHERE false`;
const weigh = (files: Files, systems: string, columns: string, levels = noLevels) =>
  riskRows(
    files,
    april,
    { risk_systems: systems, risk_levels: levels },
    [externalServices, supplierWeights],
    `SELECT ${columns} FROM mart.supplier_weights ORDER BY month, supplier`,
  );

/** `n` systems t1, t2, … of unit u1 (company a) and, from `n + 1` to 2 n, of u2 (b), with these suppliers. */
const systems = (n: number, suppliers: Readonly<Record<string, readonly number[]>>, yaml = ''): Files => ({
  ...project(
    {
      'system_suppliers.csv': `system_id,supplier\n${Object.entries(suppliers)
        .flatMap(([name, ids]) => ids.map((i) => `t${i},"${name.replaceAll('"', '""')}"`))
        .join('\n')}\n`,
    },
    yaml,
    'I0,2026-04-01,t1\n',
  ),
  's.csv': `system_id,unit_id,name_ja\n${Array.from({ length: 2 * n }, (_, i) => `t${i + 1},${i < n ? 'u1' : 'u2'},s`).join('\n')}\n`,
});
const important = (...ids: number[]) => everySystem(Object.fromEntries(ids.map((i) => [`t${i}`, 4])));

describe('what a supplier stands behind', () => {
  it('is half of the critical systems: a concentration', async () => {
    // Of 20 systems, 6 of importance 4: t1–t3 of a, t11–t13 of b. V stands behind t1, t2, t11 of them, and t4; W behind t3 and t12, and t19.
    const files = systems(10, { V: [1, 2, 4, 11], W: [3, 12, 19], 'A"/<b>': [20] });
    const rows = await weigh(
      files,
      important(1, 2, 3, 11, 12, 13),
      'month, supplier, systems, units, companies, top_systems, all_top, share, concentrated, worst',
    );
    expect(rows).toEqual([
      ['2026-04', 'A"/<b>', 1, 1, 1, 0, 6, 0, false, null],
      ['2026-04', 'V', 4, 2, 2, 3, 6, 0.5, true, null],
      // A third of them, but two of them are no concentration, whatever else it stands behind.
      ['2026-04', 'W', 3, 2, 2, 2, 6, 2 / 6, false, null],
    ]);
  });

  it.each<[what: string, tops: number, behind: number, expected: boolean]>([
    ['a fifth exactly', 15, 3, true],
    ['just under a fifth', 16, 3, false],
    ['three of three', 3, 3, true],
    ['two of two', 2, 2, false],
  ])('is a concentration from a fifth and three systems on: %s', async (_, tops, behind, expected) => {
    const upTo = (n: number) => Array.from({ length: n }, (__, i) => i + 1);
    const rows = await weigh(systems(8, { V: upTo(behind) }), important(...upTo(tops)), 'concentrated');
    expect(rows).toEqual([[expected]]);
  });

  it('is a concentration by what the configuration says', async () => {
    const yaml = 'risk: { concentration: { importance: 1, share: 0.5, systems: 2 } }\n';
    const rows = await weigh(
      systems(2, { V: [1, 2], W: [3] }, yaml),
      everySystem(),
      'supplier, all_top, concentrated',
    );
    expect(rows).toEqual([
      ['V', 4, true],
      ['W', 4, false],
    ]);
  });

  it('counts a system of which the importance is not known as configured, and no stand-in for the unknown', async () => {
    const systemsOf = `${everySystem({ t1: null, t2: 4 })}
      UNION ALL SELECT '2026-04', 'unmapped', 'unmapped', 'unmapped', false, NULL, 4, 2.0`;
    expect(await weigh(systems(1, { V: [1] }), systemsOf, 'top_systems, all_top, share')).toEqual([
      [1, 2, 0.5],
    ]);
  });

  it('has no share where there is no such system', async () => {
    expect(await weigh(systems(1, { V: [1] }), everySystem(), 'all_top, share, concentrated')).toEqual([
      [0, null, false],
    ]);
  });

  it('is at worst what its worst system is at; unknown where none has a level', async () => {
    const levels = `SELECT '2026-04' AS month, * FROM (VALUES ('t1', 1), ('t2', 3), ('t3', NULL), ('t4', 4)) v(system_id, level)`;
    const rows = await weigh(systems(2, { V: [1, 2, 3], W: [3] }), everySystem(), 'supplier, worst', levels);
    expect(rows).toEqual([
      ['V', 3],
      ['W', null],
    ]);
  });

  it('ends with the contract, month by month', async () => {
    const files = project({
      'system_suppliers.csv':
        'system_id,supplier,contract_until\ns1,V,2026-02-28\ns2,V,2026-03-01\ns2,W,2026-01-31\n',
    });
    // s1 is u1's (a) till February.
    expect(await weigh(files, everySystem(), 'month, supplier, systems, units')).toEqual([
      ['2026-01', 'V', 2, 1],
      ['2026-01', 'W', 1, 1],
      ['2026-02', 'V', 2, 1],
      ['2026-03', 'V', 1, 1],
    ]);
  });
});
