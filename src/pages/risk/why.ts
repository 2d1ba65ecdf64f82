/** Why every system and scope stands where it does in the reported month, and the rows behind it. */
import type { Config } from '../../config/model.js';
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';
import type { WhyRow } from '../../risk/rows/index.js';
import { readScopeWhys, type ScopeWhy } from '../../risk/scopeWhy.js';
import { readSystemWhys, type SystemWhy } from '../../risk/why.js';
import { type RowList, readRowLists } from '../../risk/whyRows.js';
import { registerMonths, rowsPerPage } from '../registers.js';

/** A page shows at most this many rows of an input; `kado trace` prints all. */
export const rowsShown = 20;

export interface Why {
  readonly systems: ReadonlyMap<string, SystemWhy>;
  /** By `scopeKey`. */
  readonly scopes: ReadonlyMap<string, ScopeWhy>;
  /** By `rowKey`. */
  readonly rows: ReadonlyMap<string, RowList>;
  /** On which page of its month's register an incident stands, of those among the rows; absent before the register begins. */
  readonly registerPages: ReadonlyMap<string, number>;
}

export async function readWhy(db: Database, config: Config, period: Period): Promise<Why> {
  const { month, asOf } = period;
  const rows = await readRowLists(db, config, { month, asOf, limit: rowsShown });
  return {
    systems: await readSystemWhys(db, config.risk, month),
    scopes: await readScopeWhys(db, config.risk, month),
    rows,
    registerPages: await readRegisterPages(db, rows),
  };
}

/** Of the month's pages only those after the first are worth a query's answer: most incidents stand on the first. */
async function readRegisterPages(
  db: Database,
  lists: ReadonlyMap<string, RowList>,
): Promise<Map<string, number>> {
  const wanted = new Set<string>();
  for (const { rows } of lists.values())
    for (const row of rows as readonly WhyRow[]) if (row.kind === 'incident') wanted.add(row.key);
  if (wanted.size === 0) return new Map();
  // As JSON: of thousands of ids, a list in the statement would be parsed for long.
  const found = await db.rows<{ id: string; page: number }>(
    `SELECT p.id, p.page FROM (
       SELECT incident_id AS id, ((row_number() OVER (PARTITION BY month ORDER BY occurred_at DESC, incident_id) - 1) // ${rowsPerPage} + 1)::INTEGER AS page
       FROM mart.incidents WHERE month IN (SELECT month FROM mart.months ORDER BY month DESC LIMIT ${registerMonths})) p
     SEMI JOIN (SELECT unnest(from_json($ids::JSON, '["VARCHAR"]')) AS id) w ON w.id = p.id ORDER BY p.id`,
    { ids: JSON.stringify([...wanted]) },
  );
  return new Map(found.map(({ id, page }) => [id, page]));
}
