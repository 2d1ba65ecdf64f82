/** The whole of `kado trace`: exports → figures in a scratch database, and from one figure back to the rows. Writes nothing. */
import { listExports, openCache } from '../../loaders/index.js';
import type { Config, Names } from '../config/model.js';
import { nearest } from '../config/nearest.js';
import type { Database } from '../duckdb/database.js';
import { KadoError, problem } from '../errors.js';
import type { PeriodChoice } from '../marts/period.js';
import type { Figure } from '../metrics/figure.js';
import { riskMetrics } from '../metrics/registry/risk.js';
import { metrics } from '../metrics/registry.js';
import { type RiskTrace, traceRisk } from '../risk/trace.js';
import type { RunContext } from '../run.js';
import { checkSchemes } from '../schemes/settle.js';
import { computeFigures, withDatabase } from './build.js';
import { figuresQuery } from './figuresFile.js';

export interface TraceRequest extends PeriodChoice {
  readonly config: Config;
  /** `<month>/<metric>/<scope_kind>:<scope_id>`; without a month, of the reported one. */
  readonly figure: string;
  /** As for a build; what it kept is read, nothing is. */
  readonly runtime?: string | undefined;
}

export interface Traced {
  readonly trace: RiskTrace;
  /** Of the systems in the trace, in the month's profile. */
  readonly names: ReadonlyMap<string, Names>;
  /** By the number of the file. */
  readonly paths: ReadonlyMap<number, string>;
}

export async function traceFigure(request: TraceRequest, ctx: RunContext): Promise<Traced> {
  const { config, figure: asked, runtime } = request;
  // Before anybody waits for the exports.
  refuseOthers(asked);
  return withDatabase(await listExports(config), async (db) => {
    await checkSchemes(db, config);
    const cache = runtime === undefined ? undefined : openCache(config, { runtime, writes: false });
    const { loaded, period } = await computeFigures(db, config, request, ctx, cache);
    const figure = await findFigure(db, dated.test(asked) ? asked : `${period.month}/${asked}`, asked);
    const trace = await traceRisk(db, config, period, figure);
    ctx.progress.end();
    return {
      trace,
      names: await readNames(db, figure.month),
      paths: new Map(loaded.receipts.map((r) => [r.file, r.path])),
    };
  });
}

const dated = /^\d{4}-\d{2}\//;
const ofRisk: ReadonlySet<string> = new Set(riskMetrics.map((m) => m.id));

/** A figure of a metric that exists and isn't traced yet. What is no metric at all is told when the figures are known. */
function refuseOthers(asked: string): void {
  const metric = asked.replace(dated, '').split('/')[0]!;
  if (metrics.some((m) => m.id === metric) && !ofRisk.has(metric))
    throw new KadoError(problem('trace_risk_only', { metric, metrics: [...ofRisk].join(', ') }));
}

async function findFigure(db: Database, id: string, asked: string): Promise<Figure> {
  const [found] = await db.rows<Figure>(`SELECT * FROM (${figuresQuery}) WHERE figure_id = $id`, { id });
  if (found !== undefined) return found;
  throw new KadoError(problem('figure_unknown', { figure: asked, near: await findNear(db, id) }));
}

/** The figure of risk whose id is most like it, part by part: a month, a metric and a scope that exist; else the group's level. */
async function findNear(db: Database, id: string): Promise<string> {
  const [month = '', metric = '', ...rest] = id.split('/');
  const rows = await db.rows<{ id: string; month: string; metric: string }>(
    `SELECT figure_id AS id, month, metric FROM (${figuresQuery}) WHERE metric IN (${[...ofRisk].map((m) => `'${m}'`).join(', ')}) ORDER BY month DESC, metric = 'risk_level' DESC, scope_kind = 'group' DESC, figure_id`,
  );
  const months = [...new Set(rows.map((r) => r.month))];
  const nearMonth = months.includes(month) ? month : (nearest(month, months) ?? months[0] ?? '');
  const nearMetric = nearest(metric, ofRisk) ?? 'risk_level';
  const candidates = rows
    .filter((r) => r.month === nearMonth && r.metric === nearMetric)
    .map((r) => r.id.split('/').slice(2).join('/'));
  const scope = nearest(rest.join('/'), candidates) ?? candidates[0];
  return scope === undefined ? (rows[0]?.id ?? '–') : `${nearMonth}/${nearMetric}/${scope}`;
}

async function readNames(db: Database, month: string): Promise<Map<string, Names>> {
  const rows = await db.rows<{ id: string; ja: string | null; en: string | null }>(
    'SELECT system_id AS id, name_ja AS ja, name_en AS en FROM mart.system_profiles WHERE month = $month AND known ORDER BY system_id',
    { month },
  );
  return new Map(
    rows.map(({ id, ja, en }) => [id, { ...(ja === null ? {} : { ja }), ...(en === null ? {} : { en }) }]),
  );
}
