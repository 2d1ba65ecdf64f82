/**
 * Figures → `mart.signals` and `mart.signal_points`: which headline of the reported month is a signal, and which is ordinary variation
 * (methods.md, "Signal or noise: control charts"). A count's opportunity is the days of its month: months of 28 to 31 days don't
 * offer the same, so counts stand on a u-chart, drawn in counts; on a c-chart only where all months are equally long.
 */
import type { Config } from '../config/model.js';
import { type ColumnTypes, insertRows } from '../duckdb/bulk.js';
import type { Database } from '../duckdb/database.js';
import { KadoError, problem } from '../errors.js';
import type { Metric } from './metric.js';
import { keyOf, readCalendar, readEvents, readPresence, readSeries, type Scope } from './readSeries.js';
import { metrics } from './registry.js';
import { judgeSeries } from './series.js';
import { pointRows, type SignalRow, signalRow } from './signalRows.js';

export const headlines: readonly Metric[] = metrics.filter((m) => m.headline !== undefined);

/** To be called after createFigures; figures' targets must stand by then. */
export async function createSignals(db: Database, config: Config): Promise<void> {
  await checkRebases(db, config);
  const calendar = await readCalendar(db);
  const presence = await readPresence(db);
  const [signals, points]: [object[], object[]] = [[], []];
  for (const metric of headlines) {
    const list = await readSeries(db, metric, calendar, presence, config);
    const events = await readEvents(db, config, metric, list, calendar);
    for (const { scope, series } of list) {
      const judged = judgeSeries(series, calendar, events.get(keyOf(scope)) ?? []);
      signals.push(signalRow(metric, scope, series, judged, calendar));
      for (const row of pointRows(metric, scope, judged, calendar)) points.push(row);
    }
  }
  await insertRows(db, 'mart.signals', signalColumns, signals);
  await insertRows(db, 'mart.signal_points', pointColumns, points);
}

/** A re-basing that fits nothing would be passed over in silence, and the chart judged by limits that were meant to go. */
export async function checkRebases(db: Database, config: Config): Promise<void> {
  if (config.rebases.length === 0) return;
  const scopes = await db.rows<Scope>('SELECT DISTINCT scope_kind, scope_id FROM mart.scopes');
  const known = new Set(scopes.map(keyOf));
  const problems = config.rebases.flatMap(({ scope, metric }, i) => {
    const at = (key: string) => config.placeOf(['signals', 'rebase', i, key]);
    const key = (name: string): string => `signals.rebase[${i}].${name}`;
    const allowed = headlines.map((m) => m.id).join(', ');
    return [
      ...(headlines.some((m) => m.id === metric)
        ? []
        : [problem('rebase_unknown_metric', { key: key('metric'), value: metric, allowed }, at('metric'))]),
      ...(known.has(scope)
        ? []
        : [problem('rebase_unknown_scope', { key: key('scope'), value: scope }, at('scope'))]),
    ];
  });
  if (problems.length > 0) throw new KadoError(problems);
}

const signalColumns: Readonly<Record<keyof SignalRow, string>> = {
  month: 'VARCHAR',
  metric: 'VARCHAR',
  scope_kind: 'VARCHAR',
  scope_id: 'VARCHAR',
  chart: 'VARCHAR',
  variation: 'VARCHAR',
  assurance: 'VARCHAR',
  rule: 'VARCHAR',
  reason: 'VARCHAR',
  value: 'DOUBLE',
  centre: 'DOUBLE',
  lower: 'DOUBLE',
  upper: 'DOUBLE',
  baseline_from: 'VARCHAR',
  baseline_to: 'VARCHAR',
  baseline_months: 'INTEGER',
  trial: 'BOOLEAN',
  widened: 'BOOLEAN',
  dispersion: 'DOUBLE',
  dispersion_bound: 'DOUBLE',
  widening: 'DOUBLE',
  rebased_from: 'VARCHAR',
  rebase_reason: 'VARCHAR',
};

const pointColumns: ColumnTypes = {
  metric: 'VARCHAR',
  scope_kind: 'VARCHAR',
  scope_id: 'VARCHAR',
  position: 'INTEGER',
  month: 'VARCHAR',
  value: 'DOUBLE',
  centre: 'DOUBLE',
  lower: 'DOUBLE',
  upper: 'DOUBLE',
  baseline: 'BOOLEAN',
  rule: 'VARCHAR',
  variation: 'VARCHAR',
  open: 'BOOLEAN',
};
