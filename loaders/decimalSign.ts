/** What parts whole and decimal in a column of one file, where nobody said so: all its numbers together may not contradict. */
import type { Database } from '../src/duckdb/database.js';
import { quoteText } from '../src/duckdb/quote.js';
import { fold } from '../src/staging/typing/fold.js';
import { numberPattern } from '../src/staging/typing/numbers.js';
import type { Example } from './dateOrder.js';

/** A comma that can only be the decimal sign, or points that can only group. */
const commaDecimal = String.raw`^(\d+,(\d{1,2}|\d{4,})|0\d*,\d+|,\d+|\d{4,},\d+|\d{1,3}(\.\d{3})+,\d*|\d{1,3}(\.\d{3}){2,})$`;
/** A comma that can only group. */
const commaGroups = String.raw`^[1-9]\d{0,2}((,\d{3}){2,}(\.\d*)?|(,\d{3})+\.\d*)$`;
/** A point that can only be the decimal sign. */
const pointDecimal = String.raw`^(\d+\.(\d{1,2}|\d{4,})|0\d*\.\d+|\.\d+|\d{4,}\.\d+)$`;
/** One group of three: thousands, or three decimals. */
const either = String.raw`^[1-9]\d{0,2}[,.]\d{3}$`;

/** SQL condition, cheap for plain numbers: the text needs to be weighed. In a file parted by semicolons a point may group too. */
export const needsWeighing = (text: string, delimiter: string): string => {
  const comma = `contains(${text}, ',') OR contains(${text}, '，')`;
  return delimiter === ';' ? `${comma} OR contains(${text}, '.')` : `${comma} OR ${text} LIKE '%.%.%'`;
};

export interface DecimalEvidence {
  readonly commaDecimal: Example | undefined;
  readonly commaGroups: Example | undefined;
  readonly pointDecimal: Example | undefined;
  readonly either: Example | undefined;
  readonly eitherCount: number;
}

const shapes = { commaDecimal, commaGroups, pointDecimal, either } as const;

/** The first value of each kind. `text` is SQL over the table's columns. */
export async function weighDecimals(
  db: Database,
  table: string,
  line: string,
  text: string,
): Promise<DecimalEvidence> {
  const body = `regexp_extract(${fold(text)}, ${quoteText(numberPattern(undefined))}, 2)`;
  const columns = Object.entries(shapes).map(([name, pattern]) => {
    const filter = `FILTER (regexp_matches(b, ${quoteText(pattern)}))`;
    return `min(line) ${filter} AS "line_${name}", arg_min(v, line) ${filter} AS "value_${name}"`;
  });
  const [found] = await db.rows<Record<string, string | number | null>>(
    `SELECT count_if(regexp_matches(b, ${quoteText(either)})) AS n, ${columns.join(', ')}
     FROM (SELECT ${line} AS line, ${text} AS v, ${body} AS b FROM ${table} WHERE ${text} IS NOT NULL)`,
  );
  const example = (name: string): Example | undefined => {
    const line = found?.[`line_${name}`];
    return typeof line === 'number' ? { line, value: String(found![`value_${name}`]) } : undefined;
  };
  const examples = Object.fromEntries(Object.keys(shapes).map((name) => [name, example(name)]));
  return { ...(examples as Omit<DecimalEvidence, 'eitherCount'>), eitherCount: Number(found?.n ?? 0) };
}

/** What is wrong with a column's numbers together, if anything. */
export type DecimalFault =
  | { readonly kind: 'mixed'; readonly one: Example; readonly other: Example }
  | { readonly kind: 'ambiguous'; readonly first: Example; readonly count: number };

export function judgeDecimals(e: DecimalEvidence, delimiter: string): DecimalFault | undefined {
  // 1,5 makes of 1,234 or 1.234 beside it either of two numbers.
  const other = e.commaGroups ?? e.either;
  if (e.commaDecimal && other) return { kind: 'mixed', one: e.commaDecimal, other };
  if (delimiter !== ';' || !e.either || e.commaGroups || e.commaDecimal) return undefined;
  // 0.5 and 1234.5 say that the point is the decimal sign.
  if (e.pointDecimal) return undefined;
  return { kind: 'ambiguous', first: e.either, count: e.eitherCount };
}
