/** Inputs of drivers in English: a clause for whatever each may say, and the noun that it counts. */
import { formatsOf } from './format.js';
import { amountText, type InputFact, inputUnits, type RowFact, type ThresholdFact } from './why.js';

const f = formatsOf('en');
const plural = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many);
const days = (n: number): string => `${f.number(n)} ${plural(n, 'day')}`;

export const classes: Readonly<Record<string, string>> = {
  critical: 'critical',
  heavy: 'heavy',
  other: 'other',
};

const nouns: Readonly<Record<string, string>> = {
  recurring_cause: 'incident',
  actions_overdue: 'action',
  regulator_overdue: 'incident',
  capacity_signs: 'early sign',
  sla_breaches: 'indicator',
  failed_changes: 'change',
  changes_causing_incidents: 'change',
  bad_aspects: 'aspect',
  lapsed_exceptions: 'exception',
};

/** `12 days`, `3 incidents`, `27%`. */
export function measured(input: string, value: number, bounds: readonly number[] = []): string {
  const text = amountText(f, input, value, bounds);
  if (inputUnits[input] === 'days') return `${text} ${plural(value, 'day')}`;
  const noun = nouns[input];
  return noun === undefined ? text : `${text} ${plural(value, noun)}`;
}

const charts: Readonly<Record<string, string>> = {
  outside: 'a point outside the limits',
  trend: 'seven points in one direction',
  two_of_three: 'two of three points near one limit',
  shift: 'seven points on one side of the centre',
};
const reviews: Readonly<Record<string, string>> = {
  passed: 'passed',
  conditional: 'passed on conditions',
  stopped: 'stopped',
};
export const attitudes: Readonly<Record<string, string>> = {
  kept: 'everything asked for is delivered',
  missing: 'part of what is asked for is not delivered',
  nothing: 'nothing of what is asked for is delivered',
  unlimited_harm: 'only standard figures, though the harm of a sudden stop is not limited',
  not_to_be_used: 'in use though the profile rules external services out',
};

type Clause = (n: number, text: string, category: string | null) => string;
/** Where nothing stands there: a value of 0, or none. */
const nothing: Readonly<Record<string, string>> = {
  cap_chance: 'no chance of passing a yearly cap',
  incidents_worse: 'the control chart of incidents raises no alarm',
  recurring_cause: 'no cause has come twice within 12 months',
  gravest_class: 'no incident this month',
  impact_minutes: 'no time of harm this month',
  stop_share: 'not unavailable within service hours',
  open_class: 'no incident is open',
  open_days: 'no incident has been open for a day',
  actions_overdue: 'no action is overdue',
  overdue_days: 'no action is past its day',
  regulator_overdue: 'no report to the regulator is overdue',
  days_to_limit: 'no series is approaching its limit',
  over_warn_days: 'no day past a warning level',
  capacity_signs: 'no early sign in capacity',
  sla_breaches: 'every agreed service level is kept',
  failed_changes: 'no change of the month failed',
  changes_causing_incidents: 'no change caused an incident',
  last_review: 'no review stands against it',
  attitude: 'no supplier stands out',
  contract_days: 'no contract is about to end',
  worst_status: 'every aspect was observed at 0 of 3',
  bad_aspects: 'no aspect was observed at 3 of 3',
  profile_age_days: 'the profile was reviewed on the last day',
  drill_days: 'a drill was held on the last day',
  switchover_days: 'a switch-over test was held on the last day',
  risk_score: 'no open risk in the register',
  treatment_days: 'no treatment is past its day',
  lapsed_exceptions: 'no exception from a standard has lapsed',
};

const clauses: Readonly<Record<string, Clause>> = {
  cap_chance: (n, text) =>
    n >= 1 ? 'a yearly cap is exceeded' : `the chance of ending the year above a cap is ${text}`,
  incidents_worse: (_n, _t, c) => `the control chart of incidents raises an alarm: ${charts[c ?? ''] ?? c}`,
  recurring_cause: (n, text) =>
    n <= 1 ? nothing.recurring_cause! : `${text} of one and the same cause within 12 months`,
  gravest_class: (_n, _t, c) => `the gravest incident of the month is of class ${classes[c ?? ''] ?? c}`,
  impact_minutes: (_n, text) => `${text} of harm this month`,
  stop_share: (_n, text) => `unavailable within service hours for ${text} of the allowed stop`,
  open_class: (_n, _t, c) => `an incident of class ${classes[c ?? ''] ?? c} is open`,
  open_days: (_n, text) => `the oldest open incident has been open for ${text}`,
  actions_overdue: (n, text) => `${text} ${plural(n, 'is', 'are')} overdue`,
  overdue_days: (_n, text) => `the longest overdue action is ${text} past its day`,
  regulator_overdue: (_n, text) => `of ${text} a report to the regulator is overdue`,
  days_to_limit: (n, text) =>
    n <= 0 ? 'a limit of capacity is reached' : `${text} until a limit of capacity`,
  over_warn_days: (_n, text) => `${text} past a warning level of capacity`,
  capacity_signs: (_n, text) => `${text} in capacity`,
  sla_breaches: (n, text) =>
    `${text} of agreed service levels ${plural(n, 'misses its target', 'miss their targets')}`,
  failed_changes: (_n, text) => `${text} of the month failed`,
  changes_causing_incidents: (_n, text) => `${text} caused incidents`,
  last_review: (_n, _t, c) => `the last review by operations: ${reviews[c ?? ''] ?? c}`,
  attitude: (_n, _t, c) => `of an external service: ${attitudes[c ?? ''] ?? c}`,
  contract_days: (n, text) =>
    n < 0
      ? `a contract ended ${days(-n)} ago`
      : n === 0
        ? 'a contract ends on the last day'
        : `${text} until a contract ends`,
  worst_status: (_n, text) => `the gravest aspect was observed at ${text} of 3`,
  bad_aspects: (n, text) => `${text} ${plural(n, 'was', 'were')} observed at 3 of 3`,
  profile_age_days: (_n, text) => `the profile was reviewed ${text} ago`,
  drill_days: (_n, text) => `the last drill was ${text} ago`,
  switchover_days: (_n, text) => `the last switch-over test was ${text} ago`,
  risk_score: (_n, text) => `likelihood × impact of the gravest open risk is ${text}`,
  treatment_days: (_n, text) => `a treatment is ${text} past its day`,
  lapsed_exceptions: (n, text) => `${text} from a standard ${plural(n, 'has', 'have')} lapsed`,
};

/** Zero is something to say of these. */
const sayZero: ReadonlySet<string> = new Set(['days_to_limit', 'contract_days']);

export function clause({ input, value, category, bounds }: InputFact): string {
  const none =
    (value === null && (category === null || category === 'none')) || (value === 0 && !sayZero.has(input));
  const say = clauses[input];
  if (none || say === undefined) return nothing[input] ?? input;
  return say(value ?? 0, value === null ? '' : measured(input, value, bounds), category);
}

export function thresholdText(level: string, { input, kind, bound }: ThresholdFact): string {
  if (kind === 'finding') return `this finding counts as ${level}`;
  const text = measured(input, bound);
  if (kind === 'from') return `${level} from ${text} on`;
  return bound === 0 ? `${level} at ${text}` : `${level} within ${text}`;
}

const results: Readonly<Record<string, string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  rolled_back: 'rolled back',
  caused_incident: 'caused an incident',
};
const actionKinds: Readonly<Record<string, string>> = {
  provisional: 'provisional fix',
  prevention: 'recurrence prevention',
  rollout: 'horizontal rollout',
};
const reports: Readonly<Record<string, string>> = {
  first: 'first report overdue',
  final: 'final report overdue',
  both: 'first and final report overdue',
};
const aspects: Readonly<Record<string, string>> = {
  service_level: 'service level',
  trouble: 'trouble management',
  change: 'changes',
  availability: 'availability',
  performance: 'performance',
  security: 'security',
  supplier: 'suppliers',
  facility: 'attached facilities',
};
const treatments: Readonly<Record<string, string>> = {
  avoid: 'avoid',
  reduce: 'mitigate',
  transfer: 'transfer',
  accept: 'accept',
};
const signKinds: Readonly<Record<string, string>> = {
  deviation: 'deviation from the usual',
  shift: 'shift of level',
  both: 'deviation and shift',
};

const value = (n: number | null): string =>
  n === null ? f.missing : f.number(n, Number.isInteger(n) ? 0 : 2);
const parts = (...list: readonly (string | null | false)[]): string => list.filter(Boolean).join(', ');

export function rowDetail(r: RowFact): string {
  const { kind, input, at, amount, bound, category, text } = r;
  switch (kind) {
    case 'cap':
      return `${value(amount)} so far, cap ${value(bound)}`;
    case 'incident':
      return input === 'regulator_overdue'
        ? parts(reports[category ?? ''] ?? '', `occurred ${at}`)
        : parts(
            category === null ? 'no class' : `class ${classes[category] ?? category}`,
            `occurred ${at}`,
            (input === 'impact_minutes' || input === 'stop_share') &&
              `${f.duration(amount)} within the month`,
            (input === 'open_class' || input === 'open_days') &&
              amount !== null &&
              `open for ${days(amount)}`,
          );
    case 'action':
      return parts(actionKinds[category ?? ''] ?? category, `due ${at}`, `${days(amount ?? 0)} past it`);
    case 'capacity':
      return input === 'over_warn_days'
        ? `${days(amount ?? 0)} past the warning level ${value(bound)}`
        : parts(`limit ${value(bound)}`, `${value(amount)} days until it`, at && `on ${at}`);
    case 'sign':
      return parts(at, signKinds[category ?? ''] ?? category, `mean ${value(amount)}, usual ${value(bound)}`);
    case 'service_level':
      return `actual ${value(amount)}, target ${value(bound)}`;
    case 'change':
      return parts(results[category ?? ''] ?? category, at);
    case 'review':
      return parts(reviews[category ?? ''] ?? f.missing, `held ${at}`);
    case 'supplier':
      return input === 'contract_days'
        ? `contract ends ${at}`
        : parts(
            attitudes[category ?? ''] ?? category,
            text !== null &&
              text !== '' &&
              `not delivered: ${text
                .split(';')
                .map((a) => aspects[a] ?? a)
                .join(', ')}`,
          );
    case 'observation':
      return `${value(amount)} of 3`;
    case 'profile':
      if (category === 'allowed_stop') return `stop allowed by the profile: ${f.duration(amount)}`;
      return category === 'switchover'
        ? parts(`switch-over test ${at}`, `${days(amount ?? 0)} ago`)
        : parts(`reviewed ${at}`, `${days(amount ?? 0)} ago`);
    case 'drill':
      return parts(`held ${at}`, `${days(amount ?? 0)} ago`, category);
    case 'risk':
      return parts(
        `likelihood × impact ${value(amount)}`,
        treatments[category ?? ''] ?? category,
        at && `due ${at}`,
        bound !== null && bound > 0 && `${days(bound)} past it`,
      );
    case 'exception':
      return parts(`ended ${at}`, `${days(amount ?? 0)} ago`);
    default:
      return '';
  }
}

export function rowName({ kind, key }: RowFact): string {
  if (kind === 'observation') return aspects[key] ?? key;
  if (kind !== 'cap') return key;
  if (key === '') return 'cap on all incidents';
  const [dimension, ...rest] = key.split(':');
  const name = rest.join(':');
  return `cap on ${dimension} ${dimension === 'class' ? (classes[name] ?? name) : name}`;
}
