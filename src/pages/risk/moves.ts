/** What moved since the month before. */
import type { Database } from '../../duckdb/database.js';
import type { Period } from '../../marts/period.js';

export type Moves = Readonly<Record<string, never>>;

export const readMoves = async (_db: Database, _period: Period): Promise<Moves> => ({});
