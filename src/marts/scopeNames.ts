/** Scopes as targets and indicators write them (`layer:application`) → the scopes of this report. */
import type { Database } from '../duckdb/database.js';

export interface ScopeKey {
  readonly kind: string;
  readonly id: string;
}

/** Joins the parts of a key; no id of an export holds a NUL. */
export const keyOf = (...parts: readonly (string | number)[]): string => parts.join('\u0000');

/** The kinds that run through companies: `x` is the group's, `g/x` company g's (members.ts). */
const across: ReadonlySet<string> = new Set(['layer', 'flow', 'theme']);

/** As scopeIdOf (members.ts) does it in SQL. */
const encode = (name: string): string => name.replaceAll('%', '%25').replaceAll('/', '%2F');

export interface ScopeNames {
  /**
   * The scope that `text` names in an export of the company `owner`: there `layer:x` is the company's own layer. Undefined where the
   * report has no such scope.
   */
  find(text: string, owner: string | undefined): ScopeKey | undefined;
  /** The companies that ever stand under a scope, in the report's order. */
  companiesOf(scope: ScopeKey): readonly string[];
}

export async function readScopeNames(db: Database): Promise<ScopeNames> {
  const rows = await db.rows<{ kind: string; id: string; company: string | null }>(
    'SELECT DISTINCT scope_kind AS kind, scope_id AS id, company_id AS company FROM mart.scopes ORDER BY ALL',
  );
  const known = new Set(rows.map((r) => keyOf(r.kind, r.id)));
  const listed = await db.rows<{ id: string; known: boolean }>(
    'SELECT company_id AS id, known FROM mart.companies ORDER BY position',
  );
  // Stand-ins for what no export names are no companies, unless there are no others.
  const real = listed.filter((c) => c.known);
  const whole = (real.length > 0 ? real : listed).map((c) => c.id);
  const several = real.length > 1;
  const companies = new Map<string, string[]>();
  const add = (kind: string, id: string, company: string): void => {
    const list = companies.get(keyOf(kind, id)) ?? [];
    if (!list.includes(company)) companies.set(keyOf(kind, id), [...list, company]);
  };
  for (const { kind, id, company } of rows) if (company !== null) add(kind, id, company);
  for (const { kind, id, company } of await readShared(db))
    if (whole.includes(company)) add(kind, id, company);

  const candidates = (kind: string, name: string, owner: string | undefined): string[] => {
    // Suppliers are the group's alone, so their names are no paths.
    if (kind === 'supplier') return [name];
    if (!across.has(kind)) return [name];
    // Where there is one company, its layers are the group's.
    if (!several) return [encode(name), name.replace(/^[^/]+\/(?=[^/]+$)/, '')];
    const [company, ...rest] = name.split('/');
    if (owner === undefined) return [encode(name), name, `${encode(company!)}/${encode(rest.join('/'))}`];
    return [`${encode(owner)}/${encode(name)}`, ...(name.includes('/') ? [name] : [])];
  };
  return {
    find: (text, owner) => {
      if (text === 'group') return { kind: 'group', id: 'group' };
      const colon = text.indexOf(':');
      const kind = text.slice(0, colon);
      const id = candidates(kind, text.slice(colon + 1), owner).find((c) => known.has(keyOf(kind, c)));
      return id === undefined ? undefined : { kind, id };
    },
    companiesOf: ({ kind, id }) =>
      kind === 'group' ? whole : (companies.get(keyOf(kind, id)) ?? (several ? [] : whole.slice(0, 1))),
  };
}

/** Companies of the scopes that no one company owns: of their systems, or of the incidents that name the theme. */
const readShared = (db: Database): Promise<{ kind: string; id: string; company: string }[]> =>
  db.rows(
    `SELECT DISTINCT k.kind, k.id, c.company_id AS company, c.position FROM (
       SELECT DISTINCT m.scope_kind AS kind, m.scope_id AS id, s.company_id FROM mart.members m
       JOIN mart.system_months s ON s.month = m.month AND s.system_id = m.system_id WHERE m.scope_kind IN ('layer', 'flow')
       UNION SELECT 'theme', p.scope_id, o.company_id FROM mart.scopes p
       JOIN mart.scopes o ON o.scope_kind = 'theme' AND o.month = p.month AND o.company_id IS NOT NULL AND ends_with(o.scope_id, '/' || p.scope_id)
       WHERE p.scope_kind = 'theme' AND p.company_id IS NULL) k
     JOIN mart.companies c ON c.company_id = k.company_id ORDER BY c.position, k.kind, k.id`,
  );
