/** Which sheet of a workbook is read: the one that is named, or the one whose header fits the mapping best. */
import { KadoError, type Problem, problem } from '../../src/errors.js';
import { findHeader, foldNames, headerWithin, scoreHeader } from './header.js';
import type { TableOptions } from './table.js';
import type { Book, Sheet } from './xlsxBook.js';
import { readSheet, type SheetRow } from './xlsxSheet.js';
import type { XlsxLimits } from './xlsxZip.js';

export interface SheetChoice {
  readonly sheet: Sheet;
  readonly warnings: readonly Problem[];
}

/** Throws KadoError sheet_unknown, sheets_blank, and what reading a sheet throws. */
export async function chooseSheet(
  book: Book,
  options: TableOptions,
  limits: XlsxLimits,
): Promise<SheetChoice> {
  if (options.sheet !== undefined) return { sheet: findSheet(book, options.sheet), warnings: [] };
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  if (visible.length === 1) return { sheet: visible[0]!, warnings: [] };
  const place = { file: book.zip.shown };
  let best: { sheet: Sheet; score: number } | undefined;
  const filled: string[] = [];
  for (const sheet of visible) {
    const look = await lookAt(book, sheet, options, limits);
    if (!look) continue;
    if (look.rows) filled.push(sheet.name);
    if (!best || look.score > best.score) best = { sheet, score: look.score };
  }
  if (!best) throw new KadoError(problem('sheets_blank', { sheets: listSheets(visible) }, place));
  const { sheet } = best;
  if (filled.length < 2) return { sheet, warnings: [] };
  const params = { sheet: sheet.name, count: filled.length, sheets: filled.join(', ') };
  return { sheet, warnings: [problem('sheet_chosen', params, place, 'warning')] };
}

/** By its name, else by its number among the sheets that are to be seen: those are what a person counts. */
function findSheet(book: Book, wanted: string): Sheet {
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  const named = book.sheets.find((sheet) => sheet.name === wanted);
  const found = named ?? (/^\d{1,4}$/.test(wanted) ? visible[Number(wanted) - 1] : undefined);
  if (found) return found;
  const params = { sheet: wanted, sheets: listSheets(book.sheets) };
  throw new KadoError(problem('sheet_unknown', params, { file: book.zip.shown }));
}

export const listSheets = (sheets: readonly Sheet[]): string => sheets.map((sheet) => sheet.name).join(', ');

/** How well a sheet's beginning fits, and whether rows follow its header; undefined for a sheet without a header. */
async function lookAt(
  book: Book,
  sheet: Sheet,
  { headerLine, wanted }: TableOptions,
  limits: XlsxLimits,
): Promise<{ score: number; rows: boolean } | undefined> {
  const rows: SheetRow[] = [];
  await readSheet(book, sheet, limits, (row) => {
    if (headerLine !== undefined && row.line < headerLine) return false;
    rows.push(row);
    return rows.length > (headerLine === undefined ? headerWithin : 1);
  });
  const fields = rows.map((row) => foldNames(row.fields, wanted));
  const found = headerLine === undefined ? findHeader(fields, wanted) : rows[0]?.line === headerLine ? 0 : -1;
  if (found === -1) return undefined;
  return { score: wanted ? scoreHeader(fields[found]!, wanted) : 0, rows: rows.length > found + 1 };
}
