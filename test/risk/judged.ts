/** A project through all marts of risk, with levels set by hand: what follows from them can be worked out on paper. */
import type { Config } from '../../src/config/model.js';
import type { Database } from '../../src/duckdb/database.js';
import { buildMarts } from '../../src/marts/index.js';
import { buildMart, type Mart } from '../../src/marts/mart.js';
import type { Period, PeriodChoice } from '../../src/marts/period.js';
import { createFigures } from '../../src/metrics/figures.js';
import { judgeRisk } from '../../src/risk/index.js';
import { riskLevels } from '../../src/risk/levels.js';
import { type Files, withStaged } from '../loaders/project.js';

/** Month → system → level (and importance as counted, else 4); NULL: there without data. */
export type Levels = Readonly<
  Record<string, Readonly<Record<string, number | null | readonly [number, number]>>>
>;

export interface Judged {
  readonly config: Config;
  readonly period: Period;
  readonly mapped: ReadonlySet<string>;
}

type Use<T> = (db: Database, judged: Judged) => Promise<T>;

/** All marts and figures, then `marts` anew over the given levels. The company of a system is that of its profile then. */
export const judgedAnew = <T>(
  files: Files,
  choice: PeriodChoice,
  levels: Levels,
  marts: readonly Mart[],
  use: Use<T>,
): Promise<T> =>
  withStaged(files, async ({ db, config, loaded, rejects }) => {
    refuse(rejects);
    const period = await buildMarts(db, config, choice);
    await createFigures(db, loaded.mapped, () => judgeRisk(db, config, period));
    await setLevels(db, levels);
    for (const mart of marts) {
      await db.run(`DROP TABLE mart.${mart.name}`);
      await buildMart(db, mart, { config, period, schemes: new Map() });
    }
    return use(db, { config, period, mapped: loaded.mapped });
  });

/** `marts` alone over the given levels: what they ask of others' tables is empty. */
export const judgedBy = <T>(
  files: Files,
  choice: PeriodChoice,
  levels: Levels,
  marts: readonly Mart[],
  use: Use<T>,
): Promise<T> =>
  withStaged(files, async ({ db, config, loaded, rejects }) => {
    refuse(rejects);
    const period = await buildMarts(db, config, choice);
    await db.run(
      'CREATE TABLE mart.risk_levels (month VARCHAR, system_id VARCHAR, unit_id VARCHAR, company_id VARCHAR, importance INTEGER, counted INTEGER, factor DOUBLE, level INTEGER, floored BOOLEAN)',
    );
    await db.run(
      'CREATE TABLE mart.risk_drivers (month VARCHAR, system_id VARCHAR, driver VARCHAR, level INTEGER)',
    );
    await setLevels(db, levels);
    for (const mart of marts) await buildMart(db, mart, { config, period, schemes: new Map() });
    return use(db, { config, period, mapped: loaded.mapped });
  });

function refuse(rejects: readonly unknown[]): void {
  if (rejects.length > 0) throw new Error(`a row was rejected: ${JSON.stringify(rejects[0])}`);
}

/** In place of what was judged. */
export async function setLevels(db: Database, levels: Levels): Promise<void> {
  await db.run(`DELETE FROM mart.${riskLevels.name}`);
  for (const [month, systems] of Object.entries(levels))
    for (const [id, given] of Object.entries(systems)) {
      const [level, counted] = Array.isArray(given)
        ? (given as [number, number])
        : [given as number | null, 4];
      await db.run(
        `INSERT INTO mart.risk_levels BY NAME SELECT month, system_id, unit_id, company_id, ${counted} AS importance, ${counted} AS counted, 2.0 AS factor, ${level ?? 'NULL'}::INTEGER AS level, false AS floored
         FROM mart.system_months WHERE month = $month AND system_id = $id`,
        { month, id },
      );
    }
}
