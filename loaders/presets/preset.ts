/** What Kado knows of a tool's export: column names, codes, date formats. The configuration's own mapping wins, column by column. */
import type { ColumnMapping, Kind, OrderColumn } from '../../src/config/model.js';

export interface PresetColumn extends Omit<ColumnMapping, 'from' | 'sql'> {
  /** Candidates, first present wins; a tool names its columns differently by version and by way of export. */
  readonly from: readonly string[];
}

export interface Preset {
  readonly name: string;
  readonly kind: Kind;
  readonly columns: Readonly<Record<string, PresetColumn>>;
  readonly missing: readonly string[];
  /** How the export's own ordering columns read, for `keep_last`. */
  readonly order: readonly OrderColumn[];
}
