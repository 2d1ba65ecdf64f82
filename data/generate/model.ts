/** The demo's own shapes. Times are milliseconds of a wall clock in Asia/Tokyo (which has no summer time). */

export type CompanyId = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g';
export type Sector = 'finance' | 'transport' | 'manufacturing';
export type Grade = 'critical' | 'heavy' | 'other';
export type State = 'open' | 'in_progress' | 'on_hold' | 'restored' | 'closed' | 'canceled';

/** Japanese name, English name, importance 1–4 (4 highest), and anything that the sector's CMDB adds. */
export type SystemEntry = readonly [ja: string, en: string, importance: 1 | 2 | 3 | 4, extra?: SystemExtra];

export interface SystemExtra {
  readonly layer?: 'application_platform' | 'it_platform';
  readonly importanceClass?: 'life' | 'all_employees' | 'orders' | 'payment' | 'internal' | 'catalog';
  readonly customers?: boolean;
  readonly terminal?: boolean;
}

export interface UnitEntry {
  readonly slug: string;
  readonly ja: string;
  readonly en: string;
  /** Business flow in which its systems take part. */
  readonly flow: string;
  readonly owner: string;
  readonly systems: readonly SystemEntry[];
}

export interface CompanyEntry {
  readonly id: CompanyId;
  readonly sector: Sector;
  /** Incidents in an ordinary month at scale 1, and their variance ÷ mean. */
  readonly mean: number;
  readonly dispersion: number;
  readonly places: readonly string[];
  readonly suppliers: readonly string[];
  readonly people: readonly string[];
  readonly units: readonly UnitEntry[];
}

export interface System {
  readonly id: string;
  readonly company: CompanyId;
  readonly unit: string;
  readonly ja: string;
  readonly en: string;
  readonly flow: string;
  readonly owner: string;
  readonly importance: 1 | 2 | 3 | 4;
  readonly extra: SystemExtra;
  readonly supplier: string | undefined;
  /** Share of its company's incidents, before normalising. */
  readonly weight: number;
  readonly users: number;
  readonly usualAmount: number;
  readonly allowedStop: number;
}

/** One incident in the contract's words; an export layout puts it into its company's own. */
export interface Incident {
  id: string;
  company: CompanyId;
  system: System;
  /** As written in the export: '' and unknown ids are possible. */
  systemId: string;
  occurred: number;
  detected: number;
  registered: number;
  restored: number | undefined;
  closed: number | undefined;
  state: State;
  severity: Grade;
  /** Canonical columns that are plain text by now; an absent one is empty. */
  fields: Readonly<Record<string, string>>;
  /** Canonical columns that are further moments. */
  times: Readonly<Record<string, number | undefined>>;
  cause: string;
  recursOf: string;
  /** The incident that this one repeats, until it is numbered and `recursOf` can be written. */
  earlier?: Incident | undefined;
  /** Text instead of the date, for a date that no calendar has. */
  occurredText?: string;
  /** Writes one field too many. */
  extraField?: boolean;
  /** What this row is doing here, where it is dirty on purpose. */
  dirt?: string;
}

export interface Action {
  readonly id: string;
  readonly incident: string;
  readonly kind: 'provisional' | 'prevention' | 'rollout';
  readonly content: string;
  readonly owner: string;
  readonly planned: number;
  readonly due: number;
  readonly approved: number | undefined;
  readonly done: number | undefined;
  readonly verified: number | undefined;
  readonly rolloutSystem: string;
  readonly severity: Grade;
  readonly dirt?: string;
}
