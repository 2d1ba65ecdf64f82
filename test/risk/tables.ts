/** Systems and judged inputs by hand → the tables of risk that are made from them, in a real database. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/load.js';
import type { Config } from '../../src/config/model.js';
import { insertRows } from '../../src/duckdb/bulk.js';
import { type Database, openDatabase } from '../../src/duckdb/database.js';
import { buildMart } from '../../src/marts/mart.js';
import { riskDrivers } from '../../src/risk/drivers.js';
import { riskFigures } from '../../src/risk/figures.js';
import { riskLevels } from '../../src/risk/levels.js';
import { riskMatrix } from '../../src/risk/matrix.js';
import { riskMoveParts } from '../../src/risk/moveParts.js';
import { riskMoves } from '../../src/risk/moves.js';
import { riskScopes } from '../../src/risk/scopes.js';

/** The roll-up, in the order in which it is made. */
export const rollUp = [
  riskDrivers,
  riskLevels,
  riskScopes,
  riskMatrix,
  riskFigures,
  riskMoves,
  riskMoveParts,
];

/** A system in a month. */
export interface Placed {
  readonly month: string;
  readonly system: string;
  readonly unit?: string;
  readonly company?: string;
  /** NULL: not known. */
  readonly importance?: number | null;
  readonly suppliers?: readonly string[];
  /** By `driver.input`: a level, no data (`null`) or, where it is left out, not applicable. */
  readonly inputs: Readonly<Record<string, number | null>>;
}

/** kado.yaml with this under `risk`, as JSON: every YAML reads it. */
export const configOf = (risk: object = {}): Config =>
  readConfig(
    new TextEncoder().encode(
      JSON.stringify({
        title: { ja: '報告' },
        timezone: 'Asia/Tokyo',
        sources: { systems: [{ path: 's.csv' }], incidents: [{ path: 'i.csv' }] },
        risk,
      }),
    ),
    'kado.yaml',
    '/',
    {},
  );

export interface Tables {
  readonly db: Database;
  readonly config: Config;
}

/** Fills the tables before the roll-up, makes it, and hands over the database. `incomplete`: months that are so for every company. */
export async function withRolledUp<T>(
  config: Config,
  placed: readonly Placed[],
  use: (tables: Tables) => Promise<T>,
  { months = [...new Set(placed.map((p) => p.month))].sort(), incomplete = [] as readonly string[] } = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kado-risk-'));
  const db = await openDatabase(folder);
  try {
    await fillTables(db, config, placed, months, incomplete);
    const period = { asOf: '', asOfLocal: '', month: months.at(-1)!, firstMonth: months[0]!, covers: [] };
    for (const mart of rollUp) await buildMart(db, mart, { config, period, schemes: new Map() });
    return await use({ db, config });
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

async function fillTables(
  db: Database,
  config: Config,
  placed: readonly Placed[],
  months: readonly string[],
  incomplete: readonly string[],
): Promise<void> {
  await db.run('CREATE SCHEMA mart');
  const [companyOf, unitOf] = [(p: Placed) => p.company ?? 'a', (p: Placed) => p.unit ?? 'u'];
  const companies = [...new Set(placed.map(companyOf))];
  await insertRows(
    db,
    'mart.months',
    { month: 'VARCHAR' },
    months.map((month) => ({ month })),
  );
  await insertRows(
    db,
    'mart.coverage',
    { month: 'VARCHAR', company_id: 'VARCHAR', complete: 'BOOLEAN' },
    months.flatMap((month) =>
      [null, ...companies].map((company_id) => ({
        month,
        company_id,
        complete: !incomplete.includes(month),
      })),
    ),
  );
  await insertRows(
    db,
    'mart.risk_systems',
    {
      month: 'VARCHAR',
      system_id: 'VARCHAR',
      unit_id: 'VARCHAR',
      company_id: 'VARCHAR',
      known: 'BOOLEAN',
      importance: 'INTEGER',
      counted: 'INTEGER',
      factor: 'DOUBLE',
    },
    placed.map((p) => {
      const counted = p.importance ?? config.risk.unknownImportance;
      return {
        month: p.month,
        system_id: p.system,
        unit_id: unitOf(p),
        company_id: companyOf(p),
        known: true,
        importance: p.importance ?? null,
        counted,
        factor: config.risk.importanceFactors[counted - 1],
      };
    }),
  );
  const members = placed.flatMap((p) =>
    [
      ['group', 'group', null],
      ['company', companyOf(p), companyOf(p)],
      ['unit', unitOf(p), companyOf(p)],
      ['system', p.system, companyOf(p)],
      ...(p.suppliers ?? []).map((s) => ['supplier', s, null]),
    ].map(([scope_kind, scope_id, company_id]) => ({
      month: p.month,
      scope_kind,
      scope_id,
      company_id,
      system_id: p.system,
    })),
  );
  const keys = { month: 'VARCHAR', scope_kind: 'VARCHAR', scope_id: 'VARCHAR' };
  await insertRows(db, 'mart.placed', { ...keys, company_id: 'VARCHAR', system_id: 'VARCHAR' }, members);
  await db.run('CREATE TABLE mart.risk_members AS SELECT * EXCLUDE (company_id) FROM mart.placed');
  await db.run('CREATE TABLE mart.scopes AS SELECT DISTINCT * EXCLUDE (system_id) FROM mart.placed');
  await insertRows(
    db,
    'mart.risk_judged',
    {
      month: 'VARCHAR',
      system_id: 'VARCHAR',
      driver: 'VARCHAR',
      input: 'VARCHAR',
      value: 'DOUBLE',
      category: 'VARCHAR',
      state: 'VARCHAR',
      level: 'INTEGER',
    },
    placed.flatMap((p) =>
      Object.entries(config.risk.drivers).flatMap(([driver, { used, inputs }]) =>
        !used
          ? []
          : Object.keys(inputs).map((input) => {
              const level = p.inputs[`${driver}.${input}`];
              const state = level === undefined ? 'not_applicable' : level === null ? 'no_data' : '';
              return {
                month: p.month,
                system_id: p.system,
                driver,
                input,
                value: level == null ? null : level * 10,
                category: null,
                state,
                level: level ?? null,
              };
            }),
      ),
    ),
  );
}
