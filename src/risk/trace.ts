/** Where a figure of risk comes from: the systems that decide or count, their drivers, the rows of the exports, and the SQL between. Language-free. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import type { Mart, MartContext } from '../marts/mart.js';
import type { Period } from '../marts/period.js';
import type { Figure } from '../metrics/figure.js';
import { riskMarts } from './index.js';
import { readScopeWhys, type ScopeWhy, scopeKey } from './scopeWhy.js';
import { readSystemWhys, type SystemWhy } from './why.js';
import { type RowList, readRowLists } from './whyRows.js';

export interface SqlStep {
  readonly mart: string;
  readonly grain: Mart['grain'];
  readonly sql: string;
}

export interface RiskTrace {
  readonly figure: Figure;
  /** null: the figure is one system's own. */
  readonly scope: ScopeWhy | null;
  /** Of a level above systems, those that decide it; of a score or coverage, all that count. */
  readonly systems: readonly SystemWhy[];
  /** By `rowKey`. */
  readonly rows: ReadonlyMap<string, RowList>;
  /** The query that gives the figure, then what each table of risk in between is made by, nearest first. */
  readonly query: string;
  readonly steps: readonly SqlStep[];
}

/** The tables from inputs to figures, nearest to the figure first; those of members, systems and other findings stand beside them. */
const way = [
  'risk_figures',
  'risk_scopes',
  'risk_levels',
  'risk_drivers',
  'risk_judged',
  'risk_inputs',
] as const;
const ofScopes: ReadonlySet<string> = new Set(['risk_scopes']);

export async function traceRisk(
  db: Database,
  config: Config,
  period: Period,
  figure: Figure,
): Promise<RiskTrace> {
  const { month, scope_kind: kind, scope_id: id, metric } = figure;
  const single = kind === 'system';
  const scopes = single
    ? new Map<string, ScopeWhy>()
    : await readScopeWhys(db, config.risk, month, { kind, id });
  const scope = scopes.get(scopeKey({ kind, id })) ?? null;
  const ids = single
    ? [id]
    : metric === 'risk_level' && scope !== null && scope.level !== null
      ? scope.deciders.map((d) => d.systemId)
      : await readMembers(db, figure);
  const whys = await readSystemWhys(db, config.risk, month, ids);
  const rows = await readRowLists(db, config, { month, asOf: period.asOf, systems: ids });
  const context: MartContext = { config, period, schemes: new Map() };
  const steps = way
    .filter((name) => !single || !ofScopes.has(name))
    .flatMap((name) => riskMarts.filter((m) => m.name === name))
    .map((m) => ({ mart: m.name, grain: m.grain, sql: m.sql(context).trim() }));
  return {
    figure,
    scope,
    systems: ids.flatMap((system) => whys.get(system) ?? []),
    rows,
    query: queryOf(figure),
    steps,
  };
}

async function readMembers(db: Database, { month, scope_kind, scope_id }: Figure): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(
    `SELECT m.system_id AS id FROM mart.risk_members m JOIN mart.risk_levels l ON l.month = m.month AND l.system_id = m.system_id
     WHERE m.month = $month AND m.scope_kind = $kind AND m.scope_id = $id ORDER BY l.counted DESC, l.level DESC NULLS LAST, m.system_id`,
    { month, kind: scope_kind, id: scope_id },
  );
  return rows.map((r) => r.id);
}

const queryOf = ({ month, metric, scope_kind, scope_id }: Figure): string =>
  `SELECT value, status, coverage FROM mart.risk_figures WHERE metric = ${quoteText(metric)} AND month = ${quoteText(month)} AND scope_kind = ${quoteText(scope_kind)} AND scope_id = ${quoteText(scope_id)}`;
