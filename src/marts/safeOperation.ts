/** The safe-operation index of each scope, and the companies' rates beside each other, never ranked (methods.md, "Rates between companies"). */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { isReserved } from '../staging/reserved.js';
import { empiricalBayesRates } from '../stats/empiricalBayes.js';
import { makeFunnel } from '../stats/funnel.js';
import { poissonInterval } from '../stats/intervals.js';
import type { Mart } from './mart.js';

/** A double as SQL reads it back to its last digit. */
const double = (value: number): string => `'${value}'::DOUBLE`;

/**
 * The group pools the companies that have an index, and no others' incidents; `coverage` is the share of its companies that are in it.
 * `complete`: the exports hold every month of the year to date.
 */
export const safeOperation: Mart = {
  name: 'safe_operation',
  grain: {
    ja: '1行は1か月の1範囲の安全稼働指数（年度累計）と、その件数・投資額・予算実績の別。指数がない場合はその理由',
    en: 'one row per month and scope with a safe-operation index, or the reason why it has none: the incidents and investment of the fiscal year to date',
  },
  sql: ({ config }) => `
    WITH months AS (
      SELECT m.month, s.scope_kind, s.scope_id, s.company_id, sum(coalesce(n.n, 0)) OVER year AS n,
        bool_and(c.complete) OVER year AND count(*) OVER year = m.fiscal_month AS complete
      FROM mart.scopes s JOIN mart.months m ON m.month = s.month
      JOIN mart.coverage c ON c.month = s.month AND c.company_id IS NOT DISTINCT FROM s.company_id
      LEFT JOIN mart.incident_counts n ON n.month = s.month AND n.scope_kind = s.scope_kind AND n.scope_id = s.scope_id AND n.breakdown = ''
      WINDOW year AS (PARTITION BY s.scope_kind, s.scope_id, m.fiscal_year ORDER BY m.month)),
    own AS (
      SELECT i.month, i.scope_kind, i.scope_id, m.n, i.amount, i.level, i.basis, i.reason, i.coverage, i.source_rows, m.complete
      FROM mart.investments i JOIN months m ON m.month = i.month AND m.scope_kind = i.scope_kind AND m.scope_id = i.scope_id),
    pooled AS (
      -- Sums of doubles in the companies' order, not the threads'.
      SELECT month, 'group' AS scope_kind, 'group' AS scope_id, sum(n) FILTER (reason IS NULL) AS n,
        list_sum(list(amount ORDER BY scope_id) FILTER (reason IS NULL)) AS amount, 'company' AS level,
        CASE WHEN count(DISTINCT basis) FILTER (reason IS NULL) > 1 THEN 'mixed' ELSE min(basis) FILTER (reason IS NULL) END AS basis,
        CASE WHEN count(*) FILTER (reason IS NULL) = 0 THEN CASE WHEN count(DISTINCT reason) = 1 THEN min(reason) ELSE 'no_company' END END AS reason,
        list_sum(list(coverage ORDER BY scope_id)) / count(*) AS coverage, sum(source_rows) AS source_rows
      FROM own WHERE scope_kind = 'company' GROUP BY month),
    every AS (
      SELECT * FROM own
      UNION ALL SELECT p.*, m.complete FROM pooled p JOIN months m ON m.month = p.month AND m.scope_kind = 'group'),
    reckoned AS (SELECT *, CASE WHEN reason IS NULL THEN amount / ${double(config.safeOperation.per)} END AS exposure FROM every)
    SELECT month, scope_kind, scope_id, '' AS breakdown, CASE WHEN reason IS NULL THEN n::DOUBLE / exposure END AS value, NULL::DOUBLE AS lower, NULL::DOUBLE AS upper,
      NULL::DOUBLE AS target, CASE WHEN reason IS NULL THEN '' WHEN reason = 'zero' THEN 'not_applicable' ELSE 'no_data' END AS status,
      coverage, complete, CASE WHEN reason IS NULL THEN n ELSE 0 END::BIGINT AS source_rows, reason, n::BIGINT AS n, amount, exposure, level, basis
    FROM reckoned`,
  async compute(db) {
    const counts = await db.rows<{ n: number }>(
      'SELECT DISTINCT n FROM mart.safe_operation WHERE reason IS NULL ORDER BY n',
    );
    if (counts.length === 0) return;
    // Equal counts have equal intervals: that of a rate is the count's over the exposure.
    const rows = counts.map(({ n }) => {
      const { lower, upper } = poissonInterval(n);
      return `(${n}, ${double(lower)}, ${double(upper)})`;
    });
    await db.run(
      `UPDATE mart.safe_operation s SET lower = v.lower / s.exposure, upper = v.upper / s.exposure
       FROM (VALUES ${rows.join(', ')}) v(n, lower, upper) WHERE s.n = v.n AND s.reason IS NULL`,
    );
  },
  checks: [
    'SELECT 1 FROM mart.safe_operation GROUP BY month, scope_kind, scope_id HAVING count(*) > 1',
    'SELECT 1 FROM mart.safe_operation WHERE (value IS NULL) <> (reason IS NOT NULL) OR NOT value BETWEEN lower AND upper',
    `SELECT 1 FROM mart.safe_operation WHERE reason IS NULL AND (exposure IS NULL OR NOT exposure > 0)`,
    `SELECT month, company_id FROM mart.months, mart.companies WHERE NOT ${isReserved('company_id')}
     EXCEPT SELECT month, scope_id FROM mart.safe_operation WHERE scope_kind = 'company'`,
  ],
};

/** With one alone, the rate of all is its own. */
const fewestCompared = 2;

interface Rated {
  readonly month: string;
  readonly company: string;
  readonly count: number;
  readonly exposure: number;
}

/**
 * Compared are companies whose year to date is complete and whose investment is known in all its parts; of the others the rate stands
 * with its interval, and no judgement. Outside 99.8 % or not is all that is said: nobody is ranked.
 */
export const companyRates: Mart = {
  name: 'company_rates',
  grain: {
    ja: '1行は1か月の1社の、投資当たりの障害件数（年度累計）・区間・経験ベイズ推定・ファンネルの限界。設定の順で、順位は付けない',
    en: "one row per month and company, in the configured order: incidents per investment of the fiscal year to date with interval, empirical-Bayes rate and the funnel's limits",
  },
  sql: () => `
    SELECT s.month, s.scope_id AS company_id, c.position, s.n, s.exposure, s.value AS rate, s.lower, s.upper, s.basis, s.level, s.coverage, s.complete,
      coalesce(s.reason, CASE WHEN NOT s.complete THEN 'incomplete' WHEN s.coverage < 1 THEN 'parts_missing' END) AS reason, false AS compared,
      NULL::DOUBLE AS pooled_rate, NULL::DOUBLE AS dispersion, NULL::DOUBLE AS eb_rate, NULL::DOUBLE AS warning_lower, NULL::DOUBLE AS warning_upper,
      NULL::DOUBLE AS alarm_lower, NULL::DOUBLE AS alarm_upper, NULL::VARCHAR AS outside
    FROM mart.safe_operation s JOIN mart.companies c ON c.company_id = s.scope_id WHERE s.scope_kind = 'company'
    ORDER BY s.month, c.position`,
  async compute(db) {
    const values = [...(await readRated(db))].flatMap(([month, companies]) => compare(month, companies));
    if (values.length > 0)
      await db.run(
        `UPDATE mart.company_rates r SET compared = true, pooled_rate = v.pooled, dispersion = v.dispersion, eb_rate = v.eb, warning_lower = v.wl,
           warning_upper = v.wu, alarm_lower = v.al, alarm_upper = v.au, outside = v.outside
         FROM (VALUES ${values.join(', ')}) v(month, company, pooled, dispersion, eb, wl, wu, al, au, outside)
         WHERE r.month = v.month AND r.company_id = v.company`,
      );
    await db.run(`UPDATE mart.company_rates SET reason = 'alone' WHERE reason IS NULL AND NOT compared`);
  },
  checks: [
    'SELECT 1 FROM mart.company_rates GROUP BY month, company_id HAVING count(*) > 1',
    'SELECT 1 FROM mart.company_rates WHERE compared <> (reason IS NULL) OR (outside IS NOT NULL AND NOT compared)',
  ],
};

async function readRated(db: Database): Promise<Map<string, Rated[]>> {
  const rows = await db.rows<Rated>(
    'SELECT month, company_id AS company, n AS count, exposure FROM mart.company_rates WHERE reason IS NULL ORDER BY month, position',
  );
  const byMonth = new Map<string, Rated[]>();
  for (const row of rows) byMonth.set(row.month, [...(byMonth.get(row.month) ?? []), row]);
  return byMonth;
}

/** A month's companies as rows of SQL values. */
function compare(month: string, companies: readonly Rated[]): string[] {
  if (companies.length < fewestCompared) return [];
  const { pooled, dispersion, points } = makeFunnel(companies);
  const drawn = empiricalBayesRates(companies);
  return points.map(({ warning, alarm, outside }, i) => {
    const limits = [warning.lower, warning.upper, alarm.lower, alarm.upper].map(double);
    const phi = dispersion === null ? 'NULL::DOUBLE' : double(dispersion);
    const side = outside === null ? 'NULL::VARCHAR' : quoteText(outside);
    return `(${quoteText(month)}, ${quoteText(companies[i]!.company)}, ${double(pooled)}, ${phi}, ${double(drawn[i]!)}, ${limits.join(', ')}, ${side})`;
  });
}
