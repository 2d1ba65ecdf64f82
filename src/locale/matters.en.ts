import type { MattersWords } from './matters.js';
import type { Shown } from './words.js';

const plural = ({ n, text }: Shown, one: string, many: string): string => `${text} ${n === 1 ? one : many}`;

export const en: MattersWords = {
  verdict: (v) => [
    v.waiting.n === 0
      ? 'No matter waits for a decision.'
      : v.overdue.n === 0
        ? `${plural(v.waiting, 'matter waits', 'matters wait')} for a decision, none past its day.`
        : v.waiting.n === 1
          ? '1 matter waits for a decision, and is overdue.'
          : `${v.waiting.text} matters wait for a decision, ${v.overdue.text} of them overdue.`,
    [
      v.ended === null
        ? ''
        : v.ended.n === 0
          ? 'No acceptance of a risk has ended.'
          : `${plural(v.ended, 'acceptance of a risk has', 'acceptances of risks have')} ended.`,
      v.missing === null
        ? ''
        : v.missing.n === 0
          ? 'No monthly report is missing.'
          : `${plural(v.missing, 'monthly report is', 'monthly reports are')} missing.`,
    ]
      .filter(Boolean)
      .join(' '),
  ],
  lead: (v) =>
    [
      `States are those at ${v.atMonthEnd ? 'the end of the month' : 'as-of'}.`,
      v.undone.n === 0
        ? 'Nothing that was decided is past the day by which it was to be done.'
        : v.undone.n === 1
          ? '1 decision is past the day by which it was to be done.'
          : `${v.undone.text} decisions are past the day by which they were to be done.`,
      v.unapproved !== null && v.unapproved.n > 0
        ? v.unapproved.n === 1
          ? '1 acceptance has no recorded approval and counts for nothing.'
          : `${v.unapproved.text} acceptances have no recorded approval and count for nothing.`
        : '',
      v.endedSince !== null && v.endedSince.n > 0
        ? `${plural(v.endedSince, 'acceptance has', 'acceptances have')} ended between then and as-of.`
        : '',
      v.ended === null ? 'No export of acceptances is configured.' : '',
      v.missing === null ? 'No export of submitted monthly reports is configured.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  sections: {
    matters: 'Matters for decision',
    sent: 'Sent upward',
    recorded: 'Agenda and decisions',
    capacity: 'For the capacity committee',
    acceptances: 'Accepted risks',
    submissions: 'Monthly reports',
  },
  notes: {
    sent: 'by the rules on risk levels; each stays, whatever its level, until a decision is recorded',
    recorded: "from the bodies' records; age from the last day of the month of the agenda",
    capacity: 'at watch by days to a limit or days over warning, or with an early sign',
    acceptances: 'valid through their last day; without an approver and a day of approval never valid',
    submissions: 'units, systems and suppliers by one rule; a report stays missing until it comes',
    onTime: ['Of the reports that came due in the month, on time: ', '.'],
  },
  columns: {
    matter: 'Matter',
    addressee: 'To',
    system: 'System',
    asked: 'Level when asked',
    level: 'Level now',
    capacityLevel: 'Level of capacity',
    importance: 'Importance',
    since: 'Since',
    age: 'Age',
    state: 'State',
    due: 'Due',
    body: 'Body',
    scope: 'On',
    decision: 'Decision',
    month: 'Agenda of',
    toLimit: 'To the limit',
    overWarn: 'Over warning',
    signs: 'Early signs',
    escalate: 'Escalated',
    subject: 'Subject',
    reason: 'Reason',
    approved: 'Approved',
    ends: 'Ends',
    reporter: 'Who reports',
    reported: 'Report for',
    submitted: 'Submitted',
    late: 'Late by',
    by: 'By',
  },
  states: {
    needed: 'To decide',
    overdue: 'Overdue',
    accepted: 'Accepted',
    decided: 'Decided',
    done: 'Done',
    none: 'No record',
    unrecorded: 'Decision not known',
  },
  overdueOf: { decision: 'not decided', doing: 'decided, not done' },
  acceptanceStates: { valid: 'Valid', expired: 'Ended', unapproved: 'Not approved', not_begun: 'Not begun' },
  submissionStates: { missing: 'Missing', late: 'Late', owed: 'Not yet due', on_time: 'On time' },
  bodies: { capacity: 'Capacity committee', quality: 'Quality meeting', executive: 'Executive committee' },
  group: 'Group',
  asks: (level) => `what to do about risk level “${level}”`,
  noScope: 'none recorded',
  noDay: 'none set',
  decidedOn: (day) => `decided ${day}`,
  doneOn: (day) => `done ${day}`,
  approvedBy: (name, day) => `${name}, ${day}`,
  endedDays: (days) => `${days} ago`,
  endedSince: 'ended by as-of',
  acceptedUntil: (day) => `until ${day}`,
  escalates: { yes: 'to be escalated', no: 'not to be escalated' },
  gone: 'no longer there',
  none: {
    matters: 'No matter waits for a decision.',
    sent: 'The rules send nothing upward.',
    recorded: 'Nothing is on the agenda.',
    capacity: 'The capacity committee has no system to look at.',
    acceptances: 'No acceptance of a risk is recorded.',
    submissions: 'No report came due in this month, and none is awaited.',
  },
  absent: {
    decisions: 'No export of decisions is configured, so the agenda and the decisions are not known.',
    sentWithout:
      'No export of decisions is configured, so it is not known what was decided; whatever a rule holds for now is listed as undecided.',
    capacity: 'No export of capacity is configured, so there is no list.',
    capacityRecord: "No export of decisions is configured, so the committee's decisions are not known.",
    acceptances: 'No export of acceptances is configured, so it is not known which risks are accepted.',
    submissions:
      'No export of submitted monthly reports is configured, so it is not known which were submitted.',
  },
  unrecorded: (n) =>
    `${n} that a rule sent upward, and no rule any longer, before the record of decisions begins: whether they were decided is not known`,
  waits: (n, overdue) =>
    `${n === '1' ? '1 matter waits' : `${n} matters wait`} for a decision${overdue.n > 0 ? `, ${overdue.text} of them overdue` : ''}.`,
  rest: (n) => `The other ${n}`,
  all: (n) => `All ${n}`,
};
