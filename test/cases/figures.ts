/** A project → its figures, as `data/figures.csv` has them. */
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadExports } from '../../loaders/index.js';
import { readConfig } from '../../src/config/load.js';
import type { Config } from '../../src/config/model.js';
import { type Database, openDatabase } from '../../src/duckdb/database.js';
import { buildMarts } from '../../src/marts/index.js';
import type { Period, PeriodChoice } from '../../src/marts/period.js';
import type { Figure } from '../../src/metrics/figure.js';
import { createFigures } from '../../src/metrics/figures.js';
import { judgeRisk } from '../../src/risk/index.js';
import { createSignals } from '../../src/metrics/signals.js';
import { figuresQuery, writeFigures } from '../../src/publish/figuresFile.js';
import { silentContext } from '../../src/run.js';
import { type Files, withStaged } from '../loaders/project.js';

export interface Figures {
  readonly period: Period;
  readonly list: readonly Figure[];
  /** By figure_id without its month's other parts: `of('2026-04/incidents/group:group')`. */
  of(id: string): Figure;
  /** The values of one series over all months, in their order. */
  series(metric: string, scope: string): (number | null)[];
}

/** For tests of other figures: those of risk stay without a value, and a third of the time is saved. */
export const withoutRisk = (db: Database) => (): Promise<void> =>
  db.run(
    'CREATE TABLE mart.risk_figures (metric VARCHAR, month VARCHAR, scope_kind VARCHAR, scope_id VARCHAR, breakdown VARCHAR, value DOUBLE, lower DOUBLE, upper DOUBLE, target DOUBLE, status VARCHAR, coverage DOUBLE, source_rows BIGINT)',
  );

async function compute(
  db: Database,
  config: Config,
  mapped: ReadonlySet<string>,
  choice: PeriodChoice,
  withRisk: boolean,
) {
  const period = await buildMarts(db, config, choice);
  await createFigures(db, mapped, withRisk ? () => judgeRisk(db, config, period) : withoutRisk(db));
  await createSignals(db, config);
  const list = await db.rows<Figure>(figuresQuery);
  const byId = new Map(list.map((f) => [f.figure_id, f]));
  const of = (id: string): Figure => {
    const figure = byId.get(id);
    if (!figure) throw new Error(`no figure ${id}`);
    return figure;
  };
  const series = (metric: string, scope: string): (number | null)[] =>
    list.filter((f) => f.figure_id.endsWith(`/${metric}/${scope}`)).map((f) => f.value);
  return { period, list, of, series } satisfies Figures;
}

/** Figures of a project in memory, but for those of risk. */
export const figuresOf = (files: Files, choice: PeriodChoice = {}): Promise<Figures> =>
  withStaged(files, ({ db, config, loaded }) => compute(db, config, loaded.mapped, choice, false));

export const casesFolder = fileURLToPath(new URL('.', import.meta.url));

/** Figures of a case folder, and the bytes of its figures.csv. */
export async function figuresOfCase(name: string, choice: PeriodChoice = {}): Promise<Figures & { csv: string }> {
  const folder = join(casesFolder, name);
  const config = readConfig(readFileSync(join(folder, 'kado.yaml')), 'kado.yaml', folder, {});
  const scratch = await mkdtemp(join(tmpdir(), 'kado-case-'));
  const db = await openDatabase(scratch);
  try {
    const { mapped } = await loadExports(db, config, silentContext);
    const figures = await compute(db, config, mapped, choice, true);
    await writeFigures(db, scratch);
    return { ...figures, csv: await readFile(join(scratch, 'figures.csv'), 'utf8') };
  } finally {
    db.close();
    await rm(scratch, { recursive: true });
  }
}
