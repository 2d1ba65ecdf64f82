/** The scale on which a page shows severity: a scheme's grades in its own order and words, classes where schemes differ, else the exports' grades. */
import { nameIn } from '../locale/index.js';
import { schemeWords } from '../locale/schemesOf.js';
import { type GroupClass, groupClasses, type Scheme } from '../schemes/model.js';
import { compareGrades, knownGrades, rankOf } from '../schemes/scheme.js';
import type { Scope } from './book.js';
import type { View } from './view.js';
import type { Graded } from './weight.js';

export interface Step {
  /** As figures name it: `grade:A`, `class:heavy`. */
  readonly breakdown: string;
  readonly name: string;
  /** 0 is the gravest; null: a grade as found, of which no order is known. */
  readonly rank: number | null;
}

const schemeWith = (view: View, id: string | null | undefined): Scheme | undefined =>
  view.data.schemes.find(({ scheme }) => scheme.id === id)?.scheme;

/** Gravest first. Without any graded incident a company's own scheme still says what there could be. */
export function scaleOf(view: View, scope: Scope): readonly Step[] {
  const { book, schemes } = view.data;
  const own = schemes.find((u) => scope.kind === 'company' && u.companies.includes(scope.id))?.scheme;
  const grades = book.grades(scope);
  const scheme = grades.length > 0 ? schemeWith(view, book.schemeOf(scope)) : own;
  if (scheme && grades.every((g) => scheme.severity.grades.some(({ id }) => id === g)))
    return scheme.severity.grades.map(({ id, name }, rank) => ({
      breakdown: `grade:${id}`,
      name: nameIn(name, view.locale, id),
      rank,
    }));
  if (grades.length > 0)
    return grades.sort(compareGrades).map((grade) => ({
      breakdown: `grade:${grade}`,
      name: view.words.grades[grade as GroupClass] ?? grade,
      rank: rankOf(grade) < knownGrades.length ? rankOf(grade) : null,
    }));
  return book.hasClasses(scope)
    ? groupClasses.map((c, rank) => ({ breakdown: `class:${c}`, name: view.words.grades[c], rank }))
    : [];
}

/** The grade in its scheme's words. */
export function gradeName(view: View, { grade, scheme }: Graded): string {
  const own = schemeWith(view, scheme);
  // Of an export's own grades there is none to miss; a scheme lacks an item that its rule needs.
  if (grade === null) return own ? schemeWords(view.locale).ungraded : view.words.ungraded;
  const found = own?.severity.grades.find(({ id }) => id === grade);
  if (found) return nameIn(found.name, view.locale, grade);
  return view.words.grades[grade as GroupClass] ?? grade;
}
