/** When systems are to be in service: from what their profiles say, the months, and the holidays. Exact to the microsecond. */
import { quoteText } from '../duckdb/quote.js';
import { readServiceHours } from '../staging/typing/serviceHours.js';
import type { Mart } from './mart.js';

/** Rules per INSERT. */
const batch = 500;

/** Each text is read once, however many systems have it. One that isn't understood has no row; the loaders have warned of it. */
export const serviceHours: Mart = {
  name: 'service_hours',
  grain: {
    ja: '1行は1つのサービス時間の書き方と、その1つの規則（曜日と時間帯）',
    en: 'one row per way of writing service hours and rule in it: days of the week, and hours on them',
  },
  sql: () =>
    `SELECT ''::VARCHAR AS hours, ''::VARCHAR AS days, ''::VARCHAR AS holidays, 0::INTEGER AS from_minute, 0::INTEGER AS to_minute, []::VARCHAR[] AS calendars WHERE false`,
  compute: async (db) => {
    const texts = await db.rows<{ hours: string }>(
      'SELECT DISTINCT service_hours AS hours FROM mart.system_profiles WHERE service_hours IS NOT NULL ORDER BY 1',
    );
    const rows = texts.flatMap(({ hours }) => {
      const read = readServiceHours(hours);
      const calendars = `[${(read?.calendars ?? []).map(quoteText).join(', ')}]::VARCHAR[]`;
      return (read?.rules ?? []).map(
        (r) =>
          `(${quoteText(hours)}, '${r.days.join('')}', '${r.holidays}', ${r.from}, ${r.to}, ${calendars})`,
      );
    });
    for (let i = 0; i < rows.length; i += batch)
      await db.run(`INSERT INTO mart.service_hours VALUES ${rows.slice(i, i + batch).join(', ')}`);
  },
  checks: [
    'SELECT 1 FROM mart.service_hours WHERE from_minute < 0 OR from_minute >= 1440 OR to_minute <= from_minute OR to_minute > 2880',
  ],
};

/**
 * Hours that name calendars have these alone; others the holidays without a calendar. Where all holidays are of one calendar, it is
 * meant without being named.
 */
export const serviceHolidays: Mart = {
  name: 'service_holidays',
  grain: {
    ja: '1行は休日を区別する1つのサービス時間にとっての、1つの暦の1日の休日',
    en: 'one row per service hours that tell holidays from other days, and holiday of a calendar that applies to them',
  },
  sql: () => `
    WITH asked AS (SELECT DISTINCT hours, calendars FROM mart.service_hours WHERE holidays <> 'unsaid'),
    sole AS (SELECT CASE WHEN count(DISTINCT coalesce(calendar, '')) = 1 THEN min(calendar) END AS calendar FROM staging.holidays)
    SELECT a.hours, h.calendar, h.date FROM asked a CROSS JOIN sole o JOIN staging.holidays h
      ON CASE WHEN len(a.calendars) > 0 THEN list_contains(a.calendars, h.calendar) ELSE h.calendar IS NULL OR h.calendar = o.calendar END`,
  checks: ['SELECT 1 FROM mart.service_holidays GROUP BY hours, calendar, date HAVING count(*) > 1'],
};

/**
 * Windows are of the local clock, and their lengths of the real one: a night on which the clock is put forward is an hour shorter. A
 * skipped local time is the one after the gap; one that comes twice is the second (ICU). Windows that overlap, by their rules or by
 * a skipped day, count once: each begins where those before it have ended.
 */
export const serviceWindows: Mart = {
  name: 'service_windows',
  grain: {
    ja: '1行は1つのサービス時間の、1か月のうちの1つの時間帯（重ならない）',
    en: 'one row per service hours, month and window within it, up to the valuation; windows do not overlap',
  },
  sql: ({ config }) => {
    const zone = quoteText(config.timezone);
    const at = (minute: string): string => `timezone(${zone}, d.day::TIMESTAMP + to_minutes(r.${minute}))`;
    return `
      WITH days AS (
        -- The day before the month too: its windows may reach past midnight into the month.
        SELECT month, starts, valued_at, CAST(unnest(generate_series(CAST(CAST(timezone(${zone}, starts) AS DATE) - 1 AS TIMESTAMP), CAST(last_day AS TIMESTAMP), INTERVAL 1 DAY)) AS DATE) AS day
        FROM mart.months),
      served AS (
        SELECT r.hours, d.month, greatest(${at('from_minute')}, d.starts) AS since, least(${at('to_minute')}, d.valued_at) AS till
        FROM days d CROSS JOIN mart.service_hours r LEFT JOIN (SELECT DISTINCT hours, date FROM mart.service_holidays) h ON h.hours = r.hours AND h.date = d.day
        WHERE CASE WHEN h.date IS NOT NULL AND r.holidays <> 'unsaid' THEN r.holidays = 'served' ELSE contains(r.days, isodow(d.day)::VARCHAR) END),
      reached AS (
        SELECT hours, month, till, greatest(since, max(till) OVER (PARTITION BY hours, month ORDER BY since, till ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS since
        FROM served WHERE till > since)
      SELECT hours, month, since, till FROM reached WHERE till > since`;
  },
  checks: [
    `SELECT 1 FROM (SELECT since, lag(till) OVER (PARTITION BY hours, month ORDER BY since) AS former FROM mart.service_windows) WHERE since < former`,
  ],
};

/**
 * Service hours that are absent or not understood are not known, and no 24x7 is invented for them. `begins`, `ends`: when the system's
 * periods of validity begin and end; outside of them it isn't in service. `holidays_known`: the hours don't ask for
 * holidays, or these are given for the month's year, by every calendar named.
 */
export const systemService: Mart = {
  name: 'system_service',
  grain: {
    ja: '1行は1か月の1システムの、評価時点までのサービス時間',
    en: 'one row per month and system: its service time up to the valuation',
  },
  sql: ({ config }) => {
    const zone = quoteText(config.timezone);
    const edge = (day: string): string => `timezone(${zone}, CAST(${day} AS TIMESTAMP))`;
    return `
      WITH lives AS (
        SELECT system_id, CASE WHEN bool_or(valid_from IS NULL) THEN NULL ELSE ${edge('min(valid_from)')} END AS begins,
          CASE WHEN bool_or(valid_to IS NULL) THEN NULL ELSE ${edge('max(valid_to) + 1')} END AS ends
        FROM mart.system_rows GROUP BY system_id),
      hours AS (SELECT hours, bool_or(holidays <> 'unsaid') AS asks FROM mart.service_hours GROUP BY hours),
      years AS (
        SELECT h.hours, year(h.date)::VARCHAR AS year FROM mart.service_holidays h JOIN (SELECT DISTINCT hours, len(calendars) AS named FROM mart.service_hours) s ON s.hours = h.hours
        GROUP BY h.hours, 2, s.named HAVING count(DISTINCT h.calendar) >= s.named),
      placed AS (
        SELECT p.month, p.system_id, p.known, h.hours, l.begins, l.ends, NOT coalesce(h.asks, false) OR y.year IS NOT NULL AS holidays_known,
          coalesce(l.begins < m.valued_at, true) AND coalesce(l.ends > m.starts, true) AS in_service
        FROM mart.system_profiles p JOIN mart.months m ON m.month = p.month JOIN lives l ON l.system_id = p.system_id
        LEFT JOIN hours h ON h.hours = p.service_hours LEFT JOIN years y ON y.hours = h.hours AND y.year = left(p.month, 4))
      SELECT p.*, CASE WHEN bool_and(p.hours IS NOT NULL) THEN coalesce(sum(greatest(0, epoch_us(least(w.till, p.ends)) - epoch_us(greatest(w.since, p.begins)))), 0)::BIGINT END AS service_us
      FROM placed p LEFT JOIN mart.service_windows w ON w.month = p.month AND w.hours = p.hours GROUP BY ALL`;
  },
  checks: [
    'SELECT 1 FROM mart.system_service GROUP BY month, system_id HAVING count(*) > 1',
    'SELECT month, system_id FROM mart.system_months EXCEPT SELECT month, system_id FROM mart.system_service',
    'SELECT 1 FROM mart.system_service s JOIN mart.months m ON m.month = s.month WHERE s.service_us > epoch_us(m.valued_at) - epoch_us(m.starts)',
  ],
};
