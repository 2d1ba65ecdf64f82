/** A project → its marts of risk, some of them given by hand; what those of another room would say must not decide a test here. */
import { buildMarts } from '../../src/marts/index.js';
import { buildMart } from '../../src/marts/mart.js';
import type { PeriodChoice } from '../../src/marts/period.js';
import { createFigures } from '../../src/metrics/figures.js';
import { riskMarts } from '../../src/risk/index.js';
import { type Files, withStaged } from '../loaders/project.js';

/** SQL for a mart's rows, by its name. */
export type Given = Readonly<Record<string, string>>;

/** Rows of `query` as arrays, after all marts of risk stand. */
export const riskRows = (
  files: Files,
  choice: PeriodChoice,
  given: Given,
  query: string,
): Promise<unknown[][]> =>
  withStaged(files, async ({ db, config, loaded }) => {
    const period = await buildMarts(db, config, choice);
    await createFigures(db, loaded.mapped, async () => {
      for (const mart of riskMarts) {
        const sql = given[mart.name];
        const built =
          sql === undefined ? mart : { name: mart.name, grain: mart.grain, sql: () => sql, checks: [] };
        await buildMart(db, built, { config, period, schemes: new Map() });
      }
    });
    const rows = await db.rows<Record<string, unknown>>(query);
    return rows.map((row) => Object.values(row));
  });

/** `mart.risk_systems`: every known system in every month, all of `importance` unless named. */
export const everySystem = (importance: Readonly<Record<string, number | null>> = {}): string => {
  const named = Object.entries(importance).map(([id, level]) => `WHEN '${id}' THEN ${level ?? 'NULL'}`);
  const level = named.length === 0 ? '1' : `CASE system_id ${named.join(' ')} ELSE 1 END`;
  return `SELECT month, system_id, unit_id, company_id, known, (${level})::INTEGER AS importance, coalesce(${level}, 4)::INTEGER AS counted, 1.0::DOUBLE AS factor
    FROM mart.system_months WHERE known`;
};
