/** Words of the facts that readers should see first, of the matrix of systems and of the page of all of them. Whole sentences per language. */

export type FindingWord =
  | 'open_critical'
  | 'top_critical'
  | 'other_critical'
  | 'company_worse'
  | 'recurring_cause'
  | 'cap_exceeded'
  | 'capacity_limit'
  | 'regulator_overdue'
  | 'concentration'
  | 'decision_overdue'
  | 'acceptance_ended'
  | 'profiles_stale'
  | 'drills_lapsed'
  | 'register_disagrees'
  | 'external_findings'
  | 'reports_missing';

/** A number for the grammar, and as it is shown. */
export interface Counted {
  readonly n: number;
  readonly text: string;
}

/** A whole unit, or one system of it, past a limit. */
export interface Lapse {
  readonly unit: boolean;
  readonly systems: Counted;
  /** Of the longest; null: none is on record. */
  readonly days: string | null;
  /** Whether a system of the highest importance is among them. */
  readonly top: boolean;
}

export interface LevelVerdict {
  readonly level: string;
  /** null: a system's own, or nothing is known. */
  readonly deciding: 'top' | 'next' | 'share' | null;
  /** The deciding system, or the first of them, as this page names it. */
  readonly first: string | null;
  readonly others: Counted;
}

export interface FindingWords {
  readonly section: string;
  readonly note: string;
  /** Under a list that is empty. */
  readonly none: string;
  /** Where all of them stand. */
  readonly allFacts: string;
  readonly kinds: Readonly<Record<FindingWord, string>>;
  /** Each stands in brackets behind the name of what it is about. */
  openCritical(id: string, age: string): string;
  atLevel(drivers: readonly string[]): string;
  worse(w: {
    readonly n: string;
    readonly from: string;
    readonly expected: string;
    readonly baselineFrom: string;
    readonly baselineTo: string;
  }): string;
  recurring(n: Counted, cause: string | null): string;
  caps(n: Counted): string;
  capacity(days: Counted): string;
  regulator(n: Counted): string;
  concentration(c: {
    readonly n: string;
    readonly of: string;
    readonly share: string;
    readonly companies: Counted;
    readonly importance: number;
  }): string;
  /** The count against the cap, of a grade or class where it is one's ('': of all). */
  cap(severity: string, n: Counted, cap: Counted): string;
  sentUpward(days: Counted): string;
  /** Sent upward, decided, and not carried out by its day. */
  undone(days: Counted): string;
  decision(subject: string, days: Counted): string;
  acceptance(subject: string | null, days: Counted): string;
  profiles(l: Lapse): string;
  drills(l: Lapse): string;
  /** `registered` null: nothing is. */
  register(registered: string | null, measured: string): string;
  external(supplier: string, finding: string): string;
  report(month: string): string;
  others(n: Counted): string;
  readonly between: string;
  brackets(text: string): string;
  /** The first sentence of a page whose scope has a level. */
  verdict(v: LevelVerdict): string;
  /** The second one. */
  incidents(v: {
    readonly month: string;
    readonly incidents: Counted;
    /** null: it can't be said. */
    readonly critical: Counted | null;
    readonly open: Counted | null;
    /** Whether the figures are of the month's end, or of an as-of before it. */
    readonly atMonthEnd: boolean;
  }): string;
  readonly matrix: {
    readonly section: string;
    readonly note: string;
    readonly corner: string;
    /** The row of importances that aren't known: short, as the others are. */
    readonly unknown: string;
  };
  readonly byLevel: string;
  readonly worst: string;
  readonly place: string;
  readonly reasons: string;
  /** On the page of all systems: how many there are, and how many at each level that has any. */
  all(systems: Counted, at: readonly { readonly level: string; readonly text: string }[]): string;
  /** Drivers without data, beside the reasons. */
  unknown(n: Counted): string;
  readonly noReason: string;
}
