/** What is odd about the incidents as staged: it is counted all the same, but said. */
import type { Config } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteList, quoteText } from '../src/duckdb/quote.js';
import { type Problem, problem } from '../src/errors.js';
import type { Receipt } from '../src/staging/receipt.js';
import { knownGrades } from '../src/staging/severity.js';

/** SQL for an instant as people of the zone write it. */
const localText =
  (timezone: string) =>
  (column: string): string =>
    `strftime(${column} AT TIME ZONE ${quoteText(timezone)}, '%Y-%m-%d %H:%M')`;

/** One warning for each incident restored before it occurred, in the order of files and lines. */
export async function findContradictions(
  db: Database,
  timezone: string,
  receipts: readonly Receipt[],
): Promise<Problem[]> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const local = localText(timezone);
  const rows = await db.rows<{ file: number; line: number; id: string; restored: string; occurred: string }>(
    `SELECT _file AS file, _line AS line, incident_id AS id, ${local('restored_at')} AS restored, ${local('occurred_at')} AS occurred
     FROM staging.incidents WHERE restored_at < occurred_at ORDER BY _file, _line`,
  );
  return rows.map(({ file, line, ...params }) =>
    problem(
      'restored_before_occurred',
      params,
      { file: paths.get(file) ?? '', line, column: 'restored_at' },
      'warning',
    ),
  );
}

/**
 * One warning for each row of incident_systems whose harm ends before it begins, or begins before its incident: harm is counted from
 * the occurrence (methods.md, "Harm"), and a year mistyped here would count for a year.
 */
export async function findHarmFaults(
  db: Database,
  timezone: string,
  receipts: readonly Receipt[],
): Promise<Problem[]> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const local = localText(timezone);
  const begins = 'greatest(n.harm_from, i.occurred_at)';
  const rows = await db.rows<{
    file: number;
    line: number;
    id: string;
    system: string;
    from: string;
    to: string | null;
    occurred: string;
    reversed: boolean;
  }>(
    `SELECT n._file AS file, n._line AS line, n.incident_id AS id, n.system_id AS system, ${local(`CASE WHEN n.harm_to < ${begins} THEN ${begins} ELSE n.harm_from END`)} AS "from",
       ${local('n.harm_to')} AS "to", ${local('i.occurred_at')} AS occurred, coalesce(n.harm_to < ${begins}, false) AS reversed
     FROM staging.incident_systems n JOIN staging.incidents i ON i.incident_id = n.incident_id
     WHERE reversed OR n.harm_from < i.occurred_at ORDER BY file, line`,
  );
  return rows.map(({ file, line, id, system, from, to, occurred, reversed }) => {
    const place = { file: paths.get(file) ?? '', line, column: reversed ? 'harm_to' : 'harm_from' };
    return reversed
      ? problem('harm_reversed', { id, system, from, to: to ?? '' }, place, 'warning')
      : problem('harm_before_incident', { id, system, from, occurred }, place, 'warning');
  });
}

/** At most so many values are named; the register shows them all. */
const namedAtMost = 8;

/** One warning for each source whose severities the report can't rank, and for each whose company is unknown. */
export async function findUnranked(db: Database, config: Config): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const source of config.sources.incidents) {
    const at = (...path: string[]) => config.placeOf(['sources', 'incidents', source.index, ...path]);
    const rows = await db.rows<{ value: string }>(
      `SELECT DISTINCT severity AS value FROM staging.incidents
       WHERE _entry = ${source.index} AND severity NOT IN ${quoteList([...knownGrades])} ORDER BY 1 LIMIT ${namedAtMost + 1}`,
    );
    const values = rows.slice(0, namedAtMost).map((r) => r.value);
    if (rows.length > namedAtMost) values.push('…');
    if (values.length > 0)
      problems.push(problem('severity_unranked', { values: values.join(', ') }, at('columns'), 'warning'));
    if (source.company === undefined) continue;
    const [known] = await db.rows<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT company_id FROM staging.companies UNION SELECT company_id FROM staging.units) WHERE company_id = ${quoteText(source.company)}`,
    );
    if (known?.n === 0)
      problems.push(problem('source_company_unknown', { company: source.company }, at('company'), 'warning'));
  }
  return problems;
}
