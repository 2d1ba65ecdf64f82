/** One measured run in a process of its own: `own` lets DuckDB alone read the file, `kado` stages it. Prints one line of JSON. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { listExports, loadExports } from '../loaders/index.js';
import { loadConfig } from '../src/config/load.js';
import { openDatabase } from '../src/duckdb/database.js';
import { silentContext } from '../src/run.js';

const [way, what, folder] = process.argv.slice(2) as ['own' | 'kado', 'incidents' | 'capacity', string];

/** DuckDB's own: the file typed into a table, or rolled up by day with an exact 95th percentile. */
const own = {
  incidents: `CREATE TABLE t AS SELECT * FROM read_csv('${folder}/incidents.csv', header = true, columns = {'incident_id': 'VARCHAR', 'system_id': 'VARCHAR',
    'occurred_at': 'TIMESTAMP', 'restored_at': 'TIMESTAMP', 'state': 'VARCHAR', 'severity': 'VARCHAR', 'affected_users': 'BIGINT', 'product_class': 'VARCHAR',
    'title': 'VARCHAR', 'impact_minutes': 'DOUBLE'})`,
  capacity: `CREATE TABLE t AS SELECT system_id, metric, "at"::DATE AS day, count(*) AS samples, avg(value) AS mean, quantile_cont(value, 0.95) AS p95, max(value) AS maximum
    FROM read_csv('${folder}/capacity.csv', header = true, columns = {'system_id': 'VARCHAR', 'metric': 'VARCHAR', 'at': 'TIMESTAMP', 'value': 'DOUBLE'}) GROUP BY ALL`,
} as const;

async function runOwn(): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const start = performance.now();
  await connection.run(own[what]);
  const seconds = (performance.now() - start) / 1000;
  connection.closeSync();
  instance.closeSync();
  return seconds;
}

async function runKado(): Promise<number> {
  const config = await loadConfig(join(folder, `${what}.yaml`), folder, {});
  const scratch = mkdtempSync(join(tmpdir(), 'kado-bench-'));
  const db = await openDatabase(scratch, { readable: await listExports(config) });
  try {
    const start = performance.now();
    const loaded = await loadExports(db, config, silentContext);
    const seconds = (performance.now() - start) / 1000;
    const lost = loaded.receipts.filter((r) => r.rows !== r.staged);
    if (lost.length > 0) throw new Error(`not all rows were staged: ${JSON.stringify(lost)}`);
    return seconds;
  } finally {
    db.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

const seconds = await (way === 'own' ? runOwn() : runKado());
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
  JSON.stringify({
    seconds,
    peakMb: maxRSS / 1024,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    folder: resolve(folder),
  }),
);
