/** What each company's scheme makes of its data: how many fall into each grade, and for want of what the rest can't. */
import type { Names } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { asExported } from '../schemes/scheme.js';
import type { Period } from './period.js';

export interface GradeCount {
  /** NULL: no grade. */
  readonly grade: string | null;
  readonly names: Names;
  readonly incidents: number;
}

export interface MissingCount {
  readonly column: string;
  readonly count: number;
}

export interface CompanyGradings {
  readonly company: string;
  /** Undefined: its incidents keep the grades of their exports. */
  readonly scheme: string | undefined;
  /** Every grade of the scheme, gravest first, those without an incident too; then the others, and last none. */
  readonly grades: readonly GradeCount[];
  readonly withoutClass: number;
  /** An incident that lacks two columns stands under both. */
  readonly missing: readonly MissingCount[];
  readonly systems: number;
  readonly withoutImportance: number;
  readonly missingOfSystems: readonly MissingCount[];
}

interface Row {
  readonly company: string;
  readonly scheme: string | null;
}

/**
 * Incidents of all months up to the reported one, each as graded at its own month's end; systems as they are in the reported month.
 * In the configured order of companies, of which only known ones stand here.
 */
export async function summariseGradings(db: Database, period: Period): Promise<CompanyGradings[]> {
  const month = quoteText(period.month);
  const none = quoteText(asExported.id);
  const incidents = `(SELECT s.company_id, i.* FROM mart.incidents i JOIN mart.system_months s ON s.month = i.month AND s.system_id = i.system_id WHERE i.counts)`;
  const companies = await db.rows<Row>(
    'SELECT company_id AS company, scheme FROM mart.companies WHERE known ORDER BY position',
  );
  const grades = await db.rows<
    Row & { grade: string | null; ja: string | null; en: string | null; n: number }
  >(
    `SELECT c.company_id AS company, c.scheme, g.grade, any_value(k.name_ja) AS ja, any_value(k.name_en) AS en, sum(g.n)::BIGINT AS n
     FROM mart.companies c
     JOIN (SELECT company_id, grade, count(*) AS n FROM ${incidents} GROUP BY ALL
       UNION ALL SELECT c.company_id, r.grade, 0 FROM mart.companies c JOIN mart.grade_ranks r ON r.scheme = c.scheme) g ON g.company_id = c.company_id
     LEFT JOIN mart.grade_ranks k ON k.scheme = coalesce(c.scheme, ${none}) AND k.grade = g.grade
     GROUP BY c.company_id, c.scheme, g.grade ORDER BY c.company_id, any_value(k.rank) NULLS LAST, g.grade NULLS LAST`,
  );
  const classless = await db.rows<{ company: string; n: number }>(
    `SELECT company_id AS company, count(*) AS n FROM ${incidents} WHERE scheme <> ${none} AND grade IS NOT NULL AND class IS NULL GROUP BY 1`,
  );
  const lacking = (from: string) =>
    db.rows<MissingCount & { company: string }>(
      `SELECT company_id AS company, column_name AS "column", count(*) AS count
       FROM (SELECT company_id, unnest(string_split(missing, ';')) AS column_name FROM ${from} WHERE missing IS NOT NULL)
       GROUP BY ALL ORDER BY company, count DESC, column_name`,
    );
  const importances = `(SELECT s.company_id, i.importance, i.missing FROM mart.system_importance i JOIN mart.system_months s ON s.month = i.month AND s.system_id = i.system_id
    WHERE i.month = ${month} AND s.known)`;
  const systems = await db.rows<{ company: string; n: number; without: number }>(
    `SELECT company_id AS company, count(*) AS n, count(*) FILTER (importance IS NULL) AS without FROM ${importances} GROUP BY 1`,
  );
  const [missing, missingOfSystems] = [await lacking(incidents), await lacking(importances)];
  const of = <T extends { company: string }>(rows: readonly T[], company: string): T[] =>
    rows.filter((r) => r.company === company);
  return companies.map(({ company, scheme }) => ({
    company,
    scheme: scheme ?? undefined,
    grades: of(grades, company).map(({ grade, ja, en, n }) => ({
      grade,
      names: { ...(ja !== null && { ja }), ...(en !== null && { en }) },
      incidents: n,
    })),
    withoutClass: of(classless, company)[0]?.n ?? 0,
    missing: of(missing, company).map(({ column, count }) => ({ column, count })),
    systems: of(systems, company)[0]?.n ?? 0,
    withoutImportance: of(systems, company)[0]?.without ?? 0,
    missingOfSystems: of(missingOfSystems, company).map(({ column, count }) => ({ column, count })),
  }));
}
