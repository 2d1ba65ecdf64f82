/** What is declared of a column's texts: the only things that may change how a value reads. */
import { dayOrMonthFirst, isoDates, japaneseDates } from '../../config/fields.js';

export { dayOrMonthFirst, isoDates, japaneseDates };

export interface ReadingRules {
  readonly timezone: string;
  /** strptime formats and keywords, tried in this order; none means ISO 8601 and `japanese`. */
  readonly format?: readonly string[] | undefined;
  /** Unit suffix → factor; declared, it counts alone. */
  readonly units?: Readonly<Record<string, number>> | undefined;
  /** What parts whole and decimal; undeclared, a point, and a comma that doesn't group thousands is no number. */
  readonly decimal?: '.' | ',' | undefined;
}

/** The formats of a column that declares none. */
export const undeclaredFormats: readonly string[] = [isoDates, japaneseDates];

export const formatsOf = (rules: ReadingRules): readonly string[] =>
  rules.format?.length ? rules.format : undeclaredFormats;
