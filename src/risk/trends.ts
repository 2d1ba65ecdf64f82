/** Whose incidents have stayed above their baseline for half a year: what may be called worse before a chart's rules see it. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import type { Mart } from '../marts/mart.js';
import { baselineMonths, leastBaselineMonths } from '../stats/controlChart/baseline.js';
import { compareWithBaseline } from '../stats/lasting.js';

/** So many whole months up to the reported one are compared; a chart's rules have little power within so few. Kado's own. */
export const recentMonths = 6;
/** A unit with fewer incidents a month in its baseline is left to its systems' charts: so few say too little. Kado's own. */
export const leastOfUnit = 4;

interface Month {
  readonly kind: 'company' | 'unit';
  readonly id: string;
  readonly company: string;
  readonly month: string;
  readonly complete: boolean;
  readonly count: number;
  /** Its days. */
  readonly exposure: number;
}

/**
 * The systems are those that stand under the company or unit in the reported month, over all months: what moves in or out of a unit is
 * no change of its own. Only whole months are compared: the last six up to the reported one with the first 24 before them (12 at least), as a
 * chart's baseline (docs/signals.md), from the latest re-basing on.
 */
export const riskTrends: Mart = {
  name: 'risk_trends',
  grain: {
    ja: '1行は報告月の1つの会社または事業部の、直近6か月の障害件数と基準期間との比較。比べられない場合はその理由',
    en: 'one row per company or unit of the reported month: its incidents of the last six months beside its baseline, or why they are not compared',
  },
  sql: () => `
    SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS company_id, NULL::VARCHAR AS from_month, NULL::BIGINT AS n,
      NULL::VARCHAR AS baseline_from, NULL::VARCHAR AS baseline_to, NULL::INTEGER AS baseline_months, NULL::BIGINT AS baseline_n, NULL::DOUBLE AS expected,
      NULL::DOUBLE AS dispersion, NULL::DOUBLE AS divisor, NULL::DOUBLE AS lower, NULL::BOOLEAN AS worse, NULL::VARCHAR AS reason WHERE false`,
  async compute(db, { config, period }) {
    const series = new Map<string, Month[]>();
    for (const row of await readMonths(db, period.month)) {
      const key = `${row.kind}:${row.id}`;
      const list = series.get(key);
      if (list) list.push(row);
      else series.set(key, [row]);
    }
    const rows = [...series].map(([key, months]) => judge(months, period.month, rebasedFrom(config, key)));
    if (rows.length > 0)
      await db.run(
        `INSERT INTO mart.risk_trends SELECT r.* FROM (SELECT unnest(from_json($rows::JSON, '[${JSON.stringify(types)}]')) AS r)`,
        { rows: JSON.stringify(rows) },
      );
  },
  checks: [
    'SELECT 1 FROM mart.risk_trends GROUP BY scope_kind, scope_id HAVING count(*) > 1',
    'SELECT 1 FROM mart.risk_trends WHERE (reason IS NULL) <> (worse IS NOT NULL) OR (worse AND NOT (n > expected AND lower > 1))',
  ],
};

const types = {
  month: 'VARCHAR',
  scope_kind: 'VARCHAR',
  scope_id: 'VARCHAR',
  company_id: 'VARCHAR',
  from_month: 'VARCHAR',
  n: 'BIGINT',
  baseline_from: 'VARCHAR',
  baseline_to: 'VARCHAR',
  baseline_months: 'INTEGER',
  baseline_n: 'BIGINT',
  expected: 'DOUBLE',
  dispersion: 'DOUBLE',
  divisor: 'DOUBLE',
  lower: 'DOUBLE',
  worse: 'BOOLEAN',
  reason: 'VARCHAR',
} as const;
type Trend = Readonly<Partial<Record<keyof typeof types, string | number | boolean>>>;

const readMonths = (db: Database, month: string): Promise<Month[]> =>
  db.rows<Month>(
    `WITH counts AS (SELECT system_id, month, count(*) AS n FROM mart.incidents WHERE counts GROUP BY ALL)
     SELECT s.scope_kind AS kind, s.scope_id AS id, s.company_id AS company, m.month, c.complete, coalesce(sum(n.n), 0)::BIGINT AS count,
       date_diff('day', (m.month || '-01')::DATE, last_day((m.month || '-01')::DATE) + 1) AS exposure
     FROM mart.scopes s JOIN mart.companies y ON y.company_id = s.company_id AND y.known
     CROSS JOIN mart.months m
     JOIN mart.coverage c ON c.month = m.month AND c.company_id = s.company_id
     LEFT JOIN mart.members k ON k.month = s.month AND k.scope_kind = s.scope_kind AND k.scope_id = s.scope_id
     LEFT JOIN counts n ON n.month = m.month AND n.system_id = k.system_id
     WHERE s.month = ${quoteText(month)} AND s.scope_kind IN ('company', 'unit')
     GROUP BY s.scope_kind, s.scope_id, s.company_id, y.position, m.month, c.complete ORDER BY y.position, s.scope_kind, s.scope_id, m.month`,
  );

/** A series whose baseline has been drawn anew begins there; '' where none has. */
const rebasedFrom = (config: Config, scope: string): string =>
  config.rebases
    .filter((r) => r.metric === 'incidents' && r.scope === scope)
    .map(({ from }) => from)
    .sort()
    .at(-1) ?? '';

function judge(all: readonly Month[], month: string, rebased: string): Trend {
  const { kind, id, company } = all[0]!;
  const scope = { month, scope_kind: kind, scope_id: id, company_id: company };
  const months = all.filter((m) => rebased > month || m.month >= rebased);
  const recent = months.slice(-recentMonths);
  if (recent.length < recentMonths || recent.some((m) => !m.complete))
    return { ...scope, reason: recent.at(-1)?.complete ? 'too_few_months' : 'incomplete' };
  const baseline = months
    .slice(0, -recentMonths)
    .filter((m) => m.complete)
    .slice(0, baselineMonths);
  if (baseline.length < leastBaselineMonths) return { ...scope, reason: 'too_few_months' };
  const { count, baselineCount, expected, dispersion, divisor, lower, above } = compareWithBaseline(
    recent,
    baseline,
  );
  if (kind === 'unit' && baselineCount < leastOfUnit * baseline.length) return { ...scope, reason: 'rare' };
  return {
    ...scope,
    from_month: recent[0]!.month,
    n: count,
    baseline_from: baseline[0]!.month,
    baseline_to: baseline.at(-1)!.month,
    baseline_months: baseline.length,
    baseline_n: baselineCount,
    expected,
    dispersion,
    divisor,
    lower,
    worse: above,
  };
}
