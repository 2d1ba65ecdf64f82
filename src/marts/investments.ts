/** Software investment to date, over the same months as the incidents that it is compared with (methods.md, "Rates between companies"). */
import { isReserved } from '../staging/reserved.js';
import type { Mart, MartContext } from './mart.js';

/** A year's amount stands for this many equal months. */
const monthsOfYear = 12;

/** SQL for the first (or, `offset` 11, the last) month of the fiscal year in `year`, as YYYY-MM. */
const monthOfYear = ({ config }: MartContext, year: string, offset: number): string =>
  `strftime(make_date(${year}, ${config.fiscalYearStart}, 1) + to_months(${offset}), '%Y-%m')`;

/**
 * Amounts are kept in twelfths, so that a share of a year is as exact as a sum of months. Monthly rows count where each month to date
 * has one; else the year's amount; a mere part of the months is no amount, for the incidents are of all of them. Actual wins over budget,
 * both over rows that don't say which they are. A row whose month lies outside its fiscal year contradicts itself, and nothing of that
 * year is used until it is mended.
 */
export const investmentAmounts: Mart = {
  name: 'investment_amounts',
  grain: {
    ja: '1行は1か月・1社の、会社・事業部・システムのいずれか1つに書かれた年度累計のソフトウェア投資。使えない場合はその理由',
    en: 'one row per month, company and what the export gives its investment for (the company, a unit, a system): the amount of the fiscal year to date, or why there is none',
  },
  sql: (context) => `
    WITH written AS (
      SELECT company_id, fiscal_year, month AS paid_month, software_amount AS amount, coalesce(basis, 'unstated') AS basis,
        CASE WHEN system_id IS NOT NULL THEN 'system' WHEN unit_id IS NOT NULL THEN 'unit' ELSE 'company' END AS level,
        coalesce(system_id, unit_id, company_id) AS scope_id
      FROM staging.investments),
    placed AS (
      SELECT w.*, coalesce(paid_month NOT BETWEEN ${monthOfYear(context, 'fiscal_year', 0)} AND ${monthOfYear(context, 'fiscal_year', monthsOfYear - 1)}, false) AS astray
      FROM written w),
    summed AS (
      SELECT m.month, p.company_id, p.level, p.scope_id, p.basis, bool_or(p.astray) AS astray, count(*) AS source_rows,
        CASE WHEN count(DISTINCT p.paid_month) FILTER (p.paid_month <= m.month AND NOT p.astray) = m.fiscal_month
            THEN sum(p.amount) FILTER (p.paid_month <= m.month AND NOT p.astray) * ${monthsOfYear}
          ELSE sum(p.amount) FILTER (p.paid_month IS NULL) * m.fiscal_month END::DECIMAL(38, 6) AS twelfths
      FROM placed p JOIN mart.months m ON m.fiscal_year = p.fiscal_year
      GROUP BY m.month, m.fiscal_month, p.company_id, p.level, p.scope_id, p.basis)
    SELECT month, company_id, level, scope_id, CASE WHEN NOT bool_or(astray) OVER all_bases THEN twelfths END AS twelfths,
      CASE WHEN twelfths IS NOT NULL THEN basis END AS basis,
      CASE WHEN bool_or(astray) OVER all_bases THEN 'month_outside_year' WHEN twelfths IS NULL THEN 'months_missing' END AS reason, source_rows
    FROM summed
    WINDOW all_bases AS (PARTITION BY month, company_id, level, scope_id)
    QUALIFY row_number() OVER (PARTITION BY month, company_id, level, scope_id
      ORDER BY twelfths IS NULL, CASE basis WHEN 'actual' THEN 1 WHEN 'budget' THEN 2 ELSE 3 END) = 1`,
  checks: [
    'SELECT 1 FROM mart.investment_amounts GROUP BY month, company_id, level, scope_id HAVING count(*) > 1',
    'SELECT 1 FROM mart.investment_amounts WHERE (twelfths IS NULL) <> (reason IS NOT NULL) OR twelfths < 0',
  ],
};

/** Units and systems that a company had on the month's last day: whose investment its sum should hold. */
const ownParts = `
      SELECT m.month, u.company_id, 'unit' AS level, u.unit_id AS part FROM mart.months m JOIN mart.unit_rows u
        ON coalesce(u.valid_from, DATE '0001-01-01') <= m.last_day AND coalesce(u.valid_to, DATE '9999-12-31') >= m.last_day
        WHERE NOT ${isReserved('u.unit_id')}
      UNION SELECT m.month, m.company_id, 'system', m.system_id FROM mart.system_months m
        JOIN mart.system_profiles p ON p.month = m.month AND p.system_id = m.system_id WHERE p.known AND p.valid_then`;

/**
 * A company's own row wins; else its units' rows are summed; else its systems': levels are never added together. One part without an
 * amount leaves the sum without one. Of parts that have no row at all nothing is known: `coverage` is the share that has.
 */
export const investments: Mart = {
  name: 'investments',
  grain: {
    ja: '1行は1か月の1範囲（会社・事業部・システム）の年度累計のソフトウェア投資と、予算・実績の別。使えない場合はその理由',
    en: 'one row per month and scope (company, or unit or system with rows of its own): the software investment of the fiscal year to date, budget or actual, or why there is none',
  },
  sql: () => `
    WITH own_parts AS (${ownParts}),
    levels AS (
      SELECT *, min(CASE level WHEN 'company' THEN 1 WHEN 'unit' THEN 2 ELSE 3 END) OVER (PARTITION BY month, company_id) =
        CASE level WHEN 'company' THEN 1 WHEN 'unit' THEN 2 ELSE 3 END AS wins
      FROM mart.investment_amounts),
    scoped AS (
      SELECT month, 'company' AS scope_kind, company_id AS scope_id, level, twelfths, basis, reason, source_rows FROM levels WHERE wins
      UNION ALL SELECT month, level, scope_id, level, twelfths, basis, reason, source_rows FROM levels WHERE level <> 'company'),
    summed AS (
      SELECT month, scope_kind, scope_id, any_value(level) AS level, CASE WHEN count(*) = count(twelfths) THEN sum(twelfths) END AS twelfths,
        CASE WHEN count(DISTINCT basis) > 1 THEN 'mixed' ELSE min(basis) END AS basis, max(reason) AS reason, sum(source_rows)::BIGINT AS source_rows
      FROM scoped GROUP BY ALL),
    parts AS (
      SELECT o.month, o.company_id, o.level, count(*) AS parts, count(a.scope_id) AS given
      FROM own_parts o LEFT JOIN mart.investment_amounts a ON a.month = o.month AND a.company_id = o.company_id AND a.level = o.level AND a.scope_id = o.part
      GROUP BY ALL)
    SELECT k.month, k.scope_kind, k.scope_id, s.level, s.twelfths::DOUBLE / ${monthsOfYear} AS amount, CASE WHEN s.twelfths IS NOT NULL THEN s.basis END AS basis,
      CASE WHEN s.scope_id IS NULL THEN 'missing' WHEN s.reason IS NOT NULL THEN s.reason WHEN s.twelfths = 0 THEN 'zero' END AS reason,
      CASE WHEN s.twelfths IS NULL OR s.twelfths = 0 THEN 0 WHEN s.level = k.scope_kind THEN 1 ELSE coalesce(p.given / p.parts, 1) END::DOUBLE AS coverage,
      coalesce(s.source_rows, 0) AS source_rows
    FROM mart.scopes k LEFT JOIN summed s ON s.month = k.month AND s.scope_kind = k.scope_kind AND s.scope_id = k.scope_id
    LEFT JOIN parts p ON p.month = k.month AND k.scope_kind = 'company' AND p.company_id = k.scope_id AND p.level = s.level
    WHERE (k.scope_kind = 'company' AND NOT ${isReserved('k.scope_id')}) OR (k.scope_kind IN ('unit', 'system') AND s.scope_id IS NOT NULL)`,
  checks: [
    'SELECT 1 FROM mart.investments GROUP BY month, scope_kind, scope_id HAVING count(*) > 1',
    'SELECT 1 FROM mart.investments WHERE reason IS NULL AND NOT amount > 0',
    'SELECT 1 FROM mart.investments WHERE (basis IS NULL) <> (amount IS NULL) OR coverage NOT BETWEEN 0 AND 1',
  ],
};
