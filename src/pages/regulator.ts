/** Reports to the regulator that had not been made at the reported month's valuation: overdue ones, and ones still within their time. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import type { Period } from '../marts/period.js';

export interface RegulatorReport {
  readonly incidentId: string;
  readonly systemId: string;
  readonly title: string | null;
  readonly report: 'first' | 'final';
  /** Local: a moment for the first report, the last day for the final one. */
  readonly due: string;
  readonly overdue: boolean;
  /** From the end of the time allowed to the valuation; negative while there is time. */
  readonly minutesOver: number;
}

export interface RegulatorReports {
  readonly waiting: readonly RegulatorReport[];
  /** Incidents of the month of which nobody recorded whether they must be reported. */
  readonly unrecorded: number;
}

/** The longest overdue first, then what is due soonest. */
export async function readRegulator(db: Database, config: Config, period: Period): Promise<RegulatorReports> {
  const zone = quoteText(config.timezone);
  const month = { month: period.month };
  // An incident's first row is that of its own month; from there the reports are followed to the reported one.
  // As the mart has it: the first report's time ends with its moment, the final one's before its midnight.
  const waiting = await db.rows<RegulatorReport>(
    `WITH own AS (
       SELECT d.*, m.valued_at FROM mart.regulator_duties d, (SELECT valued_at FROM mart.months WHERE month = $month) m WHERE d.month <= $month AND d.required
       QUALIFY row_number() OVER (PARTITION BY incident_id ORDER BY d.month) = 1),
     reports AS (
       SELECT incident_id, 'first' AS report, first_due_at AS due_at, strftime(first_due_at AT TIME ZONE ${zone}, '%Y-%m-%d %H:%M') AS due,
         first_due_at < valued_at AS overdue, valued_at FROM own WHERE coalesce(first_at > valued_at, true)
       UNION ALL
       SELECT incident_id, 'final', final_due_at, strftime((final_due_at AT TIME ZONE ${zone})::DATE - 1, '%Y-%m-%d'),
         final_due_at <= valued_at, valued_at FROM own WHERE coalesce(final_at > valued_at, true))
     SELECT r.incident_id AS "incidentId", o.system_id AS "systemId", coalesce(i.title, i.symptom) AS title, r.report, r.due, r.overdue,
       (epoch_us(r.valued_at) - epoch_us(r.due_at)) / 60000000.0::DOUBLE AS "minutesOver"
     FROM reports r JOIN own o ON o.incident_id = r.incident_id JOIN mart.incidents i ON i.incident_id = r.incident_id
     ORDER BY r.due_at, r.incident_id, r.report DESC`,
    month,
  );
  const [unrecorded] = await db.rows<{ n: number }>(
    `SELECT count(*)::INTEGER AS n FROM mart.regulator_duties d JOIN mart.incidents i ON i.incident_id = d.incident_id AND i.month = d.month
     WHERE d.month = $month AND d.required IS NULL`,
    month,
  );
  return { waiting, unrecorded: unrecorded!.n };
}
