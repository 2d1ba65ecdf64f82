/**
 * The only place that opens DuckDB. One embedded database per run, in memory, spilling to the run's own folder;
 * it can read and write that folder, read the files that it was opened for, and nothing else; its configuration is locked,
 * and no extension is ever fetched.
 */
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue, version } from '@duckdb/node-api';
import { quoteText } from './quote.js';

export type Row = Readonly<Record<string, DuckDBValue>>;
export type Scalar = string | number | boolean | null;

export interface Database {
  /** The folder that the database may read from and write to. */
  readonly folder: string;
  /** Files outside of the folder that it may read: absolute, without symbolic links. */
  readonly readable: ReadonlySet<string>;
  run(sql: string, params?: Readonly<Record<string, Scalar>>): Promise<void>;
  /** All rows, with integers as numbers (beyond 2^53 an error), decimals as doubles, and no other type than text, number, boolean, null. */
  rows<T>(sql: string, params?: Readonly<Record<string, Scalar>>): Promise<T[]>;
  close(): void;
}

/** Half of these machines' memory target (2 GB at full scale), the rest being Node's. */
const memoryLimit = '1GB';

export interface DatabaseOptions {
  readonly threads?: number;
  /** Files that DuckDB's own reader may open: absolute, without symbolic links (DuckDB follows these before it compares). */
  readonly readable?: readonly string[];
}

/**
 * Opens a database confined to `folder` and the `readable` files. All sessions run in UTC, so that no text of a time depends on the machine's zone;
 * `threads` is fixed by the caller where the order of work could show.
 */
export async function openDatabase(
  folder: string,
  { threads, readable = [] }: DatabaseOptions = {},
): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const settings = [
    "SET TimeZone = 'UTC'",
    "SET Calendar = 'gregorian'",
    `SET memory_limit = '${memoryLimit}'`,
    `SET temp_directory = ${quoteText(`${folder}/spill`)}`,
    'SET autoinstall_known_extensions = false',
    'SET autoload_known_extensions = false',
    'SET allow_community_extensions = false',
    // It makes a join of a list of more than a few texts (`x IN (…)`, ours or a configuration's), and the rows of a join come out
    // in any order: an export's rows would get each other's line numbers (seen in DuckDB 1.5.6 from two buffers' length on).
    "SET disabled_optimizers = 'in_clause'",
    // x / 0 is NULL, as x // 0 and x % 0 are: not known. By default it is an infinity, and 0 / 0 greater than any number: a rule of a
    // scheme would hold for an incident of which it can tell nothing.
    'SET ieee_floating_point_ops = false',
    threads ? `SET threads = ${threads}` : '',
    `SET allowed_directories = [${quoteText(folder)}]`,
    readable.length > 0 ? `SET allowed_paths = [${readable.map(quoteText).join(', ')}]` : '',
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
  for (const statement of settings) if (statement) await connection.run(statement);
  return {
    folder,
    readable: new Set(readable),
    run: async (sql, params) => {
      await connection.run(sql, params as Record<string, DuckDBValue> | undefined);
    },
    rows: (sql, params) => readRows(connection, sql, params),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** DuckDB's own version, for `kado doctor` and the manifest. */
export const databaseVersion = (): string => version();

async function readRows<T>(
  connection: DuckDBConnection,
  sql: string,
  params?: Readonly<Record<string, Scalar>>,
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, params as Record<string, DuckDBValue> | undefined);
  const names = reader.columnNames();
  return reader.getRowsJS().map((values) => {
    const row: Record<string, Scalar> = {};
    for (let i = 0; i < names.length; i++) row[names[i]!] = plain(values[i], names[i]!);
    return row as T;
  });
}

function plain(value: unknown, name: string): Scalar {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') {
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)
      throw new RangeError(`column ${name}: ${value} is beyond exact integers; cast it to text in the query`);
    return Number(value);
  }
  throw new TypeError(`column ${name}: cast it to text or a number in the query`);
}
