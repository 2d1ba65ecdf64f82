/** How much a graded row weighs beside those of other companies. */
import { type GroupClass, groupClasses } from '../schemes/model.js';
import { asExported } from '../schemes/scheme.js';

/** A row's grade with what is needed to name and weigh it. */
export interface Graded {
  readonly grade: string | null;
  /** Of a scheme; null where there is none, or it can't be told. */
  readonly class: GroupClass | null;
  readonly scheme: string | null;
}

/** What weighs across companies: the class; of a grade as exported, one that the report has words for. */
export function weightOf({ grade, class: group, scheme }: Graded): GroupClass | null {
  if (group !== null) return group;
  const known = (groupClasses as readonly (string | null)[]).includes(grade);
  return known && (scheme === null || scheme === asExported.id) ? (grade as GroupClass) : null;
}

/** Gravest class first; those without any come last. For sorting, which leaves the given order within a class. */
export const byWeight = (a: Graded, b: Graded): number => place(a) - place(b);

const place = (row: Graded): number => {
  const weight = weightOf(row);
  return weight === null ? groupClasses.length : groupClasses.indexOf(weight);
};
