import { type DriverInputs, figureOf, gravest, joined, nothing, weightOf } from './input.js';

/**
 * No stop is timed finer than a minute: a system of which none is allowed is measured against one, as are allowances below it. Without it
 * a share of nothing would be none at all, and the strictest allowance would count for nothing.
 */
const leastAllowedMinutes = 1;
const microsecondsPerMinute = 60_000_000;

/** Incidents of the month that harmed the system, its own among them, with their class at the month's end. */
const harming = `
      SELECT h.month, h.system_id, ${gravest(weightOf('i'))} AS class
      FROM mart.harmed_systems h JOIN mart.incidents i ON i.incident_id = h.incident_id
      WHERE h.counts GROUP BY ALL`;

/**
 * The gravest class of those that have one; where none of the month's incidents has, it is not known. Minutes within service hours are
 * those of its availability, and are known where that is.
 */
export const harmInputs: DriverInputs = {
  driver: 'harm',
  from: () => `
    mart.risk_systems s
    ${joined(harming, 'h')}
    ${figureOf('impact_minutes', 'm')}
    ${figureOf('availability', 'a')}
    LEFT JOIN mart.system_availability d ON d.month = s.month AND d.system_id = s.system_id
    LEFT JOIN mart.system_profiles p ON p.month = s.month AND p.system_id = s.system_id`,
  inputs: () => ({
    gravest_class: {
      category: `coalesce(h.class, ${nothing})`,
      state: `CASE WHEN h.month IS NOT NULL AND h.class IS NULL THEN 'no_data' ELSE '' END`,
    },
    impact_minutes: { value: 'm.value', state: `CASE WHEN m.value IS NULL THEN 'no_data' ELSE '' END` },
    stop_share: {
      value: `d.stopped_us::DOUBLE / (greatest(p.allowed_stop_minutes, ${leastAllowedMinutes})::DOUBLE * ${microsecondsPerMinute})`,
      state: `CASE WHEN p.allowed_stop_minutes IS NULL THEN 'not_applicable' WHEN a.value IS NOT NULL THEN '' WHEN a.status = 'not_applicable' THEN a.status ELSE 'no_data' END`,
    },
  }),
};
