/** A scheme as SQL over records: three-valued, so that what is not known is never taken for no. */
import { quoteName, quoteText } from '../duckdb/quote.js';
import type { CheckedScheme, Uses } from './check.js';
import type { Grade } from './model.js';

/** Stands as `missing` where no column is, and yet no rule can be told: an expression gives NULL by itself, or none holds. */
export const noRule = 'no_rule';
/** The names of the columns of a list are separated as in all lists (contract.md). */
const separator = ';';

/** Each score over the columns and the scores before it; `from` has one column for each of `scheme.columns`. SQL of a SELECT. */
export const withScores = ({ scheme }: CheckedScheme, from: string): string =>
  scheme.severity.scores.reduce(
    (inner, { id, is }) => `SELECT *, (${is}\n) AS ${quoteName(id)} FROM (${inner})`,
    `SELECT * FROM ${from}`,
  );

/** Names under which `rulesOf` gives the value of each rule. */
const ruleName = (grade: number): string => `_g${grade}`;
const classRuleName = (grade: number, rule: number): string => `_g${grade}_c${rule}`;

/** SQL of the columns that hold what each rule says: true, false or NULL. */
export const rulesOf = ({ scheme }: CheckedScheme): string[] =>
  scheme.severity.grades.flatMap((grade, i) => [
    `(${grade.when}\n) AS ${ruleName(i)}`,
    ...(typeof grade.class === 'string'
      ? []
      : grade.class.map(({ when }, j) => `(${when}\n) AS ${classRuleName(i, j)}`)),
  ]);

interface Case {
  readonly rule: string;
  /** SQL of what holds if the rule does. */
  readonly holds: string;
  /** SQL of what holds where it can't be told. */
  readonly unknown: string;
}

/** The first rule that holds, unless one before it can't be told. */
const firstOf = (cases: readonly Case[], none: string): string =>
  `CASE ${cases.map(({ rule, holds, unknown }) => `WHEN ${rule} IS NULL THEN ${unknown} WHEN ${rule} THEN ${holds}`).join(' ')} ELSE ${none} END`;

/** SQL (text) over what `rulesOf` gives: the id of the grade, NULL where it can't be told. */
export const gradeOf = ({ scheme }: CheckedScheme): string =>
  firstOf(
    scheme.severity.grades.map(({ id }, i) => ({ rule: ruleName(i), holds: quoteText(id), unknown: 'NULL' })),
    'NULL',
  );

/** SQL (text): the group class, NULL where it can't be told. */
export const classOf = ({ scheme }: CheckedScheme): string =>
  firstOf(
    scheme.severity.grades.map((grade, i) => ({
      rule: ruleName(i),
      holds: classOfGrade(grade, i),
      unknown: 'NULL',
    })),
    'NULL',
  );

const classOfGrade = ({ class: rules }: Grade, i: number): string =>
  typeof rules === 'string'
    ? quoteText(rules)
    : firstOf(
        rules.map((r, j) => ({ rule: classRuleName(i, j), holds: quoteText(r.class), unknown: 'NULL' })),
        'NULL',
      );

/** SQL (text): the columns for want of which there is no grade, or no class; NULL where there are both. */
export const missingOf = ({ scheme, grades, classes }: CheckedScheme): string =>
  firstOf(
    scheme.severity.grades.map(({ class: rules }, i) => ({
      rule: ruleName(i),
      holds:
        typeof rules === 'string'
          ? 'NULL'
          : firstOf(
              rules.map((_, j) => ({
                rule: classRuleName(i, j),
                holds: 'NULL',
                unknown: nullsAmong(classes[i]![j]!),
              })),
              quoteText(noRule),
            ),
      unknown: nullsAmong(grades[i]!),
    })),
    quoteText(noRule),
  );

/** SQL (text): the names of the columns that are NULL, of those without which the expression has no value; else of all of its columns. */
export function nullsAmong({ columns, needed }: Uses): string {
  const listed = (names: readonly string[]): string =>
    names.length === 0
      ? 'NULL'
      : `nullif(concat_ws(${quoteText(separator)}, ${names.map((n) => `CASE WHEN ${quoteName(n)} IS NULL THEN ${quoteText(n)} END`).join(', ')}), '')`;
  return `coalesce(${listed(needed)}, ${listed(columns)}, ${quoteText(noRule)})`;
}
