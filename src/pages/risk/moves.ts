/** What moved since the month before. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';
import { type MoveCause, moveCauses } from '../../risk/moveParts.js';
import { scopeKey } from '../../risk/scopeWhy.js';
import type { Scope } from '../book.js';
import { monthBefore } from '../book.js';
import type { DriverState } from './levels.js';

export type MoveKind = 'worse' | 'told' | 'untold' | 'unclear' | 'better' | 'same' | 'new' | 'gone';

/** A driver at another level than in the month before. */
export interface DriverMove {
  readonly driver: string;
  readonly beforeState: DriverState | null;
  readonly beforeLevel: number | null;
  readonly state: DriverState | null;
  readonly level: number | null;
}

export interface Move {
  readonly systemId: string;
  /** Of the reported month; of a system that is gone, where it was. */
  readonly unitId: string;
  readonly companyId: string;
  /** null: it is new. */
  readonly beforeUnitId: string | null;
  readonly beforeCompanyId: string | null;
  readonly counted: number;
  readonly beforeLevel: number | null;
  readonly level: number | null;
  readonly beforeScore: number | null;
  readonly score: number | null;
  readonly kind: MoveKind;
  /** Both months are whole for its company. */
  readonly complete: boolean;
  /** Lifted to watch now, since there is no data on a required driver. */
  readonly floored: boolean;
  /** Its part of the difference of the group's score, in points. */
  readonly points: number;
  /** Those that are or were at the greatest level first: what decides, or decided. */
  readonly drivers: readonly DriverMove[];
}

export type Parts = Readonly<Record<MoveCause, number>>;

/** What the difference of a scope's score is made of. */
export interface ScoreMove {
  readonly before: number | null;
  readonly after: number | null;
  /** Points, adding up to after − before (no data as 0). */
  readonly parts: Parts;
}

export interface DriverParts {
  readonly driver: string;
  readonly parts: Readonly<Partial<Record<MoveCause, number>>>;
}

export interface Moves {
  /** null: the report has no month before. */
  readonly before: string | null;
  /** All systems of either month, those that moved first: by kind, then level, then importance. */
  readonly list: readonly Move[];
  /** By `scopeKey`: scopes with systems in both months. */
  readonly scores: ReadonlyMap<string, ScoreMove>;
  /**
   * The group's parts by driver, in the methods' order; those that name no driver are left out. A cause stands wherever it moved any
   * system, even if the systems' parts cancel each other.
   */
  readonly drivers: readonly DriverParts[];
}

/** The order of kinds in lists: what may be bad first, so that no cut list hides a new system at critical. */
const ranks: readonly (readonly MoveKind[])[] = [
  ['worse', 'told', 'new'],
  ['untold', 'unclear'],
  ['better'],
  ['gone'],
  ['same'],
];
const rankOf = `CASE ${ranks.map((kinds, i) => `WHEN kind IN (${kinds.map((k) => `'${k}'`).join(', ')}) THEN ${i}`).join(' ')} END`;

export async function readMoves(db: Database, { month }: Period): Promise<Moves> {
  const before = monthBefore(month);
  const [first] = await db.rows<{ first: string }>('SELECT min(month) AS first FROM mart.months');
  if (!first || first.first > before) return { before: null, list: [], scores: new Map(), drivers: [] };
  const rows = await db.rows<Omit<Move, 'drivers'>>(
    `SELECT m.system_id AS "systemId", m.unit_id AS "unitId", m.company_id AS "companyId", before_unit_id AS "beforeUnitId", before_company_id AS "beforeCompanyId",
       m.counted, before_level AS "beforeLevel", m.level, before_score AS "beforeScore", m.score, kind, complete, coalesce(l.floored, false) AS floored, coalesce(p.points, 0) AS points
     FROM mart.risk_moves m LEFT JOIN mart.risk_levels l ON l.month = m.month AND l.system_id = m.system_id
     LEFT JOIN (SELECT system_id, list_sum(list(value ORDER BY part, driver NULLS LAST)) AS points FROM mart.risk_move_parts
       WHERE month = $month AND scope_kind = 'group' GROUP BY ALL) p ON p.system_id = m.system_id
     WHERE m.month = $month
     ORDER BY ${rankOf}, coalesce(m.level, before_level) DESC NULLS LAST, m.counted DESC, before_level NULLS FIRST, m.system_id`,
    { month },
  );
  const drivers = await db.rows<DriverMove & { systemId: string }>(
    `SELECT coalesce(n.system_id, b.system_id) AS "systemId", coalesce(n.driver, b.driver) AS driver,
       b.state AS "beforeState", b.level AS "beforeLevel", n.state, n.level
     FROM (SELECT * FROM mart.risk_drivers WHERE month = $month) n
     FULL JOIN (SELECT * FROM mart.risk_drivers WHERE month = $before) b ON b.system_id = n.system_id AND b.driver = n.driver
     WHERE n.level IS DISTINCT FROM b.level OR n.state IS DISTINCT FROM b.state
     ORDER BY 1, greatest(n.level, b.level) DESC NULLS LAST, abs(coalesce(n.level, 0) - coalesce(b.level, 0)) DESC, coalesce(n.position, b.position)`,
    { month, before },
  );
  const moved = new Map<string, DriverMove[]>();
  for (const { systemId, ...driver } of drivers)
    moved.set(systemId, [...(moved.get(systemId) ?? []), driver]);
  return {
    before,
    list: rows.map((row) => ({ ...row, drivers: moved.get(row.systemId) ?? [] })),
    scores: await readScores(db, month, before),
    drivers: await readDrivers(db, month),
  };
}

async function readDrivers(db: Database, month: string): Promise<DriverParts[]> {
  const rows = await db.rows<{ driver: string; part: MoveCause; value: number }>(
    `SELECT m.driver, m.part, list_sum(list(m.value ORDER BY m.system_id)) AS value, min(d.position) AS position
     FROM mart.risk_move_parts m JOIN (SELECT DISTINCT driver, position FROM mart.risk_drivers) d ON d.driver = m.driver
     WHERE m.month = $month AND m.scope_kind = 'group' GROUP BY m.driver, m.part ORDER BY position, m.part`,
    { month },
  );
  const drivers = new Map<string, DriverParts['parts']>();
  for (const { driver, part, value } of rows) drivers.set(driver, { ...drivers.get(driver), [part]: value });
  return [...drivers].map(([driver, parts]) => ({ driver, parts }));
}

async function readScores(db: Database, month: string, before: string): Promise<Map<string, ScoreMove>> {
  const scopes = await db.rows<Scope & { before: number | null; after: number | null }>(
    `SELECT n.scope_kind AS kind, n.scope_id AS id, b.score AS "before", n.score AS "after"
     FROM mart.risk_scopes n JOIN mart.risk_scopes b ON b.month = $before AND b.scope_kind = n.scope_kind AND b.scope_id = n.scope_id
     WHERE n.month = $month ORDER BY 1, 2`,
    { month, before },
  );
  const parts = await db.rows<Scope & { part: MoveCause; value: number }>(
    `SELECT scope_kind AS kind, scope_id AS id, part, list_sum(list(value ORDER BY system_id, driver NULLS LAST)) AS value
     FROM mart.risk_move_parts WHERE month = $month GROUP BY ALL ORDER BY 1, 2, 3`,
    { month },
  );
  const none = Object.fromEntries(moveCauses.map((cause) => [cause, 0])) as Record<MoveCause, number>;
  const scores = new Map(
    scopes.map(({ kind, id, ...ends }) => [scopeKey({ kind, id }), { ...ends, parts: { ...none } }]),
  );
  for (const { part, value, ...scope } of parts) scores.get(scopeKey(scope))!.parts[part] = value;
  return scores;
}
