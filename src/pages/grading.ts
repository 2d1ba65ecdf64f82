/** The grades of each scheme in their order, with their names: how pages show severity. Classes stand above the companies. */
import type { Names } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { type GroupClass, groupClasses } from '../schemes/model.js';
import { asExported, knownGrades, rankOf } from '../schemes/scheme.js';

/** What an incident's severity is, as of the end of its month. */
export interface Graded {
  readonly grade: string | null;
  readonly class: GroupClass | null;
  /** The id of the scheme that graded it; `as-exported` where its company has none. */
  readonly scheme: string;
}

/** Scheme → grade → its place (0 is the gravest) and names. Grades of exports as found have no names here: they are labels. */
export type GradeBook = ReadonlyMap<
  string,
  ReadonlyMap<string, { readonly rank: number; readonly names: Names }>
>;

export async function readGrades(db: Database): Promise<GradeBook> {
  const rows = await db.rows<{
    scheme: string;
    grade: string;
    rank: number;
    ja: string | null;
    en: string | null;
  }>('SELECT scheme, grade, rank, name_ja AS ja, name_en AS en FROM mart.grade_ranks ORDER BY scheme, rank');
  const book = new Map<string, Map<string, { rank: number; names: Names }>>();
  for (const { scheme, grade, rank, ja, en } of rows) {
    const grades = book.get(scheme) ?? new Map();
    grades.set(grade, { rank, names: { ...(ja === null ? {} : { ja }), ...(en === null ? {} : { en }) } });
    book.set(scheme, grades);
  }
  return book;
}

/** Last: what has no grade, or one of which no order is known. */
export const noRank = Math.max(groupClasses.length, knownGrades.length);

/** For lists over several schemes: by class, and by the known grades of exports as found; one scheme's grades say more (`rankIn`). */
export function graveness({ grade, class: of, scheme }: Graded): number {
  if (of !== null) return groupClasses.indexOf(of);
  return scheme === asExported.id ? rankOf(grade) : noRank;
}

/** Place of a grade in its scheme, 0 the gravest; unknown ones last. */
export const rankIn = (book: GradeBook, scheme: string, grade: string): number =>
  book.get(scheme)?.get(grade)?.rank ?? Number.MAX_SAFE_INTEGER;
