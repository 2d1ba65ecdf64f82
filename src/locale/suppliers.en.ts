import type { Count, SupplierWords } from './suppliers.js';

const some = ({ n, text }: Count, one: string, many = `${one}s`): string => `${text} ${n === 1 ? one : many}`;
const of = (system: string | null, text: string): string =>
  system === null ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : `${system}: ${text}`;

export const en: SupplierWords = {
  findings: {
    not_to_be_used: 'In use though it is not to be used',
    unlimited_harm: 'Managed by standard figures alone although the harm of a stop is not limited',
    nothing: 'Nothing of what is asked is reported',
    missing: 'Part of what is asked is not reported',
    kept: 'As asked',
    unstated: 'Attitude not stated',
    unknown: 'What is reported is not known',
  },
  reports: { on_time: 'on time', late: 'late', missing: 'missing', owed: 'not yet due' },
  columns: {
    supplier: 'Supplier',
    system: 'System',
    systems: 'Systems',
    companies: 'Companies',
    share: 'Share of all of them',
    gravest: 'Highest level among them',
    findings: 'Mismatches',
    role: 'Role',
    until: 'Contract ends',
    attitude: 'Attitude',
    delivered: 'Reported',
    missing: 'Not reported',
    finding: 'Finding',
    reported: 'Month reported',
    due: 'Due',
    submitted: 'Submitted',
    state: 'State',
    risk: 'Risk',
    registered: 'Registered level',
    rating: 'Likelihood × impact',
    treatment: 'Treatment',
    owner: 'Owner',
    overdue: 'Days overdue',
  },
  top: (importance) =>
    importance === 4 ? 'systems of the highest importance' : `systems of importance ${importance} and above`,
  topColumn: (importance) =>
    importance === 4 ? 'Of highest importance' : `Of importance ${importance} and above`,
  sections: {
    suppliers: 'On which suppliers does most depend?',
    services: 'Is what is asked of external services delivered?',
    ofSystem: 'Do its suppliers and external services report what is asked?',
    systems: 'The systems behind which it stands',
    reports: 'Are its monthly reports in?',
    register: 'Do the risk register and measurement agree?',
  },
  notes: {
    services:
      'attitudes as the profiles state them; mismatches first; no export says when a contract began, so it counts in every month until it ends',
    suppliers: (top, unknown) =>
      `concentrations first, then by ${top}, of all of which the share is; a system of unknown importance counts as one of ${unknown}; suppliers are told apart as the exports spell them`,
    register:
      "open at the month's end; nobody records when a risk was closed, so a closed one stands in no month; measured: the highest level of the other drivers",
    reports: 'due in the month, or not submitted yet',
  },
  nothingMissing: 'nothing',
  noneDelivered: 'nothing',
  allDelivered: 'every aspect',
  kept: ({ text }) => `${text} as asked`,
  noEnd: 'open-ended',
  daysLeft: (days) => `in ${some(days, 'day')}`,
  ended: (days) => `ended ${some(days, 'day')} ago`,
  overdueBy: (days) => `${some(days, 'day')} overdue`,
  importanceUnknown: (counted) => `counts as ${counted}`,
  behind: (suppliers, systems) =>
    `${some(suppliers, 'supplier stands', 'suppliers stand')} behind ${some(systems, 'system')}.`,
  concentrations: (list) => `Concentration: ${list.join('; ')}.`,
  concentration: (c) =>
    `${c.supplier} (${c.n} of the ${c.all} ${c.top}, ${c.share}, in ${some(c.companies, 'company', 'companies')})`,
  noConcentration: (top, share, systems) =>
    `No supplier reaches the bounds of a concentration: ${share} of the ${top}, and at least ${systems} of them.`,
  services: (all, disagree, unsaid) =>
    [
      disagree.n === 0
        ? `Of ${some(all, 'external service')}, none departs from the attitude taken to it.`
        : `Of ${some(all, 'external service')}, ${disagree.text} ${disagree.n === 1 ? 'departs' : 'depart'} from the attitude taken to ${disagree.n === 1 ? 'it' : 'them'}.`,
      unsaid.n === 0
        ? ''
        : ` ${unsaid.text} can't be judged: no attitude is stated, or what is reported is not known.`,
    ].join(''),
  oneSupplier: (name, systems, companies) =>
    `${name} stands behind ${some(systems, 'system')} in ${some(companies, 'company', 'companies')}.`,
  ofTop: ({ n, all, top, share, concentrated }) =>
    n.n === 0
      ? `None of the ${all} ${top} is among them.`
      : `${n.text} of the ${all} ${top} (${share}) ${n.n === 1 ? 'depends' : 'depend'} on it${concentrated ? ': a concentration' : ''}.`,
  noSystems: (name, month) =>
    `${name} stands behind no system in ${month}: it is named in records of incidents, or its contracts have ended.`,
  oneSupplierServices: (disagree, unsaid) =>
    [
      disagree.n === 0
        ? 'No service departs from the attitude taken to it.'
        : `${some(disagree, 'service departs', 'services depart')} from the attitude taken to ${disagree.n === 1 ? 'it' : 'them'}.`,
      unsaid.n === 0
        ? ''
        : ` ${unsaid.text} can't be judged: no attitude is stated, or what is reported is not known.`,
    ].join(''),
  notGiven: 'Not known: there is no input of suppliers (system_suppliers).',
  noSupplier: 'No supplier or external service is on record.',
  noReports: 'No report came due this month.',
  noSubmissions: 'Not known: there is no input of submissions (submissions).',
  noRegister: "Can't be compared: there is no input of the risk register (risks).",
  noRisk: 'No risk is open in the register.',
  rating: (likelihood, impact, score) => `${likelihood} × ${impact} = ${score}`,
  notRated: 'not rated',
  disagreements: {
    not_registered: (system, measured) =>
      of(system, `measured at ${measured.toLowerCase()}, but no risk is open in the register.`),
    registered_low: (system, measured, registered, risk) =>
      of(
        system,
        `measured at ${measured.toLowerCase()}, but registered at ${registered.toLowerCase()} (${risk}).`,
      ),
    unrated: (system, measured, risk) =>
      of(
        system,
        `measured at ${measured.toLowerCase()}, but the registered risk has no likelihood and impact (${risk}).`,
      ),
    registered_high: (system, measured, registered, risk) =>
      of(
        system,
        `registered at ${registered.toLowerCase()}, but measured at ${measured.toLowerCase()} (${risk}).`,
      ),
  },
  agree: 'Register and measurement do not contradict each other.',
};
