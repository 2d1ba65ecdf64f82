import { type DriverInputs, figureOf, joined, ofSystems } from './input.js';

/**
 * No approach to a limit is known, and without a number of days: neither value nor category, level 0. A system without samples has no
 * data; one that has some but no limit, or no warning level, has none to reach.
 */
export const capacityInputs: DriverInputs = {
  driver: 'capacity',
  from: () => `
    mart.risk_systems s
    ${figureOf('capacity_days_to_limit', 'l')}
    ${figureOf('capacity_over_warn_days', 'w')}
    ${figureOf('capacity_signs', 'g')}
    ${joined(`SELECT DISTINCT month, system_id FROM mart.capacity_months WHERE limited AND trend = 'not_applicable'`, 'n')}`,
  inputs: () => ({
    days_to_limit: {
      value: 'l.value',
      state: ofSystems(
        `CASE WHEN l.value IS NOT NULL OR (l.status = 'not_applicable' AND n.month IS NOT NULL) THEN '' WHEN l.status = 'not_applicable' THEN l.status ELSE 'no_data' END`,
      ),
    },
    over_warn_days: {
      value: 'w.value',
      state: ofSystems(
        `CASE WHEN w.value IS NOT NULL THEN '' WHEN w.status = 'not_applicable' THEN w.status ELSE 'no_data' END`,
      ),
    },
    capacity_signs: {
      value: 'g.value',
      state: ofSystems(`CASE WHEN g.value IS NULL THEN 'no_data' ELSE '' END`),
    },
  }),
};
