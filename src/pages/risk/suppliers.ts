/** Suppliers and external services of the reported month. */
import type { Config } from '../../config/model.js';
import type { Database } from '../../duckdb/database.js';
import { quoteText } from '../../duckdb/quote.js';
import type { Period } from '../../marts/period.js';
import { type ExternalFinding, externalFindings } from '../../risk/externalServices.js';

export interface SupplierWeight {
  readonly supplier: string;
  readonly systems: number;
  readonly units: number;
  readonly companies: number;
  /** Of the systems that count for concentration; `allTop`: how many there are. */
  readonly topSystems: number;
  readonly allTop: number;
  readonly share: number | null;
  readonly concentrated: boolean;
  readonly worst: number | null;
}

export interface ExternalService {
  readonly systemId: string;
  readonly supplier: string;
  readonly role: string | null;
  readonly policy: string | null;
  /** null: no export says what is delivered. */
  readonly delivers: readonly string[] | null;
  /** null: nothing is asked, or what is delivered isn't known. */
  readonly missing: readonly string[] | null;
  readonly contractUntil: string | null;
  readonly contractDays: number | null;
  readonly finding: ExternalFinding | null;
  readonly importance: number | null;
  /** As what it counts where the importance isn't known. */
  readonly counted: number;
}

export interface SupplierReport {
  readonly supplier: string;
  /** YYYY-MM: what the report is about. */
  readonly reported: string;
  readonly dueAt: string;
  readonly submittedAt: string | null;
  readonly state: 'on_time' | 'late' | 'missing' | 'owed';
}

export interface Suppliers {
  /** Those that stand behind a system, the weightiest first. */
  readonly weights: readonly SupplierWeight[];
  /** The gravest finding first, then the most important system. */
  readonly services: readonly ExternalService[];
  /** Due in the month, or owed still; the latest first. */
  readonly reports: readonly SupplierReport[];
}

type StoredService = Omit<ExternalService, 'delivers' | 'missing'> & {
  readonly delivers: string | null;
  readonly missing: string | null;
};

const listed = (text: string | null): readonly string[] | null =>
  text === null ? null : text.split(';').filter((name) => name !== '');

export async function readSuppliers(db: Database, config: Config, period: Period): Promise<Suppliers> {
  const month = { month: period.month };
  const local = (column: string): string =>
    `strftime(${column} AT TIME ZONE ${quoteText(config.timezone)}, '%Y-%m-%d %H:%M')`;
  const order = [...externalFindings.slice(0, -1), '', externalFindings.at(-1)!].map(quoteText).join(', ');
  const services = await db.rows<StoredService>(
    `SELECT x.system_id AS "systemId", supplier, role, policy, delivers, missing, contract_until::VARCHAR AS "contractUntil", contract_days AS "contractDays",
       finding, y.importance, y.counted
     FROM mart.external_services x JOIN mart.risk_systems y ON y.month = x.month AND y.system_id = x.system_id
     WHERE x.month = $month ORDER BY list_position([${order}], coalesce(finding, '')), y.counted DESC, x.system_id, supplier`,
    month,
  );
  return {
    weights: await db.rows<SupplierWeight>(
      `SELECT supplier, systems, units, companies, top_systems AS "topSystems", all_top AS "allTop", share, concentrated, worst
       FROM mart.supplier_weights WHERE month = $month ORDER BY concentrated DESC, top_systems DESC, systems DESC, supplier`,
      month,
    ),
    services: services.map((s) => ({ ...s, delivers: listed(s.delivers), missing: listed(s.missing) })),
    reports: await db.rows<SupplierReport>(
      `SELECT scope_id AS supplier, reported, ${local('due_at')} AS "dueAt", ${local('submitted_at')} AS "submittedAt", state
       FROM mart.submission_states WHERE month = $month AND scope_kind = 'supplier' ORDER BY due_at DESC, reported DESC, scope_id, _file, _line`,
      month,
    ),
  };
}
