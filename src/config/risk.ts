/** kado.yaml, `risk`: drivers and their thresholds, importance, roll-up, escalation; the defaults are Kado's own and stand here alone. */
import { z } from 'zod';
import { aspects } from './aspects.js';
import { rule, share, trueOrFalse, wholeNumber } from './fields.js';

/** From figures to levels 1 low · 2 watch · 3 high · 4 critical (methods.md, "Risk level, tier by tier"); 0 is none. */
type Bound = number | null;
export type Bounds = readonly [Bound, Bound, Bound, Bound];

const number = () =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^[-+]?\d+(\.\d+)?$/.test(value) ? Number(value) : value),
    z.number().min(0).max(1_000_000_000),
  );
const bound = () => z.union([z.null(), number()]);
const ordered = (bounds: readonly Bound[], sign: 1 | -1): boolean => {
  const set = bounds.filter((b) => b !== null);
  return set.every((b, i) => i === 0 || sign * (b - set[i - 1]!) > 0);
};

/** The values from which on (`least`) or down to which (`most`) each level is reached; null: this input never reaches the level. */
const bounds = (sign: 1 | -1, what: string, defaults: Bounds) =>
  z
    .array(bound())
    .length(4)
    .refine((value) => ordered(value, sign), rule(sign === 1 ? 'config_risk_rising' : 'config_risk_falling'))
    .prefault([...defaults])
    .describe(
      `${what} ${sign === 1 ? 'From which value on' : 'Down to which value'} the level is low, watch, high, critical; null: never.`,
    );
const from = (what: string, defaults: Bounds) => bounds(1, what, defaults);
const downTo = (what: string, defaults: Bounds) => bounds(-1, what, defaults);

/** The level of each of a fixed list of findings. */
const levels = <K extends string>(what: string, defaults: Readonly<Record<K, number>>) =>
  z
    .strictObject(
      Object.fromEntries(
        Object.entries<number>(defaults).map(([name, level]) => [
          name,
          wholeNumber(0, 4).prefault(level).describe(`The level of \`${name}\`, 0–4.`),
        ]),
      ) as unknown as Record<K, ReturnType<typeof wholeNumber>>,
    )
    .prefault({} as never)
    .describe(what);

const driver = <T extends z.ZodRawShape>(id: string, description: string, required: boolean, inputs: T) =>
  z
    .strictObject({
      weight: number()
        .prefault(1)
        .describe('Its weight in the score; 0: it decides levels, but adds nothing to the score.'),
      required: trueOrFalse()
        .prefault(required)
        .describe('Whether a system of importance 4 is at least at watch while there is no data on it.'),
      used: trueOrFalse().prefault(true).describe('false: the report does without it, and says so.'),
      ...inputs,
    })
    .meta({ id, description })
    .prefault({} as never)
    .describe(`The driver: ${description}`);

/** methods.md: in this order. The keys are the inputs' names, by which src/risk/drivers.ts knows them. */
export const drivers = z
  .strictObject({
    caps: driver('driver_caps', "The system's own yearly caps.", false, {
      cap_chance: from('The chance of ending the year above a cap; 1 is certain.', [0.1, 0.3, 0.8, 1]),
    }),
    signal: driver('driver_signal', 'What the course of its incidents says.', false, {
      incidents_worse: levels('What the control chart of incidents says; anything else is 0.', {
        outside: 2,
        trend: 2,
        two_of_three: 2,
        shift: 2,
      }),
      recurring_cause: from('Incidents of one and the same cause within 12 months.', [2, 3, 4, 6]),
    }),
    harm: driver('driver_harm', 'What the month has done.', true, {
      gravest_class: levels("The gravest class among the month's incidents.", {
        critical: 3,
        heavy: 2,
        other: 1,
      }),
      impact_minutes: from('Minutes of harm within the month.', [1, 480, 1440, null]),
      stop_share: from("Minutes of harm within service hours ÷ the profile's allowed_stop_minutes.", [
        0.5,
        1,
        4,
        null,
      ]),
    }),
    open: driver('driver_open', 'What is open or overdue at the end of the month.', true, {
      open_class: levels('The gravest class among open incidents.', { critical: 4, heavy: 3, other: 1 }),
      open_days: from('Days for which the oldest of them has been open.', [7, 30, 90, 180]),
      actions_overdue: from('Actions past their day.', [1, 3, 6, 12]),
      overdue_days: from('Days by which the longest of them is past it.', [1, 30, 180, 365]),
      regulator_overdue: from('Incidents of which a report to the regulator is overdue.', [null, null, 1, 3]),
    }),
    capacity: driver('driver_capacity', 'Capacity.', false, {
      days_to_limit: downTo('Days until a limit is reached.', [180, 90, 30, 7]),
      over_warn_days: from('Days of the month past a warning level.', [1, 5, 15, null]),
      capacity_signs: from('Early signs.', [1, 3, null, null]),
    }),
    service_levels: driver('driver_service_levels', 'Agreed service levels.', false, {
      sla_breaches: from('Indicators worse than their targets.', [1, 2, 3, 5]),
    }),
    changes: driver('driver_changes', 'Changes and reviews of development.', false, {
      failed_changes: from('Changes of the month that failed.', [1, 2, 3, 5]),
      changes_causing_incidents: from('Those that caused an incident.', [null, 1, 2, 3]),
      last_review: levels("The result of the operations side's last review within 12 months.", {
        passed: 0,
        conditional: 1,
        stopped: 2,
      }),
    }),
    suppliers: driver('driver_suppliers', 'Suppliers and external services.', false, {
      attitude: levels('What is delivered against the attitude that the profile states.', {
        kept: 0,
        missing: 2,
        nothing: 3,
        unlimited_harm: 3,
        not_to_be_used: 3,
      }),
      contract_days: downTo('Days until a contract ends.', [90, 30, 14, 0]),
    }),
    observations: driver('driver_observations', 'Monthly observations by aspect.', false, {
      worst_status: from('The worst status, 0 good – 3 bad.', [1, 2, 3, null]),
      bad_aspects: from('How many aspects are bad (3).', [null, null, null, 3]),
    }),
    profile: driver('driver_profile', 'Whether the profile is current.', true, {
      profile_age_days: from('Days since the profile was reviewed.', [274, 366, 731, 1096]),
    }),
    drills: driver('driver_drills', 'Drills and switch-over tests.', true, {
      drill_days: from('Days since the last drill.', [300, 366, 731, 1096]),
      switchover_days: from('Days since the last switch-over test.', [300, 366, 731, null]),
    }),
    register: driver('driver_register', 'The risk register.', false, {
      risk_score: from('The greatest likelihood × impact among open risks.', [1, 5, 10, 20]),
      treatment_days: from("Days by which a treatment's day has passed.", [1, 30, 180, null]),
      lapsed_exceptions: from('Exceptions from a standard whose end has passed.', [null, 1, 3, null]),
    }),
  })
  .meta({ id: 'drivers', description: 'What a system’s risk level is made from.' })
  .prefault({} as never);

/** Risk level, importance and tiers: the numbers are methods.md's. */
const rollUp = z
  .strictObject({
    less: z
      .array(z.union([z.null(), wholeNumber(0, 4)]))
      .length(4)
      .refine((value) => value[3] === 0, rule('config_risk_hides'))
      .prefault([null, null, 1, 0])
      .describe(
        'For the worst system of importance 1, 2, 3, 4: by how many levels less it counts for its unit, company and group; null: not at all. Of importance 4 it must be 0: no rule may hide one.',
      ),
    share: share()
      .nullable()
      .prefault(0.2)
      .describe(
        'The highest level that at least this share of the importance-weighted systems reach counts; null: not asked.',
      ),
  })
  .meta({
    id: 'roll_up',
    description: 'From systems to units, companies and the group: the greatest of these counts.',
  })
  .prefault({} as never);

const escalationRule = z
  .strictObject({
    level: wholeNumber(1, 4).describe('From this level on,'),
    importance: wholeNumber(1, 4).describe('at systems of at least this importance,'),
    to: z.enum(['company', 'group']).describe('the matter goes to this tier.'),
  })
  .meta({ id: 'escalation_rule', description: 'What is sent upward for a decision.' });

const external = z
  .strictObject({
    demand: askedAspects('What a supplier must report where the attitude is `demand`: the same as inside.', [
      ...aspects,
    ]),
    standard: askedAspects("The supplier's standard figures, where the attitude is `standard`.", [
      'service_level',
      'trouble',
    ]),
    limited_importance: wholeNumber(0, 4)
      .prefault(2)
      .describe(
        'A sudden stop does limited harm up to this importance, or where the system is substitutable.',
      ),
  })
  .meta({ id: 'external', description: 'External services: what each attitude asks for.' })
  .prefault({} as never);

function askedAspects(description: string, defaults: (typeof aspects)[number][]) {
  return z.array(z.enum(aspects)).default(defaults).describe(description);
}

const concentration = z
  .strictObject({
    importance: wholeNumber(1, 4).prefault(4).describe('Among systems of at least this importance,'),
    share: share().prefault(0.2).describe('a supplier behind at least this share of them'),
    systems: wholeNumber(2, 10_000).prefault(3).describe('and behind at least so many is a concentration.'),
  })
  .meta({ id: 'concentration', description: 'When one supplier stands behind too much.' })
  .prefault({} as never);

/** The inputs of which less is worse: their bounds fall (declared by `downTo`). */
export const fallingInputs: ReadonlySet<string> = new Set(['days_to_limit', 'contract_days']);

/** The keys of `risk` besides cap_status. */
export const riskKeys = {
  drivers: drivers.describe('What levels are made from: weights, and thresholds of each input.'),
  importance_factors: z
    .array(number())
    .length(4)
    .refine(
      (value) => value.every((f, i) => f > 0 && (i === 0 || f >= value[i - 1]!)),
      rule('config_risk_factors'),
    )
    .prefault([1, 1.2, 1.5, 2])
    .describe('The factor of importance 1, 2, 3, 4 in scores and shares.'),
  unknown_importance: wholeNumber(1, 4)
    .prefault(4)
    .describe(
      'As how important a system counts whose importance is not known. 4: none is hidden for want of a profile.',
    ),
  roll_up: rollUp.describe('From systems to units, companies and the group.'),
  escalation: z
    .array(escalationRule)
    .default([
      { level: 3, importance: 3, to: 'company' },
      { level: 4, importance: 1, to: 'group' },
    ])
    .describe('What is sent upward until a decision on it is recorded.'),
  decision_days: wholeNumber(1, 3660)
    .prefault(31)
    .describe('Days after which a matter sent upward is overdue for its decision.'),
  external: external.describe('What each attitude towards external services asks for.'),
  concentration: concentration.describe('From when on one supplier stands behind too much.'),
} as const;
