/**
 * `npm run bench:risk`: 1,000 systems × 24 months from judged inputs to levels, tiers, figures and movement, on two threads. Every level is
 * drawn anew each month, so that there is far more movement than any organisation has. With `--whole` also all of risk, from the exports of such an
 * organisation on. Prints Markdown; asserts nothing: the machine decides.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listExports, loadExports } from '../loaders/index.js';
import { loadConfig, readConfig } from '../src/config/load.js';
import { openDatabase } from '../src/duckdb/database.js';
import { buildMarts } from '../src/marts/index.js';
import { buildMart } from '../src/marts/mart.js';
import { createFigures } from '../src/metrics/figures.js';
import { riskMarts } from '../src/risk/index.js';
import { driverValues, inputValues } from '../src/risk/rules.js';
import { silentContext } from '../src/run.js';
import { makeRiskProject } from './riskExports.js';

const { values } = parseArgs({
  options: {
    systems: { type: 'string', default: '1000' },
    months: { type: 'string', default: '24' },
    runs: { type: 'string', default: '3' },
    whole: { type: 'boolean', default: false },
  },
});
const rolledUp = [
  'risk_drivers',
  'risk_levels',
  'risk_scopes',
  'risk_matrix',
  'risk_figures',
  'risk_moves',
  'risk_move_parts',
];

const config = readConfig(
  new TextEncoder().encode(
    '{"title":{"ja":"x"},"timezone":"UTC","sources":{"systems":[{"path":"s"}],"incidents":[{"path":"i"}]}}',
  ),
  'kado.yaml',
  '/',
  {},
);
/** The same draw for the same key, on any machine: 0 to n − 1. */
const draw = (n: number, ...key: string[]): string => `(hash(${key.join(', ')}) % ${n})::INTEGER`;

/** Seven companies of seven units; every system in a layer, a flow and behind it a supplier. One level in five is no data, one doesn't apply. */
const tables: Readonly<Record<string, string>> = {
  months: `SELECT strftime(DATE '2024-01-01' + to_months(m::INTEGER), '%Y-%m') AS month FROM range(${Number(values.months)}) t(m)`,
  risk_systems: `SELECT month, format('s{:05d}', s) AS system_id, format('u{}', s % 49) AS unit_id, format('c{}', s % 7) AS company_id, true AS known,
      i AS importance, i AS counted, [${config.risk.importanceFactors.join(', ')}][i]::DOUBLE AS factor
    FROM (SELECT month, s, 1 + ${draw(4, 's', `'importance'`)} AS i FROM mart.months, range(${Number(values.systems)}) t(s) WHERE ${draw(50, 's', 'month')} > 0)`,
  risk_members: `SELECT month, kind AS scope_kind, CASE kind WHEN 'group' THEN 'group' WHEN 'company' THEN company_id WHEN 'unit' THEN unit_id WHEN 'system' THEN system_id
      ELSE format('{}{}', kind, ${draw(20, 'system_id', 'kind')}) END AS scope_id, system_id
    FROM mart.risk_systems, unnest(['group', 'company', 'unit', 'system', 'layer', 'flow', 'supplier']) t(kind)`,
  scopes: `SELECT DISTINCT m.month, m.scope_kind, m.scope_id, CASE WHEN m.scope_kind IN ('company', 'unit', 'system') THEN s.company_id END AS company_id
    FROM mart.risk_members m JOIN mart.risk_systems s ON s.month = m.month AND s.system_id = m.system_id`,
  coverage: `SELECT month, format('c{}', c) AS company_id, true AS complete FROM mart.months, range(7) t(c)`,
  risk_judged: `SELECT *, CASE WHEN state = '' THEN least(${draw(6, 'month', 'system_id', 'input')}, 4) END AS level FROM (
      SELECT s.month, s.system_id, i.driver, i.input, 1.0::DOUBLE AS value, NULL::VARCHAR AS category,
        CASE ${draw(5, 's.system_id', 'i.driver', 's.month')} WHEN 0 THEN 'no_data' WHEN 1 THEN 'not_applicable' ELSE '' END AS state
      FROM mart.risk_systems s CROSS JOIN (${inputValues(config)}) i(driver, input, nth))`,
};

const period = { asOf: '', asOfLocal: '', month: '', firstMonth: '', covers: [] };
const times = new Map<string, number[]>();
/** Of all threads together: what is left of the time on a machine that does other things besides. */
const work = new Map<string, number[]>();
const rows = new Map<string, number>();
for (let run = 0; run < Number(values.runs); run++) {
  const folder = mkdtempSync(join(tmpdir(), 'kado-risk-bench-'));
  const db = await openDatabase(folder, { threads: 2 });
  await db.run('CREATE SCHEMA mart');
  for (const [name, sql] of Object.entries(tables)) await db.run(`CREATE TABLE mart.${name} AS ${sql}`);
  for (const name of rolledUp) {
    const mart = riskMarts.find((m) => m.name === name)!;
    const [before, cpu] = [performance.now(), process.cpuUsage()];
    await buildMart(db, mart, { config, period, schemes: new Map() });
    times.set(name, [...(times.get(name) ?? []), performance.now() - before]);
    const { user, system } = process.cpuUsage(cpu);
    work.set(name, [...(work.get(name) ?? []), (user + system) / 1000]);
  }
  for (const name of ['risk_judged', ...rolledUp]) {
    const [row] = await db.rows<{ n: number }>(`SELECT count(*) AS n FROM mart.${name}`);
    rows.set(name, row!.n);
  }
  db.close();
  rmSync(folder, { recursive: true });
}

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
const seconds = (ms: number): string => (ms / 1000).toFixed(2);
console.log(
  `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}; ${values.systems} systems × ${values.months} months, ${rows.get('risk_judged')} judged inputs of ${(driverValues(config).match(/\(/g) ?? []).length} drivers; medians of ${values.runs} runs, checks included\n`,
);
console.log('| table | rows | seconds | of processor |\n|---|---|---|---|');
for (const name of rolledUp)
  console.log(
    `| ${name} | ${rows.get(name)} | ${seconds(median(times.get(name)!))} | ${seconds(median(work.get(name)!))} |`,
  );
const total = (of: ReadonlyMap<string, number[]>): string =>
  seconds(
    median(
      Array.from({ length: Number(values.runs) }, (_, run) =>
        rolledUp.reduce((sum, name) => sum + of.get(name)![run]!, 0),
      ),
    ),
  );
console.log(`| **all** | | **${total(times)}** | ${total(work)} |`);
if (values.whole) await judgeWhole();
process.exit(0);

/** Everything of risk, mart by mart, over exports that went through the loaders and the other marts. */
async function judgeWhole(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kado-risk-bench-'));
  await makeRiskProject(join(folder, 'exports'), Number(values.systems), Number(values.months));
  const whole = await loadConfig(join(folder, 'exports', 'kado.yaml'), folder, {});
  mkdirSync(join(folder, 'db'));
  const db = await openDatabase(join(folder, 'db'), { threads: 2, readable: await listExports(whole) });
  const { mapped } = await loadExports(db, whole, silentContext);
  const settled = await buildMarts(db, whole, {});
  const lines: string[] = [];
  let [sum, worked] = [0, 0];
  await createFigures(db, mapped, async () => {
    for (const mart of riskMarts) {
      const [before, cpu] = [performance.now(), process.cpuUsage()];
      await buildMart(db, mart, { config: whole, period: settled, schemes: new Map() });
      const ms = performance.now() - before;
      const { user, system } = process.cpuUsage(cpu);
      sum += ms;
      worked += (user + system) / 1000;
      const [row] = await db.rows<{ n: number }>(`SELECT count(*) AS n FROM mart.${mart.name}`);
      lines.push(`| ${mart.name} | ${row!.n} | ${seconds(ms)} | ${seconds((user + system) / 1000)} |`);
    }
  });
  console.log(
    `\nAll of risk, once, over exports of ${values.systems} systems × ${values.months} months:\n\n| table | rows | seconds | of processor |\n|---|---|---|---|`,
  );
  console.log(`${lines.join('\n')}\n| **all** | | **${seconds(sum)}** | ${seconds(worked)} |`);
  db.close();
  rmSync(folder, { recursive: true });
}
