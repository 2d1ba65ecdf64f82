/** figures.csv read with Papa Parse only: what a reader of the file has, and no more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';

export type Row = Readonly<Record<string, string>>;

export const columns =
  'figure_id month metric scope_kind scope_id breakdown value unit lower upper target status coverage complete source_rows'.split(
    ' ',
  );

export function readFigures(dist: string): Row[] {
  const text = readFileSync(join(dist, 'data', 'figures.csv'), 'utf8');
  const { data, errors, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`figures.csv: ${errors[0]!.message}`);
  if (meta.fields?.join() !== columns.join()) throw new Error(`figures.csv: ${meta.fields?.join()}`);
  return data;
}

export const byId = (rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.figure_id!, row]));

/** The number of a figure; NaN where there is none, so that no comparison with it holds. */
export const numberOf = (figures: ReadonlyMap<string, Row>, id: string): number => {
  const value = figures.get(id)?.value;
  return value === undefined || value === '' ? Number.NaN : Number(value);
};
