/** A table of the group's own: the contract's headers, UTF-8, LF. */
import { join } from 'node:path';
import { type FileStyle, Sink } from '../kernel/sink.js';

const UTF8: FileStyle = { encoding: 'utf-8', delimiter: ',', newline: '\n' };
const GZIP: FileStyle = { ...UTF8, gzip: true };

export type Cell = string | number | undefined;
/** Rows written, by path below the folder. */
export type Counts = Record<string, number>;

export function writeTable(
  out: string,
  path: string,
  header: string,
  rows: Iterable<readonly Cell[]>,
): Counts {
  const sink = new Sink(join(out, path), path.endsWith('.gz') ? GZIP : UTF8, header.split(','));
  for (const row of rows) sink.write(row.map((cell) => (cell === undefined ? '' : String(cell))));
  sink.close();
  return { [path]: sink.rows };
}
