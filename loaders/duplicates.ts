/** One row per key: identical rows count once, of differing ones the later line stays, and both lines are reported. */
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import { KadoError, type Problem, problem } from '../src/errors.js';
import type { Contract } from '../src/staging/contract.js';
import type { Receipt } from '../src/staging/receipt.js';
import { copyAdopted } from './adopted.js';

interface Pair {
  readonly key: string;
  readonly file: number;
  readonly line: number;
  readonly keptFile: number;
  readonly keptLine: number;
  readonly differing: string;
}

/**
 * Removes all but the last row of each key from `staging.<kind>`, moving them from "staged" to "duplicate" in their file's account.
 * Later means: in a later file of the configuration, or a later line of the same file.
 */
export async function dropDuplicates(
  db: Database,
  contract: Contract,
  receipts: readonly Receipt[],
): Promise<Problem[]> {
  const table = `staging.${quoteName(contract.kind)}`;
  const key = contract.key.map(quoteName);
  const own = contract.columns.map((c) => c.name);
  const differing = own.map(
    (c) => `CASE WHEN d.${quoteName(c)} IS DISTINCT FROM s.${quoteName(c)} THEN '${c}' END`,
  );
  const whole = [...key, ...ownScopes(contract, receipts)].join(', ');
  const [repeated] = await db.rows<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM ${table} GROUP BY ${whole} HAVING count(*) > 1)`,
  );
  if (repeated!.n === 0) return [];
  await copyAdopted(db, contract.kind);
  const last = `(PARTITION BY ${whole} ORDER BY _file DESC, _line DESC)`;
  await db.run(
    `CREATE TEMP TABLE dropped AS SELECT * FROM (
       SELECT *, row_number() OVER ${last} AS nth, first_value(_file) OVER ${last} AS kept_file, first_value(_line) OVER ${last} AS kept_line FROM ${table}) WHERE nth > 1`,
  );
  const pairs = await db.rows<Pair>(
    `SELECT concat_ws(' ', ${key.map((k) => `d.${k}`).join(', ')}) AS key, d._file AS file, d._line AS line, s._file AS "keptFile", s._line AS "keptLine",
       concat_ws(', ', ${differing.join(', ')}) AS differing
     FROM dropped d JOIN ${table} s ON s._file = d.kept_file AND s._line = d.kept_line ORDER BY d._file, d._line`,
  );
  await db.run(`DELETE FROM ${table} t USING dropped d WHERE t._file = d._file AND t._line = d._line`);
  await db.run('DROP TABLE dropped');
  const byFile = new Map(receipts.map((r) => [r.file, r]));
  return pairs.flatMap((pair) => {
    const receipt = byFile.get(pair.file);
    // A company of the configuration itself, which an export describes too: the export's row is the later word.
    if (!receipt) return [];
    receipt.staged--;
    receipt.duplicate++;
    const place = { file: receipt.path, line: pair.line };
    const keptReceipt = byFile.get(pair.keptFile)!;
    const kept = `${keptReceipt.path}:${pair.keptLine}`;
    // Two companies' tools may number alike: these are two incidents, and neither may be lost to the other.
    if (contract.kind === 'incidents' && pair.differing !== '' && keptReceipt.company !== receipt.company)
      throw new KadoError(problem('incident_id_shared', { key: pair.key, kept }, place));
    return pair.differing === ''
      ? problem('duplicate_identical', { key: pair.key, kept }, place, 'warning')
      : problem('duplicate_conflict', { key: pair.key, kept, columns: pair.differing }, place, 'warning');
  });
}

/**
 * Where the key is a scope: a layer, flow or theme that the export of one company names is that company's own, so rows of two
 * companies for it are two rows. SQL for whose it is.
 */
function ownScopes({ key, columns }: Contract, receipts: readonly Receipt[]): string[] {
  const scope = columns.find((c) => c.type.is === 'scope' && key.includes(c.name));
  const owners = receipts.filter((r) => r.company !== undefined);
  if (!scope || owners.length === 0) return [];
  const whens = owners.map((r) => `WHEN ${r.file} THEN ${quoteText(r.company!)}`);
  return [
    `CASE WHEN regexp_matches(${quoteName(scope.name)}, '^(layer|flow|theme):') THEN CASE _file ${whens.join(' ')} END END`,
  ];
}
