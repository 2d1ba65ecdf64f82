/** A sheet's rows below the header → records: blank ones gone, merged cells shared out, what can't be used a reject. */
import { KadoError, type Problem, problem } from '../../src/errors.js';
import { isNote } from './notes.js';
import type { TableRecord } from './table.js';
import { findTotal } from './totals.js';
import { type Inherited, VerticalMerges } from './xlsxMerge.js';
import type { Range, SheetRow } from './xlsxSheet.js';
import type { XlsxLimits } from './xlsxZip.js';

/** Merged ranges that a warning names one by one. */
const namedRanges = 5;

export interface SheetTable {
  readonly shown: string;
  readonly sheet: string;
  readonly header: readonly string[];
  readonly headerLine: number;
}

export interface SheetRecords {
  readonly records: readonly TableRecord[];
  readonly warnings: readonly Problem[];
}

/** Throws KadoError workbook_too_many_cells where merged cells multiply a text beyond all measure. */
export function readRecords(
  table: SheetTable,
  rows: readonly SheetRow[],
  merges: readonly Range[],
  limits: XlsxLimits,
): SheetRecords {
  const { shown, sheet, header, headerLine } = table;
  const vertical = new VerticalMerges(merges);
  const used = new Set<Range>();
  const records: TableRecord[] = [];
  let inherited = 0;
  let characters = 0;
  for (const row of rows) {
    if (row.line <= headerLine) continue;
    const above = vertical.at(row, header.length);
    for (const { range, text } of above) {
      used.add(range);
      characters += text.length;
    }
    inherited += above.length;
    const [found, limit] =
      inherited > limits.cells ? [inherited, limits.cells] : [characters, limits.characters];
    if (found > limit) {
      const params = { sheet, found, limit };
      throw new KadoError(problem('workbook_too_many_cells', params, { file: shown, line: row.line }));
    }
    records.push(readRow(table, row, above));
  }
  return { records, warnings: used.size === 0 ? [] : [warnMerged(table, [...used])] };
}

function readRow(table: SheetTable, row: SheetRow, above: readonly Inherited[]): TableRecord {
  const width = table.header.length;
  const { line } = row;
  const found = findProblem(table, row, above);
  const fields = row.fields.slice(0, found ? undefined : width);
  while (fields.length < width) fields.push('');
  // Three rows must not triple an amount, so a number stays with the first of them.
  for (const { column, text, kind } of above) if (kind === 't') fields[column] = text;
  return found ? { line, fields, problem: found } : { line, fields };
}

function findProblem(
  { shown, header }: SheetTable,
  { line, fields, kinds }: SheetRow,
  above: readonly Inherited[],
): Problem | undefined {
  const place = { file: shown, line };
  const label = findTotal(fields);
  if (label !== undefined) return problem('row_is_total', { value: label }, place);
  // What has a share in a merged cell above belongs to the records there.
  if (header.length > 1 && above.length === 0 && !kinds.includes('u') && isNote(fields))
    return problem('row_is_note', {}, place);
  let found = fields.length;
  while (found > 0 && kinds[found - 1] !== 'u' && fields[found - 1]!.trim() === '') found--;
  if (found > header.length) return problem('row_too_many_fields', { found, expected: header.length }, place);
  const unknown = kinds.indexOf('u');
  const column = unknown === -1 ? above.find(({ kind }) => kind === 'u')?.column : unknown;
  if (column === undefined) return undefined;
  const name = header[column]!;
  return problem('cell_formula_without_value', { column: name }, { ...place, column: name });
}

function warnMerged({ shown, sheet }: SheetTable, used: readonly Range[]): Problem {
  const names = used.slice(0, namedRanges).map(({ name }) => name);
  const ranges = names.join(', ') + (used.length > namedRanges ? ' …' : '');
  return problem('merged_cells_shared', { sheet, count: used.length, ranges }, { file: shown }, 'warning');
}
