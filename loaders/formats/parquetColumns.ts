/** Parquet's typed columns as texts that the typed layer reads: each column of the table as an SQL expression. */
import type { Database } from '../../src/duckdb/database.js';
import { quoteName, quoteText } from '../../src/duckdb/quote.js';

/** What parts the plain values of a list (docs: "lists separated by ;"). */
const listSeparator = ';';
/** Structs in structs; deeper ones are given as JSON. */
const deepestStruct = 10;

export interface ParquetColumn {
  readonly path: string;
  /** DuckDB's type, or the leaf's within a struct. */
  readonly type: string;
  /** Yields VARCHAR. */
  readonly sql: string;
  /** Bytes that are no text. */
  readonly binary: boolean;
}

interface Described {
  readonly column_name: string;
  readonly column_type: string;
}

/** The columns of `relation` (something that can stand behind FROM), structs spread out to dotted paths. */
export async function describeColumns(db: Database, relation: string): Promise<ParquetColumn[]> {
  const spread = async (rows: readonly Described[], above: Above | undefined): Promise<ParquetColumn[]> => {
    const columns: ParquetColumn[] = [];
    for (const { column_name: name, column_type: type } of rows) {
      const path = above ? `${above.path}.${name}` : name;
      const sql = above ? `struct_extract(${above.sql}, ${quoteText(name)})` : quoteName(name);
      const depth = (above?.depth ?? 0) + 1;
      if (/^STRUCT\(.*\)$/s.test(type) && depth <= deepestStruct) {
        const fields = await db.rows<Described>(`DESCRIBE SELECT unnest(${sql}) FROM ${relation}`);
        columns.push(...(await spread(fields, { path, sql, depth })));
      } else {
        columns.push({ path, type, sql: textOf(sql, type), binary: /^BLOB(\[\])?$/.test(type) });
      }
    }
    return columns;
  };
  return spread(await db.rows<Described>(`DESCRIBE SELECT * FROM ${relation}`), undefined);
}

interface Above {
  readonly path: string;
  readonly sql: string;
  readonly depth: number;
}

function textOf(sql: string, type: string): string {
  if (type.startsWith('STRUCT(') || type.startsWith('MAP(') || type.startsWith('UNION('))
    return `CAST(to_json(${sql}) AS VARCHAR)`;
  if (!type.endsWith(']')) return plainText(sql, type);
  const item = type.replace(/\[\d*\]$/, '');
  if (item.endsWith(']')) return `CAST(to_json(${sql}) AS VARCHAR)`;
  return `array_to_string(list_transform(${sql}, lambda item: ${plainText('item', item)}), ${quoteText(listSeparator)})`;
}

function plainText(sql: string, type: string): string {
  const text = `CAST(${sql} AS VARCHAR)`;
  // 5.0 is how whole numbers look that had a missing one among them; the shortest text is 5.
  if (type === 'DOUBLE' || type === 'FLOAT') return `regexp_replace(${text}, '[.]0$', '')`;
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return `replace(CAST(timezone('UTC', ${sql}) AS VARCHAR), ' ', 'T') || 'Z'`;
  if (type.startsWith('TIMESTAMP')) return `replace(${text}, ' ', 'T')`;
  return text;
}
