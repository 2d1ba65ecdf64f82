import { type DriverInputs, joined } from './input.js';

/**
 * The system's own caps alone: those of its unit or company say nothing of it. Of its caps (all incidents, grades, classes) the one most
 * likely to be passed; passed for certain is 1. None: not applicable. None that can be judged at this month's end (too early, a month
 * missing, no prior year to make it from): no data.
 */
export const capInputs: DriverInputs = {
  driver: 'caps',
  from: () => `
    mart.risk_systems s
    ${joined(
      `SELECT month, scope_id AS system_id, max(probability) AS chance FROM mart.cap_forecasts WHERE scope_kind = 'system' GROUP BY ALL`,
      'c',
    )}`,
  inputs: () => ({
    cap_chance: {
      value: 'c.chance',
      state: `CASE WHEN c.month IS NULL THEN 'not_applicable' WHEN c.chance IS NULL THEN 'no_data' ELSE '' END`,
    },
  }),
};
