/** Ids that point at nothing. The row stays (an incident is never lost); where it is kept instead is said. */
import type { Kind } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import { type Code, catalogue, type Problem, problem } from '../src/errors.js';
import type { Contract } from '../src/staging/contract.js';
import type { Receipt } from '../src/staging/receipt.js';

/** A reference with a consequence of its own has an entry of its own in the catalogue, whose hint says it. */
type ReferenceCode = Extract<Code, `reference_${string}`>;

/** Scopes that name rows of an input: their kind, the input, and its key. The others (layer, flow …) name values. */
const scopeTargets = [
  { scope: 'company', to: 'companies', key: 'company_id' },
  { scope: 'unit', to: 'units', key: 'unit_id' },
  { scope: 'system', to: 'systems', key: 'system_id' },
] as const satisfies readonly { scope: string; to: Kind; key: string }[];

interface Dangling {
  readonly file: number;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly to: Kind;
}

/** One warning for each row whose reference is unknown, in the order of files and lines. A kind that isn't given at all can't be missed. */
export async function checkReferences(
  db: Database,
  contract: Contract,
  receipts: readonly Receipt[],
): Promise<Problem[]> {
  const found: Dangling[] = [];
  for (const { column, to, key } of contract.references)
    found.push(...(await readDangling(db, contract.kind, column, quoteName(column), 'true', to, key)));
  for (const { name, type } of contract.columns) {
    if (type.is !== 'scope') continue;
    for (const { scope, to, key } of scopeTargets.filter((t) => type.kinds.includes(t.scope))) {
      const id = `substr(${quoteName(name)}, ${scope.length + 2})`;
      const ofKind = `starts_with(${quoteName(name)}, ${quoteText(`${scope}:`)})`;
      found.push(...(await readDangling(db, contract.kind, name, id, ofKind, to, key)));
    }
  }
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const filesOf = (kind: Kind): string =>
    receipts
      .filter((r) => r.kind === kind)
      .map((r) => r.path)
      .join(', ') || 'kado.yaml';
  return found
    .sort((a, b) => a.file - b.file || a.line - b.line)
    .map(({ file, line, column, value, to }) => {
      const own = `reference_${contract.kind}_${column}`;
      const code = (own in catalogue ? own : 'reference_unknown') as ReferenceCode;
      const place = { file: paths.get(file) ?? '', line, column };
      return problem(code, { column, value, target: to, where: filesOf(to) }, place, 'warning');
    });
}

function readDangling(
  db: Database,
  kind: Kind,
  column: string,
  id: string,
  condition: string,
  to: Kind,
  key: string,
): Promise<Dangling[]> {
  const targets = `staging.${quoteName(to)}`;
  return db.rows<Dangling>(
    `SELECT _file AS file, _line AS line, ${quoteText(column)} AS "column", ${quoteName(column)} AS value, ${quoteText(to)} AS "to"
     FROM staging.${quoteName(kind)}
     WHERE ${quoteName(column)} IS NOT NULL AND ${condition} AND ${id} NOT IN (SELECT ${quoteName(key)} FROM ${targets})
       AND EXISTS (SELECT 1 FROM ${targets})`,
  );
}
