/** What waits for a decision, what was decided, accepted, or is for the capacity committee. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';

export type Matters = Readonly<Record<string, never>>;

export const readMatters = async (_db: Database, _period: Period): Promise<Matters> => ({});
