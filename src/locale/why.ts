/** Why a level is what it is, in words: clauses of inputs, thresholds, sentences of systems and scopes, details of rows. Whole sentences per language. */
import type { Formats } from './format.js';

/** What an input says. `bounds`: of its thresholds, so that a rounded number never seems to be on their other side. */
export interface InputFact {
  readonly input: string;
  readonly value: number | null;
  readonly category: string | null;
  readonly bounds: readonly number[];
}

export interface ThresholdFact {
  readonly input: string;
  readonly kind: 'from' | 'down_to' | 'finding';
  readonly level: number;
  readonly bound: number;
}

export interface DriverFact {
  readonly driver: string;
  readonly level: number;
  /** Clauses of the inputs that decide, in their order. */
  readonly clauses: readonly string[];
}

export interface SystemFact {
  readonly level: number | null;
  readonly floored: boolean;
  /** Drivers at level 1 or above: the highest level first, then in the methods' order. */
  readonly drivers: readonly DriverFact[];
  /** Ids of applicable drivers without data; `required`: of those that are required. */
  readonly noData: readonly string[];
  readonly required: readonly string[];
}

export interface ScopeFact {
  readonly level: number | null;
  readonly systems: number;
  readonly noData: number;
  readonly deciding: 'top' | 'next' | 'share' | null;
  /** The first of those that decide, by name, and how many others do. */
  readonly first: string | null;
  readonly others: number;
  readonly importance: number | null;
  /** At which level the deciding systems themselves are. */
  readonly own: number | null;
  /** Of systems with a level, weighted: how many reach the level; what the rule asks. Formatted. */
  readonly reached: string | null;
  readonly asked: string | null;
}

export interface RowFact {
  readonly input: string;
  readonly kind: string;
  readonly key: string;
  readonly text: string | null;
  readonly at: string | null;
  readonly amount: number | null;
  readonly bound: number | null;
  readonly category: string | null;
}

export interface ScoreFact {
  readonly score: string;
  readonly factor: string;
  readonly greatest: string;
  /** Σ weight × level, and the applicable weight. */
  readonly sum: string;
  readonly weight: string;
}

export interface WhyWords {
  readonly section: string;
  readonly columns: Readonly<
    Record<
      'tier' | 'driver' | 'level' | 'decides' | 'threshold' | 'weight' | 'contribution' | 'total',
      string
    >
  >;
  readonly headline: Readonly<
    Record<'level' | 'score' | 'coverage' | 'gravest' | 'byWorst' | 'byShare' | 'mean', string>
  >;
  /** By input. */
  readonly clause: (fact: InputFact) => string;
  readonly threshold: (fact: ThresholdFact) => string;
  /** Of a level 0: what would have been the first. */
  readonly notReached: (threshold: string) => string;
  readonly driverState: Readonly<Record<'no_data' | 'not_applicable', string>>;
  readonly system: (fact: SystemFact) => string;
  readonly scope: (fact: ScopeFact) => string;
  readonly score: (fact: ScoreFact) => string;
  /** What the row says besides its id and its text. */
  readonly row: (fact: RowFact) => string;
  /** A row's name where its id is a code of ours. */
  readonly rowName: (fact: RowFact) => string;
  readonly rows: string;
  readonly moreRows: (n: string) => string;
  /** In place of file and line, where no row of an export says so. */
  readonly noSource: string;
  readonly up: string;
  readonly methods: {
    readonly section: string;
    readonly note: string;
    readonly lead: string;
    readonly columns: Readonly<Record<'driver' | 'input' | 'weight' | 'required' | 'levels', string>>;
    readonly inputs: Readonly<Record<string, string>>;
    /** Levels of a fixed list of findings. */
    readonly findings: Readonly<Record<string, string>>;
    readonly unused: string;
    readonly never: string;
    /** `names`: of importance 1 to 4, as pages show them. */
    readonly factors: (texts: readonly string[], names: readonly string[], unknown: number) => string;
    /** What is sent upward, and what counts as its decision; of rules that name the tier in words. */
    readonly escalation: (
      rules: readonly {
        readonly level: string;
        readonly importance: number;
        readonly to: 'company' | 'group';
      }[],
      decisionDays: string,
    ) => string;
    readonly rollUp: (less: readonly (number | null)[], share: string | null) => string;
    readonly score: string;
  };
  readonly trace: Readonly<
    Record<'definition' | 'formula' | 'from' | 'why' | 'decides' | 'counts' | 'sql' | 'source', string>
  >;
}

export type InputUnit = 'days' | 'count' | 'minutes' | 'share' | 'probability' | 'status' | 'points';

/** What the value of an input is measured in; an input of findings has none. */
export const inputUnits: Readonly<Record<string, InputUnit>> = {
  cap_chance: 'probability',
  recurring_cause: 'count',
  impact_minutes: 'minutes',
  stop_share: 'share',
  open_days: 'days',
  actions_overdue: 'count',
  overdue_days: 'days',
  regulator_overdue: 'count',
  days_to_limit: 'days',
  over_warn_days: 'days',
  capacity_signs: 'count',
  sla_breaches: 'count',
  failed_changes: 'count',
  changes_causing_incidents: 'count',
  contract_days: 'days',
  worst_status: 'status',
  bad_aspects: 'count',
  profile_age_days: 'days',
  drill_days: 'days',
  switchover_days: 'days',
  risk_score: 'points',
  treatment_days: 'days',
  lapsed_exceptions: 'count',
};

/** Most decimals of a value: beyond them nobody measures. */
const finest = 6;

/**
 * A number of decimals with which the value stands on the same side of every bound as it really does: 6.96 days are not "7.0" where
 * 7 is critical and 6.96 is beyond it.
 */
export function digitsFor(value: number, bounds: readonly number[], least: number, scale = 1): number {
  let digits = least;
  const sides = (v: number): string => bounds.map((b) => Math.sign(v - b)).join();
  while (digits < finest && sides(Number((value * scale).toFixed(digits)) / scale) !== sides(value)) digits++;
  return digits;
}

/** A value without its noun: `12`, `27 %`, `2 h 30 min`. */
export function amountText(f: Formats, input: string, value: number, bounds: readonly number[]): string {
  const unit = inputUnits[input];
  if (unit === 'share' || unit === 'probability')
    return f.percent(value, digitsFor(value, bounds, Number.isInteger(value * 100) ? 0 : 1, 100));
  if (unit !== 'minutes') return f.number(value, digitsFor(value, bounds, Number.isInteger(value) ? 0 : 1));
  const text = f.duration(value);
  // Rounded to its two largest units it may look like a bound that it isn't.
  const other = bounds.some((b) => b !== value && f.duration(b) === text);
  const minute = f.duration(1).slice(1);
  return other ? `${text} (${f.number(value, digitsFor(value, bounds, 0))}${minute})` : text;
}
