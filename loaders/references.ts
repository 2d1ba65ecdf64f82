/** Ids that point at nothing. The row stays (an incident is never lost); where it is kept instead is said. */
import type { Kind } from '../src/config/model.js';
import type { Database } from '../src/duckdb/database.js';
import { quoteName, quoteText } from '../src/duckdb/quote.js';
import { type Code, catalogue, type Problem, problem } from '../src/errors.js';
import type { Contract } from '../src/staging/contract.js';
import type { Receipt } from '../src/staging/receipt.js';

/** A reference with a consequence of its own has an entry of its own in the catalogue, whose hint says it. */
type ReferenceCode = Extract<Code, `reference_${string}`>;

/** What the scopes of each kind name: rows of an input by their id, or (`value`) a value that some row of it has. */
const scopeTargets = [
  { scope: 'company', to: 'companies', key: 'company_id' },
  { scope: 'unit', to: 'units', key: 'unit_id' },
  { scope: 'system', to: 'systems', key: 'system_id' },
  { scope: 'supplier', to: 'system_suppliers', key: 'supplier' },
  { scope: 'layer', to: 'systems', key: 'layer', value: true },
  { scope: 'flow', to: 'systems', key: 'business_flow', value: true },
  { scope: 'theme', to: 'incidents', key: 'theme', value: true },
] as const satisfies readonly { scope: string; to: Kind; key: string; value?: true }[];

/** Of one column of one file so many unknown values are told; behind them it isn't an id that is wrong, but the mapping. */
export const valuesNamed = 500;

interface Reference {
  readonly column: string;
  /** SQL over the column's value `value`: the id in it, and whether it is a reference of this sort. */
  readonly id: string;
  /** Another way to read the id: `company/name`, one company's part of what runs through all (marts/members.ts). */
  readonly ownId?: string;
  readonly applies: string;
  readonly to: Kind;
  readonly key: string;
  readonly code: ReferenceCode;
}

function referencesOf(contract: Contract): Reference[] {
  const codeOf = (column: string): ReferenceCode => {
    const own = `reference_${contract.kind}_${column}`;
    return (own in catalogue ? own : 'reference_unknown') as ReferenceCode;
  };
  const ids = contract.references.map(({ column, to, key }) => {
    return { column, id: 'value', applies: 'true', to, key, code: codeOf(column) };
  });
  const scopes = contract.columns.flatMap(({ name, type }) => {
    if (type.is !== 'scope') return [];
    return scopeTargets
      .filter((t) => type.kinds.includes(t.scope))
      .map(({ scope, to, key, ...rest }) => ({
        column: name,
        id: `substr(value, ${scope.length + 2})`,
        ...('value' in rest ? { ownId: ownName(`substr(value, ${scope.length + 2})`) } : {}),
        applies: `starts_with(value, ${quoteText(`${scope}:`)})`,
        to,
        key,
        code: 'value' in rest ? ('reference_scope_value' as const) : codeOf(name),
      }));
  });
  return [...ids, ...scopes];
}

/** What stands behind the company and its slash; a slash of the name itself is encoded there. */
const ownName = (id: string): string =>
  `replace(replace(regexp_extract(${id}, '^[^/]+/([^/]+)$', 1), '%2F', '/'), '%25', '%')`;

/** One warning of each unknown value of a file's column, at its first line, in the order of files and lines. A kind that isn't given at all can't be missed. */
export async function checkReferences(
  db: Database,
  contract: Contract,
  receipts: readonly Receipt[],
): Promise<Problem[]> {
  const paths = new Map(receipts.map((r) => [r.file, r.path]));
  const found: Told[] = [];
  for (const reference of referencesOf(contract)) {
    const { column, to, key, code } = reference;
    const where =
      receipts
        .filter((r) => r.kind === to)
        .map((r) => r.path)
        .join(', ') || 'kado.yaml';
    for (const { file, value, count, first, values, rows, last } of await readDangling(
      db,
      contract.kind,
      reference,
    )) {
      const path = paths.get(file) ?? '';
      const place = { file: path, line: first ?? undefined, column };
      const params = { column, value, target: to, key, where, count };
      found.push({ file, line: first ?? 0, problem: problem(code, params, place, 'warning') });
      if (last && values > valuesNamed) {
        const params = { column, values: values - valuesNamed, count: rows, target: to };
        const more = problem('references_more', params, { file: path, column }, 'warning');
        found.push({ file, line: Number.POSITIVE_INFINITY, problem: more });
      }
    }
  }
  return found
    .sort((a, b) => a.file - b.file || (a.line === b.line ? 0 : a.line - b.line))
    .map((t) => t.problem);
}

interface Told {
  readonly file: number;
  readonly line: number;
  readonly problem: Problem;
}

interface Dangling {
  readonly file: number;
  readonly value: string;
  /** Rows of the file with the value, and the first line of them; null where lines aren't kept. */
  readonly count: number;
  readonly first: number | null;
  /** Unknown values of the file; rows with those of them that aren't told. */
  readonly values: number;
  readonly rows: number;
  readonly last: boolean;
}

/** The distinct values are held to the targets first, so that millions of sound rows cost one pass over one column. */
async function readDangling(
  db: Database,
  kind: Kind,
  { column, id, ownId, applies, to, key }: Reference,
): Promise<Dangling[]> {
  // Samples are kept by day: without lines, and each day stands for its samples.
  const [table, weight] =
    kind === 'capacity'
      ? ['staging.capacity_days', 'sum(samples)::BIGINT']
      : [`staging.${quoteName(kind)}`, 'count(*)'];
  const [given] = await db.rows<{ any: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM ${table} WHERE ${quoteName(column)} IS NOT NULL) AND EXISTS (SELECT 1 FROM staging.${quoteName(to)}) AS "any"`,
  );
  if (!given!.any) return [];
  const targets = `(SELECT DISTINCT ${quoteName(key)} AS id FROM staging.${quoteName(to)} WHERE ${quoteName(key)} IS NOT NULL)`;
  await db.run(
    `CREATE TEMP TABLE dangling AS
     SELECT value FROM (SELECT DISTINCT ${quoteName(column)} AS value FROM ${table} WHERE ${quoteName(column)} IS NOT NULL) v
     ANTI JOIN ${targets} t ON t.id = ${id}${ownId ? ` OR t.id = ${ownId}` : ''} WHERE ${applies} AND EXISTS (SELECT 1 FROM ${targets})`,
  );
  const [{ n } = { n: 0 }] = await db.rows<{ n: number }>('SELECT count(*) AS n FROM dangling');
  const rows =
    n === 0
      ? []
      : await db.rows<Dangling>(
          `WITH counted AS (
             SELECT _file AS file, d.value, ${weight} AS count, min(_line) AS first
             FROM ${table} r JOIN dangling d ON r.${quoteName(column)} = d.value GROUP BY ALL),
           placed AS (SELECT *, row_number() OVER (PARTITION BY file ORDER BY first, value) AS nth, count(*) OVER (PARTITION BY file) AS values FROM counted)
           SELECT file, value, count, first, values, nth = ${valuesNamed} AS last,
             coalesce((SELECT sum(count)::BIGINT FROM placed m WHERE m.file = p.file AND m.nth > ${valuesNamed}), 0) AS rows
           FROM placed p WHERE nth <= ${valuesNamed} ORDER BY file, nth`,
        );
  await db.run('DROP TABLE dangling');
  return rows;
}
