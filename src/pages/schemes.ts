/** What the pages of schemes show of the data: who uses each, which incidents it can't grade and why, and the systems by importance. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import type { Period } from '../marts/period.js';
import type { Origin, Scheme } from '../schemes/model.js';
import type { Schemes } from '../schemes/settle.js';

/** Parts that say nothing of their origin: a preset's are Kado's default, what kado.yaml writes is the company's own. */
const unmarked = {
  counts: ['counts'],
  impactFactor: ['impact_factor'],
  terminal: ['terminal'],
  critical: ['required_fields', 'critical'],
  heavy: ['required_fields', 'heavy'],
  other: ['required_fields', 'other'],
} as const;

interface Count {
  readonly company: string;
  readonly incidents: number;
}

export interface SchemeUse {
  readonly scheme: Scheme;
  readonly origins: Readonly<Record<keyof typeof unmarked, Origin>>;
  /** Companies that use it, in the configured order; never none. */
  readonly companies: readonly string[];
  /** Incidents of the fiscal year to date without a grade, as of the reported month's end; those with one and without a class. */
  readonly ungraded: readonly Count[];
  readonly unclassed: readonly Count[];
  /** Both by each item that is lacking; an incident that lacks two is counted under both. */
  readonly missing: readonly (Count & { readonly column: string })[];
  /** Known systems at the reported month's end; null: what its importance needs is missing. */
  readonly systems: readonly {
    readonly company: string;
    readonly importance: number | null;
    readonly systems: number;
  }[];
}

/** The grading that is valid at the reported month's end; the company is the one that the system belonged to in the incident's month. */
const lacking = `
  SELECT s.company_id AS company, g.grade, g.missing FROM mart.gradings g
  JOIN mart.incidents i ON i.incident_id = g.incident_id JOIN mart.months m ON m.month = i.month
  JOIN mart.months r ON r.month = $month AND r.fiscal_year = m.fiscal_year AND m.month <= r.month
  JOIN mart.system_months s ON s.month = i.month AND s.system_id = i.system_id
  WHERE i.counts AND g.missing IS NOT NULL AND r.month BETWEEN g.from_month AND g.to_month`;

/** In the order of the first company that uses each. */
export async function readSchemes(
  db: Database,
  config: Config,
  { month }: Period,
  schemes: Schemes,
): Promise<SchemeUse[]> {
  const users = await db.rows<{ company: string; scheme: string }>(
    'SELECT company_id AS company, scheme FROM mart.companies WHERE scheme IS NOT NULL ORDER BY position',
  );
  const counts = await db.rows<Count & { graded: boolean }>(
    `SELECT company, grade IS NOT NULL AS graded, count(*) AS incidents FROM (${lacking}) GROUP BY ALL ORDER BY ALL`,
    { month },
  );
  const missing = await db.rows<Count & { column: string }>(
    `SELECT company, item AS "column", incidents FROM (
       SELECT company, item, count(*) AS incidents FROM (SELECT company, unnest(string_split(missing, ';')) AS item FROM (${lacking})) GROUP BY ALL)
     ORDER BY sum(incidents) OVER (PARTITION BY item) DESC, item, company`,
    { month },
  );
  const systems = await db.rows<SchemeUse['systems'][number]>(
    `SELECT s.company_id AS company, importance, count(*) AS systems FROM mart.system_importance p
     JOIN mart.system_months s ON s.month = p.month AND s.system_id = p.system_id
     WHERE p.month = $month AND s.known GROUP BY ALL ORDER BY ALL`,
    { month },
  );
  return [...new Set(users.map((u) => u.scheme))].flatMap((id) => {
    const found = schemes.get(id);
    if (!found) return [];
    const companies = users.filter((u) => u.scheme === id).map((u) => u.company);
    const own = <T extends { readonly company: string }>(rows: readonly T[]): T[] =>
      rows.filter((row) => companies.includes(row.company));
    const origins = Object.fromEntries(
      Object.entries(unmarked).map(([part, path]) => [
        part,
        found.placeOf(path).file === config.file ? 'company' : 'kado',
      ]),
    ) as SchemeUse['origins'];
    return [
      {
        scheme: found.scheme,
        origins,
        companies,
        ungraded: own(counts.filter((c) => !c.graded)),
        unclassed: own(counts.filter((c) => c.graded)),
        missing: own(missing),
        systems: own(systems),
      },
    ];
  });
}
