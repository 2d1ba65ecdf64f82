/** Merged cells: the value stands in the first of them, and belongs to the others too, or not. */
import type { CellKind, Range, SheetRow } from './xlsxSheet.js';

/** Across and down: a header that is merged names every column under it. Only for the few rows that may be the header. */
export function fillHeader(
  row: Pick<SheetRow, 'line' | 'fields'>,
  rows: ReadonlyMap<number, SheetRow>,
  merges: readonly Range[],
): string[] {
  const fields = [...row.fields];
  for (const { top, bottom, left, right } of merges) {
    if (row.line < top || row.line > bottom) continue;
    const text = rows.get(top)?.fields[left - 1] ?? '';
    if (text === '') continue;
    for (let i = left - 1; i < right; i++) {
      for (let gap = fields.length; gap < i; gap++) fields.push('');
      if ((fields[i] ?? '') === '') fields[i] = text;
    }
  }
  return fields;
}

/** A cell of a row that belongs to a merged range whose first cell stands above. */
export interface Inherited {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly kind: CellKind;
  readonly range: Range;
}

/**
 * What rows inherit from merged cells above, asked row by row downwards, of the rows below the header only: a range that
 * begins in the header or above it is never met at its top, since what hangs over from there is no data.
 */
export class VerticalMerges {
  readonly #waiting: Range[];
  /** By column; ranges of one column don't overlap in a sound sheet, and in an unsound one the later one counts. */
  readonly #active = new Map<number, { range: Range; text: string; kind: CellKind }>();

  constructor(merges: readonly Range[]) {
    this.#waiting = merges
      .filter(({ top, bottom }) => bottom > top)
      .sort((a, b) => b.top - a.top || b.left - a.left);
  }

  /** Of the row's columns below `width` that are empty in the row itself. */
  at(row: SheetRow, width: number): Inherited[] {
    const found: Inherited[] = [];
    for (const [column, { range, text, kind }] of this.#active) {
      if (range.bottom < row.line) this.#active.delete(column);
      else if (kindAt(row, column) === '-') found.push({ column, text, kind, range });
    }
    for (let next = this.#waiting.at(-1); next && next.top <= row.line; next = this.#waiting.at(-1)) {
      this.#waiting.pop();
      const column = next.left - 1;
      const kind = next.top === row.line && column < width ? kindAt(row, column) : '-';
      if (kind !== '-') this.#active.set(column, { range: next, text: row.fields[column]!, kind });
    }
    return found.sort((a, b) => a.column - b.column);
  }
}

const kindAt = (row: SheetRow, column: number): CellKind => (row.kinds[column] ?? '-') as CellKind;
