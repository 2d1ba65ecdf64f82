import { knownGrades } from '../staging/severity.js';

/**
 * What stands in for the scheme of a company that has none, as SQL over the columns of an incident (`i`): its incidents keep the grade
 * of their export, as found, with no class (methods.md, "Counting incidents").
 */
export interface Exported {
  readonly id: string;
  /** Whether a record is an incident, a harm to the business. */
  readonly counts: string;
  readonly grade: string;
  /** critical / heavy / other, or NULL. */
  readonly groupClass: string;
  /** By what an hour of harm is multiplied: methods.md, "Harm". */
  readonly impactFactor: string;
}

export const asExported: Exported = {
  id: 'as-exported',
  counts: `i.state IS DISTINCT FROM 'canceled'`,
  grade: 'i.severity',
  groupClass: 'NULL::VARCHAR',
  impactFactor: 'greatest(coalesce(i.affected_users, 0), coalesce(i.business_volume, 0), 1)',
};

export { knownGrades };

/** Place among the known grades; those that the report doesn't know, and none at all, share the last place. */
export function rankOf(grade: string | null): number {
  const i = grade === null ? -1 : (knownGrades as readonly string[]).indexOf(grade);
  return i < 0 ? knownGrades.length : i;
}

/** For tables: known grades gravest first, then the others by their text, which says nothing of their weight. */
export const compareGrades = (a: string, b: string): number =>
  rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0);
