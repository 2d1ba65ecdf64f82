/** What kinds of records an export mixes, where its preset knows the column that says so. */
import type { Preset } from '../presets/preset.js';
import type { SampledRows } from './sample.js';

export interface SortsSuggestion {
  /** The export's column. */
  readonly column: string;
  /** Its values in the sample ('' where missing) with their rows, the commonest first. */
  readonly counts: readonly { readonly value: string; readonly rows: number }[];
  /** A value that is called as incidents are: an example, not a decision. */
  readonly likely: string | undefined;
}

const incidentWords: ReadonlySet<string> = new Set([
  ...['障害', 'インシデント', '[system] incident', 'incident', 'バグ', '不具合', 'bug'],
]);

export function suggestSorts(sample: SampledRows, preset: Preset | undefined): SortsSuggestion | undefined {
  const column = preset?.sorts?.find((name) => sample.header.includes(name));
  if (column === undefined) return undefined;
  const at = sample.header.indexOf(column);
  const tally = new Map<string, number>();
  for (const row of sample.rows) {
    const value = (row[at] ?? '').trim();
    tally.set(value, (tally.get(value) ?? 0) + 1);
  }
  const counts = [...tally].map(([value, rows]) => ({ value, rows })).sort((a, b) => b.rows - a.rows);
  const named = counts.map(({ value }) => value).filter((value) => value !== '');
  const likely = [...incidentWords]
    .map((word) => named.find((value) => value.toLowerCase() === word))
    .find((value) => value !== undefined);
  return { column, counts, likely: likely ?? named[0] };
}
