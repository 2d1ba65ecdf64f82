/** Figures and marts → the series of months that signals.ts judges. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { contributingRows } from './contribution.js';
import type { ScopeKind } from './figure.js';
import type { Metric } from './metric.js';
import { type CalendarMonth, needsEvents, type Rebased, type Series, type SeriesMonth } from './series.js';

/** Days by number, as series.ts counts them. SQL. */
const dayNumber = (date: string): string => `(${date} - DATE '1970-01-01')`;

export const readCalendar = (db: Database): Promise<CalendarMonth[]> =>
  db.rows<CalendarMonth>(
    `SELECT month, ${dayNumber('first')} AS "from", ${dayNumber('last_day(first) + 1')} AS "to"
     FROM (SELECT month, (month || '-01')::DATE AS first FROM mart.months) ORDER BY month`,
  );

export interface Scope {
  readonly scope_kind: string;
  readonly scope_id: string;
}
export interface ScopeSeries {
  readonly scope: Scope;
  readonly series: Series;
}
export type Presence = Awaited<ReturnType<typeof readPresence>>;

export const keyOf = ({ scope_kind, scope_id }: Scope): string => `${scope_kind}:${scope_id}`;

/** The months in which each system had a valid profile or a record, in their order. */
export async function readPresence(db: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.rows<{ system_id: string; month: string }>(
    `SELECT p.system_id, p.month FROM mart.system_profiles p
     LEFT JOIN (SELECT DISTINCT month, system_id FROM mart.incidents) i ON i.month = p.month AND i.system_id = p.system_id
     WHERE p.valid_then OR i.month IS NOT NULL ORDER BY 1, 2`,
  );
  const presence = new Map<string, string[]>();
  for (const { system_id, month } of rows) {
    const months = presence.get(system_id);
    if (months) months.push(month);
    else presence.set(system_id, [month]);
  }
  return presence;
}

/**
 * A system lives from its first to its last month with a valid profile or a record, as known at the end of `until` (an absent one, never).
 * Zeros of the time before it was there are no baseline, and its quiet afterwards is no improvement.
 */
export function lifeOf(months: readonly string[] = [], until: string): NonNullable<Series['life']> {
  const known = months.filter((month) => month <= until);
  return { began: known[0] ?? '9999-12', ended: known.at(-1) ?? '0000-01' };
}

/** Of all scopes, or of those of one kind. */
export async function readSeries(
  db: Database,
  metric: Metric,
  calendar: readonly CalendarMonth[],
  presence: Presence,
  config: Config,
  kind?: ScopeKind,
): Promise<ScopeSeries[]> {
  const reported = calendar.at(-1)!.month;
  const place = new Map(calendar.map(({ month }, i) => [month, i]));
  const rows = await db.rows<Scope & SeriesMonth & { month: string }>(
    `SELECT scope_kind, scope_id, month, value, complete, status, target FROM mart.figures
     WHERE metric = ${quoteText(metric.id)} AND breakdown = ''${kind ? ` AND scope_kind = ${quoteText(kind)}` : ''} ORDER BY scope_kind, scope_id, month`,
  );
  const found = new Map<string, { scope: Scope; months: (SeriesMonth | undefined)[] }>();
  for (const { scope_kind, scope_id, month, ...rest } of rows) {
    const scope = { scope_kind, scope_id };
    const key = keyOf(scope);
    const entry = found.get(key) ?? { scope, months: calendar.map(() => undefined) };
    found.set(key, entry);
    entry.months[place.get(month)!] = rest;
  }
  const rebasesOf = (key: string): Rebased[] =>
    config.rebases
      .filter((r) => r.metric === metric.id && r.scope === key)
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  // A scope that is gone by the reported month has no headline in it.
  return [...found]
    .filter(([, { months }]) => months.at(-1) !== undefined)
    .map(([key, { scope, months }]) => ({
      scope,
      series: {
        chart: metric.headline!.chart,
        months,
        life: scope.scope_kind === 'system' ? lifeOf(presence.get(scope.scope_id), reported) : undefined,
        rebases: rebasesOf(key),
      },
    }));
}

/** Days of events, in their order, of the scopes where they are rare. */
export const readEvents = (
  db: Database,
  config: Config,
  metric: Metric,
  list: readonly ScopeSeries[],
  calendar: readonly CalendarMonth[],
): Promise<Map<string, number[]>> =>
  readEventsOf(
    db,
    config,
    metric,
    list.filter(({ series }) => needsEvents(series, calendar)).map(({ scope }) => scope),
  );

export async function readEventsOf(
  db: Database,
  config: Config,
  { headline, measure }: Metric,
  rare: readonly Scope[],
): Promise<Map<string, number[]>> {
  const events = new Map<string, number[]>();
  if (headline?.chart !== 'count' || measure.kind !== 'pooled' || rare.length === 0) return events;
  const values = rare.map((s) => `(${quoteText(s.scope_kind)}, ${quoteText(s.scope_id)})`);
  const day = dayNumber(`CAST(r.${headline.at} AT TIME ZONE ${quoteText(config.timezone)} AS DATE)`);
  const rows = await db.rows<Scope & { day: number }>(
    `SELECT e.* FROM (SELECT r.scope_kind, r.scope_id, ${day} AS day FROM ${contributingRows(measure)}) e
     SEMI JOIN (VALUES ${values.join(', ')}) v(scope_kind, scope_id) ON v.scope_kind = e.scope_kind AND v.scope_id = e.scope_id ORDER BY ALL`,
  );
  for (const row of rows) {
    const days = events.get(keyOf(row));
    if (days) days.push(row.day);
    else events.set(keyOf(row), [row.day]);
  }
  return events;
}
