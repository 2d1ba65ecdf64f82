/** Thresholds: on the bound, beside it, falling ones, findings; which inputs there are at all. */
import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/config/risk.js';
import { riskJudged } from '../../src/risk/judged.js';
import { april, judge, riskProject } from './judgements.js';
import { riskRows } from './marts.js';

/** Levels of values (or findings) of one input. */
const levels = async (
  driver: string,
  input: string,
  list: readonly (number | string | null)[],
  yaml = '',
) => {
  const rows = list.map((v, i) => {
    const [value, category] = typeof v === 'string' ? ['NULL', `'${v}'`] : [v ?? 'NULL', 'NULL'];
    return `('${String(i).padStart(3, '0')}', ${value}::DOUBLE, ${category}::VARCHAR)`;
  });
  const given = {
    risk_inputs: `SELECT '2026-04' AS month, id AS system_id, '${driver}' AS driver, '${input}' AS input, value, category, '' AS state FROM (VALUES ${rows.join(', ')}) v(id, value, category)`,
  };
  const query = 'SELECT level FROM mart.risk_judged ORDER BY system_id';
  return (await riskRows(riskProject({ yaml }), april, given, [riskJudged], query)).flat();
};

describe('a level', () => {
  it('is reached on its bound', async () => {
    const values = [0, 0.0999, 0.1, 0.2999, 0.3, 0.8, 0.9999, 1];
    expect(await levels('caps', 'cap_chance', values)).toEqual([0, 0, 1, 1, 2, 3, 3, 4]);
  });
  it('of what falls is reached from above', async () => {
    const values = [181, 180.01, 180, 91, 90, 30, 8, 7, 0, null];
    expect(await levels('capacity', 'days_to_limit', values)).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4, 0]);
    expect(await levels('suppliers', 'contract_days', [91, 90, 0, -5])).toEqual([0, 1, 4, 4]);
  });
  it('without a bound is passed over', async () => {
    expect(await levels('open', 'regulator_overdue', [0, 1, 2, 3])).toEqual([0, 3, 3, 4]);
    expect(await levels('capacity', 'capacity_signs', [0, 1, 3, 1000])).toEqual([0, 1, 2, 2]);
  });
  it('of a finding is as configured; any other finding is none', async () => {
    expect(await levels('signal', 'incidents_worse', ['outside', 'none', 'odd'])).toEqual([2, 0, 0]);
    const yaml =
      'risk: { drivers: { signal: { incidents_worse: { outside: 4 } }, caps: { cap_chance: [0.5, null, null, null] } } }\n';
    expect(await levels('signal', 'incidents_worse', ['outside', 'trend'], yaml)).toEqual([4, 2]);
    expect(await levels('caps', 'cap_chance', [0.49, 0.5, 1], yaml)).toEqual([0, 1, 1]);
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
