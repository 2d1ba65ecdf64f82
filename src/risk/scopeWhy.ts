/** Why a scope above systems stands where it does: which of the roll-up's terms decided, and by which systems. Language-free. */
import type { RiskRules } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { gather } from './why.js';

export interface ScopeWhy {
  readonly kind: string;
  readonly id: string;
  readonly systems: number;
  readonly noData: number;
  readonly level: number | null;
  /** The greatest level of any system. */
  readonly worst: number | null;
  readonly byWorst: number | null;
  readonly byShare: number | null;
  readonly deciding: 'top' | 'next' | 'share' | null;
  readonly score: number | null;
  readonly coverage: number | null;
  /** The importance-weighted share, of systems with a level, that reach `byShare`; of all levels 0–4 in `reached`. */
  readonly reached: readonly number[];
  /** Those by which the level is what it is, in the order of importance, level and id. */
  readonly deciders: readonly Decider[];
}

export interface Decider {
  readonly systemId: string;
  readonly counted: number;
  readonly level: number;
}

type ScopeRow = Omit<ScopeWhy, 'reached' | 'deciders'>;
interface Standing {
  readonly kind: string;
  readonly id: string;
  readonly systemId: string;
  readonly counted: number;
  readonly level: number;
}

/** By `kind id`. Scopes of one system have no more to say than the system has. */
export async function readScopeWhys(
  db: Database,
  rules: RiskRules,
  month: string,
  only?: { readonly kind: string; readonly id: string },
): Promise<Map<string, ScopeWhy>> {
  const where = `month = $month AND scope_kind <> 'system'${only === undefined ? '' : ' AND scope_kind = $kind AND scope_id = $id'}`;
  const params = { month, ...only };
  const scopes = await db.rows<ScopeRow>(
    `SELECT scope_kind AS kind, scope_id AS id, systems, no_data AS "noData", level, worst, by_worst AS "byWorst", by_share AS "byShare", deciding, score, coverage
     FROM mart.risk_scopes WHERE ${where} ORDER BY scope_kind, scope_id`,
    params,
  );
  const standing = gather(
    await db.rows<Standing>(
      `SELECT m.scope_kind AS kind, m.scope_id AS id, l.system_id AS "systemId", l.counted, l.level
       FROM (SELECT * FROM mart.risk_members WHERE ${where}) m JOIN mart.risk_levels l ON l.month = m.month AND l.system_id = m.system_id
       WHERE l.level IS NOT NULL ORDER BY kind, id, l.counted DESC, l.level DESC, l.system_id`,
      params,
    ),
    scopeKey,
  );
  return new Map(
    scopes.map((scope) => {
      const systems = standing.get(scopeKey(scope)) ?? [];
      const deciders = decidersOf(rules, scope, systems);
      return [scopeKey(scope), { ...scope, reached: sharesReached(rules, systems), deciders }];
    }),
  );
}

export const scopeKey = ({ kind, id }: { readonly kind: string; readonly id: string }): string =>
  `${kind} ${id}`;

const allLevels = [0, 1, 2, 3, 4] as const;
/** Factors are decimals of a configuration: in billionths their sums are whole, as in the mart whatever the order. */
const exact = 1e9;

/** For each level, the share of the importance factors, of systems with a level, that reach it; empty without any. */
function sharesReached(rules: RiskRules, systems: readonly Standing[]): number[] {
  const weigh = (list: readonly Standing[]): number =>
    list.reduce((sum, s) => sum + Math.round(rules.importanceFactors[s.counted - 1]! * exact), 0);
  const whole = weigh(systems);
  return whole === 0 ? [] : allLevels.map((level) => weigh(systems.filter((s) => s.level >= level)) / whole);
}

/** methods.md: the worst of importance 4, of lower importance less its steps, or all who reach the level by their share. */
function decidersOf(
  { rollUp }: RiskRules,
  { level, deciding }: ScopeRow,
  systems: readonly Standing[],
): Decider[] {
  if (level === null || deciding === null) return [];
  const counts = ({ counted, level: own }: Standing): boolean => {
    if (deciding === 'share') return own >= level;
    const less = rollUp.less[counted - 1];
    return (deciding === 'top') === (counted === 4) && less != null && Math.max(0, own - less) === level;
  };
  return systems
    .filter(counts)
    .map(({ systemId, counted, level: own }) => ({ systemId, counted, level: own }));
}
