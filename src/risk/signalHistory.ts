/** What the control chart of a system's incidents said at the end of each month, not only of the reported one. */
import type { Database } from '../duckdb/database.js';
import type { Mart } from '../marts/mart.js';
import {
  keyOf,
  lifeOf,
  readCalendar,
  readEventsOf,
  readPresence,
  readSeries,
} from '../metrics/readSeries.js';
import { metricOf } from '../metrics/registry.js';
import { type CalendarMonth, judgeSeries, needsEvents, type Series } from '../metrics/series.js';
import { signalRow } from '../metrics/signalRows.js';

/**
 * The same charts as those of mart.signals, as they stood: the series ends with the judged month, so that later months are in no
 * baseline and later re-basings don't exist yet; of the system's life what had been seen of it by then. The reported month's rows are
 * those of mart.signals. `reason`: why a month is not judged (`variation` NULL).
 */
export const signalHistory: Mart = {
  name: 'signal_history',
  grain: {
    ja: '1行は1か月の1システムの障害件数の管理図の判定（その月末時点）',
    en: 'one row per month and system: what the control chart of its incidents said at that month’s end',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS variation, NULL::VARCHAR AS rule, NULL::VARCHAR AS reason WHERE false`,
  async compute(db, { config }) {
    const metric = metricOf('incidents');
    const calendar = await readCalendar(db);
    const presence = await readPresence(db);
    const there = await readThere(db);
    const list = await readSeries(db, metric, calendar, presence, config, 'system');
    const judgements = list.flatMap(({ scope, series }) => {
      const lived = presence.get(scope.scope_id);
      const months = [...(there.get(scope.scope_id) ?? [])];
      return months.map((month) => ({ scope, ...cutAt(series, calendar, month, lived) }));
    });
    const rare = new Map(
      judgements.filter((j) => needsEvents(j.series, j.calendar)).map(({ scope }) => [keyOf(scope), scope]),
    );
    // What lies behind the judged month is passed over by the charts.
    const events = await readEventsOf(db, config, metric, [...rare.values()]);
    const rows = judgements.map(({ scope, series, calendar }) => {
      const judged = judgeSeries(series, calendar, events.get(keyOf(scope)) ?? []);
      const { month, variation, rule, reason } = signalRow(metric, scope, series, judged, calendar);
      return { month, system_id: scope.scope_id, variation, rule, reason };
    });
    const types = Object.fromEntries(columns.map((name) => [name, 'VARCHAR']));
    // As JSON: tens of thousands of rows as VALUES would be parsed for seconds.
    await db.run(
      `INSERT INTO mart.signal_history SELECT ${columns.map((name) => `v.r.${name}`).join(', ')}
       FROM (SELECT unnest(from_json($rows::JSON, '[${JSON.stringify(types)}]')) AS r) v`,
      { rows: JSON.stringify(rows) },
    );
  },
  checks: [
    'SELECT month, system_id FROM mart.signal_history GROUP BY ALL HAVING count(*) > 1',
    'SELECT month, system_id FROM mart.risk_systems EXCEPT SELECT month, system_id FROM mart.signal_history',
    'SELECT 1 FROM mart.signal_history WHERE (variation IS NULL) = (reason IS NULL)',
  ],
};

const columns = ['month', 'system_id', 'variation', 'rule', 'reason'] as const;

async function readThere(db: Database): Promise<Map<string, string[]>> {
  const rows = await db.rows<{ system_id: string; months: string }>(
    `SELECT system_id, string_agg(month, ' ' ORDER BY month) AS months FROM mart.risk_systems GROUP BY 1 ORDER BY 1`,
  );
  return new Map(rows.map(({ system_id, months }) => [system_id, months.split(' ')]));
}

/** The series and the calendar as they were at the end of `month`. */
function cutAt(
  series: Series,
  calendar: readonly CalendarMonth[],
  month: string,
  lived: readonly string[] | undefined,
): { series: Series; calendar: readonly CalendarMonth[] } {
  const length = calendar.findIndex((m) => m.month === month) + 1;
  const months = series.months.slice(0, length);
  return { series: { ...series, months, life: lifeOf(lived, month) }, calendar: calendar.slice(0, length) };
}
