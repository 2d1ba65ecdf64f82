/** What the counts say of an improvement measure: before its start and after, and what else was going on (methods.md, "The rest"). */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { groupClasses } from '../schemes/model.js';
import type { Schemes } from '../schemes/settle.js';
import { compareRates } from '../stats/rates.js';
import { readCompanySchemes } from './companySchemes.js';
import type { Mart } from './mart.js';
import { type Course, type Window, windowsOf } from './measureWindows.js';
import { acrossCompanies } from './members.js';
import { keyOf, readScopeNames, type ScopeKey } from './scopeNames.js';

interface Measure extends Course {
  readonly id: string;
  readonly scope: string;
  readonly entry: number;
  readonly severity: string | null;
}

/**
 * Equal windows: the whole months since the start, at most 12, as far as the measure ran and the exports hold them, and as many whole
 * months before it; a month in which it began belongs to neither, unless it began with it. The comparison is evidence, no proof:
 * `overlapping` names the measures that ran at any time within the windows in a scope that shares a system with this one.
 */
export const measureEvidence: Mart = {
  name: 'measure_evidence',
  grain: {
    ja: '1行は1つの品質向上施策と、開始前後の同じ月数の障害件数の比・区間・重なった他の施策。比べられない場合はその理由',
    en: 'one row per improvement measure: the ratio of the rates in equal windows after and before its start, with interval, and the measures that overlapped; or why there is none',
  },
  sql: () => `
    SELECT measure_id, kind, scope, severity, starts_on, ends_on, status, expected_effect, NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS breakdown,
      NULL::INTEGER AS months, NULL::VARCHAR AS before_from, NULL::VARCHAR AS before_to, NULL::VARCHAR AS after_from, NULL::VARCHAR AS after_to,
      NULL::BIGINT AS before_count, NULL::BIGINT AS after_count, NULL::DOUBLE AS ratio, NULL::DOUBLE AS lower, NULL::DOUBLE AS upper, NULL::DOUBLE AS p,
      NULL::VARCHAR[] AS overlapping, NULL::VARCHAR AS reason
    FROM staging.measures ORDER BY _file, _line`,
  async compute(db, { config, schemes }) {
    const measures = await readMeasures(db);
    if (measures.length === 0) return;
    const judge = await readGround(db, config, schemes);
    const rows = measures.map((m) => `(${[quoteText(m.id), ...judge(m)].join(', ')})`);
    await db.run(
      `UPDATE mart.measure_evidence e SET ${columns.map((c) => `${c} = v.${c}`).join(', ')}
       FROM (VALUES ${rows.join(', ')}) v(measure_id, ${columns.join(', ')}) WHERE e.measure_id = v.measure_id`,
    );
    await nameOverlapping(db);
  },
  checks: [
    'SELECT 1 FROM mart.measure_evidence GROUP BY measure_id HAVING count(*) > 1',
    'SELECT 1 FROM mart.measure_evidence WHERE (months IS NULL) <> (reason IS NOT NULL) OR (months IS NULL) <> (overlapping IS NULL)',
    'SELECT 1 FROM mart.measure_evidence WHERE ratio < lower OR ratio > upper',
  ],
};

const columns = [
  'scope_kind',
  'scope_id',
  'breakdown',
  'months',
  'before_from',
  'before_to',
  'after_from',
  'after_to',
  'before_count',
  'after_count',
  'ratio',
  'lower',
  'upper',
  'p',
  'reason',
] as const;

const readMeasures = (db: Database): Promise<Measure[]> =>
  db.rows<Measure>(
    `SELECT measure_id AS id, scope, _entry AS entry, status, severity,
       strftime(CASE WHEN day(starts_on) = 1 THEN starts_on ELSE date_trunc('month', starts_on) + INTERVAL 1 MONTH END, '%Y-%m') AS first,
       strftime(date_trunc('month', starts_on) - INTERVAL 1 MONTH, '%Y-%m') AS former,
       strftime(CASE WHEN ends_on = last_day(ends_on) THEN ends_on ELSE date_trunc('month', ends_on) - INTERVAL 1 MONTH END, '%Y-%m') AS last
     FROM staging.measures ORDER BY _file, _line`,
  );

/** What measures are judged on: scopes, whole months, counts. Returns what makes of a measure the SQL values of `columns`. */
async function readGround(
  db: Database,
  config: Config,
  settled: Schemes,
): Promise<(measure: Measure) => string[]> {
  const names = await readScopeNames(db);
  const schemes = await readCompanySchemes(db, settled);
  const graded = await db.rows<{ grade: string }>(
    'SELECT DISTINCT grade FROM mart.incidents WHERE grade IS NOT NULL',
  );
  const grades = new Set(graded.map((row) => row.grade));
  const months = await db.rows<{ kind: string; id: string; month: string }>(
    `SELECT s.scope_kind AS kind, s.scope_id AS id, s.month FROM mart.scopes s
     JOIN mart.coverage c ON c.month = s.month AND c.company_id IS NOT DISTINCT FROM s.company_id WHERE c.complete`,
  );
  const whole = new Map<string, Set<string>>();
  for (const { kind, id, month } of months) {
    const key = keyOf(kind, id);
    const set = whole.get(key);
    if (set) set.add(month);
    else whole.set(key, new Set([month]));
  }
  const counts = await db.rows<{ kind: string; id: string; breakdown: string; month: string; n: number }>(
    'SELECT scope_kind AS kind, scope_id AS id, breakdown, month, n FROM mart.incident_counts',
  );
  const byCell = new Map<string, { month: string; n: number }[]>();
  for (const { kind, id, breakdown, month, n } of counts) {
    const key = keyOf(kind, id, breakdown);
    const list = byCell.get(key);
    if (list) list.push({ month, n });
    else byCell.set(key, [{ month, n }]);
  }
  const countIn = ({ kind, id }: ScopeKey, breakdown: string, { from, to }: Window): number =>
    (byCell.get(keyOf(kind, id, breakdown)) ?? [])
      .filter(({ month }) => month >= from && month <= to)
      .reduce((sum, { n }) => sum + n, 0);
  return (measure) => {
    const scope = names.find(measure.scope, config.sources.measures[measure.entry]?.company);
    if (!scope) return without(undefined, '', 'scope_unknown');
    const breakdown = breakdownOf(measure.severity, grades);
    // Grades of different schemes aren't added, whatever they are called (methods.md, "Counting incidents").
    const scales = new Set(names.companiesOf(scope).map((id) => schemes.get(id)?.id));
    if (breakdown.startsWith('grade:') && scales.size > 1) return without(scope, breakdown, 'severity_mixed');
    const windows = windowsOf(measure, whole.get(keyOf(scope.kind, scope.id)) ?? new Set());
    if (typeof windows === 'string') return without(scope, breakdown, windows);
    const { before, after } = windows;
    const [count, former] = [countIn(scope, breakdown, after), countIn(scope, breakdown, before)];
    const exposure = windows.months;
    const { ratio, lower, upper, p } = compareRates({ count, exposure }, { count: former, exposure });
    return [
      ...[scope.kind, scope.id, breakdown].map(quoteText),
      String(windows.months),
      ...[before.from, before.to, after.from, after.to].map(quoteText),
      String(former),
      String(count),
      ...[ratio, lower, upper, p].map((value) => (value === null ? 'NULL::DOUBLE' : `'${value}'::DOUBLE`)),
      'NULL::VARCHAR',
    ];
  };
}

/** The values of a measure of which nothing can be said, and why. */
function without(scope: ScopeKey | undefined, breakdown: string, reason: string): string[] {
  const place = scope ? [scope.kind, scope.id, breakdown].map(quoteText) : Array(3).fill('NULL::VARCHAR');
  const empty = columns.slice(3, -1).map((c) => {
    if (/_(from|to)$/.test(c)) return 'NULL::VARCHAR';
    return /count$|months/.test(c) ? 'NULL::BIGINT' : 'NULL::DOUBLE';
  });
  return [...place, ...empty, quoteText(reason)];
}

/** A grade that incidents carry, else a group class, else the grade as written, of which none has occurred. */
function breakdownOf(severity: string | null, grades: ReadonlySet<string>): string {
  if (severity === null) return '';
  const isClass = (groupClasses as readonly string[]).includes(severity);
  return isClass && !grades.has(severity) ? `class:${severity}` : `grade:${severity}`;
}

/** The systems that a scope ever held; of a theme or supplier, those whose incidents name it, or that it supplies. */
const placedThemes =
  '(SELECT i.theme, i.system_id, s.company_id FROM mart.incidents i JOIN mart.system_months s ON s.month = i.month AND s.system_id = i.system_id)';
const reach = `
  SELECT scope_kind, scope_id, system_id FROM mart.members
  UNION SELECT scope_kind, scope_id, system_id FROM (${acrossCompanies('theme', 'theme', placedThemes, () => 'system_id')})
  UNION SELECT 'supplier', supplier, system_id FROM mart.incidents WHERE supplier IS NOT NULL
  UNION SELECT 'supplier', supplier, system_id FROM staging.system_suppliers`;

/** A measure that was merely planned, or whose start nobody wrote, has done nothing yet; one without an end still runs. */
const nameOverlapping = (db: Database): Promise<void> =>
  db.run(
    `WITH used AS (SELECT DISTINCT scope_kind, scope_id FROM mart.measure_evidence WHERE scope_id IS NOT NULL),
      reached AS (SELECT u.scope_kind, u.scope_id, r.system_id FROM used u JOIN (${reach}) r ON r.scope_kind = u.scope_kind AND r.scope_id = u.scope_id),
      touching AS (
        SELECT DISTINCT a.scope_kind, a.scope_id, b.scope_kind AS other_kind, b.scope_id AS other_id FROM reached a JOIN reached b ON b.system_id = a.system_id
        UNION SELECT scope_kind, scope_id, scope_kind, scope_id FROM used),
      found AS (
        SELECT e.measure_id, list(o.measure_id ORDER BY o.measure_id) AS others FROM mart.measure_evidence e
        JOIN touching t ON t.scope_kind = e.scope_kind AND t.scope_id = e.scope_id
        JOIN mart.measure_evidence o ON o.scope_kind = t.other_kind AND o.scope_id = t.other_id AND o.measure_id <> e.measure_id
          AND o.status IS DISTINCT FROM 'planned' AND strftime(o.starts_on, '%Y-%m') <= e.after_to
          AND coalesce(strftime(o.ends_on, '%Y-%m') >= e.before_from, true)
        GROUP BY e.measure_id)
     UPDATE mart.measure_evidence SET overlapping = coalesce((SELECT others FROM found f WHERE f.measure_id = mart.measure_evidence.measure_id), [])
     WHERE months IS NOT NULL`,
  );
