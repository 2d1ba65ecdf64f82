import type { VoiceWords } from './voice.js';

const reports = (n: string): string => `${n} ${n === '1' ? 'report' : 'reports'}`;

export const en: VoiceWords = {
  regulator: {
    section: 'Reports to the regulator',
    columns: { report: 'Report', due: 'Due', over: 'Overdue by' },
    reports: { first: 'First report', final: 'Final report' },
    incidents: 'Incidents with an overdue report',
    found: (overdue, due) =>
      `${reports(overdue)} ${overdue === '1' ? 'is' : 'are'} overdue; ${due} not yet due.`,
    noneOverdue: (due) => `No report is overdue; ${due} not yet due.`,
    noneWaiting: 'No report is outstanding for incidents recorded as reportable.',
    unknown:
      'Not known: the exports do not give both which incidents must be reported and when reports were made.',
    unrecorded: (n) =>
      n === '1'
        ? 'For 1 incident of the month it is not recorded whether it must be reported.'
        : `For ${n} incidents of the month it is not recorded whether they must be reported.`,
    withinTime: 'Within time',
    note: (shown, all) => `${shown} of ${all}, earliest due first`,
  },
  signOff: {
    section: 'Prepared, checked, approved',
    prepared: 'Prepared',
    checked: 'Checked',
    approved: 'Approved',
    unsigned: { prepared: 'Not signed', checked: 'Not checked', approved: 'Not approved' },
    noDay: 'no date given',
    noName: 'no name given',
    edition: (name) => `Edition ${name}`,
    draft: 'This report is a draft: it has not been approved.',
    absent: 'Nothing is recorded of who prepared, checked and approved this month. This report is a draft.',
  },
  commentary: {
    section: "Owner's commentary",
    ownWords: "The owner's own words; nothing here was computed by the report.",
    signed: (name, day) => `Signed: ${name}, ${day}`,
    otherLanguage: 'Shown as written, in Japanese.',
    missing: 'The commentary has not been written.',
  },
};
