/** A project → some of its marts of risk, over others given by hand: what another mart would say must not decide a test here. */
import { buildMarts } from '../../src/marts/index.js';
import { buildMart, type Mart } from '../../src/marts/mart.js';
import type { PeriodChoice } from '../../src/marts/period.js';
import { createFigures } from '../../src/metrics/figures.js';
import { type Files, withStaged } from '../loaders/project.js';

/** SQL for a mart's rows, by its name. */
export type Given = Readonly<Record<string, string>>;

class Seen extends Error {}

/** Rows of `query` as arrays, as soon as what is given and then `marts` stand; nothing is built after them. */
export const riskRows = (
  files: Files,
  choice: PeriodChoice,
  given: Given,
  marts: readonly Mart[],
  query: string,
): Promise<unknown[][]> =>
  withStaged(files, async ({ db, config, loaded }) => {
    const period = await buildMarts(db, config, choice);
    let rows: unknown[][] = [];
    const judge = async (): Promise<void> => {
      for (const [name, sql] of Object.entries(given)) await db.run(`CREATE TABLE mart.${name} AS ${sql}`);
      for (const mart of marts) await buildMart(db, mart, { config, period, schemes: new Map() });
      rows = (await db.rows<Record<string, unknown>>(query)).map((row) => Object.values(row));
      throw new Seen();
    };
    await createFigures(db, loaded.mapped, judge).catch((error: unknown) => {
      if (!(error instanceof Seen)) throw error;
    });
    return rows;
  });

/** `mart.risk_systems`: every known system in every month, all of importance 1 unless named; null: not known. */
export const everySystem = (importance: Readonly<Record<string, number | null>> = {}): string => {
  const named = Object.entries(importance).map(([id, level]) => `WHEN '${id}' THEN ${level ?? 'NULL'}`);
  const level = named.length === 0 ? '1' : `CASE system_id ${named.join(' ')} ELSE 1 END`;
  return `SELECT month, system_id, unit_id, company_id, known, (${level})::INTEGER AS importance, coalesce(${level}, 4)::INTEGER AS counted, 1.0::DOUBLE AS factor
    FROM mart.system_months WHERE known`;
};
