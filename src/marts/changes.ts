import { quoteText } from '../duckdb/quote.js';
import type { Mart } from './mart.js';

/** methods.md, "The rest": how a change can end that counts as a failure. */
const failures = ['failed', 'rolled_back', 'caused_incident'] as const;

/** `failed` is NULL where no result is recorded: that is neither a failure nor a success. What is planned after as-of isn't made yet. */
export const changesMade: Mart = {
  name: 'changes_made',
  grain: { ja: '1行は行われた1件の変更', en: 'one row per change made' },
  sql: ({ period }) => `
    SELECT c.change_id, m.month, c.system_id, c.at, c.kind, c.result, c.planned, c.caused_incident_id, c._file, c._line,
      c.result IN (${failures.map(quoteText).join(', ')}) AS failed
    FROM staging.changes c JOIN mart.months m ON c.at >= m.starts AND c.at < m.ends
    WHERE c.at <= TIMESTAMPTZ ${quoteText(period.asOf)}`,
  checks: [
    'SELECT change_id FROM mart.changes_made GROUP BY 1 HAVING count(*) > 1',
    'SELECT 1 FROM mart.changes_made WHERE (failed IS NULL) <> (result IS NULL)',
  ],
};
