/** Which months are whole, for whom. */
import { quoteText } from '../duckdb/quote.js';
import type { Mart } from './mart.js';
import { coversMonth, readMonths } from './period.js';

export const coverage: Mart = {
  name: 'coverage',
  grain: {
    ja: '1行は1社（またはグループ全体）の1か月と、書き出しがその月の全体を含むか',
    en: 'one row per month and company (none: the group): whether the exports hold the whole month',
  },
  sql: () =>
    'SELECT NULL::VARCHAR AS month, NULL::VARCHAR AS company_id, NULL::BOOLEAN AS complete WHERE false',
  async compute(db, { period }) {
    const companies = await db.rows<{ id: string; known: boolean }>(
      'SELECT company_id AS id, known FROM mart.companies',
    );
    const values: string[] = [];
    for (const month of await readMonths(db)) {
      const whole = (company: string | undefined): boolean =>
        month.elapsed && coversMonth(period.covers, company, month);
      const group = companies.filter((c) => c.known).every((c) => whole(c.id)) && whole(undefined);
      values.push(`(${quoteText(month.month)}, NULL, ${group})`);
      for (const { id, known } of companies)
        values.push(`(${quoteText(month.month)}, ${quoteText(id)}, ${known ? whole(id) : group})`);
    }
    if (values.length > 0) await db.run(`INSERT INTO mart.coverage VALUES ${values.join(', ')}`);
  },
  checks: ['SELECT month, company_id FROM mart.coverage GROUP BY ALL HAVING count(*) > 1'],
};
