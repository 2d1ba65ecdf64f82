/** Every metric of this version, in the order in which the report lists them. Definitions are fixed by Kado's methods. */
import type { Metric } from './metric.js';
import { actionMetrics } from './registry/actions.js';
import { availabilityMetrics } from './registry/availability.js';
import { capacityMetrics } from './registry/capacity.js';
import { changeMetrics } from './registry/changes.js';
import { harmMetrics } from './registry/harm.js';
import { incidentMetrics } from './registry/incidents.js';
import { recordMetrics } from './registry/records.js';
import { recurrenceMetrics } from './registry/recurrences.js';
import { reportMetrics } from './registry/reports.js';
import { restorationMetrics } from './registry/restoration.js';
import { riskMetrics } from './registry/risk.js';
import { safeOperationMetrics } from './registry/safeOperation.js';
import { serviceLevelMetrics } from './registry/serviceLevels.js';
import { targetMetrics } from './registry/targets.js';
import { upkeepMetrics } from './registry/upkeep.js';

export const metrics: readonly Metric[] = [
  ...incidentMetrics,
  ...restorationMetrics,
  ...harmMetrics,
  ...availabilityMetrics,
  ...safeOperationMetrics,
  ...targetMetrics,
  ...recurrenceMetrics,
  ...actionMetrics,
  ...changeMetrics,
  ...serviceLevelMetrics,
  ...reportMetrics,
  ...upkeepMetrics,
  ...recordMetrics,
  ...capacityMetrics,
  ...riskMetrics,
];

export function metricOf(id: string): Metric {
  const metric = metrics.find((m) => m.id === id);
  if (!metric) throw new Error(`no metric ${id}`);
  return metric;
}
