/** Whether each correction still fits what the exports say: one that doesn't must never be passed over in silence. */
import type { Config, Correction, Kind } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { formatPlace, type Problem, problem } from '../src/errors.js';
import { type CorrectedCell, readCorrectedCells } from '../src/staging/corrections.js';
import type { Receipt } from '../src/staging/receipt.js';
import { trimText } from '../src/staging/typing.js';
import type { Plan } from './corrections.js';

/**
 * Every misfit, in the order of the corrections. `unread` are kinds of which a file could not be read, so that nothing
 * can be said of rows that weren't found; `mapped` says which columns (`kind.column`) the exports give.
 */
export async function checkCorrections(
  db: Database,
  config: Config,
  plan: Plan,
  receipts: readonly Receipt[],
  mapped: ReadonlySet<string>,
  unread: ReadonlySet<Kind>,
): Promise<Problem[]> {
  if (!config.corrections) return [];
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const rowOf = (cell: CorrectedCell): string => `${paths.get(cell.file) ?? ''}:${cell.line}`;
  const cells = await readCorrectedCells(db);
  const byCorrection = new Map<number, CorrectedCell[]>();
  for (const cell of cells) {
    const own = byCorrection.get(cell.correction);
    if (own) own.push(cell);
    else byCorrection.set(cell.correction, [cell]);
  }
  const problems: Problem[] = [...plan.problems];
  for (const { correction } of [...plan.meant.values()].flat()) {
    const own = byCorrection.get(correction.index) ?? [];
    if (own.length === 0 && unread.has(correction.kind)) continue;
    const misfit = judge(correction, own, rowOf, mapped);
    if (misfit) problems.push(misfit);
  }
  problems.push(...findTwice(config, cells, rowOf), ...(await findRejected(db, config, cells, rowOf)));
  const position = (p: Problem): number => p.place?.line ?? 0;
  return problems.sort((a, b) => position(a) - position(b));
}

/** How the row is named in the correction itself. */
function nameRow({ key, file, line }: Correction): string {
  if (key === undefined) return `${file}:${line}`;
  if (typeof key === 'string') return key;
  return Object.entries(key)
    .map(([name, value]) => `${name} ${value ?? '""'}`)
    .join(', ');
}

type RowOf = (cell: CorrectedCell) => string;

function judge(
  correction: Correction,
  cells: readonly CorrectedCell[],
  rowOf: RowOf,
  mapped: ReadonlySet<string>,
): Problem | undefined {
  const { kind, column, from, place } = correction;
  const [first] = cells;
  if (!first) return problem('correction_fits_none', { kind, row: nameRow(correction) }, place);
  const row = rowOf(first);
  if (!mapped.has(`${kind}.${column}`)) return problem('correction_column_absent', { column, row }, place);
  const several = correction.key === undefined && cells.find((c) => rowOf(c) !== row);
  if (several) return problem('correction_rows_several', { row, other: rowOf(several) }, place);
  const actual = first.from ?? '';
  const differing = cells.find((c) => c.from !== first.from);
  if (differing) {
    const params = { column, row, actual, other: rowOf(differing), value: differing.from ?? '' };
    return problem('correction_rows_differ', params, place);
  }
  if (trimText(from ?? '') === actual) return undefined;
  return (first.to ?? '') === actual
    ? problem('correction_mended', { row, column, to: actual }, place)
    : problem('correction_outdated', { row, column, actual, from: from ?? '' }, place);
}

/** One cell, two corrections: neither would look at the other's result, so one of them would be lost. */
function findTwice(config: Config, cells: readonly CorrectedCell[], rowOf: RowOf): Problem[] {
  const first = new Map<string, number>();
  const problems = new Map<number, Problem>();
  const { entries } = config.corrections!;
  for (const cell of cells) {
    const id = JSON.stringify([cell.file, cell.line, cell.column]);
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, cell.correction);
    else if (!problems.has(cell.correction)) {
      const params = { row: rowOf(cell), column: cell.column, first: formatPlace(entries[earlier]!.place) };
      problems.set(cell.correction, problem('correction_twice', params, entries[cell.correction]!.place));
    }
  }
  return [...problems.values()];
}

/** A corrected row may be rejected as any other, but not for what the correction itself wrote. */
async function findRejected(
  db: Database,
  config: Config,
  cells: readonly CorrectedCell[],
  rowOf: RowOf,
): Promise<Problem[]> {
  if (cells.length === 0) return [];
  const rejected = await db.rows<{ correction: number; file: number; line: number; params: string }>(
    `SELECT c.correction, c.file, c.line, any_value(r.params) AS params
     FROM staging.corrections c JOIN staging.rejects r
       ON r.kind = c.kind AND r.file = c.file AND r.line = c.line AND json_extract_string(r.params, '$.column') = c."column"
     GROUP BY c.correction, c.file, c.line ORDER BY ALL`,
  );
  return rejected.map((found) => {
    const { column, to, place } = config.corrections!.entries[found.correction]!;
    const row = rowOf(cells.find((c) => c.file === found.file && c.line === found.line)!);
    return problem(
      'correction_rejected',
      { row, column, to: to ?? '', expected: expectedOf(found.params) },
      place,
    );
  });
}

/** In signs, which read the same in both languages. */
function expectedOf(json: string): string {
  const { expected, limit, value } = JSON.parse(json) as Readonly<Record<string, string | number>>;
  if (expected !== undefined) return String(expected);
  if (limit !== undefined) return `≤ ${limit}`;
  return value === undefined || value === '' ? '≠ ""' : `≠ "${value}"`;
}
