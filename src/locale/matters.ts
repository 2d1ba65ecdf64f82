/** Words of matters for decision, acceptances, the capacity committee and monthly reports. Whole sentences per language. */
import type { Shown } from './words.js';

export interface MattersVerdict {
  readonly waiting: Shown;
  /** Of those waiting. */
  readonly overdue: Shown;
  /** Decided, and not done by its day. */
  readonly undone: Shown;
  /** null: no export of them. */
  readonly ended: Shown | null;
  readonly unapproved: Shown | null;
  readonly missing: Shown | null;
  /** Acceptances that were valid at the valuation and have ended since, by as-of. */
  readonly endedSince: Shown | null;
  /** Whether states are of the month's end, or of an as-of before it. */
  readonly atMonthEnd: boolean;
}

export interface MattersWords {
  readonly verdict: (v: MattersVerdict) => readonly [string, string];
  readonly lead: (v: MattersVerdict) => string;
  readonly sections: Readonly<
    Record<'matters' | 'sent' | 'recorded' | 'capacity' | 'acceptances' | 'submissions', string>
  >;
  readonly notes: {
    readonly sent: string;
    readonly recorded: string;
    readonly capacity: string;
    readonly acceptances: string;
    readonly submissions: string;
    /** The published share of reports on time stands between the two. */
    readonly onTime: readonly [string, string];
  };
  readonly columns: Readonly<
    Record<
      | 'matter'
      | 'addressee'
      | 'system'
      | 'asked'
      | 'level'
      | 'capacityLevel'
      | 'importance'
      | 'since'
      | 'age'
      | 'state'
      | 'due'
      | 'body'
      | 'scope'
      | 'decision'
      | 'month'
      | 'toLimit'
      | 'overWarn'
      | 'signs'
      | 'escalate'
      | 'subject'
      | 'reason'
      | 'approved'
      | 'ends'
      | 'reporter'
      | 'reported'
      | 'submitted'
      | 'late'
      | 'by',
      string
    >
  >;
  readonly states: Readonly<
    Record<'needed' | 'overdue' | 'accepted' | 'decided' | 'done' | 'none' | 'unrecorded', string>
  >;
  /** Under "overdue": what is. */
  readonly overdueOf: Readonly<Record<'decision' | 'doing', string>>;
  readonly acceptanceStates: Readonly<Record<'valid' | 'expired' | 'unapproved' | 'not_begun', string>>;
  readonly submissionStates: Readonly<Record<'missing' | 'late' | 'owed' | 'on_time', string>>;
  readonly bodies: Readonly<Record<'capacity' | 'quality' | 'executive', string>>;
  readonly group: string;
  /** What is asked about a system. */
  readonly asks: (level: string) => string;
  readonly noScope: string;
  readonly noDay: string;
  readonly decidedOn: (day: string) => string;
  readonly doneOn: (day: string) => string;
  readonly approvedBy: (name: string, day: string) => string;
  readonly endedDays: (days: string) => string;
  /** After the valuation, by as-of. */
  readonly endedSince: string;
  readonly acceptedUntil: (day: string) => string;
  readonly escalates: Readonly<Record<'yes' | 'no', string>>;
  readonly gone: string;
  readonly none: Readonly<
    Record<'matters' | 'sent' | 'recorded' | 'capacity' | 'acceptances' | 'submissions', string>
  >;
  readonly absent: Readonly<
    Record<
      'decisions' | 'sentWithout' | 'capacity' | 'capacityRecord' | 'acceptances' | 'submissions',
      string
    >
  >;
  /** In the lead of a page that is about something else; only where any waits. */
  readonly waits: (n: string, overdue: Shown) => string;
  /** Sent upward, and fallen before the record of decisions begins. */
  readonly unrecorded: (n: string) => string;
  /** What is folded away below a list's first rows. */
  readonly rest: (n: string) => string;
  /** Where a list is cut: the way to all of it. */
  readonly all: (n: string) => string;
}
