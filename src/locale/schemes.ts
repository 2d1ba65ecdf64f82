/** Words of the pages of schemes. */
export interface SchemeWords {
  readonly schemes: string;
  /** The way to the list of them. */
  readonly all: string;
  readonly indexLead: string;
  /** Under a scheme's name: what it protects, and whose it is. */
  readonly lead: (value: string) => string;
  readonly usedBy: string;
  /** On a company's page, before the link to its scheme. */
  readonly ofCompany: string;
  readonly origin: string;
  readonly origins: Readonly<Record<'survey' | 'kado' | 'company', string>>;
  readonly grades: string;
  /** Texts are formatted; `ungraded` null: all are graded. */
  readonly finding: (year: string, incidents: string, ungraded: string | null) => string;
  readonly gradesNote: (year: string, month: string) => string;
  readonly grade: string;
  readonly class: string;
  readonly classes: Readonly<Record<'critical' | 'heavy' | 'other', string>>;
  /** A class that is told by rules: one rule after the other. */
  readonly classRule: (name: string) => string;
  /** The last of such rules, which always holds. */
  readonly otherwise: (name: string) => string;
  readonly total: string;
  readonly ungraded: string;
  /** Graded, but the class can't be told. */
  readonly unclassed: string;
  readonly noneMissing: string;
  readonly missing: string;
  readonly missingNote: string;
  readonly severity: string;
  readonly severityOrder: string;
  readonly rule: string;
  readonly scores: string;
  readonly scoresNote: string;
  readonly score: string;
  readonly expression: string;
  readonly importance: string;
  readonly importanceNote: (month: string) => string;
  readonly level: string;
  readonly levels: Readonly<Record<'1' | '2' | '3' | '4', string>>;
  readonly levelUnknown: string;
  readonly systems: string;
  readonly drivesTargets: string;
  readonly drives: Readonly<Record<'true' | 'false' | 'null', string>>;
  readonly targets: string;
  readonly capRule: (grade: string, cap: number | undefined, less: number | undefined) => string;
  readonly noRules: string;
  readonly rulesNote: string;
  readonly fields: string;
  readonly fieldsNote: string;
  readonly allFields: string;
  readonly counting: string;
  readonly counts: string;
  readonly impactFactor: string;
  readonly terminal: string;
  readonly survey: string;
  readonly surveyNote: string;
  readonly surveyRows: Readonly<
    Record<
      'value' | 'importance' | 'drivesTargets' | 'severity' | 'setBy' | 'target' | 'attained' | 'reported',
      string
    >
  >;
  /** Columns of the incident record, and what is derived from them, by canonical name. */
  readonly incidentFields: Readonly<Record<string, string>>;
}
