/** The contents page of the contracts, in the order in which references can be checked. */
import type { Kind } from '../../config/model.js';
import type { Contract } from '../contract.js';
import { acceptances } from './acceptances.js';
import { actions } from './actions.js';
import { approvals } from './approvals.js';
import { capacity } from './capacity.js';
import { capacityLimits } from './capacityLimits.js';
import { changes } from './changes.js';
import { checklistAnswers } from './checklistAnswers.js';
import { checklistItems } from './checklistItems.js';
import { companies } from './companies.js';
import { decisions } from './decisions.js';
import { drills } from './drills.js';
import { exceptions } from './exceptions.js';
import { holidays } from './holidays.js';
import { incidentSystems } from './incidentSystems.js';
import { incidents } from './incidents.js';
import { investments } from './investments.js';
import { kpi } from './kpi.js';
import { measures } from './measures.js';
import { observations } from './observations.js';
import { reviews } from './reviews.js';
import { risks } from './risks.js';
import { serviceLevels } from './serviceLevels.js';
import { submissions } from './submissions.js';
import { systemSuppliers } from './systemSuppliers.js';
import { systems } from './systems.js';
import { targets } from './targets.js';
import { units } from './units.js';

export const contracts: Readonly<Record<Kind, Contract>> = {
  companies,
  units,
  systems,
  system_suppliers: systemSuppliers,
  incidents,
  incident_systems: incidentSystems,
  actions,
  capacity,
  capacity_limits: capacityLimits,
  service_levels: serviceLevels,
  observations,
  changes,
  reviews,
  exceptions,
  investments,
  targets,
  kpi,
  measures,
  risks,
  acceptances,
  submissions,
  drills,
  decisions,
  checklist_items: checklistItems,
  checklist_answers: checklistAnswers,
  holidays,
  approvals,
};
