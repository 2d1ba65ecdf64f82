/** Exports at scale, made by DuckDB itself from row numbers: the same bytes every time, anywhere. */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

export interface Scale {
  readonly incidents: number;
  readonly samples: number;
  readonly systems: number;
}

/** The issue's size: 1,000,000 incidents (130 MB) and 30,000,000 samples (1.1 GB). */
export const full: Scale = { incidents: 1_000_000, samples: 30_000_000, systems: 1000 };

/** A number from a row's number, spread evenly over 0 … most − 1. */
const spread = (salt: number, most: number): string => `((hash(i + ${salt}) >> 1)::BIGINT % ${most})`;
const oneOf = (salt: number, ...values: string[]): string =>
  `[${values.map((v) => `'${v}'`).join(', ')}][1 + ${spread(salt, values.length)}]`;
const moment = (seconds: string): string =>
  `strftime(TIMESTAMP '2023-04-01' + to_seconds(${seconds}), '%Y-%m-%dT%H:%M:%S')`;

const incidents = ({ incidents: n, systems }: Scale): string => `
  SELECT 'INC' || lpad(i::VARCHAR, 8, '0') AS incident_id, 's' || ${spread(0, systems)} AS system_id,
    ${moment('i * 113')} AS occurred_at, ${moment(`i * 113 + ${spread(7, 90_000)}`)} AS restored_at,
    ${oneOf(1, 'closed', 'restored', 'open', 'closed', 'closed')} AS state,
    ${oneOf(2, 'critical', 'heavy', 'other', 'other', 'other', 'other')} AS severity,
    ${spread(3, 5000)} AS affected_users, ${oneOf(4, 'application', 'platform', 'network', 'operator')} AS product_class,
    'Batch job ' || ${spread(5, 9999)} || ' stopped and orders waited' AS title, ${spread(6, 600)} AS impact_minutes
  FROM range(${n}) t(i)`;

/** Time by time, as monitoring writes it: every series once, then the next five minutes. */
const samples = ({ samples: n, systems }: Scale): string => `
  SELECT 's' || (i % ${systems}) AS system_id, ['cpu', 'memory', 'disk'][1 + (i // ${systems}) % 3] AS metric,
    strftime(TIMESTAMP '2026-07-01' + to_minutes(5 * (i // ${systems * 3})), '%Y-%m-%dT%H:%M:%S') AS "at",
    round(${spread(0, 10_000)} / 100.0, 2)::VARCHAR AS value
  FROM range(${n}) t(i)`;

/** Makes what isn't there yet: `incidents.csv`, `capacity.csv`, `systems.csv` and a kado.yaml for each of the two. */
export async function makeExports(folder: string, scale: Scale): Promise<void> {
  await mkdir(folder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const copy = async (name: string, sql: string): Promise<void> => {
    const path = join(folder, name);
    if (existsSync(path)) return;
    await connection.run(`COPY (${sql}) TO '${path}.aside' (FORMAT csv, HEADER)`);
    await rename(`${path}.aside`, path);
  };
  await copy('incidents.csv', incidents(scale));
  await copy('capacity.csv', samples(scale));
  await copy(
    'systems.csv',
    `SELECT 's' || i AS system_id, 'u' || (i % 50) AS unit_id, 'System ' || i AS name_ja FROM range(${scale.systems}) t(i)`,
  );
  await copy('one.csv', `SELECT 'I1' AS incident_id, '2026-07-01' AS occurred_at, 's1' AS system_id`);
  connection.closeSync();
  instance.closeSync();
  const config = (lines: string): string => `cache: none\nsources:\n  systems: systems.csv\n${lines}`;
  await writeFile(join(folder, 'incidents.yaml'), config('  incidents: incidents.csv\n'));
  await writeFile(join(folder, 'capacity.yaml'), config('  incidents: one.csv\n  capacity: capacity.csv\n'));
}
