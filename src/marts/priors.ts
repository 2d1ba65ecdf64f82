/** What happened in the fiscal year before, where the exports hold the whole of it. */
import type { Database } from '../duckdb/database.js';
import { keyOf, type ScopeKey } from './scopeNames.js';

const monthsOfYear = 12;

export interface Priors {
  /** Incidents of the year before `year`; undefined where any of its months is not wholly in the exports. */
  actual(scope: ScopeKey, year: number, breakdown: string): number | undefined;
}

/** Of the scopes that can have a cap: those which targets name, and companies. */
export async function readPriors(db: Database): Promise<Priors> {
  // A layer that had no system in a month had no incident in it either: what counts then is its company's coverage.
  const capped = `(SELECT s.scope_kind, s.scope_id, last(s.company_id ORDER BY s.month) AS company_id FROM mart.scopes s
    WHERE s.scope_kind = 'company' OR EXISTS (SELECT 1 FROM mart.targets t WHERE t.scope_kind = s.scope_kind AND t.scope_id = s.scope_id) GROUP BY 1, 2)`;
  const whole = await db.rows<{ kind: string; id: string; year: number }>(
    `SELECT k.scope_kind AS kind, k.scope_id AS id, m.fiscal_year AS year FROM ${capped} k CROSS JOIN mart.months m
     LEFT JOIN mart.scopes s ON s.month = m.month AND s.scope_kind = k.scope_kind AND s.scope_id = k.scope_id
     JOIN mart.coverage c ON c.month = m.month AND c.company_id IS NOT DISTINCT FROM (CASE WHEN s.month IS NULL THEN k.company_id ELSE s.company_id END)
     WHERE c.complete GROUP BY ALL HAVING count(*) = ${monthsOfYear}`,
  );
  const counts = await db.rows<{ kind: string; id: string; year: number; breakdown: string; n: number }>(
    `SELECT n.scope_kind AS kind, n.scope_id AS id, m.fiscal_year AS year, n.breakdown, sum(n.n + n.regraded)::BIGINT AS n
     FROM mart.incident_counts n JOIN mart.months m ON m.month = n.month
     SEMI JOIN ${capped} k ON k.scope_kind = n.scope_kind AND k.scope_id = n.scope_id GROUP BY ALL`,
  );
  const known = new Set(whole.map((w) => keyOf(w.kind, w.id, w.year)));
  const actual = new Map(counts.map((c) => [keyOf(c.kind, c.id, c.year, c.breakdown), c.n]));
  return {
    actual: ({ kind, id }, year, breakdown) =>
      known.has(keyOf(kind, id, year - 1))
        ? (actual.get(keyOf(kind, id, year - 1, breakdown)) ?? 0)
        : undefined,
  };
}
