/** Rows of targets with what they mean here: which scope, which figures; or why they mean nothing. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { groupClasses } from '../schemes/model.js';
import { type CompanyScheme, readCompanySchemes } from './companySchemes.js';
import type { Mart } from './mart.js';
import { readScopeNames, type ScopeKey, type ScopeNames } from './scopeNames.js';

/** The metric of a yearly cap; `incidents_fytd` means the same. */
export const cappedMetric = 'incidents';

export type TargetFault =
  | 'target_scope_idle'
  | 'target_severity_unknown'
  | 'target_severity_mixed'
  | 'target_superseded';

interface Written {
  readonly file: number;
  readonly line: number;
  readonly entry: number;
  readonly scope: string;
  readonly year: number;
  readonly metric: string;
  readonly severity: string | null;
}

interface Reading {
  readonly scope?: ScopeKey;
  readonly breakdown?: string;
  readonly fault?: TargetFault;
  /** Grades that the scope knows, for the message. */
  readonly grades?: string;
}

export const targets: Mart = {
  name: 'targets',
  grain: {
    ja: '1行は目標の書き出しの1行と、それが指す範囲・内訳。使えない場合はその理由',
    en: 'one row per row of targets: the scope and breakdown that it means, or why it means none',
  },
  sql: () => `
    SELECT t._file, t._line, t.fiscal_year, CASE t.metric WHEN 'incidents_fytd' THEN '${cappedMetric}' ELSE t.metric END AS metric,
      t.scope, t.severity, t.cap, t.improvement_rate, t.measures_effect, t.special_factor, t.note,
      NULL::VARCHAR AS scope_kind, NULL::VARCHAR AS scope_id, NULL::VARCHAR AS breakdown, NULL::VARCHAR AS fault, NULL::VARCHAR AS grades,
      NULL::INTEGER AS kept_file, NULL::BIGINT AS kept_line
    FROM staging.targets t`,
  async compute(db, { config, schemes: settled }) {
    const rows = await readWritten(db);
    if (rows.length === 0) return;
    const names = await readScopeNames(db);
    const schemes = await readCompanySchemes(db, settled);
    const readings = rows.map((row) => ({ row, reading: readTarget(row, names, schemes, config) }));
    const text = (value: string | undefined): string => (value === undefined ? 'NULL' : quoteText(value));
    const values = readings.map(
      ({ row, reading: { scope, breakdown, fault, grades } }) =>
        `(${row.file}, ${row.line}, ${[scope?.kind, scope?.id, breakdown, fault, grades].map(text).join(', ')})`,
    );
    await db.run(
      `UPDATE mart.targets t SET scope_kind = v.kind, scope_id = v.id, breakdown = v.breakdown, fault = v.fault, grades = v.grades
       FROM (VALUES ${values.join(', ')}) v("file", "line", kind, id, breakdown, fault, grades) WHERE t._file = v."file" AND t._line = v."line"`,
    );
    // Rows that are written differently and mean the same: as among equal keys, the later one stands.
    await db.run(
      `UPDATE mart.targets t SET fault = 'target_superseded', kept_file = k._file, kept_line = k._line
       FROM (SELECT * FROM mart.targets WHERE fault IS NULL QUALIFY row_number() OVER
         (PARTITION BY fiscal_year, metric, scope_kind, scope_id, breakdown ORDER BY _file DESC, _line DESC) = 1) k
       WHERE t.fault IS NULL AND k.fiscal_year = t.fiscal_year AND k.metric = t.metric AND k.scope_kind = t.scope_kind AND k.scope_id = t.scope_id
         AND k.breakdown = t.breakdown AND (k._file, k._line) <> (t._file, t._line)`,
    );
  },
  checks: [
    'SELECT 1 FROM mart.targets WHERE fault IS NULL GROUP BY fiscal_year, metric, scope_kind, scope_id, breakdown HAVING count(*) > 1',
    'SELECT 1 FROM mart.targets WHERE fault IS NULL AND (scope_kind IS NULL OR scope_id IS NULL OR breakdown IS NULL)',
  ],
};

const readWritten = (db: Database): Promise<Written[]> =>
  db.rows<Written>(
    `SELECT _file AS file, _line AS line, _entry AS entry, scope, fiscal_year AS year, metric, severity FROM staging.targets ORDER BY file, line`,
  );

function readTarget(
  { scope: text, severity, entry }: Written,
  names: ScopeNames,
  schemes: ReadonlyMap<string, CompanyScheme>,
  config: Config,
): Reading {
  const scope = names.find(text, config.sources.targets[entry]?.company);
  if (!scope) return { fault: 'target_scope_idle' };
  if (severity === null) return { scope, breakdown: '' };
  const own = names.companiesOf(scope).flatMap((id) => schemes.get(id) ?? []);
  const shared = own.every((s) => s.id === own[0]?.id) ? own[0] : undefined;
  if (shared?.grades.includes(severity)) return { scope, breakdown: `grade:${severity}` };
  if ((groupClasses as readonly string[]).includes(severity))
    return { scope, breakdown: `class:${severity}` };
  const elsewhere = !shared && own.some((s) => s.grades.includes(severity));
  return {
    scope,
    fault: elsewhere ? 'target_severity_mixed' : 'target_severity_unknown',
    grades: shared?.grades.join(', ') ?? '—',
  };
}
