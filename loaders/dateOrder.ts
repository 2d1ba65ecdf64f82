/**
 * Dates that begin with their day or their month: which it is, is found over all such values of a column of one file, or
 * not at all. A value that reads in one order only decides; where none does, or two contradict, the file is refused.
 */
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import { fold } from '../src/staging/typing/fold.js';

/** 03/04/2026 10:00, 3.4.2026, 6/21/2025, 4:14 PM, 21-06-25; both separators must be the same. */
const pattern = String.raw`^\d{1,2}([/.-])\d{1,2}([/.-])(\d{4}|\d{2})(?:(,? |T)(\d{1,2}:\d{2})(:\d{2})?( ?[AaPp][Mm])?)?$`;
/** The same for a text with white space around it. */
const shape = String.raw`^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d`;
const groups = ['sep', 'sep2', 'year', 'glue', 'clock', 'second', 'meridiem'];

/** What is first. Two digits of a year may be first too, as in 26/04/01; beside them a date of four has its own order. */
export type Order = 'day' | 'month' | 'year, else day' | 'year, else month';
/** Where nobody said that the year is last. */
export const allOrders: readonly Order[] = ['day', 'month', 'year, else day', 'year, else month'];

/** How a date is written, but for the order of its day and month. */
interface Form {
  readonly sep: string;
  readonly shortYear: boolean;
  readonly glue: string;
  readonly clock: boolean;
  readonly second: boolean;
  readonly meridiem: string;
}

/** The texts of one column in one table. */
export interface DateTexts {
  readonly table: string;
  readonly line: string;
  /** SQL over the table's columns. */
  readonly text: string;
  /** SQL condition on a text `v`: a declared format reads it anyway. */
  readonly readsAnyway: string;
}

/** A value and where it stands. */
export interface Example {
  readonly value: string;
  readonly line: number;
}

/** Values of one kind: how many, and the first. */
export interface Finding extends Example {
  readonly count: number;
}

export interface DateEvidence {
  /** Values that read in at least one order. The others are rejects, whatever the order. */
  readonly any: Finding;
  /** Orders in which all of them read, with the formats for it and what speaks against the other orders. */
  readonly fitting: readonly {
    readonly order: Order;
    readonly formats: readonly string[];
    readonly deciding: Finding;
  }[];
  /** Values that don't read in an order. */
  readonly against: Readonly<Partial<Record<Order, Finding>>>;
  /** Whether the column has values that look otherwise. */
  readonly others: boolean;
  readonly formatsIn: (order: Order) => readonly string[];
}

/** SQL condition, cheap for ISO 8601 and true too often rather than too seldom: the text may be a date of this kind. */
export const mayBeDayOrMonthFirst = (text: string): string =>
  `CASE WHEN ${text} LIKE '____-__-__%' THEN false ELSE coalesce(regexp_matches(${fold(text)}, ${quoteText(shape)}), false) END`;

/** The values that are weighed, each once, with its number and first line. */
const weighed = 'weighed_dates';

/** What the values say about their order; undefined where none of them reads in any. */
export async function weighDates(
  db: Database,
  texts: DateTexts,
  orders: readonly Order[],
): Promise<DateEvidence | undefined> {
  await db.run(
    `CREATE TEMP TABLE ${weighed} AS
     SELECT v, regexp_matches(v, ${quoteText(pattern)}) AND NOT (${texts.readsAnyway}) AS looks, count(*) AS n, min(line) AS line
     FROM (SELECT ${fold('v')} AS v, line FROM (SELECT ${texts.text} AS v, ${texts.line} AS line FROM ${texts.table}) WHERE v IS NOT NULL)
     GROUP BY v`,
  );
  try {
    return await weigh(db, orders);
  } finally {
    await db.run(`DROP TABLE ${weighed}`);
  }
}

async function weigh(db: Database, orders: readonly Order[]): Promise<DateEvidence | undefined> {
  const forms = await findForms(db);
  const formatsIn = (order: Order): string[] => forms.map((form) => formatOf(form, order));
  const candidates = distinct(orders, formatsIn);
  const reads = (order: Order): string =>
    forms.length === 0
      ? 'false'
      : `try_strptime(v, [${formatsIn(order).map(quoteText).join(', ')}]) IS NOT NULL`;
  const example = (name: string, condition: string): string =>
    `coalesce(sum(n) FILTER (${condition}), 0)::BIGINT AS ${quoteName(`n ${name}`)}, min(line) FILTER (${condition}) AS ${quoteName(`line ${name}`)}, arg_min(v, line) FILTER (${condition}) AS ${quoteName(`value ${name}`)}`;
  const columns = [
    example('any', 'true'),
    example('decide', `NOT (${candidates.map(quoteName).join(' AND ')})`),
    ...candidates.flatMap((o) => {
      const rest = candidates.filter((other) => other !== o).map((other) => ` AND NOT ${quoteName(other)}`);
      return [
        example(`not ${o}`, `NOT ${quoteName(o)}`),
        example(`only ${o}`, `${quoteName(o)}${rest.join('')}`),
      ];
    }),
  ];
  const [found] = await db.rows<Record<string, number | string | null>>(
    `SELECT ${columns.join(', ')}
     FROM (SELECT line, v, n, ${candidates.map((o) => `${reads(o)} AS ${quoteName(o)}`).join(', ')} FROM ${weighed} WHERE looks)
     WHERE ${candidates.map(quoteName).join(' OR ')}`,
  );
  if (!found?.['n any']) return undefined;
  const [rest] = await db.rows<{ others: boolean | null }>(
    `SELECT bool_or(NOT looks) AS others FROM ${weighed}`,
  );
  const take = (name: string): Finding => ({
    count: Number(found[`n ${name}`]),
    value: String(found[`value ${name}`]),
    line: Number(found[`line ${name}`]),
  });
  const fits = (order: Order): boolean => found[`n not ${order}`] === 0;
  return {
    any: take('any'),
    fitting: candidates.filter(fits).map((order) => ({
      order,
      formats: formatsIn(order),
      // Of three orders, each of the other two may be ruled out by a value of its own.
      deciding: take(found[`n only ${order}`] === 0 ? 'decide' : `only ${order}`),
    })),
    against: Object.fromEntries(candidates.filter((o) => !fits(o)).map((o) => [o, take(`not ${o}`)])),
    others: rest?.others === true,
    formatsIn,
  };
}

/** Orders that make a difference to these values. */
function distinct(orders: readonly Order[], formatsIn: (order: Order) => readonly string[]): Order[] {
  const seen = new Set<string>();
  return orders.filter((order) => {
    const formats = formatsIn(order).join('\n');
    return !seen.has(formats) && seen.add(formats);
  });
}

/** The forms that occur, those of two-digit years first: %Y would read 26 as the year 26. */
async function findForms(db: Database): Promise<Form[]> {
  const names = groups.map((g) => `'${g}'`).join(', ');
  return await db.rows<Form>(
    `SELECT DISTINCT g.sep AS sep, length(g.year) = 2 AS "shortYear", g.glue AS glue, g.clock <> '' AS clock, g.second <> '' AS second,
       CASE WHEN g.meridiem LIKE ' %' THEN ' %p' WHEN g.meridiem <> '' THEN '%p' ELSE '' END AS meridiem
     FROM (SELECT regexp_extract(v, ${quoteText(pattern)}, [${names}]) AS g FROM ${weighed} WHERE looks)
     WHERE g.sep = g.sep2 ORDER BY "shortYear" DESC, sep, glue, clock, second, meridiem`,
  );
}

/** The strptime format of a form in one order. */
function formatOf(form: Form, order: Order): string {
  const year = form.shortYear ? '%y' : '%Y';
  const first = form.shortYear && order.startsWith('year') ? 'year' : order.endsWith('day') ? 'day' : 'month';
  const fields = { day: ['%d', '%m', year], month: ['%m', '%d', year], year: [year, '%m', '%d'] }[first];
  const day = fields.join(form.sep);
  if (!form.clock) return day;
  return `${day}${form.glue}${form.meridiem ? '%I' : '%H'}:%M${form.second ? ':%S' : ''}${form.meridiem}`;
}
