/** What a finding's SQL gives; the mart adds the company and the place within the kind. */
import type { MartContext } from '../../marts/mart.js';

/**
 * `sql`: SELECT over the reported month, `m` of which is its row of mart.months, with the columns scope_kind, scope_id, system_id, weight (the
 * importance that is at stake), n, value, text, key, of_n; and `rank`: within equal weight the greater comes first.
 */
export interface FindingKind {
  readonly id: string;
  readonly sql: (context: MartContext) => string;
}

/** `FROM x JOIN reported m`: the row of the reported month. */
export const reported = 'reported m';

/** A SELECT list in the fixed order; what is left out is NULL. */
export const factOf = (columns: {
  readonly kind: string;
  readonly id: string;
  readonly system?: string;
  readonly weight?: string;
  readonly n?: string;
  readonly value?: string;
  readonly text?: string;
  readonly key?: string;
  readonly of?: string;
  readonly rank: string;
}): string =>
  `SELECT ${columns.kind} AS scope_kind, ${columns.id} AS scope_id, ${columns.system ?? 'NULL'}::VARCHAR AS system_id, (${columns.weight ?? 'NULL'})::DOUBLE AS weight,
     (${columns.n ?? 'NULL'})::BIGINT AS n, (${columns.value ?? 'NULL'})::DOUBLE AS value, ${columns.text ?? 'NULL'}::VARCHAR AS text,
     ${columns.key ?? 'NULL'}::VARCHAR AS key, (${columns.of ?? 'NULL'})::BIGINT AS of_n, (${columns.rank})::DOUBLE AS rank`;

/** The same for the system of `row`, which is joined by `systemOf`. */
export const systemFact = (
  row: string,
  columns: Omit<Parameters<typeof factOf>[0], 'kind' | 'id' | 'system' | 'weight'>,
): string =>
  factOf({
    kind: `'system'`,
    id: `${row}.system_id`,
    system: `${row}.system_id`,
    weight: 's.counted',
    ...columns,
  });

/** Whatever is wrong with the table of systems, nothing is left out for want of an importance. */
export const systemOf = (row: string): string =>
  `LEFT JOIN mart.risk_systems s ON s.month = ${row}.month AND s.system_id = ${row}.system_id`;
