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
export type Assurance = 'met' | 'missed' | 'mixed';

/** What is said of a headline's movement: never more than the control chart says. */
export interface SignalSentence {
  readonly metric: string;
  readonly variation: Variation;
  /** Which rule of the chart; null for common variation. */
  readonly rule: 'outside' | 'trend' | 'near' | 'shift' | 'gap' | null;
  readonly trial: boolean;
  /** Limits were widened for overdispersion. */
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
      | 'size',
      string
    >
  >;
  readonly sections: Readonly<
    Record<'values' | 'targets' | 'rates' | 'kpi' | 'evidence' | 'signs' | 'signals', string>
  >;
  readonly scopeKinds: Readonly<Record<string, string>>;
  readonly layers: Readonly<Record<string, string>>;
  readonly themes: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<'critical' | 'heavy' | 'other', string>>;
  readonly all: string;
  readonly cannotBeGraded: string;
  readonly notes: {
    readonly values: string;
    readonly targets: string;
    /** "5 of 7 companies". */
    readonly companiesWithCap: (with_: string, all: string) => string;
    readonly rates: (per: string) => string;
    readonly evidence: string;
    readonly signs: string;
    readonly byClass: string;
    readonly byScheme: string;
  };
  readonly signal: (s: SignalSentence) => string;
  readonly notJudged: (reason: 'incomplete' | 'too_few' | 'none') => string;
  readonly caps: (n: {
    readonly all: number;
    readonly exceeded: number;
    readonly off: number;
    readonly atRisk: number;
    readonly early: number;
  }) => string;
  readonly noTargets: string;
  readonly outside: (names: readonly string[], above: boolean) => string;
  readonly noDifference: string;
  readonly noRate: Readonly<Record<string, string>>;
  readonly overlapped: string;
  readonly noEvidence: string;
  readonly noSigns: string;
  readonly signKinds: Readonly<Record<string, string>>;
  /** A list of names, as the language joins them. */
  readonly list: (names: readonly string[]) => string;
}
