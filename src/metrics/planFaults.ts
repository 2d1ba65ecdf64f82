/** What is wrong with targets, indicators and investments, told with the row that says it. */
import { nearest } from '../config/nearest.js';
import type { Database } from '../duckdb/database.js';
import { type Place, type Problem, problem } from '../errors.js';
import { groupClasses } from '../schemes/model.js';
import type { Receipt } from '../staging/receipt.js';
import type { Metric } from './metric.js';
import { metrics } from './registry.js';
import { canHaveTarget } from './targets.js';

interface TargetRow {
  readonly file: number;
  readonly line: number;
  readonly year: number;
  readonly metric: string;
  readonly scope: string;
  readonly severity: string | null;
  /** Its value; null: it must be worked out. */
  readonly cap: number | null;
  readonly fault: string | null;
  readonly grades: string | null;
  readonly keptFile: number | null;
  readonly keptLine: number | null;
  /** Its cap must be worked out, and can't be. */
  readonly priorless: boolean;
}

/** The year after the reported one may be planned already; what lies further is a typing error or old. */
const yearsAhead = 1;

/**
 * Problems of `mart.targets` and `mart.kpi_nodes`, in the order of their rows. Errors are what would leave a plan unjudged
 * without anybody's knowing; a build must stop on them.
 */
export async function findPlanFaults(db: Database, receipts: readonly Receipt[]): Promise<Problem[]> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const placeOf = (file: number, line: number, column?: string): Place => {
    return { file: paths.get(file) ?? '', line, column };
  };
  return [
    ...(await findTargetFaults(db, placeOf)),
    ...(await findNodeFaults(db, placeOf)),
    ...(await findInvestmentFaults(db, placeOf)),
  ];
}

type PlaceOf = (file: number, line: number, column?: string) => Place;

async function findTargetFaults(db: Database, placeOf: PlaceOf): Promise<Problem[]> {
  const rows = await db.rows<TargetRow>(
    `SELECT t._file AS file, t._line AS line, t.fiscal_year AS year, t.metric, t.scope, t.severity, t.cap::DOUBLE AS cap, t.fault, t.grades,
       t.kept_file AS "keptFile", t.kept_line AS "keptLine",
       EXISTS (SELECT 1 FROM mart.caps c WHERE c.reason = 'no_prior_year' AND c._file = t._file AND c._line = t._line) AS priorless
     FROM mart.targets t ORDER BY file, line`,
  );
  const [years] = await db.rows<{ first: number; last: number }>(
    'SELECT min(fiscal_year) AS first, max(fiscal_year) AS last FROM mart.months',
  );
  return rows.flatMap((row) => findTargetFault(row, years!, placeOf));
}

function findTargetFault(
  row: TargetRow,
  { first, last }: { first: number; last: number },
  placeOf: PlaceOf,
): Problem[] {
  const { metric, scope, year } = row;
  const severity = row.severity ?? '';
  const at = (column: string): Place => placeOf(row.file, row.line, column);
  const classes = groupClasses.join(', ');
  const declared = metrics.find((m) => m.id === metric);
  if (!declared) return [unknownMetric(metric, at('metric'))];
  if (!canHaveTarget(declared)) return [problem('target_metric_unjudged', { metric }, at('metric'))];
  const grades = row.grades ?? '';
  switch (row.fault) {
    case 'target_scope_idle':
      return [problem('target_scope_idle', { scope }, at('scope'), 'warning')];
    case 'target_severity_unknown':
      return [problem('target_severity_unknown', { scope, severity, grades, classes }, at('severity'))];
    case 'target_severity_mixed':
      return [problem('target_severity_mixed', { scope, severity, classes }, at('severity'))];
    case 'target_superseded': {
      const { file, line } = placeOf(row.keptFile ?? -1, row.keptLine ?? 0);
      return [problem('target_superseded', { kept: `${file}:${line}` }, at('scope'), 'warning')];
    }
  }
  if (severity !== '' && declared.breakdowns.length === 0)
    return [problem('target_severity_idle', { metric, severity }, at('severity'))];
  if (row.cap === null && metric !== 'incidents')
    return [problem('target_value_missing', { metric }, at('cap'))];
  if (isBeyond(declared, row.cap))
    return [problem('target_share_range', { metric, value: row.cap! }, at('cap'))];
  if (year < first || year > last + yearsAhead)
    return [problem('target_year_idle', { year, first, last }, at('fiscal_year'), 'warning')];
  return row.priorless ? [problem('target_without_prior', { year }, at('cap'), 'warning')] : [];
}

/** A share's target in per cent (99.9) could never be reached, or never be missed. */
const isBeyond = ({ unit }: Metric, target: number | null): boolean => unit === 'share' && (target ?? 0) > 1;

function unknownMetric(metric: string, place: Place): Problem {
  const ids = metrics.map((m) => m.id);
  return problem('target_metric_unknown', { metric, near: nearest(metric, ids) ?? ids.join(', ') }, place);
}

async function findNodeFaults(db: Database, placeOf: PlaceOf): Promise<Problem[]> {
  const rows = await db.rows<{
    file: number;
    line: number;
    node: string;
    metric: string;
    scope: string;
    unplaced: boolean;
    circle: string | null;
    target: number | null;
  }>(
    `SELECT _file AS file, _line AS line, node_id AS node, metric, scope, scope_id IS NULL AS unplaced, circle, target FROM mart.kpi_nodes
     QUALIFY row_number() OVER (PARTITION BY _file, _line ORDER BY fiscal_year) = 1 ORDER BY file, line`,
  );
  return rows.flatMap(({ file, line, node, metric, scope, unplaced, circle, target }) => {
    const declared = metrics.find((m) => m.id === metric);
    const at = (column: string): Place => placeOf(file, line, column);
    return [
      ...(declared ? [] : [unknownMetric(metric, at('metric'))]),
      ...(declared && isBeyond(declared, target)
        ? [problem('target_share_range', { metric, value: target! }, at('target'))]
        : []),
      ...(unplaced ? [problem('kpi_scope_unknown', { node, scope }, at('scope'))] : []),
      ...(circle === null ? [] : [problem('kpi_cycle', { circle }, at('parent_id'))]),
    ];
  });
}

/** Rows that mart.investment_amounts holds against their year: without a word here, an index would be missing and nobody would know why. */
async function findInvestmentFaults(db: Database, placeOf: PlaceOf): Promise<Problem[]> {
  const rows = await db.rows<{ file: number; line: number; year: number; month: string }>(
    `WITH begins AS (SELECT DISTINCT (month(starts_on) - fiscal_month + 12) % 12 + 1 AS begin FROM (SELECT fiscal_month, (month || '-01')::DATE AS starts_on FROM mart.months))
     SELECT i._file AS file, i._line AS line, i.fiscal_year AS year, i.month FROM staging.investments i CROSS JOIN begins
     WHERE i.month IS NOT NULL AND year((i.month || '-01')::DATE - to_months((begin - 1)::INTEGER)) <> i.fiscal_year ORDER BY file, line`,
  );
  return rows.map(({ file, line, year, month }) =>
    problem('investment_month_outside', { year, month }, placeOf(file, line, 'month'), 'warning'),
  );
}
