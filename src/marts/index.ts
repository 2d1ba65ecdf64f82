/** Stage 2: staging → marts, in this order. The contents page. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { overdueActions } from './actions.js';
import { capacityDays, capacitySeries } from './capacity.js';
import { capacityFigures, capacityMonths } from './capacityMonths.js';
import { capacityJudged, capacitySigns } from './capacitySigns.js';
import { capacityTrends } from './capacityTrends.js';
import { createCoverage } from './coverage.js';
import { harm, incidents, openIncidents, restorations } from './incidents.js';
import { buildMart, type Mart } from './mart.js';
import { members, scopes, systemMonths, systemProfiles } from './members.js';
import { actionPlaces, companyRows, places, systemRows, unitRows } from './organisation.js';
import { type Period, type PeriodChoice, settlePeriod } from './period.js';

export const marts: readonly Mart[] = [
  places,
  actionPlaces,
  systemRows,
  unitRows,
  companyRows,
  systemProfiles,
  systemMonths,
  scopes,
  members,
  incidents,
  harm,
  restorations,
  openIncidents,
  overdueActions,
  capacityDays,
  capacitySeries,
  capacityJudged,
  capacitySigns,
  capacityTrends,
  capacityMonths,
  capacityFigures,
];

/** Builds every mart for the chosen month and as-of; returns what was chosen. */
export async function buildMarts(db: Database, config: Config, choice: PeriodChoice): Promise<Period> {
  await db.run('CREATE SCHEMA mart');
  const period = await settlePeriod(db, config, choice);
  for (const mart of marts) await buildMart(db, mart, { config, period });
  await createCoverage(db, period);
  return period;
}
