/** What every system and scope is at in the reported month and the one before. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';
import { scopeKey } from '../../risk/scopeWhy.js';
import { monthBefore, type Scope } from '../book.js';

export type DriverState = '' | 'no_data' | 'not_applicable';

export interface DriverLevel {
  readonly driver: string;
  readonly state: DriverState;
  readonly level: number | null;
  /** What decides the level: the first, in the configuration's order, of the inputs that are at it. */
  readonly input: string | null;
  readonly value: number | null;
  readonly category: string | null;
  readonly weight: number;
  /** Points of the score; null where the driver doesn't apply. */
  readonly contribution: number | null;
}

export interface SystemLevel {
  readonly systemId: string;
  readonly unitId: string;
  readonly companyId: string;
  /** null: not known; it counts as `counted` then. */
  readonly importance: number | null;
  readonly counted: number;
  readonly level: number | null;
  /** Lifted to watch, since there is no data on a required driver. */
  readonly floored: boolean;
  readonly score: number | null;
  readonly coverage: number | null;
  /** The used drivers, in the methods' order. */
  readonly drivers: readonly DriverLevel[];
}

export interface ScopeLevel {
  readonly systems: number;
  /** Systems at level 0–4. */
  readonly at: readonly number[];
  readonly noData: number;
  readonly level: number | null;
  readonly worst: number | null;
  readonly byWorst: number | null;
  readonly byShare: number | null;
  readonly deciding: 'top' | 'next' | 'share' | null;
  readonly score: number | null;
  readonly coverage: number | null;
}

export interface MatrixCell {
  readonly importance: number | null;
  readonly level: number | null;
  readonly systems: number;
}

export interface MonthLevels {
  /** By id: only the systems that were there in the month. */
  readonly systems: ReadonlyMap<string, SystemLevel>;
  /** By `scopeKey`: only scopes with systems. */
  readonly scopes: ReadonlyMap<string, ScopeLevel>;
  /** By `scopeKey`: the cells that hold a system. */
  readonly matrix: ReadonlyMap<string, readonly MatrixCell[]>;
}

export interface Levels extends MonthLevels {
  /** Empty where the report has no month before. */
  readonly before: MonthLevels;
}

export async function readLevels(db: Database, { month }: Period): Promise<Levels> {
  return { ...(await readMonth(db, month)), before: await readMonth(db, monthBefore(month)) };
}

async function readMonth(db: Database, month: string): Promise<MonthLevels> {
  const systems = await db.rows<Omit<SystemLevel, 'drivers'>>(
    `SELECT system_id AS "systemId", unit_id AS "unitId", company_id AS "companyId", importance, counted, level, floored, score, coverage
     FROM mart.risk_levels WHERE month = $month ORDER BY system_id`,
    { month },
  );
  const drivers = await db.rows<DriverLevel & { systemId: string }>(
    `SELECT system_id AS "systemId", driver, state, level, input, value, category, weight, contribution
     FROM mart.risk_drivers WHERE month = $month ORDER BY system_id, position`,
    { month },
  );
  const driversOf = groupBy(drivers, (d) => d.systemId);
  const scopes = await db.rows<Omit<ScopeLevel, 'at'> & Scope & Record<`level_${number}`, number>>(
    `SELECT scope_kind AS kind, scope_id AS id, systems, level_0, level_1, level_2, level_3, level_4, no_data AS "noData", level, worst,
       by_worst AS "byWorst", by_share AS "byShare", deciding, score, coverage FROM mart.risk_scopes WHERE month = $month ORDER BY 1, 2`,
    { month },
  );
  const cells = await db.rows<MatrixCell & Scope>(
    `SELECT scope_kind AS kind, scope_id AS id, importance, level, systems FROM mart.risk_matrix WHERE month = $month ORDER BY ALL`,
    { month },
  );
  return {
    systems: new Map(systems.map((s) => [s.systemId, { ...s, drivers: driversOf.get(s.systemId) ?? [] }])),
    scopes: new Map(
      scopes.map(({ level_0, level_1, level_2, level_3, level_4, ...scope }) => [
        scopeKey(scope),
        { ...scope, at: [level_0, level_1, level_2, level_3, level_4] as number[] },
      ]),
    ),
    matrix: groupBy(cells, scopeKey),
  };
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
