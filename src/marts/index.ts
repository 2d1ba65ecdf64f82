/** Stage 2: staging → marts, in this order. The contents page. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { type Schemes, settleSchemes } from '../schemes/settle.js';
import { overdueActions } from './actions.js';
import { availability, importanceWeights, systemAvailability } from './availability.js';
import { capacityDays, capacitySeries } from './capacity.js';
import { capacityFigures, capacityMonths } from './capacityMonths.js';
import { capacityJudged, capacitySigns } from './capacitySigns.js';
import { capacityTrends } from './capacityTrends.js';
import { capFigures, capForecasts } from './capForecasts.js';
import { caps } from './caps.js';
import { changesMade } from './changes.js';
import { checklistMonths } from './checklists.js';
import { recordMonths } from './completeness.js';
import { coverage } from './coverage.js';
import { gradeRanks } from './gradeRanks.js';
import { gradings, regradings } from './gradings.js';
import { harm, harmedSystems, sharedHarm } from './harm.js';
import { systemImportance } from './importance.js';
import { incidentCounts } from './incidentCounts.js';
import { incidents, openIncidents, restorations } from './incidents.js';
import { investmentAmounts, investments } from './investments.js';
import { kpiNodes } from './kpi.js';
import { buildMart, type Mart } from './mart.js';
import { measureEvidence } from './measures.js';
import { members, scopes, systemMonths, systemProfiles } from './members.js';
import { actionPlaces, companyRows, places, systemRows, unitRows } from './organisation.js';
import { type Period, type PeriodChoice, settlePeriod } from './period.js';
import { records } from './records.js';
import { causes, recurrences } from './recurrences.js';
import { regulatorDuties } from './regulator.js';
import { companyRates, safeOperation } from './safeOperation.js';
import { serviceHolidays, serviceHours, serviceWindows, systemService } from './serviceHours.js';
import { serviceLevelResults } from './serviceLevels.js';
import { submissionsDue } from './submissions.js';
import { targets } from './targets.js';
import { terminalRestorations } from './terminals.js';
import { drillAges, drilledSystems, profileAges } from './upkeep.js';

export const marts: readonly Mart[] = [
  places,
  actionPlaces,
  systemRows,
  unitRows,
  companyRows,
  coverage,
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
  harmedSystems,
  harm,
  sharedHarm,
  serviceHours,
  serviceHolidays,
  serviceWindows,
  systemService,
  importanceWeights,
  systemAvailability,
  availability,
  restorations,
  openIncidents,
  overdueActions,
  capacityDays,
  incidentCounts,
  investmentAmounts,
  investments,
  safeOperation,
  companyRates,
  measureEvidence,
  targets,
  caps,
  capForecasts,
  capFigures,
  kpiNodes,
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
  capacitySeries,
  capacityJudged,
  capacitySigns,
  capacityTrends,
  capacityMonths,
  capacityFigures,
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
  return period;
}
