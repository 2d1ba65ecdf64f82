/** What a scheme's expressions may name: the columns of the incident record and of its system's profile, and what Kado works out. */
import type { TypedColumn } from '../duckdb/expression.js';
import { type Contract, sqlTypeOf } from '../staging/contract.js';
import { incidents } from '../staging/contracts/incidents.js';
import { systems } from '../staging/contracts/systems.js';

const minutes = 'DECIMAL(24,6)';

/**
 * Worked out for each moment of valuation. `impact_minutes`: of harm so far (the export's own, or up to the restoration or closing);
 * `restore_minutes`: from the occurrence to the restoration, or so far; both NULL where the times contradict each other or are unknown.
 * `systems_named`: known systems that the record and `incident_systems` name, at least 1. `importance`: the system's, 1–4.
 */
export const derivedColumns: readonly TypedColumn[] = [
  { name: 'impact_minutes', type: minutes },
  { name: 'restore_minutes', type: minutes },
  { name: 'systems_named', type: 'BIGINT' },
  { name: 'importance', type: 'BIGINT' },
];
const derived = new Set(derivedColumns.map(({ name }) => name));

const typed = ({ columns }: Contract): TypedColumn[] =>
  columns.map(({ name, type }) => ({
    name,
    type: sqlTypeOf(type),
    ...(type.is === 'oneOf' && { values: type.values }),
  }));

export const profileColumns: readonly TypedColumn[] = typed(systems);
export const recordColumns: readonly TypedColumn[] = typed(incidents).filter(
  ({ name }) => !derived.has(name),
);
const ofRecord = new Set(recordColumns.map(({ name }) => name));

/** Of equal names (`system_id`) the record's own stands. */
export const gradingColumns: readonly TypedColumn[] = [
  ...recordColumns,
  ...profileColumns.filter(({ name }) => !ofRecord.has(name)),
  ...derivedColumns,
];

/** Where a column of `gradingColumns` comes from. */
export function originOf(name: string): 'record' | 'profile' | 'derived' {
  if (derived.has(name)) return 'derived';
  return ofRecord.has(name) ? 'record' : 'profile';
}

/** Columns of the record that are instants: what lies behind the moment of valuation is not known at it. */
export const instants: ReadonlySet<string> = new Set(
  incidents.columns.filter(({ type }) => type.is === 'time').map(({ name }) => name),
);

/** Columns whose value is another at a later valuation. */
export const growsWithTime = (name: string): boolean =>
  name === 'impact_minutes' || name === 'restore_minutes' || (instants.has(name) && name !== 'occurred_at');

/** Every column of the incident record, for `required_fields`. */
export const recordFields: readonly string[] = incidents.columns.map(({ name }) => name);
