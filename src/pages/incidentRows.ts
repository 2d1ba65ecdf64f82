/** What belongs to incidents besides the record: systems harmed, actions, earlier and later incidents of the same cause. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import type { Period } from '../marts/period.js';

export interface SheetSystem {
  readonly incidentId: string;
  readonly systemId: string;
  readonly role: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface SheetAction {
  readonly incidentId: string;
  readonly actionId: string;
  readonly kind: string;
  readonly content: string | null;
  readonly owner: string | null;
  readonly planned: string | null;
  readonly due: string | null;
  readonly approved: string | null;
  readonly done: string | null;
  readonly verified: string | null;
  readonly rolloutSystemId: string | null;
  /** At the reported month's valuation; null: not overdue. */
  readonly daysOver: number | null;
}

export interface SheetTie {
  readonly incidentId: string;
  readonly otherId: string;
  readonly later: boolean;
  /** By its own record; else by system, cause and class within the methods' days. */
  readonly told: boolean;
  readonly occurred: string | null;
  readonly title: string | null;
}

const listed = (ids: readonly string[]): string => ids.map(quoteText).join(', ');

/** What came after as-of is not known yet. */
const until = (column: string, period: Period): string =>
  `CASE WHEN ${column} <= TIMESTAMPTZ ${quoteText(period.asOf)} THEN ${column} END`;

export async function readHarmed(
  db: Database,
  config: Config,
  period: Period,
  ids: readonly string[],
): Promise<SheetSystem[]> {
  if (ids.length === 0) return [];
  const local = (moment: string): string =>
    `strftime(${moment} AT TIME ZONE ${quoteText(config.timezone)}, '%Y-%m-%d %H:%M')`;
  return db.rows<SheetSystem>(
    `SELECT incident_id AS "incidentId", system_id AS "systemId", role, ${local(until('harm_from', period))} AS "from", ${local(until('harm_to', period))} AS "to"
     FROM staging.incident_systems WHERE incident_id IN (${listed(ids)})
     ORDER BY incident_id, role = 'source' DESC NULLS LAST, system_id`,
  );
}

export async function readActions(
  db: Database,
  config: Config,
  period: Period,
  ids: readonly string[],
): Promise<SheetAction[]> {
  if (ids.length === 0) return [];
  const day = (column: string): string => `strftime(a.${column}, '%Y-%m-%d')`;
  const happened = (column: string): string =>
    `CASE WHEN timezone(${quoteText(config.timezone)}, a.${column}::TIMESTAMP) <= TIMESTAMPTZ ${quoteText(period.asOf)} THEN ${day(column)} END`;
  return db.rows<SheetAction>(
    `SELECT a.incident_id AS "incidentId", a.action_id AS "actionId", a.kind, a.content, a.owner, ${day('planned_on')} AS planned, ${day('due_on')} AS due,
       ${happened('approved_on')} AS approved, ${happened('done_on')} AS done, ${happened('verified_on')} AS verified,
       a.rollout_system_id AS "rolloutSystemId", o.days_over AS "daysOver"
     FROM staging.actions a LEFT JOIN mart.overdue_actions o ON o.action_id = a.action_id AND o.month = $month
     WHERE a.incident_id IN (${listed(ids)})
     ORDER BY a.incident_id, CASE a.kind WHEN 'provisional' THEN 0 WHEN 'prevention' THEN 1 ELSE 2 END, a.due_on NULLS LAST, a.action_id`,
    { month: period.month },
  );
}

export async function readTies(db: Database, config: Config, ids: readonly string[]): Promise<SheetTie[]> {
  if (ids.length === 0) return [];
  return db.rows<SheetTie>(
    `WITH ties AS (
       SELECT r.incident_id AS later_id, r.former_id, i.recurs_of IS NOT DISTINCT FROM r.former_id AS told
       FROM mart.recurrences r JOIN mart.incidents i ON i.incident_id = r.incident_id WHERE r.recurs),
     both_ways AS (
       SELECT later_id AS "incidentId", former_id AS "otherId", false AS later, told FROM ties
       UNION ALL SELECT former_id, later_id, true, told FROM ties)
     SELECT b.*, strftime(i.occurred_at AT TIME ZONE ${quoteText(config.timezone)}, '%Y-%m-%d') AS occurred, coalesce(i.title, i.symptom) AS title
     FROM both_ways b LEFT JOIN mart.incidents i ON i.incident_id = b."otherId"
     WHERE b."incidentId" IN (${listed(ids)}) ORDER BY b."incidentId", b.later, i.occurred_at, b."otherId"`,
  );
}
