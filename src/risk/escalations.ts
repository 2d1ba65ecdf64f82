/** What is sent upward for a decision, and stays until one is recorded (methods.md, "Risk level, tier by tier": escalation). */

import type { EscalationRule } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteList } from '../duckdb/quote.js';
import type { Mart, MartContext } from '../marts/mart.js';
import { valuationDays } from './days.js';
import { followMatter, type MatterMonth, type MatterRow, type Ruling } from './matter.js';

type Tier = EscalationRule['to'];

/** Who decides for a tier: the executives for every one, a unit's or company's quality meeting for its company. */
const bodies: Readonly<Record<Tier, readonly string[]>> = {
  company: ['quality', 'executive'],
  group: ['executive'],
};

/** A system stands with its company of that month, one that is gone with its last. `raised_on`: the day of that month's valuation. */
export const escalations: Mart = {
  name: 'escalations',
  grain: {
    ja: '1行は1か月末の1件の上申（システム・上申先）',
    en: 'one row per month, system and tier to which its risk was sent for a decision',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS system_id, NULL::VARCHAR AS to_kind, NULL::VARCHAR AS to_id, NULL::INTEGER AS asked_level, NULL::INTEGER AS level, NULL::VARCHAR AS raised_month, NULL::DATE AS raised_on, NULL::INTEGER AS age_days, NULL::DATE AS due_on, NULL::VARCHAR AS state, NULL::VARCHAR AS decision_id, NULL::VARCHAR AS acceptance_id, NULL::DATE AS decided_on, NULL::DATE AS done_on WHERE false`,
  async compute(db, context) {
    const rows: Sent[] = [];
    for (const tier of ['company', 'group'] as const) rows.push(...(await rowsOf(db, context, tier)));
    // As one bound text: a statement of values takes ten times as long to parse where thousands of systems ask.
    await db.run(
      `INSERT INTO mart.escalations
       SELECT v.month, v.system, v.tier, v."to", v."askedLevel", v.level, v."raisedMonth", r.last_day, date_diff('day', r.last_day, m.last_day)::INTEGER,
         v."dueOn", v.state, v."decisionId", v."acceptanceId", v."decidedOn", v."doneOn"
       FROM (SELECT unnest(from_json($rows, '[${shape}]')) AS v) JOIN mart.months m ON m.month = v.month JOIN mart.months r ON r.month = v."raisedMonth"`,
      { rows: JSON.stringify(rows) },
    );
  },
  checks: [
    'SELECT month, system_id, to_kind FROM mart.escalations GROUP BY ALL HAVING count(*) > 1',
    'SELECT 1 FROM mart.escalations WHERE age_days < 0 OR raised_month > month OR asked_level IS NULL',
    `SELECT 1 FROM mart.escalations WHERE (state = 'accepted' AND acceptance_id IS NULL) OR (state = 'decided' AND decided_on IS NULL) OR (state IN ('needed', 'overdue') AND decided_on IS NULL AND due_on IS NULL) OR (state IN ('needed', 'unrecorded') AND decided_on IS NOT NULL)`,
    // What waits in one month stands in the next one, whatever its state there.
    `SELECT e.month, e.system_id, e.to_kind FROM mart.escalations e JOIN (SELECT month, lead(month) OVER (ORDER BY month) AS next FROM mart.months) m ON m.month = e.month
     ANTI JOIN mart.escalations n ON n.month = m.next AND n.system_id = e.system_id AND n.to_kind = e.to_kind WHERE m.next IS NOT NULL AND e.decided_on IS NULL`,
  ],
};

/** A matter's month, with whose it is and to whom it was sent. */
type Sent = MatterRow & { readonly system: string; readonly tier: Tier; readonly to: string | null };

/** The columns of `Sent` by their types, for DuckDB. */
const shape = JSON.stringify({
  month: 'VARCHAR',
  system: 'VARCHAR',
  tier: 'VARCHAR',
  to: 'VARCHAR',
  askedLevel: 'INTEGER',
  level: 'INTEGER',
  raisedMonth: 'VARCHAR',
  dueOn: 'DATE',
  state: 'VARCHAR',
  decisionId: 'VARCHAR',
  acceptanceId: 'VARCHAR',
  decidedOn: 'DATE',
  doneOn: 'DATE',
} satisfies Record<keyof Sent, string>);

interface Level {
  readonly system_id: string;
  readonly month: string;
  readonly company_id: string | null;
  readonly level: number | null;
  readonly asks: boolean;
  readonly complete: boolean;
}

/** Where a rule holds; no data is no level. */
const asksOf = (rules: readonly EscalationRule[]): string =>
  `coalesce(${rules.map((r) => `(l.level >= ${r.level} AND l.counted >= ${r.importance})`).join(' OR ')}, false)`;

async function rowsOf(db: Database, { config }: MartContext, tier: Tier): Promise<Sent[]> {
  const rules = config.risk.escalation.filter((r) => r.to === tier);
  if (rules.length === 0) return [];
  const days = await db.rows<Omit<MatterMonth, 'there' | 'level' | 'asks' | 'complete' | 'acceptance'>>(
    `SELECT month, first_day::VARCHAR AS "firstDay", last_day::VARCHAR AS "lastDay", over_day::VARCHAR AS "overDay", (last_day + ${1 + config.risk.decisionDays})::VARCHAR AS "dueIfRaised"
     FROM (${valuationDays(config)}) ORDER BY month`,
  );
  const levels = await db.rows<Level>(
    `WITH asked AS (SELECT l.*, ${asksOf(rules)} AS asks FROM mart.risk_levels l)
     SELECT l.system_id, l.month, l.company_id, l.level, l.asks, coalesce(c.complete, false) AS complete
     FROM asked l SEMI JOIN (SELECT system_id FROM asked WHERE asks) s ON s.system_id = l.system_id
     LEFT JOIN mart.coverage c ON c.month = l.month AND c.company_id = l.company_id
     ORDER BY l.system_id, l.month`,
  );
  const rulings = await db.rows<Ruling & { readonly system_id: string }>(
    `SELECT substr(scope, length('system:') + 1) AS system_id, decision_id AS id, month, decided_on::VARCHAR AS "decidedOn", due_on::VARCHAR AS "dueOn", done_on::VARCHAR AS "doneOn"
     FROM staging.decisions WHERE starts_with(scope, 'system:') AND body IN ${quoteList(bodies[tier])} ORDER BY decision_id`,
  );
  const [record] = await db.rows<{ from: string | null }>(
    `SELECT min(month) AS "from" FROM staging.decisions WHERE body IN ${quoteList(bodies[tier])}`,
  );
  const accepted = await db.rows<{ system_id: string; month: string; id: string }>(
    `SELECT scope_id AS system_id, month, first(acceptance_id ORDER BY ends_on DESC, acceptance_id) AS id FROM mart.acceptance_states
     WHERE state = 'valid' AND scope_kind = 'system' GROUP BY ALL ORDER BY ALL`,
  );
  const rulingsOf = bySystem(rulings);
  const acceptedOf = bySystem(accepted);
  return [...bySystem(levels)].flatMap(([system, seen]) => {
    const then = new Map(seen.map((l) => [l.month, l]));
    const acceptances = new Map(acceptedOf.get(system)?.map((a) => [a.month, a.id]));
    const months = days.map((d): MatterMonth => {
      const { level = null, asks = false, complete = true } = then.get(d.month) ?? {};
      return {
        ...d,
        there: then.has(d.month),
        level,
        asks,
        complete,
        acceptance: acceptances.get(d.month) ?? null,
      };
    });
    const companyIn = (month: string): string | null => seen.findLast((l) => l.month <= month)!.company_id;
    return followMatter(months, rulingsOf.get(system) ?? [], record!.from).map((row) => ({
      ...row,
      system,
      tier,
      to: tier === 'group' ? 'group' : companyIn(row.month),
    }));
  });
}

function bySystem<T extends { readonly system_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.system_id);
    if (group) group.push(row);
    else groups.set(row.system_id, [row]);
  }
  return groups;
}
