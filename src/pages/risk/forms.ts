/** What is known for the forms of the reported month's reports, of all systems and suppliers: one query for each table. */
import type { Config } from '../../config/model.js';
import type { Database } from '../../duckdb/database.js';
import { quoteText } from '../../duckdb/quote.js';
import type { Aspect } from '../../locale/forms.js';
import type { Period } from '../../marts/period.js';

export interface Observation {
  readonly systemId: string;
  readonly aspect: Aspect;
  readonly status: number;
  readonly note: string | null;
}

export interface Indicator {
  readonly systemId: string;
  readonly indicator: string;
  readonly target: number | null;
  readonly actual: number | null;
  readonly unit: string | null;
  readonly direction: string | null;
  /** null: it can't be told. */
  readonly breached: boolean | null;
}

export interface Changes {
  readonly systemId: string;
  readonly made: number;
  readonly failed: number;
  readonly withoutResult: number;
}

/** A system and one of its suppliers, with what is asked for and what is delivered. */
export interface Service {
  readonly systemId: string;
  readonly supplier: string;
  readonly role: string | null;
  readonly policy: string | null;
  readonly contractUntil: string | null;
  readonly delivers: readonly string[];
  readonly missing: readonly string[];
}

export interface Submission {
  /** `system:…`, `supplier:…`, `unit:…`. */
  readonly scope: string;
  readonly dueAt: string;
  readonly submittedAt: string | null;
  readonly by: string | null;
}

export interface RegisteredRisk {
  readonly systemId: string;
  readonly id: string;
  readonly title: string | null;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly treatment: string | null;
  readonly owner: string | null;
  readonly dueOn: string | null;
}

/** A matter as recorded that is not done with. */
export interface Matter {
  readonly scope: string;
  readonly subject: string;
  readonly body: string;
  readonly since: string;
  readonly dueOn: string | null;
  readonly decision: string | null;
}

/** A system's risk that was sent to a higher tier and stands there. */
export interface SentUp {
  readonly systemId: string;
  readonly toKind: string;
  readonly toId: string;
  readonly level: number;
  readonly since: string;
  readonly dueOn: string | null;
  /** What was decided on it; null: nothing yet. */
  readonly decision: string | null;
}

type By<T> = ReadonlyMap<string, readonly T[]>;

export interface Forms {
  readonly observations: By<Observation>;
  readonly indicators: By<Indicator>;
  readonly changes: ReadonlyMap<string, Changes>;
  readonly services: By<Service>;
  readonly servicesOf: By<Service>;
  readonly submissions: ReadonlyMap<string, Submission>;
  readonly risks: By<RegisteredRisk>;
  readonly matters: By<Matter>;
  readonly sentUp: By<SentUp>;
}

/**
 * Observations and submissions as known at as-of: a month's report is written after the month. Of one sent in later nothing is known
 * yet. The rest is as it stood at the month's end.
 */
export async function readForms(db: Database, config: Config, period: Period): Promise<Forms> {
  const of = { month: period.month };
  const asOf = `TIMESTAMPTZ ${quoteText(period.asOf)}`;
  const local = (column: string): string =>
    `strftime(${column} AT TIME ZONE ${quoteText(config.timezone)}, '%Y-%m-%d %H:%M')`;
  const day = (column: string): string => `strftime(${column}, '%Y-%m-%d')`;
  const observations = await db.rows<Observation>(
    `SELECT system_id AS "systemId", aspect, status, note FROM staging.observations
     WHERE month = $month AND (reported_at IS NULL OR reported_at <= ${asOf}) ORDER BY system_id, aspect`,
    of,
  );
  const indicators = await db.rows<Indicator>(
    `SELECT system_id AS "systemId", indicator, target, actual, unit, direction, breached FROM mart.service_level_results
     WHERE month = $month AND indicator IS NOT NULL ORDER BY system_id, indicator`,
    of,
  );
  const changes = await db.rows<Changes>(
    `SELECT system_id AS "systemId", count(*) AS made, count(*) FILTER (failed) AS failed, count(*) FILTER (failed IS NULL) AS "withoutResult"
     FROM mart.changes_made WHERE month = $month GROUP BY system_id ORDER BY system_id`,
    of,
  );
  const services = await db.rows<
    Omit<Service, 'delivers' | 'missing'> & {
      readonly delivers: string | null;
      readonly missing: string | null;
    }
  >(
    `SELECT system_id AS "systemId", supplier, role, policy, ${day('contract_until')} AS "contractUntil", delivers, missing
     FROM mart.external_services WHERE month = $month ORDER BY system_id, supplier`,
    of,
  );
  const submissions = await db.rows<Submission>(
    `SELECT scope, ${local('due_at')} AS "dueAt", CASE WHEN submitted_at <= ${asOf} THEN ${local('submitted_at')} END AS "submittedAt",
       CASE WHEN submitted_at <= ${asOf} THEN "by" END AS "by"
     FROM staging.submissions WHERE month = $month ORDER BY scope`,
    of,
  );
  const risks = await db.rows<RegisteredRisk>(
    `SELECT system_id AS "systemId", risk_id AS id, title, likelihood, impact, treatment, owner, ${day('due_on')} AS "dueOn"
     FROM mart.register_states WHERE month = $month ORDER BY score DESC NULLS LAST, risk_id`,
    of,
  );
  const matters = await db.rows<Matter>(
    `SELECT scope_kind || ':' || scope_id AS scope, subject, body, asked_month AS since, ${day('due_on')} AS "dueOn", decision
     FROM mart.decision_states WHERE month = $month AND scope_kind IN ('system', 'supplier') AND state <> 'done' ORDER BY asked_month, decision_id`,
    of,
  );
  const sentUp = await db.rows<SentUp>(
    `SELECT e.system_id AS "systemId", e.to_kind AS "toKind", e.to_id AS "toId", e.asked_level AS level, e.raised_month AS since, ${day('e.due_on')} AS "dueOn",
       CASE WHEN e.decided_on IS NOT NULL THEN coalesce(d.decision, e.decided_on::VARCHAR) END AS decision
     FROM mart.escalations e LEFT JOIN mart.decision_states d ON d.month = e.month AND d.decision_id = e.decision_id
     WHERE e.month = $month AND e.state IN ('needed', 'overdue') ORDER BY e.raised_month, e.system_id, e.to_kind, e.to_id`,
    of,
  );
  const served = services.map((s) => ({ ...s, delivers: listed(s.delivers), missing: listed(s.missing) }));
  return {
    observations: by(observations, (row) => row.systemId),
    indicators: by(indicators, (row) => row.systemId),
    changes: new Map(changes.map((row) => [row.systemId, row])),
    services: by(served, (row) => row.systemId),
    servicesOf: by(served, (row) => row.supplier),
    submissions: new Map(submissions.map((row) => [row.scope, row])),
    risks: by(risks, (row) => row.systemId),
    matters: by(matters, (row) => row.scope),
    sentUp: by(sentUp, (row) => row.systemId),
  };
}

/** Lists stand in one text, parted by semicolons (contract.md, "Values"). */
const listed = (text: string | null): string[] => (text === null || text === '' ? [] : text.split(';'));

function by<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(keyOf(row));
    if (list) list.push(row);
    else found.set(keyOf(row), [row]);
  }
  return found;
}
