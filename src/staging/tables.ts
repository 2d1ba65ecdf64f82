/** The staging tables, one per kind, made from the contracts; `_file`, `_line` and `_entry` say where each row came from. */
import { type Company, kinds } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { quoteName } from '../duckdb/quote.js';
import { sqlTypeOf } from './contract.js';
import { contracts } from './contracts/index.js';
import { createCorrections } from './corrections.js';
import { createRejects } from './rejects.js';

export async function createStaging(db: Database): Promise<void> {
  await db.run('CREATE SCHEMA staging');
  for (const kind of kinds) {
    const columns = contracts[kind].columns.map((c) => `${quoteName(c.name)} ${sqlTypeOf(c.type)}`);
    await db.run(
      `CREATE TABLE staging.${quoteName(kind)} (_file INTEGER, _line BIGINT, _entry INTEGER, ${columns.join(', ')})`,
    );
  }
  // Samples of capacity are rolled up by day while they are read (loaders/samples.ts); `later`: behind as-of.
  await db.run(
    `CREATE TABLE staging.capacity_days (_file INTEGER, _line BIGINT, system_id VARCHAR, metric VARCHAR, component VARCHAR, unit VARCHAR,
       day DATE, later BOOLEAN, samples BIGINT, mean DOUBLE, p95 DOUBLE, maximum DOUBLE, hours STRUCT(hour UTINYINT, samples BIGINT, mean DOUBLE)[])`,
  );
  // `hour`: when it starts on the clocks of the configured zone. Where they are put back, the hour that comes twice is one.
  await db.run(
    `CREATE VIEW staging.capacity_hours AS SELECT _file, system_id, metric, component, day + to_hours(h.hour) AS hour, later, h.samples AS samples, h.mean AS mean
     FROM (SELECT * EXCLUDE (samples, mean), unnest(hours) AS h FROM staging.capacity_days)`,
  );
  await createRejects(db);
  await createCorrections(db);
}

/** Companies of the configuration itself (file −1), in its order; a CSV's row of the same id is the later word. */
export async function stageCompanies(db: Database, companies: readonly Company[]): Promise<void> {
  for (const [i, company] of companies.entries())
    await db.run(
      `INSERT INTO staging.companies BY NAME SELECT -1 AS _file, $line AS _line, 0 AS _entry, $id AS company_id, $ja AS name_ja, $en AS name_en, $sector AS sector, $scheme AS scheme`,
      {
        line: i,
        id: company.id,
        ja: company.name.ja ?? company.name.en ?? company.id,
        en: company.name.en ?? null,
        sector: company.sector ?? null,
        scheme: company.scheme ?? null,
      },
    );
}
