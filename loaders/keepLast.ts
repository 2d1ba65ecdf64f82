/** Event logs: which row of each incident is the last. Decided over all files of a source entry together. */
import type { OrderColumn } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import { KadoError, type Place, type Problem, problem } from '../src/errors.js';
import { readTime } from '../src/staging/typing.js';
import { byFile, type FileFormats } from './fileFormats.js';

export interface Ordering {
  /** SQL for ORDER BY, the last row first. */
  readonly sql: string;
  readonly warnings: readonly Problem[];
}

/**
 * The order of an entry's rows. A declared column is read as declared (values that don't read rank oldest, with a warning);
 * an undeclared one must be all numbers or all times that need no format: anything else is an error, never a guess.
 */
export async function orderRows(
  db: Database,
  table: string,
  orders: readonly OrderColumn[],
  timezone: string,
  formats: FileFormats,
  placeOf: (i: number) => Place,
): Promise<Ordering> {
  const terms: string[] = [];
  const warnings: Problem[] = [];
  for (const [i, order] of orders.entries()) {
    const text = `o_${i}`;
    const reading = {
      number: `try_cast(${text} AS DOUBLE)`,
      time: byFile(formats.get(text), order.format, (format) =>
        readTime(text, { timezone: order.timezone ?? timezone, format }),
      ),
      text,
    };
    const [counts] = await db.rows<{ present: number; number: number; time: number }>(
      `SELECT count(${text}) AS present, count(${reading.number}) AS number, count(${reading.time}) AS time FROM ${quoteName(table)}`,
    );
    const { present, ...read } = counts!;
    let as = order.as;
    if (as === undefined) {
      if (read.number === present) as = 'number';
      else if (read.time === present) as = 'time';
      else throw new KadoError(problem('order_undeclared', { column: order.column }, placeOf(i)));
    } else if (as !== 'text' && read[as] < present)
      warnings.push(
        problem(
          'order_value_unreadable',
          { column: order.column, count: present - read[as] },
          placeOf(i),
          'warning',
        ),
      );
    terms.push(`${reading[as]} DESC NULLS LAST`);
    // Versions of 17 digits and more are the same double; as decimals they are told apart.
    if (as === 'number') terms.push(`try_cast(${text} AS DECIMAL(38, 9)) DESC NULLS LAST`);
  }
  return { sql: [...terms, '_file DESC', '_line DESC'].join(', '), warnings };
}
