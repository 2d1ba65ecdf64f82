/** One published number, and its name. */

/** In the order in which files and pages list them. */
export const scopeKinds = [
  'group',
  'company',
  'unit',
  'system',
  'layer',
  'flow',
  'theme',
  'supplier',
] as const;
export type ScopeKind = (typeof scopeKinds)[number];
export type Status =
  | ''
  | 'on_track'
  | 'at_risk'
  | 'off_track'
  | 'too_early'
  | 'met'
  | 'not_met'
  | 'no_data'
  | 'not_applicable';

export interface Figure {
  readonly figure_id: string;
  readonly month: string;
  readonly metric: string;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string;
  /** Empty, `grade:<grade>` or `class:<class>`. */
  readonly breakdown: string;
  readonly value: number | null;
  readonly unit: string;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly target: number | null;
  readonly status: Status;
  /** 0–1: the share of the contributing rows that carry what the figure needs. */
  readonly coverage: number | null;
  readonly complete: boolean;
  readonly source_rows: number;
}

/** The columns of figures.csv, in order (contract.md, "Outputs"). */
export const figureColumns = [
  'figure_id',
  'month',
  'metric',
  'scope_kind',
  'scope_id',
  'breakdown',
  'value',
  'unit',
  'lower',
  'upper',
  'target',
  'status',
  'coverage',
  'complete',
  'source_rows',
] as const;

/** `<month>/<metric>/<scope_kind>:<scope_id>[/<breakdown>]`, ids percent-encoded as DuckDB's url_encode does (RFC 3986 unreserved kept). */
export function figureId(
  month: string,
  metric: string,
  kind: ScopeKind,
  scopeId: string,
  breakdown = '',
): string {
  const [dimension, ...value] = breakdown.split(':');
  const tail = breakdown === '' ? '' : `/${dimension}:${encodeId(value.join(':'))}`;
  return `${month}/${metric}/${kind}:${encodeId(scopeId)}${tail}`;
}

/** Percent-encoding that leaves only RFC 3986's unreserved characters. */
export function encodeId(id: string): string {
  return encodeURIComponent(id).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
