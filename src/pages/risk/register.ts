/** The risk register beside what was measured, at the end of the reported month. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';
import type { RegisterDisagreement } from '../../risk/registerFindings.js';

export interface RegisteredRisk {
  readonly riskId: string;
  readonly systemId: string;
  readonly title: string | null;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly score: number | null;
  readonly level: number | null;
  readonly treatment: string | null;
  readonly owner: string | null;
  readonly dueOn: string | null;
  /** null: its day isn't past, or there is none. */
  readonly overdueDays: number | null;
}

export interface Disagreement {
  readonly systemId: string;
  readonly finding: RegisterDisagreement;
  readonly registered: number | null;
  readonly measured: number;
  readonly riskId: string | null;
}

export interface Register {
  /** Open ones, the greatest score first. */
  readonly risks: readonly RegisteredRisk[];
  readonly disagreements: readonly Disagreement[];
}

export const readRegister = async (db: Database, { month }: Period): Promise<Register> => ({
  risks: await db.rows<RegisteredRisk>(
    `SELECT risk_id AS "riskId", system_id AS "systemId", title, likelihood, impact, score, level, treatment, owner, due_on::VARCHAR AS "dueOn", overdue_days AS "overdueDays"
     FROM mart.register_states WHERE month = $month ORDER BY score DESC NULLS FIRST, system_id, risk_id`,
    { month },
  ),
  disagreements: await db.rows<Disagreement>(
    `SELECT system_id AS "systemId", finding, registered, measured, risk_id AS "riskId"
     FROM mart.register_findings WHERE month = $month ORDER BY measured DESC, finding, system_id`,
    { month },
  ),
});
