/** Which months are whole, for whom. */
import type { Database } from '../duckdb/database.js';
import { quoteText } from '../duckdb/quote.js';
import { coversMonth, type Period, readMonths } from './period.js';

/** Writes `mart.coverage`: one row per month and company (NULL = the group): whether the exports hold the whole month. */
export async function createCoverage(db: Database, period: Period): Promise<void> {
  await db.run('CREATE TABLE mart.coverage (month VARCHAR, company_id VARCHAR, complete BOOLEAN)');
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
}
