/** A metric: declared once; the figures, the pages, the methods page, `kado trace` and the tests all read the declaration. */

export type Unit = 'count' | 'minutes' | 'index';
export type Direction = 'lower_is_better' | 'higher_is_better' | 'neither';
export type Breakdown = 'grade' | 'class';

/** Two languages, both required: a definition is never half-translated. */
export interface Both {
  readonly ja: string;
  readonly en: string;
}

/** From rows of a mart (alias `r`, with month and system_id) to one value per month and scope. Above a system, the rows are pooled. */
export interface Pooled {
  readonly kind: 'pooled';
  readonly mart: string;
  /** SQL condition on `r`; which rows contribute. */
  readonly where?: string;
  /** SQL aggregate over the contributing rows. */
  readonly value: string;
  /** The value where no row contributes: 0 for what can be counted, null for what needs at least one row. */
  readonly whenNone: 0 | null;
  /** SQL aggregate in 0–1: the share of the rows that carry what the value needs. */
  readonly coverage?: string;
}

/** A running sum of another metric within the fiscal year. */
export interface Cumulative {
  readonly kind: 'cumulative';
  readonly of: string;
}

export interface Metric {
  readonly id: string;
  readonly name: Both;
  readonly unit: Unit;
  readonly direction: Direction;
  /** What one value is of. */
  readonly grain: Both;
  readonly definition: Both;
  readonly formula: string;
  /** Where the definition comes from. */
  readonly source: string;
  readonly measure: Pooled | Cumulative;
  readonly breakdowns: readonly Breakdown[];
  /** `kind.column` of an input without which the metric has no data, rather than a zero. */
  readonly needs?: string;
}

/** The grain of every metric of this version. */
export const byMonthAndScope: Both = {
  ja: '月 × 範囲（グループ・会社・事業部・システム）',
  en: 'month × scope (group, company, unit, system)',
};
