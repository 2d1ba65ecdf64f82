/** How important each system was, month by month, under its company's scheme. */
import type { Database } from '../duckdb/database.js';
import { detailOf } from '../duckdb/expression.js';
import { quoteName, quoteText } from '../duckdb/quote.js';
import { KadoError, problem } from '../errors.js';
import type { CheckedScheme } from '../schemes/check.js';
import { profileColumns } from '../schemes/columns.js';
import { nullsAmong } from '../schemes/grading.js';
import type { Mart, MartContext } from './mart.js';

/** 1–4, 4 highest, in every scheme (methods.md, "Risk level, tier by tier"). */
const levels = [1, 2, 3, 4] as const;

/** Systems of companies without a scheme, and stand-ins, have neither importance nor anything missing. */
export const systemImportance: Mart = {
  name: 'system_importance',
  grain: {
    ja: '1行は1か月の1システムの重要度と、決められないときに足りない項目',
    en: 'one row per month and system: its importance, or what is missing for it',
  },
  sql: () =>
    `SELECT month, system_id, NULL::INTEGER AS importance, NULL::VARCHAR AS missing FROM mart.system_profiles LIMIT 0`,
  compute: async (db: Database, { schemes }: MartContext) => {
    for (const scheme of schemes.values()) await judge(db, scheme);
    await db.run(
      `INSERT INTO mart.system_importance SELECT month, system_id, NULL, NULL FROM mart.system_profiles p ANTI JOIN mart.system_importance i ON i.month = p.month AND i.system_id = p.system_id`,
    );
  },
  checks: [
    'SELECT month, system_id FROM mart.system_importance GROUP BY ALL HAVING count(*) > 1',
    'SELECT month, system_id FROM mart.system_profiles EXCEPT SELECT month, system_id FROM mart.system_importance',
    `SELECT 1 FROM mart.system_importance WHERE importance NOT IN (${levels.join(', ')})`,
  ],
};

async function judge(db: Database, checked: CheckedScheme): Promise<void> {
  const { scheme, importance, placeOf, keyOf } = checked;
  const path = ['importance', 'level'];
  const columns = profileColumns.filter(({ name }) => importance.columns.includes(name));
  const inputs = columns.map(({ name }) => `p.${quoteName(name)}`);
  const judged = `SELECT _month, _system, (${scheme.importance.level}\n) AS _level, ${nullsAmong(importance)} AS _missing FROM (
    SELECT ${['p.month AS _month', 'p.system_id AS _system', ...inputs].join(', ')}
    FROM mart.system_profiles p JOIN mart.system_months m ON m.month = p.month AND m.system_id = p.system_id
    JOIN mart.companies c ON c.company_id = m.company_id WHERE p.known AND c.scheme = ${quoteText(scheme.id)})`;
  try {
    const [stray] = await db.rows<{ month: string; system: string; value: string }>(
      `SELECT _month AS month, _system AS system, _level::VARCHAR AS value FROM (${judged}) WHERE _level NOT IN (${levels.join(', ')}) ORDER BY ALL LIMIT 1`,
    );
    if (stray)
      throw new KadoError(problem('scheme_importance_range', { key: keyOf(path), ...stray }, placeOf(path)));
    await db.run(
      `INSERT INTO mart.system_importance SELECT _month, _system, _level::INTEGER, CASE WHEN _level IS NULL THEN _missing END FROM (${judged})`,
    );
  } catch (error) {
    if (error instanceof KadoError) throw error;
    throw new KadoError(
      problem('scheme_fails', { scheme: scheme.id, detail: detailOf(error) }, placeOf(path)),
    );
  }
}
