/** Suppliers and external services. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';

export type Suppliers = Readonly<Record<string, never>>;

export const readSuppliers = async (_db: Database, _period: Period): Promise<Suppliers> => ({});
