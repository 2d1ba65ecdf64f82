/** The labels of the report's frame and charts: what each locale file must hold. */
export interface Labels {
  /** The language's own name, for the switch. */
  readonly languageName: string;
  readonly chrome: {
    readonly skip: string;
    readonly nav: string;
    readonly trail: string;
    readonly languages: string;
    readonly asOf: string;
    readonly build: string;
    /** `2026年10月分` */
    readonly reportMonth: (month: string) => string;
    readonly edition: (edition: string) => string;
    /** Between group and audience. */
    readonly groupSeparator: string;
  };
  readonly chart: {
    readonly table: string;
    readonly month: string;
    readonly count: string;
    /** Above an axis of counts; of durations. */
    readonly countUnit: string;
    readonly timeUnits: Readonly<Record<'minute' | 'hour' | 'day', string>>;
    readonly minutes: string;
    readonly total: string;
    readonly range: string;
    readonly state: string;
    readonly complete: string;
    readonly incomplete: string;
    readonly median: string;
    readonly p90: string;
    /** A class of durations; null: open at that end. */
    readonly between: (from: string | null, to: string | null) => string;
    /** Ticks of a time axis in minutes. */
    readonly ticks: Readonly<Record<1 | 10 | 60 | 1440 | 10080 | 43200, string>>;
  };
}
