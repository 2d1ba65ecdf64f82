import { type DriverInputs, joined, ofSystems } from './input.js';

/** No data: never reported, not reported for this month, or no indicator of it with target, actual and direction. */
export const serviceLevelInputs: DriverInputs = {
  driver: 'service_levels',
  from: () => `
    mart.risk_systems s
    ${joined(
      `SELECT month, system_id, count(*) FILTER (breached) AS breached, count(breached) AS judged FROM mart.service_level_results GROUP BY ALL`,
      'l',
    )}`,
  inputs: () => ({
    sla_breaches: {
      value: 'l.breached',
      state: ofSystems(`CASE WHEN coalesce(l.judged, 0) = 0 THEN 'no_data' ELSE '' END`),
    },
  }),
};
