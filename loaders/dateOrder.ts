/**
 * Dates that begin with their day or their month: which it is, is found over all such values of a column of one file, or
 * not at all. A value that reads in one order only decides; where none does, or two contradict, the file is refused.
 */
import type { Database } from '../src/duckdb/database.js';
import { quoteText } from '../src/duckdb/quote.js';
import { fold } from '../src/staging/typing/fold.js';

/** 03/04/2026 10:00, 3.4.2026, 6/21/2025, 4:14 PM, 21-06-25; both separators must be the same. */
const pattern = String.raw`^\d{1,2}([/.-])\d{1,2}([/.-])(\d{4}|\d{2})(?:(,? |T)(\d{1,2}:\d{2})(:\d{2})?( ?[AaPp][Mm])?)?$`;
const groups = ['sep', 'sep2', 'year', 'glue', 'clock', 'second', 'meridiem'];

/** `year`: only where years have two digits, which in 26/04/01 may be in front too. */
export type Order = 'day' | 'month' | 'year';

/** How a date is written, but for the order of its day and month. */
interface Form {
  readonly sep: string;
  readonly shortYear: boolean;
  readonly glue: string;
  readonly clock: boolean;
  readonly second: boolean;
  readonly meridiem: string;
}

/** The texts of one column in one table, as far as no declared format reads them. */
export interface DateTexts {
  readonly table: string;
  readonly line: string;
  /** SQL over the table's columns. */
  readonly text: string;
  /** SQL condition on `text`: a declared format reads it anyway. */
  readonly readsAnyway: string;
}

/** A value and where it stands. */
export interface Example {
  readonly value: string;
  readonly line: number;
}

export interface DateEvidence {
  /** Values that read in at least one order. The others are rejects, whatever the order. */
  readonly count: number;
  readonly first: Example;
  /** Orders in which all of them read, with the formats for it. */
  readonly fitting: readonly { readonly order: Order; readonly formats: readonly string[] }[];
  /** The first value that doesn't read in an order. */
  readonly against: Readonly<Partial<Record<Order, Example>>>;
  /** Whether the column has values that look otherwise. */
  readonly others: boolean;
  /** How many read in fewer than all orders, and the first of them. */
  readonly deciding: number;
  readonly firstDeciding?: Example | undefined;
  readonly formatsIn: (order: Order) => readonly string[];
}

/** SQL condition, cheap for ISO 8601: the text looks like a date of this kind. */
export const looksDayOrMonthFirst = (text: string): string =>
  `CASE WHEN ${text} LIKE '____-%' THEN false ELSE coalesce(regexp_matches(${fold(text)}, ${quoteText(pattern)}), false) END`;

/** What the values say about their order; undefined where none of them reads in any. */
export async function weighDates(
  db: Database,
  texts: DateTexts,
  orders: readonly Order[],
): Promise<DateEvidence | undefined> {
  const forms = await findForms(db, texts);
  const formatsIn = (order: Order): string[] => forms.flatMap((form) => formatOf(form, order) ?? []);
  const reads = (order: Order): string => {
    const formats = formatsIn(order).map(quoteText);
    return formats.length === 0 ? 'false' : `try_strptime(v, [${formats.join(', ')}]) IS NOT NULL`;
  };
  const columns = [...orders, 'all' as const].map((o) => {
    const miss = o === 'all' ? `NOT (${orders.map((x) => `"${x}"`).join(' AND ')})` : `NOT "${o}"`;
    return `count_if(${miss}) AS n_${o}, min(line) FILTER (${miss}) AS line_${o}, arg_min(v, line) FILTER (${miss}) AS value_${o}`;
  });
  const [found] = await db.rows<Record<string, number | string | null>>(
    `SELECT count(*) AS n, min(line) AS line, arg_min(v, line) AS value, ${columns.join(', ')}
     FROM (SELECT line, v, ${orders.map((o) => `${reads(o)} AS "${o}"`).join(', ')} FROM (${valuesQuery(texts)}))
     WHERE ${orders.map((o) => `"${o}"`).join(' OR ')}`,
  );
  if (!found?.n) return undefined;
  const [rest] = await db.rows<{ others: boolean | null }>(
    `SELECT bool_or(${texts.text} IS NOT NULL AND NOT ${looksDayOrMonthFirst(texts.text)}) AS others FROM ${texts.table}`,
  );
  const example = (value: unknown, line: unknown): Example => ({ value: String(value), line: Number(line) });
  const failing = orders.filter((o) => found[`n_${o}`] !== 0);
  return {
    count: Number(found.n),
    first: example(found.value, found.line),
    fitting: orders
      .filter((o) => !failing.includes(o))
      .map((order) => ({ order, formats: formatsIn(order) })),
    against: Object.fromEntries(failing.map((o) => [o, example(found[`value_${o}`], found[`line_${o}`])])),
    others: rest?.others === true,
    deciding: Number(found.n_all),
    firstDeciding: found.n_all === 0 ? undefined : example(found.value_all, found.line_all),
    formatsIn,
  };
}

const valuesQuery = ({ table, line, text, readsAnyway }: DateTexts): string =>
  `SELECT ${line} AS line, ${fold(text)} AS v FROM ${table} WHERE ${looksDayOrMonthFirst(text)} AND NOT (${readsAnyway})`;

/** The forms that occur, those of two-digit years first: %Y would read 26 as the year 26. */
async function findForms(db: Database, texts: DateTexts): Promise<Form[]> {
  const names = groups.map((g) => `'${g}'`).join(', ');
  return await db.rows<Form>(
    `SELECT DISTINCT g.sep AS sep, length(g.year) = 2 AS "shortYear", g.glue AS glue, g.clock <> '' AS clock, g.second <> '' AS second,
       CASE WHEN g.meridiem LIKE ' %' THEN ' %p' WHEN g.meridiem <> '' THEN '%p' ELSE '' END AS meridiem
     FROM (SELECT regexp_extract(v, ${quoteText(pattern)}, [${names}]) AS g FROM (${valuesQuery(texts)}))
     WHERE g.sep = g.sep2 ORDER BY "shortYear" DESC, sep, glue, clock, second, meridiem`,
  );
}

/** The strptime format of a form in one order. */
function formatOf(form: Form, order: Order): string | undefined {
  if (order === 'year' && !form.shortYear) return undefined;
  const year = form.shortYear ? '%y' : '%Y';
  const fields = { day: ['%d', '%m', year], month: ['%m', '%d', year], year: [year, '%m', '%d'] }[order];
  const day = fields.join(form.sep);
  if (!form.clock) return day;
  return `${day}${form.glue}${form.meridiem ? '%I' : '%H'}:%M${form.second ? ':%S' : ''}${form.meridiem}`;
}
