/** Words of an incident's own page. Whole sentences per language. */
import type { reportTimes, sheetColumns, sheetTimes } from './incidentColumns.js';

type Column = (typeof sheetColumns)[number];
type Time = (typeof sheetTimes)[number] | (typeof reportTimes)[number];

export interface IncidentWords {
  readonly purpose: string;
  /** Which system, of what grade, when it occurred. */
  readonly what: (system: string, grade: string, occurred: string) => string;
  readonly open: (age: string, valued: string) => string;
  readonly restored: (after: string, at: string) => string;
  readonly closed: (after: string, at: string) => string;
  readonly contradictory: string;
  readonly overUnknown: string;
  readonly sections: Readonly<
    Record<
      | 'times'
      | 'content'
      | 'impact'
      | 'systems'
      | 'regulator'
      | 'cause'
      | 'fix'
      | 'actions'
      | 'ties'
      | 'absent',
      string
    >
  >;
  readonly columns: Readonly<Record<Column, string>>;
  readonly times: Readonly<Record<Time, string>>;
  readonly event: string;
  readonly at: string;
  readonly sinceFormer: string;
  readonly sinceOccurred: string;
  /** By the column: its values in words. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly roles: Readonly<Record<'source' | 'affected', string>>;
  readonly role: string;
  readonly harmFrom: string;
  readonly harmTo: string;
  readonly due: (moment: string) => string;
  readonly late: string;
  readonly overdue: string;
  readonly noActions: string;
  readonly actionsUnknown: string;
  readonly action: Readonly<
    Record<
      'kind' | 'content' | 'owner' | 'planned' | 'due' | 'approved' | 'done' | 'verified' | 'rollout',
      string
    >
  >;
  readonly daysOver: (days: string) => string;
  readonly noTies: string;
  readonly tie: Readonly<Record<'earlier' | 'later' | 'told' | 'judged' | 'basis' | 'relation', string>>;
  /** Items that the record leaves empty; items that no export has at all. */
  readonly notGiven: string;
  readonly notSupplied: string;
  readonly allGiven: string;
  readonly between: string;
  readonly inCurrency: (amount: string, currency: string) => string;
  /** In the register: how many had no room. */
  readonly left: (n: string, kept: string) => string;
}
