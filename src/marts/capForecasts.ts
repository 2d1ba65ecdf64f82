/** How each cap stands at the end of each month of its year. */
import type { Database } from '../duckdb/database.js';
import { type CapThresholds, capStatus, dispersionOf, forecastCap } from '../stats/capForecast.js';
import type { Mart } from './mart.js';
import { keyOf } from './scopeNames.js';

const monthsOfYear = 12;

interface Month {
  readonly kind: string;
  readonly id: string;
  readonly year: number;
  readonly breakdown: string;
  readonly month: string;
  readonly cap: number | null;
  readonly prior: number | null;
  /** Within the cap's year from 1; null in the years before it, which only lend the baseline. */
  readonly position: number | null;
  /** Share of the year's days that have passed at the month's end. */
  readonly elapsed: number;
  readonly complete: boolean;
  /** Incidents of the month, as graded at its end; what later grading adds to or takes off the year to date. */
  readonly n: number;
  readonly regraded: number;
}

export const capForecasts: Mart = {
  name: 'cap_forecasts',
  grain: {
    ja: '1行は1つの上限の、その年度の1か月末時点の件数・超過確率・年度末の見込み幅・判定',
    en: "one row per cap and month of its year: the count to the month's end, the chance of passing the cap, the band of the year's end, the status",
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS breakdown, NULL::INTEGER AS fiscal_year, NULL::DOUBLE AS cap,
      NULL::BIGINT AS to_date, NULL::DOUBLE AS elapsed, NULL::DOUBLE AS dispersion, NULL::INTEGER AS baseline_months, NULL::DOUBLE AS probability,
      NULL::BIGINT AS band_lower, NULL::BIGINT AS band_upper, NULL::VARCHAR AS status, NULL::VARCHAR AS reason, NULL::DOUBLE AS coverage WHERE false`,
  async compute(db, { config }) {
    const rows = await readMonths(db, config.fiscalYearStart);
    const series = new Map<string, Month[]>();
    for (const row of rows) {
      const key = keyOf(row.kind, row.id, row.year, row.breakdown);
      const list = series.get(key);
      if (list) list.push(row);
      else series.set(key, [row]);
    }
    const values = [...series.values()].flatMap((months) =>
      months.flatMap((m, i) =>
        m.position === null ? [] : [judge(m, months.slice(0, i + 1), config.capStatus)],
      ),
    );
    // As JSON: of tens of thousands of rows, VALUES would be parsed for seconds.
    await db.run(
      `INSERT INTO mart.cap_forecasts
       SELECT v.r.month, c.scope_kind, c.scope_id, c.breakdown, c.fiscal_year, c.cap, v.r.toDate, v.r.elapsed, v.r.dispersion, v.r.baseline,
         v.r.probability, v.r.lower, v.r.upper, v.r.status, v.r.reason, c.parts / c.parts_of
       FROM (SELECT unnest(from_json($rows::JSON, '[${JSON.stringify(standingTypes)}]')) AS r) v
       JOIN mart.caps c ON c.scope_kind = v.r.kind AND c.scope_id = v.r.id AND c.fiscal_year = v.r.year AND c.breakdown = v.r.breakdown
       ORDER BY ALL`,
      { rows: JSON.stringify(values) },
    );
  },
  checks: [
    'SELECT 1 FROM mart.cap_forecasts GROUP BY month, scope_kind, scope_id, breakdown HAVING count(*) > 1',
    'SELECT 1 FROM mart.cap_forecasts WHERE probability NOT BETWEEN 0 AND 1 OR band_lower < to_date OR band_upper < band_lower',
    `SELECT 1 FROM mart.cap_forecasts WHERE (to_date > cap AND status IN ('on_track', 'at_risk', 'met')) OR (to_date > cap AND probability <> 1)`,
  ],
};

/** Each cap's months up to the end of its year, the years before it included. */
const readMonths = (db: Database, fiscalYearStart: number): Promise<Month[]> =>
  db.rows<Month>(
    `WITH cells AS (
       SELECT p.scope_kind, p.scope_id, p.fiscal_year, p.breakdown, n.month, sum(n.n)::BIGINT AS n, sum(n.regraded)::BIGINT AS regraded
       FROM mart.cap_parts p JOIN mart.incident_counts n ON n.scope_kind = p.part_kind AND n.scope_id = p.part_id AND n.breakdown = p.breakdown GROUP BY ALL),
     owners AS (SELECT scope_kind, scope_id, last(company_id ORDER BY month) AS company_id FROM mart.scopes SEMI JOIN mart.caps USING (scope_kind, scope_id) GROUP BY ALL),
     years AS (SELECT *, make_date(fiscal_year, ${fiscalYearStart}, 1) AS begins, make_date(fiscal_year + 1, ${fiscalYearStart}, 1) AS ends FROM mart.caps)
     SELECT c.scope_kind AS kind, c.scope_id AS id, c.fiscal_year AS year, c.breakdown, m.month, c.cap, c.prior_actual AS prior,
       CASE WHEN m.fiscal_year = c.fiscal_year THEN m.fiscal_month END AS position,
       date_diff('day', c.begins, m.last_day + 1) / date_diff('day', c.begins, c.ends) AS elapsed, v.complete, coalesce(n.n, 0) AS n, coalesce(n.regraded, 0) AS regraded
     FROM years c JOIN mart.months m ON m.fiscal_year <= c.fiscal_year
     JOIN owners o ON o.scope_kind = c.scope_kind AND o.scope_id = c.scope_id
     LEFT JOIN mart.scopes s ON s.month = m.month AND s.scope_kind = c.scope_kind AND s.scope_id = c.scope_id
     JOIN mart.coverage v ON v.month = m.month AND v.company_id IS NOT DISTINCT FROM (CASE WHEN s.month IS NULL THEN o.company_id ELSE s.company_id END)
     LEFT JOIN cells n ON n.month = m.month AND n.scope_kind = c.scope_kind AND n.scope_id = c.scope_id AND n.fiscal_year = c.fiscal_year AND n.breakdown = c.breakdown
     ORDER BY kind, id, year, breakdown, m.month`,
  );

/** How a cap stands at a month's end: what the mart adds to the cap. */
const standingTypes = {
  month: 'VARCHAR',
  kind: 'VARCHAR',
  id: 'VARCHAR',
  year: 'INTEGER',
  breakdown: 'VARCHAR',
  toDate: 'BIGINT',
  elapsed: 'DOUBLE',
  dispersion: 'DOUBLE',
  baseline: 'INTEGER',
  probability: 'DOUBLE',
  lower: 'BIGINT',
  upper: 'BIGINT',
  status: 'VARCHAR',
  reason: 'VARCHAR',
} as const;
type Standing = Readonly<Partial<Record<keyof typeof standingTypes, string | number>>>;

/** `history`: the months up to this one, itself the last. */
function judge(month: Month, history: readonly Month[], thresholds: CapThresholds): Standing {
  const { kind, id, year, breakdown, cap, elapsed } = month;
  const soFar = history.filter((m) => m.position !== null);
  const count = soFar.reduce((sum, m) => sum + m.n + m.regraded, 0);
  const known = history.filter((m) => m.complete);
  const dispersion = dispersionOf(known.map((m) => m.n));
  const cell = { month: month.month, kind, id, year, breakdown };
  const row = (status: string, reason: string, more: Standing = {}): Standing => {
    return { ...cell, toDate: count, elapsed, dispersion, baseline: known.length, status, reason, ...more };
  };
  if (cap === null) return row('no_data', 'no_prior_year');
  // methods.md, "Time": an incomplete month is never judged, nor is a year to date that holds one or begins before the exports do.
  if (soFar.length !== month.position || soFar.some((m) => !m.complete)) return row('', 'incomplete');
  const elapsedMonths = month.position ?? 0;
  const forecast = forecastCap(cap, {
    count,
    elapsed: elapsedMonths === monthsOfYear ? 1 : elapsed,
    months: elapsedMonths,
    prior: month.prior ?? undefined,
    dispersion,
  });
  const status = capStatus(forecast, elapsedMonths === monthsOfYear ? 1 : elapsed, thresholds);
  const { probability, band } = forecast;
  return row(status, forecast.outlook, {
    ...(probability === undefined ? {} : { probability }),
    ...band,
  });
}

/** The two metrics of targets.ts, cell by cell. */
export const capFigures: Mart = {
  name: 'cap_figures',
  grain: {
    ja: '1行は上限または超過確率の1か月・1範囲・1内訳',
    en: 'one row per month, scope and breakdown of the cap, and of the chance of passing it',
  },
  sql: () => `
    SELECT 'cap' AS metric, month, scope_kind, scope_id, breakdown, cap AS value, NULL::DOUBLE AS lower, NULL::DOUBLE AS upper, NULL::DOUBLE AS target,
      status, coverage, 0::BIGINT AS source_rows FROM mart.cap_forecasts
    UNION ALL
    SELECT 'cap_exceed_probability', month, scope_kind, scope_id, breakdown, probability, NULL, NULL, NULL,
      CASE WHEN probability IS NULL AND status = '' THEN 'no_data' ELSE status END, coverage, to_date FROM mart.cap_forecasts`,
  checks: [
    'SELECT 1 FROM mart.cap_figures GROUP BY metric, month, scope_kind, scope_id, breakdown HAVING count(*) > 1',
  ],
};
