/** The labels and sentences of the pages: what each locale's `words.*.ts` must hold. Sentences are whole, per language, never assembled from fragments. */

/** A count: its value, for the grammar, and its text. */
export interface Shown {
  readonly n: number;
  readonly text: string;
}

/** What the verdict of a page is made from; the texts are already in the page's language, numbers formatted. */
export interface Verdict {
  readonly month: string;
  readonly incidents: Shown;
  /** null: the scope's grades have no critical one. */
  readonly critical: Shown | null;
  /** null: no export says when incidents were restored. */
  readonly open: Shown | null;
  /** Whether the figures are of the month's end, or of an as-of before it. */
  readonly atMonthEnd: boolean;
  /** The gravest open incident: where it is, and its grade. */
  readonly gravestOpen: { readonly place: string; readonly grade: string; readonly age: string } | null;
}

export interface Lead {
  /** The reported month, of which the median is. */
  readonly month: string;
  readonly fiscalYear: string;
  readonly fytd: string;
  readonly fytdBefore: string | null;
  readonly median: string | null;
  readonly overdue: string | null;
}

export interface Words {
  readonly nav: {
    readonly group: string;
    readonly companies: string;
    readonly units: string;
    readonly systems: string;
    readonly across: string;
    readonly risk: string;
    readonly moves: string;
    readonly decisions: string;
    readonly suppliers: string;
    readonly register: string;
    readonly data: string;
    readonly methods: string;
  };
  readonly grades: Readonly<Record<'critical' | 'heavy' | 'other', string>>;
  readonly ungraded: string;
  /** Incidents without a group class, beside those that have one. */
  readonly unclassed: string;
  readonly states: Readonly<Record<string, string>>;
  readonly actionKinds: Readonly<Record<string, string>>;
  readonly productClasses: Readonly<Record<string, string>>;
  readonly processClasses: Readonly<Record<string, string>>;
  readonly unclassified: string;
  readonly unmappedSystem: string;
  readonly unmappedUnit: string;
  readonly unmappedCompany: string;
  readonly wholeCompany: string;
  readonly noTitle: string;
  readonly none: string;
  readonly notApplicable: string;
  readonly notAnIncident: string;
  readonly incompleteMonth: string;
  readonly yes: string;
  readonly no: string;
  readonly verdict: (v: Verdict) => readonly [string, string];
  readonly lead: (l: Lead) => string;
  readonly incompleteNote: string;
  readonly incompleteYear: string;
  readonly columns: Readonly<
    Record<
      | 'grade'
      | 'month'
      | 'fytd'
      | 'fytdBefore'
      | 'open'
      | 'trend'
      | 'company'
      | 'unit'
      | 'system'
      | 'incidents'
      | 'median'
      | 'p90'
      | 'harm'
      | 'index'
      | 'indexMax'
      | 'overdue'
      | 'incident'
      | 'title'
      | 'occurred'
      | 'restored'
      | 'state'
      | 'age'
      | 'duration'
      | 'action'
      | 'kind'
      | 'owner'
      | 'due'
      | 'daysOver'
      | 'content'
      | 'units'
      | 'systems'
      | 'total'
      | 'productClass'
      | 'sector'
      | 'records',
      string
    >
  >;
  readonly sections: Readonly<
    Record<
      | 'byGrade'
      | 'companies'
      | 'units'
      | 'systems'
      | 'open'
      | 'overdue'
      | 'trend'
      | 'restore'
      | 'harm'
      | 'causes'
      | 'profile'
      | 'months'
      | 'recent'
      | 'dataNote'
      | 'systemsByCompany',
      string
    >
  >;
  readonly notes: {
    readonly byGrade: string;
    readonly companies: string;
    /** `ranked`: the grades have a known order. */
    readonly open: (shown: string, all: string, ranked: boolean) => string;
    readonly overdue: (shown: string, all: string, ranked: boolean) => string;
    readonly byGradeGroup: string;
    readonly bySystem: string;
    readonly byRecord: string;
    /** Where grades are a scheme's; where only classes can be added. */
    readonly byScheme: string;
    readonly byClass: string;
    readonly causes: (fiscalYear: string) => string;
    readonly recent: (shown: string, months: string) => string;
    readonly sparkMonths: string;
  };
  readonly findings: {
    readonly trend: (month: string, n: string, last: string) => string;
    readonly trendAlt: (months: string) => string;
    readonly restore: (month: string, n: string, median: string, p90: string) => string;
    readonly restoreUnknown: string;
    readonly openUnknown: string;
    readonly restoreNone: string;
    readonly restoreAlt: string;
    readonly harm: (month: string, duration: string) => string;
    readonly harmAlt: string;
    readonly noneOpen: string;
    readonly noneOverdue: string;
    readonly noActions: string;
    readonly noIncidents: string;
  };
  readonly purposes: Readonly<
    Record<
      | 'executive'
      | 'company'
      | 'unit'
      | 'system'
      | 'across'
      | 'risk'
      | 'moves'
      | 'decisions'
      | 'suppliers'
      | 'supplier'
      | 'form'
      | 'register'
      | 'data'
      | 'methods'
      | 'companies'
      | 'units'
      | 'systems',
      string
    >
  >;
  readonly dataNote: (n: {
    readonly read: string;
    readonly rejected: string;
    readonly unmapped: string;
  }) => string;
  readonly toData: string;
  readonly toMethods: string;
  readonly register: {
    readonly title: (month: string) => string;
    readonly finding: (records: string, incidents: string) => string;
    readonly page: (n: string, all: string) => string;
    readonly former: string;
    readonly next: string;
    readonly months: string;
  };
  readonly profile: Readonly<Record<string, string>>;
  /** Words for the values of a profile's columns that have a fixed list. */
  readonly profileValues: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly durationDays: (n: string) => string;
}
