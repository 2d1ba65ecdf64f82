/** What has been judged of the reported month, as pages look it up: signals, caps, rates, indicators, evidence. */
import type { Database } from '../duckdb/database.js';
import type { Assurance, SignalSentence, Variation } from '../locale/judgements.js';
import type { Scope } from './book.js';

export interface Signal {
  readonly metric: string;
  readonly kind: string;
  readonly id: string;
  readonly chart: string;
  readonly variation: Variation | null;
  readonly assurance: Assurance | null;
  readonly rule: SignalSentence['rule'];
  /** Why it isn't judged. */
  readonly reason: string | null;
  readonly value: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly trial: boolean;
  readonly widened: boolean;
  readonly rebasedFrom: string | null;
  readonly rebaseReason: string | null;
}

export interface CapRow {
  readonly kind: string;
  readonly id: string;
  readonly breakdown: string;
  readonly cap: number | null;
  readonly prior: number | null;
  /** Of the incidents that the cap is of: above the company, of those companies alone that have one. */
  readonly toDate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Made of others' caps, not set by anybody. */
  readonly summed: boolean;
  readonly parts: number;
  readonly partsOf: number;
  readonly reason: string;
  readonly note: string | null;
}

export interface RateRow {
  readonly companyId: string;
  readonly n: number | null;
  readonly amount: number | null;
  readonly basis: string | null;
  readonly rate: number | null;
  readonly shrunk: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly outside: 'above' | 'below' | null;
  readonly reason: string | null;
}

export interface KpiRow {
  readonly node: string;
  readonly parent: string | null;
  readonly level: string | null;
  readonly depth: number;
  readonly scopeKind: string;
  readonly scopeId: string;
  readonly metric: string;
  readonly year: number;
  readonly quarter: number | null;
  readonly target: number | null;
  readonly value: number | null;
  readonly status: string;
  readonly note: string | null;
}

export interface EvidenceRow {
  readonly id: string;
  readonly name: string | null;
  readonly scopeKind: string;
  readonly scopeId: string;
  readonly severity: string | null;
  readonly months: number;
  readonly beforeFrom: string;
  readonly beforeTo: string;
  readonly afterFrom: string;
  readonly afterTo: string;
  readonly before: number;
  readonly after: number;
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly overlapping: number;
}

/** An early sign in the use of capacity; hours are local. */
export interface SignRow {
  readonly systemId: string;
  readonly metric: string;
  readonly component: string | null;
  readonly unit: string | null;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly z: number | null;
  readonly mean: number;
  readonly usual: number;
}

/** What a series of capacity came to in the month. */
export interface SeriesRow {
  readonly systemId: string;
  readonly metric: string;
  readonly component: string | null;
  /** Days past its warning level; null: it has none, or nothing was measured. */
  readonly daysOver: number | null;
  /** Null: no limit, no approach, or too few days; `trend` says which. */
  readonly daysToLimit: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly trend: string | null;
}

export interface Judgements {
  readonly signals: ReadonlyMap<string, Signal>;
  readonly caps: readonly CapRow[];
  readonly rates: readonly RateRow[];
  readonly kpi: readonly KpiRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly signs: readonly SignRow[];
  readonly series: readonly SeriesRow[];
}

export const signalKey = (metric: string, scope: Scope): string => `${metric} ${scope.kind}:${scope.id}`;

/** `month`: the reported one. Its fiscal year's caps and indicators; measures that have a before and an after. */
export async function readJudgements(db: Database, month: string): Promise<Judgements> {
  const of = { month };
  const signals = await db.rows<Signal>(
    `SELECT metric, scope_kind AS kind, scope_id AS id, chart, variation, assurance, rule, reason, value, centre, lower, upper, trial, widened,
       rebased_from AS "rebasedFrom", rebase_reason AS "rebaseReason" FROM mart.signals WHERE month = $month ORDER BY ALL`,
    of,
  );
  const caps = await db.rows<CapRow>(
    `SELECT c.scope_kind AS kind, c.scope_id AS id, c.breakdown, c.cap, c.prior_actual AS prior, f.to_date AS "toDate", f.band_lower AS low, f.band_upper AS high, c.origin = 'summed' AS summed, c.parts,
       c.parts_of AS "partsOf", coalesce(f.reason, c.reason) AS reason, c.note
     FROM mart.caps c JOIN mart.months m ON m.month = $month AND m.fiscal_year = c.fiscal_year
     LEFT JOIN mart.cap_forecasts f ON f.month = m.month AND f.scope_kind = c.scope_kind AND f.scope_id = c.scope_id AND f.breakdown = c.breakdown
     ORDER BY c.scope_kind, c.scope_id, c.breakdown`,
    of,
  );
  const rates = await db.rows<RateRow>(
    `SELECT r.company_id AS "companyId", s.n, s.amount, r.basis, r.rate, r.eb_rate AS shrunk, r.alarm_lower AS low, r.alarm_upper AS high, r.outside, r.reason
     FROM mart.company_rates r JOIN mart.safe_operation s ON s.month = r.month AND s.scope_kind = 'company' AND s.scope_id = r.company_id
     WHERE r.month = $month ORDER BY r.position`,
    of,
  );
  const kpi = await db.rows<KpiRow>(
    `SELECT k.node_id AS node, k.parent_id AS parent, k.level, k.depth, k.scope_kind AS "scopeKind", k.scope_id AS "scopeId", k.metric, k.fiscal_year AS year,
       k.fiscal_quarter AS quarter, k.target, k.value, k.status, k.note
     FROM mart.kpi_checks k JOIN mart.months m ON m.month = $month AND m.fiscal_year = k.fiscal_year
     ORDER BY k.depth, coalesce(k.parent_id, k.node_id), k.node_id, k.fiscal_quarter NULLS FIRST`,
    of,
  );
  const evidence = await db.rows<EvidenceRow>(
    `SELECT e.measure_id AS id, m.name, e.scope_kind AS "scopeKind", e.scope_id AS "scopeId", e.severity, e.months, e.before_from AS "beforeFrom",
       e.before_to AS "beforeTo", e.after_from AS "afterFrom", e.after_to AS "afterTo", e.before_count AS before, e.after_count AS after, e.ratio, e.lower, e.upper,
       len(e.overlapping)::INTEGER AS overlapping
     FROM mart.measure_evidence e JOIN staging.measures m ON m.measure_id = e.measure_id WHERE e.months IS NOT NULL ORDER BY m._file, m._line`,
  );
  const signs = await db.rows<SignRow>(
    `SELECT system_id AS "systemId", metric, component, unit, strftime(from_hour, '%Y-%m-%d %H:%M') AS "from", strftime(to_hour, '%Y-%m-%d %H:%M') AS "to", kind, z, mean, usual
     FROM mart.capacity_signs WHERE month = $month ORDER BY from_hour, system_id, metric, component`,
    of,
  );
  const series = await db.rows<SeriesRow>(
    `SELECT system_id AS "systemId", metric, component, days_over AS "daysOver", days_to_limit AS "daysToLimit", lower, upper, trend
     FROM mart.capacity_months WHERE month = $month ORDER BY system_id, metric, component`,
    of,
  );
  return {
    signals: new Map(signals.map((s) => [`${s.metric} ${s.kind}:${s.id}`, s])),
    caps,
    rates,
    kpi,
    evidence,
    signs,
    series,
  };
}
