/** Whether an export is an event log: one record in several rows. */
import type { Contract } from '../../src/staging/contract.js';
import type { Preset } from '../presets/preset.js';
import type { ColumnMatch } from './columns.js';
import type { Sample } from './sample.js';
import { orderNames } from './synonyms.js';

export interface LogSuggestion {
  /** The export's column of ids. */
  readonly by: string;
  /** Rows and distinct ids of the sample. */
  readonly rows: number;
  readonly ids: number;
  /** Columns that seem to put the rows in order. */
  readonly order: readonly string[];
  /** The preset knows how they read; otherwise it must be declared. */
  readonly known: boolean;
}

export function suggestLog(
  sample: Sample,
  contract: Contract,
  match: ColumnMatch,
  preset: Preset | undefined,
): LogSuggestion | undefined {
  const by = contract.key.length === 1 ? match.from.get(contract.key[0]!) : undefined;
  const at = by === undefined ? -1 : sample.header.indexOf(by);
  if (by === undefined || at < 0) return undefined;
  const ids = sample.rows.map((row) => (row[at] ?? '').trim()).filter((id) => id !== '');
  const distinct = new Set(ids).size;
  if (distinct === ids.length) return undefined;
  const held = new Set(sample.header);
  const declared = (preset?.order ?? []).map((o) => o.column).filter((column) => held.has(column));
  const simplify = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');
  const named = orderNames.flatMap((name) => sample.header.filter((c) => simplify(c) === simplify(name)));
  // Two are enough: the first decides, the second where it is equal.
  const order = (declared.length > 0 ? declared : [...new Set(named)]).slice(0, 2);
  return { by, rows: ids.length, ids: distinct, order, known: declared.length > 0 };
}
