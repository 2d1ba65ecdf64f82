/** What Kado knows of a tool's export: column names, codes, date formats. The configuration's own mapping wins, column by column. */
import type { ColumnMapping, Kind, Names, OrderColumn } from '../../src/config/model.js';
import type { FormatName } from '../formats/table.js';

export interface PresetColumn extends Omit<ColumnMapping, 'from' | 'sql'> {
  /** Candidates, first present wins; a tool names its columns differently by version, language and way of export. */
  readonly from: readonly string[];
}

/** Columns that name a record together, where the tool exports no id: each by one of its names. */
export interface PresetIdentity {
  readonly parts: readonly (readonly string[])[];
}

export interface Preset {
  readonly name: string;
  readonly kind: Kind;
  /** Which export of which tool this is. */
  readonly about: Required<Names>;
  /** How to get it out of the tool. */
  readonly how: Required<Names>;
  /** Headers that must be there, each by one of its names: what tells this export from others. */
  readonly signature: readonly (readonly string[])[];
  /** The signature is the whole header: with other columns beside them it is another export. */
  readonly bare?: boolean;
  /** The formats that the tool gives it in. Default: tables of any format but JSON. */
  readonly formats?: readonly FormatName[];
  readonly columns: Readonly<Record<string, PresetColumn | PresetIdentity>>;
  readonly missing: readonly string[];
  /** How the export's own ordering columns read, for `keep_last`. */
  readonly order: readonly OrderColumn[];
  /** Numbers of rows at which the tool is known to cut an export off. */
  readonly caps: readonly number[];
  /** Columns that say what kind of record a row is, first present wins: not every issue of a tracker is an incident. */
  readonly sorts?: readonly string[];
  /** The series stands in the file's name: `name_from: file`. */
  readonly nameFrom?: 'file';
}

const tables: readonly FormatName[] = ['csv', 'xlsx', 'parquet'];

/** The formats that a preset's export comes in. */
export const formatsOf = (preset: Preset): readonly FormatName[] => preset.formats ?? tables;
