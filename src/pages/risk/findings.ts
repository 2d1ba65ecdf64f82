/** What readers should see first. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';

export type Findings = Readonly<Record<string, never>>;

export const readFindings = async (_db: Database, _period: Period): Promise<Findings> => ({});
