import { en as risk } from './risk.en.js';
import { levelKeys } from './risk.js';
import type { ScopeFact, SystemFact, WhyWords } from './why.js';
import { attitudes, clause, rowDetail, rowName, thresholdText } from './whyInputs.en.js';

const word = (level: number): string => risk.levels[levelKeys[level]!];
const inline = (level: number): string => word(level).toLowerCase();
const driver = (id: string): string => (risk.drivers[id] ?? id).toLowerCase();
const list = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;

function system({ level, floored, drivers, noData, required }: SystemFact): string {
  const unknown = noData.length === 0 ? '' : ` No data on: ${list(noData.map(driver))}.`;
  if (level === null) return `No data: nothing that applies to this system has any.${unknown}`;
  if (floored) {
    const rest =
      drivers.length === 0
        ? ''
        : ` Of what is known: ${list(drivers.map((d) => `${driver(d.driver)} (${inline(d.level)})`))}.`;
    const others = noData.filter((d) => !required.includes(d));
    const more = others.length === 0 ? '' : ` No data on these either: ${list(others.map(driver))}.`;
    return `${word(level)}: required drivers lack data (${list(required.map(driver))}), and a system of importance 4 then stands at ${inline(level)} at least.${rest}${more}`;
  }
  if (level === 0) return `None: no driver with data reaches any level.${unknown}`;
  const top = drivers.filter((d) => d.level === level);
  const rest = drivers.filter((d) => d.level < level);
  const reasons = top.map((d) => `${list(d.clauses)} (${driver(d.driver)})`).join('; ');
  const then =
    rest.length === 0 ? '' : ` Then ${list(rest.map((d) => `${driver(d.driver)} (${inline(d.level)})`))}.`;
  return `${word(level)}: ${reasons}.${then}${unknown}`;
}

function scope(s: ScopeFact): string {
  if (s.systems === 0) return 'Not applicable: no system belongs here.';
  const unknown =
    s.noData === 0 ? '' : ` Of ${s.systems} systems, ${s.noData} ${s.noData === 1 ? 'has' : 'have'} no data.`;
  const all = s.systems === 1 ? 'the system here has none' : `none of the ${s.systems} systems here has any`;
  if (s.level === null)
    return s.noData < s.systems
      ? `Not applicable: the configured roll-up counts none of the systems here.${unknown}`
      : `No data: ${all}.`;
  if (s.level === 0) return `None: no term of the roll-up reaches any level.${unknown}`;
  const others = s.others === 0 ? '' : ` and ${s.others} other ${s.others === 1 ? 'system' : 'systems'}`;
  const verb = s.others === 0 ? 'is' : 'are';
  switch (s.deciding) {
    case 'top':
      return `${word(s.level)}, because ${s.first}${others}, of importance 4, ${verb} at ${inline(s.level)}.${unknown}`;
    case 'next':
      return `${word(s.level)}, because ${s.first}${others}, of importance ${s.importance}, ${verb} at ${inline(s.own ?? s.level)}, which counts as ${inline(s.level)} at this tier.${unknown}`;
    case 'share':
      return `${word(s.level)}, because ${s.reached} of the systems, weighted by importance, are at ${inline(s.level)} or beyond (the rule asks for ${s.asked}).${unknown}`;
    default:
      return `${word(s.level)}.${unknown}`;
  }
}

export const en: WhyWords = {
  section: 'Why this level',
  columns: {
    tier: 'Tier',
    driver: 'Driver',
    level: 'Level',
    decides: 'What decides it',
    threshold: 'Threshold',
    weight: 'Weight',
    contribution: 'Points',
    total: 'Score',
  },
  headline: {
    level: 'Risk level',
    score: 'Risk score (0–100)',
    coverage: 'Coverage',
    gravest: 'Gravest system',
    byWorst: 'Counted by importance',
    byShare: 'Reached by the share',
    mean: 'Mean score (0–100), weighted',
  },
  clause,
  threshold: (fact) => thresholdText(inline(fact.level), fact),
  notReached: (threshold) => `not reached: ${threshold}`,
  driverState: {
    no_data: 'no data; counted at 0 in the score, and missing from the coverage',
    not_applicable: 'does not apply to this system; left out of the score',
  },
  system,
  scope,
  score: ({ score, factor, greatest, sum, weight }) =>
    `Score ${score} = 100 × (${factor} ÷ ${greatest}) × ${sum} ÷ (4 × ${weight}): importance factor ÷ its greatest, Σ weight × level, weight of the drivers that apply. The points in the table add up to the score shown; each is rounded for that.`,
  row: rowDetail,
  rowName,
  rows: 'Down to the rows',
  moreRows: (n) => `and ${n} others (kado trace prints all)`,
  noSource: 'no row of an export',
  up: 'The tiers above',
  methods: {
    section: 'Risk levels: drivers, thresholds and roll-up, as configured',
    note: 'every level can be worked out by hand from this table',
    lead: 'The level of a driver is the greatest of its inputs that have data; that of a system the greatest of its drivers. A system of importance 4 with no data in a required driver is at watch at least. A driver has no data if none of its inputs that apply has; it is not applicable if none applies.',
    columns: {
      driver: 'Driver',
      input: 'Input',
      weight: 'Weight',
      required: 'Required',
      levels: 'Low · watch · high · critical',
    },
    inputs: {
      cap_chance: 'Chance of ending the year above a cap of its own',
      incidents_worse: 'Control chart of incidents, where it raises an alarm',
      recurring_cause: 'Incidents of one and the same cause within 12 months',
      gravest_class: 'Gravest class among the incidents of the month',
      impact_minutes: 'Time of harm within the month',
      stop_share:
        'Unavailable time within service hours ÷ stop allowed by the profile (not of incidents that left the system available)',
      open_class: 'Gravest class among open incidents',
      open_days: 'Age of the oldest open incident',
      actions_overdue: 'Overdue actions',
      overdue_days: 'Days by which the longest overdue action is past its day',
      regulator_overdue: 'Incidents of which a report to the regulator is overdue',
      days_to_limit: 'Time until a limit of capacity',
      over_warn_days: 'Days of the month past a warning level',
      capacity_signs: 'Early signs in capacity',
      sla_breaches: 'Agreed service levels missed',
      failed_changes: 'Changes of the month that failed',
      changes_causing_incidents: 'Changes that caused an incident',
      last_review: 'Last review by operations within 12 months',
      attitude: 'External services: delivered against asked for',
      contract_days: 'Time until a contract ends',
      worst_status: 'Gravest aspect observed (0–3)',
      bad_aspects: 'Aspects observed at 3',
      profile_age_days: 'Time since the profile was reviewed',
      drill_days: 'Time since the last drill',
      switchover_days: 'Time since the last switch-over test',
      risk_score: 'Greatest likelihood × impact among open risks',
      treatment_days: 'Days by which a treatment is past its day',
      lapsed_exceptions: 'Exceptions from a standard that have lapsed',
    },
    findings: {
      outside: 'point outside the limits',
      trend: 'seven points in one direction',
      two_of_three: 'two of three near a limit',
      shift: 'seven on one side',
      critical: 'class critical',
      heavy: 'class heavy',
      other: 'class other',
      passed: 'passed',
      conditional: 'on conditions',
      stopped: 'stopped',
      ...attitudes,
    },
    unused: 'not used in this report',
    never: '–',
    factors: (texts, names, unknown) =>
      `Importance factors of importance 1, 2, 3, 4 (${names.map((n) => n.toLowerCase()).join(', ')}): ${texts.join(', ')}. A system whose importance is not known counts as one of importance ${unknown}.`,
    rollUp: (less, share) => {
      const terms = less.flatMap((n, i) =>
        n === null
          ? []
          : [
              `the gravest system of importance ${i + 1}${n === 0 ? '' : ` taken ${n} ${n === 1 ? 'level' : 'levels'} down`}`,
            ],
      );
      const all = [
        ...terms.reverse(),
        ...(share === null
          ? []
          : [
              `the highest level that ${share} or over of the systems with a level reach, weighted by importance`,
            ]),
      ];
      return `Above a system, the level is the greatest of: ${all.join('; ')}.`;
    },
    escalation: (rules, decisionDays) =>
      rules.length === 0
        ? 'No rule of escalation is configured.'
        : `Sent upward: ${rules.map((r) => `${r.level.toLowerCase()} or above ${r.importance > 1 ? `on importance ${r.importance} or above` : 'on any importance'} to the ${r.to}`).join('; ')}. Any decision on that system by a body of that tier, made since the first day of the month in which the matter was raised, counts as the decision, whatever it was about; if the level still stands in the month after it was carried out, that is a new matter. Overdue is what has none after ${decisionDays} days, and what was decided and is not on record as carried out by the day set.`,
    score:
      'Score of a system = 100 × (importance factor ÷ its greatest) × Σ weight × level ÷ (4 × Σ weight of the drivers that apply); no data counts at level 0. Above a system: the mean weighted by importance factors.',
  },
  trace: {
    definition: 'definition',
    formula: 'formula',
    from: 'from',
    why: 'why',
    decides: 'these systems decide',
    counts: 'all systems that count',
    sql: 'SQL',
    source: 'source',
  },
};
