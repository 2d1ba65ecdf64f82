/** Stage 1a: one file's raw table → canonical texts (`v_<column>`), with what `keep_last` and `where` need. Still no types. */
import type { ColumnMapping, OrderColumn, Source } from '../src/config/model.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import type { Column } from '../src/staging/contract.js';
import { readText } from '../src/staging/typing.js';
import type { WeighedColumn } from './evidence.js';
import type { Mapping } from './mapping.js';

/** A `where` that can't be computed for a row. */
export const whereFailed = -1;

/**
 * SELECT that turns raw rows (`from`) into canonical texts of the `given` columns: `v_<column>` (NULL = missing),
 * `f_<column>` (true where the column's own expression failed on the row), `keeps`; with `keep_last` its key `k` and order `o_<i>`. `carried` goes along as it is; `spaces` as readText has it.
 */
export function textsQuery(
  source: Source,
  given: readonly Column[],
  mapping: Mapping,
  from: string,
  carried: readonly string[],
  spaces?: string,
): string {
  const parts = [...carried];
  for (const { name } of given) {
    const m = mapping.columns.get(name);
    parts.push(
      `${m ? canonicalText(m, mapping.missing, spaces) : 'NULL::VARCHAR'} AS ${quoteName(`v_${name}`)}`,
    );
    parts.push(
      `${m?.sql === undefined ? 'false' : `${evaluated(m.sql)} IS NULL`} AS ${quoteName(`f_${name}`)}`,
    );
  }
  if (source.keepLast) {
    parts.push(`${readText(quoteName(source.keepLast.by), mapping.missing)} AS k`);
    for (const [i, order] of source.keepLast.order.entries())
      parts.push(`${readText(quoteName(order.column), mapping.missing)} AS o_${i}`);
  }
  parts.push(
    source.where === undefined
      ? '1 AS keeps'
      : `coalesce(TRY(CASE WHEN coalesce(CAST((${source.where}\n) AS BOOLEAN), false) THEN 1 ELSE 0 END), ${whereFailed}) AS keeps`,
  );
  return `SELECT ${parts.join(',\n  ')}\nFROM ${from}`;
}

/** Expression results carry a mark in front, so that "no value" ('=') and "the expression failed" (NULL) stay apart. */
const evaluated = (sql: string): string => `TRY('=' || coalesce(CAST((${sql}\n) AS VARCHAR), ''))`;

/** SQL over the raw table: a column's canonical text, NULL where it is missing. */
export function canonicalText(m: ColumnMapping, missing: readonly string[], spaces?: string): string {
  const source =
    m.sql !== undefined
      ? `substr(${evaluated(m.sql)}, 2)`
      : m.from !== undefined
        ? quoteName(m.from)
        : undefined;
  const otherwise = m.default === undefined ? undefined : quoteText(m.default);
  if (source === undefined) return `${otherwise ?? 'NULL'}::VARCHAR`;
  // An expression can make white space of its own.
  const value = readText(source, missing, m.sql === undefined ? spaces : undefined);
  const pairs = Object.entries(m.map ?? {});
  if (pairs.length === 0) return otherwise === undefined ? value : `coalesce(${value}, ${otherwise})`;
  const whens = pairs
    .map(([from, to]) => `WHEN ${quoteText(from)} THEN ${to === '' ? 'NULL' : quoteText(to)}`)
    .join(' ');
  return `CASE ${value} ${whens} ELSE ${otherwise ?? value} END`;
}

/** The columns of which a file's values may have to be weighed together before they are read (evidence.ts). */
export function weighedColumns(
  given: readonly Column[],
  mapping: Mapping,
  orders: readonly OrderColumn[],
  typed = false,
): WeighedColumn[] {
  const mapped = given.flatMap(({ name, type }) => {
    const m = mapping.columns.get(name);
    if (!m || (m.from === undefined && m.sql === undefined)) return [];
    const text = typed ? quoteName(`v_${name}`) : canonicalText(m, mapping.missing);
    return {
      name,
      own: m.from ?? name,
      key: `columns.${name}`,
      type: type.is,
      text,
      // What is mapped or stands in for nothing may be no value of the export.
      raw:
        !typed && m.from !== undefined && !m.map && m.default === undefined ? quoteName(m.from) : undefined,
      format: m.format,
    };
  });
  const ordering = orders.flatMap((order, i) =>
    order.as === 'time'
      ? {
          name: `o_${i}`,
          own: order.column,
          key: `keep_last.order`,
          type: 'time' as const,
          text: readText(quoteName(order.column), mapping.missing),
          raw: quoteName(order.column),
          format: order.format,
        }
      : [],
  );
  return [...mapped, ...ordering];
}
