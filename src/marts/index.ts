/** Stage 2: staging → marts, in this order. The contents page. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { overdueActions } from './actions.js';
import { capacityDays } from './capacity.js';
import { changesMade } from './changes.js';
import { checklistMonths } from './checklists.js';
import { recordMonths } from './completeness.js';
import { createCoverage } from './coverage.js';
import { harm, incidents, openIncidents, restorations } from './incidents.js';
import { buildMart, type Mart } from './mart.js';
import { members, scopes, systemMonths, systemProfiles } from './members.js';
import { actionPlaces, companyRows, places, systemRows, unitRows } from './organisation.js';
import { type Period, type PeriodChoice, settlePeriod } from './period.js';
import { causes, recurrences } from './recurrences.js';
import { regulatorDuties } from './regulator.js';
import { serviceLevelResults } from './serviceLevels.js';
import { submissionsDue } from './submissions.js';
import { terminalRestorations } from './terminals.js';
import { drillAges, drilledSystems, profileAges } from './upkeep.js';

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
  causes,
  recurrences,
  terminalRestorations,
  changesMade,
  serviceLevelResults,
  submissionsDue,
  checklistMonths,
  profileAges,
  drilledSystems,
  drillAges,
  regulatorDuties,
  recordMonths,
];

/** Builds every mart for the chosen month and as-of; returns what was chosen. */
export async function buildMarts(db: Database, config: Config, choice: PeriodChoice): Promise<Period> {
  await db.run('CREATE SCHEMA mart');
  const period = await settlePeriod(db, config, choice);
  for (const mart of marts) await buildMart(db, mart, { config, period });
  await createCoverage(db, period);
  return period;
}
