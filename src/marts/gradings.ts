/** What each record's grade was, month by month: a month's figure is valued at its month's end (methods.md, "Time"). */
import type { Database } from '../duckdb/database.js';
import { detailOf } from '../duckdb/expression.js';
import { quoteText } from '../duckdb/quote.js';
import { KadoError, problem } from '../errors.js';
import type { CheckedScheme } from '../schemes/check.js';
import { asExported } from '../schemes/scheme.js';
import type { Mart, MartContext } from './mart.js';
import { valuedSql } from './valuations.js';

/** The last month of a grading that nothing has changed since. */
export const openEnd = '9999-12';
/** Beyond it an impact index would be no exact decimal any more; as the volumes of the incident record. */
const largestFactor = 10_000_000_000_000;

/**
 * Anew at each month's end for as long as a record runs, with what was known then: its minutes so far, and of its times those that had
 * passed. Its profile, its scheme and whether it counts stay those of the month in which it occurred. `missing`: the columns for want of
 * which it has no grade, or a grade and no class (`;`-separated). `harmed`: by what an hour of its harm is multiplied.
 */
export const gradings: Mart = {
  name: 'gradings',
  grain: {
    ja: '1行は1件の記録の、同じ等級が続いた月の範囲（from_month から to_month まで）',
    en: 'one row per record and span of months (from_month to to_month) over which its grade, class and factor were the same',
  },
  sql: () =>
    `SELECT r.incident_id, r.month AS from_month, r.month AS to_month, r.scheme, NULL::VARCHAR AS grade, NULL::VARCHAR AS class, NULL::VARCHAR AS missing,
       NULL::DECIMAL(18, 4) AS harmed, NULL::BOOLEAN AS counts, NULL::BOOLEAN AS terminal FROM mart.records r LIMIT 0`,
  compute: async (db: Database, { schemes }: MartContext) => {
    await keepExported(db);
    for (const scheme of schemes.values()) await gradeUnder(db, scheme);
  },
  checks: [
    'SELECT incident_id, from_month FROM mart.gradings GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.gradings WHERE from_month > to_month OR harmed IS NULL OR counts IS NULL',
    'SELECT 1 FROM mart.gradings WHERE grade IS NULL AND class IS NOT NULL',
    `SELECT 1 FROM mart.gradings WHERE class NOT IN ('critical', 'heavy', 'other')`,
    // Every record is graded in its own month, and spans follow each other without a gap.
    'SELECT r.incident_id FROM mart.records r ANTI JOIN mart.gradings g ON g.incident_id = r.incident_id AND g.from_month = r.month',
    `SELECT incident_id FROM mart.gradings GROUP BY 1 HAVING count(*) FILTER (to_month = '${openEnd}') <> 1`,
  ],
};

/** Records of companies without a scheme, and those of months that aren't reported: the grade of their export, as found. */
const keepExported = (db: Database): Promise<void> =>
  db.run(`
    INSERT INTO mart.gradings SELECT r.incident_id, r.month, '${openEnd}', r.scheme, ${asExported.grade}, ${asExported.groupClass}, NULL,
      CAST(${asExported.impactFactor} AS DECIMAL(18, 4)), coalesce(${asExported.counts}, true), NULL
    FROM mart.records r JOIN staging.incidents i ON i.incident_id = r.incident_id WHERE r.scheme = ${quoteText(asExported.id)}`);

async function gradeUnder(db: Database, checked: CheckedScheme): Promise<void> {
  const { scheme, placeOf, keyOf } = checked;
  try {
    await db.run(`CREATE OR REPLACE TEMP TABLE valued AS ${valuedSql(checked)}`);
  } catch (error) {
    const params = { scheme: scheme.id, detail: detailOf(error) };
    throw new KadoError(problem('scheme_fails', params, placeOf([])));
  }
  const [stray] = await db.rows<{ incident: string }>(
    `SELECT incident_id AS incident FROM valued WHERE factor IS NOT NULL AND NOT (factor BETWEEN 0 AND ${largestFactor}) ORDER BY 1 LIMIT 1`,
  );
  const path = ['impact_factor'];
  if (stray)
    throw new KadoError(
      problem('scheme_factor_range', { key: keyOf(path), limit: largestFactor, ...stray }, placeOf(path)),
    );
  await db.run(`
    INSERT INTO mart.gradings BY NAME
    WITH rows AS (SELECT * EXCLUDE (factor), coalesce(factor, 1)::DECIMAL(18, 4) AS harmed, ${quoteText(scheme.id)} AS scheme FROM valued),
    marked AS (
      SELECT *, lag(month) OVER record IS NULL OR struct_pack(a := grade, b := class, c := missing, d := harmed)
          IS DISTINCT FROM lag(struct_pack(a := grade, b := class, c := missing, d := harmed)) OVER record AS begins
      FROM rows WHERE lasts WINDOW record AS (PARTITION BY incident_id ORDER BY month)),
    spans AS (
      SELECT *, coalesce(strftime(strptime(lead(month) OVER (PARTITION BY incident_id ORDER BY month) || '-01', '%Y-%m-%d') - INTERVAL 1 MONTH, '%Y-%m'), '${openEnd}') AS to_month
      FROM marked WHERE begins)
    SELECT incident_id, month AS from_month, '${openEnd}' AS to_month, scheme, grade, class, missing, harmed, counts, terminal FROM rows WHERE NOT lasts
    UNION ALL SELECT incident_id, month, to_month, scheme, grade, class, missing, harmed, counts, terminal FROM spans`);
  await db.run('DROP TABLE valued');
}

/**
 * The year to date counts grades as they stand at its own month's end: where an incident was graded anew in a later month of its fiscal
 * year, what had been counted is taken off and what holds now is added. It stands where the incident stood in its own month (`scope_month`).
 */
export const regradings: Mart = {
  name: 'regradings',
  grain: {
    ja: '1行は年度内の後の月に改められた1件の障害の、引く等級（−1）または足す等級（+1）',
    en: 'one row per incident graded anew in a later month of its fiscal year, and grade taken off (−1) or added (+1)',
  },
  sql: () => `
    WITH changes AS (
      SELECT i.incident_id, i.month AS scope_month, i.system_id, i.theme, i.supplier, i.scheme, g.from_month AS month,
        b.grade AS grade_before, b.class AS class_before, g.grade AS grade_after, g.class AS class_after
      FROM mart.gradings g
      JOIN mart.incidents i ON i.incident_id = g.incident_id AND i.month < g.from_month
      JOIN mart.months m ON m.month = g.from_month
      JOIN mart.months o ON o.month = i.month AND o.fiscal_year = m.fiscal_year
      JOIN mart.gradings b ON b.incident_id = g.incident_id AND b.to_month < g.from_month
      WHERE i.counts AND (b.grade IS DISTINCT FROM g.grade OR b.class IS DISTINCT FROM g.class)
      QUALIFY row_number() OVER (PARTITION BY g.incident_id, g.from_month ORDER BY b.to_month DESC) = 1)
    SELECT month, incident_id, scope_month, system_id, theme, supplier, scheme, grade_before AS grade, class_before AS class, -1 AS delta FROM changes
    UNION ALL SELECT month, incident_id, scope_month, system_id, theme, supplier, scheme, grade_after, class_after, 1 FROM changes`,
  checks: [
    'SELECT incident_id, month FROM mart.regradings GROUP BY ALL HAVING sum(delta) <> 0 OR count(*) <> 2',
    'SELECT 1 FROM mart.regradings WHERE month <= scope_month',
  ],
};
