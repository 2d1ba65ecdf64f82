/** Whether what is written of a system is current, and what has been rehearsed. */
import { type DriverInputs, ofSystems } from './input.js';

/** Never reviewed, or no profile valid then: no data. */
export const profileInputs: DriverInputs = {
  driver: 'profile',
  from: () => `
    mart.risk_systems s
    LEFT JOIN mart.profile_ages a ON a.month = s.month AND a.system_id = s.system_id`,
  inputs: () => ({
    profile_age_days: {
      value: 'a.days',
      state: ofSystems(`CASE WHEN a.days IS NULL THEN 'no_data' ELSE '' END`),
    },
  }),
};

/**
 * No drill on record is no data, whether or not drills are given. A system whose profile names no switch-over test has none to make; one
 * whose profile names a later test had an earlier one, or none, of which nothing is known.
 */
export const drillInputs: DriverInputs = {
  driver: 'drills',
  from: () => `
    mart.risk_systems s
    JOIN mart.months m ON m.month = s.month
    LEFT JOIN mart.drill_ages d ON d.month = s.month AND d.system_id = s.system_id
    LEFT JOIN mart.system_profiles p ON p.month = s.month AND p.system_id = s.system_id`,
  inputs: () => ({
    drill_days: {
      value: 'd.days',
      state: ofSystems(`CASE WHEN d.days IS NULL THEN 'no_data' ELSE '' END`),
    },
    switchover_days: {
      value: `date_diff('day', p.last_switchover_on, m.last_day)`,
      state: ofSystems(
        `CASE WHEN p.last_switchover_on IS NULL THEN 'not_applicable' WHEN p.last_switchover_on > m.last_day THEN 'no_data' ELSE '' END`,
      ),
    },
  }),
};
