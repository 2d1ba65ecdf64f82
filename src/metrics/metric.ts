/** A metric: declared once; the figures, the pages, the methods page, `kado trace` and the tests all read the declaration. */

/** `share` and `probability` lie in 0–1; `rate` is incidents per configured amount of investment. */
export type Unit =
  | 'count'
  | 'minutes'
  | 'index'
  | 'share'
  | 'probability'
  | 'days'
  | 'rate'
  | 'level'
  | 'score';
export type Direction = 'lower_is_better' | 'higher_is_better' | 'neither';
export type Breakdown = 'grade' | 'class';

/** Two languages, both required: a definition is never half-translated. */
export interface Both {
  readonly ja: string;
  readonly en: string;
}

/**
 * From rows of a mart (alias `r`, with month and system_id; grade, class and scheme where it is broken down) to one value per month and
 * scope. Above a system, the rows are pooled.
 */
export interface Pooled {
  readonly kind: 'pooled';
  readonly mart: string;
  /** SQL condition on `r`; which rows contribute. */
  readonly where?: string;
  /** SQL aggregate over the contributing rows. */
  readonly value: string;
  /**
   * The value where no row contributes: 0 for what can be counted, null (not applicable) for what needs at least one row.
   * Where rows contribute and `value` is NULL: no data if their coverage is 0, else not applicable.
   */
  readonly whenNone: 0 | null;
  /** SQL aggregate in 0–1: the share of the rows that carry what the value needs. */
  readonly coverage?: string;
  /** The rows are of incidents and carry `theme` and `supplier`: they also stand under these scopes. */
  readonly ofIncidents?: true;
  /**
   * The mart where the rows of incidents that harmed several systems (`r.shared`) stand instead, scope by scope, once in each: an
   * incident counts once, however many systems it harmed.
   */
  readonly shared?: string;
  /** SQL aggregate: how many of the rows make the value, where others only tell what is not known. Default: all. */
  readonly sourceRows?: string;
  /** The exact 95 % interval of a count of events (Garwood 1936); only for values that are such counts. */
  readonly interval?: 'garwood';
}

/** Numerator ÷ denominator, both summed over the rows of the scope, never averaged; with the exact binomial 95 % interval. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly mart: string;
  readonly where?: string;
  /** SQL aggregates giving whole numbers, 0 ≤ numerator ≤ denominator; a denominator of 0 is `not_applicable`. */
  readonly numerator: string;
  readonly denominator: string;
  readonly coverage?: string;
  readonly sourceRows?: string;
  readonly ofIncidents?: true;
  /** The mart's rows carry scope_kind and scope_id instead of a system: they stand under what is written there, nowhere else. */
  readonly scoped?: true;
}

/** A running sum of another metric, a count of incidents, within the fiscal year; by grade and class as these stand at the month's own end. */
export interface Cumulative {
  readonly kind: 'cumulative';
  readonly of: string;
}

/**
 * Figures that a mart works out as a whole: `mart.<mart>` has the columns month, scope_kind, scope_id, breakdown, value, lower, upper,
 * target, status, coverage, source_rows. A scope and month without a row has no figure, or gets `whenNone` as its status.
 */
export interface WorkedOut {
  readonly kind: 'worked_out';
  readonly mart: string;
  /** SQL condition on the mart's rows (alias `r`), where several metrics share one. */
  readonly where?: string;
  readonly whenNone?: 'no_data' | 'not_applicable';
  /** The mart has a column `complete` too: of all months that the value is of, not only the last. */
  readonly ownCompleteness?: true;
  /** The kinds of scope that have a figure even where the input is absent; all, unless given. */
  readonly scopes?: readonly string[];
  /** It is of systems and what they make up: no figure stands under themes and suppliers. */
  readonly bySystem?: true;
}

/**
 * A headline has a control chart and the marks of signals.ts. Of counts of events, `at` is the column of `r` with an event's moment: where
 * they are rare, the chart is of days between them. `value`: any other monthly value.
 */
export type Headline = { readonly chart: 'count'; readonly at: string } | { readonly chart: 'value' };

export type Measure = Pooled | Ratio | Cumulative | WorkedOut;

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
  readonly measure: Measure;
  readonly breakdowns: readonly Breakdown[];
  /**
   * What a quarter's or a year's value is. `pooled`: of all its rows (default where there are rows); `last`: of its last month (default of
   * the others; for what is so at a month's end); `worst`: of its worst month (default of shares that a mart works out).
   */
  readonly overMonths?: 'pooled' | 'last' | 'worst';
  readonly headline?: Headline;
  /** Its mart is made from the other figures; such metrics stand last in the registry. */
  readonly afterFigures?: true;
  /** `kind.column` of an input without which the metric has no data, rather than a zero; `a|b` either, `a|b&c` and c too. */
  readonly needs?: string;
}

/** The grain of most metrics. */
export const byMonthAndScope: Both = {
  ja: '月 × 範囲（グループ・会社・事業部・システム・階層・業務フロー）',
  en: 'month × scope (group, company, unit, system, layer, business flow)',
};
/** Of what is reported by units, systems and suppliers. */
export const byMonthAndReporter: Both = {
  ja: '月 × 範囲（グループ・会社・事業部・システム・階層・業務フロー・委託先）',
  en: 'month × scope (group, company, unit, system, layer, business flow, supplier)',
};
/** Of those that count incidents, which name their theme and supplier themselves. */
export const byMonthAndEveryScope: Both = {
  ja: '月 × 範囲（グループ・会社・事業部・システム・階層・業務フロー・テーマ・委託先）',
  en: 'month × scope (group, company, unit, system, layer, business flow, theme, supplier)',
};
