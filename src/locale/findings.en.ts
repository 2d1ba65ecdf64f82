import type { Counted, FindingWords, Lapse } from './findings.js';

const plural = ({ n, text }: Counted, one: string, many: string): string => `${text} ${n === 1 ? one : many}`;
const days = (d: Counted): string => plural(d, 'day', 'days');

const lapse = ({ unit, systems, days: longest, top }: Lapse, none: string): string =>
  [
    unit
      ? `all ${systems.text} systems${top ? ', highest importance included' : ''}`
      : top
        ? 'of the highest importance'
        : '',
    longest === null ? none : `${unit ? 'up to ' : ''}${longest} days ago`,
  ]
    .filter(Boolean)
    .join(', ');

/** How what a supplier delivers falls short of the attitude. */
const external: Readonly<Record<string, string>> = {
  missing: 'part of what is asked for is missing',
  nothing: 'nothing of what is asked for is delivered',
  unlimited_harm: 'beyond what standard figures may manage',
  not_to_be_used: 'in use, though none may be',
};

export const en: FindingWords = {
  section: 'Needs attention',
  note: 'gravest first; all of them stand on the page “Risk”',
  none: 'No rule finds anything.',
  allFacts: 'All that needs attention',
  kinds: {
    open_critical: 'Critical and still open',
    top_critical: 'Highest importance, critical',
    other_critical: 'Others at critical',
    company_worse: 'Worse',
    recurring_cause: 'Recurring cause',
    cap_exceeded: 'Caps exceeded',
    capacity_limit: 'Close to a limit',
    regulator_overdue: 'Regulator not told in time',
    concentration: 'Concentration',
    decision_overdue: 'Decisions overdue or undone',
    acceptance_ended: 'Acceptances ended',
    profiles_stale: 'Stale profiles',
    drills_lapsed: 'Missed drills',
    register_disagrees: 'Register disagrees',
    external_findings: 'External services',
    reports_missing: 'Reports missing',
  },
  openCritical: (id, age) => `${id}, for ${age}`,
  atLevel: (drivers) => drivers.map((d) => d.toLowerCase()).join(', '),
  worse: ({ n, from, expected, baselineFrom, baselineTo }) =>
    `${n} incidents in six months from ${from}; at the rate of ${baselineFrom} to ${baselineTo}, ${expected}`,
  recurring: (n, cause) =>
    `${plural(n, 'incident', 'incidents')} of one cause within 12 months${cause === null ? '' : `: ${cause}`}`,
  caps: (n) => n.text,
  capacity: (d) => (d.n <= 0 ? 'limit reached' : `${days(d)} to the limit`),
  regulator: (n) => plural(n, 'report', 'reports'),
  concentration: ({ n, of, share, companies, importance }) =>
    `behind ${n} of ${of} systems ${importance === 4 ? 'of the highest importance' : `of importance ${importance} and above`} (${share}), in ${plural(companies, 'company', 'companies')}`,
  cap: (severity, n, cap) =>
    `${severity === '' ? '' : `${severity}: `}${n.text} against a cap of ${cap.text}`,
  sentUpward: (d) => `sent upward ${days(d)} ago, not decided`,
  undone: (d) => `sent upward and decided, not carried out ${days(d)} past its day`,
  decision: (subject, d) => `${subject}, ${days(d)} past due`,
  acceptance: (subject, d) => `${subject === null ? '' : `${subject}, `}ended ${days(d)} ago`,
  profiles: (l) => lapse(l, 'no review on record'),
  drills: (l) => lapse(l, 'none on record'),
  register: (registered, measured) =>
    `${registered === null ? 'not registered' : `registered ${registered.toLowerCase()}`}, measured ${measured.toLowerCase()}`,
  external: (supplier, finding) => `${supplier}: ${external[finding] ?? finding}`,
  report: (month) => `for ${month}`,
  others: (n) => plural(n, 'other', 'others'),
  between: '; ',
  brackets: (text) => ` (${text})`,
  verdict: ({ level, deciding, first, others }) =>
    deciding === null
      ? `The risk level is ${level.toLowerCase()}.`
      : deciding === 'share' || first === null
        ? `The risk level is ${level.toLowerCase()} by the share of systems, weighted by importance.`
        : `The risk level is ${level.toLowerCase()} because of ${first}${others.n === 0 ? '' : ` and ${plural(others, 'other system', 'other systems')}`}.`,
  incidents: ({ month, incidents, critical, open, atMonthEnd }) =>
    [
      `${plural(incidents, 'incident', 'incidents')} in ${month}`,
      critical === null ? '' : `, ${critical.n === 0 ? 'none' : critical.text} critical`,
      open === null
        ? '; how many are open is not known'
        : `; ${open.n === 0 ? 'none' : open.text} open ${atMonthEnd ? 'at its end' : 'at as-of'}`,
      '.',
    ].join(''),
  matrix: {
    section: 'Importance × risk level',
    note: 'number of systems; each leads to its list',
    corner: 'Importance',
    unknown: 'Unknown',
  },
  byLevel: 'Systems by level',
  worst: 'Gravest system',
  place: 'Company, unit',
  reasons: 'Main drivers',
  all: (systems, at) =>
    `Of ${plural(systems, 'system', 'systems')}: ${at.map(({ level, text }) => `${text} ${level.toLowerCase()}`).join(', ')}.`,
  unknown: (n) => `no data on ${n.text}`,
  noReason: 'no driver above none',
};
