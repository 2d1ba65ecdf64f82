/** Which incidents have a page of their own, and what stands on it: the record of Figure 2-5, its systems, actions and recurrences. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { reportTimes, sheetColumns, sheetTimes } from '../locale/incidentColumns.js';
import type { Period } from '../marts/period.js';
import { groupClasses } from '../schemes/model.js';
import {
  readActions,
  readHarmed,
  readTies,
  type SheetAction,
  type SheetSystem,
  type SheetTie,
} from './incidentRows.js';
import { registerMonths } from './registers.js';
import { byWeight, type Graded, weightOf } from './weight.js';

/** The grades for which an incident has a page even after it is over. */
const paged: readonly string[] = groupClasses.slice(0, 2);

type TimeColumn = (typeof sheetTimes)[number] | (typeof reportTimes)[number];

export interface Moment {
  readonly local: string;
  /** Since the occurrence; negative where the record says so. */
  readonly minutes: number;
}

export interface IncidentSheet extends Graded {
  readonly id: string;
  readonly systemId: string;
  readonly title: string | null;
  readonly month: string;
  readonly state: string | null;
  readonly open: boolean;
  /** Restored before it occurred, by its record. */
  readonly contradictory: boolean;
  /** Its state says that it is over, no time does. */
  readonly overUnknown: boolean;
  /** Occurrence to the reported month's valuation, and that moment. */
  readonly age: number;
  readonly valued: string;
  /** By the column's name, as text; absent where the record has none. */
  readonly given: Readonly<Record<string, string>>;
  readonly times: Readonly<Partial<Record<TimeColumn, Moment>>>;
  readonly firstDue: string | null;
  readonly finalDue: string | null;
  readonly firstLate: boolean;
  readonly finalLate: boolean;
  readonly firstOverdue: boolean;
  readonly finalOverdue: boolean;
  readonly systems: readonly SheetSystem[];
  readonly actions: readonly SheetAction[];
  readonly ties: readonly SheetTie[];
}

export interface Sheets {
  readonly rows: readonly IncidentSheet[];
  readonly ids: ReadonlySet<string>;
  /** Incidents that would have a page but for the configured number. */
  readonly left: number;
  /** Columns of the record, and kinds of rows, that some export gives. */
  readonly mapped: ReadonlySet<string>;
}

interface Candidate extends Graded {
  readonly id: string;
  readonly open: boolean;
}

export async function readSheets(
  db: Database,
  config: Config,
  period: Period,
  mapped: ReadonlySet<string>,
): Promise<Sheets> {
  const month = { month: period.month };
  const grades = paged.map(quoteText).join(', ');
  const found = await db.rows<Candidate>(
    `SELECT i.incident_id AS id, g.grade, g.class, i.scheme, o.incident_id IS NOT NULL AS open
     FROM mart.incidents i JOIN mart.gradings g ON g.incident_id = i.incident_id AND $month BETWEEN g.from_month AND g.to_month
     LEFT JOIN mart.open_incidents o ON o.incident_id = i.incident_id AND o.month = $month
     WHERE g.counts AND (o.incident_id IS NOT NULL OR ((g.class IN (${grades}) OR g.grade IN (${grades}))
       AND i.month IN (SELECT month FROM mart.months ORDER BY month DESC LIMIT ${registerMonths})))
     ORDER BY i.occurred_at DESC, i.incident_id`,
    month,
  );
  const worthy = found
    .filter((row) => row.open || paged.includes(weightOf(row) ?? ''))
    .sort((a, b) => byWeight(a, b) || Number(b.open) - Number(a.open));
  const kept = worthy.slice(0, config.incidentPages);
  const ids = kept.map((row) => row.id);
  const records = await readRecords(db, config, period, ids);
  const systems = group(await readHarmed(db, config, period, ids));
  const actions = group(await readActions(db, config, period, ids));
  const ties = group(await readTies(db, config, ids));
  const rows = kept.map((row) => ({
    ...records.get(row.id)!,
    ...row,
    systems: systems.get(row.id) ?? [],
    actions: actions.get(row.id) ?? [],
    ties: ties.get(row.id) ?? [],
  }));
  return { rows, ids: new Set(ids), left: worthy.length - kept.length, mapped };
}

type SheetRecord = Omit<IncidentSheet, keyof Candidate | 'systems' | 'actions' | 'ties'>;

/** Nothing that happened after as-of exists; restored and closed are cut there by the mart itself. */
async function readRecords(
  db: Database,
  config: Config,
  period: Period,
  ids: readonly string[],
): Promise<Map<string, SheetRecord>> {
  if (ids.length === 0) return new Map();
  const local = (moment: string): string =>
    `strftime(${moment} AT TIME ZONE ${quoteText(config.timezone)}, '%Y-%m-%d %H:%M')`;
  const times = [...sheetTimes, ...reportTimes].map((column) => {
    const own = ['occurred_at', 'restored_at', 'closed_at'].includes(column);
    const moment = own
      ? `i.${column}`
      : `CASE WHEN s.${column} <= TIMESTAMPTZ ${quoteText(period.asOf)} THEN s.${column} END`;
    return `${column} := struct_pack("local" := ${local(moment)}, "minutes" := (epoch_us(${moment}) - epoch_us(i.occurred_at)) / 60000000.0::DOUBLE)`;
  });
  const given = sheetColumns.map((column) => `${column} := s.${column}::VARCHAR`);
  const rows = await db.rows<
    Omit<SheetRecord, 'times' | 'given'> & { id: string; times: string; given: string }
  >(
    `SELECT i.incident_id AS id, i.system_id AS "systemId", coalesce(i.title, i.symptom) AS title, i.month, i.state, i.contradictory,
       i.over_unknown AS "overUnknown", (epoch_us(v.valued_at) - epoch_us(i.occurred_at)) / 60000000.0::DOUBLE AS age, ${local('v.valued_at')} AS valued,
       to_json(struct_pack(${given.join(', ')}))::VARCHAR AS given, to_json(struct_pack(${times.join(', ')}))::VARCHAR AS times,
       ${local('d.first_due_at')} AS "firstDue", ${local('d.final_due_at')} AS "finalDue",
       coalesce(d.first_late, false) AS "firstLate", coalesce(d.final_late, false) AS "finalLate",
       coalesce(n.first_overdue, false) AS "firstOverdue", coalesce(n.final_overdue, false) AS "finalOverdue"
     FROM mart.incidents i JOIN staging.incidents s ON s.incident_id = i.incident_id
     JOIN mart.months v ON v.month = ${quoteText(period.month)}
     LEFT JOIN mart.regulator_duties d ON d.incident_id = i.incident_id AND d.month = i.month
     LEFT JOIN mart.regulator_duties n ON n.incident_id = i.incident_id AND n.month = v.month
     WHERE i.incident_id IN (${ids.map(quoteText).join(', ')})`,
  );
  return new Map(
    rows.map(({ id, times: t, given: g, ...row }) => [
      id,
      {
        ...row,
        given: withoutEmpty(JSON.parse(g) as Record<string, string | null>, (v) => v !== null),
        times: withoutEmpty(JSON.parse(t) as Record<TimeColumn, Moment>, (v) => v.local !== null),
      },
    ]),
  );
}

const withoutEmpty = <V>(all: Readonly<Record<string, V>>, keep: (value: V) => boolean) =>
  Object.fromEntries(Object.entries(all).filter(([, v]) => keep(v))) as Record<string, NonNullable<V>>;

/** Rows by the incident to which they belong, in the order in which they came. */
function group<R extends { readonly incidentId: string }>(rows: readonly R[]): ReadonlyMap<string, R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) found.set(row.incidentId, [...(found.get(row.incidentId) ?? []), row]);
  return found;
}
