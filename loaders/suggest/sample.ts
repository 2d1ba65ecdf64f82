/** The beginning of an export: enough to see what it is, however large it is. */
import type { Database } from '../../src/duckdb/database.js';
import type { Problem } from '../../src/errors.js';
import { contracts } from '../../src/staging/contracts/index.js';
import { usualCaps } from '../caps.js';
import { openTable } from '../formats/index.js';
import type { Receipt } from '../formats/table.js';
import { presets } from '../presets/index.js';
import { synonyms } from './synonyms.js';

/** Rows whose values are looked at. */
export const sampledRows = 2000;
/** Rows are counted this far, so that every cap is told from more. */
const countedRows = Math.max(...usualCaps, ...presets.flatMap((p) => p.caps)) + 1;

export interface Sample {
  readonly receipt: Receipt;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly warnings: readonly Problem[];
  /** The first rows that can be read at all. */
  readonly rows: readonly (readonly string[])[];
  /** Rows of the file, at most `countedRows`. */
  readonly count: number;
  /** `rows` and the rows that can't be read are the whole file. */
  readonly whole: boolean;
}

/** What is looked at column by column. */
export type SampledRows = Pick<Sample, 'header' | 'rows'>;

export async function takeSample(db: Database, absolute: string, shown: string): Promise<Sample> {
  const table = await openTable(absolute, shown, {
    encoding: 'auto',
    warehouse: db,
    wanted: { names: everyName(), expressions: [] },
  });
  const rows: (readonly string[])[] = [];
  let count = 0;
  reading: for await (const { records } of table.batches())
    for (const { fields, problem } of records) {
      if (count === countedRows) break reading;
      count++;
      if (!problem && rows.length < sampledRows) rows.push(fields);
    }
  const { receipt, header, headerLine, warnings } = table;
  return { receipt, header, headerLine, warnings, rows, count, whole: count <= sampledRows };
}

/** The distinct values of a column in their first order, white space off; what stands for "missing" is left out. */
export function valuesOf(sample: SampledRows, column: string, missing: readonly string[] = []): string[] {
  const at = sample.header.indexOf(column);
  const found = new Set(sample.rows.map((row) => (row[at] ?? '').trim()));
  for (const mark of ['', ...missing]) found.delete(mark);
  return [...found];
}

/** Any name that a mapping might use: it tells a header from the lines above it. */
function everyName(): ReadonlySet<string> {
  const canonical = Object.values(contracts).flatMap((c) => c.columns.map(({ name }) => name));
  const known = presets.flatMap((p) => [
    ...p.signature.flat(),
    ...Object.values(p.columns).flatMap((c) => ('parts' in c ? c.parts.flat() : c.from)),
  ]);
  const called = Object.values(synonyms).flatMap(({ is, perhaps = [] }) => [...is, ...perhaps]);
  return new Set([...canonical, ...known, ...called]);
}
