/** The risk register beside what was measured. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';

export type Register = Readonly<Record<string, never>>;

export const readRegister = async (_db: Database, _period: Period): Promise<Register> => ({});
