/** Words of what is judged: targets and their status, variation and assurance, rates between companies, evidence. Whole sentences per language. */

export type StatusWord =
  | 'on_track'
  | 'at_risk'
  | 'off_track'
  | 'exceeded'
  | 'too_early'
  | 'met'
  | 'not_met'
  | 'no_data'
  | 'not_applicable';
export type Variation = 'common' | 'better' | 'worse';
export type Assurance = 'consistently_met' | 'consistently_missed' | 'hit_and_miss';

/** What is said of a headline's movement: never more than the control chart says. */
export interface SignalSentence {
  readonly metric: string;
  readonly variation: Variation;
  /** Which rule of the chart; null for common variation. */
  readonly rule: 'outside' | 'trend' | 'two_of_three' | 'shift' | null;
  /** The chart is of days between events: they are rare. */
  readonly gaps: boolean;
  readonly trial: boolean;
  /** For overdispersion limits were widened; of gaps, events of one month were taken as one. */
  readonly widened: boolean;
}

export interface JudgementWords {
  readonly status: Readonly<Record<StatusWord, string>>;
  readonly variation: Readonly<Record<Variation, string>>;
  readonly assurance: Readonly<Record<Assurance, string>>;
  readonly columns: Readonly<
    Record<
      | 'metric'
      | 'value'
      | 'before'
      | 'interval'
      | 'target'
      | 'status'
      | 'coverage'
      | 'scope'
      | 'cap'
      | 'toDate'
      | 'left'
      | 'chance'
      | 'band'
      | 'signal'
      | 'investment'
      | 'rate'
      | 'shrunk'
      | 'limits'
      | 'node'
      | 'quarter'
      | 'actual'
      | 'measure'
      | 'window'
      | 'counts'
      | 'ratio'
      | 'series'
      | 'from'
      | 'kind'
      | 'usual'
      | 'overWarn'
      | 'toLimit',
      string
    >
  >;
  readonly sections: Readonly<
    Record<'values' | 'targets' | 'rates' | 'kpi' | 'evidence' | 'signs' | 'signals' | 'capacity', string>
  >;
  readonly scopeKinds: Readonly<Record<string, string>>;
  readonly layers: Readonly<Record<string, string>>;
  readonly themes: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<'critical' | 'heavy' | 'other', string>>;
  readonly all: string;
  readonly notes: {
    readonly values: string;
    readonly targets: string;
    /** "5 of 7 companies". */
    readonly companiesWithCap: (with_: string, all: string) => string;
    readonly rates: (per: string) => string;
    readonly evidence: string;
    readonly signs: string;
    readonly capacity: string;
  };
  readonly signal: (s: SignalSentence) => string;
  readonly notJudged: (reason: 'incomplete' | 'too_few' | 'none') => string;
  /** Said where the limits were drawn anew. */
  readonly rebased: (month: string, reason: string) => string;
  readonly caps: (n: {
    readonly all: number;
    readonly exceeded: number;
    readonly off: number;
    readonly atRisk: number;
    readonly early: number;
    /** Caps that are set, in a year to date that is not whole. */
    readonly unjudged: number;
  }) => string;
  /** Why a series has no days to its limit, by the mart's word. */
  readonly trends: Readonly<Record<string, string>>;
  readonly capsLeft: (n: number) => string;
  /** Where incidents of the scope have no grade: they may belong to any. */
  readonly ungradedBeside: (n: string) => string;
  readonly notOnTrack: string;
  readonly inCurrency: (amount: string, currency: string) => string;
  /** Instead of a cap that can't be worked out. */
  readonly noCap: string;
  readonly outside: (names: readonly string[], above: boolean) => string;
  readonly noDifference: string;
  /** Where nobody stands outside. */
  readonly noDifferenceAtAll: string;
  readonly notCompared: string;
  readonly outsideMark: Readonly<Record<'above' | 'below', string>>;
  /** Budget or actual. */
  readonly bases: Readonly<Record<string, string>>;
  readonly quarter: (q: number) => string;
  readonly evidence: (side: 'fewer' | 'more' | 'none') => string;
  readonly noRate: Readonly<Record<string, string>>;
  readonly overlapped: string;
  readonly signKinds: Readonly<Record<string, string>>;
  /** A list of names, as the language joins them. */
  readonly list: (names: readonly string[]) => string;
}
