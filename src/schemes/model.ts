/** A scheme: how a company grades its systems and incidents, sets targets, and what its records must hold. Data; YAML in presets/. */
import type { Names } from '../config/model.js';

/** Whose number it is: the survey's (IPA/SEC 2012), Kado's default where the survey gives none, or the company's own. */
export type Origin = 'survey' | 'kado' | 'company';

export type GroupClass = 'critical' | 'heavy' | 'other';
export const groupClasses = ['critical', 'heavy', 'other'] as const;

/**
 * One grade. Grades are tried in their order, gravest first; the first whose `when` is true holds. Where an earlier one's `when`
 * is NULL, whether it holds is not known: the incident can't be graded, for want of the columns that are missing there.
 */
export interface Grade {
  /** As figures name it: `grade:<id>`. */
  readonly id: string;
  readonly name: Names;
  /** Boolean SQL expression; `true` for the last. */
  readonly when: string;
  /** A class, or rules tried like the grades' own; where none can be told, the incident has its grade and no class. */
  readonly class: GroupClass | readonly { readonly class: GroupClass; readonly when: string }[];
  /** In words, what the rule asks for. */
  readonly note?: Names | undefined;
  /** Whose the grade's rule is, where it is not as the whole severity's. */
  readonly origin?: Origin | undefined;
}

/** What the survey tells of the company from which a preset is taken: the rows of its comparison (domain.md), in our words. */
export interface Survey {
  readonly importance: Names;
  readonly drivesTargets: Names;
  readonly severity: Names;
  readonly setBy: Names;
  readonly target: Names;
  readonly attained: Names;
  readonly reported: Names;
}

/** A cap that the scheme itself sets for each company that uses it; a row of `targets` for the same takes its place. */
export interface CapRule {
  /** A grade's id. */
  readonly grade: string;
  /** A fixed cap, or last year's actual less so many (never below 0). */
  readonly cap?: number | undefined;
  readonly lessThanLastYear?: number | undefined;
  readonly origin: Origin;
}

export interface Scheme {
  readonly id: string;
  readonly name: Names;
  /** The value that the company protects (domain.md). */
  readonly value: Names;
  /** Boolean SQL over an incident's columns: whether a record is an incident. */
  readonly counts: string;
  readonly importance: {
    /** Integer 1–4 (4 highest) over a system profile's columns; NULL where an ingredient is missing. */
    readonly level: string;
    readonly origin: Origin;
    readonly drivesTargets: boolean | null;
    readonly note: Names;
  };
  readonly severity: {
    /** Named intermediate values, each over the columns and the ones before it. */
    readonly scores: readonly { readonly id: string; readonly name: Names; readonly is: string }[];
    readonly grades: readonly Grade[];
    readonly origin: Origin;
    readonly note: Names;
  };
  /** SQL: by what an hour of harm is multiplied. */
  readonly impactFactor: string;
  /** Boolean SQL: whether an incident was at a terminal. */
  readonly terminal: string;
  readonly targets: {
    /** Metrics and grades or classes for which this kind of company sets targets. */
    readonly note: Names;
    readonly rules: readonly CapRule[];
  };
  /** Columns of the incident record that must be filled, by class; `all`: the whole of Figure 2-5. */
  readonly requiredFields: Readonly<Record<GroupClass, 'all' | readonly string[]>>;
  /** Of presets, and of what extends them; a scheme of a company's own has none. */
  readonly survey?: Survey | undefined;
}
