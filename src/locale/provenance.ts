/** Words of the data page and the methods page. */
export interface ProvenanceWords {
  readonly lead: (buildId: string, asOf: string) => string;
  readonly files: string;
  readonly filesNote: string;
  readonly account: Readonly<
    Record<
      | 'file'
      | 'kind'
      | 'rows'
      | 'staged'
      | 'rejected'
      | 'filtered'
      | 'superseded'
      | 'duplicate'
      | 'encoding'
      | 'bytes'
      | 'covers',
      string
    >
  >;
  readonly kinds: Readonly<Record<string, string>>;
  readonly why: Readonly<Record<string, string>>;
  readonly hashes: string;
  readonly counts: string;
  readonly facts: Readonly<
    Record<
      'unmapped' | 'ungraded' | 'notCounted' | 'afterAsOf' | 'untimed',
      readonly [label: string, meaning: string]
    >
  >;
  readonly rejects: string;
  readonly rejectsNote: (shown: string, all: string) => string;
  readonly noRejects: string;
  readonly reject: Readonly<Record<'place' | 'column' | 'value' | 'reason', string>>;
  readonly corrections: string;
  /** How many corrections there are, and in how many rows. */
  readonly correctionsNote: (count: string, rows: string) => string;
  readonly noCorrections: string;
  readonly correction: Readonly<
    Record<
      'place' | 'kind' | 'key' | 'column' | 'change' | 'nothing' | 'row' | 'reason' | 'by' | 'on',
      string
    >
  >;
  readonly warnings: string;
  readonly warningsNote: (shown: string, all: string) => string;
  readonly noWarnings: string;
  readonly months: string;
  readonly monthsNote: string;
  readonly whole: string;
  readonly part: string;
  readonly declared: string;
  readonly derived: string;
  readonly absent: string;
  readonly absentNote: string;
  readonly downloads: string;
  readonly methods: {
    readonly lead: string;
    readonly metrics: string;
    readonly columns: Readonly<
      Record<'id' | 'unit' | 'direction' | 'grain' | 'formula' | 'source' | 'breakdowns' | 'coverage', string>
    >;
    readonly units: Readonly<Record<string, string>>;
    readonly directions: Readonly<Record<string, string>>;
    readonly breakdowns: Readonly<Record<string, string>>;
    readonly rules: string;
    readonly ruleTexts: readonly (readonly [string, string])[];
    readonly marts: string;
    readonly martsNote: string;
  };
}
