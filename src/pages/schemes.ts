/** What the pages of schemes show of the data: who uses each, which incidents it can't grade and why, and the systems by importance. */
import type { Database } from '../duckdb/database.js';
import type { Period } from '../marts/period.js';
import type { Scheme } from '../schemes/model.js';

export interface SchemeUse {
  readonly scheme: Scheme;
  /** Companies that use it, in the configured order; never none. */
  readonly companies: readonly string[];
  /** Incidents of the fiscal year to date without a grade, as of the reported month's end. */
  readonly ungraded: readonly { readonly company: string; readonly incidents: number }[];
  /** The same by each item that its grade lacks; an incident that lacks two is counted under both. */
  readonly missing: readonly {
    readonly company: string;
    readonly column: string;
    readonly incidents: number;
  }[];
  /** Known systems at the reported month's end; null: what its importance needs is missing. */
  readonly systems: readonly {
    readonly company: string;
    readonly importance: number | null;
    readonly systems: number;
  }[];
}

/** In the order of the first company that uses each. */
export async function readSchemes(
  db: Database,
  { month }: Period,
  schemes: ReadonlyMap<string, Scheme>,
): Promise<SchemeUse[]> {
  const users = await db.rows<{ company: string; scheme: string }>(
    'SELECT company_id AS company, scheme FROM mart.companies WHERE scheme IS NOT NULL ORDER BY position',
  );
  // The grading that is valid at the reported month's end; the company is the one that the system belonged to in the incident's month.
  const ungraded = `
    SELECT s.company_id AS company, g.incident_id, g.missing FROM mart.gradings g
    JOIN mart.incidents i ON i.incident_id = g.incident_id JOIN mart.months m ON m.month = i.month
    JOIN mart.months r ON r.month = $month AND r.fiscal_year = m.fiscal_year AND m.month <= r.month
    JOIN mart.system_months s ON s.month = i.month AND s.system_id = i.system_id
    WHERE i.counts AND g.grade IS NULL AND g.from_month <= $month AND g.to_month >= $month`;
  const counts = await db.rows<SchemeUse['ungraded'][number]>(
    `SELECT company, count(*) AS incidents FROM (${ungraded}) GROUP BY company ORDER BY company`,
    { month },
  );
  const missing = await db.rows<SchemeUse['missing'][number]>(
    `SELECT company, "column", count(*) AS incidents FROM (SELECT company, unnest(string_split(missing, ';')) AS "column" FROM (${ungraded}))
     GROUP BY ALL ORDER BY incidents DESC, "column", company`,
    { month },
  );
  const systems = await db.rows<SchemeUse['systems'][number]>(
    `SELECT s.company_id AS company, importance, count(*) AS systems FROM mart.system_importance p
     JOIN mart.system_months s ON s.month = p.month AND s.system_id = p.system_id
     WHERE p.month = $month AND s.known GROUP BY ALL ORDER BY ALL`,
    { month },
  );
  return [...new Set(users.map((u) => u.scheme))].flatMap((id) => {
    const scheme = schemes.get(id);
    if (!scheme) return [];
    const companies = users.filter((u) => u.scheme === id).map((u) => u.company);
    const own = <T extends { readonly company: string }>(rows: readonly T[]): T[] =>
      rows.filter((row) => companies.includes(row.company));
    return [{ scheme, companies, ungraded: own(counts), missing: own(missing), systems: own(systems) }];
  });
}
