/** A preset's word on one canonical column, for one header. */
import type { ColumnMapping } from '../../src/config/model.js';
import { quoteName } from '../../src/duckdb/quote.js';
import type { Preset, PresetColumn, PresetIdentity } from './preset.js';

export interface Applied {
  readonly mapping: ColumnMapping;
  /** The export's columns that it reads. */
  readonly needed: readonly string[];
}

export const isIdentity = (known: PresetColumn | PresetIdentity | undefined): known is PresetIdentity =>
  known !== undefined && 'parts' in known;

/** What the preset knows of a column's form, whichever of the export's columns it comes from. */
export function knownForm(preset: Preset | undefined, name: string): PresetColumn | undefined {
  const known = preset?.columns[name];
  return isIdentity(known) ? undefined : known;
}

/** Every export column that a preset's column may come from. */
export function candidatesOf(preset: Preset | undefined, name: string): readonly string[] {
  const known = preset?.columns[name];
  return isIdentity(known) ? known.parts.flat() : (known?.from ?? []);
}

/** How the preset gets a column from this header; undefined where the header has none of its candidates. */
export function applyPreset(
  preset: Preset | undefined,
  name: string,
  present: ReadonlySet<string>,
): Applied | undefined {
  const known = preset?.columns[name];
  if (isIdentity(known)) {
    const parts = known.parts.map((names) => names.find((n) => present.has(n)));
    const found = parts.filter((p) => p !== undefined);
    if (found.length < parts.length) return undefined;
    return { mapping: { sql: joinParts(found) }, needed: found };
  }
  const from = known?.from.find((n) => present.has(n));
  if (known === undefined || from === undefined) return undefined;
  return { mapping: { ...known, from }, needed: [from] };
}

/** Ids are keys and links, and are held to 300 characters: of a longer one the end stands as its hash. */
const longestPlain = 200;
const keptOfLonger = 160;

function joinParts(columns: readonly string[]): string {
  const joined = `concat_ws(' ', ${columns.map((c) => `nullif(trim(${quoteName(c)}), '')`).join(', ')})`;
  return `CASE WHEN length(${joined}) > ${longestPlain} THEN left(${joined}, ${keptOfLonger}) || ' ' || md5(${joined}) ELSE ${joined} END`;
}
