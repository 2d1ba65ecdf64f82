/** From figures to risk levels, tier by tier: the tables of risk, in this order. The contents page. */
import type { Config } from '../config/model.js';
import type { Database } from '../duckdb/database.js';
import { buildMart, type Mart, type MartContext } from '../marts/mart.js';
import type { Period } from '../marts/period.js';
import { acceptanceStates } from './acceptances.js';
import { capacityMatters } from './capacityMatters.js';
import { decisionStates } from './decisions.js';
import { riskDrivers } from './drivers.js';
import { escalations } from './escalations.js';
import { externalServices } from './externalServices.js';
import { riskFigures } from './figures.js';
import { riskFindings } from './findings.js';
import { riskInputs } from './inputs.js';
import { riskJudged } from './judged.js';
import { riskLevels } from './levels.js';
import { riskMatrix } from './matrix.js';
import { riskMembers } from './members.js';
import { riskMoveParts } from './moveParts.js';
import { riskMoves } from './moves.js';
import { registerStates } from './register.js';
import { registerFindings } from './registerFindings.js';
import { riskScopes } from './scopes.js';
import { signalHistory } from './signalHistory.js';
import { submissionStates } from './submissions.js';
import { supplierWeights } from './suppliers.js';
import { riskSystems } from './systems.js';
import { riskTrends } from './trends.js';

export const riskMarts: readonly Mart[] = [
  riskMembers,
  riskSystems,
  signalHistory,
  externalServices,
  registerStates,
  acceptanceStates,
  decisionStates,
  submissionStates,
  riskInputs,
  riskJudged,
  riskDrivers,
  riskLevels,
  riskScopes,
  riskMatrix,
  riskFigures,
  riskMoves,
  riskMoveParts,
  registerFindings,
  supplierWeights,
  escalations,
  capacityMatters,
  riskTrends,
  riskFindings,
];

/** To be called by createFigures, when all figures but those of risk stand. */
export async function judgeRisk(db: Database, config: Config, period: Period): Promise<void> {
  // What schemes say of importance and classes stands in the marts already.
  const context: MartContext = { config, period, schemes: new Map() };
  for (const mart of riskMarts) await buildMart(db, mart, context);
}
