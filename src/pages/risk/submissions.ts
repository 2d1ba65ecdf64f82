/** Who owed a monthly report. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';

export type Submissions = Readonly<Record<string, never>>;

export const readSubmissions = async (_db: Database, _period: Period): Promise<Submissions> => ({});
