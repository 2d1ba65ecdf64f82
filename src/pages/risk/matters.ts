/** What waits for a decision, what was decided, accepted, or is for the capacity committee: as it stood at the reported month's valuation. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';

/** A scope as an export names it: it may be one that the report doesn't know. */
export interface NamedScope {
  readonly kind: string;
  readonly id: string;
}

/** A system's risk, sent upward for a decision. */
export interface EscalationRow {
  readonly systemId: string;
  readonly to: 'company' | 'group';
  readonly companyId: string | null;
  /** As it counts; null: the system isn't there any more. */
  readonly importance: 1 | 2 | 3 | 4 | null;
  readonly importanceKnown: boolean;
  readonly askedLevel: number;
  readonly level: number | null;
  readonly raisedMonth: string;
  readonly ageDays: number;
  readonly due: string | null;
  readonly state: 'needed' | 'overdue' | 'accepted' | 'decided' | 'unrecorded';
  readonly decisionId: string | null;
  readonly decidedOn: string | null;
  readonly doneOn: string | null;
  readonly acceptanceId: string | null;
}

export interface DecisionRow {
  readonly id: string;
  readonly body: 'capacity' | 'quality' | 'executive';
  /** null: the record names none. */
  readonly scope: NamedScope | null;
  readonly subject: string;
  readonly escalate: boolean | null;
  readonly decision: string | null;
  readonly askedMonth: string;
  readonly decidedOn: string | null;
  readonly due: string | null;
  readonly doneOn: string | null;
  readonly state: 'needed' | 'overdue' | 'decided' | 'done';
  readonly ageDays: number;
}

export interface AcceptanceRow {
  readonly id: string;
  readonly scope: NamedScope;
  readonly subject: string;
  readonly reason: string | null;
  readonly approvedBy: string | null;
  readonly approvedOn: string | null;
  readonly endsOn: string;
  readonly state: 'expired' | 'unapproved' | 'valid' | 'not_begun';
  readonly daysOver: number | null;
}

export interface CapacityRow {
  readonly systemId: string;
  readonly level: number | null;
  readonly decisionId: string | null;
  readonly escalate: boolean | null;
  readonly state: 'none' | 'needed' | 'decided';
}

export interface Matters {
  /** Overdue first, then waiting, accepted, decided, not known; the group's before the companies', then by the level now. */
  readonly escalations: readonly EscalationRow[];
  readonly decisions: readonly DecisionRow[];
  /** Ended first, the latest of them first. */
  readonly acceptances: readonly AcceptanceRow[];
  readonly capacity: readonly CapacityRow[];
}

const position = (column: string, states: readonly string[]): string =>
  `CASE ${column} ${states.map((state, i) => `WHEN '${state}' THEN ${i}`).join(' ')} END`;

export async function readMatters(db: Database, period: Period): Promise<Matters> {
  const month = { month: period.month };
  const escalations = await db.rows<EscalationRow>(
    `SELECT e.system_id AS "systemId", e.to_kind AS "to", coalesce(l.company_id, s.company_id) AS "companyId", l.counted AS importance, l.importance IS NOT NULL AS "importanceKnown",
       e.asked_level AS "askedLevel", e.level, e.raised_month AS "raisedMonth", e.age_days AS "ageDays", e.due_on::VARCHAR AS due, e.state,
       e.decision_id AS "decisionId", e.decided_on::VARCHAR AS "decidedOn", e.done_on::VARCHAR AS "doneOn", e.acceptance_id AS "acceptanceId"
     FROM mart.escalations e
     LEFT JOIN mart.risk_levels l ON l.month = e.month AND l.system_id = e.system_id
     LEFT JOIN mart.system_months s ON s.month = e.month AND s.system_id = e.system_id
     WHERE e.month = $month
     ORDER BY ${position('e.state', ['overdue', 'needed', 'accepted', 'decided', 'unrecorded'])}, e.to_kind DESC, e.level DESC NULLS LAST, e.asked_level DESC, e.age_days DESC, e.system_id`,
    month,
  );
  const decisions = await db.rows<Omit<DecisionRow, 'scope'> & Scoped>(
    `SELECT decision_id AS id, body, scope_kind AS kind, scope_id AS "scopeId", subject, escalate, decision, asked_month AS "askedMonth", decided_on::VARCHAR AS "decidedOn",
       due_on::VARCHAR AS due, done_on::VARCHAR AS "doneOn", state, age_days AS "ageDays"
     FROM mart.decision_states WHERE month = $month
     ORDER BY ${position('state', ['overdue', 'needed', 'decided', 'done'])}, due_on NULLS LAST, asked_month DESC, decision_id`,
    month,
  );
  const acceptances = await db.rows<Omit<AcceptanceRow, 'scope'> & Scoped>(
    `SELECT acceptance_id AS id, scope_kind AS kind, scope_id AS "scopeId", subject, reason, approved_by AS "approvedBy", approved_on::VARCHAR AS "approvedOn", ends_on::VARCHAR AS "endsOn", state, days_over AS "daysOver"
     FROM mart.acceptance_states WHERE month = $month
     ORDER BY ${position('state', ['expired', 'unapproved', 'valid', 'not_begun'])}, CASE WHEN state = 'expired' THEN -epoch(ends_on) ELSE epoch(ends_on) END, acceptance_id`,
    month,
  );
  const capacity = await db.rows<CapacityRow>(
    `SELECT system_id AS "systemId", level, decision_id AS "decisionId", escalate, state FROM mart.capacity_matters WHERE month = $month
     ORDER BY level DESC NULLS LAST, days_to_limit NULLS LAST, over_warn_days DESC NULLS LAST, system_id`,
    month,
  );
  return {
    escalations,
    decisions: decisions.map(scoped),
    acceptances: acceptances.map(scoped) as AcceptanceRow[],
    capacity,
  };
}

interface Scoped {
  readonly kind: string | null;
  readonly scopeId: string | null;
}

const scoped = <T extends Scoped>({ kind, scopeId, ...row }: T) => ({
  ...row,
  scope: kind === null || scopeId === null ? null : { kind, id: scopeId },
});
