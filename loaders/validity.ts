/** Periods of validity of systems and units that can't be: turned round, or two of one id that overlap. */
import type { Kind } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName } from '../src/duckdb/quote.js';
import { type Problem, problem } from '../src/errors.js';
import type { Receipt } from '../src/staging/receipt.js';

const dated = [
  { kind: 'units', key: 'unit_id' },
  { kind: 'systems', key: 'system_id' },
] as const satisfies readonly { kind: Kind; key: string }[];

/** Both ends are days of the period; an end that isn't given is open. */
export const validFrom = `coalesce(valid_from, DATE '0001-01-01')`;
export const validTo = `coalesce(valid_to, DATE '9999-12-31')`;

interface Period {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly file: number;
  readonly line: number;
}

interface Overlap extends Period {
  readonly otherFrom: string | null;
  readonly otherTo: string | null;
  readonly otherFile: number;
  readonly otherLine: number;
}

/** One warning for each row turned round, and for each that begins before an earlier one of its id has ended. */
export async function findValidityFaults(db: Database, receipts: readonly Receipt[]): Promise<Problem[]> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const problems: Problem[] = [];
  for (const { kind, key } of dated) {
    const rows = `SELECT ${quoteName(key)} AS id, valid_from::VARCHAR AS "from", valid_to::VARCHAR AS "to", _file AS file, _line AS line,
      ${validFrom} AS begins, ${validTo} AS ends FROM staging.${quoteName(kind)}`;
    for (const row of await db.rows<Period>(
      `SELECT id, "from", "to", file, line FROM (${rows}) WHERE ends < begins ORDER BY file, line`,
    )) {
      const place = { file: paths.get(row.file) ?? '', line: row.line, column: 'valid_to' };
      const params = { id: row.id, from: row.from ?? '', to: row.to ?? '' };
      problems.push(problem('validity_reversed', params, place, 'warning'));
    }
    // Of the periods that began before, the one that ends last is the one to be named: no pair need be looked at twice.
    const overlaps = await db.rows<Overlap>(
      `SELECT id, "from", "to", file, line, e.f AS "otherFrom", e.t AS "otherTo", e.file AS "otherFile", e.line AS "otherLine" FROM (
         SELECT *, max({ends: ends, file: file, line: line, f: "from", t: "to"})
           OVER (PARTITION BY id ORDER BY begins, file, line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS e
         FROM (${rows}) WHERE ends >= begins)
       WHERE e.ends >= begins ORDER BY file, line`,
    );
    for (const row of overlaps) {
      const place = { file: paths.get(row.file) ?? '', line: row.line, column: 'valid_from' };
      const params = {
        id: row.id,
        period: period(row.from, row.to),
        other: `${paths.get(row.otherFile) ?? ''}:${row.otherLine}`,
        earlier: period(row.otherFrom, row.otherTo),
      };
      problems.push(problem('validity_overlap', params, place, 'warning'));
    }
  }
  return problems;
}

const period = (from: string | null, to: string | null): string => `${from ?? '…'} – ${to ?? '…'}`;
