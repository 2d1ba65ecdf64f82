/** Stage 2: staging → marts, in this order. The contents page. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { type Schemes, settleSchemes } from '../schemes/settle.js';
import { overdueActions } from './actions.js';
import { capacityDays } from './capacity.js';
import { createCoverage } from './coverage.js';
import { gradeRanks } from './gradeRanks.js';
import { gradings, regradings } from './gradings.js';
import { systemImportance } from './importance.js';
import { harm, incidents, openIncidents, restorations } from './incidents.js';
import { buildMart, type Mart } from './mart.js';
import { members, scopes, systemMonths, systemProfiles } from './members.js';
import { actionPlaces, companyRows, places, systemRows, unitRows } from './organisation.js';
import { type Period, type PeriodChoice, settlePeriod } from './period.js';
import { records } from './records.js';

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
  gradeRanks,
  systemImportance,
  records,
  gradings,
  incidents,
  regradings,
  harm,
  restorations,
  openIncidents,
  overdueActions,
  capacityDays,
];

/** Builds every mart for the chosen month and as-of; returns what was chosen. `settled`: the companies' schemes, where the caller has them. */
export async function buildMarts(
  db: Database,
  config: Config,
  choice: PeriodChoice,
  settled?: Schemes,
): Promise<Period> {
  const schemes = settled ?? (await settleSchemes(db, config));
  await db.run('CREATE SCHEMA mart');
  const period = await settlePeriod(db, config, choice);
  for (const mart of marts) await buildMart(db, mart, { config, period, schemes });
  await createCoverage(db, period);
  return period;
}
