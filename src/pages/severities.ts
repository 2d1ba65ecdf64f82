/** What a scope's incidents are broken down by on its page. */
import { judgementWords } from '../locale/judgementsOf.js';
import { groupClasses } from '../schemes/model.js';
import type { Scope } from './book.js';
import { rankIn } from './grading.js';
import type { View } from './view.js';

/** One row of severity: a breakdown of figures, with its label. */
export interface Severity {
  readonly breakdown: string;
  readonly label: string;
}

/** What a scope's incidents are broken down by, gravest first: the grades of its scheme, or classes where it has several. */
export function severitiesOf(view: View, scope: Scope): readonly Severity[] {
  const { book, grades: ranks } = view.data;
  const scheme = view.schemeOf(scope);
  const grades = book.grades(scope);
  if (scheme !== undefined && grades.length > 0)
    return grades
      .sort((a, b) => rankIn(ranks, scheme, a) - rankIn(ranks, scheme, b) || (a < b ? -1 : 1))
      .map((grade) => ({ breakdown: `grade:${grade}`, label: view.gradeName({ grade, scheme }) }));
  const classes = book.classes(scope);
  return groupClasses
    .filter((c) => classes.includes(c))
    .map((c) => ({ breakdown: `class:${c}`, label: judgementWords(view.locale).classes[c] }));
}

/** Incidents of a scope in no row of a dimension; 0 where the scope knows none of its members. */
export function withoutSeverity(
  view: View,
  scope: Scope,
  metric: 'incidents' | 'incidents_fytd',
  dimension: 'grade' | 'class',
): number {
  const { book } = view.data;
  const members = dimension === 'grade' ? book.grades(scope) : book.classes(scope);
  if (members.length === 0) return 0;
  const sum = members.reduce((n, m) => n + (book.find(metric, scope, `${dimension}:${m}`)?.value ?? 0), 0);
  return (book.find(metric, scope)?.value ?? 0) - sum;
}
