/** Lists of incidents and actions as pages show them. Times are local to the configuration's zone. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import type { Period } from '../marts/period.js';
import type { GroupClass } from '../schemes/model.js';

/** The register reaches back this many months: a year and the same month of the year before. */
export const registerMonths = 13;
/** So many rows stand on a page of the register. */
export const rowsPerPage = 200;
/** A system's page lists at most this many of its latest records; the rest stand in the register. */
export const recentPerSystem = 40;

export interface IncidentRow {
  readonly id: string;
  readonly systemId: string;
  readonly month: string;
  readonly title: string | null;
  readonly grade: string | null;
  readonly class: GroupClass | null;
  readonly scheme: string | null;
  readonly counts: boolean;
  readonly state: string | null;
  readonly occurred: string;
  readonly restored: string | null;
  /** Restored or closed, whichever came first, as of the period's as-of. */
  readonly over: string | null;
  /** Occurrence to restoration; null where it can't be said. */
  readonly minutes: number | null;
  /** Open ones: occurrence to the reported month's valuation. */
  readonly openMinutes: number;
  readonly open: boolean;
  readonly productClass: string | null;
  readonly processClass: string | null;
}

export interface OverdueRow {
  readonly actionId: string;
  readonly incidentId: string;
  readonly kind: string;
  readonly content: string | null;
  readonly owner: string | null;
  readonly due: string;
  readonly daysOver: number;
  readonly systemId: string;
  readonly grade: string | null;
  readonly class: GroupClass | null;
  readonly scheme: string | null;
  readonly title: string | null;
}

export interface Restoration {
  readonly systemId: string;
  readonly minutes: number;
}

/** `graded`: the alias of what gives the grade: the incident as of its own month, or a row of another valuation. */
function incidentColumns(config: Config, period: Period, graded = 'i'): string {
  const local = (column: string): string =>
    `strftime(${column} AT TIME ZONE ${quoteText(config.timezone)}, '%Y-%m-%d %H:%M')`;
  const v = `(SELECT valued_at FROM mart.months WHERE month = ${quoteText(period.month)})`;
  return `i.incident_id AS id, i.system_id AS "systemId", i.month, coalesce(i.title, i.symptom) AS title, ${graded}.grade, ${graded}.class, i.scheme, i.counts, i.state,
    ${local('i.occurred_at')} AS occurred, ${local('i.restored_at')} AS restored, ${local('i.over_at')} AS over,
    CASE WHEN i.contradictory THEN NULL ELSE (epoch_us(i.restored_at) - epoch_us(i.occurred_at)) / 60000000.0::DOUBLE END AS minutes,
    (epoch_us(${v}) - epoch_us(i.occurred_at)) / 60000000.0::DOUBLE AS "openMinutes",
    i.counts AND NOT i.over_unknown AND (i.over_at IS NULL OR i.over_at > ${v}) AS open,
    i.product_class AS "productClass", i.process_class AS "processClass"`;
}

export const readOpen = (db: Database, config: Config, period: Period): Promise<IncidentRow[]> =>
  db.rows<IncidentRow>(
    `SELECT ${incidentColumns(config, period, 'o')} FROM mart.incidents i JOIN mart.open_incidents o ON o.incident_id = i.incident_id AND o.month = $month
     ORDER BY i.occurred_at, i.incident_id`,
    { month: period.month },
  );

export const readOverdue = (db: Database, period: Period): Promise<OverdueRow[]> =>
  db.rows<OverdueRow>(
    `SELECT o.action_id AS "actionId", o.incident_id AS "incidentId", o.kind, a.content, a.owner, strftime(o.due_on, '%Y-%m-%d') AS due,
       o.days_over AS "daysOver", o.system_id AS "systemId", o.grade, o.class, i.scheme, i.title
     FROM mart.overdue_actions o JOIN staging.actions a ON a.action_id = o.action_id
     LEFT JOIN mart.incidents i ON i.incident_id = o.incident_id WHERE o.month = $month ORDER BY o.due_on, o.action_id`,
    { month: period.month },
  );

export const readRestorations = (db: Database, period: Period): Promise<Restoration[]> =>
  db.rows<Restoration>(
    `SELECT system_id AS "systemId", minutes FROM mart.restorations WHERE month = $month ORDER BY minutes, incident_id`,
    {
      month: period.month,
    },
  );

/** The months that the register holds, latest first. */
export async function readRegisterMonths(db: Database): Promise<string[]> {
  const rows = await db.rows<{ month: string }>(
    `SELECT month FROM mart.months ORDER BY month DESC LIMIT ${registerMonths}`,
  );
  return rows.map((r) => r.month);
}

export const readRecent = (db: Database, config: Config, period: Period): Promise<IncidentRow[]> =>
  db.rows<IncidentRow>(
    `SELECT ${incidentColumns(config, period)} FROM (
       SELECT *, row_number() OVER (PARTITION BY system_id ORDER BY occurred_at DESC, incident_id) AS nth FROM mart.incidents
       WHERE month IN (SELECT month FROM mart.months ORDER BY month DESC LIMIT ${registerMonths})) i
     WHERE i.nth <= ${recentPerSystem} ORDER BY i.occurred_at DESC, i.incident_id`,
  );

/** One month of the register, latest first. */
export const readRegister = (
  db: Database,
  config: Config,
  period: Period,
  month: string,
): Promise<IncidentRow[]> =>
  db.rows<IncidentRow>(
    `SELECT ${incidentColumns(config, period)} FROM mart.incidents i WHERE i.month = $month ORDER BY i.occurred_at DESC, i.incident_id`,
    { month },
  );

export interface CauseRow {
  readonly systemId: string;
  readonly productClass: string | null;
  readonly processClass: string | null;
  readonly n: number;
}

/** Counting incidents of the fiscal year up to the month, by system and classes of cause. */
export const readCauses = (db: Database, period: Period): Promise<CauseRow[]> =>
  db.rows<CauseRow>(
    `SELECT i.system_id AS "systemId", i.product_class AS "productClass", i.process_class AS "processClass", count(*) AS n
     FROM mart.incidents i JOIN mart.months m ON m.month = i.month
     WHERE i.counts AND m.fiscal_year = (SELECT fiscal_year FROM mart.months WHERE month = $month) GROUP BY ALL ORDER BY ALL`,
    { month: period.month },
  );
