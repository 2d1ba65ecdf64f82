/** What readers should see first: the reported month's facts, gravest kind first, and what stands behind some of them. */
import type { Database } from '../../duckdb/database.js';
import type { FindingWord } from '../../locale/findings.js';
import type { Period } from '../../marts/period.js';
import { findingOrder } from '../../risk/findings.js';

export interface Finding {
  readonly kind: FindingWord;
  readonly scopeKind: string;
  readonly scopeId: string;
  readonly systemId: string | null;
  readonly unitId: string | null;
  readonly companyId: string | null;
  /** What `weight`, `n`, `value`, `text`, `key` and `of` are is the kind's own: src/risk/findings. */
  readonly weight: number | null;
  readonly n: number | null;
  readonly value: number | null;
  readonly text: string | null;
  readonly key: string | null;
  readonly of: number | null;
}

/** A company or unit whose incidents lie above their baseline, with the months that were compared. */
export interface Trend {
  readonly scopeKind: string;
  readonly scopeId: string;
  readonly from: string;
  readonly n: number;
  readonly expected: number;
  readonly baselineFrom: string;
  readonly baselineTo: string;
}

export interface Findings {
  readonly list: readonly Finding[];
  /** Those that are worse, by `kind id`. */
  readonly trends: ReadonlyMap<string, Trend>;
  /** Companies behind whose systems a supplier stands. */
  readonly companiesOf: ReadonlyMap<string, number>;
}

export async function readFindings(db: Database, { month }: Period): Promise<Findings> {
  const list = await db.rows<Finding>(
    `SELECT f.kind, f.scope_kind AS "scopeKind", f.scope_id AS "scopeId", f.system_id AS "systemId",
       CASE f.scope_kind WHEN 'unit' THEN f.scope_id WHEN 'system' THEN s.unit_id END AS "unitId", f.company_id AS "companyId",
       f.weight, f.n, f.value, f.text, f.key, f.of_n AS of
     FROM mart.risk_findings f LEFT JOIN mart.system_months s ON s.month = f.month AND s.system_id = f.system_id
     WHERE f.month = $month ORDER BY f.position, f.kind`,
    { month },
  );
  const trends = await db.rows<Trend>(
    `SELECT scope_kind AS "scopeKind", scope_id AS "scopeId", from_month AS "from", n, expected, baseline_from AS "baselineFrom", baseline_to AS "baselineTo"
     FROM mart.risk_trends WHERE month = $month AND worse ORDER BY scope_kind, scope_id`,
    { month },
  );
  const suppliers = await db.rows<{ supplier: string; companies: number }>(
    'SELECT supplier, companies FROM mart.supplier_weights WHERE month = $month AND concentrated ORDER BY supplier',
    { month },
  );
  return {
    list: findingOrder.flatMap((kind) => list.filter((f) => f.kind === kind)),
    trends: new Map(trends.map((t) => [`${t.scopeKind} ${t.scopeId}`, t])),
    companiesOf: new Map(suppliers.map((s) => [s.supplier, s.companies])),
  };
}
