/** The configuration as the stages use it: validated, defaults filled in, every key's place kept for messages. */
import type { Place } from '../errors.js';
import type { Locale, Names } from '../locale/language.js';
import type { WrittenScheme } from './scheme.js';

export type { Locale, Names, WrittenScheme };

/** The kinds of input (contract.md, "Canonical inputs"), in the order in which references can be checked. */
export const kinds = [
  'companies',
  'units',
  'systems',
  'system_suppliers',
  'incidents',
  'incident_systems',
  'actions',
  'capacity',
  'capacity_limits',
  'service_levels',
  'observations',
  'changes',
  'reviews',
  'exceptions',
  'investments',
  'targets',
  'kpi',
  'measures',
  'risks',
  'acceptances',
  'submissions',
  'drills',
  'decisions',
  'checklist_items',
  'checklist_answers',
  'holidays',
  'approvals',
] as const;
export type Kind = (typeof kinds)[number];

/** How one canonical column is got from an export. Either `from` or `sql`; neither with `default` is a constant. */
export interface ColumnMapping {
  readonly from?: string | undefined;
  /** strptime formats, tried in this order (or `japanese` (typing.ts)). */
  readonly format?: readonly string[] | undefined;
  /** Export value → canonical value; a value not in it takes `default` where there is one, else itself. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  readonly default?: string | undefined;
  /** Unit suffix → factor, for numbers of mixed units. */
  readonly units?: Readonly<Record<string, number>> | undefined;
  /** One scalar SQL expression over the export's own columns. */
  readonly sql?: string | undefined;
  /** Zone of times that name none, where a preset knows that it isn't the configuration's. */
  readonly timezone?: string | undefined;
}

/** A column that puts an event log's rows in order; how it is read is declared, or verified over the whole file. */
export interface OrderColumn {
  readonly column: string;
  readonly as?: 'number' | 'time' | 'text' | undefined;
  readonly format?: readonly string[] | undefined;
  /** As a column's. */
  readonly timezone?: string | undefined;
}

export interface KeepLast {
  readonly by: string;
  readonly order: readonly OrderColumn[];
}

export type EncodingName = 'utf-8' | 'utf-16' | 'shift_jis' | 'euc-jp';

/** One entry under `sources.<kind>`: a path or glob and how its files are read. */
export interface Source {
  readonly kind: Kind;
  /** Position in the list, for messages and ids. */
  readonly index: number;
  /** Paths or globs, relative to the configuration's folder, forward slashes. */
  readonly paths: readonly string[];
  readonly preset?: string | undefined;
  readonly encoding: EncodingName | 'auto';
  /** One character; default: found in the header line. */
  readonly delimiter?: string | undefined;
  /** Line (row of a sheet) of the column names; default: found. */
  readonly headerLine?: number | undefined;
  /** A workbook's sheet, by name or number from 1. */
  readonly sheet?: string | undefined;
  /** Path of keys to the list of records in a JSON file. */
  readonly records?: string | undefined;
  /** `file`: the file's name stands in a column called `file`. */
  readonly nameFrom?: 'file' | undefined;
  readonly decimal?: '.' | ',' | undefined;
  /** Dates inclusive (YYYY-MM-DD) in the configuration's time zone. */
  readonly covers?: { readonly from: string; readonly to: string } | undefined;
  readonly company?: string | undefined;
  readonly allowEmpty: boolean;
  /** Share of a file's rows that may be rejected before the build stops. */
  readonly maxRejectRate: number;
  /** Values that mean "missing" besides the empty field. */
  readonly missing: readonly string[];
  /** Canonical column → mapping; null means: leave this column out. */
  readonly columns: Readonly<Record<string, ColumnMapping | null>>;
  readonly keepLast?: KeepLast | undefined;
  readonly where?: string | undefined;
}

export interface Company {
  readonly id: string;
  readonly name: Names;
  readonly sector?: string | undefined;
  readonly scheme?: string | undefined;
}

/** One value of an export that is known to be wrong. A missing value is null, in `from`, `to` and `key` alike. */
export interface Correction {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly place: Place;
  readonly kind: Kind;
  /** Which row: by its canonical key (a bare text where one column is enough), or by `file` and `line`. */
  readonly key?: string | Readonly<Record<string, string | null>> | undefined;
  /** Path or glob, relative to the configuration's folder: only rows of these files. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
  readonly by: string;
  /** YYYY-MM-DD. */
  readonly on?: string | undefined;
}

export interface Corrections {
  /** As outputs name it: relative to the configuration's folder, or the base name alone. */
  readonly path: string;
  readonly absolute: string;
  /** sha-256 of the file's bytes. */
  readonly sha256: string;
  readonly entries: readonly Correction[];
  /** Where a key of an entry stands: `placeOf([0, 'column'])`. */
  placeOf(path: readonly (string | number)[]): Place;
}

/** From `from` on (YYYY-MM), a chart's limits rest on a new baseline. */
export interface Rebase {
  /** `kind:id`, as the figures name it. */
  readonly scope: string;
  readonly metric: string;
  readonly from: string;
  readonly reason: string;
}

/** From when on a profile is old and a drill due, in days. */
export interface Limits {
  readonly profileAgeDays: number;
  readonly drillDays: number;
}

/** Within what time of `countedFrom` a report to the regulator must be made. */
export interface RegulatorRules {
  readonly firstHours: number;
  readonly finalDays: number;
  readonly countedFrom: 'occurred_at' | 'detected_at';
}

/** Values from which on (of `fallingInputs`: down to which) levels 1–4 are reached; null: never. */
export type RiskBounds = readonly (number | null)[];

export interface RiskDriverRule {
  readonly weight: number;
  readonly required: boolean;
  readonly used: boolean;
  /** By the input's name: bounds of its value, or the level of each finding. */
  readonly inputs: Readonly<Record<string, RiskBounds | Readonly<Record<string, number>>>>;
}

export interface EscalationRule {
  readonly level: number;
  readonly importance: number;
  readonly to: 'company' | 'group';
}

/** How systems' levels are made and condensed upward. */
export interface RiskRules {
  /** By the driver's id, in the methods' order. */
  readonly drivers: Readonly<Record<string, RiskDriverRule>>;
  /** Of importance 1, 2, 3, 4. */
  readonly importanceFactors: readonly number[];
  readonly unknownImportance: number;
  readonly rollUp: {
    /** Levels less for the worst system of importance 1, 2, 3, 4; null: it doesn't count. */
    readonly less: readonly (number | null)[];
    readonly share: number | null;
  };
  readonly escalation: readonly EscalationRule[];
  readonly decisionDays: number;
  readonly external: {
    readonly demand: readonly string[];
    readonly standard: readonly string[];
    readonly limitedImportance: number;
  };
  readonly concentration: { readonly importance: number; readonly share: number; readonly systems: number };
}

export interface Config {
  /** The file as named in messages (its base name or the path given). */
  readonly file: string;
  /** Absolute folder that holds it; relative paths start here. */
  readonly folder: string;
  /** sha-256 of the file's bytes as read (environment variables unresolved). */
  readonly hash: string;
  readonly title: Names;
  readonly group: Names;
  readonly audience: Names;
  readonly confidentiality: Names;
  readonly locales: readonly Locale[];
  readonly timezone: string;
  readonly fiscalYearStart: number;
  readonly currency: string;
  /** As written: ISO 8601; local to `timezone` where it has no zone. */
  readonly asOf?: string | undefined;
  /** So many incidents at most have a page of their own. */
  readonly incidentPages: number;
  readonly sources: Readonly<Record<Kind, readonly Source[]>>;
  readonly companies: readonly Company[];
  /** `per`: the amount of the currency to which the safe-operation index is reckoned. */
  readonly safeOperation: { readonly per: number };
  /** Chances of passing a cap, 0–1, from which it is at risk, or off track. */
  readonly capStatus: { readonly atRisk: number; readonly offTrack: number };
  /** By id, as written: what they extend is not looked up here (src/schemes). */
  readonly schemes: Readonly<Record<string, WrittenScheme>>;
  /** As listed under `signals.rebase`. */
  readonly rebases: readonly Rebase[];
  readonly limits: Limits;
  readonly risk: RiskRules;
  readonly regulator: RegulatorRules;
  readonly corrections?: Corrections | undefined;
  /** Folder of the owners' commentary, relative to the folder; it may not exist. */
  readonly commentary: string;
  /** Folder of what was read before, relative to the folder; undefined: none is kept. */
  readonly cache?: string | undefined;
  /** Where a key stands: `placeOf(['sources', 'incidents', 0, 'where'])`. The nearest existing parent where it is absent. */
  placeOf(path: readonly (string | number)[]): Place;
}
