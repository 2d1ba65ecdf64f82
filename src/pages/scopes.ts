/** Scopes that run through companies, as pages name them. */
import type { Database } from '../duckdb/database.js';
import type { Scope } from './book.js';

export const acrossKinds = ['layer', 'flow', 'theme', 'supplier'] as const;
export type AcrossKind = (typeof acrossKinds)[number];

export interface AcrossScope extends Scope {
  readonly kind: AcrossKind;
  /** As the exports write it. */
  readonly name: string;
  /** null: the whole group's. */
  readonly companyId: string | null;
}

/** The reported month's layers, flows, themes and suppliers: the group's before each company's, in the configured order. */
export const readAcross = (db: Database, month: string): Promise<AcrossScope[]> =>
  db.rows<AcrossScope>(
    `SELECT s.scope_kind AS kind, s.scope_id AS id, s.company_id AS "companyId",
       CASE WHEN s.scope_kind = 'supplier' THEN s.scope_id ELSE
         replace(replace(CASE WHEN s.company_id IS NULL THEN s.scope_id ELSE split_part(s.scope_id, '/', 2) END, '%2F', '/'), '%25', '%') END AS name
     FROM mart.scopes s LEFT JOIN mart.companies c ON c.company_id = s.company_id
     WHERE s.month = $month AND s.scope_kind IN (${acrossKinds.map((k) => `'${k}'`).join(', ')})
     ORDER BY s.scope_kind, c.position NULLS FIRST, s.scope_id`,
    { month },
  );
