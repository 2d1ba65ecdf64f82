/** Ids that point at nothing. The row stays (an incident is never lost); where it is kept instead is said. */
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import { type Code, type Problem, problem } from '../src/errors.js';
import type { Contract } from '../src/staging/contract.js';
import type { Receipt } from '../src/staging/receipt.js';

/** Each reference has an entry of its own in the catalogue, whose hint says what becomes of the row. */
type ReferenceCode = Extract<Code, `reference_${string}`>;

/** One warning for each row whose reference is unknown, in the order of files and lines. A kind that isn't given at all can't be missed. */
export async function checkReferences(
  db: Database,
  contract: Contract,
  receipts: readonly Receipt[],
): Promise<Problem[]> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const problems: { file: number; line: number; problem: Problem }[] = [];
  for (const reference of contract.references) {
    const column = quoteName(reference.column);
    const rows = await db.rows<{ file: number; line: number; value: string }>(
      `SELECT _file AS file, _line AS line, ${column} AS value FROM staging.${quoteName(contract.kind)}
       WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT ${quoteName(reference.key)} FROM staging.${quoteName(reference.to)})
         AND EXISTS (SELECT 1 FROM staging.${quoteName(reference.to)})`,
    );
    for (const { file, line, value } of rows)
      problems.push({
        file,
        line,
        problem: problem(
          `reference_${contract.kind}_${reference.column}` as ReferenceCode,
          { column: reference.column, value, target: reference.to },
          { file: paths.get(file) ?? '', line, column: reference.column },
          'warning',
        ),
      });
  }
  return problems.sort((a, b) => a.file - b.file || a.line - b.line).map((p) => p.problem);
}
