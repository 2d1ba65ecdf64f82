/** The facts that readers should see first: all of them, by kind, gravest kind first. */
import { quoteText } from '../duckdb/quote.js';
import type { Mart } from '../marts/mart.js';
import type { FindingKind } from './findings/fact.js';
import * as governance from './findings/governance.js';
import * as incidents from './findings/incidents.js';
import * as upkeep from './findings/upkeep.js';

/** In the order of gravity, in which pages list them: harm that goes on, what can't be undone, what is about to happen, what is neglected. */
export const findingKinds: readonly FindingKind[] = [
  incidents.openCritical,
  incidents.topCritical,
  incidents.otherCritical,
  incidents.companyWorse,
  incidents.recurringCause,
  incidents.capExceeded,
  incidents.capacityLimit,
  incidents.regulatorOverdue,
  governance.concentrations,
  upkeep.profilesStale,
  upkeep.drillsLapsed,
  governance.decisionOverdue,
  governance.acceptanceEnded,
  governance.registerDisagrees,
  governance.externalFindings,
  governance.reportsMissing,
];

/**
 * `position` counts within the kind: by what is at stake, then by size, then by name. `weight`, `n`, `value`, `text`, `key` and `of_n` are
 * the kind's own (src/risk/findings/).
 */
export const riskFindings: Mart = {
  name: 'risk_findings',
  grain: {
    ja: '1行は報告月に経営が見るべき1件の事実',
    en: 'one row per fact of the reported month that its readers should see',
  },
  sql: (context) => `
    WITH reported AS (SELECT * FROM mart.months WHERE month = ${quoteText(context.period.month)}),
    facts AS (${findingKinds.map((kind) => `SELECT ${quoteText(kind.id)} AS kind, * FROM (${kind.sql(context)})`).join(' UNION ALL ')})
    SELECT m.month, f.kind, row_number() OVER (PARTITION BY f.kind ORDER BY f.weight DESC NULLS LAST, f.rank DESC NULLS LAST, f.scope_kind, f.scope_id, f.key)::INTEGER AS position,
      f.scope_kind, f.scope_id, f.system_id, coalesce(s.company_id, p.company_id) AS company_id, f.weight, f.n, f.value, f.text, f.key, f.of_n
    FROM facts f CROSS JOIN reported m
    LEFT JOIN mart.risk_systems s ON s.month = m.month AND s.system_id = f.system_id
    LEFT JOIN mart.scopes p ON p.month = m.month AND p.scope_kind = f.scope_kind AND p.scope_id = f.scope_id
    ORDER BY ${kindPlace('f.kind')}, 3`,
  checks: [
    'SELECT 1 FROM mart.risk_findings GROUP BY kind, position HAVING count(*) > 1',
    // No rule of the roll-up, and no limit of a page, may leave one out.
    `SELECT system_id FROM mart.risk_levels WHERE level = 4 AND month = (SELECT max(month) FROM mart.months)
     EXCEPT SELECT system_id FROM mart.risk_findings WHERE kind IN ('top_critical', 'other_critical')`,
  ],
};

/** SQL: the kind's place in the order above. */
export const kindPlace = (column: string): string =>
  `list_position([${findingKinds.map(({ id }) => quoteText(id)).join(', ')}], ${column})`;

/** The same for readers. */
export const findingOrder: readonly string[] = findingKinds.map(({ id }) => id);
