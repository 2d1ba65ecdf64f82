/** Incidents that came again: by their own record, or soon after another with the same cause in the same system. */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import type { Mart } from './mart.js';

/** methods.md, "Harm": what comes again within 180 days, exact to the microsecond, comes again. */
export const recurrenceDays = 180;
const recurrenceMicroseconds = recurrenceDays * 24 * 60 * 60 * 1_000_000;

/** Words for "no cause known", as normalised: two incidents whose cause is not known have no cause in common. */
const noCause: ReadonlySet<string> = new Set([
  ...[
    '不明',
    '原因不明',
    '調査中',
    '原因調査中',
    '確認中',
    '分析中',
    '未定',
    '未確認',
    '未記入',
    'なし',
    '該当なし',
    '特になし',
  ],
  ...['na', 'none', 'nil', 'null', 'tbd', 'unknown', 'notknown', 'unclear', 'pending', 'underinvestigation'],
]);

/**
 * A cause as it is compared: compatibility forms as one (NFKC: ＳＱＬ, SQL), no case, no spaces, no punctuation.
 * NULL where nothing is left, or only words that say that nothing is known.
 */
export function normaliseCause(text: string): string | null {
  const bare = text
    .normalize('NFKC')
    .toLowerCase()
    // ~ ^ ` | are punctuation to a writer, symbols to Unicode (～ becomes ~); control characters stand in pasted texts.
    .replace(/[\p{P}\p{Z}\p{C}~^`|]/gu, '');
  return bare === '' || noCause.has(bare) ? null : bare;
}

/** So many rows go into one statement. */
const batch = 2000;

/** DuckDB has no NFKC, so the texts are normalised in code, each once. */
export const causes: Mart = {
  name: 'causes',
  grain: {
    ja: '1行は根本原因の1つの文面と、比べるための形',
    en: 'one row per wording of a root cause: the form in which it is compared',
  },
  sql: () => 'SELECT NULL::VARCHAR AS root_cause, NULL::VARCHAR AS cause WHERE false',
  compute: async (db: Database) => {
    const texts = await db.rows<{ text: string }>(
      `SELECT DISTINCT root_cause AS text FROM mart.incidents
       WHERE counts AND mapped AND root_cause IS NOT NULL AND product_class IS NOT NULL ORDER BY 1`,
    );
    const rows = texts.flatMap(({ text }) => {
      const cause = normaliseCause(text);
      return cause === null ? [] : [`(${quoteText(text)}, ${quoteText(cause)})`];
    });
    for (let i = 0; i < rows.length; i += batch)
      await db.run(`INSERT INTO mart.causes VALUES ${rows.slice(i, i + batch).join(', ')}`);
  },
  checks: ['SELECT root_cause FROM mart.causes GROUP BY 1 HAVING count(*) > 1'],
};

/**
 * `recurs`: the record says of which incident it is a recurrence, or the latest earlier one of the same system, product class and
 * cause (`former_id`) is at most 180 days older. A record that names itself says nothing. Of an unknown system it isn't known to
 * be the same. `judged`: what the judgement needs is there, the ingredients or an export that gives recurs_of at all.
 */
export const recurrences: Mart = {
  name: 'recurrences',
  grain: {
    ja: '1行は1件の障害と、それが再発かどうか',
    en: 'one row per incident: whether it is a recurrence',
  },
  sql: () => `
    WITH entries AS (SELECT _entry, bool_or(recurs_of IS NOT NULL) AS tells FROM mart.incidents WHERE counts GROUP BY 1),
    counted AS (
      SELECT i.incident_id, i.month, i.system_id, i.theme, i.supplier, i.grade, i.class, i._file, i._line, epoch_us(i.occurred_at) AS instant,
        i.product_class, c.cause, CASE WHEN i.recurs_of <> i.incident_id THEN i.recurs_of END AS told, t.tells
      FROM mart.incidents i JOIN entries t ON t._entry = i._entry
      -- A condition on i beside the equality would make DuckDB compare every pair of rows.
      LEFT JOIN mart.causes c ON c.root_cause = CASE WHEN i.mapped AND i.product_class IS NOT NULL THEN i.root_cause END
      WHERE i.counts),
    -- Of several at one instant none is earlier than the other.
    instants AS (
      SELECT system_id, product_class, cause, instant, min(incident_id) AS id FROM counted WHERE cause IS NOT NULL GROUP BY ALL),
    earlier AS (
      SELECT system_id, product_class, cause, instant, lag(instant) OVER w AS former, lag(id) OVER w AS former_id
      FROM instants WINDOW w AS (PARTITION BY system_id, product_class, cause ORDER BY instant))
    SELECT i.incident_id, i.month, i.system_id, i.theme, i.supplier, i.grade, i.class, i._file, i._line,
      coalesce(i.told, CASE WHEN i.near THEN i.former_id END) AS former_id,
      i.told IS NOT NULL OR i.near AS recurs, i.told IS NOT NULL OR i.tells OR i.cause IS NOT NULL AS judged
    FROM (SELECT c.*, e.former_id, coalesce(e.instant - e.former <= ${recurrenceMicroseconds}, false) AS near
      FROM counted c LEFT JOIN earlier e ON e.system_id = c.system_id AND e.product_class = c.product_class AND e.cause = c.cause AND e.instant = c.instant) i
    JOIN mart.months m ON m.month = i.month`,
  checks: [
    'SELECT incident_id FROM mart.recurrences GROUP BY 1 HAVING count(*) > 1',
    'SELECT 1 FROM mart.recurrences WHERE recurs AND (former_id IS NULL OR former_id = incident_id OR NOT judged)',
  ],
};
