/** Thresholds: on the bound, beside it, falling ones, findings; which inputs there are at all. */
import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/config/risk.js';
import { riskJudged } from '../../src/risk/judged.js';
import { april, judge, riskProject } from './judgements.js';
import { riskRows } from './marts.js';

type Asked = Readonly<Record<string, readonly (number | string | null)[]>>;

/** Levels of values (or findings), by driver and input. */
async function levelsOf(asked: Asked, yaml = ''): Promise<Readonly<Record<string, number[]>>> {
  const rows = Object.entries(asked).flatMap(([key, list]) =>
    list.map((v, i) => {
      const [driver, input] = key.split(' ');
      const [value, category] = typeof v === 'string' ? ['NULL', `'${v}'`] : [v ?? 'NULL', 'NULL'];
      return `(${i}, '${driver}', '${input}', ${value}::DOUBLE, ${category}::VARCHAR)`;
    }),
  );
  const given = {
    risk_inputs: `SELECT '2026-04' AS month, lpad(i::VARCHAR, 3, '0') AS system_id, driver, input, value, category, '' AS state FROM (VALUES ${rows.join(', ')}) v(i, driver, input, value, category)`,
  };
  const query = `SELECT driver || ' ' || input, level FROM mart.risk_judged ORDER BY system_id, driver, input`;
  const judged = (await riskRows(riskProject({ yaml }), april, given, [riskJudged], query)) as [
    string,
    number,
  ][];
  return Object.fromEntries(
    Object.keys(asked).map((key) => [key, judged.filter(([of]) => of === key).map(([, level]) => level)]),
  );
}

describe('a level', () => {
  it('is reached on its bound, of what falls from above; without a bound it is passed over', async () => {
    const levels = await levelsOf({
      'caps cap_chance': [0, 0.0999, 0.1, 0.2999, 0.3, 0.8, 0.9999, 1],
      'capacity days_to_limit': [181, 180.01, 180, 91, 90, 30, 8, 7, 0, null],
      'suppliers contract_days': [91, 90, 0, -5],
      'open regulator_overdue': [0, 1, 2, 3],
      'capacity capacity_signs': [0, 1, 3, 1000],
      'signal incidents_worse': ['outside', 'none', 'odd'],
    });
    expect(levels).toEqual({
      'caps cap_chance': [0, 0, 1, 1, 2, 3, 3, 4],
      'capacity days_to_limit': [0, 0, 1, 1, 2, 3, 3, 4, 4, 0],
      'suppliers contract_days': [0, 1, 4, 4],
      'open regulator_overdue': [0, 3, 3, 4],
      'capacity capacity_signs': [0, 1, 2, 2],
      'signal incidents_worse': [2, 0, 0],
    });
  });
  it('is as configured', async () => {
    const yaml =
      'risk: { drivers: { signal: { incidents_worse: { outside: 4 } }, caps: { cap_chance: [0.5, null, null, null] } } }\n';
    const asked = { 'signal incidents_worse': ['outside', 'trend'], 'caps cap_chance': [0.49, 0.5, 1] };
    expect(await levelsOf(asked, yaml)).toEqual({
      'signal incidents_worse': [4, 2],
      'caps cap_chance': [0, 1, 1],
    });
  });
});

describe('the inputs', () => {
  /** Those of the configuration: what is neither weight, required nor used. */
  const configured = Object.entries(drivers.parse({})).flatMap(
    ([driver, { weight, required, used, ...inputs }]) =>
      Object.keys(inputs).map((input) => `${driver} ${input}`),
  );
  it('are those of the configuration, once for each system and month', async () => {
    const { rows } = await judge(riskProject({}), april);
    expect(configured).toHaveLength(28);
    expect(rows).toHaveLength(4 * 4 * 28);
    expect(new Set(rows.map((row) => row.slice(0, 4).join(' '))).size).toBe(rows.length);
    expect([...new Set(rows.map((row) => `${row[2]} ${row[3]}`))].sort()).toEqual([...configured].sort());
  });
  it('are left out with a driver that is not used', async () => {
    const yaml = 'risk: { drivers: { harm: { used: false }, register: { used: false } } }\n';
    const { rows } = await judge(riskProject({ yaml }), april);
    expect(rows).toHaveLength(4 * 4 * (28 - 6));
    const none = Object.keys(drivers.parse({})).map((driver) => `${driver}: { used: false }`);
    const nothing = await judge(riskProject({ yaml: `risk: { drivers: { ${none.join(', ')} } }\n` }), april);
    expect(nothing.rows).toEqual([]);
  });
});
