/** What moved since the month before. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';
import { type MoveCause, moveCauses } from '../../risk/moveParts.js';
import type { Scope } from '../book.js';
import { monthBefore } from '../book.js';
import { type DriverState, scopeKey } from './levels.js';

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
  /** Greatest distance first. */
  readonly drivers: readonly DriverMove[];
}

/** What the difference of a scope's score is made of. */
export interface ScoreMove {
  readonly before: number | null;
  readonly after: number | null;
  /** Points, adding up to after − before (no data as 0). */
  readonly parts: Readonly<Record<MoveCause, number>>;
}

export interface Moves {
  /** null: the report has no month before. */
  readonly before: string | null;
  /** All systems of either month, those that moved first: by kind, then level, then importance. */
  readonly list: readonly Move[];
  /** By `scopeKey`: scopes with systems in both months. */
  readonly scores: ReadonlyMap<string, ScoreMove>;
}

/** The order of kinds in lists. */
const kinds: readonly MoveKind[] = ['worse', 'told', 'untold', 'unclear', 'better', 'new', 'gone', 'same'];

export async function readMoves(db: Database, { month }: Period): Promise<Moves> {
  const before = monthBefore(month);
  const [first] = await db.rows<{ first: string }>('SELECT min(month) AS first FROM mart.months');
  if (!first || first.first > before) return { before: null, list: [], scores: new Map() };
  const rows = await db.rows<Omit<Move, 'drivers'>>(
    `SELECT system_id AS "systemId", unit_id AS "unitId", company_id AS "companyId", before_unit_id AS "beforeUnitId", before_company_id AS "beforeCompanyId",
       counted, before_level AS "beforeLevel", level, before_score AS "beforeScore", score, kind, complete
     FROM mart.risk_moves WHERE month = $month
     ORDER BY list_position([${kinds.map((k) => `'${k}'`).join(', ')}], kind), coalesce(level, before_level) DESC NULLS LAST, counted DESC, before_level NULLS FIRST, system_id`,
    { month },
  );
  const drivers = await db.rows<DriverMove & { systemId: string }>(
    `SELECT coalesce(n.system_id, b.system_id) AS "systemId", coalesce(n.driver, b.driver) AS driver,
       b.state AS "beforeState", b.level AS "beforeLevel", n.state, n.level
     FROM (SELECT * FROM mart.risk_drivers WHERE month = $month) n
     FULL JOIN (SELECT * FROM mart.risk_drivers WHERE month = $before) b ON b.system_id = n.system_id AND b.driver = n.driver
     WHERE n.level IS DISTINCT FROM b.level
     ORDER BY 1, abs(coalesce(n.level, 0) - coalesce(b.level, 0)) DESC, greatest(n.level, b.level) DESC, coalesce(n.position, b.position)`,
    { month, before },
  );
  const moved = new Map<string, DriverMove[]>();
  for (const { systemId, ...driver } of drivers)
    moved.set(systemId, [...(moved.get(systemId) ?? []), driver]);
  return {
    before,
    list: rows.map((row) => ({ ...row, drivers: moved.get(row.systemId) ?? [] })),
    scores: await readScores(db, month, before),
  };
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
