/** Every metric of this version, in the order in which the report lists them. Definitions are fixed by Kado's methods. */
import type { Metric } from './metric.js';
import { actionMetrics } from './registry/actions.js';
import { capacityMetrics } from './registry/capacity.js';
import { harmMetrics } from './registry/harm.js';
import { incidentMetrics } from './registry/incidents.js';
import { restorationMetrics } from './registry/restoration.js';

export const metrics: readonly Metric[] = [
  ...incidentMetrics,
  ...restorationMetrics,
  ...harmMetrics,
  ...actionMetrics,
  ...capacityMetrics,
];

export function metricOf(id: string): Metric {
  const metric = metrics.find((m) => m.id === id);
  if (!metric) throw new Error(`no metric ${id}`);
  return metric;
}
