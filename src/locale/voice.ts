/** Words of the people behind the report: owners' commentary, signatures, reports to the regulator. */

export interface VoiceWords {
  readonly regulator: {
    readonly section: string;
    readonly columns: Readonly<Record<'report' | 'due' | 'over', string>>;
    readonly reports: Readonly<Record<'first' | 'final', string>>;
    /** Before the published number of incidents with an overdue report. */
    readonly incidents: string;
    /** Counts of reports, as text. */
    found(overdue: string, due: string): string;
    noneOverdue(due: string): string;
    readonly noneWaiting: string;
    readonly unknown: string;
    unrecorded(incidents: string): string;
    readonly withinTime: string;
    note(shown: string, all: string): string;
  };
  readonly signOff: {
    readonly section: string;
    readonly prepared: string;
    readonly checked: string;
    readonly approved: string;
    readonly unsigned: Readonly<Record<'prepared' | 'checked' | 'approved', string>>;
    readonly noDay: string;
    readonly noName: string;
    /** `1` or a name, as the export writes it. */
    edition(name: string): string;
    readonly draft: string;
    readonly absent: string;
  };
  readonly commentary: {
    readonly section: string;
    readonly ownWords: string;
    signed(name: string, day: string): string;
    /** Where the words stand in the other language alone. */
    readonly otherLanguage: string;
    readonly missing: string;
  };
}
