/**
 * Stage 1b½: values that are known to be wrong. Every correction looks at the canonical texts of the rows that are kept,
 * as the export and its mapping give them, never at what another correction makes of them.
 */

import type { Config, Correction, Kind } from '../src/config/model.js';
import { nearest } from '../src/config/nearest.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import { type Problem, problem } from '../src/errors.js';
import { type Contract, columnNames } from '../src/staging/contract.js';
import { contracts } from '../src/staging/contracts/index.js';
import { readText } from '../src/staging/typing.js';
import { expandPath, type FoundFile } from './paths.js';

/** A correction that says which rows it means. */
interface Meant {
  readonly correction: Correction;
  /** Text of each key column, in the contract's order; undefined where the row is named by file and line. */
  readonly key: readonly (string | null)[] | undefined;
  /** Absolute paths; undefined: any file. */
  readonly files: ReadonlySet<string> | undefined;
}

export interface Plan {
  readonly meant: ReadonlyMap<Kind, readonly Meant[]>;
  /** What is wrong with corrections before any row is looked at. */
  readonly problems: readonly Problem[];
}

/** Holds the configuration's corrections to the contracts, and looks up the files that they name. */
export async function planCorrections(config: Config): Promise<Plan> {
  const meant = new Map<Kind, Meant[]>();
  const problems: Problem[] = [];
  const expanded = new Map<string, ReadonlySet<string>>();
  for (const correction of config.corrections?.entries ?? []) {
    const fault = faultOf(correction, config);
    if (fault) {
      problems.push(fault);
      continue;
    }
    const { kind, file } = correction;
    if (file !== undefined && !expanded.has(file))
      expanded.set(file, new Set((await expandPath(config.folder, file)).map((f) => f.absolute)));
    meant.set(kind, [
      ...(meant.get(kind) ?? []),
      { correction, key: keyOf(correction), files: file === undefined ? undefined : expanded.get(file)! },
    ]);
  }
  return { meant, problems };
}

/** Key columns without which no row is known; the others may be empty. */
const neededKey = (contract: Contract): string[] =>
  contract.key.filter((name) => contract.columns.find((c) => c.name === name)!.required);

function namedKey({ kind, key }: Correction): Readonly<Record<string, string | null>> {
  if (typeof key !== 'string') return key ?? {};
  const [only] = neededKey(contracts[kind]);
  return { [only!]: key };
}

function keyOf(correction: Correction): (string | null)[] | undefined {
  if (correction.key === undefined) return undefined;
  const named = namedKey(correction);
  return contracts[correction.kind].key.map((name) => named[name] ?? null);
}

function faultOf(correction: Correction, config: Config): Problem | undefined {
  const { kind, key, column, index } = correction;
  const contract = contracts[kind];
  const at = (part: string) => config.corrections!.placeOf([index, part]);
  const columns = columnNames(contract);
  if (!columns.includes(column)) {
    const near = nearest(column, columns) ?? columns.slice(0, 12).join(', ');
    return problem('correction_column_unknown', { kind, column, near }, at('column'));
  }
  if (key === undefined) return undefined;
  const expected = contract.key.join(', ');
  const named = namedKey(correction);
  const stray = Object.keys(named).find((name) => !contract.key.includes(name));
  if (stray !== undefined)
    return problem('correction_key_unknown', { kind, column: stray, expected }, at('key'));
  const missing = neededKey(contract).filter((name) => (named[name] ?? null) === null);
  if (missing.length > 0)
    return problem('correction_key_incomplete', { kind, missing: missing.join(', '), expected }, at('key'));
  if (contract.key.includes(column)) return problem('correction_key_column', { kind, column }, at('column'));
  return undefined;
}

/**
 * Writes into `staging.corrections` each cell of `relation` (kept and other rows of one source entry, with `v_<column>`)
 * that a correction means, with what it says; whether that is what it must say is judged over all entries together
 * (correctionChecks.ts). Returns the columns that have such cells.
 */
export async function findCells(
  db: Database,
  { meant }: Plan,
  contract: Contract,
  relation: string,
  files: readonly FoundFile[],
  firstFile: number,
): Promise<string[]> {
  const list = meant.get(contract.kind) ?? [];
  for (const byKey of [true, false]) {
    const chosen = list.filter((m) => (m.key !== undefined) === byKey);
    if (chosen.length > 0) await db.run(cellsQuery(chosen, contract, relation, files, firstFile));
  }
  const found = await db.rows<{ column: string }>(
    `SELECT DISTINCT "column" FROM staging.corrections WHERE kind = ${quoteText(contract.kind)}
     AND file >= ${firstFile} AND file < ${firstFile + files.length} ORDER BY 1`,
  );
  return found.map((row) => row.column);
}

const textOrNull = (text: string | null | undefined): string =>
  text === null || text === undefined ? 'NULL::VARCHAR' : readText(quoteText(text), []);

function cellsQuery(
  chosen: readonly Meant[],
  contract: Contract,
  relation: string,
  files: readonly FoundFile[],
  firstFile: number,
): string {
  const rows = chosen.map(({ correction: c, key, files: only }) => {
    const numbers = files.flatMap((f, i) =>
      only === undefined || only.has(f.absolute) ? [firstFile + i] : [],
    );
    const values = [
      String(c.index),
      quoteText(c.column),
      textOrNull(c.to),
      quoteText(c.reason),
      quoteText(c.by),
      c.on === undefined ? 'NULL::VARCHAR' : quoteText(c.on),
      String(c.place.line ?? 0),
      `[${numbers.join(', ')}]::INTEGER[]`,
      ...(key?.map(textOrNull) ?? [String(c.line)]),
    ];
    return `(${values.join(', ')})`;
  });
  const marks = chosen[0]!.key?.map((_, i) => `k_${i}`) ?? ['line'];
  const fits = chosen[0]!.key
    ? contract.key.map((name, i) => `${readText(quoteName(`v_${name}`), [])} IS NOT DISTINCT FROM c.k_${i}`)
    : ['r._line = c.line'];
  const columns = [...new Set(chosen.map((m) => m.correction.column))];
  const says = columns.map((c) => `WHEN ${quoteText(c)} THEN ${readText(quoteName(`v_${c}`), [])}`).join(' ');
  return `
    INSERT INTO staging.corrections
    SELECT c.correction, ${quoteText(contract.kind)}, r._file, r._line, c."column", CASE c."column" ${says} END, c."to", c.reason, c."by", c."on", c.correction_line
    FROM ${relation} r JOIN (VALUES ${rows.join(',\n')}) c(correction, "column", "to", reason, "by", "on", correction_line, files, ${marks.join(', ')})
      ON ${fits.join(' AND ')} AND list_contains(c.files, r._file)
    WHERE r.place = 'kept'`;
}

/** `relation` with the corrected texts in their places, as a relation. `columns` are those that `findCells` found there. */
export function correctedRelation(relation: string, kind: Kind, columns: readonly string[]): string {
  if (columns.length === 0) return relation;
  const cells = columns.map(
    (c, i) =>
      `bool_or("column" = ${quoteText(c)}) AS hit_${i}, max("to") FILTER ("column" = ${quoteText(c)}) AS to_${i}`,
  );
  const replaced = columns.flatMap((c, i) => {
    const hit = `coalesce(c.hit_${i}, false)`;
    const [v, f] = [quoteName(`v_${c}`), quoteName(`f_${c}`)];
    // Where the column's own expression failed, the correction gives the value that it couldn't.
    return [`CASE WHEN ${hit} THEN c.to_${i} ELSE r.${v} END AS ${v}`, `(r.${f} AND NOT ${hit}) AS ${f}`];
  });
  return `(SELECT r.* REPLACE (${replaced.join(', ')}) FROM ${relation} r
    LEFT JOIN (SELECT file, line, ${cells.join(', ')} FROM staging.corrections WHERE kind = ${quoteText(kind)} GROUP BY file, line) c
      ON c.file = r._file AND c.line = r._line)`;
}
