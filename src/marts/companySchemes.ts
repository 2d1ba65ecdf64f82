/** What targets need to know of each company's scheme: its grades, which of them make up which class, and its own rules for caps. */
import type { Database } from '../duckdb/database.js';
import type { CapRule, Grade, GroupClass } from '../schemes/model.js';
import { knownGrades } from '../schemes/scheme.js';
import type { Schemes } from '../schemes/settle.js';

export interface CompanyScheme {
  /** Companies with the same id share their grades; those without a scheme share none. */
  readonly id: string;
  readonly grades: readonly string[];
  /** Grades that make up the whole of a class: fixed to it, and no other grade may fall into it. */
  readonly gradesOf: Readonly<Partial<Record<GroupClass, readonly string[]>>>;
  readonly rules: readonly CapRule[];
}

/** By company, in the report's order. */
export async function readCompanySchemes(
  db: Database,
  schemes: Schemes,
): Promise<ReadonlyMap<string, CompanyScheme>> {
  const companies = await db.rows<{ id: string; scheme: string | null }>(
    'SELECT company_id AS id, scheme FROM mart.companies ORDER BY position',
  );
  const found = await db.rows<{ company: string; grade: string }>(
    `SELECT DISTINCT s.company_id AS company, i.grade FROM mart.incidents i
     JOIN mart.system_months s ON s.month = i.month AND s.system_id = i.system_id WHERE i.grade IS NOT NULL ORDER BY ALL`,
  );
  return new Map(
    companies.map(({ id, scheme: name }) => {
      const scheme = schemes.get(name ?? '')?.scheme;
      if (!scheme)
        return [
          id,
          asFound(
            id,
            found.filter((f) => f.company === id).map((f) => f.grade),
          ),
        ];
      const { grades } = scheme.severity;
      const own = { grades: grades.map((g) => g.id), gradesOf: wholeClasses(grades) };
      return [id, { id: `scheme ${scheme.id}`, ...own, rules: scheme.targets.rules }];
    }),
  );
}

/** Without a scheme: the grades of the export as they are, with no class (methods.md, "Counting incidents"). */
const asFound = (company: string, grades: readonly string[]): CompanyScheme => ({
  id: `company ${company}`,
  grades: [...new Set([...knownGrades, ...grades])],
  gradesOf: {},
  rules: [],
});

/** The classes that are, whole, the sum of grades. */
export function wholeClasses(grades: readonly Grade[]): CompanyScheme['gradesOf'] {
  const loose = new Set(
    grades.flatMap((g) => (typeof g.class === 'string' ? [] : g.class.map((rule) => rule.class))),
  );
  const whole: Partial<Record<GroupClass, string[]>> = {};
  for (const { id, class: of } of grades)
    if (typeof of === 'string' && !loose.has(of)) whole[of] = [...(whole[of] ?? []), id];
  return whole;
}
